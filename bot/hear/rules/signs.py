"""Rules for signs, and for what they say: looks at the profile, calls to a referee, reasons, ways to write to them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bot.hear.act import Act
from bot.hear.clause import Clause, Context, Keyed, Rule, Subject, Word, on
from bot.hear.role import Role
from bot.hear.rules.counting import number_in, value
from bot.hear.rules.saying import by_me, by_them, in_front

NEAR = 3
"""Clauses in front in which a no may have been told."""


def reposted(clause: Clause, _context: Context) -> Iterator[Act]:
    """ "The ad is back up"."""
    if clause.says("posted_again") and clause.says("a_position", "an_ad"):
        yield clause.act("reposted", about=clause.employer)


def profile_viewed(clause: Clause, _context: Context) -> Iterator[Act]:
    """ "Tom looked at my profile"."""
    place = clause.where("viewed")
    if place and clause.says("profile") and not clause.negated and not by_me(clause, place[0]):
        yield clause.act("profile_viewed", about=clause.employer)


def reference_called(clause: Clause, _context: Context) -> Iterator[Act]:
    """ "They rang my referee", "asked my old boss about me"."""
    place = clause.where("rang_referee")
    if place is None or by_me(clause, place[0]) or clause.negated or clause.says("no_referee"):
        return
    if clause.says("referee"):
        yield clause.act("reference_called", about=clause.employer)


# What they say, and how much was sent


def feedback(clause: Clause, context: Context) -> Iterator[Act]:
    """ "Feedback was: too junior", "they said my portfolio is too narrow" with a no."""
    place = clause.where("feedback")
    if place is not None and not clause.says("no_feedback"):
        yield from _feedback_in(clause, place, context)
    elif (because := _because(clause, context)) is not None:
        yield clause.act("feedback", about=clause.employer, text=because)
    elif (reason := clause.where("a_reason")) is not None and _with_a_no(clause, context):
        text = clause.text_of(reason[0]) if clause.says("rejected", "a_no") else clause.text
        yield clause.act("feedback", about=clause.employer, text=text)


def _feedback_in(clause: Clause, place: tuple[int, int], context: Context) -> Iterator[Act]:
    """What they said, behind the word for it; kind words while one waits are only news."""
    behind = [word for word in clause.words[place[1] :] if not _is_name(clause, word)]
    told = clause.text_of(clause.words.index(behind[0])) if behind else _text_behind(clause, context)
    text = told or _text_before(clause, place, context)
    if clause.says("kind_words") and not _with_a_no(clause, context):
        yield clause.act("heard", about=clause.employer, what="news")
    elif text:
        behind_it = context.after(clause) if not behind and told else None
        span = context.span(clause, behind_it) if behind_it is not None else clause.text
        yield replace(clause.act("feedback", about=clause.employer, text=text), span=span)


def _is_name(clause: Clause, word: Word) -> bool:
    return any(name.start <= word.start < name.end for name in clause.names if name.role is Role.EMPLOYER)


def _text_before(clause: Clause, place: tuple[int, int], context: Context) -> str | None:
    """ "My answers were too long, that was the feedback"."""
    that = clause.where("that_was")
    if that is not None and that[0]:
        return clause.text_of(0, that[0])
    before = context.before(clause)
    return before.text if that is not None and before is not None else None


def no_reason(clause: Clause, context: Context) -> Iterator[Act]:
    """ "They gave no feedback", where it was asked what they said."""
    if context.scene.asked == "feedback" and clause.says("without_feedback"):
        yield clause.act("no", asked="feedback")


def _because(clause: Clause, context: Context) -> str | None:
    """ "They said no because I lack experience"."""
    at = next((at for at, word in enumerate(clause.words) if word.text in BECAUSE), None)
    if at is None:
        return None
    before = context.before(clause)
    same = before is not None and before.sentence == clause.sentence
    near = (clause, before) if same and before is not None else (clause,)
    told = any(one.says("rejected", "a_no", "did_not_get_it") for one in near)
    return clause.text_of(at + 1) or None if told else None


BECAUSE = frozenset({"because", "weil"})


def _text_behind(clause: Clause, context: Context) -> str | None:
    behind = context.after(clause)
    return behind.text if behind is not None else None


def _with_a_no(clause: Clause, context: Context) -> bool:
    """Whether a no was told in front of it, or stands already."""
    closed = any(not one.is_open for one in context.scene.employers)
    told = any(one.says("rejected", "a_no", "did_not_get_it") for one in (clause, *in_front(clause, context, NEAR)))
    return told or (closed and by_them(clause, len(clause.words) - 1))


def applications(clause: Clause, context: Context) -> Iterator[Act]:
    """ "Sent six applications this week"."""
    if not clause.says("an_application") or clause.says("no_application"):
        return
    count = number_in(clause, beside="an_application")
    week = clause.where("this_week")
    if week and week[0]:
        count = value(clause.words[week[0] - 1].text, clause.language) or count
    behind = context.after(clause)
    if behind is not None and behind.says("this_week") and behind.sentence == clause.sentence:
        count = number_in(behind) or count
    if count is not None and clause.says("applied", "this_week"):
        yield clause.act("applications", count=count)


def channel_preferred(clause: Clause, _context: Context) -> Iterator[Act]:
    """ "Best to reach them by e-mail", "nur per Mail bitte"."""
    if not clause.says("prefers") or clause.says("no_prefers") or clause.subject is Subject.I:
        return
    channel = next((name for name in ("email", "text", "linkedin", "phone") if clause.says(f"likes_{name}")), None)
    if channel is not None:
        yield clause.act("channel_preferred", about=clause.employer, channel=channel)


RULES: tuple[Rule | Keyed, ...] = (
    on(reposted, "posted_again"),
    on(profile_viewed, "viewed"),
    on(reference_called, "rang_referee"),
    feedback,
    on(no_reason, "without_feedback"),
    on(applications, "an_application"),
    on(channel_preferred, "prefers"),
)
