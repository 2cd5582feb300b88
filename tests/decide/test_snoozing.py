"""When to say a nudge again: asked with the times that are still ahead."""

from __future__ import annotations

from datetime import timedelta

from bot.decide.question import pose
from bot.decide.snoozing import SNOOZE_WHEN
from tests.decide import rows
from tests.decide.rows import NOW, keys, ledger, verbs


def test_only_times_that_are_still_ahead_are_offered() -> None:
    made = ledger(rows.nudged(rows.acme()))
    pose(made, SNOOZE_WHEN, 18)
    assert keys(made) == ["ask.snooze_when"]
    assert verbs(made) == ["snooze.tonight", "snooze.tomorrow", "snooze.days"]
    assert (made.person.asking, made.person.asking_about) == ("snooze_when", 18)


def test_tonight_is_not_offered_when_it_is_over() -> None:
    late = ledger(rows.nudged(rows.acme()), now=NOW + timedelta(hours=8, minutes=30))
    pose(late, SNOOZE_WHEN, 18)
    assert verbs(late) == ["snooze.tomorrow", "snooze.days"]
