"""Rules for whom a letter has reached, and whom none can: "cc'd Helen", "both got it", "no address for Declan"."""

from __future__ import annotations

from collections.abc import Iterator

from bot.hear.act import Act
from bot.hear.clause import Clause, Context, Keyed, Modality, Rule, Subject, Tense, on
from bot.hear.rules.contacts import lately
from bot.hear.rules.whom import whom

UNTOLD = frozenset({Modality.ASKED, Modality.REQUESTED, Modality.CONDITIONAL, Modality.HOPED, Modality.PLANNED})


def copied(clause: Clause, context: Context) -> Iterator[Act]:
    """ "And cc'd Helen", "I already copied her in": the same letter went to them, too."""
    if clause.says("copied_in") and _is_told(clause) and clause.subject is not Subject.THEY:
        day = lately(clause, context)
        # "I cc'd her. Sanjay I have no address of": whose draft was shown is then not who was copied
        unsure = any(one.says("no_address_of") for one in context.clauses)
        for person in clause.people or (() if unsure else (None,)):
            yield clause.act("sent", about=clause.employer, to=person, day=day)


def received(clause: Clause, context: Context) -> Iterator[Act]:
    """ "Helen got the thank-you too", "die beiden haben die Dankesmail"."""
    if not clause.says("got_the_letter") or not _is_told(clause):
        return
    day = lately(clause, context)
    for person in clause.people or ((None,) if clause.says("all_of_them") else ()):
        yield clause.act("sent", about=clause.employer, what="thank_you", to=person, day=day)


def out_to_all(clause: Clause, context: Context) -> Iterator[Act]:
    """ "An beide raus", "sent it to both of them"."""
    told = clause.says("out_to_all") and _is_told(clause)
    if told and clause.subject is not Subject.THEY and not clause.people:
        what = "thank_you" if context.scene.draft_shown in (None, "thank_you") else None
        yield clause.act("sent", about=clause.employer, what=what, day=lately(clause, context))


def no_address(clause: Clause, context: Context) -> Iterator[Act]:
    """ "I don't have Declan's email": nothing can be sent to them."""
    who = whom(clause, context) if clause.says("no_address_of") else None
    if who is not None and clause.modality not in UNTOLD and clause.subject in (Subject.I, Subject.NONE):
        yield clause.act("no_address", about=clause.employer, who=who)


def _is_told(clause: Clause) -> bool:
    return clause.modality not in UNTOLD and not clause.negated and clause.tense is not Tense.FUTURE


RULES: tuple[Rule | Keyed, ...] = (
    on(copied, "copied_in"),
    on(received, "got_the_letter"),
    on(out_to_all, "out_to_all"),
    on(no_address, "no_address_of"),
)
