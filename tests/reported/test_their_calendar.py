"""Working weeks, holidays of a part of a country, closings, and where an employer is: faults that others reported."""

from __future__ import annotations

import re

import pytest

from scheduler.nudges import looks
from tests.reported.life import Life


def opens(life: Life) -> str:
    """From when they may be asked."""
    assert life.known is not None
    (look,) = looks(life.known, life.now)
    return f"{look.question.asks_from or look.question.not_before:%a %d %b}"


def waiting(day: str, zone: str, *told: str, language: str = "en") -> Life:
    """Ana has had a talk in the morning, sent her thanks, and told this."""
    life = Life.waiting(f"{day}T09:00", zone).say("I sent the thank-you")
    for said in told:
        life.say(said)
    return life


@pytest.mark.parametrize(
    ("zone", "told", "latest"),
    [
        ("Asia/Riyadh", "they answer next week", "2026-06-14..2026-06-18"),
        ("Asia/Tehran", "they said by the end of the week", "..2026-06-11"),
        ("Asia/Jerusalem", "they answer next week", "2026-06-14..2026-06-18"),
        ("Africa/Cairo", "they said by the end of next week", "..2026-06-18"),
        ("Asia/Dubai", "they answer next week", "2026-06-15..2026-06-19"),
        ("Europe/London", "they answer next week", "2026-06-15..2026-06-19"),
    ],
)
def test_a_week_is_that_of_the_country(zone: str, told: str, latest: str) -> None:
    window = waiting("2026-06-10", zone, told).talk.window
    assert window is not None
    assert f"{window.earliest or ''}..{window.latest}" == latest


@pytest.mark.parametrize(
    ("zone", "told", "expected"),
    [
        ("Asia/Riyadh", "they said by Thursday 25 June", "Mon 29 Jun"),
        ("Asia/Jerusalem", "they said by Thursday 25 June", "Mon 29 Jun"),
        ("Africa/Cairo", "they said by Monday 22 June", "Wed 24 Jun"),
        ("Asia/Kuwait", "they said by Wednesday 24 June", "Sun 28 Jun"),
        ("Europe/London", "they said by Thursday 25 June", "Mon 29 Jun"),
        ("Asia/Dubai", "they said by Thursday 25 June", "Mon 29 Jun"),
    ],
)
def test_business_days_are_those_of_the_country(zone: str, told: str, expected: str) -> None:
    assert opens(waiting("2026-06-10", zone, told)) == expected


@pytest.mark.parametrize(
    ("told", "language"),
    [
        ("closed between Christmas and New Year", "en"),
        ("zwischen Weihnachten und Neujahr geschlossen", "de"),
        ("die Firma ist zwischen Weihnachten und Neujahr geschlossen", "de"),
    ],
)
def test_the_turn_of_the_year_moves_the_day_to_ask(told: str, language: str) -> None:
    known = {
        "en": ("the office is in Paris", "they said by Wednesday 23 December"),
        "de": ("die sitzen in Paris", "sie melden sich bis Mittwoch 23. Dezember"),
    }[language]
    before, after = (waiting("2026-12-10", "Europe/Paris", *known, *more, language=language) for more in ((), (told,)))
    assert (opens(before), opens(after)) == ("Mon 28 Dec", "Tue 05 Jan")
    assert after.talk.window == before.talk.window


@pytest.mark.parametrize(
    ("told", "week"),
    [
        ("they work Sunday to Thursday", (0, 1, 2, 3, 6)),
        ("their office works on Saturdays too", (0, 1, 2, 3, 4, 5)),
        ("Acme has a six-day week", (0, 1, 2, 3, 4, 5)),
        ("nobody works on Fridays there", (0, 1, 2, 3)),
        ("the office is closed on Mondays", (1, 2, 3, 4)),
        ("Their working week is Tue-Sat", (1, 2, 3, 4, 5)),
        ("die arbeiten Sonntag bis Donnerstag", (0, 1, 2, 3, 6)),
        ("die Firma arbeitet auch samstags", (0, 1, 2, 3, 4, 5)),
        ("I work Sunday to Thursday", ()),
        ("they said by Thursday", ()),
    ],
)
def test_a_working_week_can_be_told(told: str, week: tuple[int, ...]) -> None:
    life = waiting("2026-06-10", "Europe/London", told)
    assert life.job.work_week == week
    assert not week or life.text.startswith(("Acme works", "Acme arbeitet"))  # and it is no line for a letter


def test_a_working_week_that_was_told_counts() -> None:
    life = waiting("2026-06-10", "Europe/London", "they said by Thursday 25 June", "they work Sunday to Thursday")
    assert opens(life) == "Mon 29 Jun"
    life = waiting("2026-06-10", "Europe/London", "they said by Thursday 25 June", "they work on Saturdays too")
    assert opens(life) == "Sat 27 Jun"


@pytest.mark.parametrize(
    ("day", "zone", "place", "told", "expected"),
    [
        ("2026-12-10", "Europe/Berlin", "they are based in Munich", "they said by Monday 4 January", "Thu 07 Jan"),
        ("2027-03-10", "Europe/Madrid", "they are based in Madrid", "they said by Tuesday 23 March", "Mon 29 Mar"),
        ("2026-12-10", "Europe/Berlin", "they are based in Hamburg", "they said by Monday 4 January", "Wed 06 Jan"),
        ("2026-12-10", "Europe/London", "they are based in Edinburgh", "they said by Thu 31 December", "Wed 06 Jan"),
        ("2026-12-10", "Europe/London", "they are based in London", "they said by Thu 31 December", "Tue 05 Jan"),
        ("2026-11-05", "Europe/Berlin", "the office is in Cologne", "they said by Mon 16 November", "Wed 18 Nov"),
        ("2026-11-05", "Europe/Berlin", "the office is in Leipzig", "they said by Mon 16 November", "Thu 19 Nov"),
        ("2027-03-10", "Europe/Madrid", "they are based in Barcelona", "they said by Tue 23 March", "Thu 25 Mar"),
    ],
)
def test_holidays_are_those_of_the_part_of_the_country(
    day: str, zone: str, place: str, told: str, expected: str
) -> None:
    assert opens(waiting(day, zone, place, told)) == expected


@pytest.mark.parametrize(
    ("by", "told", "expected"),
    [
        ("Wednesday 23 December", "the company is closed from 24 December to 2 January", "Tue 05 Jan"),
        ("Friday 18 December", "their office is closed until 11 January", "Tue 12 Jan"),
        ("Friday 18 December", "the company shuts down from 21 December until 8 January", "Tue 12 Jan"),
        ("Wednesday 23 December", "Acme is closed 24 Dec to 2 Jan", "Tue 05 Jan"),
        ("Friday 18 December", "they shut the office between 19 December and 3 January", "Tue 05 Jan"),
        ("Friday 18 December", "the office reopens on 11 January", "Tue 12 Jan"),
        ("Friday 18 December", "die Firma ist vom 21. Dezember bis 8. Januar geschlossen", "Tue 12 Jan"),
        ("Friday 18 December", "die haben Betriebsferien vom 21.12. bis 8.1.", "Tue 12 Jan"),
        ("Friday 18 December", "the position closes on 20 January", "Tue 22 Dec"),
    ],
)
def test_days_on_which_they_are_closed_move_the_question_and_not_their_date(by: str, told: str, expected: str) -> None:
    life = waiting("2026-12-10", "Europe/London", f"they said by {by}", told)
    named = re.search(r"\d+", by)
    assert named
    assert (life.talk.window_latest is not None and life.talk.window_latest.day, opens(life)) == (
        int(named[0]),
        expected,
    )


@pytest.mark.parametrize(
    "told", ["they're based in Riyadh", "the office is in Riyadh", "they are in Riyadh, Saudi Arabia"]
)
def test_a_place_that_is_told_while_something_is_asked_is_kept(told: str) -> None:
    life = Life.begun("2026-06-10T09:00").say("Interview with Acme today at 9:10am for 30 minutes, designer")
    life.until("2026-06-10T09:50").say(told)
    assert (life.job.zone, life.job.country) == ("Asia/Riyadh", "SA")
    assert "In a word" not in life.text


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("they are in the UK", ("Europe/London", "GB", None)),
        ("their office is in Scotland", ("Europe/London", "GB", "SCT")),
        ("they sit in the Netherlands", ("Europe/Amsterdam", "NL", None)),
        ("die sitzen in der Schweiz", ("Europe/Zurich", "CH", None)),
        ("they are in the middle of a merger", (None, None, None)),
        ("they are in the Netherlands and in France", ("Europe/Amsterdam", "NL", None)),
    ],
)
def test_a_country_is_a_place_too(told: str, expected: tuple[str | None, ...]) -> None:
    job = waiting("2026-12-10", "Europe/Madrid", told).job
    assert (job.zone, job.country, job.region) == expected


@pytest.mark.parametrize(
    ("told", "language", "expected"),
    [
        ("they're in the US", "en", (None, "US", None)),
        ("they are based in the States", "en", (None, "US", None)),
        ("the company is in the United States", "en", (None, "US", None)),
        ("the company is in Canada", "en", (None, "CA", None)),
        ("their HQ is in Australia", "en", (None, "AU", None)),
        ("they're in the USA, in Boston", "en", ("America/New_York", "US", "MA")),
        ("they are in the Philippines", "en", ("Asia/Manila", "PH", None)),
        ("sie sitzen in der Schweiz", "de", ("Europe/Zurich", "CH", None)),
        ("die sind in den USA", "de", (None, "US", None)),
        ("die Firma ist in Kanada", "de", (None, "CA", None)),
        ("die sitzen in den Vereinigten Staaten", "de", (None, "US", None)),
        ("Acme is in Canada", "en", (None, "CA", None)),
        ("Acme are in the US", "en", (None, "US", None)),
        ("Acme ist in den USA", "de", (None, "US", None)),
        ("Acme hockt in Kanada", "de", (None, "CA", None)),
        ("Acme is in a hurry", "en", (None, None, None)),
        ("they are in agreement with us", "en", (None, None, None)),
        ("they are in touch with us", "en", (None, None, None)),
        ("sie sind in der Probezeit", "de", (None, None, None)),
    ],
)
def test_a_country_with_several_zones_is_kept_and_their_clock_is_not_guessed(
    told: str, language: str, expected: tuple[str | None, ...]
) -> None:
    life = waiting("2026-12-10", "Europe/Madrid", told, language=language)
    assert (life.job.zone, life.job.country, life.job.region) == expected
    talking = Life.begun("2026-06-10T09:00").say("Interview with Acme today at 9:10am for 30 minutes, designer")
    talking.until("2026-06-10T09:50").say(told)
    assert (talking.job.country, talking.job.region) == expected[1:]


@pytest.mark.parametrize(
    ("language", "told", "by", "left_out"),
    [
        ("en", "they're in the US", "they said by Tue 24 November", "Fri 27 Nov is a holiday in"),
        (
            "de",
            "die sitzen in den USA",
            "sie melden sich bis Dienstag 24. November",
            "Fr., 27. November ist in manchen",
        ),
    ],
)
def test_of_a_country_alone_the_careful_day_is_taken_and_said(language: str, told: str, by: str, left_out: str) -> None:
    life = waiting("2026-11-16", "Europe/Madrid", told, by, language=language)
    assert opens(life) == "Mon 30 Nov"
    assert left_out in life.text


def test_a_city_that_was_told_is_not_lost_to_its_country() -> None:
    life = waiting("2026-12-10", "Europe/Madrid", "their office is in Toronto", "the company is in Canada")
    assert (life.job.zone, life.job.country) == ("America/Toronto", "CA")
    life.say("they're in the US")
    assert (life.job.zone, life.job.country) == (None, "US")


def test_whoever_moves_leaves_the_employers_clock_where_it_was() -> None:
    life = waiting("2026-06-10", "Europe/London", "they said by Friday 19 June").until("2026-06-20T10:00")
    life.say("I have moved, I'm in Auckland now")
    assert life.known is not None
    assert life.known.person.zone == "Pacific/Auckland"
    life.until("2026-06-25T10:00")
    asked = [at for at, name in life.nudges if name == "follow_up"]
    assert [f"{at.astimezone(life.zone):%a %d %b %H}" in ("Tue 23 Jun 09", "Tue 23 Jun 10") for at in asked] == [True]


@pytest.mark.parametrize(
    ("day", "zone", "told", "expected", "left_out"),
    [
        ("2026-12-10", "Europe/Berlin", ["they said by Monday 4 January"], "Thu 07 Jan", "Wed 6 Jan"),
        ("2027-03-10", "Europe/Madrid", ["they said by Tuesday 23 March"], "Tue 30 Mar", "Thu 25 Mar"),
        ("2026-11-16", "America/New_York", ["they said by Tue 24 November"], "Mon 30 Nov", "Fri 27 Nov"),
        (
            "2026-12-10",
            "Europe/London",
            ["they are in the UK", "they said by Thu 31 December"],
            "Wed 06 Jan",
            "Mon 4 Jan",
        ),
        ("2026-12-10", "Europe/London", ["they said by Thu 31 December"], "Tue 05 Jan", None),
        ("2026-12-10", "Europe/Berlin", ["they are in Hamburg", "they said by Monday 4 January"], "Wed 06 Jan", None),
        ("2026-12-10", "Europe/Berlin", ["they are in Munich", "they said by Monday 4 January"], "Thu 07 Jan", None),
        ("2026-06-10", "Europe/Berlin", ["they said by Friday 10 July"], "Tue 14 Jul", None),
        ("2026-06-10", "Europe/Vienna", ["they said by Friday 10 July"], "Tue 14 Jul", None),
    ],
)
def test_where_the_part_of_the_country_matters_and_is_not_known_the_careful_day_is_taken_and_said(
    day: str, zone: str, told: list[str], expected: str, left_out: str | None
) -> None:
    life = waiting(day, zone, *told)
    assert (opens(life), "in some parts of the country" in life.text) == (expected, left_out is not None)
    assert left_out is None or f"{left_out} is a holiday" in life.text


def test_the_careful_day_is_said_in_german() -> None:
    life = waiting("2026-12-10", "Europe/Berlin", "die haben gesagt bis Montag 4. Januar", language="de")
    assert "Mi., 6. Januar ist in manchen Landesteilen ein Feiertag" in life.text


@pytest.mark.parametrize(
    ("told", "closing"),
    [
        ("they shut down between Christmas and New Year", "2026-12-24/2027-01-01"),
        ("the office is shut between Xmas and the New Year", "2026-12-24/2027-01-01"),
        ("die haben zwischen den Jahren zu", "2026-12-24/2027-01-01"),
        ("die haben zwischen Weihnachten und Silvester zu", "2026-12-24/2027-01-01"),
        ("closed between Christmas and New Year", "2026-12-24/2027-01-01"),
        ("nobody is in the office between Christmas and New Year", "2026-12-24/2027-01-01"),
        ("they don't work between the holidays", "2026-12-24/2027-01-01"),
        ("zwischen Weihnachten und Neujahr geschlossen", "2026-12-24/2027-01-01"),
        ("die Firma ist zwischen Weihnachten und Neujahr geschlossen", "2026-12-24/2027-01-01"),
        ("die haben zwischen Heiligabend und Silvester geschlossen", "2026-12-24/2027-01-01"),
        ("zwischen den Jahren ist die Firma zu", "2026-12-24/2027-01-01"),
        ("zwischen Weihnachten und Neujahr arbeitet da niemand", "2026-12-24/2027-01-01"),
        ("die Firma ist zwischen dem 24. Dezember und dem 2. Januar geschlossen", "2026-12-24/2027-01-02"),
        ("they are closed over Christmas", "2026-12-24/2026-12-26"),
        ("they are closed from 24 December to 2 January", "2026-12-24/2027-01-02"),
    ],
)
def test_the_turn_of_the_year_needs_no_dates(told: str, closing: str) -> None:
    assert waiting("2026-12-10", "Europe/Berlin", told).job.closings == (closing,)


@pytest.mark.parametrize(
    ("told", "week"),
    [
        ("the weekend there is Friday and Saturday", (0, 1, 2, 3, 6)),
        ("they're off on Fridays and Saturdays", (0, 1, 2, 3, 6)),
        ("ihr Wochenende ist Freitag und Samstag", (0, 1, 2, 3, 6)),
        ("my weekend is Friday and Saturday", ()),
        ("they are off on Friday", ()),
        ("they answer on the weekend", ()),
    ],
)
def test_a_working_week_can_be_told_by_its_weekend(told: str, week: tuple[int, ...]) -> None:
    assert waiting("2026-06-10", "Europe/London", told).job.work_week == week
