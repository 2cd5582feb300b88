"""Rules for what has not gone out: "haven't thanked them yet", "only thanked her in person"."""

from __future__ import annotations

from collections.abc import Iterator

from bot.hear.act import Act
from bot.hear.clause import Clause, Context, Keyed, Modality, Rule, Subject, on
from bot.hear.role import Role
from bot.hear.vocabulary import vocabulary


def is_unsent(clause: Clause) -> bool:
    """Whether nothing has gone to them in writing: it says so, or thanks were only spoken."""
    if clause.subject in (Subject.THEY, Subject.OTHER) or clause.says("was_due"):
        return False
    if clause.says("spoken_thanks") and (clause.says("no_letter") or not clause.says("by_email", "sends")):
        return True
    is_denied = clause.modality is Modality.NEGATED and clause.says("did_send", "thanks_letter")
    if is_denied and _is_of_another(clause):
        return False
    return (is_denied or clause.says("no_letter")) and clause.says("wrote", "sent_off", "sends")


def is_of_others(clause: Clause) -> bool:
    """ "I called the DENTIST, not Acme": the one employer that is named is ruled out."""
    named = [name for name in clause.names if name.role is Role.EMPLOYER]
    before = [word.text for word in clause.words if named and word.end <= named[0].start]
    return len(named) == 1 and bool(before) and vocabulary(clause.language)["not_this"].holds(before[-1])


def _is_of_another(clause: Clause) -> bool:
    """ "Wrote to Priya, Tom not yet": the denial is behind somebody else."""
    done, denied = clause.where("wrote"), clause.where("not")
    if done is None or denied is None or denied[0] < done[0]:
        return False
    first, last = clause.words[done[0]].start, clause.words[denied[0]].start
    return any(name.role is Role.PERSON and first < name.start < last for name in clause.names)


def is_naming(clause: Clause, place: tuple[int, int]) -> bool:
    """ "At a place called Cobley", "I called the interviewer mum": a name is given, and nobody is rung."""
    if clause.words[place[0]].text != "called":
        return False
    return clause.says("called_so") or _is_the_name_of_a_place(clause, place)


def _is_the_name_of_a_place(clause: Clause, place: tuple[int, int]) -> bool:
    """Whether a noun stands right before "called" and a name right behind it."""
    meant, before = vocabulary(clause.language), clause.words[max(0, place[0] - MOST_OF_A_NOUN) : place[0]]
    at = next((at for at, word in enumerate(before) if meant["of_kind"].holds(word.text)), len(before))
    noun = before[at + 1 :]
    behind = clause.words[place[1] : place[1] + 1]
    doing = any(word.text in meant[key].alone for word in noun for key in ("i_word", "they_do", "joint"))
    is_name = any(name.start == one.start for one in behind for name in clause.names)
    return bool(noun) and is_name and not doing


MOST_OF_A_NOUN = 4
"""Words of "a small builders merchants"."""


def is_no_question(clause: Clause, context: Context) -> bool:
    """Whether it says, with its neighbour, that what went out asked nothing: "it was a thank you"."""
    near = (clause, context.after(clause))
    return clause.says("asked_nothing") and any(one is not None and one.says("was_thanks") for one in near)


def unsent(clause: Clause, context: Context) -> Iterator[Act]:
    """Nothing has gone to them yet."""
    if is_unsent(clause) and not is_no_question(clause, context):
        yield clause.act("unsent", about=clause.employer)


def wont(clause: Clause, _context: Context) -> Iterator[Act]:
    """ "No thank you mail for them", "kein Dankesmail bitte": none is wanted."""
    refused = clause.says("no_letter", "house_wont") and clause.says("thanks_letter") and len(clause.words) <= SHORT
    if refused and clause.modality is not Modality.ASKED and not clause.says("wrote", "sent_off"):
        yield clause.act("wont", about=clause.employer, what="thank_you")


SHORT = 8
"""Words of a clause that says nothing else."""
RULES: tuple[Rule | Keyed, ...] = (
    on(unsent, "wrote", "sent_off", "sends", "spoken_thanks"),
    on(wont, "no_letter", "house_wont"),
)
