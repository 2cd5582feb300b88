"""News of somebody else: "another company rejected me" is no news of the one that is known, and "I rang back, it was
only the dentist" no call with it."""

from __future__ import annotations

from bot.hear.act import Act
from bot.hear.clause import Clause, Context, Subject
from bot.hear.role import Role
from bot.hear.settle import FROM_THEM

OF_THEM = FROM_THEM | {"rejected", "heard", "nothing_heard", "window", "felt", "met", "sent", "interest"}
"""What is told of an employer: that of one without a name is kept for nobody."""


def told_of_nobody(act: Act, clause: Clause, context: Context) -> bool:
    """Whether an act is about an employer that is told of without its name, where another one is known."""
    if act.name in CALLS and clause.says("so_called", "house_is", "called_so"):
        return True  # "it's called Oakmere" is no call
    if (act.name == "sent" and clause.carried) or _was_answered(act, clause, context):
        return True  # "the recruiter ghosted me, then emailed": they did
    if act.name in CALLS and clause.says("by_phone", "missed_call") and _is_anothers_call(act, clause, context):
        return True
    if act.name in TALKS and clause.says("sees_others") and not (act.get("over") or _is_on_me(clause)):
        return True
    if act.name in LETTERS and is_of_no_employer(clause, context, sure=act.name != "heard"):
        return True
    named = bool(context.scene.employers) or any(one.employer for one in context.clauses)
    return act.name in OF_THEM and named and is_elsewhere(clause)


TALKS = frozenset({"interview", "interview_moved", "invited", "scheduling", "call_planned"})
"""What they may have with others, too: "they interview two more on Friday"."""


def _is_on_me(clause: Clause) -> bool:
    """Whether the Person is one of whom it tells: "they want me to see two more people"."""
    return any(word.text in ("i", "me", "we", "us", "ich", "mich", "mir", "wir", "uns") for word in clause.words)


LETTERS = frozenset({"heard", "call_planned", "scheduling", "invited", "offer", "they_promised"})
"""What comes from others, too: from the office, the bank, one's mother."""
FIRST = 4
"""The word at which somebody stands who does it, at most: "heute hat das Jobcenter geschrieben"."""


def is_of_no_employer(clause: Clause, context: Context, *, sure: bool = False) -> bool:
    """Whether somebody does it who has no job to give: "the job centre wrote"; `sure`: without "the bank called", which
    might be one. An employer that is called so is meant: "the bank called", of Kestrel Bank."""
    place = clause.where("gives_no_job") or (None if sure else clause.where("hardly_gives_a_job"))
    if place is None or clause.people or (clause.subject is Subject.I and not _is_from(clause, place)):
        return False
    if place[0] > FIRST and not _is_from(clause, place):
        return False
    said = [word.text for word in clause.words[slice(*place)] if word.text not in SMALL]
    names = [one.name.casefold() for one in context.scene.employers]
    named = any(name.role is Role.EMPLOYER and name.known for name in clause.names)
    return not named and not any(word in name for word in said for name in names)


def _is_from(clause: Clause, place: tuple[int, int]) -> bool:
    """Whether it comes from there: "a letter from the job centre", "Post vom Jobcenter"."""
    return any(word.text in ("from", "von", "vom") for word in clause.words[max(0, place[0] - 2) : place[1]])


SMALL = frozenset({"the", "my", "our", "meine", "mein", "die", "der", "das", "für"})


CALLS = frozenset({"sent", "heard"})
"""What a call may be kept as."""


def _was_answered(act: Act, clause: Clause, context: Context) -> bool:
    """ "They rang while I was on the till, second interview Thursday": who was told something has missed no call."""
    if act.get("what") != "missed_call" or any(one.says("missed_call", "missed_for_sure") for one in context.clauses):
        return False
    return any(one.says(*SPOKEN_OF) for one in context.clauses[clause.index + 1 :])


SPOKEN_OF = ("a_talk", "says_come", "want_me_back", "reopened", "offer_word", "rejected", "a_no")
"""What they can only tell whoever takes the call."""


def _is_anothers_call(act: Act, clause: Clause, context: Context) -> bool:
    """Whether it is told beside a call that it was somebody else's, or nobody knows whose: "called back, was spam"."""
    if act.get("what") == "missed_call" and clause.says("nothing_new"):
        return True
    if _are_ruled_out(clause):
        return True
    if clause.employer or clause.people or clause.says("of_theirs"):
        return False
    if any(one is not None and tells_of_another(one) for one in _near(clause, context)):
        return True
    return act.get("what") == "missed_call" and _is_guessed(clause, context)


def _are_ruled_out(clause: Clause) -> bool:
    """ "I rang the dentist, not Acme": the only one that is named stands behind a "not"."""
    if len(clause.names) != 1 or clause.names[0].role is not Role.EMPLOYER:
        return False
    before = [word.text for word in clause.words if word.end <= clause.names[0].start]
    return before[-1:] in (["not"], ["nicht"])


def _near(clause: Clause, context: Context) -> tuple[Clause | None, ...]:
    return clause, context.before(clause), context.after(clause)


def tells_of_another(clause: Clause) -> bool:
    """Whether a clause says that somebody called who is none of theirs: "it was only the dentist"."""
    if clause.employer or clause.people or clause.says("a_call_thing"):
        return False
    return clause.says("another_called") or (
        clause.says("only_somebody") and not clause.says("title_word", "agency_word")
    )


def _is_guessed(clause: Clause, context: Context) -> bool:
    """Whether nobody knows whose call it was, or it is told beside it that nothing came from them."""
    if any(one.says("nothing_new") for one in context.clauses):
        return True
    return any(one is not None and one.says("guessed_caller") for one in _near(clause, context))


def is_elsewhere(clause: Clause) -> bool:
    """Whether a clause speaks of another employer than those that are known, without its name."""
    return clause.says("another_house") and not clause.employer


def marked(act: Act, clause: Clause, context: Context) -> Act:
    """A talk with an employer without a name: it is none of a known one's."""
    if act.name == "interview" and context.scene.employers and is_elsewhere(clause):
        return act.with_slots(elsewhere=True)
    return act
