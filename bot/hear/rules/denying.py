"""Rules for what the Person says was never so: "I never followed up", "they never called me", "I'm not going in"."""

from __future__ import annotations

from collections.abc import Iterator

from bot.hear.act import Act
from bot.hear.clause import Clause, Context, Keyed, Modality, Rule, Subject, on
from bot.hear.role import Role
from bot.hear.rules.saying import by_me, goes_on
from bot.hear.rules.unsent import is_no_question, is_of_others, is_unsent

UNSURE = frozenset({Modality.ASKED, Modality.CONDITIONAL, Modality.FEARED, Modality.OTHERS, Modality.QUOTED})


def denied(clause: Clause, context: Context) -> Iterator[Act]:
    """What did not happen, by its kind: whether it had been kept is not known here."""
    if clause.modality in UNSURE or is_no_question(clause, context):
        return
    if clause.says("no_company"):
        yield from _no_employer(clause, context)
        return
    what = _what(clause) or _decision(clause)
    if what is not None:
        yield clause.act("denied", about=clause.employer, what=what)


def was_thanks(clause: Clause, context: Context) -> Iterator[Act]:
    """ "I didn't ask them anything, it was a thank you": the question that was kept is the letter of thanks."""
    before = context.before(clause)
    denied_in = clause if clause.says("asked_nothing") else before
    if denied_in is None or not is_no_question(denied_in, context):
        return
    about = denied_in.employer or clause.employer
    slots = {"about": about} if about else {}
    span = context.span(denied_in, clause)
    yield Act("denied", {"what": "follow_up", **slots}, span)
    yield Act("sent", {"what": "thank_you", **slots}, span)


def _no_employer(clause: Clause, context: Context) -> Iterator[Act]:
    """ "What's ANYWAY?? that's not a company": the one that is named here, or right before."""
    near = (clause, context.before(clause))
    name = next((name for one in near if one is not None for name in one.names if name.role is Role.EMPLOYER), None)
    behind = goes_on(clause, context)
    if name is not None and name.known and not (behind is not None and behind.says("kind")):
        yield clause.act("denied", about=name.text, what="employer")


def _decision(clause: Clause) -> str | None:
    """What was not decided: "I never accepted", "ich hab doch gar nicht zugesagt", "they haven't rejected me"."""
    if clause.says("no_offer_made") and clause.subject is not Subject.I:
        return "offer"
    if not clause.negated or clause.says("would_not"):
        return None
    for key, what in DECISIONS:
        place = clause.where(key)
        if place is not None and (clause.subject is Subject.I or by_me(clause, place[0])):
            return what
    told = clause.says("rejected") and not clause.says("no_rejection") and clause.subject is not Subject.I
    return "rejected" if told or clause.says("not_rejected") else None


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


DECISIONS = (("accepted", "accepted"), ("declined", "declined"), ("turns_down", "declined"), ("withdrew", "withdrew"))
"""What the Person decides, by the key that says so."""
OF_DECISIONS = ("no_company", "no_offer_made", *dict(DECISIONS), "rejected", "not_rejected")
RULES: tuple[Rule | Keyed, ...] = (
    on(was_thanks, "was_thanks"),
    on(denied, "no_talk", "never_called", "wrote", "sent_off", "sends", *OF_DECISIONS),
)
