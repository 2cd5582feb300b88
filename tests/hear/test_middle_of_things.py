"""What is said in the middle of things: who did it, what is asked back, what is taken back in the same breath."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from tests.hear.heard import act, names, slots

LONDON = ZoneInfo("Europe/London")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("the recruiter ghosted me then emailed today", "en"),
        ("Tom ignored my first mail but texted today", "en"),
        ("they went quiet for a week and then rang me this morning", "en"),
        ("Priya hat sich lange nicht gemeldet und dann heute geschrieben", "de"),
    ],
)
def test_who_is_told_of_first_does_what_stands_behind_then_and_but(text: str, language: str) -> None:
    assert "sent" not in names(text, "waiting", language)


@pytest.mark.parametrize("text", ["they said friday but emailed them anyway", "they were slow so I chased by email"])
def test_what_goes_to_them_is_still_of_the_person(text: str) -> None:
    assert "sent" in names(text, "waiting")


@pytest.mark.parametrize(
    "text",
    [
        "I accidentally called the interviewer mum",
        "I called the head teacher sir",
        "I had an interview at a builders merchants called Cobley & Sons",
    ],
)
def test_a_name_that_is_given_is_no_call(text: str) -> None:
    assert "sent" not in names(text, "stranger")


def test_somebody_who_is_rung_is_called() -> None:
    assert act("sent", "I called the manager to say thanks").get("what") == "thank_you"


@pytest.mark.parametrize(
    ("text", "scene", "language"),
    [
        ("what time is it tomorrow again", "before", "en"),
        ("wann ist das nochmal morgen", "before", "de"),
        ("is it with priya or tom tomorrow", "before", "en"),
        ("when do i have to decide by", "offer", "en"),
        ("bis wann muss ich Globex nochmal Bescheid geben?", "offer", "de"),
        ("which one was dana again", "two", "en"),
        ("bei wem war nochmal die Dana", "two", "de"),
        ("remind me, when are they meant to get back to me", "told", "en"),
    ],
)
def test_own_facts_are_asked_back(text: str, scene: str, language: str) -> None:
    assert names(text, scene, language) == {"ask_status"}


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("when should i ask again", "en", "ask_may_write"),
        ("wann soll ich nochmal nachfragen?", "de", "ask_may_write"),
        ("remind me tomorrow at 9", "en", "snooze"),
    ],
)
def test_asking_them_again_and_a_reminder_are_no_such_question(text: str, language: str, name: str) -> None:
    assert names(text, "waiting", language) == {name}


@pytest.mark.parametrize(
    ("text", "language", "hours"),
    [
        ("please dont message between 9 and 5", "en", ("09:00", "17:00")),
        ("no messages while im at work, 8 to 4", "en", ("08:00", "16:00")),
        ("bitte zwischen 7 und 15 uhr nicht schreiben", "de", ("07:00", "15:00")),
        ("no messages between 10 and 7", "en", ("22:00", "07:00")),
    ],
)
def test_quiet_hours_may_be_those_of_the_day(text: str, language: str, hours: tuple[str, str]) -> None:
    assert slots("quiet_hours", text, "told", language) == {"from": hours[0], "until": hours[1]}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("write a thank you to Tom... actually no, forget it", "en"),
        ("draft a thank you for Dana, oh wait havent had it yet haha, scrap that", "en"),
        ("schreib mal ein danke an Priya, ach nee lass", "de"),
    ],
)
def test_a_letter_that_is_taken_back_at_once_is_not_written(text: str, language: str) -> None:
    assert "ask_draft" not in names(text, "told", language)


@pytest.mark.parametrize(
    ("text", "language", "kind"),
    [
        ("help me write to ask what i did wrong", "en", "feedback"),
        ("write something so they keep me in mind", "en", "keep_in_touch"),
        ("schreib ihnen dass ich raus bin", "de", "withdrawal"),
        ("hilf mir bei Globex zuzusagen", "de", "acceptance"),
    ],
)
def test_a_letter_is_ordered_by_what_it_is_to_say(text: str, language: str, kind: str) -> None:
    assert act("ask_draft", text, "offer", language).get("kind") == kind


def test_what_is_to_be_told_to_them_is_no_news() -> None:
    assert names("tell Acme i have an offer, make it friendly", "offer") == {"ask_draft"}


@pytest.mark.parametrize(
    ("text", "scene", "language", "by"),
    [
        ("hab grad abgesagt, bin krank", "before", "de", "me"),
        ("im not going wednesday, cancelled it", "two", "en", "me"),
        ("Globex cancelled the interview", "two", "en", "them"),
    ],
)
def test_who_calls_it_off(text: str, scene: str, language: str, by: str) -> None:
    assert act("interview_called_off", text, scene, language).get("by") == by


@pytest.mark.parametrize(
    ("text", "language"), [("muss den termin morgen absagen", "de"), ("im out. told them im not coming", "en")]
)
def test_who_leaves_is_not_rejected(text: str, language: str) -> None:
    assert "rejected" not in names(text, "before", language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("HR told me the offer letter comes next week", "en"),
        ("das Angebot soll bis Freitag kommen", "de"),
    ],
)
def test_an_offer_that_is_to_come_is_none_yet(text: str, language: str) -> None:
    assert "offer" not in names(text, "waiting", language)


def test_whoever_was_told_something_missed_no_call() -> None:
    text = "they rang while i was on the till, second interview thursday 2pm"
    assert names(text, "waiting") >= {"invited"}
    assert all(one != "missed_call" for one in slots_of_what(text))


def slots_of_what(text: str) -> list[object]:
    """What their words were kept as."""
    return [act("heard", text).get("what")] if "heard" in names(text) else []


@pytest.mark.parametrize(
    ("text", "language", "mood"),
    [
        ("portfolio bit went great, whiteboard task not so much", "en", "fine"),
        ("die Präsentation lief super, die Fragen danach eher nicht", "de", "fine"),
        ("could have gone better", "en", "rough"),
        ("couldn't have gone better", "en", "great"),
    ],
)
def test_praise_against_the_grain(text: str, language: str, mood: str) -> None:
    assert act("felt", text, "just_over", language).get("mood") == mood


def test_a_date_behind_its_weekday_is_no_clock() -> None:
    heard = act("interview", "Gespräch am Fr 20.11. um 9.30 bei Molter Stahl gehabt", "stranger", "de")
    assert heard.get("start") == datetime(2026, 11, 20, 9, 30, tzinfo=LONDON)
    heard = act("interview", "Hab am Mo 23.11. ein Interview bei Nordwend gehabt", "stranger", "de")
    assert heard.get("day") == date(2026, 11, 23)
