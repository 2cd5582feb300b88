"""Later: which nudge comes again, when, and what is asked when no moment was named."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.decide.snoozing import SNOOZE_WHEN, snooze
from bot.hear.act import Act
from bot.learn.ledger import Stale
from storage.facts import Known, Nudged
from tests.decide import rows
from tests.decide.rows import NOW, bare, done, keys, press, verbs


def again_at(known: Known) -> datetime | None:
    return known.nudged[-1].again_at


@pytest.mark.parametrize(
    ("verb", "when", "at"),
    [
        ("snooze.tonight", "tonight", datetime(2026, 12, 2, 20, tzinfo=UTC)),
        ("snooze.tomorrow", "tomorrow", datetime(2026, 12, 3, 9, tzinfo=UTC)),
        ("snooze.days", "in two days", datetime(2026, 12, 4, 9, tzinfo=UTC)),
    ],
)
def test_each_button_has_its_moment(verb: str, when: str, at: datetime) -> None:
    made = done(rows.nudged(rows.acme()), snooze, press(verb, "snooze", 18, when=when))
    assert again_at(made.known) == at
    assert (keys(made), made.reply.mark) == (["snoozed"], verb)


def test_later_asks_when_with_the_times_that_are_still_ahead() -> None:
    made = done(rows.nudged(rows.acme()), snooze, press("snooze", "snooze", 18))
    assert keys(made) == ["ask.snooze_when"]
    assert verbs(made) == ["snooze.tonight", "snooze.tomorrow", "snooze.days"]
    assert (made.person.asking, made.person.asking_about) == ("snooze_when", 18)
    late = done(
        rows.nudged(rows.acme()), snooze, press("snooze", "snooze", 18), now=NOW + timedelta(hours=8, minutes=30)
    )
    assert verbs(late) == ["snooze.tomorrow", "snooze.days"]


def test_a_typed_moment_is_about_the_nudge_that_was_said_last() -> None:
    until = datetime(2026, 12, 3, 18, tzinfo=UTC)
    assert again_at(done(rows.nudged(rows.acme()), snooze, Act("snooze", {"until": until})).known) == until
    answered = replace(bare("snooze", until=until), row=18)
    assert again_at(done(rows.nudged(rows.acme()), snooze, answered).known) == until


def test_a_moment_in_the_night_becomes_the_morning() -> None:
    until = datetime(2026, 12, 2, 23, tzinfo=UTC)
    made = done(rows.nudged(rows.acme()), snooze, Act("snooze", {"until": until}))
    assert again_at(made.known) == datetime(2026, 12, 3, 8, tzinfo=UTC)


def test_a_moment_that_has_passed_is_asked_for_again() -> None:
    made = done(rows.nudged(rows.acme()), snooze, Act("snooze", {"until": NOW - timedelta(hours=1)}))
    assert keys(made) == ["ask.snooze_when"]


def test_of_two_nudges_the_one_about_the_employer_that_is_named_comes_again() -> None:
    known = rows.nudged(rows.two())
    newer = Nudged(id=19, once="hold:11", name="hold", opportunity_id=11, at=NOW - timedelta(minutes=5))
    made = rows.ledger(replace(known, nudged=(*known.nudged, newer)))
    made.meant = 1
    snooze(made, Act("snooze", {"until": NOW + timedelta(hours=6)}))
    assert [nudged.again_at is not None for nudged in made.known.nudged] == [True, False]


def test_without_a_nudge_there_is_nothing_to_say_again() -> None:
    assert keys(done(rows.acme(), snooze, Act("snooze"))) == ["snooze.nothing"]
    with pytest.raises(Stale):
        done(rows.acme(), snooze, press("snooze", "snooze", 18))


def test_a_nudge_about_something_closed_is_finished() -> None:
    known = rows.nudged(rows.acme())
    closed = replace(known, opportunities=(replace(known.opportunities[0], closed_at=NOW),))
    with pytest.raises(Stale):
        done(closed, snooze, press("snooze", "snooze", 18))
    assert SNOOZE_WHEN.answered_by == {"snooze"}
