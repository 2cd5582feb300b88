"""How fast a large calendar feed is read, and in how much memory: `python -m benchmarks.calendars [--events N]`.

The feed is made here: years of a busy calendar with zones, series, alarms and a few interviews. Afterword reads it as
the bot does, through its guarded child; icalendar with recurring-ical-events reads all of it in a process of its own.
Memory is what reading added to the peak of the process that read, which had its libraries loaded.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import resource
import sys
import time
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))  # run as a file or as a module

from benchmarks.common import Connection, child, machine, table
from bot.calendars.events import Interest, Reading, Rejected, Wanted
from bot.calendars.guard import Guard

NOW = datetime(2026, 11, 16, 9, tzinfo=UTC)
WINDOW = (NOW - timedelta(days=7), NOW + timedelta(days=400))
TITLES = (
    "Daily standup",
    "1:1 with Dana",
    "Sprint review",
    "Dentist",
    "Lunch",
    "Design review",
    "Yoga",
    "Team offsite",
)
INTERVIEWS = ("Interview: Data Analyst at Acme", "Phone screen – Beta", "Vorstellungsgespräch Beispiel GmbH")
ZONES = ("Europe/Berlin", "America/New_York", "W. Europe Standard Time", "UTC")
RULES = (
    "FREQ=WEEKLY;BYDAY=MO,WE,FR",
    "FREQ=DAILY;COUNT=20",
    "FREQ=MONTHLY;BYDAY=1TU",
    "FREQ=WEEKLY;UNTIL=20230601T000000Z",
)
ALARM = "BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-PT15M\r\nDESCRIPTION:Reminder\r\nEND:VALARM\r\n"
ZONE = """BEGIN:VTIMEZONE
TZID:W. Europe Standard Time
BEGIN:STANDARD
DTSTART:16010101T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
END:DAYLIGHT
END:VTIMEZONE
""".replace("\n", "\r\n")


def feed(events: int) -> bytes:
    """A calendar of so many events, from five years ago to a year ahead; the same one every time."""
    chance = random.Random(2026)
    body = "".join(event(number, chance) for number in range(events))
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Benchmark//EN\r\n{ZONE}{body}END:VCALENDAR\r\n".encode()


def event(number: int, chance: random.Random) -> str:
    """One event: three in a hundred repeat, half of them ring, one in two hundred is an interview."""
    start = NOW - timedelta(days=1800) + timedelta(days=chance.randrange(2160), hours=chance.randrange(9))
    title = chance.choice(INTERVIEWS if chance.random() < 0.005 else TITLES)
    rule = f"RRULE:{chance.choice(RULES)}\r\n" if chance.random() < 0.03 else ""
    notes = "Agenda and notes are in the usual place\\, bring questions. " * chance.randrange(1, 8)
    return (
        f"BEGIN:VEVENT\r\nUID:{number}-{chance.getrandbits(64):x}@calendar.example\r\nDTSTAMP:20261101T080000Z\r\n"
        f"{at('DTSTART', start, number)}{at('DTEND', start + timedelta(minutes=45), number)}{rule}SUMMARY:{title}\r\n"
        f"{folded('DESCRIPTION:' + notes)}LOCATION:Room {number % 30}\r\nSEQUENCE:0\r\nSTATUS:CONFIRMED\r\n"
        f"CREATED:20210101T080000Z\r\nLAST-MODIFIED:20261001T080000Z\r\nTRANSP:OPAQUE\r\n"
        f"ORGANIZER;CN=Sam:mailto:sam@work.example\r\nATTENDEE;CN=Jordan;PARTSTAT=ACCEPTED:mailto:jordan@work.example\r\n"
        f"{ALARM if number % 2 else ''}END:VEVENT\r\n"
    )


def at(name: str, moment: datetime, number: int) -> str:
    zone = ZONES[number % len(ZONES)]
    if zone == "UTC":
        return f"{name}:{moment:%Y%m%dT%H%M%SZ}\r\n"
    return f"{name};TZID={zone}:{moment:%Y%m%dT%H%M%S}\r\n"


def folded(line: str) -> str:
    return "\r\n ".join(line[start : start + 74] for start in range(0, len(line), 74)) + "\r\n"


def peak() -> float:
    """Megabytes, of this process so far. The kernel's own account, because the other one remembers who started it."""
    status = Path("/proc/self/status")
    if status.exists():
        return int(status.read_text().partition("VmHWM:")[2].split()[0]) / 1000
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000


def afterword(line: Connection, wanted: Wanted) -> None:
    """The reading as the guarded child does it, in one process so that its memory can be told."""
    from bot.calendars.reading import read

    read(feed(3), wanted)
    answer(line, lambda data: len(found(read(data, wanted)).occurrences))


def plain(line: Connection, _wanted: Wanted) -> None:
    """The libraries alone, as their manuals show it."""
    import icalendar
    import recurring_ical_events  # type: ignore[import-untyped]

    def count(data: bytes) -> int:
        return len(recurring_ical_events.of(icalendar.Calendar.from_ical(data)).between(*WINDOW))

    count(feed(3))
    answer(line, count)


def answer(line: Connection, count: object) -> None:
    """Count what is in the feed that comes through the line."""
    assert callable(count)
    line.send(None)
    data = line.recv()[0]
    before, began = peak(), time.perf_counter()
    number = count(data)
    line.send((time.perf_counter() - began, peak() - before, number))


def found(read: Reading | Rejected) -> Reading:
    assert isinstance(read, Reading), read
    return read


async def guarded(data: bytes, wanted: Wanted) -> tuple[float, int]:
    """Seconds that the bot waits, the way there and back included."""
    async with Guard() as guard:
        await guard.read(feed(3), wanted)
        began = time.perf_counter()
        read = await guard.read(data, wanted)
        return time.perf_counter() - began, len(found(read).occurrences)


def rows(data: bytes, rounds: int) -> list[list[str]]:
    """The best of several rounds for each way of reading."""
    every = Wanted(zone="Europe/Berlin", window=WINDOW, limit=100_000)
    interviews = Wanted(zone="Europe/Berlin", window=WINDOW, interest=Interest())
    told = []
    for name, run, wanted, times in (
        ("Afterword, interviews", afterword, interviews, rounds),
        ("Afterword, all events", afterword, every, rounds),
        ("icalendar + recurring-ical-events, all events", plain, every, 1),
    ):
        seconds, megabytes, events = min(measured(run, data, wanted) for _ in range(times))
        told.append([name, f"{seconds:.2f}", f"{megabytes:.0f}", str(events)])
    seconds, events = min(asyncio.run(guarded(data, interviews)) for _ in range(rounds))
    return [[f"{told[0][0]}, guarded", f"{seconds:.2f}", told[0][2], str(events)], *told]


def measured(run: object, data: bytes, wanted: Wanted) -> tuple[float, float, int]:
    assert callable(run)
    with child(run, wanted) as process:
        process.answer()
        seconds, megabytes, events = process.ask(data)
        return seconds, megabytes, events


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--events", type=int, default=8000)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args(arguments)
    data = feed(options.events)
    print(f"{machine()}\n\nA feed of {options.events} events, {len(data) / 1e6:.1f} MB")
    print(table(["", "seconds", "peak MB", "events"], rows(data, options.rounds)))


if __name__ == "__main__":
    main()
