"""The check-in that is taken up again by the Person."""

from __future__ import annotations

from datetime import timedelta

from bot.decide import check_in
from bot.hear.act import Act
from tests.decide.rows import NOW, done, unthanked


def test_a_check_in_that_was_asked_for_is_noted_as_begun_once() -> None:
    asked = done(unthanked(), check_in.check_in, Act("check_in")).known
    again = done(asked, check_in.check_in, Act("check_in"), now=NOW + timedelta(hours=1)).known

    assert [nudged.name for nudged in asked.nudged] == ["check_in"]
    assert again.nudged == asked.nudged
