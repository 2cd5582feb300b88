"""The command `afterword calendar`: what is read in files, in stories of several files, and in titles, as JSON.

Noisy: files are read, and strangers' bytes go through the guard as in the bot.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from bot import words
from bot.calendars.events import LONGEST_FILE, Moment, Occurrence, Reading, Reason, Rejected, Wanted
from bot.calendars.guard import Guard
from bot.calendars.plan import Plan, Step, after_feed, after_file, wanted_of_feed, wanted_of_file
from bot.calendars.titles import label
from bot.json_lines import MALFORMED, Record, answered, as_line

SHOWN_OCCURRENCES = 6
ZONE = "Europe/Berlin"


class Unreadable(Exception):  # noqa: N818  reads as what it says
    """Some of the files could not be opened; the text says how many. The others have been answered."""


def files(paths: Iterable[str], zone: str = ZONE) -> Iterator[str]:
    """A line for each file. Raises ValueError for a zone that does not exist, Unreadable at the end."""
    _checked(zone)
    missing = 0
    with asyncio.Runner() as runner:
        guard = runner.run(_guard())
        try:
            for path in paths:
                answer = runner.run(_file(guard, path, zone))
                missing += "error" in answer
                yield as_line(answer)
        finally:
            runner.run(guard.close())
    if missing:
        raise Unreadable(f"{missing} of the files could not be opened")


def flows(lines: Iterable[str]) -> Iterator[str]:
    """An answer for each story (JSON Lines), in its place."""
    with asyncio.Runner() as runner:
        guard = runner.run(_guard())
        try:
            yield from _answered(lines, lambda record: {"steps": runner.run(_flow(guard, record))})
        finally:
            runner.run(guard.close())


def titles(lines: Iterable[str]) -> Iterator[str]:
    """An answer for each title (JSON Lines), in its place."""
    return _answered(lines, _title)


async def _guard() -> Guard:
    return Guard()


def _answered(lines: Iterable[str], answer: Callable[[Record], Record]) -> Iterator[str]:
    """A field that is missing or of another kind is said to be wrong too."""
    malformed = (*MALFORMED, LookupError, TypeError, AttributeError)
    return answered(lines, answer, numbered=True, malformed=malformed)


async def _file(guard: Guard, path: str, zone: str) -> Record:
    try:
        with Path(path).open("rb") as opened:  # noqa: ASYNC230  nobody else waits in this process
            data = opened.read(LONGEST_FILE + 1)
    except (OSError, ValueError) as error:
        return {"file": path, "error": f"the file cannot be opened ({getattr(error, 'strerror', None) or error})"}
    return {"file": path, **_outcome(await guard.read(data, Wanted(zone=zone, limit=SHOWN_OCCURRENCES)))}


def _outcome(read: Reading | Rejected) -> Record:
    if isinstance(read, Rejected):
        return {"expect": "reject", "reason": read.reason, "why": why(read.reason)}
    if not read.occurrences and read.cancellations:
        off = read.cancellations[0]
        return {"expect": "cancel", "method": read.method, "uid": off.uid, "sequence": off.version.sequence}
    events = [_event(one) for one in read.occurrences]
    return {"expect": "events", "method": read.method, "events": events, "more": read.more}


def why(reason: Reason, language: str = words.DEFAULT_LANGUAGE) -> str:
    """One sentence that says what is wrong with a file, and what to do."""
    return words.plain(f"calendar.rejected.{reason}", language)


def _event(one: Occurrence) -> Record:
    told: Record = {
        "uid": one.uid,
        "start": _written(one.start),
        "end": _written(one.end),
        "all_day": one.all_day,
        "summary": one.summary,
        "status": one.status,
        "sequence": one.version.sequence,
    }
    if one.floating:
        told["floating"] = True
    if one.unknown_zone:
        told["unknown_tzid"] = one.unknown_zone
    return told


async def _flow(guard: Guard, record: Record) -> list[Record]:
    """What is planned after each step. Raises ValueError for a step that cannot be read."""
    if record.get("kind") not in ("file", "feed") or not isinstance(record.get("steps"), list):
        raise ValueError('a story has a kind, "file" or "feed", and steps with now and ics')
    zone = _checked(record.get("tz") or ZONE)
    plan, told = Plan(), []
    for step in record["steps"]:
        now, data = datetime.fromisoformat(step["now"]), (step["ics"] or "").encode("utf-8", "surrogatepass")
        if now.tzinfo is None:
            raise ValueError(f"{step['now']} has no zone; write 2026-09-02T08:00:00Z")
        after = await _step(guard, plan, data, now, zone, feed=record["kind"] == "feed")
        plan = after.plan
        told.append(_planned(after))
    return told


async def _step(guard: Guard, plan: Plan, data: bytes, now: datetime, zone: str, *, feed: bool) -> Step:
    read = await guard.read(data, wanted_of_feed(plan, zone, now) if feed else wanted_of_file(zone, now))
    if isinstance(read, Rejected):
        return Step(plan=plan)
    return after_feed(plan, read, now) if feed else after_file(plan, read, now)


def _planned(step: Step) -> Record:
    planned = [{"uid": one.uid, "start": _written(one.start), "end": _written(one.end)} for one in step.plan.live]
    return {"planned": planned, "changed": step.changed, "ask": step.ask}


def _title(record: Record) -> Record:
    texts = [record.get(name) or "" for name in ("title", "description", "organizer", "location")]
    if not isinstance(record.get("title"), str) or not all(isinstance(text, str) for text in texts):
        raise ValueError("title is missing, or a field is not a text")
    title, description, organizer, location = texts
    return {"label": label(title, description, organizer, location)}


def _checked(zone: str) -> str:
    try:
        return ZoneInfo(zone).key
    except (ValueError, LookupError, OSError) as error:
        raise ValueError(f"there is no time zone {zone!r}; write one like Europe/London") from error


def _written(moment: Moment) -> str:
    if isinstance(moment, datetime):
        return moment.astimezone(UTC).replace(tzinfo=None, microsecond=0).isoformat() + "Z"
    return moment.isoformat()
