"""From tokens to a Line, with one language's table of words: the longest phrase wins, small typos are forgiven."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

from bot.reading import words_en
from bot.reading.context import Context
from bot.reading.line import Item, Line, valued
from bot.reading.tokens import FIGURES, SOFT, STOP, Token, clean, tokenise
from bot.reading.typos import Typos
from bot.reading.values import Figures, MonthName, Number, Ordinal, Value, Weekday
from bot.reading.words import Words

LANGUAGES: dict[str, Words] = {"en": words_en.WORDS}

UNKNOWN = "_"
"""A word that is in no table."""
HEDGE, VAGUE_HEDGE = "HEDGE", "SOMETIME"
HEDGES = frozenset({HEDGE, VAGUE_HEDGE})
MOST_TOKENS = 500
"""Words and marks that are read: twice the longest message that speaks of one interview."""
Meaning = Value | str
PARTS_OF_DAY = frozenset({"morning", "afternoon", "evening", "night", "lunch", "eod", "noon"})
JOINING = frozenset({"or", "and", "to", "through", "until"})
JOINABLE = frozenset(
    {
        "<num>",
        "<ord>",
        "<weekday>",
        "<monthname>",
        "<hm>",
        "<dotted>",
        "<slashed>",
        "noon",
        "am",
        "pm",
        "today",
        "tomorrow",
        "now",
    }
)
"""A hyphen between two of these is the "to" of a range."""


@dataclass(slots=True)
class Branch:
    """A word in a phrase: what the phrase means that ends here, and the words that may come next."""

    meaning: Meaning | None = None
    longer: dict[str, Branch] = field(default_factory=dict)


class Lexicon:
    """A language's words, ready for look-up word by word."""

    def __init__(self, words: Words) -> None:
        self.phrases: dict[str, Branch] = {}
        for surface, meaning in _entries(words):
            branch, *more = (Branch(), *surface.split())
            branches = self.phrases
            for word in more:
                branch = branches.setdefault(word, Branch())
                branches = branch.longer
            if branch.meaning is None:
                branch.meaning = meaning
        self.plain = frozenset(words.plain.split("|"))
        self.doubtful = frozenset(words.doubtful.split("|"))
        self.evidence = frozenset(words.evidence.split("|"))
        self.typos = Typos(_long_words(words), self.phrases)

    def line(self, text: str, context: Context) -> Line:
        """The text as a row of items, hedges taken out."""
        cleaned = clean(text)
        tokens = [self._corrected(token) for token in tokenise(cleaned)[:MOST_TOKENS]]
        every = list(self._items(tokens))
        items = [item for item in every if item.symbol not in HEDGES]
        dropped = tuple(item for item in every if item.symbol in HEDGES)
        return Line(cleaned, tuple(_quiet_marks(items)), context, dropped)

    def _corrected(self, token: Token) -> Token:
        if token.kind != "word" or token.text in self.phrases:
            return token
        right = self.typos.right(token.text)
        return Token("word", right, token.start, token.end, token.tight) if right else token

    def _items(self, tokens: list[Token]) -> Iterator[Item]:
        index, before = 0, ""
        while index < len(tokens):
            meaning, count = self._longest(tokens, index)
            if count == 1 and tokens[index].text in self.doubtful and not self._credible(tokens, index, before):
                meaning = UNKNOWN
            item = _item(meaning, tokens[index], tokens[index + count - 1])
            if tokens[index].tight and item.symbol in JOINABLE and before in JOINABLE:
                yield Item("-", item.start, item.start)
            yield item
            before = item.symbol if item.symbol != HEDGE else before
            index += count

    def _longest(self, tokens: list[Token], index: int) -> tuple[Meaning, int]:
        token = tokens[index]
        if token.kind in FIGURES or token.kind in ("ord", "num"):
            # "12 noon" and "1st half" are phrases that begin with figures.
            found = self._phrase(tokens, index)
            return found if found and found[1] > 1 else (_figures(token), 1)
        found = self._phrase(tokens, index)
        if found is None and token.kind in ("word", "site"):
            return (token.text if token.text in self.plain else UNKNOWN), 1
        return found or (token.text, 1)

    def _phrase(self, tokens: list[Token], index: int) -> tuple[Meaning, int] | None:
        """The longest phrase that begins here, and how many tokens it takes."""
        found, branches = None, self.phrases
        for end in range(index, len(tokens)):
            branch = branches.get(tokens[end].text)
            if branch is None:
                break
            if branch.meaning is not None:
                found = branch.meaning, end + 1 - index
            branches = branch.longer
        return found

    def _credible(self, tokens: list[Token], index: int, before: str) -> bool:
        """Is a word that may be another one (may, march, sat) beside something that makes it a date?"""
        behind = tokens[index + 1] if index + 1 < len(tokens) else None
        if before in self.evidence or before in ("<num>", "<ord>", "<weekday>", "<monthname>", "<nth>"):
            return True
        if behind is not None and (behind.kind in ("num", "ord") or behind.text in ("-", "/")):
            return True
        found = self._phrase(tokens, index + 1) if behind else None
        if found and (isinstance(found[0], Number | Ordinal) or found[0] in PARTS_OF_DAY):
            return True
        joined = self._phrase(tokens, index + 2) if found and found[0] in JOINING and index + 2 < len(tokens) else None
        if joined and isinstance(joined[0], MonthName | Weekday):
            return True
        alone = before in ("", SOFT, STOP) and (behind is None or behind.text in (SOFT, STOP))
        return alone or (behind is not None and behind.tight)


def _entries(words: Words) -> Iterator[tuple[str, Meaning]]:
    for surfaces, (low, high) in words.numbers.items():
        yield from _each(surfaces, Number(low, high, loose=low != high))
    yield from _tens(words)
    for index, surface in enumerate(words.ordinals.split("|"), 1):
        yield surface, Ordinal(index, spelled=True)
    for index, surfaces in enumerate(words.weekdays):
        yield from _each(surfaces, Weekday(index))
        yield surfaces.split("|")[0] + "s", Weekday(index, plural=True)
    for index, surfaces in enumerate(words.months, 1):
        yield from _each(surfaces, MonthName(index))
    for table in (words.phrases, words.cues):
        for symbol, surfaces in table.items():
            yield from _each(surfaces, symbol)
    for name, surfaces in words.holidays.items():
        yield from _each(surfaces, f"holiday:{name}")
    yield from _each(words.hedges, HEDGE)
    yield from _each(words.vague_hedges, VAGUE_HEDGE)


def _each(surfaces: str, meaning: Meaning) -> Iterator[tuple[str, Meaning]]:
    return ((surface, meaning) for surface in surfaces.split("|"))


def _tens(words: Words) -> Iterator[tuple[str, Meaning]]:
    ones = [(surface.split("|")[0], low) for surface, (low, _) in words.numbers.items() if 0 < low < 10]
    for surfaces, ten in words.tens.items():
        for surface in surfaces.split("|"):
            yield surface, Number(ten, ten)
            for one, n in ones:
                yield f"{surface} {one}", Number(ten + n, ten + n)


def _long_words(words: Words) -> frozenset[str]:
    """The words that are worth a typo: long ones that look like no other."""
    whole = [names.split("|")[0] for names in (*words.weekdays, *words.months)]
    units = [name for names in words.phrases.values() for name in names.split("|")]
    return frozenset(name for name in (*whole, *units) if " " not in name and len(name) >= 6)


def _item(meaning: Meaning, first: Token, last: Token) -> Item:
    if isinstance(meaning, str):
        return Item(meaning, first.start, last.end)
    return valued(meaning, first.start, last.end)


def _figures(token: Token) -> Value | str:
    digits = "".join(char if char.isdigit() else " " for char in token.text).split()
    if any(len(part) > 9 for part in digits):
        return "digits"
    parts = tuple(int(part) for part in digits)
    if token.kind == "num":
        return Number(parts[0], parts[0], text=token.text)
    if token.kind == "ord":
        return Ordinal(parts[0])
    return Figures(parts, token.kind, token.text)


def _quiet_marks(items: list[Item]) -> Iterator[Item]:
    """Without marks at the beginning and without a mark beside a mark; the stronger stays."""
    marks = (SOFT, STOP)
    for item, behind in pairwise([*items, Item(STOP, 0, 0)]):
        if item.symbol == SOFT and behind.symbol in marks:
            continue
        if item.symbol == STOP and behind.symbol == STOP:
            continue
        yield item


@cache
def lexicon(language: str) -> Lexicon:
    """The lexicon of a language; English where there is no table for it."""
    return Lexicon(LANGUAGES.get(language, LANGUAGES["en"]))
