"""What the Person typed, made fit to stand inside a Draft; None when it is better left out.

Free text is framed, not rewritten: an opening such as "they said that" is dropped, "they" becomes "you" where the
employer reads it, and whatever would embarrass (feelings, complaints, questions, gaps to fill) drops the line.
A language without habits of its own is only trimmed.
"""

from __future__ import annotations

import re

from bot.coaching.drafts.habits import HABITS, NO_HABITS, Habits

LONGEST = 140
"""Characters of free text in a Draft."""
LONGEST_NAME = 60
LONGEST_POSITION = 6
"""Words; what is longer is a description and no position."""
_UNFIT = re.compile(r"[?\n\r{}\[\]<>|#*_]|https?:|www\.")
_QUOTED = re.compile(r"[\"“„«'‘].+[\"”“»'’][.!]?")
_TITLED = re.compile(
    r"^(?:\S+\.|dr|mr|mrs|ms|mx|miss|prof|professor|sir|dame|frau|herr|madame|monsieur)$", re.IGNORECASE
)


def name(text: str) -> str:
    """A name as given, on one line and without what would read as a question."""
    return _shortened(" ".join(re.sub(r"[?{}\[\]<>]", " ", text).split()), LONGEST_NAME).rstrip("…, ")


def called(text: str) -> str:
    """A name as it stands in a greeting: the first name; whole when a title or a particle stands first."""
    whole = name(text)
    first = whole.split(" ", 1)[0]
    return whole if not first[:1].isupper() or _TITLED.match(first) else first


def same_name(one: str, other: str) -> bool:
    """Whether two spellings are one person: the same in full, or one of them is the other's first name."""
    first, second = one.casefold().split(), other.casefold().split()
    return bool(first and second) and (first == second or (first[0] == second[0] and 1 in (len(first), len(second))))


def role(text: str, language: str) -> str:
    """The role without "the" before it and "role" behind it."""
    habits = _habits(language)
    return habits.around_role.sub("", name(text)).strip()


def position(text: str, language: str) -> str | None:
    """What somebody does there, as a title: "she is the CTO" is "CTO"; None for a description."""
    habits = _habits(language)
    tidy = _stripped(_tidy(text), habits.before_position)
    if _UNFIT.search(text.strip()) or not tidy or _unfit(tidy, habits):
        return None
    if habits.no_position.match(tidy) or len(tidy.split()) > LONGEST_POSITION:
        return None
    return tidy


def detail(text: str, language: str, *, to_them: bool) -> str | None:
    """What they said, to stand after a colon; `to_them`: one of them reads it, so that "they" is "you"."""
    habits = _habits(language)
    tidy = _tidy(text)
    if _QUOTED.fullmatch(tidy) and not _UNFIT.search(text.strip()):
        return _shortened(tidy.rstrip(".!"), LONGEST)
    tidy = _stripped(tidy, habits.before_detail)
    if _UNFIT.search(text.strip()) or _unfit(tidy, habits) or habits.unclear.search(tidy):
        return None
    return _inside(habits.addressed(tidy) if to_them else tidy, habits)


def speaker(text: str, language: str) -> str | None:
    """Who said it, when the Person wrote "Anna said that …"."""
    found = _habits(language).speaker.match(text.strip())
    return found["name"] if found else None


def idea(text: str, language: str, *, to_them: bool) -> str | None:
    """What the Person would do first in the job, to stand after a colon."""
    habits = _habits(language)
    tidy = _stripped(_tidy(text), habits.before_idea)
    if _UNFIT.search(text.strip()) or _unfit(tidy, habits):
        return None
    return _inside(habits.owned(tidy) if to_them else tidy, habits)


def thing(text: str | None, language: str) -> str | None:
    """Something to send, to stand after a colon: "send them my references" is "my references"."""
    tidy = _stripped(_tidy(re.sub(r"[?{}\[\]<>]", " ", text or "")), _habits(language).before_thing)
    return _shortened(tidy, LONGEST) or None


def sentence(text: str) -> str | None:
    """A sentence of the Person's own as it stands, with at most one question; None when nothing is said."""
    tidy = " ".join(re.sub(r"[{}\[\]<>]", " ", text).split())
    asked = tidy.find("?")
    tidy = tidy if asked < 0 else tidy[: asked + 1]
    tidy = _shortened(tidy, LONGEST)
    if not re.search(r"\w", tidy):
        return None
    return tidy[0].upper() + tidy[1:] + ("" if tidy[-1] in ".!?…" else ".")


def _habits(language: str) -> Habits:
    return HABITS.get(language, NO_HABITS)


def _tidy(text: str) -> str:
    straight = re.sub(r"(?<=\w)’(?=\w)", "'", text)
    return " ".join(straight.split()).strip(" -–—•.,;:!")


def _stripped(text: str, opening: re.Pattern[str]) -> str:
    """Without its openings, of which there may be several: "well, they said that"."""
    while (found := opening.match(text)) and found.end():
        text = text[found.end() :].lstrip(" ,:")
    return text


def _unfit(text: str, habits: Habits) -> bool:
    return not re.search(r"\w{2}", text) or bool(habits.nothing.match(text) or habits.unkind.search(text))


def _inside(text: str, habits: Habits) -> str:
    """As it stands inside a sentence: a first word that is no name begins small."""
    text = _shortened(text, LONGEST)
    return text[0].lower() + text[1:] if habits.small.match(text) else text


def _shortened(text: str, most: int) -> str:
    """Cut at the end of a clause when there is one, else at the end of a word."""
    if len(text) <= most:
        return text
    cut = text[:most].rsplit(" ", 1)[0]
    clauses = [found.start() for found in re.finditer(r"[.;,:] |[.!] ?$| [–—-] ", cut) if found.start() >= most // 5]
    return cut[: clauses[-1]] if clauses else cut.rstrip(" ,;:.-–—") + "…"
