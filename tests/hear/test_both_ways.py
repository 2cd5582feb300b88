"""A date in figures that may be two days: the custom of the place, what can be meant now, else both as buttons."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from storage.facts import Known
from tests.in_place import Chat, acme

TODAY = datetime(2026, 11, 30, 15, tzinfo=UTC)


def somewhere(zone: str) -> Chat:
    known = acme()
    return Chat(Known(person=replace(known.person, zone=zone)), TODAY)


def days(chat: Chat) -> list[str]:
    return [f"{talk.start:%d %b}" for talk in chat.known.interviews]


@pytest.mark.parametrize(
    ("zone", "day"),
    [("America/Chicago", "11 Jan"), ("Europe/London", "01 Nov"), ("Australia/Perth", "01 Nov")],
)
def test_where_one_order_is_the_custom_nobody_is_asked(zone: str, day: str) -> None:
    words = (
        "I have an interview with Norwell on 1/11 at 3pm"
        if day == "11 Jan"
        else "i had an interview at Norwell on 1/11"
    )
    assert days(somewhere(zone).say(words)) == [day]


@pytest.mark.parametrize("zone", ["Europe/Madrid", "America/Toronto", "Asia/Tokyo"])
def test_elsewhere_both_days_are_offered(zone: str) -> None:
    chat = somewhere(zone).say("interview with Norwell on 12/2 at 3pm, 80 mins")
    assert {"Fri 12 Feb, 15:00", "Wed 2 Dec, 15:00"} <= set(chat.buttons)
    assert "<" not in "".join(chat.buttons)
    assert [o.employer for o in chat.known.opportunities] == ["Norwell"]
    (talk,) = chat.tap("Wed 2 Dec, 15:00").known.interviews
    assert (talk.start.date(), talk.end - talk.start) == (datetime(2026, 12, 2).date(), talk.end - talk.start)
    assert (talk.end - talk.start).seconds == 80 * 60


def test_a_day_that_is_near_is_meant_and_not_one_that_is_months_away() -> None:
    assert days(somewhere("Europe/Madrid").say("interview with Norwell on 6/12 at 3pm")) == ["06 Dec"]
    assert days(somewhere("Europe/Madrid").say("interview with Norwell on 12/6 at 3pm")) == ["06 Dec"]


def test_a_day_by_which_something_is_to_come_is_the_one_ahead() -> None:
    for zone in ("Europe/London", "Europe/Madrid"):
        chat = somewhere(zone).say("had my interview at Norwell today at 10").say("they will decide by 12/10")
        assert [talk.window_latest for talk in chat.known.interviews] == [date(2026, 12, 10)]


def test_another_date_or_none_is_no_reason_to_ask() -> None:
    for words in ("interview with Norwell on 13/1 at 3pm", "interview with Norwell on 1 December at 3pm"):
        chat = somewhere("Europe/Madrid").say(words)
        assert not any("Dec," in label for label in chat.buttons)
        assert len(days(chat)) == 1
