"""Random lives of three months: few messages a day, none at night, none that contradicts the last news."""

from __future__ import annotations

from datetime import UTC

import pytest

from scheduler.nudges import Plan, zone_of
from tests.lives import Life, faults, lived

SEEDS = range(6)
"""A few in every run; `make lives` lives hundreds."""


@pytest.mark.parametrize("seed", SEEDS)
def test_in_a_life_told_in_words_nothing_wrong_is_said_unasked(seed: int) -> None:
    assert lived(seed).faults == []


@pytest.fixture(scope="module")
def life() -> Life:
    """Somebody whose clock is known, at a moment at which something was said to them."""
    one = next(one for one in map(lived, SEEDS) if one.said and one.somebody.known and is_placed(one))
    one.somebody.now = one.said[-1][0]
    return one


def is_placed(life: Life) -> bool:
    known = life.somebody.known
    return known is not None and known.person.zone_confirmed and bool(life.news)


def found(life: Life, name: str) -> str:
    """What is wrong with saying that about somebody who has just said no."""
    assert life.somebody.known is not None
    employer = next(one for one in life.somebody.known.opportunities if one.employer in life.news)
    life.news[employer.employer] = "no"
    plan = Plan(name=name, once=f"{name}:1", opportunity_id=employer.id, subject=0, at=life.somebody.now)
    return "; ".join(faults(life, plan))


def test_what_contradicts_the_last_news_is_found(life: Life) -> None:
    assert "the last news" in found(life, "follow_up")
    assert "the last news" not in found(life, "rejection_thanks")


def test_a_message_too_many_is_found(life: Life) -> None:
    said = life.said[-1]
    life.said.extend([said] * 3)
    assert "of the day" in found(life, "rejection_thanks")
    del life.said[-3:]


@pytest.mark.parametrize(("hour", "is_night"), [(3, True), (7, True), (8, False), (20, False), (21, True)])
def test_the_night_is_found(life: Life, hour: int, is_night: bool) -> None:
    assert life.somebody.known is not None
    zone = zone_of(life.somebody.known.person)
    before = life.somebody.now
    life.somebody.now = before.astimezone(zone).replace(hour=hour, minute=30 if hour < 8 else 0).astimezone(UTC)
    assert ("it is " in found(life, "rejection_thanks")) is is_night
    life.somebody.now = before
