"""Rules for what the Person says was never so: "I never followed up", "they never called me", "I'm not going in"."""

from __future__ import annotations

from collections.abc import Iterator

from bot.hear.act import Act
from bot.hear.clause import Clause, Context, Keyed, Modality, Rule, Subject, on
from bot.hear.rules.unsent import is_of_others, is_unsent

UNSURE = frozenset({Modality.ASKED, Modality.CONDITIONAL, Modality.FEARED, Modality.OTHERS, Modality.QUOTED})


def denied(clause: Clause, _context: Context) -> Iterator[Act]:
    """What did not happen, by its kind: whether it had been kept is not known here."""
    what = None if clause.modality in UNSURE else _what(clause)
    if what is not None:
        yield clause.act("denied", about=clause.employer, what=what)


def _what(clause: Clause) -> str | None:
    if clause.says("no_talk"):
        return "talk"
    if clause.says("never_called") and clause.subject is not Subject.I:
        return "call"
    if clause.says("wrote") and is_of_others(clause):
        return "sent"
    if not is_unsent(clause):
        return None
    if clause.says("thanks_letter"):
        return "thank_you"
    return "follow_up" if clause.says("followed_up") else "sent"


RULES: tuple[Rule | Keyed, ...] = (on(denied, "no_talk", "never_called", "wrote", "sent_off", "sends"),)
