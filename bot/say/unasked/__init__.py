"""What is said unasked: the words, buttons and draft of each nudge, and the question it opens.

A nudge is a row in `scheduler.nudges` and a function of the same name here. When it is said is decided there. Each says
in its first words why it comes now.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial

from bot.learn.ledger import Ledger, Part
from bot.say.rendering import rows, spoken, voice_of
from bot.say.stand_ins import set_in
from bot.say.unasked import absent, answering, around, promised, together, waiting
from bot.say.unasked.telling import Say, opportunity_of
from bot.turn import Message
from scheduler import nudges
from scheduler.nudges import Plan
from storage.facts import Known

__all__ = ["WORDS", "speak"]


def speak(known: Known, planned: Plan, now: datetime) -> tuple[Known, Message]:
    """Say one nudge: what is known once it has been said, and the message."""
    ledger = Ledger(known, now)
    part = _told(ledger, planned)
    voice = voice_of(ledger)
    text, buttons = set_in(spoken(part.text, voice), known), rows(part.presses, voice)
    return ledger.known, Message(text=text, buttons=buttons, silent=nudges.is_silent(known, planned))


def _told(ledger: Ledger, planned: Plan) -> Part:
    """One nudge, noted as said."""
    ledger.known = nudges.note_said(ledger.known, planned, ledger.now)
    return WORDS[planned.name](ledger, planned)


def _about_one(say: Say, ledger: Ledger, planned: Plan) -> Part:
    return say(ledger, opportunity_of(ledger, planned), planned)


WORDS: dict[str, Callable[[Ledger, Plan], Part]] = {
    **{
        name: partial(_about_one, say)
        for table in (around.WORDS, promised.WORDS, answering.WORDS, waiting.WORDS)
        for name, say in table.items()
    },
    **together.WORDS,
    nudges.ABSENCE: partial(absent.tell, _told),
}
