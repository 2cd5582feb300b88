"""When no status question may go at all: the situations that override the open date.

Quiet. Each function answers with a Verdict, or None when it does not apply.
"""

from __future__ import annotations

from datetime import date, datetime

from scheduler.policy.history import CAME_BACK
from scheduler.policy.open_date import SETS_A_DATE
from scheduler.policy.parameters import LEEWAY, NO_CONTACT_CLOSE, NOTE_HOURS, NOTE_MIN
from scheduler.policy.situation import Situation
from scheduler.policy.tally import TOO_OFTEN_TOO_EARLY
from scheduler.policy.verdict import Answer, Kind, Param, Verdict
from storage.facts import Event, EventType, Interview

KEEP_LOOKING = "verdict.keep_looking"
"""Every hold ends with it (R44)."""
LET_GO = "verdict.let_go"
"""Every move_on ends with it (R44)."""
ASKED_TO_ASK = CAME_BACK | {EventType.INVITED_FOLLOW_UP}
"""After "please do not contact us", these open the talk again."""


def note_opens(situation: Situation, interview: Interview, now: datetime) -> datetime:
    """The first moment, at or after `now`, at which a note about `interview` may arrive (R13, R14; UTC)."""
    return situation.calendar.next_within(max(now, interview.end + NOTE_MIN), NOTE_HOURS)


def interview_ahead(situation: Situation, now: datetime) -> Verdict | None:
    """The next interview is fixed: the next message is the note after it (R31)."""
    if situation.ahead is None:
        return None
    opens = note_opens(situation, situation.ahead, now)
    day = situation.calendar.day_of(opens)
    return Verdict(
        verdict=Answer.HOLD,
        rule="R31",
        kind=Kind.THANK_YOU,
        not_before=day,
        opens_at=opens,
        reason="verdict.hold.interview_ahead",
        params={"interview": situation.calendar.day_of(situation.ahead.end), "day": day},
        also=(KEEP_LOOKING,),
        count=situation.tally.count,
    )


def accepted(situation: Situation) -> Verdict | None:
    """The Person said yes on paper: there is nothing left to ask (R3)."""
    return closed(situation, "R3", "accepted", also=()) if situation.has_accepted else None


def asked_not_to_write(situation: Situation, today: date) -> Verdict | None:
    """They said: please do not contact us (R33)."""
    event = _standing(situation, EventType.NO_CONTACT, ASKED_TO_ASK)
    if event is None:
        return None
    counted_from = _named(situation) or _day_of_interview(situation, event)
    return until_closed(situation, "R33", "no_contact", today, situation.calendar.bd(counted_from, NO_CONTACT_CLOSE))


def silence_means_no(situation: Situation, today: date) -> Verdict | None:
    """They said: only successful candidates hear from us, by that day (R34)."""
    event = _standing(situation, EventType.SILENCE_MEANS_NO, SETS_A_DATE)
    if event is None:
        return None
    by = event.until or _named(situation)
    wait = (by, LEEWAY) if by else (_day_of_interview(situation, event), NO_CONTACT_CLOSE)
    return until_closed(situation, "R34", "silence_means_no", today, situation.calendar.bd(*wait))


def nothing_known(situation: Situation) -> Verdict:
    """No interview took place and nothing was announced: there is nothing to ask about (R18)."""
    return closed(situation, "R18", "nothing_yet")


def used_up(situation: Situation, today: date) -> Verdict | None:
    """All questions of this episode, or of the application, are asked (R24, R25, R26)."""
    tally = situation.tally
    if tally.left:
        return None
    if tally.capped:
        return until_closed(situation, "R26", "cap", today, tally.closes)
    if tally.early >= TOO_OFTEN_TOO_EARLY:
        return until_closed(situation, "R25", "too_early", today, tally.closes)
    return until_closed(situation, "R24", "used_up", today, tally.closes)


def until_closed(situation: Situation, rule: str, word: str, today: date, closes: date) -> Verdict:
    """Nothing until `closes`, from then on it is a no."""
    if today < closes:
        return closed(situation, rule, word, closes=closes)
    return Verdict(
        verdict=Answer.MOVE_ON,
        rule=rule,
        reason=f"verdict.move_on.{word}",
        also=(LET_GO,),
        count=situation.tally.count,
    )


def closed(
    situation: Situation, rule: str, word: str, also: tuple[str, ...] = (KEEP_LOOKING,), **params: Param
) -> Verdict:
    """A hold without a date: only they can reopen the talk."""
    return Verdict(
        verdict=Answer.HOLD,
        rule=rule,
        reason=f"verdict.hold.{word}",
        params=params,
        also=also,
        count=situation.tally.count,
    )


def _standing(situation: Situation, kind: EventType, undone_by: frozenset[EventType]) -> Event | None:
    """The last message of that kind in this round, unless one of `undone_by` followed it."""
    found = None
    for event in situation.messages:
        if event.type is kind:
            found = event
        elif event.type in undone_by and found is not None and event.at > found.at:
            found = None
    return found


def _named(situation: Situation) -> date | None:
    """The last day that they named for their answer."""
    if situation.opening is not None and situation.opening.named is not None:
        return situation.opening.named
    return situation.interview.window_latest if situation.interview is not None else None


def _day_of_interview(situation: Situation, otherwise: Event) -> date:
    moment = otherwise.at if situation.interview is None else situation.interview.end
    return situation.calendar.day_of(moment)
