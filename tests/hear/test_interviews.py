"""Interviews, how they went and when they answer. A stranger types on Monday, 30 November 2026, at 18:00 in London."""

from datetime import date, datetime
from typing import Any

import pytest

from tests.hear.heard import hear, names, slots

MONDAY = date(2026, 11, 30)
TWO_WEEKS_AGO = date(2026, 11, 16)
THURSDAY = date(2026, 12, 3)


def at(day: int, hour: int, minute: int = 0, month: int = 12) -> datetime:
    return datetime(2026, month, day, hour, minute)


def plain(given: dict[str, Any]) -> dict[str, Any]:
    """Slots with moments on the wall clock."""
    return {name: value.replace(tzinfo=None) if isinstance(value, datetime) else value for name, value in given.items()}


def interview(text: str, language: str = "en", scene: str = "stranger") -> dict[str, Any]:
    return plain(slots("interview", text, scene, language))


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


@pytest.mark.parametrize(
    ("text", "language", "mood"),
    [
        ("it went really well", "en", "great"),
        ("it was not bad at all", "en", "fine"),
        ("it was awful", "en", "rough"),
        ("it didn't go well", "en", "rough"),
        ("lief super", "de", "great"),
        ("ging so", "de", "fine"),
        ("es lief nicht gut", "de", "rough"),
    ],
)
def test_how_it_went(text: str, language: str, mood: str) -> None:
    assert slots("felt", text, "just_over", language)["mood"] == mood


@pytest.mark.parametrize("text", ["good luck to me", "that's a good sign", "ok so what now", "I feel bad for Tom"])
def test_what_is_no_mood_of_the_talk(text: str) -> None:
    assert "felt" not in names(text, "told")


@pytest.mark.parametrize(
    ("text", "language", "earliest", "latest"),
    [
        ("they'll let me know by friday", "en", None, date(2026, 12, 4)),
        ("they said two weeks", "en", date(2026, 12, 14), date(2026, 12, 14)),
        ("had the interview at Ebert on the 16th, they said within three weeks", "en", None, date(2026, 12, 7)),
        ("they promised to get back by last Friday", "en", None, date(2026, 11, 27)),
        ("sie melden sich bis Mittwoch", "de", None, date(2026, 12, 2)),
    ],
)
def test_windows(text: str, language: str, earliest: date | None, latest: date) -> None:
    told = slots("window", text, "stranger", language)
    assert (told.get("earliest"), told.get("latest")) == (earliest, latest)


def test_they_named_no_time() -> None:
    assert slots("window", "they said they'd be in touch", "just_over")["none"] is True
    assert slots("window", "sie melden sich bald, haben sie gesagt", "just_over", "de")["none"] is True


@pytest.mark.parametrize(
    "text",
    [
        "I'll write to them by Friday",
        "I told them they'd have my references by Friday",
        "what if they decide by Friday",
        "remind me on Friday",
        "if they don't answer this week I'm off",
    ],
)
def test_no_window(text: str) -> None:
    assert "window" not in names(text, "waiting")


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


@pytest.mark.parametrize(
    ("text", "language", "name", "told"),
    [
        (
            "they need another week",
            "en",
            "window_moved",
            {"earliest": date(2026, 12, 14), "latest": date(2026, 12, 14)},
        ),
        ("hiring is frozen until March", "en", "paused", {"until": date(2027, 3, 1)}),
        ("Tom is on leave until the 15th", "en", "away", {"who": "Tom", "until": date(2026, 12, 15)}),
        ("Priya ist zurück am 14.", "de", "away", {"who": "Priya", "until": date(2026, 12, 13)}),
        ("no answer by the 18th means you're out", "en", "silence_means_no", {"day": date(2026, 12, 18)}),
        ("he said I may ask again from the 14th", "en", "may_ask_from", {"day": date(2026, 12, 14)}),
        ("they asked me to be patient", "en", "asked_to_wait", {}),
        ("bitte keine Anrufe, haben sie gesagt", "de", "no_contact", {}),
    ],
)
def test_while_waiting(text: str, language: str, name: str, told: dict[str, Any]) -> None:
    assert slots(name, text, "waiting", language) == told


def test_what_the_same_breath_takes_back_is_not_kept() -> None:
    assert names("it's cancelled!! no wait, wrong company", "before") & {"interview_called_off", "rejected"} == set()


def test_what_says_nothing_known_is_handed_on() -> None:
    assert hear("the lift smelled of oranges", "told").rest == ("the lift smelled of oranges",)


@pytest.mark.parametrize("text", ["I don't think it went very well", "I don't think I did great"])
def test_a_doubted_mood_is_the_other_one(text: str) -> None:
    assert slots("felt", text, "just_over")["mood"] == "rough"


@pytest.mark.parametrize("text", ["there's one bit that was ok", "the first half was awful", "nur der Anfang war gut"])
def test_the_mood_of_a_part_is_not_that_of_the_talk(text: str) -> None:
    assert "felt" not in names(text, "told")


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("she said she'd text me monday or tuesday once the other lad's done", date(2026, 12, 7), date(2026, 12, 8)),
        ("Mr Hale said they decide over the weekend and Kelly would tell me Monday", date(2026, 12, 7), None),
        ("they want to let me know on Thursday", date(2026, 12, 3), None),
    ],
)
def test_windows_in_running_speech(text: str, earliest: date, latest: date | None) -> None:
    told = slots("window", text, "just_over")
    assert (told.get("earliest"), told.get("latest")) == (earliest, latest or earliest)


@pytest.mark.parametrize(
    "text", ["it was fine, they didn't say when", "nobody said when they will decide", "no idea when I'll hear"]
)
def test_no_day_was_named(text: str) -> None:
    assert slots("window", text, "just_over")["none"] is True


def test_a_date_that_is_still_to_be_found() -> None:
    assert "scheduling" in names("they want a third interview but won't say when", "told")


def test_a_further_talk_is_not_over() -> None:
    told = interview("also got another trial this saturday at 2 at the Copper Pot", scene="waiting")
    assert told["start"] == at(12, 14)
    assert "over" not in told


def test_a_final_round_that_has_been_is_no_invitation() -> None:
    assert "invited" not in names("yesterday I have given the final round at Larkspur", "stranger")


@pytest.mark.parametrize(
    ("text", "language", "people", "what"),
    [
        (
            "I met Anna Kim (CTO), Ben from HR and a developer",
            "en",
            ("Anna Kim", "Ben", "-"),
            ("CTO", "HR", "a developer"),
        ),
        ("I spoke to Maria, the head of design", "en", ("Maria",), ("head of design",)),
        ("the manager is karen and the recruiter is Deb", "en", ("Karen", "Deb"), ("manager", "recruiter")),
        ("Anna the CTO was there", "en", ("Anna",), ("CTO",)),
        ("it was with Tom from ops and Lena (head of sales)", "en", ("Tom", "Lena"), ("ops", "head of sales")),
        ("dabei waren Frau Weber (Leiterin) und Herr Kunz", "de", ("Frau Weber", "Herr Kunz"), ("Leiterin", "-")),
    ],
)
def test_who_was_there_and_what_they_do(
    text: str, language: str, people: tuple[str, ...], what: tuple[str, ...]
) -> None:
    told = slots("met", text, "just_over", language)
    assert (told["names"], told["roles"]) == (people, what)


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


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("I'm not sure that I want the job", "unsure"),
        ("I really want this job", "yes"),
        ("I don't even want it", "no"),
    ],
)
def test_whether_it_is_still_wanted(text: str, value: str) -> None:
    assert slots("wanted", text, "just_over") == {"value": value}


@pytest.mark.parametrize("text", ["I really want to email her", "I don't even want to open the mail"])
def test_what_is_wanted_is_not_always_the_job(text: str) -> None:
    assert "wanted" not in names(text, "just_over")


def test_how_they_answer_though_the_clause_names_nobody() -> None:
    assert slots("channel", "they decide by Friday and will call me", "told")["channel"] == "phone"
    assert slots("channel", "Dr. Weber will e-mail me", "told")["channel"] == "email"
    assert "channel" not in names("I decided and will call them", "told")


def test_a_length_told_later_counts_from_the_talk() -> None:
    assert slots("window", "they said within 14 days")["latest"] == date(2026, 12, 15)
    assert slots("window", "I called them, they said two weeks")["latest"] == date(2026, 12, 21)
    assert slots("window", "they said by Friday")["latest"] == date(2026, 12, 11)


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


def test_how_it_went_at_one_that_is_named() -> None:
    assert slots("felt", "acme went ok I guess", "told") == {"about": "Acme", "mood": "fine"}
    assert "felt" not in names("acme was late with the answer", "told")


def test_somebody_who_is_told_by_what_they_are() -> None:
    assert slots("met", "the manager is karen", "waiting") == {"names": ("Karen",), "roles": ("manager",)}
    assert slots("met", "it was Thomas", "just_over").get("roles") is None
    assert "met" not in names("is the manager Karen?", "waiting")


def test_what_was_spoken_of_is_kept_and_is_no_question_to_answer() -> None:
    heard = hear("she asked about my thesis", "just_over")
    assert [act.name for act in heard.acts] == ["note"]
    assert "note" not in names("nobody told me about a final three", "waiting")
