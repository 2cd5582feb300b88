"""Interviews. A stranger types on Monday, 30 November 2026, at 18:00 in London."""

from datetime import date, datetime
from typing import Any

import pytest

from tests.hear.heard import at, hear, interview, names, plain, slots

MONDAY = date(2026, 11, 30)
THURSDAY = date(2026, 12, 3)


@pytest.mark.parametrize(
    ("text", "language", "told"),
    [
        ("just got out of my interview at Orchard Mills", "en", {"about": "Orchard Mills", "day": MONDAY}),
        ("had an interview with Fern & Holt last Thursday", "en", {"about": "Fern & Holt", "day": date(2026, 11, 26)}),
        ("interviewed at Larkspur on friday at 2pm", "en", {"about": "Larkspur", "start": at(27, 14, month=11)}),
        (
            "my interview at Larkspur was two weeks ago (mon 16 nov)",
            "en",
            {"about": "Larkspur", "day": date(2026, 11, 16)},
        ),
        ("Gespräch bei Lohmann war am Freitag um 10", "de", {"about": "Lohmann", "start": at(27, 10, month=11)}),
        (
            "ich hatte vor zwei Wochen ein Vorstellungsgespräch bei Ebert",
            "de",
            {"about": "Ebert", "day": date(2026, 11, 16)},
        ),
        ("war gestern beim Probearbeiten bei aldi", "de", {"about": "Aldi", "day": date(2026, 11, 29)}),
    ],
)
def test_one_that_has_been(text: str, language: str, told: dict[str, Any]) -> None:
    assert interview(text, language) == {"over": True, **told}


@pytest.mark.parametrize(
    ("text", "language", "told"),
    [
        ("interview at brightwell dental tomorrow 10am", "en", {"about": "Brightwell Dental", "start": at(1, 10)}),
        (
            "I've got an interview with Orchard Mills on Thursday",
            "en",
            {"about": "Orchard Mills", "day": THURSDAY},
        ),
        ("got another one on friday at 4pm at Crestline", "en", {"about": "Crestline", "start": at(4, 16)}),
        ("my interview with Larkspur got moved to Thursday at 4", "en", {"about": "Larkspur", "start": at(3, 16)}),
        ("Morgen um halb drei Gespräch bei Ebert", "de", {"about": "Ebert", "start": at(1, 14, 30)}),
    ],
)
def test_one_that_is_to_come(text: str, language: str, told: dict[str, Any]) -> None:
    assert interview(text, language) == told


def test_one_told_in_pieces() -> None:
    told = interview(
        "I had my interview. It was at a nursery called Little Acorns, on friday. Second round, for a cook job."
    )
    assert told == {
        "over": True,
        "about": "Little Acorns",
        "house": "nursery",
        "day": date(2026, 11, 27),
        "stage": "second",
        "role": "cook",
    }


@pytest.mark.parametrize(
    "text",
    [
        "my sister had an interview at Orchard Mills",
        "what if the interview goes wrong",
        "how do I prepare for an interview",
        "I hope they interview me",
        "i could just walk in",
        "I turned down the interview at Orchard Mills",
        "they called the interview off",
    ],
)
def test_no_interview(text: str) -> None:
    assert "interview" not in names(text, "stranger")


def test_a_first_message_with_eight_facts() -> None:
    text = (
        "hey, interviewed at Kestrel Bank for a risk analyst role on Thursday at 2, second round, "
        "with Carol Jensen and Amit. went really well. I told them I really want it. "
        "They said they'd call me by the 11th."
    )
    heard = {act.name: plain(dict(act.slots)) for act in hear(text, "stranger").acts}
    assert heard["interview"] == {
        "about": "Kestrel Bank",
        "role": "risk analyst",
        "stage": "second",
        "over": True,
        "start": at(26, 14, month=11),
    }
    assert heard["met"]["names"] == ("Carol Jensen", "Amit")
    assert heard["felt"]["mood"] == "great"
    assert heard["interest"]["said"] == "yes"
    assert heard["window"]["latest"] == date(2026, 12, 11)
    assert heard["channel"]["channel"] == "phone"


def test_two_employers_in_one_message() -> None:
    text = "Acme said no, and I have an interview at Fern & Holt on Friday at 9"
    acts = {(act.name, act.get("about")) for act in hear(text, "waiting").acts}
    assert {("rejected", "Acme"), ("interview", "Fern & Holt")} <= acts


def test_a_time_with_two_readings_is_a_doubt() -> None:
    (doubt,) = hear("interview at Larkspur tomorrow at 7", "stranger").doubts
    assert [plain(dict(act.slots))["start"] for act in doubt.readings] == [at(1, 7), at(1, 19)]
    assert doubt.without is not None
    assert doubt.without.get("about") == "Larkspur"


@pytest.mark.parametrize(
    ("text", "language", "name", "told"),
    [
        ("they pushed it to Thursday, same time", "en", "interview_moved", {"start": at(3, 15)}),
        ("they cancelled on me", "en", "interview_called_off", {"by": "them"}),
        ("der Termin wurde auf Mittwoch 11 Uhr verschoben", "de", "interview_moved", {"start": at(2, 11)}),
    ],
)
def test_what_becomes_of_a_talk(text: str, language: str, name: str, told: dict[str, Any]) -> None:
    assert plain(slots(name, text, "before", language)) == told


def test_what_the_same_breath_takes_back_is_not_kept() -> None:
    assert names("it's cancelled!! no wait, wrong company", "before") & {"interview_called_off", "rejected"} == set()


def test_what_says_nothing_known_is_handed_on() -> None:
    assert hear("the lift smelled of oranges", "told").rest == ("the lift smelled of oranges",)


def test_a_further_talk_is_not_over() -> None:
    told = interview("also got another trial this saturday at 2 at the Copper Pot", scene="waiting")
    assert told["start"] == at(12, 14)
    assert "over" not in told


def test_a_final_round_that_has_been_is_no_invitation() -> None:
    assert "invited" not in names("yesterday I have given the final round at Larkspur", "stranger")


def test_a_text_without_any_mark() -> None:
    text = (
        "it went really well I met Lena and Amit they said they would get back to me by Friday and I told them that I "
        "want the job and I promised to send my certificates by Wednesday they told me that the lab moves next year"
    )
    heard = {act.name: act for act in hear(text, "just_over").acts}
    assert heard["felt"].get("mood") == "great"
    assert heard["met"].get("names") == ("Lena", "Amit")
    assert heard["window"].get("latest") == date(2026, 12, 4)
    assert heard["interest"].get("said") == "yes"
    assert (heard["promised"].get("what"), heard["promised"].get("due")) == ("certificates", date(2026, 12, 2))
    assert heard["note"].get("text") == "they told me that the lab moves next year"


def test_what_belongs_to_a_noun_is_no_clause_of_its_own() -> None:
    assert "sent" not in names("Priya has not answered the thank-you I sent", "waiting")


def test_a_talk_moved_to_no_day_that_there_is() -> None:
    assert slots("interview_moved", "they moved it to the 45th", "before") == {}


def test_an_article_is_no_hour() -> None:
    assert interview("ich habe morgen ein Vorstellungsgespräch bei Lohmann", "de")["day"] == date(2026, 12, 1)
    assert interview("heute um ein Uhr Gespräch bei Lohmann", "de")["start"] == at(30, 13, month=11)


def test_a_date_that_would_be_a_year_ahead() -> None:
    (doubt,) = hear("my interview at Larkspur is on 16 November", "stranger").doubts
    assert [(act.get("day"), act.get("over")) for act in doubt.readings] == [
        (date(2026, 11, 16), True),
        (date(2027, 11, 16), None),
    ]
    assert interview("I had my interview at Larkspur on 16 November")["day"] == date(2026, 11, 16)


def test_the_day_of_a_talk_that_is_known() -> None:
    assert slots("interview", "das war am 16.11.", "told", "de") == {"over": True, "day": date(2026, 11, 16)}
    assert slots("interview", "acme was monday", "two")["day"] == MONDAY
    assert plain(slots("interview", "donnerstag um 11 war das", "told", "de"))["start"] == at(26, 11, month=11)


def test_two_days_with_two_employers() -> None:
    text = "monday was Kestrel Bank, they said by friday. yesterday Fintan & Co, second round, it was ok"
    told = [(act.name, act.get("about")) for act in hear(text, "stranger").acts]
    assert ("window", "Kestrel Bank") in told
    assert ("interview", "Fintan & Co") in told
    assert ("felt", "Fintan & Co") in told


@pytest.mark.parametrize(
    ("language", "text", "start"),
    [
        ("de", "vorstellungsgespräch bei aldi KW 50 mittwoch 11 uhr", at(9, 11)),
        ("de", "vorstellungsgespräch bei aldi am dritten um dreiviertel vier nachmittags", at(3, 15, 45)),
        ("de", "vorstellungsgespräch bei aldi mittwoch in einer woche um 11", at(9, 11)),
        ("de", "vorstellungsgespräch bei aldi heute in 8 tagen um 14.30", at(7, 14, 30)),
        ("de", "vorstellungsgespräch bei aldi am 3.12. um 10", at(3, 10)),
        ("de", "vorstellungsgespräch bei aldi donnerstag den 3.12. um viertel nach 3", at(3, 15, 15)),
        ("en", "interview at aldi calendar week 50, wednesday 11am", at(9, 11)),
        ("en", "interview at aldi on the third at quarter to four", at(3, 15, 45)),
        ("en", "interview at aldi wednesday week at 11", at(9, 11)),
        ("en", "interview at aldi, a week on Wednesday at 11", at(9, 11)),
        ("en", "interview at aldi, 10 on the 3rd", at(3, 10)),
    ],
)
def test_a_day_counted_in_weeks_or_written_in_figures_is_that_day(language: str, text: str, start: datetime) -> None:
    told = interview(text, language)
    assert (told["about"].casefold(), told["start"]) == ("aldi", start)


@pytest.mark.parametrize(
    ("language", "text"),
    [("de", "vorstellungsgespräch bei aldi nächste woche um 11"), ("en", "interview at aldi next week at 11")],
)
def test_an_hour_of_another_week_is_not_todays(language: str, text: str) -> None:
    assert "start" not in interview(text, language)
    assert "day" not in interview(text, language)
