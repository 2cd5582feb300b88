"""After the end: what they said about why, word for word, and one line of what was learned; or that there is none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from bot.decide.in_own_words import is_passed, own_words
from bot.decide.meant import mark
from bot.decide.question import Question
from bot.hear.act import Act, By
from bot.hear.scene import Expected
from bot.learn.ledger import Ledger, Stale
from storage.facts import EventType, Known, NoteKind, Opportunity

NO_FEEDBACK = "no_feedback"
NOTHING_LEARNED = "nothing_learned"


def no_feedback(ledger: Ledger, act: Act) -> None:
    """They said nothing about why (advice 58)."""
    ledger.found(Opportunity, act.row)
    mark(ledger, act)
    ledger.answer("feedback.none")


def nothing_learned(ledger: Ledger, act: Act) -> None:
    """No line this time."""
    if act.by is By.BUTTON:
        if (ledger.before.person.asking, ledger.before.person.asking_about) != (LEARNED.name, act.row):
            raise Stale
        mark(ledger, act)
    ledger.answer("learned.skipped")


def _just_ended(known: Known, now: datetime) -> int | None:
    """One that was let go of or taken in this very turn, after a talk, and of which nothing was noted (advice 61)."""
    noted = {note.opportunity_id for note in known.notes if note.kind is NoteKind.LEARNED}
    met = {i.opportunity_id for i in known.interviews if i.end <= now and not i.cancelled}
    taken = {event.opportunity_id for event in known.events if event.type is EventType.ACCEPTED and event.at == now}
    ended = (o.id for o in known.opportunities if o.closed_at == now or o.id in taken)
    return next((number for number in ended if number in met - noted), None)


def _means(ledger: Ledger, act: Act, name: str, nothing: str, **slots: str) -> Act | None:
    """A bare answer in the Person's own words, or that there is none."""
    row, said = act.row or ledger.before.person.asking_about or 0, own_words(ledger, act)
    if said is not None:
        return replace(act, name=name, slots={**slots, "text": said}, row=row, by=By.BARE)
    is_none = act.name == "enough" or is_passed(ledger, act)
    return replace(act, name=nothing, slots={}, row=row) if is_none else None


FEEDBACK = Question(
    name="feedback",
    expects=Expected.WORDS,
    means=lambda ledger, act: _means(ledger, act, "feedback", NO_FEEDBACK),
    answered_by=frozenset({"feedback", NO_FEEDBACK}),
    presses=(("feedback.none",),),
)
LEARNED = Question(
    name="learned",
    open=_just_ended,
    expects=Expected.WORDS,
    means=lambda ledger, act: _means(ledger, act, "note", NOTHING_LEARNED, kind="learned"),
    answered_by=frozenset({"note", NOTHING_LEARNED}),
    presses=(("skip.learned",),),
)
QUESTIONS: tuple[Question, ...] = (FEEDBACK, LEARNED)
ACTS: dict[str, Callable[[Ledger, Act], None]] = {NO_FEEDBACK: no_feedback, NOTHING_LEARNED: nothing_learned}
