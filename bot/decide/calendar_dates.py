"""The coach's own dates as a file for the Person's calendar: until when to thank, from when to ask."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bot.calendars.out import CoachDate, calendar_file
from bot.coaching.letters import last_interview
from bot.coaching.verdicts import question_opens
from bot.hear.act import Act
from bot.learn.called import is_unnamed
from bot.learn.exchanged import is_thanked
from bot.learn.ledger import Ledger
from bot.words import plain
from bot.words.named import text
from scheduler import policy
from scheduler.policy.parameters import NOTE_LATE
from storage.facts import Opportunity

FILE_NAME = "afterword.ics"


def dates(ledger: Ledger, _act: Act) -> None:
    """Hand the file over, or say that there are no dates."""
    found = [one for opportunity in ledger.open_opportunities for one in _dates(ledger, opportunity)]
    if not found:
        return ledger.answer("calendar.no_dates")
    caption = text("calendar.dates_file", n=len(found))
    return ledger.reply.files.append((FILE_NAME, calendar_file(found, ledger.now), caption))


def _dates(ledger: Ledger, opportunity: Opportunity) -> Iterator[CoachDate]:
    """Numbered by the Person's version, which grows with all that is learned: an import takes the newer one.

    The words stand in the file itself, so they are made here.
    """
    if is_unnamed(opportunity):
        return
    asks = question_opens(ledger.known, opportunity, ledger.now)
    for kind, day in (("thank", thank_until(ledger, opportunity)), ("ask", asks)):
        if day is not None:
            yield CoachDate(
                uid=f"{kind}-{ledger.person.id}-{opportunity.id}@afterword",
                day=day,
                title=plain(f"calendar.date.{kind}", ledger.person.language, employer=opportunity.employer),
                sequence=ledger.person.version,
            )


def thank_until(ledger: Ledger, opportunity: Opportunity) -> date | None:
    """The last day for a note after the last interview, or after the next one when none is over yet (R15)."""
    talk = last_interview(ledger.known, opportunity, ledger.now)
    if talk is None or not talk.day_known or talk.thank_you_declined or is_thanked(ledger, opportunity, talk):
        return None
    calendar = policy.case_of(ledger.known, opportunity).calendar
    last = calendar.bd(calendar.day_of(talk.end), NOTE_LATE)
    return last if last >= calendar.day_of(ledger.now) else None
