"""The buttons under what was found in a calendar: plan it, or not; it has moved, or is off.

Quiet.
"""

from __future__ import annotations

from functools import partial

from bot.dialogue import adding, check_in, correcting, endings
from bot.dialogue.calendars import naming
from bot.dialogue.calendars.feed import look_before
from bot.dialogue.calendars.showing import (
    as_list,
    card,
    employer_of,
    interview_of,
    list_buttons,
    name,
    waiting,
    when,
)
from bot.dialogue.talk import Pressed, Talk
from bot.dialogue.taps import Handler, finished
from storage.facts import Appointment, Decision, Interview


def _plan(in_list: bool, talk: Talk, pressed: Pressed) -> None:
    row = talk.find(Appointment, pressed.row)
    if row is None or row.cancelled or interview_of(talk, row) is not None:
        return finished(talk)
    interview = _planned(talk, row, employer_of(talk, row))
    if in_list:
        _show_rest(talk)
    if interview is None:
        talk.rewrite(talk.words("calendar.chosen", title=name(talk, row), when=when(talk, row)))
    elif not in_list:
        talk.rewrite(card(talk, interview), adding.card_buttons(talk, interview))
    else:
        adding.show_card(talk, interview)
    _go_on(talk)
    return None


def _planned(talk: Talk, row: Appointment, employer: str | None) -> Interview | None:
    """The Interview, when its employer and start are known; else what is missing is asked for."""
    minutes = round((row.end - row.start).total_seconds() / 60)
    known = 0 < minutes <= adding.LONGEST.total_seconds() / 60 and not row.all_day
    talk.drop_question()
    talk.drop_sketch()
    talk.sketch(
        employer=employer,
        role=naming.role_in(row.title),
        stage=adding.read_names(row.title, talk.person.language, bare=False).stage,
        day=row.start.date() if row.all_day else None,
        start=None if row.all_day else row.start,
        minutes=minutes if known else None,
        past_confirmed=not row.all_day and row.end < talk.now,
        appointment_id=row.id,
    )
    if employer is None or row.all_day:
        return None
    interview = adding.finish(talk)
    look_before(talk, interview)
    return talk.change(interview, announced=interview.length_known)


def _go_on(talk: Talk) -> None:
    from bot.dialogue import questions  # late: the table of questions asks for what is added here

    check_in.begin_if_over(talk)
    questions.ask_next(talk)


def _show_rest(talk: Talk) -> None:
    """The list without what has been answered."""
    rows = waiting(talk)
    if rows:
        talk.rewrite(as_list(talk, rows), list_buttons(talk, rows))
    else:
        talk.rewrite(talk.words("calendar.all_answered"))


def _not(talk: Talk, pressed: Pressed) -> None:
    row = talk.find(Appointment, pressed.row)
    if row is None or row.decision is Decision.PLANNED:
        return finished(talk)
    talk.change(row, decision=Decision.IGNORED)
    talk.rewrite(talk.words("calendar.ignored", title=name(talk, row)))
    return None


def _none(talk: Talk, _pressed: Pressed) -> None:
    rows = waiting(talk)
    for row in rows:
        talk.change(row, decision=Decision.IGNORED)
    talk.rewrite(talk.words("calendar.all_answered"))


def _moved(talk: Talk, pressed: Pressed) -> None:
    """The new one takes the place of the old one: all that was planned moves along."""
    row, old = _both(talk, pressed)
    interview = interview_of(talk, old)
    if row is None or interview is None or old is None:
        return finished(talk)
    end = (
        row.end if row.start < row.end <= row.start + adding.LONGEST else row.start + (interview.end - interview.start)
    )
    moved = correcting.move(talk, interview, row.start, end)
    talk.remove("appointments", old.id)
    talk.change(row, decision=Decision.PLANNED, interview_id=moved.id, asked=False, replaces=None)
    look_before(talk, moved)
    talk.rewrite(card(talk, moved), adding.card_buttons(talk, moved))
    return None


def _other(talk: Talk, pressed: Pressed) -> None:
    """The new one stands beside the old one."""
    row, old = _both(talk, pressed)
    if row is None:
        return finished(talk)
    beside = interview_of(talk, old)
    employer = talk.opportunity_of(beside).employer if beside else employer_of(talk, row)
    interview = _planned(talk, talk.change(row, decision=Decision.OPEN, asked=False, replaces=None), employer)
    text = (
        card(talk, interview)
        if interview
        else talk.words("calendar.chosen", title=name(talk, row), when=when(talk, row))
    )
    talk.rewrite(text, adding.card_buttons(talk, interview) if interview else ())
    _go_on(talk)
    return None


def _both(talk: Talk, pressed: Pressed) -> tuple[Appointment | None, Appointment | None]:
    """The new one, as long as the question is open, and the one it may replace."""
    row = talk.find(Appointment, pressed.row)
    if row is None or row.decision is not Decision.REPLACING:
        return None, None
    return row, talk.find(Appointment, row.replaces)


def _off(talk: Talk, pressed: Pressed) -> None:
    """What is gone from the calendar does not take place."""
    row = talk.find(Appointment, pressed.row)
    interview = interview_of(talk, row)
    if row is None or interview is None:
        return finished(talk)
    talk.seal(pressed.verb)
    talk.remove("appointments", row.id)
    endings.drop(talk, interview)
    return None


def _still(talk: Talk, pressed: Pressed) -> None:
    """It stands, whatever the calendar says."""
    if interview_of(talk, talk.find(Appointment, pressed.row)) is None:
        return finished(talk)
    talk.seal(pressed.verb)
    return None


VERBS: dict[str, Handler] = {
    "cal.plan": partial(_plan, False),
    "cal.pick": partial(_plan, True),
    "cal.not": _not,
    "cal.none": _none,
    "cal.moved": _moved,
    "cal.other": _other,
    "cal.off": _off,
    "cal.still": _still,
}
