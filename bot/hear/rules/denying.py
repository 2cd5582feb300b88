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
    if not is_unsent(clause) or clause.says("spoken_thanks"):
        return None
    if clause.says("thanks_letter"):
        return "thank_you"
    return "follow_up" if clause.says("followed_up") else "sent"


def without_what_is_denied(acts: list[Act]) -> list[Act]:
    """Without a talk that is heard in the words that say that there is none, and without what was not sent."""
    denied = [act for act in acts if act.name == "denied"]
    none = [act.span for act in denied if act.get("what") == "talk"]
    unsent = [(act.get("what"), act.get("about")) for act in denied]
    told = [act for act in acts if act.name not in ("interview", "invited") or act.span not in none]
    return [act for act in told if act.name != "sent" or (act.get("what"), act.get("about")) not in unsent]


RULES: tuple[Rule | Keyed, ...] = (on(denied, "no_talk", "never_called", "wrote", "sent_off", "sends"),)
