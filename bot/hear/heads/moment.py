"""The moment in which a text was typed, in the one word by which the heads know it."""

from __future__ import annotations

from datetime import timedelta

from bot.hear.scene import Employer, Expected, Scene

JUST = timedelta(hours=12)
LATELY = timedelta(days=3)
LONG = timedelta(days=14)


def moment_of(scene: Scene) -> str:
    """One of the words with which the heads were trained."""
    if not scene.employers:
        return "first"
    if any(one.offered for one in scene.employers):
        return "offer"
    running = [one for one in scene.employers if one.is_open]
    if not running:
        return "rejected"
    return "two" if len(running) > 1 else _of_one(running[0], scene)


def _of_one(employer: Employer, scene: Scene) -> str:
    over = [talk.end for talk in employer.talks if talk.is_over(scene.now)]
    if not over or len(over) < len(employer.talks):
        return "before"
    since = scene.now - max(over)
    if scene.expects is Expected.MOOD or since < JUST:
        return "after"
    answer_by = employer.answer_by
    if since > LONG or (answer_by is not None and answer_by < scene.now.date()):
        return "late"
    return "told" if since < LATELY else "waiting"
