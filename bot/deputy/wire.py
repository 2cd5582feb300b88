"""What goes between the bot and the child that decides beside it: a question, and a decision as what it changes.

Both ends are this very program, and nothing of it is ever kept: so these are pickles, here and nowhere else. A decision
comes back without the facts that it leaves as they are. They are put in again from what was known before, the very same
ones, so that whoever writes it down sees what is new.
"""

from __future__ import annotations

import pickle
from collections.abc import Mapping
from dataclasses import fields
from datetime import datetime
from typing import Any

from bot.turn import Incoming, Turn
from storage.changing import changed
from storage.facts import Known
from storage.values import dataclass

SINGLE = ("person", "sketch")
COLLECTIONS = tuple(field.name for field in fields(Known) if field.name not in SINGLE)
SIZE = 4
"""Bytes in front of each message that say how long it is."""
READY = 0
"""The number of an answer that nobody has asked for."""
Told = tuple[Mapping[str, Any] | None, Any, str, datetime | None]
"""What has changed (None: nothing is kept of it), what is said, by what it was heard, when to look again (UTC)."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided, and from what."""

    before: Known | None
    turn: Turn
    wake_at: datetime | None
    """When to look at the Person again (UTC)."""


def question(number: int, incoming: Incoming, known: Known | None, now: datetime) -> bytes:
    """The question of that number as it goes to the child, its length in front."""
    return _framed((number, incoming, known, now))


def asked(packed: bytes) -> tuple[int, Incoming, Known | None, datetime]:
    """The question, without its length."""
    number, incoming, known, now = pickle.loads(packed)  # noqa: S301  from the process that has started this one
    return number, incoming, known, now


def answer(number: int, before: Known | None, turn: Turn | None, wake_at: datetime | None) -> bytes:
    """The answer as it comes back, its length in front; without a `turn`: it is to be decided where it was asked."""
    if turn is None:
        return _framed((number, None))
    after = None if turn.known is None else _changes(before, turn.known)
    return _framed((number, (after, turn.say, turn.heard, wake_at)))


def answered(packed: bytes) -> tuple[int, Told | None]:
    """The number of the question, and what `decision` makes a Decision of; None: it is to be decided here."""
    number, told = pickle.loads(packed)  # noqa: S301  from the process that this one has started
    return number, told


def decision(before: Known | None, told: Told) -> Decision:
    """What was decided from `before`."""
    changes, say, heard, wake_at = told
    if before is None or changes is None:
        after = None if changes is None else Known(**changes)
    else:
        after = changed(before, **_whole(before, changes))
    return Decision(before, Turn(known=after, say=say, heard=heard), wake_at)


def _framed(message: Any) -> bytes:
    packed = pickle.dumps(message, pickle.HIGHEST_PROTOCOL)
    return len(packed).to_bytes(SIZE, "big") + packed


def _changes(before: Known | None, after: Known) -> dict[str, Any]:
    """The fields of what is known that have become others; in the place of a row that is the same, where it was."""
    if before is None:
        return {name: getattr(after, name) for name in (*SINGLE, *COLLECTIONS)}
    pairs = {name: (getattr(before, name), getattr(after, name)) for name in (*SINGLE, *COLLECTIONS)}
    others = {name: (old, new) for name, (old, new) in pairs.items() if old is not new}
    return {name: new if name in SINGLE else _others(old, new) for name, (old, new) in others.items()}


def _others(old: tuple[Any, ...], new: tuple[Any, ...]) -> tuple[Any, ...]:
    place = {id(row): at for at, row in enumerate(old)}
    return tuple([place.get(id(row), row) for row in new])


def _whole(before: Known, changes: Mapping[str, Any]) -> dict[str, Any]:
    """The same with the rows themselves."""
    return {name: new if name in SINGLE else _rows(getattr(before, name), new) for name, new in changes.items()}


def _rows(old: tuple[Any, ...], new: tuple[Any, ...]) -> tuple[Any, ...]:
    return tuple([old[row] if isinstance(row, int) else row for row in new])
