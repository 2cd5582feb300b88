"""A long history costs little and changes nothing: what is over and done with is passed over, not looked through."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from benchmarks.history import NOW, TEXTS, history
from bot.respond import respond
from bot.turn import Incoming, Kind
from scheduler import nudges
from scheduler.nudges import restraint
from scheduler.nudges.saying import again_once
from storage import grouping
from storage.facts import Known, Note, NoteKind
from storage.grouping import about, noted_of, numbered

MANY = 40


def calls_in(work: Callable[[], Any]) -> int:
    """How many functions of Python's are called in it."""
    count = 0

    def note(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event == "call"

    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


def says(text: str, known: Known) -> None:
    incoming = Incoming(kind=Kind.TEXT, person_id=1, chat_id=1, name="Ana", text=text)
    respond(incoming, known, NOW)


@pytest.mark.parametrize("text", TEXTS)
def test_a_message_costs_a_few_steps_more_for_each_interview_behind_somebody(text: str) -> None:
    costs = []
    for interviews in (200, 800):
        known = history(1, interviews, closed=True)
        says(text, known)  # what is made of the facts is remembered as long as they are the same
        costs.append(calls_in(lambda known=known: says(text, known)))  # type: ignore[misc]

    assert costs[1] - costs[0] < 30 * 600, costs  # steps of loops are counted, too


def test_the_next_wake_up_costs_hardly_more_after_eight_hundred_interviews_than_after_two_hundred() -> None:
    costs = [calls_in(lambda n=n: nudges.next_wake(history(1, n, closed=True), NOW)) for n in (200, 800)]  # type: ignore[misc]
    made = [calls_in(lambda n=n: history(1, n, closed=True)) for n in (200, 800)]  # type: ignore[misc]

    assert costs[1] - made[1] < 1.5 * (costs[0] - made[0])


def with_some_put_off(known: Known) -> Known:
    """One nudge that was put off long ago and said again, and one that is still awaited."""
    first, second, *rest = known.nudged
    again = replace(first, again_at=first.at + timedelta(days=1))
    said = replace(
        again, id=known.person.serial + 1, once=again_once(again), at=first.at + timedelta(days=1), again_at=None
    )
    return replace(known, nudged=(again, replace(second, again_at=NOW + timedelta(days=8)), *rest, said))


@pytest.mark.parametrize("closed", [True, False])
@pytest.mark.parametrize("later", [timedelta(0), timedelta(hours=7), timedelta(days=9)])
def test_what_is_said_and_when_is_the_same_as_if_all_were_looked_through(
    monkeypatch: pytest.MonkeyPatch, closed: bool, later: timedelta
) -> None:
    known, now = with_some_put_off(history(1, MANY if closed else 13, closed=closed)), NOW + later
    told = nudges.next_wake(known, now), nudges.due(known, now), nudges.coming(known, now)
    for place in (restraint, grouping):
        monkeypatch.setattr(place, "FEW", 10**6)

    assert (nudges.next_wake(known, now), nudges.due(known, now), nudges.coming(known, now)) == told


@pytest.mark.parametrize("count", [3, MANY])
def test_rows_are_found_by_what_they_hang_on(count: int) -> None:
    notes = tuple(
        Note(id=at, opportunity_id=at % 3, interview_id=at % 5, kind=NoteKind.DETAIL, text="", at=NOW)
        for at in range(count)
    )

    assert about(notes, 2) == tuple(note for note in notes if note.opportunity_id == 2)
    assert noted_of(notes, 4) == tuple(note for note in notes if note.interview_id == 4)
    assert numbered(notes, count - 1) is notes[-1]
    assert numbered(notes, count) is None
    assert about((*notes, notes[2]), 2)[-1] is notes[2]
