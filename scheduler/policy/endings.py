"""Steps 4 to 6: they said no, the Person is leaving, and what is allowed at any hour.

Quiet. Each step answers with a Verdict, or None when its line of section 3 does not apply.
"""

from __future__ import annotations

from datetime import date

from scheduler.policy.case import LOGISTICS, STATUS, WITHDRAW
from scheduler.policy.moment import Moment
from scheduler.policy.parameters import KEEP_IN_TOUCH
from scheduler.policy.verdict import Kind, Verdict
from storage.facts import ContactKind, Event


def they_said_no(moment: Moment) -> Verdict | None:
    """4. They said no, and were answered or it is too late for that (R5, R6)."""
    rejection = moment.situation.rejection
    if rejection is None:
        return None
    if asks_to_connect(moment) and not has_asked_to_connect(moment):
        return moment.go(Kind.LINKEDIN, "R6", "verdict.go.linkedin_after_no", channel=None)
    if moment.today - last_message_day(moment, rejection) >= KEEP_IN_TOUCH:
        return moment.go(Kind.KEEP_IN_TOUCH, "R6", "verdict.go.keep_in_touch")
    return moment.move_on("R6", "verdict.move_on.said_no")


def asks_to_connect(moment: Moment) -> bool:
    """Whether the Person asks about a LinkedIn request that asks for nothing (R38)."""
    return moment.asks(ContactKind.LINKEDIN) and not moment.asks(STATUS)


def has_asked_to_connect(moment: Moment) -> bool:
    """Whether a LinkedIn request went out already: one is all (R38)."""
    return moment.situation.last_sent(ContactKind.LINKEDIN) is not None


def last_message_day(moment: Moment, rejection: Event) -> date:
    """The day of the last message in either direction; their no is one (R6)."""
    return moment.calendar.day_of(max([rejection.at, *(contact.at for contact in moment.case.contacts)]))


def leaving(moment: Moment) -> Verdict | None:
    """5. The Person is leaving: they are told at once, at any hour (R8)."""
    if not moment.situation.is_leaving:
        return None
    if moment.situation.told_of_leaving is not None:
        return moment.move_on("R8", "verdict.move_on.left")
    return moment.go(Kind.WITHDRAW, "R8", "verdict.go.withdraw")


def always_allowed(moment: Moment) -> Verdict | None:
    """6. The Person asks about withdrawing, or about a practical necessity (R8, R9)."""
    if moment.asks(WITHDRAW):
        return moment.go(Kind.WITHDRAW, "R8", "verdict.go.withdraw")
    if moment.asks(LOGISTICS):
        return moment.go(Kind.LOGISTICS, "R9", "verdict.go.logistics")
    return None
