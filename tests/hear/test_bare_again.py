"""What was kept last is put right in a few words, whatever is asked now."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.hear.scene import Expected
from bot.hear.scenes import SCENES
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


OFFERED = replace(SCENES["offer"].employers[1], decide_by=date(2026, 12, 18))
OFFER: dict[str, Any] = {"employers": (SCENES["offer"].employers[0], OFFERED), "about": "Acme"}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("no wait, checked the email, its thursday noon not friday", "en"),
        ("its thursday noon not friday. can you write something to Tom about it", "en"),
        ("thats wrong, globex need it by THURSDAY 17th noon", "en"),
        ("nein, donnerstag, nicht freitag", "de"),
    ],
)
def test_another_day_for_the_offer_whoever_is_spoken_of(text: str, language: str) -> None:
    offer = slots("offer", text, "offer", language, **OFFER)
    assert offer == {"about": "Globex", "deadline": date(2026, 12, 17)}
    assert "correct" in names(text, "offer", language, **OFFER)


@pytest.mark.parametrize("text", ["no, thursday", "thats wrong, THURSDAY 17th noon"])
def test_another_day_after_a_draft_that_names_the_day_of_the_offer(text: str) -> None:
    assert slots("offer", text, "offer", draft_shown="deadline", **OFFER) == {
        "about": "Globex",
        "deadline": date(2026, 12, 17),
    }
    assert "offer" not in names(text, "offer", **OFFER)


def test_the_day_that_was_told_last_is_the_one_that_is_denied() -> None:
    both = replace(OFFERED, answer_by=date(2026, 12, 18))
    said: dict[str, Any] = {"employers": (both,), "about": "Globex"}
    assert "offer" in names("its thursday, not friday", "offer", kept_last=("window", "offer"), **said)
    assert "window" in names("its thursday, not friday", "offer", kept_last=("offer", "window"), **said)


def test_a_day_of_a_longer_message_puts_the_talk_right() -> None:
    text = "schreib mir bitte eine Dankesmail an Tom. ach und das gespräch war schon am montag, nicht gestern, bin wirr"
    assert names(text, "told", "de") >= {"ask_draft", "correct", "interview"}
    assert slots("interview", text, "told", "de")["day"] == date(2026, 11, 30)
