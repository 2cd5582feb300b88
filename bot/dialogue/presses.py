"""The buttons, as a table: verb, and what a press does. No press fails silently, however old the button is.

Everything a button names is looked up among the Person's own rows, so a forged number finds nothing of anybody else's.
"""

from __future__ import annotations

from functools import partial

from bot.dialogue import (
    about_me,
    bright_side,
    card_presses,
    check_in,
    coach,
    contact_presses,
    debrief,
    happenings,
    practice,
    statements,
    weekly,
    which,
)
from bot.dialogue.talk import Pressed, Talk, parse
from bot.dialogue.taps import Handler, finished, while_open
from storage.facts import Opportunity


def answer(talk: Talk) -> None:
    """Do what the pressed button says."""
    pressed = parse(talk.incoming.data)
    handler = _handler(pressed.verb) if pressed else None
    if pressed is None or handler is None:
        talk.toast("toast.unknown")
    else:
        handler(talk, pressed)


def _handler(verb: str) -> Handler | None:
    """What a verb does; one that carries a name behind an equals sign is looked up without it."""
    carrying = next((handler for start, handler in CARRYING.items() if verb.startswith(start)), None)
    return carrying or VERBS.get(verb) or VERBS.get(verb.partition("=")[0])


def _which(talk: Talk, pressed: Pressed) -> None:
    opportunity = talk.find(Opportunity, pressed.row)
    if opportunity is None or talk.person.asking != "which" or not talk.person.asking_text:
        return finished(talk)
    name, _, text = talk.person.asking_text.partition(" ")
    talk.drop_question()
    talk.chosen = opportunity
    talk.rewrite(talk.words("marked.plain", answer=opportunity.employer))
    statements.go_on(talk, name, text)
    return None


VERBS: dict[str, Handler] = {
    **check_in.VERBS,
    **debrief.VERBS,
    **bright_side.VERBS,
    **practice.VERBS,
    **weekly.VERBS,
    **card_presses.VERBS,
    **contact_presses.VERBS,
    **about_me.VERBS,
    **happenings.VERBS,
    **coach.VERBS,
    "news": partial(while_open, happenings.menu),
    "which": _which,
    "which.none": which.none_of_these,
    "sealed": lambda talk, _pressed: finished(talk),
}
CARRYING: dict[str, Handler] = {**card_presses.CARRYING, **contact_presses.CARRYING, **about_me.CARRYING}
"""Verbs that carry something behind them, by how they begin."""
