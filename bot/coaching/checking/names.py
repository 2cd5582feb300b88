"""Names: are the company and the people spelled as in the facts?

A name counts as misspelt when it is nearly the one that is known, never when it is quite another one. Ordinary
words that are also names ("target", "grace") are left alone in small letters, unless they stand where only a
name can ("at target").
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from bot.coaching.checking.letter import WORD, Letter, Span
from bot.coaching.checking.lexicon import Lexicon, word_set
from bot.coaching.checking.values import About, Finding, Kind

LEGAL_FORMS = word_set(
    """gmbh mbh ag kg se ug ev ltd limited plc llp llc lp inc corp co bv nv sa sas sarl srl spa ab as oy aps pty sro"""
)
WRITTEN_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ø": "oe", "å": "aa", "æ": "ae"})
POSSESSIVE = re.compile(r"'s$|(?<=s)'$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of the text, and what decides whether it can be a name."""

    span: Span
    before: str
    opens: bool
    """First of its sentence, where any word has a capital."""
    greeted: bool

    @property
    def shown(self) -> str:
        return POSSESSIVE.sub("", self.span.text)

    def may_be_name(self, lexicon: Lexicon) -> bool:
        """A capital inside a sentence, or a place where an employer's name stands."""
        return self.greeted or (self.shown[0].isupper() and not self.opens) or self.before in lexicon.at_employer


def misspelt_names(letter: Letter, about: About, lexicon: Lexicon) -> Iterator[Finding]:
    """A finding for each spelling that is nearly a known name; `right` is how the facts have it."""
    words = tuple(_words(letter))
    right = _known(about, letter, lexicon)
    parts = _parts(about.employer, lexicon)
    shown = _without_legal_form(about.employer, parts)
    whole = tuple(_misspelt_whole(letter, words, parts, shown, lexicon)) if parts else ()
    yield from whole
    taken = {found.casefold() for finding in whole for found in WORD.findall(finding.quote)}
    rest = tuple(word for word in words if word.shown.casefold() not in taken)
    if not whole:
        yield from _misspelt_single(rest, parts[:1], Kind.EMPLOYER_NAME, right, lexicon)
    for name in about.interviewers:
        yield from _misspelt_single(rest, _parts(name, lexicon), Kind.PERSON_NAME, right, lexicon)


def _words(letter: Letter) -> Iterator[_Word]:
    before = Span(0, "")
    for span in letter.words():
        gap = letter.text[before.end : span.start]
        opens = not before.text or bool(re.search(r"[.?!:\n•]", gap))
        greeted = letter.greeting is not None and letter.greeting.start <= span.start < letter.greeting.end
        yield _Word(span, before.text.casefold(), opens, greeted)
        before = span


def _parts(name: str, lexicon: Lexicon) -> tuple[str, ...]:
    words = [word for word in WORD.findall(name.replace("’", "'")) if word.casefold() not in ("and", "und")]
    while len(words) > 1 and words[-1].casefold().replace(".", "") in LEGAL_FORMS:
        words.pop()
    return tuple(word for word in words if word.casefold().rstrip(".") not in lexicon.greeting_words) or tuple(words)


def _without_legal_form(name: str, parts: tuple[str, ...]) -> str:
    """The name as people say it: from its first word to its last."""
    if not parts or parts[0] not in name or parts[-1] not in name:
        return " ".join(parts)
    return name[name.index(parts[0]) : name.rindex(parts[-1]) + len(parts[-1])]


def _known(about: About, letter: Letter, lexicon: Lexicon) -> frozenset[str]:
    """Words that are right as they are: all that the facts hold, and the writer's own name."""
    facts = " ".join((about.employer, about.role or "", about.detail or "", *about.interviewers, letter.signature))
    after = re.compile(rf"(?:{lexicon.introduction.pattern}) ([A-Z][\w'-]*(?: [A-Z][\w'-]*)*)")
    own = " ".join(match.group(match.lastindex or 0) for match in after.finditer(letter.prose))
    return frozenset(WORD.findall(f"{facts} {own}".replace("’", "'")))


def _misspelt_whole(
    letter: Letter, words: tuple[_Word, ...], parts: tuple[str, ...], shown: str, lexicon: Lexicon
) -> Iterator[Finding]:
    """The whole name of several words, or one word written as two."""
    said = tuple(word for word in words if word.span.text.casefold() not in ("and", "und"))
    joined = "".join(map(_letters, parts))
    for size in {len(parts), len(parts) + 1, max(2, len(parts) - 1)} - {1}:
        for window in (said[i : i + size] for i in range(len(said) - size + 1)):
            written = "".join(_letters(w.span.text) for w in window[:-1])
            last = window[-1].span.text
            ways = {written + _letters(last), written + _letters(POSSESSIVE.sub("", last))}
            if joined in ways or _is_broken(window):
                continue
            if any(_misses(way, joined, size == len(parts) > 1) for way in ways) and _is_meant(window, parts, lexicon):
                quote = letter.quote(window[0].span.start, window[-1].span.start + len(window[-1].shown))
                yield Finding(Kind.EMPLOYER_NAME, quote, {"right": shown})


def _is_broken(window: tuple[_Word, ...]) -> bool:
    """A sentence or line ends inside: no name."""
    return any(word.opens for word in window[1:])


def _is_meant(window: tuple[_Word, ...], parts: tuple[str, ...], lexicon: Lexicon) -> bool:
    ordinary = all(part.casefold() in lexicon.names_too | lexicon.stock_words for part in parts)
    small = all(word.shown.islower() for word in window)
    return not (small and ordinary) or window[0].before in lexicon.at_employer


def _misses(written: str, name: str, near: bool) -> bool:
    """The same letters in other capitals, or nearly the same letters."""
    if written.casefold() == name.casefold():
        return _less_careful(written, name)
    limit = 1 if len(name) < 8 else 2
    return near and written[:1].isupper() and 0 < distance(written.casefold(), name.casefold(), limit) <= limit


def _less_careful(written: str, name: str) -> bool:
    """Other capitals than the name: facts in small letters prove nothing, nor does a text in capitals."""
    return written != name and not name.islower() and not (written.isupper() and len(written) > 1)


def _misspelt_single(
    words: tuple[_Word, ...], names: tuple[str, ...], kind: Kind, right: frozenset[str], lexicon: Lexicon
) -> Iterator[Finding]:
    for word in words:
        shown = word.shown
        if shown in right or word.span.text in right or _unsuspicious(word, kind, lexicon):
            continue
        meant = next((name for name in names if len(name) > 1 and _slip(word, name, lexicon)), None)
        if meant:
            yield Finding(kind, shown, {"right": meant})


def _unsuspicious(word: _Word, kind: Kind, lexicon: Lexicon) -> bool:
    """A title in a greeting; in a greeting stands no employer."""
    small = word.shown.casefold()
    return word.greeted and (kind is Kind.EMPLOYER_NAME or small in lexicon.greeting_words)


def _slip(word: _Word, name: str, lexicon: Lexicon) -> bool:
    shown, small, meant = word.shown, word.shown.casefold(), name.casefold()
    ordinary = small in lexicon.names_too or small in lexicon.stock_words
    if small == meant:
        named = word.greeted or word.before in lexicon.at_employer
        return _less_careful(_letters(shown), _letters(name)) and (named or not ordinary or not shown.islower())
    if (ordinary and not word.greeted) or small == f"{meant}s" or not word.may_be_name(lexicon):
        return False
    if _bare(small) == _bare(meant):
        return _accents(small) < _accents(meant)
    if meant.translate(WRITTEN_OUT) == small or small.translate(WRITTEN_OUT) == meant:
        return False
    return _near(small, meant, word.greeted)


def _near(written: str, name: str, greeted: bool) -> bool:
    if len(name) < (3 if greeted else 4) or len(written) < 3:
        return False
    limit = 2 if len(name) >= (6 if greeted else 7) else 1
    same_start = written[0] == name[0] or written[:2] == name[1::-1]
    return same_start and distance(written, name, limit) <= limit


def _letters(word: str) -> str:
    return "".join(char for char in word if char.isalnum())


def _bare(word: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))


def _accents(word: str) -> int:
    return sum(1 for c in unicodedata.normalize("NFD", word) if unicodedata.combining(c))


def distance(one: str, other: str, limit: int) -> int:
    """Letters wrong, missing, too many, or swapped with a neighbour; more than `limit` is `limit` + 1."""
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    two_ago: list[int] = []
    above = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        row = [i]
        for j, b in enumerate(other, 1):
            cost = min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, two_ago[j - 2] + 1)
            row.append(cost)
        two_ago, above = above, row
    return min(above[-1], limit + 1)
