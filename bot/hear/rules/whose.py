"""Rules for whose something is: "the offer is from Globex, not from Acme", "no, I mean Globex", "wrong firm: X"."""

from __future__ import annotations

from collections.abc import Iterator

from bot.hear.act import Act
from bot.hear.clause import Clause, Context, Keyed, Modality, Name, Rule, on
from bot.hear.role import Role
from bot.hear.vocabulary import vocabulary

UNSURE = frozenset({Modality.ASKED, Modality.CONDITIONAL, Modality.OTHERS, Modality.QUOTED, Modality.REQUESTED})
NEAR = 3
"""Words between a "not" and the name that it rules out, at most: "not from the", "nicht von der"."""
FEW = 4
"""Words beside the name in "no, Globex!" and "it was Globex"."""
CUES = ("not_this", "i_mean", "is_of", "instead_of")
OFFERS = ("offer_word", "got_it", "they_said_yes", "offered")


def belongs(clause: Clause, context: Context) -> Iterator[Act]:
    """Of which employer something is that was kept, and of which it is not."""
    if not clause.says(*CUES) or clause.modality in UNSURE or clause.says("wrote", "sent_off", "not_them_only"):
        return
    if clause.says("i_mean") and clause.says("ask_start"):
        return  # "I meant, do I thank the council" asks
    houses = [name for name in clause.names if name.role is Role.EMPLOYER]
    wrong = next((name for name in houses if is_ruled_out(clause, name)), None)
    right = next((name for name in houses if not is_ruled_out(clause, name)), None)
    if right is None or (wrong is not None and wrong.text.casefold() == right.text.casefold()):
        return
    people = [name for name in clause.names if name.role is Role.PERSON and _is_of_them(clause, name, right)]
    if people:
        yield from (clause.act("belongs", about=right.text, who=name.text) for name in people)
        return
    if right.known and _is_of_a_no(clause, right):
        yield clause.act("belongs", about=right.text, what="no")
        return
    if not (_is_set_against(clause, wrong) if wrong is not None else _is_meant(clause, right, context)):
        return
    what = "offer" if clause.says(*OFFERS) else None
    yield clause.act("belongs", about=right.text, not_=wrong.text if wrong else None, what=what)


def is_ruled_out(clause: Clause, name: Name) -> bool:
    """Whether a "not" stands right before a name: "not from Acme", "nicht bei der Acme", "statt Acme"."""
    meant = vocabulary(clause.language)
    before = [word.text for word in clause.words if word.end <= name.start][-NEAR:]
    while before and (meant["preposition"].holds(before[-1]) or meant["article"].holds(before[-1])):
        before.pop()
    return bool(before) and (meant["not_this"].holds(before[-1]) or before[-1] in ("statt", "anstatt"))


def _is_set_against(clause: Clause, wrong: Name) -> bool:
    """Whether two employers are told apart, one of them known: "it was Globex, not Acme"; not "I'd take X, not Y"."""
    says_what = clause.says("is_of", *OFFERS, "a_talk", "i_mean", "corrects")
    return wrong.known and says_what and not clause.says("rather_have", "accepted", "declined", "takes")


def _is_meant(clause: Clause, right: Name, context: Context) -> bool:
    """Whether it says only which one is meant: "I mean Globex", "it's the Globex one", "wrong firm, it was Globex"."""
    behind = [word for word in clause.words if word.start >= right.end]
    before = [word for word in clause.words if word.end <= right.start]
    i_mean = clause.where("i_mean")
    if i_mean is not None and (i_mean[1] == len(before) or not behind):
        return True
    if len(before) == 1 and len(behind) > 1:
        return False  # "the packer one was a shambles": it is what something is told of
    if behind and behind[0].text in ("one", "ones") and before and before[-1].text in ("the", "a"):
        return clause.says("is_of") or any(one.says("contradicts", "corrects") for one in context.clauses)
    alone = len(before) + len(behind) <= FEW and not behind
    return alone and clause.says("is_of") and any(one.says("wrong_employer", "corrects") for one in context.clauses)


def one_talk(clause: Clause, context: Context) -> Iterator[Act]:
    """ "There's only one interview, at Rheinlog. Please delete Kontor": what stands with one is the other's."""
    if clause.modality in UNSURE or clause.negated:
        return
    known = [one.name for one in context.scene.employers if one.is_open]
    deleted = [one.employer for one in context.clauses if one.says("delete", "is_the_agency") and one.employer]
    wrong = next((name for name in deleted if name in known), None)
    told = next((one.employer for one in context.clauses if one.employer and one.employer != wrong), None)
    others = [name for name in known if name != wrong]
    right = told or (others[0] if len(others) == 1 else None)
    if wrong is None or right is None:
        return
    if any(one.says("is_the_agency") and one.employer == wrong for one in context.clauses):
        yield clause.act("agency", about=right, name=wrong)
    else:
        yield clause.act("belongs", about=right, not_=wrong, what="all")


def without_the_merged(acts: list[Act]) -> list[Act]:
    """Without the wish to delete one that is only another one, and without the one talk that there is."""
    merged = {act.get("not") or act.get("name") for act in acts if act.get("what") == "all" or act.name == "agency"}
    if not merged - {None}:
        return acts
    one = any(act.get("what") == "all" and act.name == "belongs" for act in acts)
    kept = [act for act in acts if act.name != "forget" or act.get("about") not in merged]
    return [act for act in kept if not (one and act.name == "interview" and act.slots.keys() <= {"about"})]


def _is_of_them(clause: Clause, person: Name, house: Name) -> bool:
    """ "Denise is the council one", "Herr Wolters ist von Rheinlog": nothing else is told between the two."""
    if person.end > house.start:
        return False
    between = [word.text for word in clause.words if person.end <= word.start and word.end <= house.start]
    behind = [word.text for word in clause.words if word.start >= house.end]
    meant = vocabulary(clause.language)
    if meant["word_and"].holds(" ".join(between[:1])):  # somebody else stands before the verb
        between = next((between[at:] for at, word in enumerate(between) if meant["of_verb"].holds(word)), between)
    return _says_only(between, clause) and (not behind or meant["of_small"].holds(behind[0]) or clause.says("not_this"))


def _says_only(words: list[str], clause: Clause) -> bool:
    """Whether words say that somebody, or something, is of the house behind them, and nothing else."""
    meant = vocabulary(clause.language)
    return bool(words) and meant["of_verb"].holds(words[0]) and all(meant["of_small"].holds(one) for one in words[1:])


def _is_of_a_no(clause: Clause, house: Name) -> bool:
    """ "The rejection was Globex", "die Absage kam von der Bank": of whom it is, and nothing else."""
    words, meant = [word.text for word in clause.words if word.end <= house.start], vocabulary(clause.language)
    behind = next((words[at + 1 :] for at in range(len(words) - 1, -1, -1) if meant["the_no"].holds(words[at])), [])
    corrects = (clause.where("contradicts") or (1, 1))[0] == 0
    return not clause.negated and _says_only(behind, clause) and (corrects or behind[0] not in ("came", "kam"))


RULES: tuple[Rule | Keyed, ...] = (on(belongs, *CUES), on(one_talk, "only_one_talk"))
