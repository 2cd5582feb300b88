"""The command `afterword read`: what the phrases of a person are taken to mean, as JSON.

Quiet: text in, answer out, in the form of the phrase corpus. `ask` and `unknown` are answers too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from functools import cache
from zoneinfo import ZoneInfo

from bot.hear.times.answers import Ask, InterviewRead, PlaceChoice, PlaceRead, SnoozeRead, Unknown, WindowRead
from bot.hear.times.interviews import read_interview_time
from bot.hear.times.places import read_place
from bot.hear.times.snoozes import read_snooze
from bot.hear.times.windows import read_window
from bot.json_lines import Record, answered

Read = WindowRead | InterviewRead | SnoozeRead | PlaceRead | PlaceChoice | Unknown | Ask

READERS: dict[str, Callable[[str, datetime, str], Read]] = {
    "window": read_window,
    "time": read_interview_time,
    "interview_time": read_interview_time,
    "snooze": read_snooze,
    "place": lambda text, now, _language: read_place(text, now),
}


_zone = cache(ZoneInfo)
"""Every zone is read once; ZoneInfo itself keeps no more than eight at hand."""


def main(lines: Iterable[str]) -> Iterator[str]:
    """One answer for each line that is not empty, in its place; a line that cannot be read says why."""
    return answered(lines, _answer, such_as='{"id": "w1", "kind": "window", "text": "by Friday", …}')


def one(kind: str, text: str, now: str, zone: str, language: str = "en") -> Record:
    """The answer for one text. `now`: an ISO wall-clock time in `zone`, or one with an offset.

    Raises ValueError for a kind, a time or a zone that does not exist.
    """
    if kind not in READERS:
        raise ValueError(f"kind is one of {', '.join(READERS)}, not {kind!r}")
    return _told(READERS[kind](text, _moment(now, zone), language))


def _answer(record: Record) -> Record:
    missing = [field for field in ("kind", "text", "now", "tz") if not isinstance(record.get(field), str)]
    if missing:
        raise ValueError(f"missing or not a text: {', '.join(missing)}")
    language = str(record.get("language") or "en")
    return {"answer": one(record["kind"], record["text"], record["now"], record["tz"], language)}


def _moment(now: str, zone: str) -> datetime:
    try:
        place = _zone(zone)
    except (ValueError, LookupError, OSError) as error:
        raise ValueError(f"there is no time zone {zone!r}") from error
    moment = datetime.fromisoformat(now)
    return moment.replace(tzinfo=place) if moment.tzinfo is None else moment.astimezone(place)


def _told(read: Read) -> Record:
    match read:
        case WindowRead():
            return {"earliest": read.earliest and str(read.earliest), "latest": read.latest and str(read.latest)}
        case InterviewRead():
            return {"start": _wall(read.start), "end": _wall(read.end)}
        case SnoozeRead():
            return {"at": _wall(read.at)}
        case PlaceRead():
            return {"zone": read.zone, "name": read.name}
        case PlaceChoice():
            return {"choose": [{"zone": option.zone, "name": option.name} for option in read.options]}
        case Unknown():
            return {"unknown": True}
        case Ask():
            return {"ask": True}


def _wall(moment: datetime | None) -> str | None:
    return moment.strftime("%Y-%m-%dT%H:%M") if moment else None
