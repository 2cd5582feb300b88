"""The notation of the rules' examples and of the phrase files, for the tests of reading.

A rule's examples read `text -> window`, `text => interview`, `text ~> snooze`, all typed on Wednesday, 10 June
2026, at noon in London; `de: ` in front means that the text is German, `was: ` that it is about what has been.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from bot.hear.times import Ask, InterviewRead, SnoozeRead, Unknown, WindowRead, command, read_interview_time
from bot.hear.times.command import READERS
from bot.hear.times.context import Kind

NOON = datetime(2026, 6, 10, 12, tzinfo=ZoneInfo("Europe/London"))
ARROWS = {" -> ": Kind.WINDOW, " => ": Kind.TIME, " ~> ": Kind.SNOOZE}
OWN = Path(__file__).parents[1] / "data" / "phrases_own.jsonl"
HEARD = Path(__file__).parent / "heard.jsonl"
"""Phrases that were first seen when the rules were already written, and that are held since."""


def at(text: str, zone: str = "Europe/London") -> datetime:
    """A moment on the wall clock of a zone: "2026-06-10T12:00"."""
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone))


def is_past(example: str) -> bool:
    """Whether a rule's example is about what has been."""
    return "was: " in example


def split_example(example: str) -> tuple[str, Kind, str, str]:
    """Text, kind, expected answer and language of a rule's example."""
    example = example.replace("was: ", "")
    language = "de" if example.startswith("de: ") else "en"
    for arrow, kind in ARROWS.items():
        text, found, expected = example.removeprefix("de: ").rpartition(arrow)
        if found:
            return text, kind, expected, language
    raise ValueError(f"no arrow in {example!r}")


def read(text: str, kind: Kind, language: str = "en", now: datetime = NOON, *, past: bool = False) -> Any:
    if past:
        return read_interview_time(text, now, language, past=True)
    return READERS[kind.value](text, now, language)


def shown(answer: Any) -> str:
    """An answer in the notation of the examples."""
    match answer:
        case WindowRead(earliest=first, latest=last):
            return str(first) if first == last else f"{first or ''}..{last or ''}"
        case InterviewRead(start=start, end=end):
            return f"{start:%Y-%m-%dT%H:%M}" + (f"..{end:%Y-%m-%dT%H:%M}" if end else "")
        case SnoozeRead(at=moment):
            return f"{moment:%Y-%m-%dT%H:%M}"
        case Unknown():
            return "unknown"
        case Ask(reason=reason):
            return f"ask {reason.value}"
    raise TypeError(answer)


def phrases(path: Path) -> Iterator[dict[str, Any]]:
    """The records of a phrase file."""
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines)


def answered(record: dict[str, Any]) -> dict[str, Any]:
    """What `afterword read` answers to a record."""
    language = record.get("language", "en")
    return command.one(record["kind"], record["text"], record["now"], record["tz"], language)


def misread(records: Iterator[dict[str, Any]]) -> list[str]:
    """Every record that is not answered as expected, in words."""
    return [
        f"{record['id']} {record['text']!r}: {answer}, not {record['expect']}"
        for record in records
        if (answer := answered(record)) != record["expect"]
    ]
