"""Rules for texts to send: one that is asked for, one that is to be different, one's own that is to be looked at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bot.hear import when
from bot.hear.act import Act
from bot.hear.clause import Clause, Context, Keyed, Modality, Rule, Subject, on
from bot.hear.rules.mentioning import behind_key, in_it, mentioned, pay_asked_for
from bot.hear.rules.requests import ASKING, asks_whether
from bot.hear.rules.saying import is_short, person_in
from bot.hear.vocabulary import vocabulary

SHORT = 7
"""Words of a message that is a fragment: "thank you mail, help"."""
STYLED = 12
"""The same, where it also says how the letter is to sound: "a thank-you, yes please, but casual and not too long"."""
DRAFTS = (
    *("withdrawal", "acceptance", "decline", "more_time", "rejection_thanks", "offer_received", "deadline"),
    *("thank_you", "follow_up", "feedback", "keep_in_touch", "linkedin", "document_sent", "promised", "reply"),
)
"""Kinds of draft in the order in which they are looked for: the one that says most comes first."""
AMBIGUOUS = ("reply", "decline", "acceptance", "deadline", "offer_received", "more_time", "rejection_thanks")
"""Kinds whose bare name is news: "Absage", "an answer at last"."""


def ask_draft(clause: Clause, context: Context) -> Iterator[Act]:
    """ "Can you write the thank-you", "formulier mir eine Nachfrage", "thank you mail, help"."""
    if _is_taken_back(clause, context):
        return
    if clause.says("how_to_decline") and clause.modality in ASKING:
        yield clause.act("ask_draft", about=clause.employer, kind="decline", to=person_in(clause))
        return
    what_to_write = clause.modality in ASKING and clause.says("write_what") and not clause.says("no_may_write_to_you")
    if (clause.says("no_draft") and not what_to_write) or _changes(clause, context) or asks_whether(clause):
        return
    pay = pay_asked_for(clause, context) if clause.says("draft_it") else None
    kind = "offer_received" if pay else _kind_of_draft(clause, context)
    kind = kind or ("thank_you" if _praises(clause, context) else None)
    time = _needs_time(clause, context)
    is_for_one = _is_for_one(clause)
    one_to = clause.says("one_to") and bool(clause.people) and not is_for_one
    one_to = one_to and (kind is not None or clause.modality is Modality.REQUESTED)
    is_more_time = time or kind == "more_time"
    mention = pay or mentioned(clause, context)
    wished = clause.modality in ASKING or clause.says("wish_for") or _is_told_to(clause)
    asked = clause.says("draft_it", "tell_them") and wished
    bare = kind not in (None, *AMBIGUOUS) and _is_fragment(clause, context)
    if clause.says("will_decline") and any(one.offered for one in context.scene.employers) and not clause.negated:
        yield clause.act("ask_draft", about=clause.employer, kind="decline")
        return
    shown = context.scene.draft_shown if context.scene.draft_shown in DRAFTS else None
    again = clause.says("that_draft") and shown is not None
    kind = kind or (shown if again or one_to else None) or ("thank_you" if one_to else None)
    if not (
        is_for_one
        or one_to
        or again
        or (asked and (kind or mention or clause.says("a_text", "tell_them")))
        or bare
        or what_to_write
        or time
    ):
        return
    act = clause.act(
        "ask_draft",
        about=clause.employer,
        kind="more_time" if time else kind or _kind_unsaid(clause, context, what_to_write=what_to_write),
        style=_style(clause) or next(filter(None, map(_style, context.clauses)), None),
        to=person_in(clause) or _reader_beside(context),
        mention=mention,
        until=when.until(clause, context) if is_more_time else None,
    )
    if mention not in (None, pay) and mention not in clause.text:
        act = replace(act, span=context.span(clause, context.clauses[-1]))  # what stands behind is of the letter
    yield replace(act, span=context.text) if is_short(context, SHORT) else act


def _is_taken_back(clause: Clause, context: Context) -> bool:
    """ "Draft a thank-you, oh wait, scrap that", "ach nee lass": in the same breath, and nothing is asked behind it."""
    behind = context.clauses[clause.index + 1 :]
    if not any(one.says("draft_taken_back") for one in behind):
        return False
    place = behind[-1].where("draft_taken_back")
    ends = place is not None and place[1] >= len(behind[-1].words) - 1
    return ends or len(behind[-1].words) <= SHORT


def _praises(clause: Clause, context: Context) -> bool:
    """ "Write to Priya that I loved the bit about the hub", "wollte ihr danken, schreib mal was": thanks."""
    if not clause.says("draft_it"):
        return False
    before = context.before(clause)
    thanks = before is not None and before.sentence == clause.sentence and before.says("to_thank_you")
    liked = clause.says("liked_it") and clause.says("that_i") and bool(clause.people)
    return liked or (thanks and before is not None and bool(before.people) and not before.negated)


def _kind_unsaid(clause: Clause, context: Context, *, what_to_write: bool) -> str | None:
    """A letter of no named kind: what fits, where only its reader is told, else one that was shown."""
    if what_to_write or _is_for_one(clause):
        return None
    return _that_draft(clause, context) or "other"


def _that_draft(clause: Clause, context: Context) -> str | None:
    """ "Where's the draft?": the one that was shown last."""
    shown = context.scene.draft_shown
    return shown if shown in DRAFTS and clause.says("the_draft") else None


def _is_for_one(clause: Clause) -> bool:
    """ "Ok do the ashdown one, to Mrs Okonjo", "ok then a note for Maria": ordered by whom it is for."""
    place = clause.where("note_for") or clause.where("do_the_one")
    lead = vocabulary(clause.language)["lead"].alone
    leads = place is not None and all(word.text in lead for word in clause.words[: place[0]])
    named = bool(clause.people or clause.employer)
    return leads and named and not clause.negated and clause.modality is not Modality.ASKED


def _needs_time(clause: Clause, context: Context) -> bool:
    """ "I need more time to decide", where an offer is there to be answered."""
    if not clause.says("need_time") or clause.subject is not Subject.I or clause.negated:
        return False
    offered = any(one.offered for one in context.scene.employers)
    return offered or any(one.says("offer_word") for one in context.clauses)


def _is_told_to(clause: Clause) -> bool:
    """ "Now write me the yes": the verb stands in front."""
    place = clause.where("write_it")
    lead = vocabulary(clause.language)["lead"].alone
    return place is not None and all(word.text in lead for word in clause.words[: place[0]])


def _kind_of_draft(clause: Clause, context: Context) -> str | None:
    """What it is for, by its own words, or by those in front: "I want to decline, write that for me"."""
    before = context.before(clause)
    near = [clause, *([before] if before is not None and clause.says("that_for_me") else [])]
    if clause.says("back_to_them") and not clause.says("draft_offer_received", "draft_rejection_thanks"):
        return "reply"
    behind = context.after(clause)
    if behind is not None and behind.sentence == clause.sentence and behind.words[0].text in PURPOSE:
        near.append(behind)
    return next((kind for one in near for kind in DRAFTS if one.says(f"draft_{kind}")), None)


PURPOSE = frozenset({"so", "damit"})
"""What begins that for which it is written: "write something so they keep me in mind"."""


def _is_fragment(clause: Clause, context: Context) -> bool:
    """Nothing but the name of a letter: "a thank you note please"."""
    is_styled = any(one.says("style") for one in context.clauses)
    whole = sum(len(one.words) for one in context.clauses) <= (STYLED if is_styled else SHORT)
    alone = whole or (clause.modality is Modality.REQUESTED and len(clause.words) <= SHORT)
    return (
        alone
        and clause.says("a_letter")
        and clause.modality is not Modality.ASKED
        and not clause.says("did_send", "got_the_letter")
    )


def _style(clause: Clause) -> str | None:
    places = (clause.where("style"), clause.where("style", 4), clause.where("style", 8))
    said = dict.fromkeys(clause.text_of(*place) for place in places if place)
    return ", ".join(said) or None


def _reader_beside(context: Context) -> str | None:
    """Who reads it, told in another clause: "so rather to the boss, Mr Voss. Write me a follow-up"."""
    told = [one.people[-1] for one in context.clauses if one.says("rather_to") and one.people]
    thanked = [one.people[-1] for one in context.clauses if one.says("to_thank_you") and one.people]
    return next(reversed(told), None) or next(reversed(thanked), None)


def change_draft(clause: Clause, context: Context) -> Iterator[Act]:
    """ "Shorter", "less formal please", "can you put some warmth in", about a draft."""
    if not _changes(clause, context):
        return
    kind = _kind_of_draft(clause, context) or _named_before(clause, context)
    if kind not in (None, *AMBIGUOUS, context.scene.draft_shown):
        mention = behind_key(clause, "mention")
        to = person_in(clause)
        yield clause.act("ask_draft", about=clause.employer, kind=kind, style=clause.text, to=to, mention=mention)
    else:
        slots = {slot: True for slot in ("shorter", "warmer", "less_formal") if clause.says(slot)}
        mention = behind_key(clause, "mention") or in_it(clause, context)
        yield clause.act("change_draft", how=clause.text, mention=mention, **slots)


def _named_before(clause: Clause, context: Context) -> str | None:
    """The draft that is named in front of the wish: "thank you mail yes please, but not too stiff"."""
    before = context.before(clause)
    if before is None or before.sentence != clause.sentence or not before.says("a_letter") or before.says("did_send"):
        return None
    return _kind_of_draft(before, context)


def _changes(clause: Clause, context: Context) -> bool:
    shown = context.scene.draft_shown is not None
    keys = ("different", "shorter", "warmer", "less_formal", *(("in_a_language",) if shown else ()))
    if clause.says("no_change") or not clause.says(*keys) or _is_part_of_order(clause, context):
        return False
    asked = clause.says("make_it") or clause.modality is Modality.REQUESTED
    if not shown and not clause.says("make_it") and any(clause.says(f"draft_{kind}") for kind in DRAFTS):
        return False
    bare = clause.subject is Subject.NONE and sum(len(one.words) for one in context.clauses) <= SHORT
    return asked or bare or (shown and len(clause.words) <= SHORT)


def _orders(clause: Clause) -> bool:
    ordered = clause.says("write_it", "tell_them") and clause.modality in ASKING
    return ordered or (clause.says("one_to") and bool(clause.people))


def _is_part_of_order(clause: Clause, context: Context) -> bool:
    """Whether it only says what is to be in the letter that is ordered in front: "a note to Liz, mention the tool"."""
    ordered = (one for one in context.clauses if one.index < clause.index and _orders(one))
    letters = ("a_text", "a_letter", "tell_them", *(f"draft_{kind}" for kind in DRAFTS))
    adds = clause.says("mention", "have_in_it") or (clause.says("style") and context.scene.draft_shown is None)
    return adds and any(one.says("one_to", *letters) for one in ordered)


def check_text(clause: Clause, _context: Context) -> Iterator[Act]:
    """ "Can you look over my mail", with the text to come. One that is pasted is a letter (`bot.hear.letters`)."""
    if clause.says("reminds_me"):
        return  # it is the Person who is going to look
    if clause.modality in ASKING and clause.says("look_over") and clause.says("a_text", "a_letter", "letter"):
        yield clause.act("check_text", about=clause.employer)


ASKED_FOR = (
    *("how_to_decline", "that_draft", "write_what", "draft_it", "tell_them"),
    *("one_to", "a_letter", "need_time", "will_decline", "note_for", "do_the_one"),
)
RULES: tuple[Rule | Keyed, ...] = (
    on(ask_draft, *ASKED_FOR),
    on(change_draft, "different", "shorter", "warmer", "less_formal", "in_a_language"),
    on(check_text, "look_over"),
)
