"""From when they may be asked, the day that a fact is counted on, and where a talk stands whose day nobody has said."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from bot.coaching import verdicts
from bot.learn.ledger import Ledger
from scheduler import policy
from storage.facts import Contact, ContactKind, Direction, Interview, Opportunity

NOON = time(12)
AFTER_A_TALK = timedelta(hours=4)
"""So long before whatever must have come after it, a talk is put whose day is only assumed."""
LATELY = timedelta(days=10)
"""A day that was left out longer ago has been forgotten by the time at which they may be asked."""
MUST_FOLLOW = (ContactKind.THANK_YOU, ContactKind.FOLLOW_UP)


def opens_on(ledger: Ledger, opportunity: Opportunity) -> date | None:
    """The first day on which they may be asked how things stand; None when it has come, or there is no such day."""
    here = ledger.find(Opportunity, opportunity.id) or opportunity
    return verdicts.opens_on(ledger.known, here, ledger.now)


def left_out(ledger: Ledger, opportunity: Opportunity, after: date, opens: date) -> date | None:
    """A day between that is a holiday only in parts of their country, and is left out because nobody has said where
    in it they are."""
    here = ledger.find(Opportunity, opportunity.id) or opportunity
    return policy.case_of(ledger.known, here).calendar.left_out(max(after, opens - LATELY), opens)


def may_ask_now(ledger: Ledger, opportunity: Opportunity) -> bool:
    """Whether they may be asked at this very moment."""
    here = ledger.find(Opportunity, opportunity.id) or opportunity
    return verdicts.may_ask_now(policy.question(policy.case_of(ledger.known, here), ledger.now))


def business_day(ledger: Ledger, opportunity: Opportunity, days: int) -> date:
    """So many working days at the employer after today."""
    calendar = policy.case_of(ledger.known, opportunity).calendar
    return calendar.bd(calendar.day_of(ledger.now), days)


def working_day_of(ledger: Ledger, opportunity: Opportunity, at: datetime) -> date:
    """The working day on which something sent then is read: what goes out on a Saturday lies there on Monday."""
    calendar = policy.case_of(ledger.known, opportunity).calendar
    return calendar.next_business_day(calendar.day_of(at))


def moment_on(ledger: Ledger, day: date | None) -> datetime:
    """When something was done that day: at noon, or after the last talk of that day; never in the future (UTC)."""
    if day is None or day >= ledger.today:
        return ledger.now
    ends = [i.end for i in ledger.known.interviews if not i.cancelled and day_of(ledger, i.end) == day]
    noon = datetime.combine(day, NOON, ledger.zone).astimezone(ledger.now.tzinfo)
    return min(max([noon, *ends]), ledger.now)


def day_of(ledger: Ledger, moment: datetime) -> date:
    """The day it is, or was, for the Person."""
    return moment.astimezone(ledger.zone).date()


def placed(ledger: Ledger, interview: Interview) -> Interview:
    """A talk whose day is only assumed stands before what came after it: thanks, a question, the day they named."""
    if interview.day_known or interview.end > ledger.now:
        return interview
    first = min((contact.at for contact in _followed(ledger, interview)), default=interview.end)
    if interview.window_latest is not None:
        first = min(first, datetime.combine(interview.window_latest, NOON, ledger.zone).astimezone(first.tzinfo))
    end = first - AFTER_A_TALK
    if first >= interview.end:
        return interview
    return ledger.change(interview, start=end - (interview.end - interview.start), end=end)


def _followed(ledger: Ledger, interview: Interview) -> list[Contact]:
    return [
        contact
        for contact in ledger.known.contacts
        if contact.opportunity_id == interview.opportunity_id
        and contact.direction is Direction.OUT
        and contact.kind in MUST_FOLLOW
    ]
