"""A Case from what is remembered about a Person.

Quiet.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from scheduler.calendar_days import Calendar, calendar_for, country_of
from scheduler.holiday_lists import USUAL_REGION
from scheduler.policy.case import Case, OtherApplication, is_status_question, with_agreed_interview
from scheduler.policy.lazily import MOMENTS
from storage.facts import Event, EventType, Interview, Known, Opportunity
from storage.grouping import Same, about


def case_of(known: Known, opportunity: Opportunity) -> Case:
    """The Case of one Opportunity of a Person. Its zone falls back to the Person's own, then to UTC."""
    return _case_of(_Told(known, opportunity))


class _Told:
    """An Opportunity with what is known. It equals another one in which all that a Case is made of is the very same."""

    __slots__ = ("known", "opportunity", "rests_on")

    def __init__(self, known: Known, opportunity: Opportunity) -> None:
        self.known, self.opportunity = known, opportunity
        rows = (known.opportunities, known.interviews, known.contacts, known.promises, known.events)
        self.rests_on = (*map(Same, (opportunity, *rows)), known.person.zone, known.person.zone_confirmed)

    def __hash__(self) -> int:
        return hash(self.rests_on)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Told) and self.rests_on == other.rests_on


@lru_cache(maxsize=MOMENTS)
def _case_of(told: _Told) -> Case:
    known, opportunity = told.known, told.opportunity
    interviews = _interviews(known, opportunity)
    took_place = tuple(interview for interview in interviews if not interview.cancelled)
    events = about(known.events, opportunity.id)
    return Case(
        calendar=_calendar(known, opportunity),
        interviews=with_agreed_interview(took_place, _without_superseded(events, interviews)),
        contacts=about(known.contacts, opportunity.id),
        promises=about(known.promises, opportunity.id),
        events=tuple([event for event in events if not _led_to_an_interview(event, took_place)]),
        sector=opportunity.sector,
        via_agency=opportunity.via_agency,
        preferred_channel=opportunity.preferred_channel,
        other_applications=tuple(
            _other_application(known, opportunity, other)
            for other in _by_employer(Same(known.opportunities)).get(_named(opportunity), ())
            if other.id != opportunity.id
        ),
    )


def _calendar(known: Known, here: Opportunity) -> Calendar:
    """Where their country is not known, it is most likely that of their zone, or of the Person's own; where the part of
    it is not known, the careful days count."""
    zone = next((zone for zone in (here.zone, known.person.zone) if zone and _is_zone(zone)), "UTC")
    is_told = zone == here.zone or known.person.zone_confirmed
    if here.country is not None or not is_told:
        country, region = here.country, here.region
    else:
        country, region = country_of(zone), None
    return calendar_for(
        zone,
        country,
        region,
        here.work_week,
        here.closings,
        is_assumed=here.country is None and is_told,
        has_clock=is_told,
        is_careful=region is None and (here.country is not None or country not in USUAL_REGION),
    )


def _is_zone(name: str) -> bool:
    try:
        return calendar_for(name) is not None
    except (ValueError, OSError, KeyError):
        return False


def _interviews(known: Known, opportunity: Opportunity) -> tuple[Interview, ...]:
    return about(known.interviews, opportunity.id)


def _led_to_an_interview(event: Event, interviews: tuple[Interview, ...]) -> bool:
    """An invitation is answered, and a no undone, by an interview that was written down after it (R1, R7)."""
    if event.type not in (EventType.INVITATION, EventType.REJECTED):
        return False
    return any(interview.id > event.id and interview.end > event.at for interview in interviews)


def _without_superseded(events: tuple[Event, ...], interviews: tuple[Interview, ...]) -> tuple[Event, ...]:
    """An agreed interview counts until it stands among the interviews, where it may be moved or cancelled."""
    latest = max((interview.end for interview in interviews), default=None)
    if latest is None:
        return events
    return tuple(e for e in events if e.type is not EventType.NEXT_INTERVIEW or e.at >= latest)


@lru_cache(maxsize=MOMENTS)
def _by_employer(opportunities: Same[tuple[Opportunity, ...]]) -> Mapping[str, Sequence[Opportunity]]:
    found: dict[str, list[Opportunity]] = {}
    for opportunity in opportunities.value:
        found.setdefault(_named(opportunity), []).append(opportunity)
    return found


def _named(opportunity: Opportunity) -> str:
    return opportunity.employer.strip().casefold()


def _other_application(known: Known, opportunity: Opportunity, other: Opportunity) -> OtherApplication:
    """The same person reads about both unless the interviewers of both are known and differ (R39)."""
    here, there = _names(known, opportunity), _names(known, other)
    questions = (c for c in about(known.contacts, other.id) if is_status_question(c))
    return OtherApplication(
        role=other.role,
        same_contact=not here or not there or bool(here & there),
        asked_at=tuple(contact.at for contact in questions),
    )


def _names(known: Known, opportunity: Opportunity) -> set[str]:
    interviews = _interviews(known, opportunity)
    return {name.casefold() for interview in interviews for name in interview.interviewers}
