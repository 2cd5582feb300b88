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
        yield clause.act("sent", about=clause.employer, day=lately(clause, context))


def sent_together(clause: Clause, context: Context) -> Iterator[Act]:
    """ "Hab Frau Kunz die Dankesmail und das Konzept geschickt", "I did send it. with the thank-you on Friday"."""
    before, behind = context.before(clause), context.after(clause)
    mine = clause.subject not in OTHERS or (clause.words[:1] and clause.words[0].text in MINE)
    if not _is_told(clause) or clause.says("wrote", "sent_off", "sends") or not mine:
        return
    goes_on = behind is not None and behind.sentence == clause.sentence and behind.words[:1] and clause.people
    together = goes_on and behind is not None and behind.words[0].text in ("und", "and") and _is_gone(behind)
    place = clause.where("goes_with")
    with_it = place is not None and place[0] == 0 and before is not None and _is_gone(before)
    if together or with_it:
        to = clause.people[0] if clause.people else None
        yield clause.act("sent", about=clause.employer, what="thank_you", to=to, day=lately(clause, context))


MINE = frozenset({"i", "have", "ich", "hab", "habe"})
OTHERS = (Subject.THEY, Subject.OTHER)


def _is_gone(clause: Clause) -> bool:
    """Whether it says that the Person has sent something."""
    return clause.says("sends", "sent_off", "owed_done") and _is_told(clause) and clause.subject not in OTHERS


def both_out(clause: Clause, context: Context) -> Iterator[Act]:
    """ "Both gone", "beides ist raus": the thank-you, and what is owed to the one that is meant."""
    if len(clause.words) > FEW or not _is_told(clause) or clause.subject in OTHERS:
        return
    scene = context.scene
    owed = [one for one in scene.employers if one.promises and (clause.employer or scene.about) in (None, one.name)]
    told = any(one.says("thanks_letter") or one.says("owed_done") for one in context.clauses if one is not clause)
    if len(owed) != 1 or told:
        return
    yield clause.act("sent", about=owed[0].name, what="thank_you", day=lately(clause, context))
    for what in owed[0].promises:
        yield clause.act("kept", about=owed[0].name, what=what)


FEW = 6
"""Words of "both are out now"."""


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
    on(sent_together, "thanks_letter"),
    on(both_out, "both_out"),
    on(no_address, "no_address_of"),
)
