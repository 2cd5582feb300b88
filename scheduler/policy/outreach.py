"""Steps 7, 8, 10 and 11: the agency, a deadline elsewhere, a LinkedIn request.

Quiet. Each step answers with a Verdict, or None when its line of section 3 does not apply.
"""

from __future__ import annotations

from datetime import date, datetime

from scheduler.policy.case import COMPETING_OFFER, DEBRIEF, EMPLOYER
from scheduler.policy.closed import closed
from scheduler.policy.endings import asks_to_connect, has_asked_to_connect
from scheduler.policy.moment import Moment
from scheduler.policy.parameters import NOTE_HOURS, NOTE_MIN, OFFICE_HOURS
from scheduler.policy.verdict import Kind, Verdict
from storage.facts import Channel, ContactKind, Event, EventType, Interview

ANSWERED = frozenset(
    {
        EventType.WINDOW_EXTENDED,
        EventType.ASKED_TO_WAIT,
        EventType.PROCESS_PAUSED,
        EventType.SCHEDULING_PENDING,
    }
)
"""With these they have said how it goes on, whatever they were told."""


def past_the_agency(moment: Moment) -> Verdict | None:
    """7. The Person asks about writing to the employer although an agency stands between (R12)."""
    if not moment.case.via_agency or moment.intent is None or moment.intent.to != EMPLOYER:
        return None
    return closed(moment.situation, "R12", "past_the_agency")


def deadline_elsewhere(moment: Moment) -> Verdict | None:
    """8. A real offer elsewhere has a deadline: say so once, with one reminder (R10); never invented (R42)."""
    offer = moment.situation.last(EventType.COMPETING_OFFER)
    if offer is None or offer.deadline is None or offer.deadline < moment.today:
        return None
    if moment.situation.has_accepted:
        return None
    told = _told_of(offer, moment)
    if not told:
        return _tell(moment, offer.deadline)
    return _remind(moment, offer.deadline, told)


def _told_of(offer: Event, moment: Moment) -> list[datetime]:
    sent = moment.situation.sent
    return [contact.at for contact in sent if contact.about == COMPETING_OFFER and contact.at >= offer.at]


def _tell(moment: Moment, deadline: date) -> Verdict:
    """Office hours, unless the deadline is today or the next business day."""
    if moment.in_office_hours or deadline <= moment.days_ahead(1):
        return _go_with_deadline(moment, "verdict.go.offer_deadline", deadline)
    opens = moment.calendar.next_within(moment.now, OFFICE_HOURS)
    hours = str(OFFICE_HOURS)
    reason = "verdict.hold.offer_deadline_hours"
    return moment.hold(Kind.OFFER_DEADLINE, "R10", reason, opens, deadline=deadline, hours=hours)


def _remind(moment: Moment, deadline: date, told: list[datetime]) -> Verdict | None:
    """One reminder, on the last business day before the deadline; none the day after they were told, and none to those
    who have said since how it goes on."""
    reminder, calendar = moment.calendar.business_day_before(deadline), moment.calendar
    if len(told) > 1 or calendar.bd(calendar.day_of(told[0]), 1) >= reminder or moment.today > reminder:
        return None
    if any(event.at >= told[0] and event.type in ANSWERED for event in moment.case.events):
        return None
    if moment.today == reminder:
        return _go_with_deadline(moment, "verdict.go.offer_deadline_reminder", deadline)
    opens = moment.calendar.at(reminder, OFFICE_HOURS.start)
    return moment.hold(Kind.OFFER_DEADLINE, "R10", "verdict.hold.offer_deadline", opens, deadline=deadline)


def _go_with_deadline(moment: Moment, reason: str, deadline: date) -> Verdict:
    return moment.go(Kind.OFFER_DEADLINE, "R10", reason, channel=moment.situation.channel, deadline=deadline)


def agency_debrief(moment: Moment) -> Verdict | None:
    """10. The consultant waits for a call, on the day of the interview or the next business day (R12)."""
    interview = moment.situation.interview
    if interview is None or not moment.case.via_agency or not moment.in_office_hours:
        return None
    day = moment.calendar.day_of(interview.end)
    if moment.today > moment.calendar.bd(day, 1) or _has_debriefed(moment, interview.start):
        return None
    return moment.go(Kind.DEBRIEF, "R12", "verdict.go.debrief", channel=Channel.PHONE)


def _has_debriefed(moment: Moment, since: datetime) -> bool:
    return any(contact.about == DEBRIEF and contact.at >= since for contact in moment.case.contacts)


def linkedin_request(moment: Moment) -> Verdict | None:
    """11. The Person asks about a LinkedIn request (R38)."""
    interview = moment.situation.interview
    if interview is None or not asks_to_connect(moment) or has_asked_to_connect(moment):
        return None
    if moment.situation.has_accepted:
        return moment.go(Kind.LINKEDIN, "R38", "verdict.go.linkedin", channel=None)
    return None if moment.case.via_agency else _connect(moment, interview)


def _connect(moment: Moment, interview: Interview) -> Verdict | None:
    """From the next business day on, and after the thank-you."""
    from_day = moment.calendar.bd(moment.calendar.day_of(interview.end), 1)
    if _has_thanked(moment, interview):
        is_next_day = moment.today >= from_day
        return moment.go(Kind.LINKEDIN, "R38", "verdict.go.linkedin", channel=None) if is_next_day else None
    if moment.now >= interview.end + NOTE_MIN:
        return None
    opens = moment.calendar.at(from_day, NOTE_HOURS.start)
    return moment.hold(Kind.LINKEDIN, "R38", "verdict.hold.linkedin", opens)


def _has_thanked(moment: Moment, interview: Interview) -> bool:
    """Whether a note went out, or a status question that carried the thanks (R15)."""
    sent = moment.situation.sent_since(interview.start)
    return not moment.situation.owes_thanks or any(contact.kind is ContactKind.THANK_YOU for contact in sent)
