"""Rows about what they wait for, and about offers: an answer, a call, the paper, a day to decide by.

Quiet.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from scheduler import policy
from scheduler.nudges import promised
from scheduler.nudges.afterwards import is_to_be_thanked
from scheduler.nudges.assumed import over_at
from scheduler.nudges.look import Look
from scheduler.nudges.plan import (
    EVENING,
    FAR_FUTURE,
    MORNING,
    OFFICE_MORNING,
    SOON,
    Plan,
    clock_at,
    next_morning,
)
from storage.facts import Event, EventType

MOVES = (policy.Kind.DEBRIEF, policy.Kind.OFFER_DEADLINE, policy.Kind.WITHDRAW, policy.Kind.LOGISTICS)
"""What may have to be done that is neither a note, nor a promise, nor a question."""
CALL_AFTER = timedelta(minutes=30)
"""From the end of an Interview to the call with the agency."""
OFFER_DUE = "verdict.reply_now.offer_due"
"""The reason of a verdict whose offer has been thanked for: `offer_deadline` speaks of that one."""
DECIDE_AHEAD = timedelta(days=2)
ONE_DAY = timedelta(days=1)
PAPER_AFTER = 2
"""Business days from a spoken offer to the question whether it is on paper."""
THANKS_LAPSE = timedelta(days=7)
"""From a no to the day on which a note for it would only open the wound again."""
PAPER_LAPSES = timedelta(days=3)


def reply_owed(look: Look) -> Iterator[Plan]:
    """The next morning, if they wait for an answer that the Person has not reported (R1, R5), and on the day by which
    they need what they asked for."""
    newest = max((e for e in look.events if e.type in policy.NEEDS_ANSWER), key=_by_time, default=None)
    if newest is None or look.verdict.verdict is not policy.Answer.REPLY_NOW or look.verdict.reason == OFFER_DUE:
        return
    if look.end is not None and look.end.type is not EventType.REJECTED:
        return  # the Person has decided: whatever they waited for is answered by that
    if _is_promised(look, newest):
        return  # the reminders of the promise bring it
    at = next_morning(newest.at, look.zone)
    if newest.type is EventType.OFFER and newest.deadline and at >= clock_at(newest.deadline, time.min, look.zone):
        return  # on its last day an offer is decided, not thanked for: `offer_deadline` says so
    if newest.type is EventType.REJECTED:
        if look.last is not None and not is_to_be_thanked(look.last):
            return  # no mail to them was wanted before, and none is now
        at = clock_at(look.case.calendar.next_business_day(at.astimezone(look.zone).date()), MORNING, look.zone)
        over = max(newest.at + THANKS_LAPSE, at + ONE_DAY)
        once = f"rejection_thanks:{newest.id}"
        yield look.plan("rejection_thanks", once, newest.id, at, until=over, pointless_from=over)
        return
    due = newest.deadline if newest.type is EventType.REQUEST else None
    last = clock_at(due, MORNING, look.zone) if due is not None else at
    if last <= newest.at:  # asked for by today, or overdue already
        last = at = max(newest.at + SOON, clock_at(newest.at.astimezone(look.zone).date(), EVENING, look.zone))
    once = f"reply_owed:{newest.id}"
    yield look.plan("reply_owed", once, newest.id, min(at, last), until=last if last > at else FAR_FUTURE)
    if last > at:
        yield look.plan("reply_owed", f"{once}:{due}", newest.id, last)


def _is_promised(look: Look, asked: Event) -> bool:
    """Whether the Person has promised, since they were asked or in the same breath, something by the day on which it is
    needed: one thing is not brought twice."""
    if asked.type is not EventType.REQUEST:
        return False
    owed = (promise for promise in promised.owed(look.known, look.opportunity) if promise.id > asked.id)
    return any(asked.deadline is None or promise.due <= asked.deadline for promise in owed)


def _by_time(event: Event) -> tuple[datetime, int]:
    return event.at, event.id


def your_move(look: Look) -> Iterator[Plan]:
    """Something else than a question is to be done: call the agency (R12), tell of a deadline (R10), leave (R8)."""
    kind = move(look)
    if look.last is None or kind is None:
        return
    newest = max((event.at for event in look.events), default=look.last.end)
    is_call = kind is policy.Kind.DEBRIEF
    if is_call and not look.last.day_known:
        return
    at = over_at(look.last, look.zone) + CALL_AFTER if is_call else next_morning(newest, look.zone)
    yield look.plan("your_move", f"your_move:{kind}:{look.chapter}", look.last.id, at)


def move(look: Look) -> policy.Kind | None:
    """What it is that is to be done. Whoever is leaving has nothing else to say to them, and nothing after their no."""
    situation, verdict = look.moment.situation, look.verdict
    if situation.is_leaving:
        must_tell = situation.told_of_leaving is None and situation.rejection is None
        return policy.Kind.WITHDRAW if must_tell else None
    return verdict.kind if verdict.verdict is policy.Answer.GO and verdict.kind in MOVES else None


def offer_deadline(look: Look) -> Iterator[Plan]:
    """Two days before an offer is to be answered, and on the morning of that day (R3)."""
    offer = max((e for e in look.events if e.type is EventType.OFFER), key=_by_time, default=None)
    if offer is None or offer.deadline is None:
        return
    over = clock_at(offer.deadline, time.max, look.zone)
    last = clock_at(offer.deadline, OFFICE_MORNING, look.zone)
    for day, until in ((offer.deadline - DECIDE_AHEAD, last), (offer.deadline, over)):
        at = clock_at(day, OFFICE_MORNING, look.zone)
        if offer.at < at and not _was_reminded(look, offer, day):
            once = f"offer_deadline:{offer.id}:{day}"
            yield look.plan("offer_deadline", once, offer.id, at, until=until, pointless_from=over)


def _was_reminded(look: Look, offer: Event, day: date) -> bool:
    """Whether the offer was spoken of on that day already."""
    reminded = look.said(f"reply_owed:{offer.id}")
    return reminded is not None and reminded.at.astimezone(look.zone).date() == day


def paper(look: Look) -> Iterator[Plan]:
    """Is a spoken offer on paper? On the second business day, and after the day they named (R4, advice 53)."""
    spoken = max((e for e in look.events if e.type is EventType.VERBAL_OFFER), key=_by_time, default=None)
    if spoken is None or any(e.type is EventType.OFFER and e.at >= spoken.at for e in look.events):
        return
    calendar, named = look.case.calendar, spoken.until or spoken.latest
    second = calendar.bd(calendar.day_of(spoken.at), PAPER_AFTER)
    if named is None or named > second:
        yield _paper(look, spoken, "paper", second)
    if named is not None:
        yield _paper(look, spoken, "paper_named", calendar.bd(named, 1))


def _paper(look: Look, spoken: Event, key: str, day: date) -> Plan:
    at = clock_at(day, OFFICE_MORNING, look.zone)
    return look.plan("paper", f"{key}:{spoken.id}:{day}", spoken.id, at, until=at + PAPER_LAPSES)
