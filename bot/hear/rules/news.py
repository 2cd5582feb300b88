"""Rules for word from them, or none: what came, on which way, and what they want."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from bot.hear import when
from bot.hear.act import Act
from bot.hear.clause import Clause, Context, Keyed, Modality, Rule, Subject, Tense, on
from bot.hear.rules.contacts import lately, up_to
from bot.hear.rules.saying import by_me, by_them, channel_of, goes_on, nearest_employer, thing_in
from bot.hear.vocabulary import vocabulary

FEW = 2
"""Words of "still nothing" and the like."""
SCOPE = 4
"""Words between a "not" and what it denies."""


def heard(clause: Clause, context: Context) -> Iterator[Act]:
    """ "They want references", "missed a call from them", "Tom added me on LinkedIn"."""
    what = _what_came(clause, context)
    if what is None or (clause.says("they_asked_for") and clause.says("wrote")) or not _is_told(clause, what, context):
        return
    day = lately(clause, context) if clause.says("they_contacted") else None
    channel = "phone" if what == "missed_call" else channel_of(clause)
    thing, due = _wanted(clause, context) if what == "request" else (None, None)
    act = clause.act("heard", about=clause.employer, what=what, channel=channel, day=day, thing=thing, due=due)
    behind = goes_on(clause, context)
    yield replace(act, span=context.span(clause, behind)) if behind is not None and _asked_so(clause, context) else act


def _is_told(clause: Clause, what: str, context: Context) -> bool:
    """Whether it is a fact, though it is put politely, or says what was not done: "but I couldn't pick up"."""
    if clause.modality is Modality.NEGATED:
        return what == "missed_call"
    if clause.modality is Modality.PLANNED:
        return what == "request"
    place = clause.where("they_request") or (0, 0)
    theirs = clause.tense is Tense.PAST and by_them(clause, place[0])
    return clause.modality is Modality.FACT or (what == "request" and (theirs or _asked_so(clause, context)))


def _wanted(clause: Clause, context: Context) -> tuple[str | None, date | None]:
    """What they would like to have, and by when."""
    place = clause.where("they_request") or clause.where("they_request_alone") or (0, 0)
    document = clause.where("document")
    thing = thing_in(clause, place) or (clause.text_of(*document) if document else None)
    behind = goes_on(clause, context)
    return thing, when.due(clause, context) or (when.due(behind, context) if behind is not None else None)


def _what_came(clause: Clause, context: Context) -> str | None:
    if clause.says("accepted_invite"):
        return None
    if clause.says("missed_call") or _was_missed(clause, context):
        return "missed_call"
    for key, what in (("they_connected", "linkedin"), ("they_question", "question"), ("they_request", "request")):
        place = clause.where(key)
        theirs = place is not None and (by_them(clause, place[0]) or _asked_so(clause, context))
        if not (theirs or clause.says(f"{key}_alone")):
            continue
        if what == "question":
            return "invited" if clause.says("says_come") else what
        if what != "request" or clause.says("document", "they_request_alone"):
            return what
    return "no_news" if clause.says("still_at_it") else None


def _asked_so(clause: Clause, context: Context) -> bool:
    """ "Could use some references, they said": their words, with who says them behind."""
    behind = goes_on(clause, context)
    return behind is not None and len(behind.words) <= FEW and by_them(behind, len(behind.words) - 1)


def _was_missed(clause: Clause, context: Context) -> bool:
    """ "Dana called but I couldn't pick up"."""
    near = (clause, *(context.after(clause, count) for count in (1, 2)))
    told = any(one is not None and one.says("could_not_answer") for one in near)
    return clause.says("they_contacted") and clause.says("by_phone") and told


def called(clause: Clause, context: Context) -> Iterator[Act]:
    """ "They rang", "Priya wrote back", with nothing more about it."""
    place = clause.where("they_contacted") or clause.where("came_to_me")
    wrote = clause.where("wrote")
    mine = wrote is not None and clause.says("letter") and by_me(clause, wrote[0]) and not clause.says("came_to_me")
    if place is not None and (mine or _is_to_others(clause, place)):
        return
    if place is None or clause.modality is not Modality.FACT or clause.tense is Tense.FUTURE:
        return
    if not (by_them(clause, place[0]) or clause.says("came_to_me")) or _what_came(clause, context):
        return
    if clause.says("no_contact_of_theirs") or _names_something(clause, place):
        return
    if _is_of_the_talk(clause, context):
        yield clause.act("note", kind="reaction", text=clause.text)
        return
    what = _content(clause, context) or (None if _tells_more(clause, place, context) else _bare(clause))
    day = lately(up_to(clause, _their_words(clause, place[1])), context)
    yield clause.act("heard", about=clause.employer, what=what, channel=channel_of(clause), day=day)


def _is_of_the_talk(clause: Clause, context: Context) -> bool:
    """ "Three people, all of them wrote", told right out of the room: what they did there, and no word to anybody."""
    if clause.employer or clause.people or clause.says("to_me", "by_phone", "came_to_me", "letter", *CHANNELS_TOLD):
        return False
    now = context.scene.now
    talks = [talk for one in context.scene.employers for talk in one.talks]
    return any(not talk.is_told and timedelta() <= now - talk.end < HOURS_AFTER for talk in talks)


CHANNELS_TOLD = ("by_email", "by_text", "by_linkedin")
HOURS_AFTER = timedelta(hours=3)
"""So long after a talk one is just out of it."""


def _bare(clause: Clause) -> str:
    """A contact of which nothing is told but that it came."""
    return "call" if clause.says("by_phone") else "news"


def _tells_more(clause: Clause, place: tuple[int, int], context: Context) -> bool:
    """Whether what they wanted is told in words that no rule understands: it is not said what it was then."""
    behind = context.after(clause)
    return (behind is not None and not behind.says("why_told")) or _their_words(clause, place[1]) is not None


def _their_words(clause: Clause, since: int) -> int | None:
    """Where what they said begins: "rang to ask ...", "wrote that ..."."""
    meant = vocabulary(clause.language)["their_words"]
    return next((at for at in range(since, len(clause.words)) if meant.holds(clause.words[at].text)), None)


def _content(clause: Clause, context: Context) -> str | None:
    """What they wanted, when that is told in the same breath: "Dana mailed, could we do 2 instead of 11?"."""
    near = [clause, *filter(None, (goes_on(clause, context),))]
    kinds = (("says_more_time", "more_time"), ("says_come", "invited"), ("they_question_alone", "question"))
    return next((what for one in near for key, what in kinds if one.says(key)), None)


def _is_mine(clause: Clause) -> bool:
    """ "I said nothing at all", "I have nothing new to wear": it is not they who are silent."""
    return clause.subject is Subject.I and not clause.says("i_get")


def _is_wondered(clause: Clause) -> bool:
    """ "Is no news good news?": asked, without a word for how long it has been."""
    return clause.modality is Modality.ASKED and not clause.says("so_long")


def _is_to_others(clause: Clause, place: tuple[int, int]) -> bool:
    """ "They rang her", "bei ihr angerufen": it was not the Person whom they called."""
    if clause.says("to_me"):
        return False
    around = clause.words[max(0, place[0] - SCOPE) : place[0]] if clause.language == "de" else ()
    behind = clause.words[place[1] : place[1] + 1]
    return vocabulary(clause.language)["to_another"].find((*around, *behind)) is not None


def _denied(clause: Clause, place: tuple[int, int]) -> bool:
    """Whether a "not" stands right before, or in, what was done."""
    words = clause.words[max(0, place[0] - SCOPE) : place[1] + 1]
    return (
        clause.negated
        and clause.tense is not Tense.FUTURE
        and vocabulary(clause.language)["not"].find(words) is not None
    )


def _names_something(clause: Clause, place: tuple[int, int]) -> bool:
    """ "A guy called Stu": what stands behind is what he is called."""
    behind = clause.words[place[1] : place[1] + 1]
    return clause.words[place[0]].text == "called" and bool(behind) and not clause.says("called_whom")


def nothing_heard(clause: Clause, context: Context) -> Iterator[Act]:
    """ "Still nothing", "they haven't answered", "ghosted again"."""
    silent = clause.says("silence") or (len(clause.words) <= FEW and clause.says("silence_alone"))
    word = clause.where("silence")
    silent = silent and not (clause.says("no_silence") or _is_mine(clause) or _is_wondered(clause))
    silent = silent or _has_let_it_pass(clause, context)
    silent = silent and not (word is not None and _is_to_others(clause, word))
    place = clause.where("contacted_me")
    not_heard = place is not None and _denied(clause, place) and by_them(clause, place[0])
    not_heard = not_heard and place is not None and not _is_to_others(clause, place)
    if silent or (not_heard and not clause.says("no_silence")):
        near = clause.where("silence") or place or (0, 0)
        yield clause.act("nothing_heard", about=nearest_employer(clause, near))


def _has_let_it_pass(clause: Clause, context: Context) -> bool:
    """ "Quayside said nothing before Christmas", told after it."""
    if not clause.says("said_nothing_till"):
        return False
    named = [one.answer_by for one in context.scene.employers if clause.employer in (None, one.name)]
    days = [when.day(clause, context, past=True), *(named if len(named) == 1 else ())]
    return any(day and timedelta() < context.scene.now.date() - day < timedelta(days=LATELY) for day in days)


LATELY = 45
"""Days after which one no longer speaks of a day that was let pass."""
CAME = ("missed_call", "they_contacted", "by_phone", "still_at_it", "they_connected", "they_question", "they_request")
ALONE = ("they_connected_alone", "they_question_alone", "they_request_alone")
"""Keys of which a clause says one when it tells what came from them."""
RULES: tuple[Rule | Keyed, ...] = (
    on(heard, *CAME, *ALONE),
    on(called, "they_contacted", "came_to_me"),
    on(nothing_heard, "said_nothing_till", "silence", "silence_alone", "contacted_me"),
)
