"""Said once when the coach itself was away: since when, what it may have lost, and what is most urgent now."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from bot.learn.ledger import Ledger, Part
from bot.words.named import Listed, Moment, Value, lines, text
from scheduler import nudges
from scheduler.nudges import Plan
from storage.facts import Opportunity

MOST_NAMES = 4
TOO_LATE = "the coach was away"


def tell(told: Callable[[Ledger, Plan], Part], ledger: Ledger, _planned: Plan) -> Part:
    """Say that it was away, and with it the most urgent nudge that is of use now; `told` says one."""
    too_late, still_open = nudges.missed(ledger.known, ledger.now)
    for plan in too_late:
        ledger.known = nudges.note_said(ledger.known, plan, ledger.now, dropped=TOO_LATE)
    said = [*_sorry(ledger), *_passed(ledger, too_late)]
    if not still_open:
        return Part(lines(said, "\n\n"))
    urgent = told(ledger, still_open[0])
    return Part(lines([*said, urgent.text], "\n\n"), urgent.presses)


def _sorry(ledger: Ledger) -> Iterator[Value]:
    since, until = ledger.person.away_since, ledger.person.away_until
    assert since is not None, "this nudge is about an absence"
    assert until is not None, "an absence that is spoken of is over"
    yield text("nudge.absence", since=Moment(since, "wDT"), until=Moment(until, "wDT"))
    lost = nudges.lost_before(ledger.person)
    if lost is not None:
        yield text("absence.lost", before=Moment(lost))


def _passed(ledger: Ledger, too_late: list[Plan]) -> Iterator[Value]:
    """Whom it would have spoken of, and cannot any more."""
    numbers = dict.fromkeys(plan.opportunity_id for plan in too_late if plan.opportunity_id is not None)
    found = [ledger.find(Opportunity, number) for number in numbers]
    names = tuple(opportunity.employer for opportunity in found if opportunity is not None)[:MOST_NAMES]
    if names:
        yield text("absence.passed", names=Listed(names))
