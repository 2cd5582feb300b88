"""Rules for what the coach is asked: whether to write, what now, what it means, how to go about it, how it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bot.hear.act import Act
from bot.hear.clause import Clause, Context, Keyed, Modality, Rule, Subject, Tense, on
from bot.hear.role import Role
from bot.hear.rules.recalling import asks_back
from bot.hear.rules.saying import is_short, says_only
from bot.hear.topics import TOPICS
from bot.hear.vocabulary import vocabulary

ASKING = (Modality.ASKED, Modality.REQUESTED)
SHORT, FEW = 7, 3
"""Words of a message that is a fragment, and fewest before a cry for help."""


# Questions, one act a clause: the first that fits


def asks(clause: Clause, context: Context) -> Iterator[Act]:
    """What a question is about."""
    for name, fits in QUESTIONS:
        if fits(clause, context):
            act = clause.act(name, **SLOTS[name](clause, context) if name in SLOTS else {})
            yield replace(act, span=context.span(clause, _or_else(clause, context)))
            return


def _or_else(clause: Clause, context: Context) -> Clause:
    """The last clause of a question: "should I ring, or is that desperate", "darf ich fragen? oder lieber nicht"."""
    behind = context.after(clause)
    goes_on = behind is not None and behind.words and vocabulary(behind.language)["or_word"].holds(behind.words[0].text)
    return behind if goes_on and behind is not None else clause


def _how_it_works(clause: Clause, _context: Context) -> bool:
    return clause.says("about_you")


def _status(clause: Clause, context: Context) -> bool:
    if asks_back(clause, context):
        return True
    news = clause.says("asks_news") and clause.modality is Modality.ASKED
    return clause.says("status") or news or says_only(clause, "bare_status", context)


TELLING = 4
"""Words of a phrase that means it wherever it stands: "no idea what the rules are"."""


def _next(clause: Clause, context: Context) -> bool:
    if _about_one(clause, context):
        return True
    place = clause.where("what_now")
    if place is None or clause.says("no_what_now"):
        return False
    alone = len(clause.words) <= SHORT or place[0] <= 1 or place[1] - place[0] >= TELLING
    bare = clause.subject is not Subject.THEY and alone
    return clause.modality in ASKING or bare


def _about_one(clause: Clause, context: Context) -> bool:
    """ "What about Globex?", "what do I do about Globex", with nothing else in it; "help" at the end of a message."""
    place = clause.where("what_about")
    if place is not None:
        behind = clause.words[place[1] : place[1] + 1]
        return (
            any(name.start == behind[0].start and name.role is Role.EMPLOYER for name in clause.names)
            if behind
            else False
        )
    help_me = clause.where("help_me")
    last = clause.index == len(context.clauses) - 1 and not is_short(context, SHORT)
    return help_me is not None and last and help_me[1] == len(clause.words) and (help_me[0] > FEW or clause.index > 0)


def _may_write(clause: Clause, context: Context) -> bool:
    before = context.before(clause)
    if clause.modality in ASKING and clause.says("is_it_done") and _of_thanks(clause, before):
        return True
    if clause.modality in ASKING and clause.says("too_late") and clause.says("letter") and not clause.says("draft_it"):
        return True
    if (
        clause.says("too_late")
        and len(clause.words) <= SHORT
        and before is not None
        and before.says("letter", "contacting")
    ):
        return True
    if clause.says("no_may_write", "write_what") or (clause.says("draft_it") and not asks_whether(clause)):
        return False
    if clause.modality not in ASKING and not clause.says("in_two_minds"):
        return False
    place = clause.where("may_i")
    return (place is not None and clause.where("contacting", place[0]) is not None) or clause.says("may_write_alone")


def _of_thanks(clause: Clause, before: Clause | None) -> bool:
    """Whether it is about a thank-you: here, or right before."""
    return any(one is not None and one.says("to_thank_you", "thanks_letter") for one in (clause, before))


def asks_whether(clause: Clause) -> bool:
    """Whether it is asked if one may, not that it be done: "should I write", "is it ok to send"."""
    if clause.says("no_may_write", "write_what"):
        return False
    place = clause.where("may_i")
    return place is not None and clause.where("contacting", place[0]) is not None


def _meaning(clause: Clause, context: Context) -> bool:
    if context.before(clause) is not None and _is_does_it(clause):
        return True
    return clause.says("a_sign") and not clause.says("no_sign")


def _is_does_it(clause: Clause) -> bool:
    """ "My friend says that means a no. does it?" """
    place = clause.where("does_it")
    return place is not None and place[1] - place[0] == len(clause.words)


def _sign(clause: Clause, context: Context) -> str:
    before = context.before(clause)
    return before.text if before is not None and _is_does_it(clause) else clause.text


def _advice(clause: Clause, _context: Context) -> bool:
    if clause.says("no_advice"):
        return False
    return clause.says("at_a_loss", "any_tips") or (clause.modality in ASKING and clause.says("advise"))


QUESTIONS = (
    ("ask_how_it_works", _how_it_works),
    ("ask_status", _status),
    ("ask_next", _next),
    ("ask_may_write", _may_write),
    ("ask_meaning", _meaning),
    ("ask_advice", _advice),
)


def _of_may_write(clause: Clause, context: Context) -> dict[str, str | None]:
    near = [clause, *filter(None, (context.before(clause),))]
    kind = next((kind for kind in WRITTEN if clause.says(f"to_{kind}")), None)
    if (
        kind is None
        and clause.says("too_late", "is_it_done")
        and any(one.says("to_thank_you", "thanks_letter") for one in near)
    ):
        kind = "thank_you"
    if kind == "follow_up" and any(one.says("to_other") for one in near):
        kind = "other"
    if (kind == "call" and clause.says("or_write")) or (kind == "follow_up" and clause.says("or_wait")):
        kind = None
    return {"about": clause.employer, "kind": kind}


WRITTEN = ("thank_you", "linkedin", "other", "call", "follow_up")
"""What one may want to write, in the order in which it is looked for."""


def _of_advice(clause: Clause, _context: Context) -> dict[str, str | None]:
    if clause.says("to_whom"):
        return {"about": clause.employer, "topic": "several_interviewers"}
    return {"about": clause.employer, "topic": topic_of(clause)}


def topic_of(clause: Clause) -> str:
    """What advice is asked about, by its words."""
    return next((topic for topic in TOPICS if topic != "other" and clause.says(f"topic_{topic}")), "other")


SLOTS = {
    "ask_status": lambda clause, _context: {"about": clause.employer},
    "ask_next": lambda clause, _context: {"about": clause.employer},
    "ask_may_write": _of_may_write,
    "ask_meaning": lambda clause, context: {"about": clause.employer, "sign": _sign(clause, context)},
    "ask_advice": _of_advice,
}


def wishes_to_write(clause: Clause, context: Context) -> Iterator[Act]:
    """ "I want to call them", "ich würde gern nachfragen": a wish that waits for a yes or a no."""
    place = clause.where("i_want_to")
    if place is None or clause.subject is not Subject.I or clause.negated or clause.tense is Tense.PAST:
        return
    behind = clause.where("contacting", place[0])
    theirs = clause.says("to_them", "they_as_object") or bool(clause.people or clause.employer)
    if behind is None or clause.modality in ASKING or clause.says("no_may_write", "draft_for_me", "no_wish_to_write"):
        return
    if theirs or clause.says("asks_by_itself"):
        yield clause.act("ask_may_write", **_of_may_write(clause, context))


ASKED = ("about_you", "status", "asks_news", "bare_status", "what_about", "help_me", "what_now", "is_it_done")
ALSO_ASKED = ("too_late", "may_i", "may_write_alone", "a_sign", "does_it", "at_a_loss", "any_tips", "advise")
"""Keys of which a clause says one when it asks something of the coach."""
RULES: tuple[Rule | Keyed, ...] = (
    on(asks, *ASKED, *ALSO_ASKED, "fact_asked"),
    on(wishes_to_write, "i_want_to"),
)
