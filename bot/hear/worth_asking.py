"""Which messages a language model is asked about: those that tell something, in the Person's own words."""

from __future__ import annotations

from bot.hear.act import By, Heard
from bot.hear.listen import listen
from bot.hear.scene import Expected, Scene

SMALL = frozenset({"hello", "bye", "thanks", "yes", "no", "skip"})
"""Whoever says no more than this is understood."""
NEVER = frozenset({"danger", "letter", "check_text"})
"""Somebody speaks of dying, which is answered at once and shown to nobody; or most of the text is another's."""


def is_worth_asking(text: str, scene: Scene) -> bool:
    """Whether another listener may hear more in it than the rules do: it is no bare answer, and no mere greeting."""
    if scene.expects is Expected.VERBATIM:
        return False
    heard = listen(text, scene)
    names = {act.name for act in heard.acts}
    return not (names & NEVER or heard.foreign or _is_bare(heard) or _is_small(heard, names))


def _is_bare(heard: Heard) -> bool:
    """Whether it is the answer to the open question and nothing else."""
    return bool(heard.acts) and not heard.doubts and all(act.by is By.BARE for act in heard.acts)


def _is_small(heard: Heard, names: set[str]) -> bool:
    return bool(names) and names <= SMALL and not heard.doubts and not heard.rest
