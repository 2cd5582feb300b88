"""The topic of a question: by the words of the tables, and by what a listener takes it for."""

from __future__ import annotations

from collections.abc import Sequence

from bot.hear.asked import topic_in, topics
from bot.hear.clause import Context, Word
from bot.hear.scene import Scene

NONE = "none"
"""What a listener tells of a text that asks about no topic."""
SURE, SURER = 0.4, 0.95
"""So likely a topic is at least that a listener tells where the tables tell none, and where it tells against them."""
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


def topic_of(words: Sequence[Word], context: Context) -> str | None:
    """What is asked about: what a listener is sure of, else what the tables tell, else what a listener takes it for."""
    listened = context.scene.listened
    heard = listened.topics if listened is not None and listened.text == context.text else {}
    heard = {topic: likely for topic, likely in heard.items() if _fits(topic, context.scene)}
    best = max(heard, key=lambda topic: heard[topic], default=NONE)
    sure = heard.get(best, 0.0)
    if sure < SURER or best == NONE:
        told = topic_in(words, context.language)
        best = told if told is not None else best if sure >= SURE else NONE
    return best if best in topics() else None


def _fits(topic: str, scene: Scene) -> bool:
    """Whether it can be asked about at all, as things stand."""
    if topic in OF_A_NO:
        return any(not one.is_open for one in scene.employers) or not scene.employers
    return topic not in OF_AN_AGENCY or bool(scene.agencies)
