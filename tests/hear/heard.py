"""What is heard in a text, in a form that is short to write down: for the tests of hearing."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from bot.hear.act import Act, Heard
from bot.hear.listen import listen
from bot.hear.scene import Expected, Scene
from bot.hear.scenes import SCENES

EVERYWHERE = ("waiting", "just_over", "offer", "after_no", "stranger", "before")


def moment(scene: str = "waiting", language: str = "en", **more: Any) -> Scene:
    """A scene by its name, with other values in some of its fields."""
    return replace(SCENES[scene], language=language, **more)


def hear(text: str, /, scene: str = "waiting", language: str = "en", **more: Any) -> Heard:
    """What is heard in a text."""
    return listen(text, moment(scene, language, **more))


def names(text: str, /, scene: str = "waiting", language: str = "en", **more: Any) -> set[str]:
    """The names of the acts that are heard in a text."""
    heard = hear(text, scene, language, **more)
    return {act.name for act in (*heard.acts, *(doubt.without for doubt in heard.doubts if doubt.without))}


def act(name: str, text: str, /, scene: str = "waiting", language: str = "en", **more: Any) -> Act:
    """The one act of that name in a text."""
    found = [one for one in hear(text, scene, language, **more).acts if one.name == name]
    assert len(found) == 1, found
    return found[0]


def slots(name: str, text: str, /, scene: str = "waiting", language: str = "en", **more: Any) -> dict[str, Any]:
    """The slots of the one act of that name."""
    return dict(act(name, text, scene, language, **more).slots)


def answer(expects: Expected, text: str, language: str = "en", scene: str = "just_over", **more: Any) -> set[str]:
    """The names of the acts in an answer to an open question."""
    return names(text, scene, language, expects=expects, **more)


def at(day: int, hour: int, minute: int = 0, month: int = 12) -> datetime:
    """A moment on the wall clock, around the days of the scenes."""
    return datetime(2026, month, day, hour, minute)


def plain(given: dict[str, Any]) -> dict[str, Any]:
    """Slots with moments on the wall clock."""
    return {name: value.replace(tzinfo=None) if isinstance(value, datetime) else value for name, value in given.items()}


def interview(text: str, language: str = "en", scene: str = "stranger") -> dict[str, Any]:
    """The slots of the one talk that a text tells of, on the wall clock."""
    return plain(slots("interview", text, scene, language))
