"""Said about all that is being pursued: any word from them, a question to practise, the applications of a week."""

from __future__ import annotations

from collections.abc import Callable

from bot.dialogue import status
from bot.dialogue.talk import Talk
from bot.turn import Rows
from bot.words import Html
from scheduler import nudges
from scheduler.nudges import Look, Plan
from storage.facts import Note, Opportunity

MOST_NAMES = 4
LONGEST_LABEL = 20
MOST_RUNNING = 15


def _any_word(talk: Talk, _planned: Plan) -> None:
    waited = [look.opportunity for look in nudges.waited_for(nudges.overview(talk.known, talk.now))][:MOST_NAMES]
    names = ", ".join(opportunity.employer for opportunity in waited)
    buttons = _word_from_one(talk, waited[0]) if len(waited) == 1 else _word_from_all(talk, waited)
    talk.say("nudge.any_word", (*buttons, (talk.button("word.stop"),)), names=names)


def _word_from_one(talk: Talk, opportunity: Opportunity) -> Rows:
    return (tuple(talk.button(verb, opportunity.id) for verb in ("word.yes", "word.no")),)


def _word_from_all(talk: Talk, waited: list[Opportunity]) -> Rows:
    names = (talk.button("word.yes", o.id, label=o.employer[:LONGEST_LABEL]) for o in waited)
    return (*((button,) for button in names), (talk.button("word.none"),))


def _practice(talk: Talk, planned: Plan) -> None:
    note = talk.find(Note, planned.subject)
    assert note is not None, "this nudge is about a Note that is known"
    talk.ask("practice", note.id)
    buttons = (tuple(talk.button(verb, note.id) for verb in ("practice.solid", "practice.skip")),)
    if note.answer:
        talk.say("nudge.practice_again", buttons, question=note.text, answer=note.answer)
    else:
        talk.say("nudge.practice", buttons, question=note.text)


def _applications(talk: Talk, _planned: Plan) -> None:
    talk.ask("applications")
    running = [look for look in nudges.looks(talk.known, talk.now) if look.end is None][:MOST_RUNNING]
    lines = talk.join(_line(talk, look) for look in running)
    buttons = (tuple(talk.button(f"apps.{least}") for least in (0, 1, 3, 5)),)
    talk.say("nudge.applications", buttons, lines=lines)


def _line(talk: Talk, look: Look) -> Html:
    return talk.words("nudge.running", employer=look.opportunity.employer, state=status.state(talk, look))


WORDS: dict[str, Callable[[Talk, Plan], None]] = {
    "any_word": _any_word,
    "practice": _practice,
    "applications": _applications,
}
