"""Facts as plain JSON values and back: for the journal, and for a copy that the Person takes along.

Quiet. A date is written as ISO 8601, a moment as ISO 8601 in UTC, a kind by its value, a tuple as a list.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields
from datetime import UTC, date, datetime, time
from enum import StrEnum
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from storage.facts import Known, Opportunity

F = TypeVar("F")
Reader = Callable[[Any], Any]

REGISTERS = frozenset(
    {
        "version",
        "serial",
        "asking",
        "asking_about",
        "asking_text",
        "amending",
        "amending_about",
        "topic",
        "journal",
        "said_lately",
        "comforted",
        "redraw_at",
        "announced",
        "role_asked",
        "asked",
        "acts",
        "once",
        "sealed",
        "etag",
        "modified",
        "stamp",
        "sequence",
        "look_at",
        "troubles",
        "trouble_since",
    }
)
"""What the coach notes for itself, or keeps secret: it says nothing about the Person."""


def plain(fact: Any) -> dict[str, Any]:
    """All fields of a fact as JSON values. Raises ValueError for a naive moment."""
    return {field.name: _written(getattr(fact, field.name)) for field in fields(fact)}


def _written(value: Any) -> Any:
    match value:
        case StrEnum():
            return value.value
        case datetime():
            return _in_utc(value).isoformat()
        case date() | time():
            return value.isoformat()
        case tuple():
            return [_written(one) for one in value]
    return value


def _in_utc(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise ValueError("a moment without a zone")
    return moment.astimezone(UTC)


def fact_of(kind: type[F], values: Mapping[str, Any]) -> F:
    """The fact of that kind that these values describe.

    Unknown fields are left out, missing ones have their defaults. Raises ValueError when a value is wrong, or one
    without a default is missing.
    """
    read = values_of(kind, values)
    if missing := _needed(kind) - read.keys():
        raise ValueError(f"{kind.__name__} without {', '.join(sorted(missing))}")
    return kind(**read)


def values_of(kind: type[Any], values: Mapping[str, Any]) -> dict[str, Any]:
    """Those of the values that are fields of that kind, as the fact holds them. Raises ValueError when one is wrong."""
    return {name: _read(kind, name, read, values[name]) for name, read in _readers(kind).items() if name in values}


def _needed(kind: type[Any]) -> frozenset[str]:
    return frozenset(field.name for field in fields(kind) if field.default is MISSING)


def _read(kind: type[Any], name: str, read: Reader, value: Any) -> Any:
    try:
        return read(value)
    except ValueError as error:  # what it is stays out of the message: it may be somebody's own words
        raise ValueError(f"{kind.__name__}.{name} cannot be {type(value).__name__} of this form") from error


def _readers(kind: type[Any]) -> dict[str, Reader]:
    hints = get_type_hints(kind)
    return {field.name: _reader(hints[field.name]) for field in fields(kind)}


def _reader(hint: Any) -> Reader:
    parts = get_args(hint)
    if type(None) in parts:
        read = _reader(next(part for part in parts if part is not type(None)))
        return lambda value: None if value is None else read(value)
    if get_origin(hint) is tuple:
        read = _reader(parts[0])
        return lambda value: tuple(read(one) for one in _of(list, value))
    return _READERS.get(hint) or (hint if issubclass(hint, StrEnum) else lambda value: _of(hint, value))


def _of(kind: type[F], value: Any) -> F:
    """The value, which is of that very kind: True is no number."""
    if type(value) is not kind:
        raise ValueError
    return value


_READERS: dict[type[Any], Reader] = {
    datetime: lambda value: _in_utc(datetime.fromisoformat(_of(str, value))),
    date: lambda value: date.fromisoformat(_of(str, value)),
    time: lambda value: time.fromisoformat(_of(str, value)),
}


def known_as_plain(known: Known) -> dict[str, Any]:
    """All that is known about the Person, for their own eyes: as JSON values, employers by name beside their numbers.

    What is empty is left out of each fact, and so is what the coach only notes for itself (REGISTERS).
    """
    employers = {opportunity.id: opportunity.employer for opportunity in known.opportunities}
    told: dict[str, Any] = {}
    for field in fields(known):
        value = getattr(known, field.name)
        if isinstance(value, tuple):
            told[field.name] = [_told(fact, employers) for fact in value]
        elif value is not None:
            told[field.name] = _told(value, employers)
    return told


def _told(fact: Any, employers: Mapping[int, str]) -> dict[str, Any]:
    told: dict[str, Any] = {}
    for name, value in plain(fact).items():
        if name not in REGISTERS and value not in (None, [], ""):
            told[name] = value
            if name == "opportunity_id" and not isinstance(fact, Opportunity):
                told["employer"] = employers.get(value)
    return told
