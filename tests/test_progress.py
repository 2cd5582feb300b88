"""Patterns over many interviews, asked for: always with their numbers, never from fewer than five."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

from storage.facts import Answer, Interview, Known, Note, NoteKind, Opportunity
from tests.conftest import NOON
from tests.in_place import Chat, acme


def life(n: int, **changes: Any) -> Known:
    """Ana, who has had `n` interviews with `n` employers, a week apart, the last one a week ago."""
    opportunities = tuple(Opportunity(id=i, employer=f"Employer {i}") for i in range(1, n + 1))
    interviews = tuple(interview(i, n, **changes) for i in range(1, n + 1))
    return replace(acme(), opportunities=opportunities, interviews=interviews)


def interview(i: int, n: int, **changes: Any) -> Interview:
    start = NOON - timedelta(weeks=n + 1 - i)
    return replace(Interview(id=100 + i, opportunity_id=i, start=start, end=start + timedelta(hours=1)), **changes)


def test_progress_says_kindly_how_many_are_missing() -> None:
    said = Chat(life(3)).say("/progress").said
    assert "2 more" in said
    assert "%" not in said


def test_progress_tells_each_pattern_with_its_numbers() -> None:
    known = life(5, interest_said=Answer.YES, interest_shown=3)
    notes = tuple(
        Note(id=500 + n, opportunity_id=1, kind=NoteKind.UNPREPARED, text=text, at=NOON)
        for n, text in enumerate(("What salary?", "Which pay?"))
    )
    said = Chat(replace(known, notes=notes)).say("my progress").said
    assert "over your 5 interviews" in said
    assert "want it in 5 of 5" in said
    assert "3.0 of 5, over 5 interviews" in said
    assert "money (2)" in said
    assert "0 of 5 led to a next step" in said
    assert "%" not in said
