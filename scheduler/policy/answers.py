"""Steps 1 to 3: what they wait for, a call they fixed, their offer.

Quiet. Each step answers with a Verdict, or None when its line of section 3 does not apply.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from scheduler.policy.case import FEEDBACK
from scheduler.policy.endings import always_allowed, leaving
from scheduler.policy.moment import Moment
from scheduler.policy.parameters import (
    CALL_GRACE,
    REJECTION_REPLY,
    REJECTION_REPLY_TARGET,
    REPLY_TARGET,
)
from scheduler.policy.promises import promise_due, promise_pending
from scheduler.policy.situation import Situation
from scheduler.policy.verdict import Answer, Kind, Verdict
from storage.facts import Contact, ContactKind, Direction, Event, EventType

NEEDS_ANSWER: Mapping[EventType, str] = {
    EventType.REQUEST: "R1",
    EventType.QUESTION: "R1",
    EventType.INVITATION: "R1",
    EventType.MISSED_CALL: "R1",
    EventType.LINKEDIN_INVITATION: "R1",
    EventType.OFFER: "R3",
    EventType.REJECTED: "R5",
    EventType.REOPENED: "R7",
}
"""Messages that wait for an answer, and the rule that says how to give it."""
MOOT_ONCE_MET = frozenset(NEEDS_ANSWER) - {EventType.REQUEST, EventType.OFFER}
"""These are answered by the interview that follows them; papers are still to be sent."""
CLOSES_THE_TALK = (EventType.REJECTED, EventType.ACCEPTED, EventType.DECLINED)
"""After these, nothing that came before waits for an answer."""
NOT_FROM_THEM = frozenset(
    {
        EventType.ACCEPTED,
        EventType.DECLINED,
        EventType.COMPETING_OFFER,
        EventType.ACCEPTED_OTHER_OFFER,
        EventType.USER_WITHDRAWS,
        EventType.JOB_REPOSTED,
        EventType.PROFILE_VIEW,
        EventType.REFERENCE_CALLED,
    }
)
"""Events that say nothing about whether they called."""


def reply_owed(moment: Moment) -> Verdict | None:
    """1. They wait for an answer (R1, R3, R5, R7)."""
    event = next((e for e in reversed(moment.situation.events) if _is_owed(e, moment)), None)
    if event is None:
        return None
    is_no = event.type is EventType.REJECTED
    target = REJECTION_REPLY_TARGET if is_no else REPLY_TARGET
    by = moment.calendar.bd(moment.calendar.day_of(event.at), target)
    word = "rejected_no_reply" if is_no and event.no_reply_address else event.type
    return Verdict(
        verdict=Answer.REPLY_NOW,
        rule=NEEDS_ANSWER[event.type],
        kind=Kind.REPLY,
        opens_at=moment.now,
        reason=f"verdict.reply_now.{word}",
        params={"by": by},
        also=("verdict.also.reply_by" if moment.today <= by else "verdict.also.reply_today",),
        count=moment.situation.tally.count,
    )


def _is_owed(event: Event, moment: Moment) -> bool:
    situation = moment.situation
    if event.type not in NEEDS_ANSWER or _is_moot(event, situation):
        return False
    if event.type is EventType.REJECTED:
        last_day = moment.calendar.bd(moment.calendar.day_of(event.at), REJECTION_REPLY)
        return moment.today <= last_day and not is_no_answered(event, situation)
    answers = [ContactKind.REPLY]
    if event.type is EventType.REQUEST:
        answers.append(ContactKind.PROMISE)
    answered = situation.last_sent(*answers)
    return answered is None or answered < event.at


def _is_moot(event: Event, situation: Situation) -> bool:
    """Whether what came later has settled it without an answer."""
    if event.type in MOOT_ONCE_MET and situation.met_since(event.at):
        return True
    if event.type is EventType.INVITATION and situation.happened_since(event, EventType.NEXT_INTERVIEW):
        return True
    told = situation.told_of_leaving
    return situation.happened_since(event, *CLOSES_THE_TALK) or (told is not None and told >= event.at)


def is_no_answered(rejection: Event, situation: Situation) -> bool:
    """Whether the no has been answered: with a reply, with thanks, or by asking for feedback (R5, R6)."""
    return any(
        contact.at >= rejection.at
        and (contact.kind in (ContactKind.REPLY, ContactKind.THANK_YOU) or contact.about == FEEDBACK)
        for contact in situation.sent
    )


def fixed_call(moment: Moment) -> Verdict | None:
    """2. A call they fixed has not come yet (R2). What is always allowed, or owed, may still go before it."""
    planned = _call_waited_for(moment.situation)
    if planned is None:
        return None
    if moment.now < planned + CALL_GRACE:
        return (
            leaving(moment)
            or always_allowed(moment)
            or promise_due(moment)
            or promise_pending(moment)
            or _before_the_call(moment, planned)
        )
    day = moment.calendar.day_of(planned)
    if moment.today > day + timedelta(days=1):
        return None
    return moment.go(Kind.LOGISTICS, "R2", "verdict.go.missed_their_call", called=day)


def _before_the_call(moment: Moment, planned: datetime) -> Verdict:
    day = max(moment.today, moment.calendar.day_of(planned))
    return moment.hold(Kind.LOGISTICS, "R2", "verdict.hold.call_fixed", planned + CALL_GRACE, day)


def _call_waited_for(situation: Situation) -> datetime | None:
    """When the last call they fixed is planned for; None once it came, was asked about or lost its point."""
    call = situation.last(EventType.SCHEDULED_CALL)
    if call is None or call.planned_for is None or situation.met_since(call.planned_for):
        return None
    if situation.happened_since(call, *CLOSES_THE_TALK, EventType.OFFER):
        return None
    planned = call.planned_for
    came = planned - CALL_GRACE  # they may be early
    if any(_settles_call(contact, planned, came) for contact in situation.case.contacts):
        return None
    spoke = (e for e in situation.events if e is not call and e.type not in NOT_FROM_THEM)
    return None if any(event.at >= max(came, call.at) for event in spoke) else planned


def _settles_call(contact: Contact, planned: datetime, came: datetime) -> bool:
    """They called or wrote, or the Person has asked about it: once (R2)."""
    if contact.direction is Direction.IN:
        return contact.at >= came
    asked = contact.kind in (ContactKind.REPLY, ContactKind.FOLLOW_UP, ContactKind.OTHER)
    return asked and contact.at >= planned


def open_offer(moment: Moment) -> Verdict | None:
    """3. Their offer on paper is open and its receipt confirmed (R3)."""
    situation = moment.situation
    offer = situation.last(EventType.OFFER)
    if offer is None or situation.is_leaving or situation.happened_since(offer, *CLOSES_THE_TALK):
        return None
    if moment.asks("withdraw"):
        return None
    if offer.deadline is not None and offer.deadline <= moment.days_ahead(1):
        return Verdict(
            verdict=Answer.REPLY_NOW,
            rule="R3",
            kind=Kind.REPLY,
            opens_at=moment.now,
            reason="verdict.reply_now.offer_due",
            params={"named": offer.deadline},
            count=situation.tally.count,
        )
    if offer.deadline is None:
        return moment.go(Kind.OFFER_QUESTION, "R3", "verdict.go.offer_open", channel=situation.channel)
    return moment.go(
        Kind.OFFER_QUESTION,
        "R3",
        "verdict.go.offer_open_until",
        channel=situation.channel,
        named=offer.deadline,
        decide=moment.calendar.business_day_before(offer.deadline),
    )
