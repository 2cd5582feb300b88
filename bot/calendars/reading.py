"""From the bytes of a calendar file to what stands in it.

Quiet: no clock, no files, no network; an address in a calendar is never fetched. Strangers' files are read through
`guard`, in a process that may be killed. Rules 1 to 7 of how a file is read are in the modules that this one joins:
`zones` 1 and 7, `times` 2 and 3, this one 4 and 6, `entries` 5.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

from bot.calendars import sniffing, tnef
from bot.calendars.entries import Entry, read_entry
from bot.calendars.events import (
    LONGEST_FILE,
    Cancellation,
    Moment,
    Occurrence,
    Reading,
    Reason,
    Rejected,
    Wanted,
)
from bot.calendars.mail import calendar_in, is_mail
from bot.calendars.own_zones import OwnZones
from bot.calendars.recurrence import Happening, happenings, starts_in
from bot.calendars.skimming import skim
from bot.calendars.text import Component, TooMuch, components, decode, lines
from bot.calendars.times import Surroundings
from bot.calendars.zones import UNIVERSAL, find, iana

TAKES_BACK = "CANCEL"
MOST_HAPPENINGS = 20_000
Group = list[Entry]


def read(data: bytes, wanted: Wanted) -> Reading | Rejected:
    """What a calendar file, or a mail with one in it, says. Never raises for what stands in the bytes."""
    if len(data) > LONGEST_FILE:
        return Rejected(Reason.TOO_BIG)
    if sniffing.kind(data) is not Reason.NOT_A_CALENDAR:
        return Rejected(sniffing.kind(data))
    if tnef.is_tnef(data) or is_mail(data):
        inside = tnef.calendar_in(data) if tnef.is_tnef(data) else calendar_in(data)
        return read_calendar(inside, wanted) if inside else Rejected(Reason.MAIL_WITHOUT_CALENDAR)
    return read_calendar(data, wanted)


def read_calendar(data: bytes, wanted: Wanted) -> Reading | Rejected:
    """What a calendar file says."""
    try:
        root = components(decode(data))
    except TooMuch:
        return Rejected(Reason.TOO_HEAVY)
    whole = _is_whole(root)
    calendars = [root, *root.named("VCALENDAR")]
    events = sum(len(calendar.named("VEVENT")) for calendar in calendars)
    if not events:
        return _without_events(root, whole, wanted)
    groups, skipped = [], 0
    for calendar in calendars:
        found, bad = _read_one(calendar, wanted)
        groups += found
        skipped += bad
    if skipped == events:
        return Rejected(Reason.NO_START if whole else Reason.CUT_OFF)
    occurrences, more = _occurrences(groups, wanted)
    cancellations = tuple(_cancellations(groups))
    if not (occurrences or cancellations or wanted.window or wanted.interest):
        return Rejected(Reason.NO_START)
    return Reading(
        occurrences=tuple(occurrences),
        cancellations=cancellations,
        method=_method(calendars),
        more=more,
        whole=whole,
        skipped=skipped,
    )


def _is_whole(root: Component) -> bool:
    return all(calendar.closed for calendar in root.named("VCALENDAR"))


def _without_events(root: Component, whole: bool, wanted: Wanted) -> Reading | Rejected:
    """A calendar without events is one that has become empty when it is a feed, and a mistake when it is a file."""
    if not root.children:
        return Rejected(Reason.NOT_A_CALENDAR)
    if not whole:
        return Rejected(Reason.CUT_OFF)
    return Reading() if wanted.interest else Rejected(Reason.NO_EVENT)


def _method(calendars: Iterable[Component]) -> str | None:
    return next((value for calendar in calendars if (value := _value(calendar, "METHOD"))), None)


def _value(calendar: Component, name: str) -> str:
    return next((line.value.strip().upper() for line in lines(calendar.text, (name,))), "")


def _read_one(calendar: Component, wanted: Wanted) -> tuple[list[Group], int]:
    """The entries of one calendar by UID, each once, and how many VEVENTs could not be read."""
    events = calendar.named("VEVENT")
    if not events:
        return [], 0
    around = _surroundings(calendar, wanted)
    cancelling = _value(calendar, "METHOD") == TAKES_BACK
    chosen = skim(events, wanted)
    entries = [read_entry(event, around, cancelling=cancelling) for event in chosen if event.closed]
    read = [entry for entry in entries if entry]
    return [_newest_of_each(group) for group in _by_uid(read)], len(chosen) - len(read)


def _surroundings(calendar: Component, wanted: Wanted) -> Surroundings:
    own = OwnZones(calendar)
    named = find(_value(calendar, "X-WR-TIMEZONE"), own)
    old = find(_value(calendar, "TZ"), own) if _value(calendar, "VERSION") == "1.0" else None
    return Surroundings(own, named or old or iana(wanted.zone) or UNIVERSAL)


def _by_uid(entries: Iterable[Entry]) -> Iterator[Group]:
    """Entries that belong together; one without a UID stands alone."""
    groups: dict[str, Group] = {}
    for entry in entries:
        if entry.uid:
            groups.setdefault(entry.uid, []).append(entry)
        else:
            yield [entry]
    yield from groups.values()


def _newest_of_each(group: Group) -> Group:
    """Of those that tell about the same occurrence the highest SEQUENCE, then the newest DTSTAMP, then the last."""
    newest: dict[Moment | None, Entry] = {}
    for entry in group:
        identity = entry.recurrence.moment if entry.recurrence else None
        if identity not in newest or _age(newest[identity]) <= _age(entry):
            newest[identity] = entry
    return list(newest.values())


def _age(entry: Entry) -> tuple[int, datetime]:
    return entry.version.sequence, entry.version.stamp or datetime.min.replace(tzinfo=UTC)


def _occurrences(groups: Iterable[Group], wanted: Wanted) -> tuple[list[Occurrence], bool]:
    found: list[Happening] = []
    more = False
    for group in groups:
        recurring = wanted.recurring and len(found) < MOST_HAPPENINGS
        of_group, further = happenings(group, wanted.window, wanted.limit, recurring=recurring)
        found += [one for one in of_group if wanted.window is None or starts_in(one.start, wanted.window)]
        more = more or further
    told = sorted(map(_told, found), key=_order)
    return told[: wanted.limit], more or len(told) > wanted.limit


def _order(one: Occurrence) -> tuple[str, str, str, str]:
    return one.start.isoformat(), one.end.isoformat(), one.uid or "", one.summary or ""


def _told(happening: Happening) -> Occurrence:
    entry, start, length = happening.entry, happening.start, happening.length
    begins = start.moment
    try:
        ends, known = length.after(start.wall, start.zone), length.known
    except OverflowError:
        ends, known = begins, False
    return Occurrence(
        uid=entry.uid,
        start=begins,
        end=ends,
        end_known=known,
        recurrence=happening.recurrence,
        override=entry.recurrence is not None,
        summary=entry.summary,
        description=entry.description,
        location=entry.location,
        organizer=entry.organizer,
        status=entry.status,
        cancelled=entry.cancelled,
        version=entry.version,
        zone=None if start.all_day or start.floating else start.zone.name,
        floating=start.floating,
        unknown_zone=start.unknown_zone,
    )


def _cancellations(groups: Iterable[Group]) -> Iterator[Cancellation]:
    for entry in (entry for group in groups for entry in group):
        if entry.cancelled and entry.uid:
            recurrence = entry.recurrence.moment if entry.recurrence else None
            yield Cancellation(uid=entry.uid, recurrence=recurrence, version=entry.version)
