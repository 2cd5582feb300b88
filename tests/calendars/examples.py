"""Calendar files of our own, written line by line, and a short way to read them."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from bot.calendars.events import Occurrence, Reading, Rejected, Wanted
from bot.calendars.reading import read

CORPUS = Path(__file__).parents[3] / "shared" / "calendars"
START = "DTSTART:20260910T120000Z"


def moment(text: str) -> datetime:
    """`2026-09-10 12:00` in UTC."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def event(*lines: str, uid: str | None = "a@example.com") -> str:
    """A VEVENT of these lines."""
    named = [f"UID:{uid}"] if uid else []
    return "\r\n".join(["BEGIN:VEVENT", *named, *lines, "END:VEVENT", ""])


def calendar(*parts: str, head: tuple[str, ...] = ()) -> bytes:
    """A VCALENDAR of these parts, with these lines of its own."""
    return ("\r\n".join(["BEGIN:VCALENDAR", *head, ""]) + "".join(parts) + "END:VCALENDAR\r\n").encode()


def opened(data: bytes, **wanted: object) -> Reading:
    """What stands in a file that can be read; the Person is in Berlin."""
    found = read(data, Wanted(**{"zone": "Europe/Berlin", **wanted}))  # type: ignore[arg-type]
    assert isinstance(found, Reading), found
    return found


def refused(data: bytes) -> str:
    """Why a file gives nothing."""
    found = read(data, Wanted())
    assert isinstance(found, Rejected), found
    return found.reason


def only(*lines: str, **wanted: object) -> Occurrence:
    """The one occurrence of a file with one event of these lines."""
    (found,) = opened(calendar(event(*lines)), **wanted).occurrences
    return found


def starts(data: bytes, **wanted: object) -> list[str]:
    """When everything in a file starts: `2026-09-10 12:00`, or the day."""
    return [told(one.start) for one in opened(data, **wanted).occurrences]


def told(value: object) -> str:
    return f"{value:%Y-%m-%d %H:%M}" if isinstance(value, datetime) else str(value)
