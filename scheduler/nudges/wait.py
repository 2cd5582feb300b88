"""Rows of the wait: the word in its middle, the question when it may be asked, the end when silence is the answer.

Quiet.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from scheduler import policy
from scheduler.nudges.afterwards import is_unwanted
from scheduler.nudges.assumed import is_told
from scheduler.nudges.look import Look
from scheduler.nudges.plan import MORNING, Plan, clock_at, next_morning
from scheduler.policy.parameters import GAP
from storage.facts import ContactKind, Direction, Interview, Known, Opportunity, Parked

HOLD_AT = time(10)
OUTSIDE_OFFICE_HOURS = "R36"
"""The rule of a question that is open already, only not at this hour."""
HOLD_LAPSES = timedelta(days=2)
SHORTEST_WAIT_TO_HOLD = timedelta(days=7)
"""A wait shorter than this needs no word in its middle."""
ONE_DAY = timedelta(days=1)
UNASKED_FOR_DAYS = 14
"""When a question that may be asked is left unasked for so long, closing is offered."""


def hold(look: Look) -> Iterator[Plan]:
    """Once, in the middle of the wait: from when they may ask, and why silence means nothing yet (R18)."""
    last = look.last
    if last is None or look.is_offered or look.is_passed_over or not _took_place(look, last) or is_unwanted(last):
        return
    if look.verdict.count[0] > 0 or look.said(_follow_up_once(look)) or (opens := question_opens(look)) is None:
        return
    began = _wait_began(look, last)
    if opens - began >= SHORTEST_WAIT_TO_HOLD:
        middle = began + (opens - began) / 2
        day = look.case.calendar.next_business_day(middle)
        if _is_nearly_over(look, day):
            return
        at = clock_at(day, HOLD_AT, look.zone)
        until = min(at + HOLD_LAPSES, clock_at(opens - ONE_DAY, time.min, look.zone))
        at = max(at, _after_the_last_talk(look, at))
        yield look.plan("hold", f"hold:{look.chapter}", last.id, at, until=until)


def _after_the_last_talk(look: Look, at: datetime) -> datetime:
    """The morning after the Person's last word, where they have written since that moment: the reply has told them from
    when they may ask."""
    heard_at = look.known.person.heard_at
    if heard_at is None or heard_at <= at:
        return at
    return clock_at(heard_at.astimezone(look.zone).date() + ONE_DAY, HOLD_AT, look.zone)


def _is_nearly_over(look: Look, day: date) -> bool:
    """Whether the day that they named is the next working day, or has come: then nothing is halfway."""
    named = look.question.params.get("named")
    return isinstance(named, date) and look.case.calendar.bd(day, 1) >= named


def _took_place(look: Look, last: Interview) -> bool:
    """Whether it surely did: its day is known, or something was told of it since."""
    return last.day_known or last.window_answer is not None or is_told(look.known, last)


def follow_up(look: Look) -> Iterator[Plan]:
    """On the day the question may be asked (R19, R21, R22); the second in the same way (R23). Once more when it was not
    reported by the day on which, had it been sent, the next one might go."""
    last = look.last
    if last is None or is_unwanted(last):
        return
    verdict = look.verdict
    if verdict.kind is not policy.Kind.FOLLOW_UP or verdict.opens_at is None or look.is_passed_over:
        return
    name = "follow_up" if verdict.count[0] == 0 else "second_follow_up"
    if waiting_draft(look.known, look.opportunity):
        name = "parked"
    once = _follow_up_once(look)
    if verdict.verdict in (policy.Answer.GO, policy.Answer.HOLD):
        yield look.plan(name, once, last.id, verdict.opens_at)
    first = look.said(once)
    if first and verdict.verdict is policy.Answer.GO:
        calendar = look.case.calendar
        at = clock_at(calendar.bd(calendar.day_of(first.at), GAP), MORNING, look.zone)
        yield look.plan("follow_up_again", _follow_up_once(look, again=True), last.id, at)


def clean_end(look: Look) -> Iterator[Plan]:
    """When silence has become the answer (R24, R33, R34)."""
    if look.last and look.verdict.verdict is policy.Answer.MOVE_ON:
        yield look.plan("clean_end", f"clean_end:{look.chapter}", look.last.id, look.now)
    elif look.last and (reminded := look.said(_follow_up_once(look, again=True))):
        at = next_morning(reminded.at, look.zone, mornings=UNASKED_FOR_DAYS)
        yield look.plan("clean_end_unasked", f"clean_end_unasked:{look.chapter}", look.last.id, at)


def is_spoken_out(look: Look) -> bool:
    """Whether the question may be asked, and all that there is to say about it has been said.

    From there on the verdict only changes with the office hours, day after day.
    """
    is_question = look.verdict.kind is policy.Kind.FOLLOW_UP
    return is_question and look.said(_follow_up_once(look, again=True)) is not None


def question_opens(look: Look) -> date | None:
    """First day for a status question, when it is still ahead; one that may be asked already, only not at this hour,
    is not."""
    question = look.question
    is_ahead = question.kind is policy.Kind.FOLLOW_UP and question.rule != OUTSIDE_OFFICE_HOURS
    return question.not_before if is_ahead else None


def waiting_draft(known: Known, opportunity: Opportunity) -> Parked | None:
    """The Person's own message that waits for its day; the last one, if there are several."""
    waiting = [p for p in known.parked if p.opportunity_id == opportunity.id and p.handed_at is None]
    return waiting[-1] if waiting else None


def _follow_up_once(look: Look, *, again: bool = False) -> str:
    name = "follow_up_again" if again else "follow_up"
    return f"{name}:{look.chapter}:{_questions_sent(look)}"


def _questions_sent(look: Look) -> int:
    """Status questions the Person has sent about it, ever."""
    return sum(c.kind is ContactKind.FOLLOW_UP and c.direction is Direction.OUT for c in look.contacts)


def _wait_began(look: Look, last: Interview) -> date:
    """The day of the Interview, or of whatever changed the wait since: a new date, a question sent."""
    moments = [last.end, *(event.at for event in look.events if event.at > last.end)]
    moments += [contact.at for contact in look.contacts if contact.kind is ContactKind.FOLLOW_UP]
    return max(moments).astimezone(look.zone).date()
