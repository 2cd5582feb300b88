"""What is to be said, by name: a sentence of the catalogue and what is put into it. No words of any language yet.

The rooms that decide hand these on; `bot.say` turns them into the words of the Person's language.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field
from datetime import date, datetime

from bot.words import Html
from storage.values import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """A sentence by its name in the catalogue, with what is put into it."""

    key: str
    params: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment on the Person's clock; `shown` as Telegram's date-time entity takes it."""

    at: datetime
    shown: str = "wDt"


@dataclass(frozen=True, slots=True)
class Lines:
    """Several things under each other, or with something else between them."""

    parts: tuple[Value, ...]
    between: str = "\n"


@dataclass(frozen=True, slots=True)
class Listed:
    """Names as one lists them: "Priya, Tom and Ellen"."""

    names: tuple[str, ...]
    style: str = "standard"


@dataclass(frozen=True, slots=True)
class Block:
    """A text for the Person to send, which one tap copies."""

    text: str
    subject: str | None = None


@dataclass(frozen=True, slots=True)
class Press:
    """A button: the verb, the row it is about and that row's version. `label` None: the words `button.<verb>`."""

    verb: str
    row: int = 0
    version: int = 0
    label: Text | str | None = None


Value = str | int | float | date | datetime | Html | Text | Moment | Lines | Listed | Block
"""What can be put into a sentence. A date is shown as people write it; a datetime as a Moment."""
Presses = tuple[tuple[Press, ...], ...]


def text(key: str, /, **params: Value) -> Text:
    """A sentence by its name."""
    return Text(key, params)


def lines(parts: Iterable[Value], between: str = "\n") -> Lines:
    """Things under each other."""
    return Lines(tuple(parts), between)
