"""/progress: what repeats over the Person's interviews, with its numbers; too few interviews make no pattern."""

from __future__ import annotations

from collections.abc import Iterator

from bot.coaching.patterns import Patterns, missing, patterns
from bot.dialogue import answers
from bot.dialogue.talk import Talk
from bot.words import Html


def show(talk: Talk, _rest: str) -> None:
    """Everything that can be said by now."""
    found = patterns(talk.known, talk.now, answers.of(talk.person.language))
    if found is None:
        talk.say("progress.too_few", n=missing(talk.known, talk.now))
        return
    lines = talk.join(_lines(talk, found))
    talk.say("progress.all", n=found.interviews, lines=lines)


def _lines(talk: Talk, found: Patterns) -> Iterator[Html]:
    counts = {"went_on": found.went_on, "said": found.said, "thanked": found.thanked, "too_long": found.too_long}
    for name, count in counts.items():
        if count is not None:
            yield talk.words(f"progress.{name}", used=count.n, allowed=count.of)
    if found.shown is not None:
        average, n = found.shown
        yield talk.words("progress.shown", n=n, what=f"{average:.1f}")
    if found.topics:
        names = ", ".join(f"{talk.words(f'topic.{name}')} ({n})" for name, n in found.topics)
        yield talk.words("progress.topics", names=Html(names))
    for kept in found.kept:
        yield talk.words("progress.kept", employer=kept.employer, used=kept.kept, allowed=kept.kept + kept.broken)
