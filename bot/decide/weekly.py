"""Once a week: how many applications went out (advice 50). A bare number is the answer; it may be passed over."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from bot.decide.meant import mark
from bot.decide.question import Question
from bot.hear.act import Act
from bot.hear.scene import Expected
from bot.learn.ledger import Ledger

SKIPPED = "applications_skipped"


def applications_skipped(ledger: Ledger, act: Act) -> None:
    """Not counted this week."""
    mark(ledger, act)
    ledger.answer("applications.skipped")


def _means(_ledger: Ledger, act: Act) -> Act | None:
    if act.name == "no":
        return replace(act, name="applications", slots={"count": 0})
    return replace(act, name=SKIPPED, slots={}) if act.name in ("skip", "enough") else None


QUESTION = Question(
    name="applications",
    expects=Expected.NUMBER,
    means=_means,
    answered_by=frozenset({"applications", SKIPPED}),
    presses=(("apps.0", "apps.1", "apps.3", "apps.5"),),
)
QUESTIONS: tuple[Question, ...] = (QUESTION,)
ACTS: dict[str, Callable[[Ledger, Act], None]] = {SKIPPED: applications_skipped}
