"""The day, the hour and the length of a talk, told in words of their own. Today is Monday, 7 December 2026, 10:00."""

from dataclasses import replace
from typing import Any

import pytest

from bot.hear.scene import Employer
from tests.hear.heard import at, moment, names, plain, slots


def known(*, hour_known: bool = True, to_be_dated: bool = False) -> tuple[Employer, ...]:
    """Acme, where the talk of Tuesday, 1 December, is over."""
    (acme,) = moment("waiting").employers
    talk = replace(acme.talks[0], start_known=hour_known)
    return (replace(acme, talks=(talk,), to_be_dated=to_be_dated),)


@pytest.mark.parametrize(
    ("text", "language", "told"),
    [
        ("its over, it was on tuesday 1 december 2 to 5", "en", {"start": at(1, 14), "minutes": 180}),
        ("The interview was December 1, I think 2 pm", "en", {"start": at(1, 14)}),
        ("acme. it was at 2 on december 1, an hour and a bit", "en", {"start": at(1, 14), "minutes": 60}),
        ("one hour. It is finished already a week ago", "en", {"minutes": 60}),
        ("das gespräch war am 1. dezember, ich glaube um 14 uhr", "de", {"start": at(1, 14)}),
    ],
)
def test_the_hour_of_the_last_talk(text: str, language: str, told: dict[str, Any]) -> None:
    heard = plain(slots("interview", text, "waiting", language, employers=known(hour_known=False)))
    assert {name: heard.get(name) for name in told} == told


def test_figures_that_count_something_are_no_hour() -> None:
    assert "start" not in slots("interview", "the interview is over, yesterday 2 to 3 people", "waiting")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("maria rang, cork is wednesday 9 december at 2, 2 hours", "en"),
        ("it's on wednesday 9 december at 2pm for 2 hours", "en"),
        ("maria hat angerufen, köln ist am mittwoch 9. dezember um 14 uhr, 2 stunden", "de"),
    ],
)
def test_the_date_for_which_one_was_waiting(text: str, language: str) -> None:
    told = plain(slots("invited", text, "waiting", language, employers=known(to_be_dated=True)))
    assert (told["start"], told["end"]) == (at(9, 14), at(9, 16))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("chat with him and the director on friday 10am", "en"),
        ("acme said yes to a second chat! on zoom friday 11 december 10am", "en"),
        ("acme hat ja gesagt zu einem zweiten gespräch! per zoom am freitag 11.12. um 10", "de"),
    ],
)
def test_a_further_talk_told_as_a_chat(text: str, language: str) -> None:
    assert plain(slots("invited", text, "waiting", language, employers=known()))["start"] == at(11, 10)


@pytest.mark.parametrize("text", ["I'll call them on friday at 10", "she will let me know on friday at 10"])
def test_other_things_of_that_day_are_no_talk(text: str) -> None:
    assert not {"invited", "interview"} & names(text, employers=known(to_be_dated=True))


@pytest.mark.parametrize("text", ["chat with my mum on friday 10am", "call with my bank on friday at 10"])
def test_a_chat_with_somebody_else_is_no_talk(text: str) -> None:
    assert not {"invited", "interview"} & names(text, employers=known())


def test_a_move_told_again_keeps_its_day() -> None:
    assert slots("interview_moved", "no i promised nothing!! the interview moved to wednesday", "before").keys() >= {
        "day"
    }


def test_a_date_is_that_of_the_employer_that_the_message_names() -> None:
    (acme,) = known()
    both = (acme, replace(acme, name="Ashdown School"))
    told = slots(
        "invited",
        "acme said yes to a second chat! on zoom friday 11 december 10am",
        employers=both,
        about="Ashdown School",
    )
    assert told["about"] == "Acme"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("normal hours pls, 9pm to 8 is fine", "en"),
        ("quiet hours 9pm to 8am please", "en"),
        ("i didnt ask you to be quiet til 8 from noon lol. normal hours pls, 9pm to 8 is fine", "en"),
        ("Ruhezeiten bitte 21 bis 8 Uhr", "de"),
        ("normale Zeiten bitte, 21 bis 8 Uhr passt", "de"),
    ],
)
def test_quiet_hours_by_their_name(text: str, language: str) -> None:
    assert slots("quiet_hours", text, "waiting", language) == {"from": "21:00", "until": "08:00"}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("what are your quiet hours set to?", "en"),
        ("when are you quiet?", "en"),
        ("wie sind deine Ruhezeiten eingestellt?", "de"),
        ("wann bist du still?", "de"),
    ],
)
def test_who_asks_for_the_quiet_hours_is_shown_them(text: str, language: str) -> None:
    assert names(text, "waiting", language) == {"settings"}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("what do i even write after 12 days", "en"),
        ("normal hours there are 9 to 5", "en"),
        ("was schreib ich denn nach 12 Tagen", "de"),
    ],
)
def test_a_length_or_their_hours_are_no_quiet_hours(text: str, language: str) -> None:
    assert "quiet_hours" not in names(text, "waiting", language)
