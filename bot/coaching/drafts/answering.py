"""Drafts that answer: a promise kept, a request, an invitation, a call that went astray, an offer, a withdrawal."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from enum import StrEnum

from bot.coaching.drafts import sending, told
from bot.coaching.drafts.asking import last_event
from bot.coaching.drafts.composing import Draft, Line, Need, letter, matter_of, script, subject_of
from bot.coaching.drafts.recalling import reason, thoughts
from bot.coaching.drafts.thoughts import Manner
from bot.coaching.drafts.voice import Facts
from scheduler.nudges import zone_of
from storage.facts import Channel, EventType


class LateCall(StrEnum):
    """What went wrong with a call."""

    RUNNING = "running"
    """The Person will be late."""
    MISSED = "missed"
    """The Person did not pick up (R1)."""
    THEIRS = "theirs"
    """They fixed a call and have not called (R2)."""


def promised(facts: Facts, *, what: str | None = None, late: bool = False) -> Draft:
    """What goes with a thing that was promised (R11); late, with one line of apology. No question."""
    subject, first = ("promise.subject_late", "promise.late") if late else ("promise.subject", "promise.here")
    return _enclosing(facts, subject, first, what)


def document_sent(facts: Facts, *, what: str | None = None, late: bool = False) -> Draft:
    """What goes with a thing that they asked for (R1, advice 41); late, or after their day, with half a line for it."""
    request = last_event(facts, EventType.REQUEST)
    is_late = late or (request is not None and _is_over(facts, request.deadline))
    first = "document.late" if is_late else "document.here"
    return _enclosing(facts, "document.subject", first, what or (request.what if request else None))


def _is_over(facts: Facts, day: date | None) -> bool:
    """Whether a day has gone by for the Person."""
    zone = zone_of(facts.known.person)
    return day is not None and facts.now is not None and facts.now.astimezone(zone).date() > day


def _enclosing(facts: Facts, subject: str, first: str, what: str | None) -> Draft:
    thing = sending.owed(what, facts.language)
    said = sending.sent(thing, facts.language) if thing else None
    lines = _with_it(facts, facts.line(first if said else f"{first}_unnamed", what=said))
    matter = subject if thing else f"{subject.removesuffix('_late')}_unnamed"
    return letter(facts, matter_of(facts, matter, what=thing), lines)


def _with_it(facts: Facts, first: str) -> Iterator[Line]:
    yield Line(first)
    yield Line(facts.line("document.interest", role=facts.role), Need.GOOD, begins=True)
    yield Line(facts.line("document.more"), Need.EXTRA)


def reply_invitation(facts: Facts, *, at: datetime | None = None, times: str | None = None) -> Draft:
    """Yes to an invitation: to its moment when that is known, else with the `times` at which the Person is free."""
    at = at or _invited_to(facts)
    matter = "invitation.subject" if at is None else "invitation.subject_moment"
    subject = matter_of(facts, matter, moment=facts.moment(at) if at else "")
    return letter(facts, subject, _reply_invitation(facts, at, times))


def _reply_invitation(facts: Facts, at: datetime | None, times: str | None) -> Iterator[Line]:
    free = told.thing(times, facts.language)
    yield Line(facts.line("invitation.thanks", role=facts.role))
    if at is not None:
        yield Line(facts.line("invitation.moment", moment=facts.moment(at)))
        yield from _to_hear_more(facts)
        yield Line(facts.line("invitation.who"), Need.EXTRA, begins=True)
        return
    yield Line(facts.line("invitation.times", times=free) if free else facts.line("invitation.question"))
    yield Line(facts.line("invitation.prepare"), Need.EXTRA)


def _to_hear_more(facts: Facts) -> Iterator[Line]:
    """What was spoken of the first time, and may be spoken of again."""
    said = next((one for one in thoughts(facts) if one.manner in (Manner.THING, Manner.WORK)), None)
    if said is not None and not facts.opportunity.via_agency:
        yield Line(facts.line(f"invitation.more.{said.manner}", **said.places), Need.EXTRA)


def _invited_to(facts: Facts) -> datetime | None:
    """The start of the Interview that is still ahead: after they invited, or after the Person last wrote."""
    invited = last_event(facts, EventType.INVITATION, EventType.NEXT_INTERVIEW, EventType.SCHEDULING_PENDING)
    since = invited.at if invited else facts.known.person.heard_at
    ahead = (
        interview.start
        for interview in facts.known.interviews
        if interview.opportunity_id == facts.opportunity.id
        and not interview.cancelled
        and since is not None
        and interview.start > since
    )
    return min(ahead, default=None)


def message(facts: Facts) -> Draft:
    """What the Person wants to tell or ask them, and nothing else; no question how things stand."""
    return letter(facts, subject_of(facts, "message.subject"), _message(facts))


def _message(facts: Facts) -> Iterator[Line]:
    met = facts.interview is not None and not facts.opportunity.via_agency
    yield Line(facts.line("message.met" if met else "message.unmet", role=facts.role))
    yield Line(facts.line("message.more"), Need.EXTRA, begins=True)


def late_call(facts: Facts, *, case: LateCall | None = None, minutes: int | None = None) -> Draft:
    """A call that went astray, one friendly line: to say on the phone, or by mail when asked. `minutes`: how late."""
    event = last_event(facts, EventType.MISSED_CALL, EventType.SCHEDULED_CALL)
    case = case or (_CASES[event.type] if event else LateCall.RUNNING)
    planned = event.planned_for if event and event.type is EventType.SCHEDULED_CALL else None
    lines = _late_call(facts, case, minutes, planned)
    if facts.channel in (None, Channel.PHONE):
        return script(facts, lines)
    return letter(facts, facts.line("late_call.subject"), lines)


_CASES = {EventType.MISSED_CALL: LateCall.MISSED, EventType.SCHEDULED_CALL: LateCall.THEIRS}


def _late_call(facts: Facts, case: LateCall, minutes: int | None, planned: datetime | None) -> Iterator[Line]:
    if case is LateCall.RUNNING and minutes:
        yield Line(facts.line("late_call.running_minutes", minutes=minutes))
    elif case is LateCall.THEIRS and planned is None:
        yield Line(facts.line("late_call.theirs_undated"))
    else:
        yield Line(facts.line(f"late_call.{case}", moment=facts.moment(planned) if planned else ""))
    yield Line(facts.line(f"late_call.{case}_question"))


def offer_received(facts: Facts, *, by: date | None = None, pay: str = "") -> Draft:
    """An offer: thanks, it has arrived, and by when they need the answer (R3); with the `pay` that is asked for."""
    by = by or _asked_by(facts)
    if pay:
        return letter(facts, matter_of(facts, "negotiate.subject"), _negotiated(facts, by, pay))
    return letter(facts, matter_of(facts, "offer.subject"), _offer_received(facts, by))


def _negotiated(facts: Facts, by: date | None, pay: str) -> Iterator[Line]:
    """Thanks, the interest, what was offered and what is asked, and that an answer comes in any case."""
    offer = last_event(facts, EventType.OFFER, EventType.VERBAL_OFFER)
    asked = sending.figure(pay, facts.language)
    yield Line(facts.line("negotiate.thanks", role=facts.role))
    if offer is not None and offer.what:
        offered = sending.figure(offer.what, facts.language)
        yield Line(facts.line("negotiate.from", offered=offered, asked=asked), begins=True)
    else:
        yield Line(facts.line("negotiate.ask", asked=asked), begins=True)
    yield Line(facts.line("negotiate.talk"), Need.EXTRA)
    yield Line(facts.line("negotiate.by", by=facts.day(by)) if by else facts.line("offer.question"), Need.GOOD)


def _offer_received(facts: Facts, by: date | None) -> Iterator[Line]:
    yield Line(facts.line("offer.thanks", role=facts.role))
    yield Line(facts.line("offer.read"), Need.EXTRA, begins=True)
    yield Line(facts.line("offer.answer", by=facts.day(by)) if by else facts.line("offer.question"))


def spoken_offer(facts: Facts) -> Draft:
    """A spoken offer: thanks, and please in writing; only paper is an offer (R4)."""
    return letter(facts, matter_of(facts, "spoken_offer.subject"), _spoken_offer(facts))


def _spoken_offer(facts: Facts) -> Iterator[Line]:
    yield Line(facts.line("spoken_offer.thanks", role=facts.role))
    yield Line(facts.line("spoken_offer.question"), begins=True)
    yield Line(facts.line("spoken_offer.then"), Need.EXTRA)


def more_time(facts: Facts, *, until: date | None = None, by: date | None = None) -> Draft:
    """More time for an offer (R3): until when the Person asks, and by when they had asked."""
    return letter(facts, matter_of(facts, "more_time.subject"), _more_time(facts, until, by or _asked_by(facts)))


def _more_time(facts: Facts, until: date | None, by: date | None) -> Iterator[Line]:
    yield Line(facts.line("more_time.thanks", role=facts.role))
    if by:
        yield Line(facts.line("more_time.asked", by=facts.day(by)), Need.GOOD)
    if until:
        yield Line(facts.line("more_time.question", until=facts.day(until)))
    else:
        yield Line(facts.line("more_time.question_undated"))
    yield Line(facts.line("more_time.otherwise"), Need.EXTRA)


def _asked_by(facts: Facts) -> date | None:
    offer = last_event(facts, EventType.OFFER)
    return offer.deadline if offer else None


def withdrawal(facts: Facts) -> Draft:
    """The Person is leaving (R8): the fact, thanks, a kind wish. No reason, no door held open."""
    return letter(facts, subject_of(facts, "withdrawal.subject"), _withdrawal(facts))


def _withdrawal(facts: Facts) -> Iterator[Line]:
    met = facts.interview is not None or facts.opportunity.via_agency
    if facts.job or facts.opportunity.via_agency:
        yield Line(facts.line("withdrawal.fact", role=facts.role))
    else:
        yield Line(facts.line("withdrawal.fact_unnamed"))
    yield Line(_thanks_for_the_talk(facts, met=met))
    yield Line(facts.line("withdrawal.wish"), Need.EXTRA, begins=True)


def _thanks_for_the_talk(facts: Facts, *, met: bool) -> str:
    if not met:
        return facts.line("withdrawal.thanks_unmet")
    return facts.line("withdrawal.thanks_good" if facts.was_good else "withdrawal.thanks", on=facts.on_day)


def acceptance(facts: Facts) -> Draft:
    """Yes to their offer (R3)."""
    return letter(facts, matter_of(facts, "acceptance.subject"), _acceptance(facts))


def _acceptance(facts: Facts) -> Iterator[Line]:
    yield Line(facts.line("acceptance.yes", role=facts.role))
    yield Line(facts.line("acceptance.joining", reason=reason(facts, work="reason.work.on")), Need.GOOD, begins=True)
    yield Line(facts.line("acceptance.question"), Need.EXTRA)


def decline(facts: Facts) -> Draft:
    """No to their offer: the fact, thanks, a kind wish. No reason, no door held open (R8)."""
    return letter(facts, matter_of(facts, "decline.subject"), _decline(facts))


def _decline(facts: Facts) -> Iterator[Line]:
    met = facts.interview is not None or facts.opportunity.via_agency
    yield Line(facts.line("decline.fact", role=facts.role))
    yield Line(_thanks_for_the_talk(facts, met=met))
    yield Line(facts.line("withdrawal.wish"), Need.EXTRA, begins=True)
