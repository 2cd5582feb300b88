"""An offer: who else may be told of its day, and whether a spoken one is on paper by now (R4, R10)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from bot.decide.buttons import show_press, tell_press
from bot.decide.drafting import offer_to_show
from bot.decide.meant import fresh, is_asked, mark, meant
from bot.decide.named_draft import know_of_offer
from bot.decide.question import Question
from bot.hear.act import Act, By
from bot.hear.scene import Expected
from bot.learn.ledger import Ledger, Stale
from bot.words.named import Listed
from scheduler import nudges
from storage.facts import EventType, Opportunity

MOST_OTHERS = 3


# The others


def tell_others(ledger: Ledger, opportunity: Opportunity) -> None:
    """Whom the Person would rather have may be told once of the day (R10); never as a bluff (R42)."""
    deadline = deadline_of(ledger, opportunity)
    others = [other for other in ledger.open_opportunities if _may_hear(ledger, other, opportunity)][:MOST_OTHERS]
    if deadline is None or not others:
        return
    names = Listed(tuple(other.employer for other in others), "or")
    ledger.answer("offer.others", tuple((tell_press(ledger.known, o),) for o in others), names=names, day=deadline)


def deadline_of(ledger: Ledger, opportunity: Opportunity) -> date | None:
    """The day by which their offer is to be answered, when it is ahead."""
    offers = [e for e in ledger.events_of(opportunity) if e.type is EventType.OFFER]
    deadline = offers[-1].deadline if offers else None
    return deadline if deadline is not None and deadline >= ledger.today else None


def _may_hear(ledger: Ledger, other: Opportunity, opportunity: Opportunity) -> bool:
    """In the middle of it: somebody there has met the Person, and nothing is decided."""
    in_it = other.id != opportunity.id and ledger.last_over(other) is not None
    return in_it and not nudges.has_ended(ledger.known, other) and deadline_of(ledger, other) is None


def after(ledger: Ledger) -> None:
    """Once a turn has learned an offer with a day: who else may be told, where nobody has asked just that."""
    if any(act.get("topic") == "other_offer" for act in ledger.acts):
        return
    before = {event.id: event.deadline for event in ledger.before.events}
    for event in ledger.known.events:
        if event.type is EventType.OFFER and event.deadline and event.deadline != before.get(event.id):
            tell_others(ledger, ledger.opportunity_of(event))
            return


def tell_other_offer(ledger: Ledger, act: Act) -> None:
    """The other employer is preferred: the offer is one from elsewhere for them."""
    other = meant(ledger, act)
    if other is None:
        return None if is_asked(ledger, act) else ledger.answer("may_i.nobody.other")
    fresh(ledger, act, other)
    is_known = know_of_offer(ledger, other)
    if other.closed_at is not None or (not is_known and act.by is By.BUTTON):
        raise Stale
    return offer_to_show(ledger, other, "deadline")


# On paper?


def _paper(ledger: Ledger, act: Act) -> Act | None:
    """Whether the spoken offer is on paper by now."""
    row = act.row or ledger.before.person.asking_about or 0
    if act.name == "yes":
        return Act("offer", {"form": "paper"}, row=row, verb=act.verb, by=act.by)
    return Act("not_on_paper", row=row, verb=act.verb, by=act.by) if act.name in ("no", "skip") else None


def not_on_paper(ledger: Ledger, act: Act) -> None:
    """Then the search goes on, and they may be asked when it comes."""
    opportunity = meant(ledger, act)
    if opportunity is None or opportunity.closed_at is not None or has_paper(ledger, opportunity):
        raise Stale
    mark(ledger, act)
    presses = ((show_press(ledger.known, opportunity, "spoken_offer"),),)
    ledger.answer("paper.not_yet", presses, employer=opportunity.employer)


def has_paper(ledger: Ledger, opportunity: Opportunity) -> bool:
    """Whether a written offer has come since the last spoken one."""
    kinds = (EventType.OFFER, EventType.VERBAL_OFFER)
    offers = [event.type for event in ledger.events_of(opportunity) if event.type in kinds]
    return bool(offers) and offers[-1] is EventType.OFFER


PAPER = Question(
    name="paper",
    expects=Expected.YES_NO,
    means=_paper,
    answered_by=frozenset({"offer"}),
    presses=(("paper.yes", "paper.no"),),
)
QUESTIONS = (PAPER,)
ACTS: dict[str, Callable[[Ledger, Act], None]] = {
    "tell_other_offer": tell_other_offer,
    "not_on_paper": not_on_paper,
}
