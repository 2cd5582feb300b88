"""What is told of the talk itself, while something else is asked: its hour, and how long it took."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.hear.scene import Employer, Expected, Talk
from tests.hear.heard import names, plain, slots
from tests.in_place import Chat, acme

HERE = ZoneInfo("Europe/London")
TALK = Talk(
    start=datetime(2026, 11, 19, 12, tzinfo=HERE), end=datetime(2026, 11, 19, 13, tzinfo=HERE), start_known=False
)
ASKED: dict[str, Any] = {"about": "Kelda", "employers": (Employer(name="Kelda", talks=(TALK,)),)}


@pytest.mark.parametrize("expects", [Expected.WINDOW, Expected.START, Expected.MOOD, Expected.PLACE, Expected.NOTHING])
@pytest.mark.parametrize(
    ("text", "language"),
    [("november 19 at 10:30", "en"), ("at half past ten", "en"), ("am 19. november um 10:30 uhr", "de")],
)
def test_its_hour_is_no_day_by_which_they_answer(text: str, language: str, expects: Expected) -> None:
    told = plain(slots("interview", text, "told", language, expects=expects, **ASKED))
    assert told["start"] == datetime(2026, 11, 19, 10, 30)
    assert "window" not in names(text, "told", language, expects=expects, **ASKED)


@pytest.mark.parametrize(("text", "language"), [("50 minutes", "en"), ("it took 50 min", "en"), ("50 minuten", "de")])
def test_its_length_is_no_day_by_which_they_answer(text: str, language: str) -> None:
    for expects in (Expected.WINDOW, Expected.MOOD, Expected.START):
        assert slots("interview", text, "told", language, expects=expects, **ASKED) == {"minutes": 50}


@pytest.mark.parametrize(
    ("text", "language"),
    [("by friday 5pm", "en"), ("in 50 minutes", "en"), ("bis freitag um 17 uhr", "de"), ("december 19", "en")],
)
def test_a_limit_that_is_ahead_is_theirs(text: str, language: str) -> None:
    assert names(text, "told", language, expects=Expected.WINDOW, **ASKED) == {"window"}


def test_the_time_of_another_employer_answers_nothing() -> None:
    """Asked for the hour at one, the Person tells of a talk at another."""
    chat = Chat(acme()).say("interview with Orrin on Friday").say("interview with Tessel friday at 3pm, like 80 mins")
    names_of = {o.id: o.employer for o in chat.known.opportunities}
    known = {names_of[talk.opportunity_id]: talk for talk in chat.known.interviews}
    assert not known["Orrin"].start_known
    assert known["Tessel"].start_known
    assert (known["Tessel"].end - known["Tessel"].start).seconds == 80 * 60
