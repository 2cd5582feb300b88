"""What is so about an employer and changes how long one waits: its kind, an agency, where it is, who has left."""

from __future__ import annotations

from collections.abc import Callable
from zoneinfo import ZoneInfo

from babel.core import get_global

from bot.coaching.styles import letters_with
from bot.hear.act import Act
from bot.hear.times import PlaceRead, read_place
from bot.learn.ledger import Ledger
from bot.learn.lines import keep, moved, stands
from bot.learn.plan import opens_on
from bot.learn.pressed import about, also
from bot.learn.which import opportunity_for
from bot.words import clock
from storage.facts import Sector


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


def agency(ledger: Ledger, act: Act) -> None:
    """Somebody stands between: what is written goes to them (R12)."""
    opportunity = opportunity_for(ledger, act.without("about") if act.get("about") == act.get("name") else act)
    if opportunity is None:
        return None
    name = act.get("name")
    if name and opportunity.employer.casefold() == str(name).casefold():
        return None  # an agency named as such is no employer
    if also(ledger, "sent") and opportunity.via_agency and not name:
        return None  # "I called the agency" says nothing new of it
    before = opens_on(ledger, opportunity)
    changed = ledger.change(opportunity, via_agency=True, agency=str(name) if name else opportunity.agency)
    if name:
        return moved(ledger, changed, "kept.agency.named", before, employer=changed.employer, agency=str(name))
    return moved(ledger, changed, "kept.agency", before, employer=changed.employer)


def their_place(ledger: Ledger, act: Act) -> None:
    """Their clock and their holidays count, when what was said is one zone."""
    opportunity = about(ledger, act)
    read = read_place(str(act.get("zone") or act.get("city") or ""), ledger.now)
    if opportunity is None or not isinstance(read, PlaceRead):
        return None
    known, there = opportunity.zone == read.zone, clock(ledger.now.astimezone(ZoneInfo(read.zone)))
    employer, before = opportunity.employer, opens_on(ledger, opportunity)
    if known:
        return stands(ledger, opportunity, "event_said.place", employer=employer, place=read.name, time=there)
    country = get_global("zone_territories").get(read.zone)
    changed = ledger.change(opportunity, zone=read.zone, country=country, region=None)
    return moved(ledger, changed, "event_said.place", before, employer=employer, place=read.name, time=there)


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
    "agency": agency,
    "their_place": their_place,
    "contact_left": contact_left,
    "address": address,
}
