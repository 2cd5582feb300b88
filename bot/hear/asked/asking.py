"""A message that asks about something known here: the question in place of all that was heard of it otherwise.

A question changes no fact: what stands in its own words, or is only the ground that it is asked on, is not kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from bot.hear.act import Act, By, Heard
from bot.hear.asked import may_be_about, topic_in
from bot.hear.asked.choosing import is_asked, likely, surely_asks, topic_of, topics_asked
from bot.hear.asked.grounds import GROUNDS
from bot.hear.clause import Clause, Context, Word
from bot.hear.scene import Expected
from bot.hear.something_else import THEIR_QUESTIONS, is_something_else

LONG = 45
"""Words of a message of which only the question, and what stands right before it, are weighed."""
BEFORE = 2
"""Sentences before the question that belong to it."""
GENERAL = frozenset(
    {"ask_meaning", "ask_advice", "ask_may_write", "ask_next", "ask_status", "change_draft", "unclear", "off_topic"}
)
"""Acts that ask something; a topic says more than they do."""
WISHES = frozenset(
    {
        *("ask_draft", "check_text", "ask_how_it_works", "export", "forget", "snooze", "mute", "pause", "resume"),
        *("practise", "calendar", "settings", "privacy", "ask_progress", "language", "danger", "letter", "show_draft"),
    }
)
"""What the coach is to do is done, not talked about."""
MAY_WRITE = frozenset(
    {"when_to_ask", "signs_silence", "follow_up_unanswered", "wording", "call_or_mail", "late_thank_you"}
)
"""Topics to which the verdict on writing says more, where somebody asks whether they may."""
FELT = frozenset({"worry", "anger"})
"""What is answered by itself, before any question of an unknown topic."""
TOLD = frozenset({"ask_may_write", "ask_next", "ask_status"})
"""Questions that have an answer of their own, whatever they are about."""
HELP = frozenset({"ask_advice", "ask_meaning"})
"""What is surely asked of the coach, whatever answer is waited for."""
OF_TRUTH = frozenset({"bluff", "other_talks", "bounced", "reach_me"})
"""Topics in which a day that has gone by is not the question."""
OF_ONES_OWN_DAY = frozenset({"deadline", "signs_portal"})
"""Topics in which a day is that by which the Person answers, or one that a page shows."""
PLIGHTS = frozenset(
    {
        "references_boss",
        "typo_name",
        "no_address",
        "cannot_pick_up",
        "telling_others",
        "late_thank_you",
        "gift",
        "which_day",
        "reach_me",
        "bounced",
        "missed_it",
        "counter_offer",
    }
)
"""Topics that are a question as soon as somebody tells of them."""


def with_question(heard: Heard, context: Context) -> Heard:
    """The same, with the question that the message asks, where its topic is known."""
    names = {act.name for act in heard.acts}
    is_ordered = (
        any(act.name == "change_draft" and act.has("mention") for act in heard.acts) and "?" not in context.text
    )
    is_shown = "ask_status" in names and any(clause.says("show_what_is_kept") for clause in context.clauses)
    if names & WISHES or is_ordered or is_shown or context.scene.expects is Expected.VERBATIM:
        return heard
    if context.scene.asked in THEIR_QUESTIONS and not is_something_else(context):
        return heard  # what they were asked there is the answer, and no question to the coach
    words = tuple(_words(context))
    says_nothing = not heard.doubts and names <= {"unclear", "note"}
    asks = _asks(context, names) or (says_nothing and surely_asks(context))
    if not asks and "ask_may_write" not in names and not may_be_about(words, context.language, PLIGHTS):
        return heard
    is_open = names.isdisjoint(TOLD) and (
        _is_marked(context) or context.scene.asked is None or not names.isdisjoint(HELP)
    )
    topic = topic_of(words, context, is_open=is_open)
    if topic in names and "?" not in context.text:
        return heard  # what is told is learned, and the line about it answers
    is_late = topic not in OF_TRUTH and any(clause.says("was_due", "their_deadline") for clause in context.clauses)
    if "ask_may_write" in names and (topic is None or topic in MAY_WRITE or is_late):
        return replace(heard, asking=_whether_to_write(heard, topic, context))
    if topic is None and not heard.doubts and names.isdisjoint({*GENERAL, *FELT} - {"unclear"}):
        topic = likely(context, names)
    if topic is None and "?" in context.text and not names.isdisjoint(GENERAL - {"unclear", "off_topic"}):
        return replace(heard, asking=heard.acts)  # what stands around the question is its ground, and no note
    if topic is None or not (asks or (topic in PLIGHTS and topic == topic_in(words, context.language))):
        return heard
    second = next((one for one in topics_asked(context, added=True) if one != topic), None)
    asking = _about(topic, heard.acts, context)
    return replace(heard, asking=asking if second is None else (*asking, asking[-1].with_slots(topic=second)))


def _whether_to_write(heard: Heard, topic: str | None, context: Context) -> tuple[Act, ...]:
    """To whoever asks if they may write, the verdict says more than some topics; nothing else is asked then."""
    beside = GENERAL - {"ask_may_write", "ask_advice"} if topic is None else GENERAL - {"ask_may_write"}
    return tuple(act for act in heard.acts if act.name not in beside and not _is_their_day(act, context))


def _is_their_day(act: Act, context: Context) -> bool:
    """Whether a day of theirs is the one that is known and has gone by: "they promised Friday, can I chase them?" """
    latest, today = act.get("latest"), context.scene.now.date()
    known = (one.answer_by for one in context.scene.employers if one.answer_by is not None and one.answer_by < today)
    is_window = act.name in ("window", "window_moved") and isinstance(latest, date)
    return is_window and any(day.weekday() == latest.weekday() for day in known)


def _about(topic: str, acts: Iterable[Act], context: Context) -> tuple[Act, ...]:
    heard = tuple(acts)
    about = next((act.get("about") for act in heard if act.has("about") and act.name in GENERAL), _named(context))
    asked = Act("question", {"topic": topic, **({"about": about} if about else {})}, span=context.text)
    return (*(act for act in heard if not _is_ground(act, topic, context)), asked)


def _is_marked(context: Context) -> bool:
    """Whether a sentence is a question and has its mark, so that it waits for an answer beside all that is told."""
    return any("?" in one.text and is_asked(one) for one in context.clauses)


def _named(context: Context) -> str | None:
    """The one employer that the question itself names: "do I still have to go to the Acme interview?" """
    named = {one.employer for one in context.clauses if (is_asked(one) or "?" in one.text) and one.employer}
    return named.pop() if len(named) == 1 else None


def _asks(context: Context, names: Iterable[str]) -> bool:
    """Whether the message is a question; from somebody who is asked for a text, only with its mark."""
    if any("?" in one.text and (is_asked(one) or not SURPRISED.search(one.text)) for one in context.clauses):
        return True
    told = context.scene.expects is Expected.WORDS
    if any(_is_choice(clause, context) for clause in context.clauses):
        return True
    return not told and (not GENERAL.isdisjoint(set(names) - {"unclear"}) or any(map(is_asked, context.clauses)))


def _is_choice(clause: Clause, context: Context) -> bool:
    """ "Is that bad or normal", "correct it or leave it", "do you reckon so": a question without its mark."""
    if clause.says("asks_the_coach") and context.scene.expects is not Expected.WORDS:
        return True
    begins = clause.words[0].text if clause.words else ""
    behind = context.after(clause)
    near = (clause, *((behind,) if behind is not None and behind.sentence == clause.sentence else ()))
    chosen = [word.text for one in near for word in one.words]
    either = next((at for at, word in enumerate(chosen) if word in ("or", "oder")), None)
    return either is not None and (begins in CHOOSING or not LEAVING.isdisjoint(chosen[either + 1 : either + 3]))


SURPRISED = re.compile(r"\?[?!]|!\?")
"""Marks of somebody who is surprised: "it was actually ok??" asks nothing."""
CHOOSING = frozenset({"is", "are", "does", "do", "was", "were", "ist", "sind", "war", "heisst", "reicht"})
"""Words with which a choice begins: "is it this or that"."""
LEAVING = frozenset({"leave", "lassen", "lass"})
"""Words with which a choice ends: "correct it or leave it"."""


def _words(context: Context) -> Iterator[Word]:
    """The words that are weighed."""
    clauses = context.clauses
    if sum(len(clause.words) for clause in clauses) > LONG:
        asked = [clause.sentence for clause in clauses if is_asked(clause)] or [clauses[-1].sentence]
        clauses = tuple(one for one in clauses if any(0 <= at - one.sentence <= BEFORE for at in asked))
    for clause in clauses:
        yield from clause.words


def _is_ground(act: Act, topic: str, context: Context) -> bool:
    """Whether an act is the question itself, stands in its words, or is what it is asked on."""
    if act.name == "interview" and not act.has("day", "start"):
        return True  # "within an hour of the second interview"
    if _is_their_day(act, context):
        return True
    in_it = any(is_asked(one) and act.span and act.span in one.text for one in context.clauses)
    if act.name == "interview":
        return in_it
    if act.name in FACTS and _is_of_somebody_new(act, context):
        return in_it  # nothing of them is known, so it is told and not only asked about
    if _is_told_apart(act, context) or _has_gone_out(act, context):
        return False
    if act.name == "window" and act.has("latest") and not in_it and topic not in OF_ONES_OWN_DAY:
        return False  # a day that they named is told, whatever is asked beside it
    if act.name in GENERAL or act.name in GROUNDS.get(topic, ()):
        return act.get("what") not in ("request", "question") or topic != "references"
    return act.name in FACTS and in_it


def _is_told_apart(act: Act, context: Context) -> bool:
    """Whether somebody is named by themselves, in a sentence that only does that: "the agency woman is Mel"."""
    asked = {one.sentence for one in context.clauses if is_asked(one) or "?" in one.text}
    ends = tuple(str(name).casefold() for name in act.get("names", ())) if act.name == "met" else ()
    said = [one for one in context.clauses if act.span and one.text in act.span and one.sentence not in asked]
    return bool(ends) and any(one.text.rstrip(" .!").casefold().endswith(ends) for one in said)


def _has_gone_out(act: Act, context: Context) -> bool:
    """Whether a sentence of its own tells that the thank-you is out, whatever another one asks about it; not which of
    several talks it was for."""
    asked = {one.sentence for one in context.clauses if is_asked(one) or "?" in one.text}
    thanked = act.name == "sent" and act.get("what") == "thank_you" and act.by is By.RULES
    said = [one for one in context.clauses if one.text == act.span and one.sentence not in asked]
    return thanked and any(not one.says("first", "second", "interview") for one in said)


def _is_of_somebody_new(act: Act, context: Context) -> bool:
    """Whether an act is about an employer of whom the Person tells for the first time."""
    name = act.get("about")
    return bool(name) and all(one.name != name for one in context.scene.employers)


FACTS = frozenset(
    {
        *(
            "note",
            "felt",
            "met",
            "heard",
            "sent",
            "nothing_heard",
            "window",
            "window_moved",
            "interview",
            "promised",
        ),
        *("reposted", "profile_viewed", "reference_called", "offer", "other_offer", "rejected", "accepted", "invited"),
        *("withdrew", "feedback", "channel", "no_answer_given_up", "wanted", "undo", "correct", "close", "agency"),
    }
)
"""Facts that are none where they stand in the words of a question."""
