"""Said about all that is being pursued: any word from them, a question to practise, the applications of a week."""

from __future__ import annotations

from collections.abc import Callable

from bot.learn.ledger import Ledger, Part
from bot.say.states import state
from bot.say.unasked.telling import later, line_of
from bot.words.named import Listed, Press, Presses, lines, text
from scheduler import nudges
from scheduler.nudges import Plan
from storage.facts import Note, OpenPoint, Opportunity

MOST_NAMES = 4
LONGEST_LABEL = 20
MOST_RUNNING = 15


def _any_word(ledger: Ledger, _planned: Plan) -> Part:
    waited = [look.opportunity for look in nudges.waited_for(nudges.overview(ledger.known, ledger.now))][:MOST_NAMES]
    ledger.ask("any_word", waited[0].id if len(waited) == 1 else None)
    names = Listed(tuple(opportunity.employer for opportunity in waited), "or")
    presses = _word_from_one(waited[0]) if len(waited) == 1 else _word_from_all(waited)
    return Part(text("nudge.any_word", names=names), (*presses, (Press("word.stop"),)))


def _word_from_one(opportunity: Opportunity) -> Presses:
    return (line_of(opportunity.id, "word.yes", "word.no"),)


def _word_from_all(waited: list[Opportunity]) -> Presses:
    names = (Press("word.yes", o.id, label=o.employer[:LONGEST_LABEL]) for o in waited)
    return (*((press,) for press in names), (Press("word.none"),))


def _practice(ledger: Ledger, planned: Plan) -> Part:
    note = ledger.find(Note, planned.subject)
    assert note is not None, "this nudge is about a Note that is known"
    ledger.ask("practice", note.id)
    presses = (line_of(note.id, "practice.solid", "practice.skip"),)
    if note.answer:
        return Part(text("nudge.practice_again", question=note.text, answer=note.answer), presses)
    return Part(text("nudge.practice", question=note.text), presses)


def _applications(ledger: Ledger, _planned: Plan) -> Part:
    ledger.ask("applications")
    running = [look for look in nudges.looks(ledger.known, ledger.now) if look.end is None][:MOST_RUNNING]
    standing = (text("nudge.running", employer=look.opportunity.employer, state=state(look)) for look in running)
    return Part(
        text("nudge.applications", lines=lines(standing)), (line_of(0, "apps.0", "apps.1", "apps.3", "apps.5"),)
    )


def _reminder(ledger: Ledger, planned: Plan) -> Part:
    point = ledger.find(OpenPoint, planned.subject)
    assert point is not None, "this nudge is about words that are kept"
    return Part(text("nudge.reminder", said=point.text), ((later(ledger),),))


WORDS: dict[str, Callable[[Ledger, Plan], Part]] = {
    "any_word": _any_word,
    "practice": _practice,
    "applications": _applications,
    nudges.REMINDER: _reminder,
}
