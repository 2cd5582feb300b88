"""Rules for contacts and promises: what the Person sent, what came, what did not, and who promised what."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from bot.hear import when
from bot.hear.act import Act
from bot.hear.clause import Clause, Context, Rule, Tense
from bot.hear.rules.saying import by_me, by_them, channel_of, person_in, thing_in
from bot.hear.vocabulary import vocabulary

LATELY = timedelta(days=21)
FEW = 2
"""Words of "still nothing" and the like."""
SCOPE = 4
"""Words between a "not" and what it denies."""

# What the Person did


def sent(clause: Clause, context: Context) -> Iterator[Act]:
    """ "I wrote to Priya", "followed up today", "Dankesmail ist raus"."""
    before = context.before(clause)
    if clause.says("promised_before") and before is not None and _is_sent_with(clause, before):
        yield clause.act(
            "kept", about=clause.employer, what=thing_in(clause, clause.where("promised_before") or (0, 0))
        )
        return
    place = clause.where("wrote") or clause.where("sent_off")
    if place is None or clause.says("no_contact_meant") or clause.tense is Tense.FUTURE:
        return
    passive = clause.says("sent_off") and clause.says("letter")
    if not (by_me(clause, place[0]) or passive):
        return
    what = _what_was_sent(clause, context)
    if what is None:
        return
    if what == "promised":
        yield clause.act("kept", about=clause.employer, what=thing_in(clause, place))
    else:
        day = _lately(clause, context)
        yield clause.act(
            "sent", about=clause.employer, what=what, channel=channel_of(clause), to=person_in(clause), day=day
        )


def _is_sent_with(clause: Clause, before: Clause) -> bool:
    """ "Sent them the references, and the sheet I'd promised": what stands in front was sent, and this with it."""
    place = before.where("wrote")
    return before.sentence == clause.sentence and place is not None and by_me(before, place[0])


def _what_was_sent(clause: Clause, context: Context) -> str | None:
    """What it was; None when it is no contact with them at all."""
    for key, what in (("thanks_letter", "thank_you"), ("connected", "linkedin"), ("was_promised", "promised")):
        if clause.says(key):
            return "reply" if what == "thank_you" and _is_closed(clause, context) else what
    if clause.says("told_of_offer"):
        return "other"
    if clause.says("wrote_back", "they_asked_for"):
        return "reply"
    if clause.says("followed_up"):
        return "follow_up"
    if clause.says("document"):
        return "promised"
    return "follow_up" if clause.says("to_them") or clause.people or clause.employer else None


def _is_closed(clause: Clause, context: Context) -> bool:
    named = [one for one in context.scene.employers if clause.employer in (None, one.name)]
    return bool(named) and not any(one.is_open for one in named)


def sent_it(clause: Clause, context: Context) -> Iterator[Act]:
    """ "Sent it", "sent all five this morning": about the draft that was shown last, or the letter that is due."""
    if len(clause.words) > 2 * FEW + 2 or not clause.says("did_it") or clause.says("letter", "no_contact_meant"):
        return
    shown = context.scene.draft_shown is not None
    if clause.says("sent_off", "wrote") or (shown and len(context.clauses) == 1):
        day = _lately(clause, context)
        yield clause.act("sent", channel=channel_of(clause), to=person_in(clause), day=day)


def _lately(clause: Clause, context: Context) -> date | None:
    """The day of a contact: what would be weeks ago is another date of the clause."""
    day = when.day(clause, context, past=True)
    today = context.scene.now.date()
    return day if day is not None and timedelta() <= today - day < LATELY else None


# Word from them, or none


def heard(clause: Clause, context: Context) -> Iterator[Act]:
    """ "They want references", "missed a call from them", "Tom added me on LinkedIn"."""
    what = _what_came(clause)
    if what is not None and not (clause.says("they_asked_for") and clause.says("wrote")):
        day = _lately(clause, context) if clause.says("they_contacted") else None
        channel = "phone" if what == "missed_call" else channel_of(clause)
        yield clause.act("heard", about=clause.employer, what=what, channel=channel, day=day)


def _what_came(clause: Clause) -> str | None:
    if clause.says("missed_call"):
        return "missed_call"
    for key, what in (("they_connected", "linkedin"), ("they_question", "question"), ("they_request", "request")):
        place = clause.where(key)
        if place is None or not (by_them(clause, place[0]) or clause.says(f"{key}_alone")):
            continue
        if what == "question":
            return "invited" if clause.says("says_come") else what
        if what != "request" or clause.says("document", "they_request_alone"):
            return what
    return "no_news" if clause.says("still_at_it") else None


def called(clause: Clause, context: Context) -> Iterator[Act]:
    """ "They rang", "Priya wrote back", with nothing more about it."""
    place = clause.where("they_contacted")
    if place is None or not by_them(clause, place[0]) or _what_came(clause) or clause.tense is Tense.FUTURE:
        return
    if clause.says("no_contact_of_theirs") or _names_something(clause, place):
        return
    what = _content(clause, context) or ("call" if clause.says("by_phone") else "news")
    day = _lately(clause, context)
    yield clause.act("heard", about=clause.employer, what=what, channel=channel_of(clause), day=day)


def _content(clause: Clause, context: Context) -> str | None:
    """What they wanted, when that is told in the same breath: "Dana mailed, could we do 2 instead of 11?"."""
    near = [clause, *filter(None, (_goes_on(clause, context),))]
    kinds = (("says_more_time", "more_time"), ("says_come", "invited"), ("they_question_alone", "question"))
    return next((what for one in near for key, what in kinds if one.says(key)), None)


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


def nothing_heard(clause: Clause, _context: Context) -> Iterator[Act]:
    """ "Still nothing", "they haven't answered", "ghosted again"."""
    silent = clause.says("silence") or (len(clause.words) <= FEW and clause.says("silence_alone"))
    silent = silent and not clause.says("no_silence")
    place = clause.where("contacted_me")
    not_heard = place is not None and _denied(clause, place) and by_them(clause, place[0])
    if silent or (not_heard and not clause.says("no_silence")):
        yield clause.act("nothing_heard", about=clause.employer)


# Promises


def promised(clause: Clause, context: Context) -> Iterator[Act]:
    """ "I promised her a sample by Friday", "told them I'd send it"."""
    place = clause.where("i_promised")
    if place is None or clause.negated or clause.says("promised_before", "no_promise") or not by_me(clause, place[0]):
        return
    behind = _goes_on(clause, context)
    alone = clause.says("i_promised_alone") and (behind is None or thing_in(clause, place) is not None)
    if clause.says("giving") or alone:
        what = thing_in(clause, place) or _what_they_want(clause, context)
        due = when.due(clause, context) or _due_behind(behind, context)
        yield clause.act("promised", about=clause.employer, what=what, due=due)
    elif behind is not None and behind.says("giving"):
        act = behind.act("promised", about=clause.employer, what=thing_in(behind), due=when.due(behind, context))
        yield replace(act, span=context.span(clause, behind))


def _due_behind(behind: Clause | None, context: Context) -> date | None:
    """ "I am to send it, told them by tomorrow"."""
    return when.due(behind, context) if behind is not None and behind.says("i_promised") else None


def _what_they_want(clause: Clause, context: Context) -> str | None:
    """What was asked for right before: "they want references, told them they'd have them tomorrow"."""
    before = (context.before(clause, count) for count in (1, 2))
    wanted = next((one for one in before if one is not None and one.says("they_request")), None)
    return thing_in(wanted, wanted.where("they_request") or (0, 0)) if wanted is not None else None


def _goes_on(clause: Clause, context: Context) -> Clause | None:
    """The next clause of the sentence: "zugesagt, die Zeugnisse zu schicken"."""
    behind = context.after(clause)
    return behind if behind is not None and behind.sentence == clause.sentence else None


def they_promised(clause: Clause, context: Context) -> Iterator[Act]:
    """ "They promised me the org chart", "Tom will send me a task tomorrow"; an answer promised is a window."""
    place = clause.where("they_promise")
    if place is None or clause.negated or clause.says("their_answer", "no_promise"):
        return
    mine = clause.where("i_promised")
    if mine is not None and by_me(clause, mine[0]) and not clause.says("they_promise_alone"):
        return
    if clause.says("they_promise_alone") or by_them(clause, place[0]):
        what, due = thing_in(clause, place), when.due(clause, context)
        yield clause.act("they_promised", about=clause.employer, what=what, due=due)


def they_kept(clause: Clause, context: Context) -> Iterator[Act]:
    """ "It came, as promised", "she sent the agenda like she said she would"."""
    behind = _goes_on(clause, context)
    promised_so = clause.says("as_promised") or (behind is not None and behind.says("as_promised"))
    if clause.says("kept_word") or (promised_so and clause.says("it_came")):
        place = clause.where("it_came")
        if place is None or not (by_me(clause, place[0]) and clause.says("wrote")):
            yield clause.act("they_kept", about=clause.employer)


RULES: tuple[Rule, ...] = (sent, sent_it, heard, called, nothing_heard, promised, they_promised, they_kept)
