"""An Interview as it is shown: what it is for, and when, as far as that is known.

A clock time or a day that is only assumed is never shown.
"""

from __future__ import annotations

from datetime import date, datetime

from bot.learn.interviews import title
from bot.words.named import Lines, Moment, Press, Presses, Text, Value, text
from scheduler.nudges import zone_of
from storage.facts import Interview, Known


def day_of(known: Known, interview: Interview) -> date:
    """The day on which it begins, on the Person's own calendar."""
    return interview.start.astimezone(zone_of(known.person)).date()


def start(known: Known, interview: Interview) -> Value:
    """When it begins, on a day that is spoken of anyhow: the clock time, or the day while that is not known."""
    if interview.start_known:
        return Moment(interview.start, "t")
    return day_of(known, interview) if interview.day_known else text("when.unknown")


def span(known: Known, interview: Interview) -> Value:
    """Weekday, date, start and end on the Person's clock."""
    if not interview.day_known:
        return text("when.unknown")
    if not interview.start_known:
        return day_of(known, interview)
    if not interview.length_known:
        return Moment(interview.start)
    same_day = day_of(known, interview) == interview.end.astimezone(zone_of(known.person)).date()
    return Lines((Moment(interview.start), Moment(interview.end, "t" if same_day else "wDt")), "–")


def card(known: Known, now: datetime, interview: Interview) -> Text:
    """Employer, role and time of an Interview, and what will happen around it."""
    opportunity = next(o for o in known.opportunities if o.id == interview.opportunity_id)
    return text(_kind(now, interview), title=title(opportunity), when=span(known, interview))


def _kind(now: datetime, interview: Interview) -> str:
    if interview.end <= now:
        return "card.over"
    if not interview.day_known:
        return "card.no_day"
    return "card.coming" if interview.start_known else "card.no_time"


def card_presses(interview: Interview) -> Presses:
    """Buttons to correct each line of the card."""
    lines = (("edit.start", "edit.length"), ("edit.employer", "edit.role"), ("drop",))
    return tuple(tuple(Press(verb, interview.id, interview.version) for verb in line) for line in lines)
