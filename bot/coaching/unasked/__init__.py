"""What is said unasked: the words, buttons and draft of each nudge, and the question it opens.

A nudge is a row in `scheduler.nudges` and a function of the same name here. When it is said is decided there.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial

from bot.coaching.unasked import absent, answering, around, promised, together, waiting
from bot.coaching.unasked.around import show_thank_you
from bot.coaching.unasked.telling import Say, why_button
from bot.dialogue.talk import Talk
from bot.turn import Incoming, Kind, Message
from scheduler import nudges
from scheduler.nudges import Plan
from storage.facts import Known, Opportunity

__all__ = ["WORDS", "show_thank_you", "speak", "why_button"]


def speak(known: Known, planned: Plan, now: datetime) -> tuple[Known, Message]:
    """Say one nudge: what is known once it has been said, and the message."""
    silence = Incoming(kind=Kind.IGNORED, person_id=known.person.id, chat_id=known.person.id)
    talk = Talk(silence, nudges.note_said(known, planned, now), now)
    WORDS[planned.name](talk, planned)
    message = next(said for said in talk.turn().say if isinstance(said, Message))
    return talk.known, replace(message, silent=nudges.is_silent(known, planned))


def _about_one(say: Say, talk: Talk, planned: Plan) -> None:
    opportunity = talk.find(Opportunity, planned.opportunity_id)
    assert opportunity is not None, "this nudge is about an Opportunity that is known"
    say(talk, opportunity, planned)


WORDS: dict[str, Callable[[Talk, Plan], None]] = {
    **{
        name: partial(_about_one, say)
        for rows in (around.WORDS, promised.WORDS, answering.WORDS, waiting.WORDS)
        for name, say in rows.items()
    },
    **together.WORDS,
    nudges.ABSENCE: partial(absent.tell, speak),
}
