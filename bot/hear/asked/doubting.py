"""Whether it is in doubt what a question is about, and what else it may be about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bot.hear.act import Act, Heard
from bot.hear.asked import topic_in
from bot.hear.asked.choosing import NONE, likelihoods
from bot.hear.clause import Context

CLEAR, CLEAR_IN_TABLES = 0.7, 0.2
"""From this likelihood on a topic is told without doubt: of questions that were kept back it is right in 87 of 100, and
in 39 of 100 below; one that the tables tell as well in 92 of 100, and in 22 of 100 below.
"""
FAINTEST = 0.08
"""How likely another topic has to be, that it is worth a button."""
MOST, MOST_IN_GENERAL = 2, 3
"""Others to choose from: beside an answer, and where there is only the general one."""
GENERAL = "other"
OPEN = {"ask_advice": GENERAL, "ask_meaning": "signs"}
"""Acts that ask something, and the topic of their answer where they have none of their own."""


def with_others(heard: Heard, context: Context) -> Heard:
    """The same, with what the one question in it may be about instead."""
    asked = tuple(_asked(heard.asking or heard.acts))
    return replace(heard, nearly=_others(asked[0], context)) if len(asked) == 1 else heard


def _asked(acts: tuple[Act, ...]) -> Iterator[str]:
    """What each question in a message is about."""
    for act in acts:
        if act.name == "question" or act.name in OPEN:
            yield str(act.get("topic") or OPEN[act.name])


def _others(topic: str, context: Context) -> tuple[str, ...]:
    likely = likelihoods(context)
    words = [word for clause in context.clauses for word in clause.words]
    clear = CLEAR_IN_TABLES if topic_in(words, context.language) == topic else CLEAR
    if likely.get(topic, 0.0) >= clear:
        return ()
    others = (one for one, share in likely.items() if share >= FAINTEST and one not in (topic, NONE, GENERAL))
    return tuple(others)[: MOST_IN_GENERAL if topic == GENERAL else MOST]
