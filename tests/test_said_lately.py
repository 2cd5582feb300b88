"""What was told before a message, as far as a question may mean it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot import said_lately
from bot.hear.heads.engine import heard_in
from bot.hear.scenes import SCENES
from bot.said_lately import SaidLately

NOW = datetime(2026, 12, 1, 12, tzinfo=UTC)
MOVED = "Today they moved my first day by a week."


def test_what_was_told_stands_before_the_next_messages() -> None:
    said = SaidLately()
    assert said.before(1, 1, MOVED, NOW) == ""
    assert said.before(1, 2, "Do I have to answer that?", NOW) == MOVED
    assert said.before(1, 3, "They also asked for my papers again.", NOW) == MOVED
    assert said.before(1, 4, "and now?", NOW) == f"{MOVED} They also asked for my papers again."


def test_an_update_that_is_tried_again_has_the_same_before_it() -> None:
    said = SaidLately()
    said.before(1, 1, MOVED, NOW)
    assert {said.before(1, 2, "They also asked for my papers again.", NOW) for _ in range(3)} == {MOVED}


def test_another_talk_and_another_person_have_nothing_before_them() -> None:
    said = SaidLately()
    said.before(1, 1, MOVED, NOW)
    assert said.before(2, 2, "Do I have to answer that?", NOW) == ""
    assert said.before(1, 3, "Do I have to answer that?", NOW + timedelta(hours=2)) == ""


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Should I write? They called me on Monday. ok thanks", "They called me on Monday."),
        ("so they rang me this morning\nwhat now?", "so they rang me this morning"),
        (f"{'long ' * 50}ago. {'word ' * 30}at last.", f"{'word ' * 30}at last."),
        ("x " * 400, ("x " * 400).strip()[-said_lately.LONGEST :]),
    ],
)
def test_only_what_is_told_is_kept_and_its_end(text: str, told: str) -> None:
    assert said_lately.told_in(text) == told


def test_only_those_who_have_typed_last_are_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(said_lately, "MOST_PEOPLE", 2)
    said = SaidLately()
    for person in (1, 2, 3):
        said.before(person, person, MOVED, NOW)
    assert [said.before(person, 9, "and now?", NOW) for person in (3, 1)] == [MOVED, ""]


@pytest.mark.parametrize(
    ("before", "question", "topic"),
    [
        (
            "I typed up a thank-you email that day and only now realised it never went out.",
            "Is it too late?",
            "late_thank_you",
        ),
        ("The director said I have the job, but they are in a hiring freeze.", "do I wait for it?", "on_hold"),
        (
            "Ich habe mündlich zugesagt, und jetzt will mich die Klinik auch.",
            "kann ich da noch raus?",
            "yes_then_other",
        ),
    ],
)
def test_a_question_is_about_what_was_told_before_it(before: str, question: str, topic: str) -> None:
    heard = heard_in(question, SCENES["waiting"], before)
    assert heard is not None
    assert next(iter(heard.topics)) == topic
    alone = heard_in(question, SCENES["waiting"])
    assert alone is not None
    assert next(iter(alone.topics)) != topic
