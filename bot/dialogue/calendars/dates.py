"""The coach's own dates as a file for the Person's calendar: until when to thank, from when to ask.

Quiet.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bot import words
from bot.calendars.out import CoachDate, calendar_file
from bot.coaching import plan
from bot.coaching.showing import last_interview
from bot.dialogue.contact import owes_thanks
from bot.dialogue.talk import Pressed, Talk
from bot.dialogue.taps import Handler
from scheduler import policy
from scheduler.policy.parameters import NOTE_LATE
from storage.facts import Opportunity

FILE_NAME = "afterword.ics"


def hand_over(talk: Talk, _pressed: Pressed) -> None:
    """Send the file, or say that there are no dates."""
    dates = [one for opportunity in talk.open_opportunities for one in _dates(talk, opportunity)]
    if not dates:
        talk.say("calendar.no_dates")
        return
    caption = words.plain("calendar.dates_file", talk.person.language, n=len(dates))
    talk.hand_over(FILE_NAME, calendar_file(dates, talk.now), caption)


def thank_until(talk: Talk, opportunity: Opportunity) -> date | None:
    """The last day for a note after the last interview, or after the next one when none is over yet (R15)."""
    interview = last_interview(talk, opportunity)
    if interview is None or interview.thank_you_declined:
        return None
    calendar = policy.case_of(talk.known, opportunity).calendar
    last = calendar.bd(calendar.day_of(interview.end), NOTE_LATE)
    return last if owes_thanks(talk, opportunity) and last >= calendar.day_of(talk.now) else None


def _dates(talk: Talk, opportunity: Opportunity) -> Iterator[CoachDate]:
    """Numbered by the Person's version, which grows with all that is learned: an import takes the newer one."""
    thanks, asks = thank_until(talk, opportunity), plan.question_opens(talk, opportunity)
    for kind, day in (("thank", thanks), ("ask", asks)):
        if day is not None:
            yield CoachDate(
                uid=f"{kind}-{talk.person.id}-{opportunity.id}@afterword",
                day=day,
                title=words.plain(f"calendar.date.{kind}", talk.person.language, employer=opportunity.employer),
                sequence=talk.person.version,
            )


VERBS: dict[str, Handler] = {"cal.dates": hand_over}
