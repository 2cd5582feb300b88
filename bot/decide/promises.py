"""What the Person promised, and by when: asked for where a promise lacks what the plan needs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from bot.decide.question import Question, pose
from bot.hear.act import Act, By
from bot.hear.scene import Expected
from bot.learn.ledger import Ledger, Stale
from storage.facts import Interview, Opportunity, Person, Side


def ask_promise(ledger: Ledger, act: Act) -> None:
    """They said yes to "did you promise anything?"."""
    interview = ledger.found(Interview, act.row)
    if interview.promise_answer is not None:
        raise Stale
    if act.verb:
        ledger.mark(act.verb)
    due = act.get("due")
    if isinstance(due, date):
        return pose(ledger, THING, interview.id, due.isoformat())
    return pose(ledger, WHAT, interview.id)


def ask_due(ledger: Ledger, opportunity: Opportunity, what: str) -> None:
    """A promise needs its day."""
    pose(ledger, DUE, opportunity.id, what)


def _say_due(ledger: Ledger, _row: int) -> None:
    ledger.pose("ask.promise_due", what=ledger.person.asking_text or "")


def _due(ledger: Ledger, act: Act) -> Act | None:
    """A bare day is the day of the promise that was named before."""
    person = ledger.before.person
    if act.name != "day":
        return None
    slots = {"what": person.asking_text or "", "due": act.get("day")}
    return Act("promised", slots, span=act.span, by=By.BARE, row=person.asking_about or 0)


def _only_due(ledger: Ledger, act: Act) -> Act | None:
    """A day without a thing: "what is it, and by when?" - "by Friday"."""
    row = ledger.before.person.asking_about or 0
    return (
        Act("ask_promise", {"due": act.get("day")}, span=act.span, by=By.BARE, row=row) if act.name == "day" else None
    )


def _thing(ledger: Ledger, act: Act) -> Act | None:
    """The thing, for the day that was told before it."""
    due = _told_day(ledger.before.person)
    if act.name != "promised" or act.has("due") or due is None:
        return None
    return replace(act.with_slots(due=due), row=ledger.before.person.asking_about or 0)


def _say_thing(ledger: Ledger, _row: int) -> None:
    due = _told_day(ledger.person)
    if due is None:
        return ledger.pose("ask.promise_what")
    return ledger.pose("ask.promise_thing", due=due)


def _told_day(person: Person) -> date | None:
    """The day that was told before the thing."""
    try:
        return date.fromisoformat(person.asking_text or "")
    except ValueError:
        return None


WHAT = Question(name="promise_what", expects=Expected.PROMISE, answered_by=frozenset({"promised"}), means=_only_due)
THING = Question(
    name="promise_thing",
    expects=Expected.PROMISE,
    answered_by=frozenset({"promised"}),
    means=_thing,
    say=_say_thing,
)
DUE = Question(name="promise_due", expects=Expected.DAY, answered_by=frozenset({"promised"}), means=_due, say=_say_due)
QUESTIONS = (WHAT, THING, DUE)
ACTS: dict[str, Callable[[Ledger, Act], None]] = {"ask_promise": ask_promise}


def ask_undated(ledger: Ledger) -> bool:
    """Ask for the day of a promise that this message told of without one. False: there is none."""
    new = [p for p in ledger.known.promises if p.side is Side.OURS and p not in ledger.before.promises]
    dated = any(act.name == "promised" and act.has("due") for act in ledger.acts)
    if not new or dated or all(act.name != "promised" for act in ledger.acts):
        return False
    opportunity = ledger.opportunity_of(new[0])
    if ledger.next_ahead(opportunity) is not None:
        return False  # it is brought along
    ask_due(ledger, opportunity, new[0].what)
    return True
