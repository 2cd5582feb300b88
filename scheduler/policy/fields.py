"""Reading one field of the public JSON form.

Quiet. Whatever cannot be read is said as a ValueError that names the field and shows what works.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any, TypeVar

Record = Mapping[str, Any]
Word = TypeVar("Word", bound=StrEnum)


def an_object(record: Record, name: str, default: Record | None = None) -> Record:
    value = record.get(name)
    if value is None and default is not None:
        return default
    if not isinstance(value, Mapping):
        raise ValueError(f"{name}: an object is needed here, not {value!r}")
    return value


def a_list(record: Record, name: str) -> list[Any]:
    value = record.get(name) or []
    if not isinstance(value, list):
        raise ValueError(f"{name}: a list is needed here, not {value!r}")
    return value


def objects(record: Record, name: str) -> list[Record]:
    found = a_list(record, name)
    if not all(isinstance(each, Mapping) for each in found):
        raise ValueError(f"{name}: every entry is an object")
    return found


def text(record: Record, name: str) -> str | None:
    value = record.get(name)
    if value is not None and not isinstance(value, str):
        raise ValueError(f"{name}: a text is needed here, not {value!r}")
    return value


def word(record: Record, name: str, words: type[Word], default: Any = ...) -> Any:
    value = record.get(name)
    if value is None and default is not ...:
        return default
    try:
        return words(str(value))
    except ValueError:
        raise ValueError(f"{name}: {value!r} is none of {', '.join(words)}") from None


def day(record: Record, name: str) -> date | None:
    value = record.get(name)
    return None if value is None else to_day(value, name)


def to_day(value: Any, name: str) -> date:
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        raise ValueError(f"{name}: a day such as 2027-03-01 is needed here, not {value!r}") from None


def instant(record: Record, name: str) -> datetime:
    value = record.get(name)
    try:
        instant = datetime.fromisoformat(value) if isinstance(value, str) else None
        if instant is not None and instant.tzinfo is not None:
            return instant.astimezone(UTC)
    except (ValueError, OverflowError):
        pass
    raise ValueError(f"{name}: a moment such as 2027-03-01T10:00:00+01:00 is needed here, not {value!r}")
