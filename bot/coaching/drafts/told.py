"""What the Person typed, made fit to stand inside a Draft; None when it is better left out.

Free text is framed, not rewritten: an opening such as "they said that" is dropped, "they" becomes "you" where the
employer reads it, and whatever would embarrass (feelings, complaints, questions, gaps to fill) drops the line.
A language without habits of its own is only trimmed.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from bot.coaching.drafts import turning_de, turning_en
from bot.coaching.drafts.forms import Form, Reader, Told
from bot.coaching.drafts.habits import HABITS, NO_HABITS, Habits
from bot.coaching.drafts.spelling import written_out
from bot.hear.naming.families import family_first

TURNED: dict[str, Callable[[str, str, Reader], Told | None]] = {"en": turning_en.turned, "de": turning_de.turned}
"""How a language turns round what was told."""

LONGEST = 140
"""Characters of free text in a Draft."""
LONGEST_NAME = 60
NOUNS_ARE_LARGE = ("de",)
_MARKUP = re.compile(r"</?[A-Za-z][^<>]*>")
_UNFIT = re.compile(r"[?\n\r{}\[\]<>|#*_]|https?:|www\.")
_QUOTED = re.compile(r"[\"“„«'‘].+[\"”“»'’][.!]?")
_SENTENCE_END = re.compile(r"(?<=\w\w\w[.!;])\s+")
_DOUBTFUL = re.compile(
    r"\b(?:something|anything|some|whatever|not sure|unknown|idk|tbd|irgend\w*|etwas|keine ahnung|egal|weiß nicht)\b",
    re.IGNORECASE,
)
_LOGISTICS = re.compile(
    r"\b\d{1,2}(?:[:.]\d{2})? ?(?:am|pm|a\.m|p\.m|uhr)\b|\b\d{1,2}:\d{2}\b|\bnoon\b|\bo'?clock\b"
    r"|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day,? (?:the )?\d{1,2}\b"
    r"|\b(?:mon|tues?|weds?|thurs?|fri|sat|sun),? (?:the )?\d{1,2}(?:st|nd|rd|th)\b"
    r"|\b(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag),? (?:de[rmn] |um |von )?\d{1,2}\b"
    r"|\b(?:mo|di|mi|do|fr|sa|so)\.?,? (?:de[rmn] )?\d{1,2}\.(?!\d)"
    r"|\b\d{1,2}\. ?\d{1,2}\.|\b\d{1,2}\.(?:0[1-9]|1[0-2])\b|\bthe (?:twenty|thirtie|thirty)[- ]?\w{2,8}th?\b"
    r"|\bat (?:their|the|your|our) (?:office|place|site)\b|\b(?:bei ihnen )?im büro um\b"
    r"|\b(?:is|are|was|were) (?:sent|signed)\b|\bas you (?:advised|said|suggested)\b|\bwie du (?:gesagt|geraten)\b",
    re.IGNORECASE,
)
"""An appointment, or what was done since: nothing that was said of the work."""
_OWN_CLAUSE = re.compile(r"(?:how|why|what|where|when|whether|if|wie|warum|was|wo|wann|ob) (?:i|ich)\b", re.IGNORECASE)
_LONGEST_ROLE = 6
_SMALL_WORDS = (
    *("und", "für", "in", "im", "der", "die", "des", "von", "mit"),
    *("am", "bei", "zur", "zum", "of", "and", "for"),
)
_TITLED = re.compile(
    r"^(?:\S+\.|dr|mr|mrs|ms|mx|miss|prof|professor|sir|dame|sister|rev|reverend|pastor|captain|frau|herrn?|madame"
    r"|monsieur)$",
    re.IGNORECASE,
)


def is_titled(text: str) -> bool:
    """Whether a title stands before it, so that no first name is known."""
    return bool(_TITLED.match(name(text).split(" ", 1)[0]))


def object_of(text: str, language: str) -> str:
    """A name behind "to" or "thank": German "Herrn Meier"."""
    return re.sub(r"^Herr\b", "Herrn", name(text)) if language in NOUNS_ARE_LARGE else name(text)


def name(text: str) -> str:
    """A name as given, on one line and without what would read as a question, or as marks of a page."""
    plain = re.sub(r"[?{}\[\]<>]", " ", _MARKUP.sub(" ", text))
    return _shortened(" ".join(plain.split()), LONGEST_NAME).rstrip("…, ")


def called(text: str) -> str:
    """A name as it stands in a greeting: the first name; whole when a title or a particle stands first, when the
    family's name may stand first, and in scripts that know no capitals."""
    whole = re.sub(r"\A(\S+), (\S+)\Z", r"\2 \1", name(text))  # "Smith, John"
    first, _, rest = whole.partition(" ")
    is_first = first[:1].isupper() and not _TITLED.match(first) and not family_first(first, rest)
    return first if is_first else whole


def same_name(one: str, other: str) -> bool:
    """Whether two spellings are one person: the same in full, or one of them is the other's first name."""
    first, second = one.casefold().split(), other.casefold().split()
    return bool(first and second) and (first == second or (first[0] == second[0] and 1 in (len(first), len(second))))


def role(text: str, language: str) -> str:
    """The role without "the" before it and "role" behind it; empty when it is doubtful that it is one."""
    bare = _habits(language).around_role.sub("", name(text)).strip()
    if _DOUBTFUL.search(bare) or "?" in text or len(bare.split()) > _LONGEST_ROLE:
        return ""
    return _capitalised(bare) if language in NOUNS_ARE_LARGE and bare.islower() else bare


def _capitalised(text: str) -> str:
    """As German writes what was typed small."""
    return " ".join(word if word in _SMALL_WORDS else word[:1].upper() + word[1:] for word in text.split())


def detail(text: str, language: str, reader: Reader) -> Told | None:
    """What they said, turned round for who reads it; None when it is not fit for them, or not sure what it is."""
    habits = _habits(language)
    tidy = habits.behind_detail.sub("", _tidy(written_out(text, language)))
    if _UNFIT.search(text.strip()) or _LOGISTICS.search(text):
        return None
    if _QUOTED.fullmatch(tidy):
        return Told(Form.QUOTE, tidy.rstrip(".!")) if len(tidy) <= LONGEST else None
    phrase, lead = _led(_SENTENCE_END.split(tidy, maxsplit=1)[0].rstrip(".!;"), habits)
    whole = _whole(phrase)
    if whole is None or _unfit(phrase, habits) or _is_without_nouns(whole, language):
        return None
    return TURNED[language](whole, lead, reader) if language in TURNED else Told(Form.THING, whole)


def _is_without_nouns(text: str, language: str) -> bool:
    """Whether a phrase was typed without any capital, where nouns need one and nobody can tell which words are."""
    words = text.split()
    return language in NOUNS_ARE_LARGE and len(words) >= FEWEST_WORDS and not any(one[:1].isupper() for one in words)


FEWEST_WORDS = 4


def is_reported(text: str, language: str) -> bool:
    """Whether it says that somebody of them told something, and what they told is of their work."""
    habits = _habits(language)
    found = habits.reported.match(_tidy(text))
    return found is not None and not habits.not_of_work.search(_tidy(text)[found.end() :]) and "?" not in text


def is_private(text: str, language: str) -> bool:
    """Whether it is not for the employer's eyes, whoever words it: a feeling, a complaint, or nothing at all."""
    return _unfit(_led(_tidy(text), _habits(language))[0], _habits(language))


def is_of_the_letter(text: str, language: str) -> bool:
    """Whether it says how the letter is to be, or what else it is about, and is nothing to tell them."""
    return _habits(language).of_letter.search(written_out(text, language)) is not None


def speaker(text: str, language: str) -> str | None:
    """Who said it, when the Person wrote "Anna said that …"."""
    found = _habits(language).speaker.match(text.strip())
    return found["name"] if found else None


def idea(text: str, language: str, *, to_them: bool) -> Told | None:
    """What the Person would do first in the job: "talk to the customers", or, as a thing, "the backlog"."""
    habits = _habits(language)
    tidy = _stripped(_tidy(text), habits.before_idea)
    whole = _whole(tidy)
    if _UNFIT.search(text.strip()) or whole is None or _unfit(tidy, habits) or not habits.doing.search(whole):
        return None
    form = Form.THING if habits.begun_with.match(whole) else Form.CLAUSE
    return Told(form, _inside(habits.owned(whole) if to_them else whole, habits))


def thing(text: str | None, language: str) -> str | None:
    """Something to send, to stand after a colon: "send them my references" is "my references"."""
    habits = _habits(language)
    tidy = habits.behind_thing.sub("", _stripped(_tidy(re.sub(r"[?{}\[\]<>]", " ", text or "")), habits.before_thing))
    return _shortened(tidy, LONGEST) or None


def asked(text: str) -> str | None:
    """A question that was put to the Person, as it stands between quotation marks; None for what is no question."""
    tidy = " ".join(re.sub(r"[{}\[\]<>]", " ", text).split()).strip(' "“”„?.!')
    if not re.search(r"\w \w", tidy) or len(tidy) > LONGEST:
        return None
    return tidy[0].lower() + tidy[1:] if _OWN_CLAUSE.match(tidy) else tidy[0].upper() + tidy[1:]


def is_clause(question: str) -> bool:
    """Whether a question was told from the Person's side: "how I would begin", "warum ich gehe"."""
    return _OWN_CLAUSE.match(question) is not None


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


def _led(text: str, habits: Habits) -> tuple[str, str]:
    """The phrase without its openings, and the word that led to it: "they said that", "von dem Hund erzählt"."""
    around = habits.around_detail.match(text)
    if around is not None:
        return around["phrase"].strip(), around["lead"].lower()
    lead = ""
    while (found := habits.before_detail.match(text)) and found.end():
        word = habits.lead.search(found[0])
        lead = word[0].lower() if word else lead
        text = text[found.end() :].lstrip(" ,:")
    return text, lead


def _whole(text: str) -> str | None:
    """No longer than may stand in a Draft, cut where a clause ends; None where there is no such place."""
    cut = _shortened(text, LONGEST)
    return None if cut.endswith("…") or not cut else cut


def _unfit(text: str, habits: Habits) -> bool:
    kept_back = (habits.nothing.match(text), habits.unkind.search(text), habits.of_letter.search(text))
    return not re.search(r"\w{2}", text) or any(kept_back)


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
