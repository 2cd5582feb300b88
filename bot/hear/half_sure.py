"""What a listener half believes of a text of which nothing was understood: readings to choose from, not kept yet."""

from __future__ import annotations

from collections.abc import Iterable

from bot.hear.act import Act, By
from bot.hear.alone import may_stand_alone
from bot.hear.clause import Context
from bot.hear.filling import filled
from bot.hear.listened import Candidate
from bot.hear.voices import may_add
from bot.hear.weighing import FACTS_TO_ASK, may_be_told
from storage.changing import changed

MOST = 3
FAINTEST = 0.3
"""How likely a reading has to be, that it is worth a button."""
ASKABLE = FACTS_TO_ASK | {"ask_next", "ask_may_write", "ask_draft"}
"""Acts that a few words on a button tell apart."""


def readings(context: Context, doubted: Iterable[Act]) -> tuple[Act, ...]:
    """The likeliest acts, each with what its words tell, the likeliest in front; then what only the rules heard."""
    listened = context.scene.listened
    if listened is None or listened.text != context.text:
        return ()
    likely = [one for one in listened.candidates if one.name in ASKABLE and one.sure >= FAINTEST]
    found: dict[str, Act] = {}
    for candidate in sorted(likely, key=lambda one: -one.sure):
        act = _read(candidate, context)
        if act is not None:
            found.setdefault(act.name, changed(act, by=By.CHOSEN))
    for act in doubted:
        if act.name in FACTS_TO_ASK:
            found.setdefault(act.name, changed(act, by=By.CHOSEN))
    return tuple(found.values())[:MOST]


def _read(candidate: Candidate, context: Context) -> Act | None:
    told = filled(candidate, context) if may_add(candidate, context) else None
    if told is None or not may_be_told(told, candidate, context):
        return None
    return told[1] if may_stand_alone(told[1], told[0], context) else None
