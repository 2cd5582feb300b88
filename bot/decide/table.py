"""The acts that ask for something, or that are pressed: what each is answered; and the order in which acts count."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from bot.decide import (
    about_me,
    afterwards,
    asking,
    because,
    bright_side,
    calendars,
    chat,
    check_in,
    commands,
    danger,
    debrief,
    drafting,
    feelings,
    greeting,
    may_i,
    missing,
    news,
    nudged,
    offers,
    open_points,
    own_words,
    practice,
    progress,
    promises,
    settings,
    taking_back,
    times,
    unplaced,
    unsent,
    weekly,
    zone,
)
from bot.hear.act import Act, By
from bot.learn import table as learned
from bot.learn.ledger import Ledger

TABLE: dict[str, Callable[[Ledger, Act], None]] = {
    **about_me.ACTS,
    **afterwards.ACTS,
    **asking.ACTS,
    **because.ACTS,
    **bright_side.ACTS,
    **calendars.ACTS,
    **chat.ACTS,
    **check_in.ACTS,
    **commands.ACTS,
    **danger.ACTS,
    **debrief.ACTS,
    **drafting.ACTS,
    **feelings.ACTS,
    **greeting.ACTS,
    **may_i.ACTS,
    **missing.ACTS,
    **news.ACTS,
    **nudged.ACTS,
    **offers.ACTS,
    **open_points.ACTS,
    **own_words.ACTS,
    **practice.ACTS,
    **progress.ACTS,
    **promises.ACTS,
    **settings.ACTS,
    **taking_back.ACTS,
    **times.ACTS,
    **unplaced.ACTS,
    **unsent.ACTS,
    **weekly.ACTS,
}
FIRST = (
    *("danger", "start", "language", "place", "undo", "correct", "denied", "belongs"),
    *("which", "reading", "agency", "interview"),
)
"""What has to be known before the rest of a message can be placed."""
SPOKEN_FOR = frozenset(
    {"worry", "anger", "danger", "insult", "bye", "off_topic", "unclear", "help", "cancel", "sealed"}
)
"""After these nothing more is asked: a form is no answer to a feeling."""
FEELINGS = frozenset({"worry", "anger"})
HELP = frozenset({"question", "ask_advice", "ask_meaning", "ask_may_write", "ask_draft", "change_draft", "check_text"})
"""Whoever asks for help gets it, and so does a feeling; besides, only what is needed to place what they told is asked,
and once where they live, before which nothing can be said unasked."""
ASKED_ALONE = frozenset(
    {
        *("ask_status", "ask_next", "ask_progress", "export", "forget", "wrong", "snooze", "edit", "show_draft"),
        *("ask_news", "ask_wrote", "something_else", "guess", "own_sentence", "check_own", "why"),
        *("check_text", "park", "keep_own", "throw_away"),
        *("mute", "pause", "resume", "quiet_hours", "ask_how_it_works", "settings", "privacy", "listening", "helping"),
        *("most_a_day", "linkedin_tips", "pictures", "show_wait", "share_progress"),
    }
)
"""Whoever only wants this gets this, and menus and questions of its own."""


def in_order(acts: Iterable[Act]) -> tuple[Act, ...]:
    """What has to be known first, then the other facts, then what is asked and felt."""
    return tuple(sorted(acts, key=_rank))


def _rank(act: Act) -> int:
    if act.name in FIRST:
        return FIRST.index(act.name)
    return len(FIRST) + (act.name not in learned.TABLE)


def may_go_on(ledger: Ledger, acts: tuple[Act, ...], *, waits: bool) -> bool:
    """Whether a question may follow: something was kept, answered or begun, and nobody asks for something else."""
    names = {act.name for act in acts}
    if ledger.reply.question is not None or names & SPOKEN_FOR - FEELINGS or not (names or waits):
        return False
    if names & (HELP | FEELINGS):
        is_only_felt = not names & HELP and ledger.person.journal is None
        return open_points.is_left(ledger) or (zone.is_needed(ledger.known) and not is_only_felt)
    if waits or names <= {"start", "hello", "check_in", "debrief", "language", "place", "yes", "no", "skip"}:
        return True
    answered = any(act.by in (By.BUTTON, By.BARE) for act in acts)
    return (ledger.person.journal is not None or answered) and not names <= ASKED_ALONE
