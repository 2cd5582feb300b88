"""The applications of a week: a bare number is the answer, and it may be passed over."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.hear.act import Act
from tests.decide.rows import NOW, acme, bare, press
from tests.decide.turns import Turns


def asked() -> Turns:
    known = acme()
    return Turns(replace(known, person=replace(known.person, asking="applications", asking_about=0, heard_at=NOW)))


@pytest.mark.parametrize(
    ("answer", "count"),
    [(bare("applications", count=4), 4), (bare("no"), 0), (press("apps.3", "applications", 0, count=3), 3)],
)
def test_a_number_is_kept(answer: Act, count: int) -> None:
    turns = asked().hear(answer)
    assert [week.applications for week in turns.known.weeks] == [count]
    assert turns.asked != "applications"


@pytest.mark.parametrize("passed", [bare("skip"), bare("enough")])
def test_it_may_be_passed_over(passed: Act) -> None:
    turns = asked().hear(passed)
    assert (turns.known.weeks, turns.keys[0]) == ((), "applications.skipped")


def test_news_is_no_number() -> None:
    assert asked().hear(Act("felt", {"mood": "great"})).known.weeks == ()
