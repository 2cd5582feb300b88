"""What stands in a calendar becomes Interviews: planned, moved, called off, or left alone."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.calendars.events import shown
from bot.learn.calendar_feed import look_before
from bot.learn.calendar_names import employer_in, role_in, stage_in
from bot.learn.called import UNNAMED, has_no_name, same_name
from bot.learn.ledger import Ledger
from bot.learn.talks import ASSUMED_CLOCK, LONGEST, ZONE
from bot.learn.which import ASSUMED
from bot.words import plain
from storage.facts import Appointment, Decision, Interview, Opportunity, Stage

LONGEST_NAME = 80
WAITING = (Decision.OPEN, Decision.DOUBTFUL)


def waiting(ledger: Ledger) -> list[Appointment]:
    """What has been proposed, is not over, and was not answered."""
    rows = [row for row in ledger.known.appointments if row.decision in WAITING and not row.cancelled]
    return sorted((row for row in rows if row.end > ledger.now or row.all_day), key=lambda row: row.start)


def interview_of(ledger: Ledger, row: Appointment | None) -> Interview | None:
    """The Interview that is planned for it and has not been called off."""
    interview = ledger.find(Interview, row.interview_id) if row and row.decision is Decision.PLANNED else None
    return interview if interview and not interview.cancelled else None


def employers(ledger: Ledger) -> list[str]:
    """The names of the employers that are being pursued."""
    return [o.employer for o in ledger.open_opportunities if not has_no_name(o)]


def employer_of(ledger: Ledger, row: Appointment) -> str | None:
    """The employer that it is probably with: one that is being pursued, if it is named."""
    text = f"{row.title} {row.organizer}"
    named = (name for name in employers(ledger) if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE))
    guess = next(named, None) or employer_in(row.title, row.organizer, ledger.person.name)
    return shown(guess)[:LONGEST_NAME] or None if guess else None


# Planned


def plan(ledger: Ledger, row: Appointment, opportunity: Opportunity | None = None) -> Interview:
    """It is an interview: of the employer that it names, or of one whose name is not known yet."""
    opportunity = opportunity or _opportunity(ledger, row)
    talk = _told_before(ledger, row, opportunity)
    talk = _told_again(ledger, row, talk) if talk else _new(ledger, row, opportunity)
    ledger.change(row, decision=Decision.PLANNED, interview_id=talk.id, asked=False, replaces=None)
    ledger.speak_of(opportunity)
    look_before(ledger, talk)
    return talk


def _opportunity(ledger: Ledger, row: Appointment) -> Opportunity:
    name, role = employer_of(ledger, row), role_in(row.title)
    if name is None:
        return ledger.add(Opportunity, employer=plain(UNNAMED, ledger.person.language), role=role)
    found = _pursued(ledger, name, role) or _let_go_with_its_talk(ledger, name, role)
    if found is None:
        return ledger.add(Opportunity, employer=name, role=role)
    return ledger.change(found, role=found.role or role, closed_at=None)


def _pursued(ledger: Ledger, name: str, role: str | None) -> Opportunity | None:
    """The open one of that name, unless it is about another role."""
    return next((o for o in ledger.open_opportunities if same_name(o.employer, name) and _may_be(o.role, role)), None)


def _may_be(one: str | None, other: str | None) -> bool:
    return one is None or other is None or one.casefold() == other.casefold()


def _let_go_with_its_talk(ledger: Ledger, name: str, role: str | None) -> Opportunity | None:
    """One that was closed because its only talk was called off, and of which nothing else is known."""
    known = ledger.known
    taken_place = {i.opportunity_id for i in known.interviews if not i.cancelled}
    told = {event.opportunity_id for event in known.events} | {contact.opportunity_id for contact in known.contacts}
    called_off = {i.opportunity_id for i in known.interviews if i.cancelled} - taken_place - told
    ours = (o for o in known.opportunities if o.id in called_off and same_name(o.employer, name))
    return next((o for o in ours if _may_be(o.role, role)), None)


def _told_before(ledger: Ledger, row: Appointment, opportunity: Opportunity) -> Interview | None:
    """The talk that the Person has told of already: of the same start, or of that day where one is only a day."""
    talks = [talk for talk in ledger.interviews_of(opportunity) if talk.day_known]
    same = next((talk for talk in talks if talk.start_known and talk.start == row.start and not row.all_day), None)
    day = row.start.date() if row.all_day else row.start.astimezone(ledger.zone).date()
    vague = (talk for talk in talks if row.all_day or not talk.start_known)
    return same or next((talk for talk in vague if talk.start.astimezone(ledger.zone).date() == day), None)


def _told_again(ledger: Ledger, row: Appointment, talk: Interview) -> Interview:
    """What the calendar knows more exactly is taken from it."""
    values = {} if row.all_day else times_of(ledger, row, talk)
    return ledger.change(talk, stage=stage_in(row.title) or talk.stage, **values)


def _new(ledger: Ledger, row: Appointment, opportunity: Opportunity) -> Interview:
    rounds = ledger.interviews_of(opportunity)
    return ledger.add(
        Interview,
        opportunity_id=opportunity.id,
        stage=stage_in(row.title) or (Stage.SECOND if rounds else Stage.FIRST),
        passed_over=(ZONE,) if row.zone else (),
        **_first_times(ledger, row),
    )


def _first_times(ledger: Ledger, row: Appointment) -> dict[str, Any]:
    """Start and end (UTC). Of a whole day the clock time is assumed, and known to be."""
    if row.all_day:
        start = datetime.combine(row.start.date(), ASSUMED_CLOCK, ledger.zone).astimezone(UTC)
        return {"start": start, "end": start + ASSUMED, "start_known": False, "length_known": False}
    end = row.end if _says_how_long(row) else row.start + ASSUMED
    return {"start": row.start, "end": end, "length_known": _says_how_long(row)}


def _says_how_long(row: Appointment) -> bool:
    return timedelta() < row.end - row.start <= LONGEST


# Moved, called off, no interview


def times_of(ledger: Ledger, row: Appointment, talk: Interview) -> dict[str, Any]:
    """When a planned one takes place now. What has become a day keeps its clock time, what has no end its length."""
    length = talk.end - talk.start
    if row.all_day:
        clock = talk.start.astimezone(ledger.zone).time()
        start = datetime.combine(row.start.date(), clock, ledger.zone).astimezone(UTC)
        return {"start": start, "end": start + length, "day_known": True}
    end = row.end if _says_how_long(row) else row.start + length
    known = talk.length_known or _says_how_long(row)
    return {"start": row.start, "end": end, "day_known": True, "start_known": True, "length_known": known}


def move(ledger: Ledger, row: Appointment, talk: Interview) -> Interview:
    """It takes place when the calendar says."""
    moved = ledger.change(talk, **times_of(ledger, row, talk))
    look_before(ledger, moved)
    return moved


def take_place_of(ledger: Ledger, row: Appointment, old: Appointment, talk: Interview) -> Interview:
    """The new one is the old one, moved: all that was planned moves along."""
    ledger.remove(Appointment, old.id)
    ledger.change(row, decision=Decision.PLANNED, interview_id=talk.id, asked=False, replaces=None)
    return move(ledger, row, talk)


def call_off(ledger: Ledger, talk: Interview) -> None:
    """It does not take place; an Opportunity without any other is let go."""
    ledger.change(talk, cancelled=True)
    opportunity = ledger.opportunity_of(talk)
    if not ledger.interviews_of(opportunity):
        ledger.change(opportunity, closed_at=ledger.now)


def refuse(ledger: Ledger, row: Appointment) -> None:
    """The Person says that it is no interview."""
    ledger.change(row, decision=Decision.IGNORED)
