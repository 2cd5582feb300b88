"""Rows on the day of an Interview and soon after: the check-in, the debrief, the thank-you note.

Quiet.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta

from scheduler import policy
from scheduler.nudges.assumed import check_in_at, is_told, over_at
from scheduler.nudges.look import Look
from scheduler.nudges.plan import OFFICE_MORNING, Plan, clock_at, next_morning, stamp
from scheduler.nudges.quiet_hours import is_quiet
from storage.facts import Answer, Direction, Interview

CHECK_IN_LAPSES = timedelta(days=5)
ENOUGH = "enough"
"""Among the questions that were passed over: the Person wants no more of them."""
NOTE_MIN = timedelta(hours=2)
"""Earliest thank-you after the end (R13)."""
NOTE_USUAL = 2
"""Working days after the talk in which a note is expected."""
SHOWN_NOTE = "shown thank_you"
"""How `Person.amending` begins when the note was the last draft that was shown."""
SHOWN_LASTS = timedelta(hours=4)
DEBRIEF_AT = time(19, 30)
DEBRIEF_AFTER_THE_END = timedelta(minutes=90)


def check_in(look: Look) -> Iterator[Plan]:
    """A few minutes after the end, while it is fresh; in the evening of its day, where its hour is not known."""
    for interview in look.interviews:
        if not is_told(look.known, interview) and interview.day_known:
            at = check_in_at(interview, look.zone)
            once = _check_in_once(interview)
            yield look.plan("check_in", once, interview.id, at, until=interview.end + CHECK_IN_LAPSES)


def _check_in_once(interview: Interview) -> str:
    return f"check_in:{interview.id}:{stamp(interview.end)}"


def check_in_again(look: Look) -> Iterator[Plan]:
    """The morning after, once, if the check-in was not answered, or not as far as the reply window."""
    for interview in look.interviews if look.nudged else ():
        if interview.day_known and ENOUGH not in interview.passed_over and not is_unwanted(interview):
            first = look.said(_check_in_once(interview))
            if first is not None and _lacks_something(look, interview, first.at):
                at, until = next_morning(first.at, look.zone), interview.end + CHECK_IN_LAPSES
                yield look.plan("check_in_again", f"check_in_again:{interview.id}", interview.id, at, until=until)


def _lacks_something(look: Look, interview: Interview, asked_at: datetime) -> bool:
    """Any word about it since it was asked for; or by when they answer, which decides on what comes next."""
    heard_at = look.known.person.heard_at
    answered = is_told(look.known, interview) or (heard_at is not None and heard_at >= asked_at)
    named = any(event.latest is not None and event.at >= interview.end for event in look.events)
    return not answered or (interview.window_answer is None and not named)


def debrief_offer(look: Look) -> Iterator[Plan]:
    """The same evening, else the next morning, once the check-in has begun (advice 27); nobody who does not want the
    job is asked to look back at the talk for it."""
    for interview in look.interviews:
        is_open = interview.debrief is None and interview.still_wanted is not Answer.NO
        if is_told(look.known, interview) and is_open and interview.day_known:
            once, day = f"debrief_offer:{interview.id}", interview.end.astimezone(look.zone).date()
            tonight = max(clock_at(day, DEBRIEF_AT, look.zone), interview.end + DEBRIEF_AFTER_THE_END)
            morning = clock_at(day + timedelta(days=1), OFFICE_MORNING, look.zone)
            if tonight < morning and not is_quiet(tonight, look.known.person):
                until = clock_at(day, time.max, look.zone)
                yield look.plan("debrief_offer", once, interview.id, tonight, until=until)
            yield look.plan("debrief_offer", once, interview.id, morning, until=morning + timedelta(days=1))


def thank_you(look: Look) -> Iterator[Plan]:
    """As soon as the note may go (R13, R14), and not before the talk is surely over. Not where its day is not known: it
    may be too late for a note."""
    interview = look.last
    if interview is None or not interview.day_known or not _is_to_be_brought(interview):
        return
    if any(is_late(look, interview, contact.at) for contact in look.contacts if contact.direction is Direction.OUT):
        return  # they have heard from the Person since, and its thanks belonged there
    once, earliest = f"thank_you:{interview.id}", max(over_at(interview, look.zone) + NOTE_MIN, _after_showing(look))
    if look.verdict.verdict is policy.Answer.ONLY_THANK_YOU:
        yield look.plan("thank_you", once, interview.id, earliest)
    elif look.verdict.kind is policy.Kind.THANK_YOU and look.verdict.opens_at:
        yield look.plan("thank_you", once, interview.id, max(earliest, look.verdict.opens_at))


def is_to_be_thanked(interview: Interview) -> bool:
    """Whether the Person may want a note: they have not refused it, and not said that they want the job no more."""
    return not interview.thank_you_declined and not is_unwanted(interview)


def is_unwanted(interview: Interview) -> bool:
    """Whether the Person has said that they do not want the job."""
    return interview.still_wanted is Answer.NO


def _is_to_be_brought(interview: Interview) -> bool:
    """The same, and unasked: not to whoever is not sure that they want the job, which the letter says."""
    return is_to_be_thanked(interview) and interview.still_wanted is not Answer.UNSURE


def _after_showing(look: Look) -> datetime:
    """Whoever has just been shown the note at their own wish has it, and needs no second copy for some hours."""
    person = look.known.person
    is_shown = (person.amending or "").startswith(SHOWN_NOTE) and person.amending_about == look.opportunity.id
    return (
        person.heard_at + SHOWN_LASTS if is_shown and person.heard_at is not None else datetime.min.replace(tzinfo=UTC)
    )


def is_late(look: Look, interview: Interview, at: datetime) -> bool:
    """Whether a note at that moment is later than usual: more than two working days after the talk (R15)."""
    calendar = look.case.calendar
    return calendar.day_of(at) > calendar.bd(calendar.day_of(interview.end), NOTE_USUAL)


def thank_you_again(look: Look) -> Iterator[Plan]:
    """The next morning on which the note may go, if it was not sent: the main reminder (advice 14)."""
    interview = look.last
    first = interview and look.said(f"thank_you:{interview.id}")
    if interview and first and interview.day_known and _is_to_be_brought(interview):
        if is_late(look, interview, first.at):
            return  # a note that was late when it was first brought is brought once
        at = next_morning(first.at, look.zone)
        if look.verdict.verdict is policy.Answer.ONLY_THANK_YOU or at > look.now:
            yield look.plan("thank_you_again", f"thank_you_again:{interview.id}", interview.id, at)
