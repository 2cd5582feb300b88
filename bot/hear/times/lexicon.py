"""From tokens to a Line, with one language's table of words: the longest phrase wins, small typos are forgiven."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import pairwise

from bot.hear.times import words_de, words_en
from bot.hear.times.context import Context
from bot.hear.times.entries import HEDGE, VAGUE_HEDGE, Meaning, abbreviations, long_words, respelled
from bot.hear.times.line import Item, Line, valued
from bot.hear.times.tokens import FIGURES, SOFT, STOP, Token, clean, tokenise
from bot.hear.times.typos import Typos
from bot.hear.times.values import Figures, MonthName, Number, Ordinal, Value, Weekday
from bot.hear.times.words import Words

LANGUAGES: dict[str, Words] = {"en": words_en.WORDS, "de": words_de.WORDS}

UNKNOWN = "_"
"""A word that is in no table."""
HEDGES = frozenset({HEDGE, VAGUE_HEDGE})
MOST_TOKENS = 500
"""Words and marks that are read: twice the longest message that speaks of one interview."""
MOST_TEXTS = 4
"""That are remembered: within a turn, the same one is read as a time, as a window and as a length."""
TELLING = frozenset({"", SOFT, STOP, "WILL", "TELL", "TOUCH", "DECIDE", "is", "be", "me"})
"""In front of a word that is a time when nothing follows: they told me March."""
TIME_WORDS = frozenset({"morning", "afternoon", "evening", "night", "lunch", "eod", "noon", "latest", "earliest"})
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
        "h",
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
        for surface, meaning in respelled(words):
            branch, *more = (Branch(), *surface.split())
            branches = self.phrases
            for word in more:
                branch = branches.setdefault(word, Branch())
                branches = branch.longer
            if branch.meaning is None:
                branch.meaning = meaning
        self.dot_is_ordinal = words.dot_is_ordinal
        self.abbreviations = abbreviations(words)
        self.plain = frozenset(words.plain.split("|"))
        self.doubtful = frozenset(words.doubtful.split("|"))
        self.evidence = frozenset(words.evidence.split("|"))
        self.typos = Typos(long_words(words), self.phrases)
        self._looked_up = lru_cache(MOST_TEXTS)(self._look_up)

    def line(self, text: str, context: Context) -> Line:
        """The text as a row of items, hedges taken out."""
        cleaned, items, dropped = self._looked_up(text)
        return Line(cleaned, items, context, dropped)

    def _look_up(self, text: str) -> tuple[str, tuple[Item, ...], tuple[Item, ...]]:
        cleaned = clean(text)
        tokens = [self._corrected(token) for token in tokenise(cleaned)[:MOST_TOKENS]]
        tokens = list(self._abbreviated(tokens))
        if self.dot_is_ordinal:
            tokens = list(_dotted_ordinals(tokens))
        every = list(self._items(tokens))
        items = [item for item in every if item.symbol not in HEDGES]
        dropped = tuple(item for item in every if item.symbol in HEDGES)
        return cleaned, tuple(_quiet_marks(items)), dropped

    def symbols(self) -> Iterator[str]:
        """Everything that a phrase of this language can mean."""
        branches = list(self.phrases.values())
        while branches:
            branch = branches.pop()
            branches += branch.longer.values()
            if isinstance(branch.meaning, str):
                yield branch.meaning

    def _corrected(self, token: Token) -> Token:
        if token.kind != "word" or token.text in self.phrases:
            return token
        right = self._without_apostrophe(token.text) if "'" in token.text else self.typos.right(token.text)
        return Token("word", right, token.start, token.end, token.tight) if right else token

    def _abbreviated(self, tokens: list[Token]) -> Iterator[Token]:
        """Without the dot of an abbreviation, which ends no sentence: max. 2 weeks, Mon. 16 Mar."""
        before = Token("mark", STOP, -1, -1)
        for token in tokens:
            dot = token.text == STOP and token.start == before.end and before.text in self.abbreviations
            if not dot:
                yield token
            before = token

    def _without_apostrophe(self, text: str) -> str:
        """Friday's is Friday, week's is weeks, o'clock is oclock."""
        joined, bare = text.replace("'", ""), text.partition("'")[0]
        known = self.phrases.get(joined)
        plural = known is not None and isinstance(known.meaning, Weekday)
        if (known and not plural) or joined in self.plain:
            return joined
        return bare if bare in self.phrases or bare in self.plain else joined

    def _items(self, tokens: list[Token]) -> Iterator[Item]:
        index, before = 0, ""
        while index < len(tokens):
            meaning, count = self._longest(tokens, index)
            if count == 1 and tokens[index].text in self.doubtful and not self._credible(tokens, index, before):
                meaning = UNKNOWN
            items = _items_of(meaning, tokens[index], tokens[index + count - 1])
            if tokens[index].tight and items[0].symbol in JOINABLE and before in JOINABLE:
                yield Item("-", items[0].start, items[0].start)
            yield from items
            before = items[-1].symbol if items[-1].symbol != HEDGE else before
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
        if before in self.evidence or before in ("<num>", "<ord>", "<weekday>", "<monthname>", "<nth>", "<slashed>"):
            return True
        if behind is not None and (behind.kind in ("num", "ord") or behind.text in ("-", "/")):
            return True
        found = self._phrase(tokens, index + 1) if behind else None
        if found and (isinstance(found[0], Number | Ordinal) or found[0] in TIME_WORDS):
            return True
        if (
            behind is not None
            and behind.text == "um"
            and tokens[index].text != "so"
            and self._is_number(tokens, index + 2)
        ):
            return True  # "do um 9", but "so um 9" is only about nine
        joined = self._phrase(tokens, index + 2) if found and found[0] in JOINING and index + 2 < len(tokens) else None
        if joined and isinstance(joined[0], MonthName | Weekday):
            return True
        ends = behind is None or behind.text in (SOFT, STOP) or (found is not None and found[0] == HEDGE)
        alone = before in TELLING and ends
        return alone or (behind is not None and behind.tight)

    def _is_number(self, tokens: list[Token], index: int) -> bool:
        if index >= len(tokens):
            return False
        found = self._phrase(tokens, index)
        return tokens[index].kind == "num" or (found is not None and isinstance(found[0], Number))


def _items_of(meaning: Meaning, first: Token, last: Token) -> list[Item]:
    """What a phrase means; a meaning of several words becomes several items."""
    if isinstance(meaning, str):
        return [Item(word, first.start, last.end) for word in meaning.split()]
    return [valued(meaning, first.start, last.end)]


def _dotted_ordinals(tokens: list[Token]) -> Iterator[Token]:
    """15. is the 15th where the dot stands right behind a number of one or two digits."""
    skip = False
    for token, behind in pairwise([*tokens, Token("mark", STOP, -1, -1)]):
        joined = token.kind == "num" and len(token.text) <= 2 and behind.text == STOP and behind.start == token.end
        if not skip:
            yield Token("ord", token.text, token.start, behind.end, token.tight) if joined else token
        skip = joined and not skip


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
