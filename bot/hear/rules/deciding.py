"""Rules for what the Person decides: to take a job, to turn it down, to leave, to count it as a no."""

from __future__ import annotations

from collections.abc import Iterator

from bot.hear import when
from bot.hear.act import Act, Doubt
from bot.hear.clause import Clause, Context, Keyed, Modality, Rule, Subject, Tense, on
from bot.hear.role import Role
from bot.hear.rules.saying import by_me, nearest_employer
from bot.hear.vocabulary import vocabulary

NEAR = 3
"""Words behind "accepted the" among which the job stands."""


def accepted(clause: Clause, context: Context) -> Iterator[Act]:
    """ "I accepted", "signed with Globex", "hab zugesagt"; not "zugesagt, etwas zu schicken"."""
    if clause.modality is not Modality.FACT or clause.negated or clause.says("nothing_of_it"):
        return
    job = clause.where("took_a_job")
    if job is not None and by_me(clause, job[0]):
        yield _taken(clause)
        return
    if _is_promise(clause, context):
        return
    place = clause.where("accepted")
    to_a_talk = any(one.says("a_talk", "an_invitation") for one in context.clauses) and not clause.says("the_job")
    mine = place is not None and (by_me(clause, place[0]) or _is_signed(clause, place, context))
    mine = mine and place is not None and not _is_of_a_thing(clause, place)
    mine = mine and _is_offered(clause, context) and clause.tense is not Tense.FUTURE
    offered = any(one.offered for one in context.scene.employers)
    said_yes = offered and not to_a_talk and clause.says("said_yes") and clause.subject is not Subject.THEY
    if (mine and not to_a_talk) or said_yes or _takes_them(clause) or _says_yes_to_them(clause):
        yield _taken(clause)


def _is_signed(clause: Clause, place: tuple[int, int], context: Context) -> bool:
    """ "Globex unterschrieben und zurückgeschickt": with no "hat" before it, German leaves out the "ich"."""
    if clause.language != "de" or not clause.words[place[0]].text.startswith("untersch"):
        return False
    offered = any(one.offered and clause.employer in (None, one.name) for one in context.scene.employers)
    meant = vocabulary("de")
    others = any(meant["helper"].holds(word.text) or meant["they_do"].holds(word.text) for word in clause.words)
    return offered and not others and not clause.people


def _is_offered(clause: Clause, context: Context) -> bool:
    """Whether there is anything to take: an offer that is known or told of, or a job that is named."""
    scene = context.scene
    offered = not scene.employers or any(one.offered for one in scene.employers) or _speaks_of_an_offer(context)
    told = any(one.says("offer_word", "the_job", "elsewhere") for one in context.clauses)
    return offered or told or clause.employer is not None


def _taken(clause: Clause) -> Act:
    elsewhere = clause.says("elsewhere", "from_elsewhere", "another_offer") and clause.employer is None
    place = clause.where("accepted") or clause.where("takes") or (0, 0)
    return clause.act("accepted", about=nearest_employer(clause, place), elsewhere=elsewhere or None)


def _is_of_a_thing(clause: Clause, place: tuple[int, int]) -> bool:
    """ "I accepted the coffee", "accepted that it takes time": what was taken is no job."""
    behind = clause.words[place[1] : place[1] + 1 + NEAR]
    if not behind or clause.language == "de":
        return False
    meant = vocabulary(clause.language)
    if behind[0].text in ("that", "my"):
        return not any(meant["the_job"].holds(word.text) for word in behind)
    named = clause.employer is not None
    of_one = meant["of_kind"].holds(behind[0].text) or behind[0].text == "the"
    return of_one and not named and not any(meant["the_job"].holds(word.text) for word in behind)


def _takes_them(clause: Clause) -> bool:
    """ "Going with Globex", "ich nehme Globex"."""
    place = clause.where("takes")
    behind = clause.words[place[1]].start if place and place[1] < len(clause.words) else -1
    return any(name.start == behind and name.role is Role.EMPLOYER for name in clause.names)


def _says_yes_to_them(clause: Clause) -> bool:
    """ "I said yes to Globex", "I said yes to a different company"."""
    place = clause.where("said_yes_to")
    if place is None or not by_me(clause, place[0]) or clause.says("a_talk", "an_invitation", "to_me_yes"):
        return False
    near = {word.start for word in clause.words[place[0] : place[1] + 1]}
    named = any(name.start in near and name.role is Role.EMPLOYER for name in clause.names)
    return named or clause.says("from_elsewhere")


def taking(clause: Clause, context: Context) -> Iterator[Act]:
    """ "Taking it!!", "I'll take the job", "ich nehm sie": decided, and they are still to be told."""
    place = clause.where("takes_it")
    told = clause.modality in (Modality.FACT, Modality.PLANNED) and not clause.negated and not clause.says("no_taking")
    if place is None or not told or clause.subject not in (Subject.I, Subject.NONE):
        return
    meant = vocabulary(clause.language)
    behind = [word.text for word in clause.words[place[1] :]]
    alone = all(meant["a_time"].holds(word) or meant["behind_a_yes"].holds(word) for word in behind)
    there = any(one.offered or one.offered_by_mouth for one in context.scene.employers)
    if (there or _speaks_of_an_offer(context)) and alone and not _is_said_already(clause, context):
        yield clause.act("accepted", about=clause.employer, told="no")


def _is_promise(clause: Clause, context: Context) -> bool:
    behind = context.after(clause)
    in_sentence = behind is not None and behind.sentence == clause.sentence and behind.says("giving")
    giving, way = clause.where("giving"), clause.where("by_email") or (0, 0)
    only_the_way = giving is not None and way[0] <= giving[0] < way[1]  # "I accepted by email"
    return clause.says("no_acceptance") or (giving is not None and not only_the_way) or in_sentence


def starting(clause: Clause, context: Context) -> Iterator[Act | Doubt]:
    """ "I start on Monday", "my first day is the 4th": a job is taken; whose it is is asked where nobody offered."""
    first_day = clause.says("first_day")
    if not (clause.says("i_start") or first_day) or clause.says("no_start") or clause.negated:
        return
    mine = clause.subject is Subject.I or first_day or (clause.subject is Subject.NONE and clause.says("there"))
    told = clause.modality in (Modality.FACT, Modality.PLANNED) and clause.tense is not Tense.PAST
    if not (mine and told and _names_when_or_where(clause, context)) or _is_said_already(clause, context):
        return
    offered = any(one.offered for one in context.scene.employers)
    act = _taken(clause)
    if offered or clause.employer or act.has("elsewhere") or _speaks_of_an_offer(context):
        yield act
    elif not context.scene.employers:
        yield clause.act("accepted")
    else:
        yield act
        yield Doubt((clause.act("accepted"), clause.act("accepted", elsewhere=True)))


def _names_when_or_where(clause: Clause, context: Context) -> bool:
    return when.told(clause, context) or clause.says("there") or bool(clause.employer)


def _is_said_already(clause: Clause, context: Context) -> bool:
    return any(one is not clause and one.says("accepted", "took_a_job") for one in context.clauses)


def _speaks_of_an_offer(context: Context) -> bool:
    return any(one.says("got_it", "offered", "they_said_yes") for one in context.clauses)


def declined(clause: Clause, context: Context) -> Iterator[Act | Doubt]:
    """ "Turned them down", "told Globex no"; a talk turned down is a process that was left."""
    place = clause.where("declined")
    if clause.says("from_elsewhere", "another_offer") and not clause.employer:
        return
    if place is None or not by_me(clause, place[0]) or clause.negated:
        return
    if clause.says("no_decline") and not clause.says("declined_for_sure"):
        return
    if clause.says("was_declined") or (clause.language == "de" and clause.subject is Subject.NONE and place[0] == 0):
        return
    about = nearest_employer(clause, place)
    before_an_offer = clause.language == "de" and _is_before_an_offer(clause, context)
    if before_an_offer and not clause.names and not any(one.says("wants_not", "withdrew") for one in context.clauses):
        return  # "hab grad abgesagt, bin krank": the talk that was to come
    left = clause.says("a_talk") or before_an_offer
    act = clause.act("withdrew" if left else "declined", about=about)
    if not clause.says("bare_no") or act.name == "withdrew":
        yield act
    elif _is_a_whole_no(clause):
        yield from _doubted_no(act, clause, context)


def _is_before_an_offer(clause: Clause, context: Context) -> bool:
    """ "Hab Dana abgesagt", with a talk to come and nothing offered: there is only the process to leave."""
    known = [one for one in context.scene.employers if clause.employer in (None, one.name)]
    offered = any(one.offered or one.offered_by_mouth for one in known) or _speaks_of_an_offer(context)
    coming = any(not talk.is_over(context.scene.now) for one in known for talk in one.talks)
    return coming and not offered and not clause.says("offer_word", "the_job")


def _is_a_whole_no(clause: Clause) -> bool:
    """ "I said no", "I said no to them": not "said no to it", "said no such thing"."""
    place = clause.where("bare_no")
    behind = clause.words[place[1] :] if place else ()
    around = vocabulary(clause.language)["behind_a_no"]
    named = {word.start for word in behind for name in clause.names if name.start <= word.start < name.end}
    told = clause.subject is Subject.I or clause.says("offer_word", "the_job")
    return told and all(around.holds(word.text) or word.start in named for word in behind)


def _doubted_no(act: Act, clause: Clause, context: Context) -> Iterator[Act | Doubt]:
    """Where nobody has offered anything, a no may be to the process, or have been theirs."""
    offered = any(one.offered for one in context.scene.employers) or _speaks_of_an_offer(context)
    yield act
    if not offered and not clause.says("the_job"):
        yield Doubt(tuple(clause.act(name, about=clause.employer) for name in ("declined", "withdrew", "rejected")))


def withdrew(clause: Clause, _context: Context) -> Iterator[Act]:
    """ "I pulled out", "hab meine Bewerbung zurückgezogen"; who wants to has not yet."""
    place = clause.where("withdrew")
    mine = place is not None and (by_me(clause, place[0]) or _says_i(clause, place))
    if mine and not clause.negated and clause.modality is Modality.FACT:
        yield clause.act("withdrew", about=clause.employer)
    elif clause.says("wants_out") and clause.subject is Subject.I and not clause.negated:
        yield clause.act("wanted", about=clause.employer, value="no")


def _says_i(clause: Clause, place: tuple[int, int]) -> bool:
    """Whether the words that tell it say who: "told Acme that *I am out*"."""
    return any(word.text in vocabulary(clause.language)["i_word"].alone for word in clause.words[slice(*place)])


def given_up(clause: Clause, _context: Context) -> Iterator[Act]:
    """ "I'm counting it as a no"; who only feels like it, or thinks of it, has decided nothing."""
    if clause.says("only_weighs"):
        return
    if clause.says("given_up") and clause.subject in (Subject.I, Subject.NONE) and not clause.negated:
        yield clause.act("no_answer_given_up", about=clause.employer)


RULES: tuple[Rule | Keyed, ...] = (
    on(accepted, "said_yes", "took_a_job", "accepted", "takes", "said_yes_to"),
    on(taking, "takes_it"),
    on(starting, "i_start", "first_day"),
    on(declined, "declined"),
    on(withdrew, "withdrew", "wants_out"),
    on(given_up, "given_up"),
)
