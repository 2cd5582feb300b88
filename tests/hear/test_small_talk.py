"""Small talk, wishes for quiet, and the practice list: what is said around the matter."""

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.hear.scene import Expected
from tests.hear.heard import hear, names, slots

ZONE = ZoneInfo("Europe/London")


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("lol", "en", "off_topic"),
        ("hahaha", "de", "off_topic"),
        ("🙂🙂", "en", "off_topic"),
        ("😀😀😀😀", "de", "off_topic"),
        ("😭", "en", "worry"),
        ("🎉", "en", "joy"),
        ("how are you doing?", "en", "hello"),
        ("na wie geht's dir", "de", "hello"),
    ],
)
def test_small_talk(text: str, language: str, name: str) -> None:
    assert names(text, "told", language) == {name}


def test_a_laugh_beside_news_is_only_the_news() -> None:
    assert names("haha they rejected me") == {"rejected"}
    assert "off_topic" not in names("they invited me 😀")
    assert "hello" not in names("he asked how are you feeling about the commute")


def test_a_yes_in_front_of_more() -> None:
    assert {"yes", "change_draft"} <= names(
        "yeah go on then but keep it short. the tour stuck with me", draft_shown="thank_you"
    )
    assert "yes" not in names("go on with the story they said", "told")


def test_on_is_a_skip_only_where_something_is_asked() -> None:
    for word in ("weiter", "continue"):
        language = "de" if word == "weiter" else "en"
        assert names(word, "told", language) == {"resume"}
    assert names("weiter", "just_over", "de", expects=Expected.MOOD, asked="mood") == {"skip"}


@pytest.mark.parametrize(
    "text", ["please don't write me about Acme any more", "don't bring up Acme again", "stop asking me about Acme"]
)
def test_quiet_about_one(text: str) -> None:
    assert names(text) == {"mute"}
    assert slots("mute", text) == {"about": "Acme"}


def test_quiet_altogether() -> None:
    assert slots("pause", "I need to take a break for a week") == {"until": date(2026, 12, 14)}
    assert slots("pause", "leave me in peace") == {}
    assert slots("pause", "ich brauch mal ne Pause für zwei Wochen", language="de") == {"until": date(2026, 12, 21)}
    for text in ("they take a break until January", "there is a pause in hiring until March", "I had my lunch break"):
        assert "pause" not in names(text)


def test_reminders_again() -> None:
    for text in ("Acme again please", "remind me about Acme again"):
        assert names(text) == {"unmute"}
    assert "unmute" not in names("I met Acme again today")


@pytest.mark.parametrize(
    ("text", "until"),
    [
        ("come back to this tomorrow evening", datetime(2026, 12, 8, 18, tzinfo=ZONE)),
        ("give me a couple of hours", datetime(2026, 12, 7, 12, tzinfo=ZONE)),
        ("in three hours please", datetime(2026, 12, 7, 13, tzinfo=ZONE)),
        ("remind me at 8 tomorrow", datetime(2026, 12, 8, 8, tzinfo=ZONE)),
    ],
)
def test_later(text: str, until: datetime) -> None:
    assert slots("snooze", text) == {"until": until}


def test_a_bare_time_is_put_off_only_after_a_nudge() -> None:
    for text in ("tomorrow", "in 45 minutes"):
        assert names(text, nudged=True) == {"snooze"}
        assert "snooze" not in names(text)
    assert names("tomorrow I meet Globex for an interview", nudged=True) == {"interview"}
    assert slots("snooze", "not tonight") == {}


@pytest.mark.parametrize(
    ("text", "language", "question"),
    [
        ("add a question: why this team?", "en", "why this team?"),
        ("Please add to my practice list - they rejected you before, why?", "en", "they rejected you before, why?"),
        ("neue Übungsfrage: wo sehen Sie sich in zehn Jahren?", "de", "wo sehen Sie sich in zehn Jahren?"),
    ],
)
def test_a_question_for_the_practice_list(text: str, language: str, question: str) -> None:
    assert names(text, "told", language) == {"practise"}
    assert slots("practise", text, "told", language) == {"do": "add", "text": question}


def test_a_question_of_theirs_is_none_for_the_list() -> None:
    assert "practise" not in names("they added a question: why us?", "told")


def test_news_without_a_word_of_what() -> None:
    assert slots("ask_news", "there is news from Acme") == {"about": "Acme"}
    assert names("ich hab Neuigkeiten", language="de") == {"ask_news"}
    assert "ask_news" not in names("no news from Acme")


def test_no_day_was_named() -> None:
    asked = {"expects": Expected.DAY, "asked": "other_offer"}
    for text, language in (("they didn't say", "en"), ("no date", "en"), ("haben sie nicht gesagt", "de")):
        assert {act.name for act in hear(text, "told", language, **asked).acts} == {"skip"}
    assert names("by the 12th", "told", **asked) == {"day"}


def test_how_long_right_after_when() -> None:
    told: dict[str, Any] = {"expects": Expected.START, "kept_last": ("interview",), "about": "Acme"}
    assert slots("interview", "about 45 minutes", "before", **told) == {"minutes": 45}
    assert slots("interview", "eine Stunde", "before", "de", **told) == {"minutes": 60}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("feedback from Acme: answers too long", "answers too long"),
        ("they said I was too quiet, that was the feedback", "they said I was too quiet"),
    ],
)
def test_feedback_is_what_they_said(text: str, said: str) -> None:
    assert slots("feedback", text, "after_no")["text"] == said
    assert hear(text, "after_no").rest == ()


def test_kind_words_while_one_waits_are_news() -> None:
    assert "feedback" not in names("Priya says the panel feedback is positive")
    assert names("they gave no feedback", "after_no", asked="feedback", expects=Expected.WORDS) == {"no"}
