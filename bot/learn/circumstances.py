"""What is so about an employer and changes how long one waits: its kind, where it is, who has left."""

from __future__ import annotations

from collections.abc import Callable
from zoneinfo import ZoneInfo

from babel.core import Locale, get_global
from babel.dates import get_day_names

from bot.coaching.styles import letters_with
from bot.hear.act import Act
from bot.hear.times import PlaceChoice, PlaceRead, read_place
from bot.learn.ledger import Ledger
from bot.learn.lines import keep, moved, stands
from bot.learn.plan import opens_on
from bot.learn.pressed import about
from bot.words import clock
from bot.words.named import Listed
from scheduler.calendar_days import country_of
from storage.facts import Opportunity, Sector

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MOST_CLOSINGS = 10


def sector(ledger: Ledger, act: Act) -> None:
    """Universities and public bodies take longer (R22)."""
    opportunity = about(ledger, act)
    if opportunity is None:
        return None
    kind = Sector(act.get("sector"))
    key = f"event_said.sector.{kind}"
    if opportunity.sector is kind:
        return stands(ledger, opportunity, key, employer=opportunity.employer)
    before = opens_on(ledger, opportunity)
    changed = ledger.change(opportunity, sector=kind)
    return moved(ledger, changed, key, before, employer=changed.employer)


def their_place(ledger: Ledger, act: Act) -> None:
    """Their clock and their holidays count, when what was said is one zone: of the country, and of its part."""
    opportunity, read = about(ledger, act), _place(act, ledger)
    if opportunity is None:
        return None
    if read is None:
        return _their_country(ledger, opportunity, act)
    there = clock(ledger.now.astimezone(ZoneInfo(read.zone)))
    country, _, region = read.where.partition("-")
    told = (read.zone, country or get_global("zone_territories").get(read.zone), region or None)
    employer, before = opportunity.employer, opens_on(ledger, opportunity)
    if opportunity.zone == read.zone and told[2] in (None, opportunity.region):
        return stands(ledger, opportunity, "event_said.place", employer=employer, place=read.name, time=there)
    changed = ledger.change(opportunity, zone=told[0], country=told[1], region=told[2])
    return moved(ledger, changed, "event_said.place", before, employer=employer, place=read.name, time=there)


def _place(act: Act, ledger: Ledger) -> PlaceRead | None:
    """The city that was said, which tells more than its zone."""
    reads = (read_place(str(said), ledger.now) for said in (act.get("city"), act.get("zone")) if said)
    return next((read for read in reads if isinstance(read, PlaceRead)), None)


def _their_country(ledger: Ledger, opportunity: Opportunity, act: Act) -> None:
    """Of a country with several zones the holidays count; a zone that was told stays when it is one of them."""
    country = _country(act, ledger)
    if country is None:
        return None
    place = Locale.parse(ledger.person.language).territories.get(country, country)
    said = {"employer": opportunity.employer, "place": place}
    if opportunity.country == country:
        return stands(ledger, opportunity, "event_said.country", **said)
    before = opens_on(ledger, opportunity)
    zone = opportunity.zone if opportunity.zone and country_of(opportunity.zone) == country else None
    changed = ledger.change(opportunity, zone=zone, country=country, region=None)
    return moved(ledger, changed, "event_said.country", before, **said)


def _country(act: Act, ledger: Ledger) -> str | None:
    """The one country in which everything lies that may be meant; None: there are several, or it is not known."""
    read = read_place(str(act.get("city") or ""), ledger.now)
    options = read.options if isinstance(read, PlaceChoice) else ()
    countries = {one.where.partition("-")[0] for one in options}
    return (countries.pop() or None) if len(countries) == 1 else None


def work_week(ledger: Ledger, act: Act) -> None:
    """On which days they work: only these are business days (R36)."""
    opportunity = about(ledger, act)
    week = tuple(sorted(DAYS.index(day) for day in act.get("days") if day in DAYS))
    if opportunity is None or not week:
        return None
    employer, before = opportunity.employer, opens_on(ledger, opportunity)
    days = Listed(tuple(get_day_names("abbreviated", locale=ledger.person.language)[day] for day in week))
    if opportunity.work_week == week:
        return stands(ledger, opportunity, "event_said.work_week", employer=employer, days=days)
    changed = ledger.change(opportunity, work_week=week)
    return moved(ledger, changed, "event_said.work_week", before, employer=employer, days=days)


def closed(ledger: Ledger, act: Act) -> None:
    """Days on which they are closed are no business days; the day they named stays as it was told."""
    opportunity, since, until = about(ledger, act), act.get("from"), act.get("until")
    if opportunity is None or until < ledger.here.date():
        return None
    employer, before = opportunity.employer, opens_on(ledger, opportunity)
    told = f"{since}/{until}"
    if told in opportunity.closings:
        return stands(ledger, opportunity, "event_said.closed", employer=employer, since=since, until=until)
    changed = ledger.change(opportunity, closings=(*opportunity.closings, told)[-MOST_CLOSINGS:])
    return moved(ledger, changed, "event_said.closed", before, employer=employer, since=since, until=until)


def contact_left(ledger: Ledger, act: Act) -> None:
    """Whoever the Person talked to is gone: that decides nothing, and somebody else reads now."""
    opportunity = about(ledger, act)
    if opportunity is not None:
        keep(ledger, opportunity, "contact_left", employer=opportunity.employer)


def address(ledger: Ledger, act: Act) -> None:
    """Whether they say du to each other: the drafts do as well."""
    opportunity = about(ledger, act)
    if opportunity is not None:
        key = str(act.get("by"))
        changed = ledger.change(opportunity, letters=letters_with(opportunity.letters, f"per {key}"))
        keep(ledger, changed, f"kept.address.{key}", employer=changed.employer)


ACTS: dict[str, Callable[[Ledger, Act], None]] = {
    "sector": sector,
    "their_place": their_place,
    "work_week": work_week,
    "closed": closed,
    "contact_left": contact_left,
    "address": address,
}
