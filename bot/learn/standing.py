"""How it stands: further rounds, planned calls, small signs, feedback, applications; with them offers and ends."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from bot.coaching.given_reason import given_reason
from bot.hear.act import Act
from bot.learn import ends, offers
from bot.learn.events import happened, noted, taken_up_again, tell
from bot.learn.interviews import interview, span
from bot.learn.ledger import Ledger
from bot.learn.lines import draft, keep, moved, shown, stands
from bot.learn.plan import day_of, opens_on
from bot.learn.pressed import about, also
from bot.learn.talks import filled, talk_for
from bot.words.named import Moment
from storage.facts import EventType, Interview, Note, NoteKind, Opportunity, Week

LATE_CALL = timedelta(days=2)
"""So long a planned call that did not come is still asked about (R2)."""
LONGEST_FEEDBACK = 2000
MOST_APPLICATIONS = 500
ASKED_LAST = timedelta(days=4)
"""A count told so long after the question is about the week in which it was asked."""


# A further round


def invited(ledger: Ledger, act: Act) -> None:
    """They want to see the Person again; with a time, the next talk is planned at once."""
    opportunity = about(ledger, act)
    if opportunity is None:
        return None
    opportunity = taken_up_again(ledger, opportunity)
    if _is_ahead(ledger, act):
        return _planned(ledger, opportunity, act)
    if _was_on_that_day(ledger, opportunity, act):
        return interview(ledger, replace(act, name="interview").with_slots(over=True))
    before, ahead = opens_on(ledger, opportunity), ledger.next_ahead(opportunity)
    if ahead is not None:
        return stands(ledger, opportunity, "kept.invited.when", employer=opportunity.employer, when=span(ahead))
    _, is_news = noted(ledger, opportunity, act, EventType.INVITATION)
    presses = draft(ledger, opportunity, "reply_invitation")
    if not is_news:
        return stands(ledger, opportunity, "kept.invited", presses, employer=opportunity.employer)
    return moved(ledger, opportunity, "kept.invited", before, presses, employer=opportunity.employer)


def _was_on_that_day(ledger: Ledger, opportunity: Opportunity, act: Act) -> bool:
    """Whether the day that was heard is that of the talk that has been: no invitation, whoever heard one."""
    over, start = ledger.last_over(opportunity), act.get("start")
    day = start.astimezone(ledger.zone).date() if isinstance(start, datetime) else act.get("day")
    return over is not None and day == over.start.astimezone(ledger.zone).date()


def _is_ahead(ledger: Ledger, act: Act) -> bool:
    start, day = act.get("start"), act.get("day")
    if isinstance(start, datetime):
        return start > ledger.now
    return isinstance(day, date) and day >= ledger.today


def _planned(ledger: Ledger, opportunity: Opportunity, act: Act) -> None:
    """The Event comes before the talk that answers it (R1)."""
    known = {interview.id for interview in ledger.interviews_of(opportunity)}
    same = next((i for i in ledger.interviews_of(opportunity) if _is_that(ledger, i, act)), None)
    if same is None:
        happened(ledger, opportunity, EventType.INVITATION)
    talk = talk_for(ledger, opportunity, act)
    assert talk is not None, "its day is known"
    before = ledger.known
    talk = filled(ledger, talk, act)
    is_new = talk.id not in known or ledger.known is not before
    say = keep if is_new else stands
    presses = draft(ledger, opportunity, "reply_invitation")
    say(ledger, opportunity, "kept.invited.when", presses, employer=opportunity.employer, when=span(talk))


def _is_that(ledger: Ledger, interview: Interview, act: Act) -> bool:
    start = act.get("start")
    day = day_of(ledger, start) if isinstance(start, datetime) else act.get("day")
    return interview.end > ledger.now and day_of(ledger, interview.start) == day


def scheduling(ledger: Ledger, act: Act) -> None:
    """They want to meet again, and the date is still to be found (R30)."""
    opportunity = about(ledger, act)
    if opportunity is None:
        return None
    opportunity = taken_up_again(ledger, opportunity)
    before = opens_on(ledger, opportunity)
    _, is_news = noted(ledger, opportunity, act, EventType.SCHEDULING_PENDING, latest=_named_beside(ledger))
    if also(ledger, "invited"):
        return moved(ledger, opportunity, "kept.scheduling.date", before)
    presses = draft(ledger, opportunity, "reply_invitation")
    if is_news:
        return moved(ledger, opportunity, "kept.scheduling", before, presses, employer=opportunity.employer)
    return stands(ledger, opportunity, "kept.scheduling", presses, employer=opportunity.employer)


def _named_beside(ledger: Ledger) -> date | None:
    """The last day that the same message names for their word."""
    windows = (other for other in ledger.acts if other.name in ("window", "window_moved"))
    return next((day for other in windows if (day := other.get("latest"))), None)


def call_planned(ledger: Ledger, act: Act) -> None:
    """They call at a time that is agreed (R2); one that has passed is not planned, unless it did not come."""
    opportunity = about(ledger, act)
    if opportunity is None:
        return None
    start = act.get("start")
    if start is None:
        noted(ledger, opportunity, act, EventType.SCHEDULED_CALL)
        return keep(ledger, opportunity, "kept.call_planned.undated", employer=opportunity.employer)
    at = start.astimezone(UTC)
    is_missed = also(ledger, "nothing_heard", "no_show") and ledger.now - at <= LATE_CALL
    if at <= ledger.now and not is_missed:
        return ledger.answer("kept.not.call_passed", when=Moment(at))
    _, is_news = noted(ledger, opportunity, act, EventType.SCHEDULED_CALL, planned_for=at)
    key = "kept.call_planned" if at > ledger.now else "kept.call_planned.missed"
    presses = draft(ledger, opportunity, "late_call") if at <= ledger.now else ()
    say = keep if is_news else stands
    return say(ledger, opportunity, key, presses, employer=opportunity.employer, when=Moment(at))


# Small signs


def reposted(ledger: Ledger, act: Act) -> None:
    """The job is advertised again (R41)."""
    tell(ledger, act, EventType.JOB_REPOSTED, "kept.reposted")


def profile_viewed(ledger: Ledger, act: Act) -> None:
    """They have looked at the Person's profile (R41)."""
    tell(ledger, act, EventType.PROFILE_VIEW, "kept.profile_viewed")


def reference_called(ledger: Ledger, act: Act) -> None:
    """They have called a referee (R41)."""
    tell(ledger, act, EventType.REFERENCE_CALLED, "kept.reference_called")


# What they said about it


def feedback(ledger: Ledger, act: Act) -> None:
    """What they said about why, word for word (advice 58)."""
    opportunity = _who_said_it(ledger, act)
    if opportunity is None:
        return None
    words = given_reason(str(act.get("text")))[:LONGEST_FEEDBACK]
    if not words:  # "they went with someone else" says nothing of why
        return ledger.answer("small.fine") if len(ledger.acts) == 1 else None
    ours = [n for n in ledger.known.notes if n.opportunity_id == opportunity.id and n.kind is NoteKind.FEEDBACK]
    if any(note.text.casefold() == words.casefold() for note in ours):
        return stands(ledger, opportunity, "kept.feedback", employer=opportunity.employer, what=shown(words))
    ledger.add(Note, opportunity_id=opportunity.id, kind=NoteKind.FEEDBACK, text=words, at=ledger.now)
    return keep(ledger, opportunity, "kept.feedback", employer=opportunity.employer, what=shown(words))


def _who_said_it(ledger: Ledger, act: Act) -> Opportunity | None:
    """The one that is named or spoken of, else the one that said no last."""
    noes = [event for event in ledger.known.events if event.type is EventType.REJECTED]
    if act.has("about", "house", "somebody") or act.row or ledger.meant is not None or not noes:
        return about(ledger, act)
    opportunity = ledger.opportunity_of(noes[-1])
    ledger.speak_of(opportunity)
    return opportunity


# How many went out


def applications(ledger: Ledger, act: Act) -> None:
    """How many the Person sent this week; a later count of the same week takes its place."""
    if not act.has("count"):
        return ledger.answer("again.applications")
    count = min(int(act.get("count")), MOST_APPLICATIONS)
    monday = _monday(ledger)
    week = next((week for week in ledger.known.weeks if week.monday == monday), None)
    if week is None:
        ledger.add(Week, monday=monday, applications=count)
    else:
        ledger.change(week, applications=count)
    if act.verb:
        ledger.mark(act.verb)
    return ledger.keep("applications.kept" if count else "applications.none", n=count)


def _monday(ledger: Ledger) -> date:
    """The first day of the week that is meant: of the last time this was asked, or of today."""
    asked = [n.at for n in ledger.known.nudged if n.name == "applications" and ledger.now - n.at <= ASKED_LAST]
    there = day_of(ledger, max(asked, default=ledger.now))
    return there - timedelta(days=there.weekday())


ACTS: dict[str, Callable[[Ledger, Act], None]] = {
    "invited": invited,
    "scheduling": scheduling,
    "call_planned": call_planned,
    "reposted": reposted,
    "profile_viewed": profile_viewed,
    "reference_called": reference_called,
    "feedback": feedback,
    "applications": applications,
    **offers.ACTS,
    **ends.ACTS,
}
