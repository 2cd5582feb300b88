"""Readings on their way between processes: as JSON, because a process that read strangers' bytes is not trusted.

Quiet.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from bot.calendars.events import Cancellation, Interest, Moment, Occurrence, Reading, Reason, Rejected, Version, Wanted


def pack(value: Reading | Rejected | Wanted) -> bytes:
    """A value as JSON."""
    return json.dumps(asdict(value), default=_written).encode("utf-8", "surrogatepass")


def _written(value: Moment) -> str:
    return value.isoformat()


def unpack_answer(data: bytes) -> Reading | Rejected:
    """What `pack` made of an answer. Raises ValueError, KeyError or TypeError for anything else."""
    told = json.loads(data)
    if "reason" in told:
        return Rejected(Reason(told["reason"]))
    told["occurrences"] = tuple(map(_occurrence, told["occurrences"]))
    told["cancellations"] = tuple(map(_cancellation, told["cancellations"]))
    return Reading(**told)


def unpack_wanted(data: bytes) -> Wanted:
    """What `pack` made of a question."""
    told = json.loads(data)
    if told["window"]:
        first, last = map(datetime.fromisoformat, told["window"])
        told["window"] = (first, last)
    if told["interest"]:
        told["interest"] = Interest(**{name: tuple(values) for name, values in told["interest"].items()})
    return Wanted(**told)


def _occurrence(told: dict[str, Any]) -> Occurrence:
    read = {"start": _moment(told["start"]), "end": _moment(told["end"]), "recurrence": _moment(told["recurrence"])}
    return Occurrence(**{**told, **read, "version": _version(told["version"])})


def _cancellation(told: dict[str, Any]) -> Cancellation:
    return Cancellation(uid=told["uid"], recurrence=_moment(told["recurrence"]), version=_version(told["version"]))


def _version(told: dict[str, Any]) -> Version:
    stamp, modified = (value and datetime.fromisoformat(value) for value in (told["stamp"], told["modified"]))
    return Version(sequence=told["sequence"], stamp=stamp, modified=modified)


def _moment(value: Any) -> Any:
    """A moment, a day, or nothing."""
    if value is None:
        return None
    return datetime.fromisoformat(value) if "T" in value else date.fromisoformat(value)
