"""Rules for what has not gone out: "haven't thanked them yet", "only thanked her in person"."""

from __future__ import annotations

from collections.abc import Iterator

from bot.hear.act import Act
from bot.hear.clause import Clause, Context, Keyed, Modality, Rule, Subject, on


def is_unsent(clause: Clause) -> bool:
    """Whether nothing has gone to them in writing: it says so, or thanks were only spoken."""
    if clause.subject in (Subject.THEY, Subject.OTHER):
        return False
    if clause.says("spoken_thanks") and (clause.says("no_letter") or not clause.says("by_email", "sends")):
        return True
    is_denied = clause.modality is Modality.NEGATED and clause.says("did_send", "thanks_letter")
    return (is_denied or clause.says("no_letter")) and clause.says("wrote", "sent_off", "sends")


def unsent(clause: Clause, _context: Context) -> Iterator[Act]:
    """Nothing has gone to them yet."""
    if is_unsent(clause):
        yield clause.act("unsent", about=clause.employer)


RULES: tuple[Rule | Keyed, ...] = (on(unsent, "wrote", "sent_off", "sends", "spoken_thanks"),)
