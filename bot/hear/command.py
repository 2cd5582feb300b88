"""The command `afterword hear`: the acts that are heard in a text, as JSON.

Quiet: text in, acts out, in the form of the corpus of messages.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime
from functools import partial
from typing import Any

from bot.hear import commands, inventory
from bot.hear.act import Act, Doubt, Heard, Slot
from bot.hear.listen import listen
from bot.hear.listened import Listened
from bot.hear.scene import Scene
from bot.hear.scenes import SCENES
from bot.hear.slots import NOBODY
from bot.json_lines import Record, answered

FIRST_SCENE = "stranger"
Hears = Callable[[str, Scene], Listened | None]
TOLD = frozenset(row.name for row in inventory.ROWS)
"""What people tell and want; what can only be pressed stands apart."""

OF_OURS = {
    "heard": ("thing", "due"),
    "agency": ("about",),
    "ask_draft": ("to", "mention", "until"),
    "invited": ("end", "with", "minutes", "fixed", "approximate"),
    "offer": ("what",),
    "kept": ("day",),
    "snooze": ("when", "what"),
}
"""Slots of these that are told to nobody but us: the corpus of messages leaves them out."""


def nobody(_text: str, _scene: Scene) -> Listened | None:
    """No listener beside the rules."""
    return None


def main(lines: Iterable[str], *, why: bool = False, hears: Hears = nobody) -> Iterator[str]:
    """One answer for each line that is not empty, in its place; a line that cannot be read says why."""
    such_as = '{"id": "h1", "scene": "waiting", "text": "they called"}'
    return answered(lines, partial(_answer, why=why, hears=hears), such_as=such_as)


def one(
    text: str, scene: str = FIRST_SCENE, language: str = "en", *, why: bool = False, hears: Hears = nobody
) -> Record:
    """What is heard in one text. Raises ValueError for a scene that there is not."""
    if scene not in SCENES:
        raise ValueError(f"scene is one of {', '.join(SCENES)}, not {scene!r}")
    return _told(heard_in(text, scene, language, hears), why=why)


def heard_in(text: str, scene: str, language: str, hears: Hears = nobody) -> Heard:
    """What is heard in a text or a command; `hears` is the listener beside the rules."""
    moment = replace(SCENES[scene], language=language)
    if not commands.is_command(text):
        moment = replace(moment, listened=hears(text, moment))
    return commands.acts_of(text, moment) if commands.is_command(text) else listen(text, moment)


def _answer(record: Record, *, why: bool, hears: Hears) -> Record:
    if not isinstance(record.get("text"), str):
        raise ValueError("missing or not a text: text")
    scene, language = record.get("scene") or FIRST_SCENE, record.get("lang") or "en"
    if not isinstance(scene, str) or language not in ("en", "de"):
        raise ValueError(f"scene is one of {', '.join(SCENES)}; lang is en or de")
    return one(record["text"], scene, language, why=why, hears=hears)


def told(heard: Heard, *, why: bool = False) -> list[Record]:
    """The acts of a message that people tell or want, in the form of the corpus."""
    return [_act(act, why=why) for act in _kept(heard) if act.name in TOLD]


def _kept(heard: Heard) -> list[Act]:
    return [*heard.acts, *(doubt.without for doubt in heard.doubts if doubt.without is not None)]


def _told(heard: Heard, *, why: bool) -> Record:
    house = [_act(act, why=why) for act in _kept(heard) if act.name not in TOLD]
    answer: Record = {"acts": told(heard, why=why), "asked": bool(heard.doubts or heard.likely)}
    if house:
        answer["house"] = house
    return {**answer, **_why(heard)} if why else answer


def _why(heard: Heard) -> Record:
    """What else the listener made of it."""
    return {
        "doubts": [_doubt(doubt) for doubt in heard.doubts],
        "rest": list(heard.rest),
        "language": heard.foreign or heard.in_language,
    }


def _doubt(doubt: Doubt) -> list[Record]:
    return [_act(reading, why=True) for reading in doubt.readings]


def _act(act: Act, *, why: bool) -> Record:
    ours = () if why else OF_OURS.get(act.name, ())
    told: Record = {"act": act.name}
    told |= {
        name: _value(value) for name, value in act.slots.items() if name not in ours and not _says_twice(act, name)
    }
    if why:
        told["why"] = {"span": act.span, "sure": act.sure, "by": str(act.by)}
    return told


def _says_twice(act: Act, name: str) -> bool:
    """Whether a window of one day has its day already: it is written by its end, as in the corpus of messages."""
    return name == "earliest" and act.slots["earliest"] == act.slots.get("latest")


def _value(value: Slot) -> Any:
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%dT%H:%M")
    if isinstance(value, date):
        return value.isoformat()
    return [one for one in value if one != NOBODY] if isinstance(value, tuple) else value
