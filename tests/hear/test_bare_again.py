"""What was kept last is put right in a few words, whatever is asked now."""

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.hear.scene import Expected
from tests.hear.heard import names, slots

ZONE = ZoneInfo("Europe/London")
ASKED: dict[str, Any] = {"expects": Expected.YES_NO, "asked": "said"}


@pytest.mark.parametrize(
    ("text", "language", "latest"),
    [
        ("sorry not friday, thursday", "en", date(2026, 12, 3)),
        ("no, by Monday", "en", date(2026, 12, 7)),
        ("wait i meant tuesday", "en", date(2026, 12, 8)),
        ("nein, mittwoch in zwei wochen", "de", date(2026, 12, 16)),
        ("Montag statt Freitag", "de", date(2026, 12, 7)),
        ("nein warte, feiertag, sie hat mittwoch gsagt", "de", date(2026, 12, 9)),
    ],
)
def test_another_day_for_the_answer(text: str, language: str, latest: date) -> None:
    assert names(text, "told", language, kept_last=("window",), **ASKED) == {"correct", "window"}
    assert slots("window", text, "told", language, kept_last=("window",), **ASKED)["latest"] == latest


def test_another_time_of_the_talk() -> None:
    before: dict[str, Any] = {"kept_last": ("interview",), "about": "Acme"}
    assert slots("interview", "no, 4pm", "before", **before, **ASKED) == {
        "start": datetime(2026, 12, 1, 16, tzinfo=ZONE)
    }
    assert slots("interview", "sorry its the 15th not the 14th", "before", **before, **ASKED) == {
        "day": date(2026, 12, 15)
    }


@pytest.mark.parametrize("text", ["not Kelly, Sanjay", "it was Sanjay, not Kelly", "no, Sanjay"])
def test_another_name(text: str) -> None:
    for kept in ("met", "agency"):
        assert names(text, "told", kept_last=(kept,), **ASKED) == {"correct", "met"}
        assert slots("met", text, "told", kept_last=(kept,), **ASKED) == {"names": ("Sanjay",)}


@pytest.mark.parametrize("text", ["no", "no, not yet", "no thanks", "no, not really", "nope, nothing"])
def test_a_no_is_the_answer(text: str) -> None:
    told = names(text, "told", kept_last=("window", "met"), **ASKED)
    assert "no" in told
    assert not told & {"correct", "window", "met"}


def test_a_time_is_the_answer_where_one_is_asked_for() -> None:
    asked: dict[str, Any] = {"expects": Expected.START, "asked": "start", "about": "Acme", "kept_last": ("window",)}
    assert names("no, Monday at 3pm", "told", **asked) == {"interview"}


def test_nothing_is_put_right_where_nothing_was_kept_or_another_is_named() -> None:
    assert "window" not in names("no, by Monday", "told", **ASKED)
    told = slots("interview", "interview with Globex on the 15th, not the 14th", "before", kept_last=("interview",))
    assert told["about"] == "Globex"


def test_a_bare_limit_after_a_talk_is_by_when_they_answer() -> None:
    told: dict[str, Any] = {"expects": Expected.START, "kept_last": ("interview",), "about": "Acme"}
    assert slots("window", "by Friday", "told", **told) == {"latest": date(2026, 12, 4)}
    assert slots("window", "in zwei Wochen", "told", "de", **told)["latest"] == date(2026, 12, 16)
    assert slots("interview", "tomorrow at 5", "before", **told)["start"] == datetime(2026, 12, 1, 17, tzinfo=ZONE)
    assert names("no, tomorrow at 5", "told", **told) == {"correct", "interview"}


def test_a_weekday_in_so_many_weeks() -> None:
    told: dict[str, Any] = {"kept_last": ("window",), "expects": Expected.WINDOW}
    assert slots("window", "Mittwoch in zwei Wochen", "just_over", "de", **told)["latest"] == date(2026, 12, 16)
    assert "window" not in names("Monday in two weeks", "overdue", **told)
