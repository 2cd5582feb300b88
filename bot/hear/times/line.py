"""A text on its way to being read: a row of items, each a plain word or a value with the words it came from.

Rules see the row as one string of symbols between single spaces (` by <day> or so `), so that a pattern is an
ordinary regular expression over words and tags. Nothing here knows a word of any language.
"""

from __future__ import annotations

from typing import Any, NamedTuple, TypeVar

from bot.hear.times.context import Context
from bot.hear.times.values import Trouble, Value

V = TypeVar("V")


class Item(NamedTuple):
    """One word or one value, and where in the text it stands."""

    symbol: str
    start: int
    end: int
    value: Value | None = None


def valued(value: Value, start: int, end: int) -> Item:
    return Item(f"<{value.tag}>", start, end, value)


class Line:
    """The whole row. `dropped` holds what was taken out as a hedge, `text` what the person typed, cleaned."""

    __slots__ = ("context", "dropped", "items", "symbols", "text", "vocabulary")

    def __init__(self, text: str, items: tuple[Item, ...], context: Context, dropped: tuple[Item, ...] = ()) -> None:
        self.text, self.items, self.context, self.dropped = text, items, context, dropped
        words = [item.symbol for item in items]
        self.symbols = f" {' '.join(words)} " if words else " "
        self.vocabulary = frozenset(words)

    def holding(self, items: tuple[Item, ...]) -> Line:
        """The same line with other items in it."""
        return Line(self.text, items, self.context, self.dropped)

    def index(self, offset: int) -> int:
        """The item behind the space that stands at `offset` in `symbols`."""
        return self.symbols.count(" ", 0, offset)


class Hit:
    """The part of a line that a rule has matched. `hit[0]` is the first value in it."""

    __slots__ = ("end", "first", "items", "line", "values")

    def __init__(self, line: Line, first: int, end: int) -> None:
        self.line, self.first, self.end = line, first, end
        self.items = line.items[first:end]
        self.values = [item.value for item in self.items if item.value is not None]

    @property
    def at(self) -> Context:
        return self.line.context

    @property
    def words(self) -> list[str]:
        return [item.symbol for item in self.items]

    @property
    def trouble(self) -> Trouble | None:
        return next((value for value in self.values if isinstance(value, Trouble)), None)

    def __getitem__(self, index: int) -> Any:
        return self.values[index]

    @property
    def last(self) -> Any:
        """The last value in it."""
        return self.values[-1]

    def every(self, kind: type[V]) -> list[V]:
        """All values of a kind, in order."""
        return [value for value in self.values if isinstance(value, kind)]

    def one(self, kind: type[V]) -> V:
        """The first value of a kind, which the pattern holds for certain."""
        return self.every(kind)[0]

    def maybe(self, kind: type[V]) -> V | None:
        return next(iter(self.every(kind)), None)

    @property
    def before(self) -> str:
        """The symbol in front of what was matched; a mark at the beginning of the line."""
        return self.line.items[self.first - 1].symbol if self.first else ","

    @property
    def behind(self) -> str:
        """The symbol behind what was matched; a mark at the end of the line."""
        return self.line.items[self.end].symbol if self.end < len(self.line.items) else ","

    @property
    def negated(self) -> bool:
        """Does a "not" stand shortly before?"""
        return any(item.symbol == "NOT" for item in self.line.items[max(0, self.first - 3) : self.first])

    def has(self, *words: str) -> bool:
        return any(item.symbol in words for item in self.items)

    @property
    def whole(self) -> bool:
        """Is there nothing else in the line?"""
        return self.first == 0 and self.end == len(self.line.items)
