"""Rules for what the coach is asked: whether to write, a text to send, what now, what it means, how to go about it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bot.hear.act import Act
from bot.hear.clause import Clause, Context, Modality, Rule, Subject
from bot.hear.rules.saying import is_short, person_in
from bot.hear.topics import TOPICS
from bot.hear.vocabulary import vocabulary

ASKING = (Modality.ASKED, Modality.REQUESTED)
SHORT = 7
"""Words of a message that is a fragment: "thank you mail, help"."""
DRAFTS = (
    *("withdrawal", "acceptance", "decline", "thank_you", "follow_up", "feedback", "keep_in_touch", "linkedin"),
    *("promised", "reply"),
)
"""Kinds of draft in the order in which they are looked for: the one that says most comes first."""
AMBIGUOUS = ("reply", "decline", "acceptance")
"""Kinds whose bare name is news: "Absage", "an answer at last"."""


# A text to send


def ask_draft(clause: Clause, context: Context) -> Iterator[Act]:
    """ "Can you write the thank-you", "formulier mir eine Nachfrage", "thank you mail, help"."""
    if clause.says("no_draft") or _changes(clause, context) or _asks_whether(clause):
        return
    kind = _kind_of_draft(clause, context)
    asked = clause.says("draft_it") and (clause.modality in ASKING or clause.says("wish_for") or _is_told_to(clause))
    bare = kind not in (None, *AMBIGUOUS) and _is_fragment(clause, context)
    if not ((asked and (kind or clause.says("a_text"))) or bare):
        return
    act = clause.act(
        "ask_draft",
        about=clause.employer,
        kind=kind or "other",
        style=_style(clause),
        to=person_in(clause),
        mention=_behind(clause, "mention"),
    )
    yield replace(act, span=context.text) if is_short(context, SHORT) else act


def _is_told_to(clause: Clause) -> bool:
    """ "Now write me the yes": the verb stands in front."""
    place = clause.where("write_it")
    lead = vocabulary(clause.language)["lead"].alone
    return place is not None and all(word.text in lead for word in clause.words[: place[0]])


def _kind_of_draft(clause: Clause, context: Context) -> str | None:
    """What it is for, by its own words, or by those in front: "I want to decline, write that for me"."""
    before = context.before(clause)
    near = [clause, *([before] if before is not None and clause.says("that_for_me") else [])]
    if clause.says("back_to_them"):
        return "reply"
    return next((kind for one in near for kind in DRAFTS if one.says(f"draft_{kind}")), None)


def _is_fragment(clause: Clause, context: Context) -> bool:
    """Nothing but the name of a letter: "a thank you note please"."""
    whole = sum(len(one.words) for one in context.clauses) <= SHORT
    alone = whole or (clause.modality is Modality.REQUESTED and len(clause.words) <= SHORT)
    return alone and clause.says("a_letter") and clause.modality is not Modality.ASKED and not clause.says("did_send")


def _style(clause: Clause) -> str | None:
    places = (clause.where("style"), clause.where("style", 4), clause.where("style", 8))
    said = dict.fromkeys(clause.text_of(*place) for place in places if place)
    return ", ".join(said) or None


def _behind(clause: Clause, key: str) -> str | None:
    place = clause.where(key)
    return (clause.text_of(place[1]) or None) if place else None


def change_draft(clause: Clause, context: Context) -> Iterator[Act]:
    """ "Shorter", "less formal please", "can you put some warmth in", about a draft."""
    if _changes(clause, context):
        slots = {slot: True for slot in ("shorter", "warmer", "less_formal") if clause.says(slot)}
        yield clause.act("change_draft", how=clause.text, **slots)


def _changes(clause: Clause, context: Context) -> bool:
    shown = context.scene.draft_shown is not None
    keys = ("different", "shorter", "warmer", "less_formal", *(("in_a_language",) if shown else ()))
    if clause.says("no_change") or not clause.says(*keys):
        return False
    asked = clause.says("make_it") or clause.modality is Modality.REQUESTED
    if not shown and not clause.says("make_it") and any(clause.says(f"draft_{kind}") for kind in DRAFTS):
        return False
    bare = clause.subject is Subject.NONE and sum(len(one.words) for one in context.clauses) <= SHORT
    return asked or bare or (shown and len(clause.words) <= SHORT)


def check_text(clause: Clause, _context: Context) -> Iterator[Act]:
    """ "Can you look over my mail", with the text to come. One that is pasted is a letter (`bot.hear.letters`)."""
    if clause.modality in ASKING and clause.says("look_over") and clause.says("a_text", "a_letter"):
        yield clause.act("check_text", about=clause.employer)


# Questions, one act a clause: the first that fits


def asks(clause: Clause, context: Context) -> Iterator[Act]:
    """What a question is about."""
    for name, fits in QUESTIONS:
        if fits(clause, context):
            yield clause.act(name, **SLOTS[name](clause, context) if name in SLOTS else {})
            return


def _how_it_works(clause: Clause, _context: Context) -> bool:
    return clause.says("about_you")


def _status(clause: Clause, context: Context) -> bool:
    alone = len(context.clauses) == 1 and len(clause.words) <= 4
    return clause.says("status") or (alone and clause.says("bare_status"))


def _next(clause: Clause, _context: Context) -> bool:
    place = clause.where("what_now")
    if place is None or clause.says("no_what_now"):
        return False
    bare = clause.subject is not Subject.THEY and (len(clause.words) <= SHORT or place[0] <= 1)
    return clause.modality in ASKING or bare


def _may_write(clause: Clause, context: Context) -> bool:
    before = context.before(clause)
    if clause.modality in ASKING and clause.says("too_late") and clause.says("letter") and not clause.says("draft_it"):
        return True
    if (
        clause.says("too_late")
        and len(clause.words) <= SHORT
        and before is not None
        and before.says("letter", "contacting")
    ):
        return True
    if clause.says("no_may_write") or (clause.says("draft_it") and not _asks_whether(clause)):
        return False
    if clause.modality not in ASKING and not clause.says("in_two_minds"):
        return False
    place = clause.where("may_i")
    return (place is not None and clause.where("contacting", place[0]) is not None) or clause.says("may_write_alone")


def _asks_whether(clause: Clause) -> bool:
    """Whether it is asked if one may, not that it be done: "should I write", "is it ok to send"."""
    if clause.says("no_may_write"):
        return False
    place = clause.where("may_i")
    return place is not None and clause.where("contacting", place[0]) is not None


def _meaning(clause: Clause, _context: Context) -> bool:
    return clause.says("a_sign") and not clause.says("no_sign")


def _advice(clause: Clause, _context: Context) -> bool:
    if clause.says("no_advice"):
        return False
    return clause.says("at_a_loss") or (clause.modality in ASKING and clause.says("advise"))


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
    if kind is None and clause.says("too_late") and any(one.says("to_thank_you") for one in near):
        kind = "thank_you"
    if kind == "follow_up" and any(one.says("to_other") for one in near):
        kind = "other"
    if (kind == "call" and clause.says("or_write")) or (kind == "follow_up" and clause.says("or_wait")):
        kind = None
    return {"about": clause.employer, "kind": kind}


WRITTEN = ("thank_you", "linkedin", "other", "call", "follow_up")
"""What one may want to write, in the order in which it is looked for."""


def _of_advice(clause: Clause, _context: Context) -> dict[str, str | None]:
    topic = next((topic for topic in TOPICS if topic != "other" and clause.says(f"topic_{topic}")), "other")
    return {"about": clause.employer, "topic": topic}


SLOTS = {
    "ask_status": lambda clause, _context: {"about": clause.employer},
    "ask_next": lambda clause, _context: {"about": clause.employer},
    "ask_may_write": _of_may_write,
    "ask_meaning": lambda clause, _context: {"about": clause.employer, "sign": clause.text},
    "ask_advice": _of_advice,
}
RULES: tuple[Rule, ...] = (ask_draft, change_draft, check_text, asks)
