"""Where the Person's clock stands: a city, a country, a zone, what the clock shows, or a location that was shared."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo, available_timezones

from babel.dates import get_timezone_location

from bot.hear.act import Act
from bot.hear.times import PlaceChoice, PlaceRead, read_place
from bot.learn.ledger import Ledger
from bot.learn.talks import ZONE, is_correcting
from bot.learn.told_lately import Fact, ToldLately
from bot.words import clock
from bot.words.named import Press, text
from scheduler import nudges
from storage.facts import Event, Interview, Promise

ASKS = "zone"
"""The question that is open while the place is not known."""
HOME = "home"
"""The city of an act that says no more than that the Person is back."""
MOST_CHOICES = 8
SOME_DAYS = (datetime(2027, 1, 15, tzinfo=UTC), datetime(2027, 7, 15, tzinfo=UTC))
"""In winter and in summer."""
DAYS_OF: dict[type[Fact], tuple[str, ...]] = {
    Interview: ("window_earliest", "window_latest"),
    Promise: ("due",),
    Event: ("earliest", "latest", "since", "until", "deadline"),
}
"""The days that a fact names, by its kind."""


def zone_told(acts: Iterable[Act], now: datetime) -> ZoneInfo | None:
    """The zone of the place that these acts name, if they name one, and one only fits."""
    for act in acts:
        is_here = act.name == "place" and not is_later(act, now)
        said = is_here and str(act.get("zone") or act.get("city") or "")
        if said and isinstance(read := read_place(said, now), PlaceRead):
            return ZoneInfo(read.zone)
    return None


def is_later(act: Act, now: datetime) -> bool:
    """Whether the Person will be there on a day that is still ahead."""
    day = act.get("day")
    return isinstance(day, date) and day > now.date()


def place(ledger: Ledger, act: Act) -> None:
    """The Person's clock stands there; where several places fit, they choose."""
    location = ledger.incoming.location
    if location is not None and not act.slots:
        return _located(ledger, location)
    if act.get("city") == HOME:
        return _home(ledger, act)
    if is_later(act, ledger.here):
        return _later(ledger, act)
    said = str(act.get("zone") or act.get("city") or act.span)
    if not said and any(other.name == act.name and other.slots for other in ledger.acts):
        return None  # "No, I'm in Porto": the other half of it says where
    match read_place(said, ledger.now) if said else None:
        case PlaceRead(zone=zone):
            settle(ledger, zone, act)
        case PlaceChoice(options=options):
            _choose(ledger, options)
        case _:
            _ask(ledger)
    return None


def _later(ledger: Ledger, act: Act) -> None:
    """A journey that is still ahead: with its end told, the clock goes along and back by itself."""
    read = read_place(str(act.get("zone") or act.get("city")), ledger.now)
    since, until = act.get("day"), act.get("until")
    name = city(read.zone, ledger.person.language) if isinstance(read, PlaceRead) else str(act.get("city"))
    if not isinstance(read, PlaceRead) or until is None or until <= since or read.zone == ledger.zone.key:
        return ledger.answer("place.later", place=name)
    ledger.change_person(journey=nudges.Journey(read.zone, since, until).kept())
    return ledger.keep("kept.journey", place=name, since=since, until=until, home=_here(ledger))


def _home(ledger: Ledger, act: Act) -> None:
    """Back home: from a journey, or before one that is off."""
    journey = nudges.journey_of(ledger.person)
    if journey is None:
        return None if len(ledger.acts) > 1 else ledger.answer("small.fine")
    home = journey.zone if journey.since is None else ledger.zone.key
    ledger.change_person(journey=())
    return settle(ledger, home, act)


def _here(ledger: Ledger) -> str:
    return city(ledger.zone.key, ledger.person.language)


def _stay(ledger: Ledger, new: ZoneInfo, act: Act | None) -> tuple[str, ...]:
    """What is kept of a stay in `new` that has an end."""
    if new.key == ledger.zone.key:
        return ledger.person.journey  # a zone named beside a talk: what is ahead stays ahead
    until = act.get("until") if act is not None else None
    if until is not None and ledger.person.zone_confirmed:
        return nudges.Journey(ledger.zone.key, None, until).kept()
    return nudges.begins(ledger.person, new)


def _located(ledger: Ledger, location: tuple[float, float]) -> None:
    """A shared location becomes a zone at once; the position itself is not kept anywhere."""
    from tzfpy import get_tz  # late: its map takes a moment and 40 MB

    latitude, longitude = location
    zone = get_tz(longitude, latitude)
    if zone in available_timezones():
        settle(ledger, zone)
    else:
        _ask(ledger)


def _ask(ledger: Ledger) -> None:
    ledger.change_person(zone_asked_at=ledger.now)
    ledger.ask(ASKS, 0)
    ledger.pose("again.zone")


def _choose(ledger: Ledger, options: tuple[PlaceRead, ...]) -> None:
    presses = tuple(
        (Press(f"zone={one.zone}", label=f"{one.name} ({clock(ledger.now.astimezone(ZoneInfo(one.zone)))})"),)
        for one in options[:MOST_CHOICES]
    )
    ledger.change_person(zone_asked_at=ledger.now)
    ledger.ask(ASKS, 0)
    ledger.pose("zone.which", presses)


def city(zone: str, language: str) -> str:
    """The name of a zone as people there say it: Vienna, Wien."""
    there = get_timezone_location(zone, locale=language, return_city=True)
    return there.rpartition("/")[2]


# It is known now


def settle(ledger: Ledger, zone: str, act: Act | None = None) -> None:
    """The Person's clock stands in `zone`, and what was worked out on another clock is worked out again.

    Times told while the zone was only assumed keep their clock time, unless a zone was named with them; once it was
    confirmed, they keep their moment.
    """
    person, old, new = ledger.person, ledger.zone, ZoneInfo(zone)
    was_assumed = not person.zone_confirmed or is_correcting(ledger)
    ledger.change_person(zone=zone, zone_confirmed=True, journey=_stay(ledger, new, act))
    if not was_assumed and len(ledger.acts) > 1 and _show_the_same(old, new):
        return  # said in passing, and nothing is different
    if act is not None and act.verb.startswith("zone="):
        ledger.rewrite(text("marked.plain", answer=city(zone, person.language)))
    elif act is not None and act.verb:
        ledger.mark(act.verb)
    ledger.keep("kept.place", time=clock(ledger.here), place=city(zone, person.language))
    if (journey := nudges.journey_of(ledger.person)) is not None:
        ledger.keep("kept.journey.back", home=city(journey.zone, person.language), until=journey.until)
    if was_assumed and old.key != new.key:
        _Moving(ledger, old, new).move()
    elif not was_assumed:
        _leave_employers(ledger, old.key)


def assume(ledger: Ledger, zone: str) -> None:
    """Another zone is likelier than the one that was guessed: the clock times that were told are meant there."""
    old = ledger.zone
    ledger.change_person(zone=zone)
    if old.key != zone:
        _Moving(ledger, old, ZoneInfo(zone)).move()


def _leave_employers(ledger: Ledger, old: str) -> None:
    """Whoever moves on does not take along the employers of whom they told before: those stay where they were."""
    for opportunity in ledger.open_opportunities:
        if opportunity.zone is None:
            ledger.change(opportunity, zone=old)


def _show_the_same(one: ZoneInfo, other: ZoneInfo) -> bool:
    """Whether clocks in both zones show the same, in winter as in summer."""
    return all(day.astimezone(one).utcoffset() == day.astimezone(other).utcoffset() for day in SOME_DAYS)


class _Moving:
    """What was told on the clock of one zone is put on that of another."""

    def __init__(self, ledger: Ledger, old: ZoneInfo, new: ZoneInfo) -> None:
        self.ledger, self.old, self.new = ledger, old, new
        self.today = ledger.now.astimezone(old).date()
        self.days = ledger.now.astimezone(new).date().toordinal() - self.today.toordinal()
        """How many days further on it is there: 0, 1 or -1. "Today" was told of that other day."""
        self.lately = ToldLately(ledger)

    def move(self) -> None:
        """Talks and appointments keep their clock time, and a day that was told as today is today there."""
        for interview in self.ledger.known.interviews:
            if ZONE not in interview.passed_over:
                self._talk(interview)
        for row in self.ledger.known.appointments:
            if row.zone is None and not row.all_day:
                self.ledger.change(row, start=self._on_the_clock(row.start), end=self._on_the_clock(row.end))
        if self.days:
            self._days()

    def _talk(self, interview: Interview) -> None:
        is_over = interview.end <= self.ledger.now
        is_today = interview.start.astimezone(self.old).date() == self.today
        if is_over and is_today and not interview.start_known:
            return  # it was put just before the message that told of it: a moment, in whichever zone
        days = self.days if is_today and self.lately.has(interview, "start") else 0
        start, end = (self._on_the_clock(moment, days) for moment in (interview.start, interview.end))
        if is_over and end > self.ledger.now:
            return  # what is over stays over
        changed = self.ledger.change(interview, start=start, end=end)
        if end > self.ledger.now and not changed.cancelled:
            employer = self.ledger.opportunity_of(changed).employer
            self.ledger.keep("kept.place.talk", employer=employer, when=text("@span", interview=changed.id))

    def _on_the_clock(self, moment: datetime, days: int = 0) -> datetime:
        """What the clock showed, on the clock that is right; some days later (UTC)."""
        there = moment.astimezone(self.old)
        return datetime.combine(there.date() + timedelta(days=days), there.time(), self.new).astimezone(UTC)

    def _days(self) -> None:
        """Of the days that were told just now only today is surely meant as such: a Friday stays a Friday."""
        known = self.ledger.known
        facts: tuple[Fact, ...] = (*known.interviews, *known.promises, *known.events)
        for fact in facts:
            told = {
                field: self.today + timedelta(days=self.days)
                for field in DAYS_OF[type(fact)]
                if getattr(fact, field) == self.today and self.lately.has(fact, field)
            }
            if told:
                self.ledger.change(fact, **told)  # type: ignore[type-var]


ACTS: dict[str, Callable[[Ledger, Act], None]] = {"place": place}
