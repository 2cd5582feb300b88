"""Which VEVENTs of a large calendar are worth taking apart: told from a few lines of their text.

Quiet. A busy calendar of years is read in a fraction of a second because most of it is left as text. Nothing is left
out that could matter: what is doubtful is kept, and with it all that tells about the same UID.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta

from bot.calendars import titles
from bot.calendars.events import Interest, Wanted
from bot.calendars.text import Component, lines

_UID = re.compile(r"\n[ \t]*[Uu][Ii][Dd](?:;[^\n]*?)?:(.*)")
_DAY = re.compile(r"(\d{8})(?:T\d{4,6}Z?)?[ \t]*$", re.ASCII)
_UNTIL = re.compile(r"UNTIL=(\d{8})", re.ASCII)
_TELLING = ("SUMMARY", "DESCRIPTION", "ORGANIZER", "LOCATION")
SPARE = timedelta(days=2)


def skim(events: Sequence[Component], wanted: Wanted) -> list[Component]:
    """Those that may start in the window that is asked for and may be of interest, and the others of their UIDs."""
    if wanted.window is None:
        return list(events)
    first, last = (f"{end:%Y%m%d}" for end in (wanted.window[0] - SPARE, wanted.window[1] + SPARE))
    interest = wanted.interest
    uids = [_uid(event.text) for event in events]
    kept = set(interest.uids) if interest else set()
    chosen = set()
    for number, (event, uid) in enumerate(zip(events, uids, strict=True)):
        if uid not in kept and _may_start_between(event.text, first, last) and _matters(event, interest):
            chosen.add(number)
            kept |= {uid} - {""}
    return [event for number, event in enumerate(events) if number in chosen or uids[number] in kept]


def _matters(event: Component, interest: Interest | None) -> bool:
    if interest is None:
        return True
    told = {line.name: line for line in lines(event.text, _TELLING)}
    title, description, organizer, location = (told[name].text if name in told else "" for name in _TELLING)
    return titles.could_be_interview(title, description, organizer, location, interest.employers)


def _uid(text: str) -> str:
    found = _UID.search("\n" + text)
    return found[1].strip() if found else ""


def _may_start_between(text: str, first: str, last: str) -> bool:
    text = "\n" + text.upper()
    starts = [found[1] for name in ("DTSTART", "RECURRENCE-ID") if (found := _DAY.search(_line(text, name)))]
    rule = _line(text, "RRULE")
    if not starts or rule or _line(text, "RDATE"):
        until = _UNTIL.search(rule) if text.count("\nRRULE") == 1 else None
        return until is None or until[1] >= first
    return any(first <= start <= last for start in starts)


def _line(text: str, name: str) -> str:
    """The first line of that name."""
    begin = text.find(f"\n{name}") + 1
    end = text.find("\n", begin)
    return text[begin : end if end >= 0 else None] if begin else ""
