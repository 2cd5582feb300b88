"""Steps 13 and 15: the thank-you note (R13 to R17).

Quiet. Each step answers with a Verdict, or None when its line of section 3 does not apply.
"""

from __future__ import annotations

from scheduler.policy.closed import note_opens
from scheduler.policy.moment import Moment
from scheduler.policy.parameters import NOTE_HOURS, NOTE_MAX, NOTE_MIN
from scheduler.policy.verdict import Answer, Kind, Verdict
from storage.facts import Interview


def thank_you_now(moment: Moment) -> Verdict | None:
    """13. A thank-you is missing and may go now."""
    interview = _still_to_thank(moment)
    if interview is None or moment.now < interview.end + NOTE_MIN:
        return None
    if not moment.calendar.is_within(moment.now, NOTE_HOURS):
        return None
    names = ", ".join(moment.situation.unthanked)
    rule, word = _which_note(moment, interview)
    return moment.only(
        Answer.ONLY_THANK_YOU,
        Kind.THANK_YOU,
        rule,
        f"verdict.thank_you.{word}",
        names=names,
        last=moment.situation.last_note_day,
    )


def thank_you_later(moment: Moment) -> Verdict | None:
    """15. A thank-you is missing and will be possible before NOTE_LATE is over."""
    interview = _still_to_thank(moment)
    if interview is None:
        return None
    opens = note_opens(moment.situation, interview, moment.now)
    if moment.calendar.day_of(opens) > moment.situation.last_note_day:
        return None
    too_soon = moment.now < interview.end + NOTE_MIN
    rule, word = ("R13", "note_too_soon") if too_soon else ("R14", "note_hours")
    return moment.hold(Kind.THANK_YOU, rule, f"verdict.hold.{word}", opens, hours=str(NOTE_HOURS))


def _still_to_thank(moment: Moment) -> Interview | None:
    """The interview for which somebody has had no note yet, while one is still of use."""
    interview = moment.situation.interview
    if interview is None or not moment.situation.owes_thanks:
        return None
    return interview if moment.today <= moment.situation.last_note_day else None


def _which_note(moment: Moment, interview: Interview) -> tuple[str, str]:
    """The rule that shapes the note, and the last word of its sentence's key."""
    if moment.case.via_agency:
        return "R12", "agency"
    if len(interview.interviewers) > 1:
        return "R16", "panel"
    if moment.now > interview.end + NOTE_MAX:
        return "R15", "late"
    opening = moment.situation.opening
    is_open = opening is not None and opening.rule == "R22" and opening.named is None
    return ("R22", "no_window") if is_open else ("R13", "now")
