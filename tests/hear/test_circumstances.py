"""What is so about an employer, and what keeps one waiting."""

from datetime import date
from typing import Any

import pytest

from tests.hear.heard import hear, names, slots


@pytest.mark.parametrize(
    ("text", "language", "told"),
    [
        ("it's a university", "en", {"sector": "academic"}),
        ("Acme is a research institute", "en", {"about": "Acme", "sector": "academic"}),
        ("it's a government job", "en", {"sector": "public"}),
        ("das ist öffentlicher Dienst", "de", {"sector": "public"}),
    ],
)
def test_of_what_kind_it_is(text: str, language: str, told: dict[str, Any]) -> None:
    assert slots("sector", text, "told", language) == told


def test_where_they_are() -> None:
    told = slots("their_place", "the recruiter is based in New York", "told")
    assert told["zone"] == "America/New_York"
    assert slots("their_place", "die sitzen in Wien", "told", "de")["zone"] == "Europe/Vienna"
    assert "their_place" not in names("they are in two minds", "told")
    assert "place" not in names("their office is in Lisbon", "told")


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("my recruiter has left", "recruiter"),
        ("Dana no longer works there", "Dana"),
        ("the hiring manager was laid off", "hiring manager"),
        ("HR quit", "HR"),
    ],
)
def test_who_has_left(text: str, who: str) -> None:
    assert slots("contact_left", text, "told") == {"who": who}


@pytest.mark.parametrize(
    ("text", "language", "told"),
    [
        ("the job is through a recruitment agency", "en", {}),
        ("via Marlowe recruiters", "en", {"name": "Marlowe"}),
        ("das läuft über eine Personalvermittlung", "de", {}),
    ],
)
def test_an_agency_between(text: str, language: str, told: dict[str, Any]) -> None:
    assert slots("agency", text, "told", language) == told


@pytest.mark.parametrize(
    ("text", "language", "told"),
    [
        ("Dana is away from Monday to Friday", "en", {"who": "Dana", "from": (14, 12), "until": (18, 12)}),
        ("she's on leave from the 21st until the 8th of January", "en", {"from": (21, 12), "until": (8, 1)}),
        ("he's on vacation for two weeks", "en", {"until": (21, 12)}),
        ("she told me she'd be away next week", "en", {"from": (14, 12), "until": (18, 12)}),
        ("the hiring manager is off sick until Monday", "en", {"who": "hiring manager", "until": (14, 12)}),
        ("I got an out of office reply until the 14th", "en", {"until": (14, 12)}),
        ("she is back on Monday", "en", {"until": (13, 12)}),
        ("er ist ab dem 21. zwei Wochen weg", "de", {"from": (21, 12), "until": (4, 1)}),
    ],
)
def test_who_is_away(text: str, language: str, told: dict[str, Any]) -> None:
    given = slots("away", text, "waiting", language)
    assert {slot: day for slot, day in given.items() if not isinstance(day, date)} == {
        slot: day for slot, day in told.items() if slot == "who"
    }
    assert {slot: (day.day, day.month) for slot, day in given.items() if isinstance(day, date)} == {
        slot: day for slot, day in told.items() if slot != "who"
    }


@pytest.mark.parametrize(
    "text", ["I'm away until Monday", "she got back to me on Monday", "they called me back on Friday"]
)
def test_who_is_not_away(text: str) -> None:
    assert "away" not in names(text, "waiting")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("if I don't hear from them by the 18th I wasn't selected", date(2026, 12, 18)),
        ("only successful candidates hear back, by the 20th", date(2026, 12, 20)),
        ("they'll only call if it's a yes", None),
        ("if it's a no they don't write, she said", None),
        ("no news means no, she said", None),
    ],
)
def test_silence_means_no(text: str, day: date | None) -> None:
    assert slots("silence_means_no", text).get("day") == day
    assert not {"window", "channel", "nothing_heard"} & names(text, "waiting")


@pytest.mark.parametrize(
    ("text", "language", "day"),
    [
        ("they said to ask on the 25th", "en", date(2026, 12, 25)),
        ("I should ring them next Tuesday, they said", "en", date(2026, 12, 15)),
        ("if I don't hear by Friday I should call on Monday", "en", date(2026, 12, 14)),
    ],
)
def test_when_one_may_ask(text: str, language: str, day: date) -> None:
    assert slots("may_ask_from", text, "waiting", language) == {"day": day}
    assert "window" not in names(text, "waiting")


def test_what_is_only_supposed_is_no_fact() -> None:
    assert names("I wonder if they went with someone else", "waiting") == set()
    assert names("they might be on hold", "waiting") == set()
    assert "window" in names("they said they might call on Friday", "waiting")


def test_a_day_that_is_nearly_a_year_off_is_asked() -> None:
    (doubt,) = hear("they will answer by 20 November", "told").doubts
    assert [act.get("latest") for act in doubt.readings] == [date(2026, 11, 20), date(2027, 11, 20)]
    assert hear("they will answer by 20 January", "told").doubts == ()


def test_they_have_until_a_day_to_decide() -> None:
    assert slots("window", "they have until Friday to decide")["latest"] == date(2026, 12, 11)
    assert "window" not in names("I have until Friday to decide", "waiting")


def test_who_was_there_however_long_ago() -> None:
    assert slots("met", "my interviewers were Dana and Priya")["names"] == ("Dana", "Priya")
    assert slots("met", "I talked to Dana, Tom and Priya")["names"] == ("Dana", "Tom", "Priya")
    assert "met" not in names("I'd like to meet Dana", "waiting")


@pytest.mark.parametrize(
    ("text", "by"),
    [("können sie mich bitte siezen?", "sie"), ("siezen Sie mich bitte", "sie"), ("duz mich ruhig", "du")],
)
def test_how_the_coach_is_to_speak(text: str, by: str) -> None:
    assert slots("address_me", text, "told", "de") == {"by": by}
    assert names("sie haben mich gesiezt", "told", "de") == {"address"}
