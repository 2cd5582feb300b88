"""Bare answers: only of the kind that was asked, only when nothing else is said."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.hear.act import By
from bot.hear.scene import Expected
from tests.hear.heard import act, answer, names, slots

ZONE = ZoneInfo("Europe/London")


@pytest.mark.parametrize(
    ("text", "language", "earliest", "latest"),
    [
        ("Friday", "en", date(2026, 12, 4), date(2026, 12, 4)),
        ("by friday I think", "en", None, date(2026, 12, 4)),
        ("in zwei Wochen", "de", date(2026, 12, 15), date(2026, 12, 15)),
        ("mid december", "en", date(2026, 12, 11), date(2026, 12, 20)),
    ],
)
def test_a_window(text: str, language: str, earliest: date | None, latest: date) -> None:
    told = act("window", text, "just_over", language, expects=Expected.WINDOW)
    assert (told.get("earliest"), told.get("latest"), told.by) == (earliest, latest, By.BARE)


@pytest.mark.parametrize(("text", "language"), [("no date", "en"), ("kein Datum", "de"), ("soon", "en")])
def test_no_window(text: str, language: str) -> None:
    assert slots("window", text, "just_over", language, expects=Expected.WINDOW) == {"none": True}


@pytest.mark.parametrize(
    "text",
    ["friday is my birthday", "I have another interview on friday", "got an offer, they want an answer by friday"],
)
def test_a_text_that_says_something_else_is_no_answer(text: str) -> None:
    assert "window" not in answer(Expected.WINDOW, text)


def test_a_start() -> None:
    asked = {"expects": Expected.START, "about": "Acme"}
    assert slots("interview", "at 2pm", "just_over", **asked)["start"] == datetime(2026, 12, 1, 14, tzinfo=ZONE)
    assert slots("interview", "yesterday, 11am", "just_over", **asked)["start"] == datetime(
        2026, 11, 30, 11, tzinfo=ZONE
    )
    assert slots("interview", "friday", "just_over", **asked)["day"] == date(2026, 11, 27)


@pytest.mark.parametrize(
    ("text", "language", "minutes"),
    [("an hour", "en", 60), ("45", "en", 45), ("it took two hours", "en", 120), ("eine std", "de", 60)],
)
def test_a_length(text: str, language: str, minutes: int) -> None:
    assert slots("interview", text, "just_over", language, expects=Expected.LENGTH) == {"minutes": minutes}


@pytest.mark.parametrize(
    ("text", "language", "about"),
    [
        ("globex of course", "en", "Globex"),
        ("the second one", "en", "Globex"),
        ("die erste", "de", "Acme"),
        ("it was with tesco", "en", "Tesco"),
        ("bei der Stadt Wien", "de", "Stadt Wien"),
    ],
)
def test_which_employer(text: str, language: str, about: str) -> None:
    assert slots("which", text, "two", language, expects=Expected.EMPLOYER) == {"about": about}


def test_none_of_them_and_another_one() -> None:
    assert slots("which", "none of these", "two", expects=Expected.EMPLOYER) == {"none": True}
    assert slots("which", "a new one", "two", expects=Expected.EMPLOYER) == {"new": True}


@pytest.mark.parametrize("text", ["no idea", "what do you mean", "got an offer!", "they rejected me"])
def test_what_is_no_name(text: str) -> None:
    assert "which" not in answer(Expected.EMPLOYER, text)


def test_a_role_and_names() -> None:
    assert slots("interview", "credit analyst", expects=Expected.ROLE) == {"role": "credit analyst"}
    assert slots("interview", "als Pflegekraft", language="de", expects=Expected.ROLE) == {"role": "Pflegekraft"}
    told = slots("met", "Carol Jensen, then Amit, Lucy", "just_over", expects=Expected.NAMES)
    assert told["names"] == ("Carol Jensen", "Amit", "Lucy")
    assert slots("met", "the recruiter", "just_over", expects=Expected.NAMES) == {"roles": ("the recruiter",)}


def test_a_number_is_what_was_asked() -> None:
    assert slots("shown", "3 out of 5", expects=Expected.NUMBER, asked="shown") == {"value": 3}
    assert slots("applications", "five of them", expects=Expected.NUMBER, asked="applications") == {"count": 5}
    assert answer(Expected.NUMBER, "about 7", asked="shown") == set()


def test_a_promise_a_place_a_reminder_a_day() -> None:
    told = slots("promised", "my references by friday", "just_over", expects=Expected.PROMISE)
    assert told == {"what": "references", "due": date(2026, 12, 4)}
    assert slots("place", "new york", expects=Expected.PLACE)["zone"] == "America/New_York"
    assert slots("snooze", "tomorrow", expects=Expected.SNOOZE)["until"].date() == date(2026, 12, 8)
    assert slots("day", "by the 12th", expects=Expected.DAY) == {"day": date(2026, 12, 12)}


@pytest.mark.parametrize(
    ("fear", "language"),
    [
        ("honestly i'm terrified i'll mess this mail up", "en"),
        ("ich hab einfach angst, dass ich was falsch mache", "de"),
    ],
)
def test_a_fear_is_nothing_that_they_said_and_goes_into_no_letter(fear: str, language: str) -> None:
    asked = answer(Expected.WORDS, fear, language, asked="detail")
    assert "worry" in asked
    assert "words" not in asked
    assert "words" in answer(Expected.WORDS, "they are moving the warehouse to Leeds", asked="detail")


def test_own_words() -> None:
    assert slots("words", "we talked about the rebrand and hiking", expects=Expected.WORDS)["text"].startswith(
        "we talked"
    )
    assert names("I got an offer", expects=Expected.WORDS) == {"offer"}
    assert names("nothing", expects=Expected.WORDS) == {"no"}
    assert names("skip", expects=Expected.WORDS) == {"skip"}
    letter = "Dear Priya,\n\nthey rejected me? I accepted.  Thanks"
    assert slots("words", letter, expects=Expected.VERBATIM) == {"text": letter}


@pytest.mark.parametrize(
    ("asked", "text", "is_text"),
    [
        ("parked", "Hi Deb,\nis there any news about the role?\nJess", True),
        ("parked", "I wanted to ask how things stand with the role and would still love to join you.", True),
        ("own_text", "i just wanna say thx!!!", True),
        ("own_text", "vielen dank für den netten Tag, Sandra", True),
        ("own_sentence", "I'd love to do this work.", True),
        ("parked", "sent it this morning to deb", False),
        ("parked", "hi, sent it this morning to deb", False),
        ("parked", "they called me and said they will let me know by friday, so i don't need it", False),
        ("parked", "ok but like what do i even say to her", False),
        ("own_text", "hab ich abgeschickt", False),
        ("own_text", "thanks!", False),
        ("check_text", "may i write to them now?", False),
    ],
)
def test_where_a_text_is_asked_for_only_a_text_is_one(asked: str, text: str, is_text: bool) -> None:
    assert ("words" in names(text, expects=Expected.VERBATIM, asked=asked)) is is_text


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("yes thats right", "en", "yes"),
        ("ja stimmt", "de", "yes"),
        ("👍", "en", "yes"),
        ("nope", "en", "no"),
        ("eher nicht", "de", "no"),
        ("rather not say", "en", "skip"),
        ("nächste Frage", "de", "skip"),
    ],
)
def test_yes_no_skip(text: str, language: str, name: str) -> None:
    assert answer(Expected.YES_NO, text, language) == {name}


def test_how_they_answer() -> None:
    assert slots("channel", "by phone", expects=Expected.CHANNEL) == {"channel": "phone"}
    assert slots("channel", "by letter", expects=Expected.CHANNEL) == {"none": True}


@pytest.mark.parametrize(
    ("text", "language", "count"),
    [("a couple of them", "en", 2), ("I sent 12 of those", "en", 12), ("none", "en", 0), ("nur eine", "de", 1)],
)
def test_how_many_applications(text: str, language: str, count: int) -> None:
    told = {"expects": Expected.NUMBER, "asked": "applications"}
    assert slots("applications", text, "waiting", language, **told) == {"count": count}
    assert "sent" not in names(text, "waiting", language, **told)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("no sorry I didn't send it", "en"),
        ("a few", "en"),
        ("ein paar", "de"),
        ("I sent two mails to Acme", "en"),
        ("not a single one", "en"),
    ],
)
def test_what_is_no_number_of_applications(text: str, language: str) -> None:
    assert "applications" not in names(text, "waiting", language, expects=Expected.NUMBER, asked="applications")


@pytest.mark.parametrize(
    ("text", "language", "channel"),
    [("by phone", "en", "phone"), ("per Telefon", "de", "phone"), ("via email", "en", "email")],
)
def test_how_they_answer_is_told_to_another_question(text: str, language: str, channel: str) -> None:
    for expects in (Expected.PROMISE, Expected.YES_NO, Expected.WINDOW):
        assert slots("channel", text, "told", language, expects=expects, asked="promised") == {"channel": channel}
    assert "channel" not in names("I prepared a call with them", "told", expects=Expected.PROMISE)


@pytest.mark.parametrize("text", ["I talked to Dana, Tom and Priya", "by Friday", "we spoke for an hour", "two"])
def test_what_is_no_promise(text: str) -> None:
    assert "promised" not in answer(Expected.PROMISE, text)


def test_a_time_is_no_employer() -> None:
    asked = {"expects": Expected.EMPLOYER, "asked": "interview"}
    start = datetime(2026, 12, 3, 15, tzinfo=ZONE)
    assert slots("interview", "tomorrow 3pm", "told", **asked) == {"start": start}
    assert slots("interview", "morgen um 15 Uhr", "told", "de", **asked) == {"start": start}
    assert slots("interview", "45 minutes", "told", **asked) == {"minutes": 45}
    assert slots("which", "Friday Films", "told", **asked) == {"about": "Friday Films"}
    assert slots("which", "monday.com", "told", **asked) == {"about": "Monday.com"}


def test_a_word_in_capitals_belongs_to_the_role() -> None:
    for role in ("IT support manager", "HR assistant"):
        assert slots("interview", role, expects=Expected.ROLE, asked="new_role") == {"role": role}
    assert slots("interview", "it is QA engineer", expects=Expected.ROLE) == {"role": "QA engineer"}


def test_without_a_question_a_bare_word_means_nothing() -> None:
    assert names("Marta") <= {"met"}
    assert names("credit analyst") == set()


@pytest.mark.parametrize(("text", "language"), [("nein danke", "de"), ("no thank you", "en"), ("nee danke", "de")])
@pytest.mark.parametrize("expects", [Expected.PROMISE, Expected.PLACE, Expected.NAMES, Expected.EMPLOYER])
def test_a_polite_no_is_neither_a_thing_nor_a_place(text: str, language: str, expects: Expected) -> None:
    assert answer(expects, text, language) == {"no"}


@pytest.mark.parametrize(("text", "language"), [("yep told em", "en"), ("ja hab ich gesagt", "de")])
def test_that_it_was_said_is_an_answer_also_later(text: str, language: str) -> None:
    assert answer(Expected.NOTHING, text, language) == {"interest"}


@pytest.mark.parametrize(("text", "mood"), [("5,5 von 10 würd ich sagen", "fine"), ("9 von 10, ehrlich", "great")])
def test_a_mark_out_of_ten_is_a_mood(text: str, mood: str) -> None:
    assert slots("felt", text, "just_over", "de", expects=Expected.MOOD, asked="mood") == {"mood": mood}


def test_a_doubt_beside_another_question_is_no_decision_to_leave() -> None:
    told = act("wanted", "dont really want it anymore", "just_over", expects=Expected.YES_NO, asked="said")
    assert told.by is By.RULES


@pytest.mark.parametrize("text", ["mitte januar", "mid january", "by friday", "in two weeks", "berlin", "Dublin"])
def test_a_time_or_a_place_alone_is_nothing_that_was_promised(text: str) -> None:
    assert "promised" not in names(text, "told", expects=Expected.PROMISE)
