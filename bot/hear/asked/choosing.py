"""The topic of a question: by the words of the tables, and by what a listener takes it for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta

from bot.hear.asked import topic_in, topics
from bot.hear.clause import Context, Word
from bot.hear.scene import Scene

NONE = "none"
"""What a listener tells of a text that asks about no topic."""
SURE, AGAINST, ALONE = 0.4, 0.7, 0.6
"""So likely a topic is at least that a listener tells: where the tables tell none; where theirs is not even among its
likeliest; and where nothing else shows that the message asks at all.
"""
RECENT = timedelta(days=1)
"""So long ago a talk has ended at most at which somebody may just not have turned up."""
OF_A_NO = frozenset(
    {
        "feedback",
        "answer_a_no",
        "on_file",
        "second_choice",
        "reapply",
        "winner",
        "no_reason",
        "appeal",
        "telling_others",
    }
)
OF_AN_AGENCY = frozenset({"around_agency"})


def topic_of(words: Sequence[Word], context: Context, *, is_open: bool) -> str | None:
    """What is asked about: by the tables, else as a listener takes it, which may also stand against them.

    `is_open`: nothing else in the message tells what is asked, so that a likely topic is better than none.
    """
    heard = _heard(context)
    best, told = _best(heard), topic_in(words, context.language)
    sure = heard.get(best, 0.0) if best != NONE else 0.0
    doubted = told is None or (bool(heard) and told not in heard and told not in OF_A_NO | OF_AN_AGENCY)
    chosen = best if doubted and sure >= (SURE if told is None and is_open else AGAINST) else told
    return chosen if chosen in topics() else None


def surely_asks(context: Context) -> bool:
    """Whether a listener hears a question of a known topic, though nothing shows that it is one."""
    heard = _heard(context)
    best = _best(heard)
    return best != NONE and heard[best] >= ALONE


def _heard(context: Context) -> Mapping[str, float]:
    listened = context.scene.listened
    if listened is None or listened.text != context.text:
        return {}
    return {topic: likely for topic, likely in listened.topics.items() if _fits(topic, context.scene)}


def _best(heard: Mapping[str, float]) -> str:
    return max(heard, key=lambda topic: heard[topic], default=NONE)


def _fits(topic: str, scene: Scene) -> bool:
    """Whether it can be asked about at all, as things stand."""
    if topic in OF_A_NO:
        return any(not one.is_open for one in scene.employers) or not scene.employers
    if topic == "no_show":
        talks = [talk for one in scene.employers for talk in one.talks]
        return not talks or any(talk.end > scene.now - RECENT for talk in talks)
    return topic not in OF_AN_AGENCY or bool(scene.agencies)
