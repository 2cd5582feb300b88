"""What the coach is asked for, and what is only told of others."""

from datetime import UTC, date, datetime

import pytest

from tests.hear.heard import at, names, slots


def test_later() -> None:
    assert slots("snooze", "remind me on thursday")["until"].date() == date(2026, 12, 10)
    before = slots("snooze", "remind me an hour before", "before")["until"]
    assert before == datetime(2026, 12, 1, 14, tzinfo=UTC)
    assert slots("snooze", "not now") == {}
    assert "snooze" not in names("they reminded me of my old boss")


def test_quiet() -> None:
    assert slots("mute", "mute Acme until Wednesday") == {"about": "Acme", "until": date(2026, 12, 9)}
    assert slots("pause", "no messages until Monday")["until"] == date(2026, 12, 14)
    assert "pause" not in names("there was a long pause after my answer")
    assert "mute" not in names("I was on mute the whole time")
    assert "resume" not in names("they will resume hiring in spring")


@pytest.mark.parametrize(
    ("text", "language", "hours"),
    [
        ("nothing after 9pm please", "en", {"from": "21:00"}),
        ("don't message me before 8", "en", {"until": "08:00"}),
        ("no messages between 11pm and 7", "en", {"from": "23:00", "until": "07:00"}),
        ("nachts bitte Ruhe, 22 bis 7", "de", {"from": "22:00", "until": "07:00"}),
        ("bitte nicht nach 21 Uhr schreiben", "de", {"from": "21:00"}),
        ("can you stop messaging me so late at night", "en", {}),
    ],
)
def test_quiet_hours(text: str, language: str, hours: dict[str, str]) -> None:
    assert slots("quiet_hours", text, language=language) == hours


def test_delete() -> None:
    assert slots("forget", "delete everything") == {"all": True}
    assert slots("forget", "Thank you for your help. Please delete my things") == {"all": True}
    assert slots("forget", "bitte lösche meine Sachen", language="de") == {"all": True}
    assert slots("forget", "lösch Acme bitte", language="de") == {"about": "Acme"}
    assert "forget" not in names("I forgot everything")
    assert "forget" not in names("if they offer I'll drop Globex", "two")


def test_where_one_lives() -> None:
    assert slots("place", "I moved to Lisbon last week") == {"zone": "Europe/Lisbon", "city": "Lisbon"}
    assert slots("place", "ich wohne in Graz", language="de")["zone"] == "Europe/Vienna"
    assert "place" not in names("the office is in Lisbon")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("in german please", "de"),
        ("español por favor", "es"),
        ("en français svp", "fr"),
        ("can you speak Polish", "pl"),
    ],
)
def test_another_language(text: str, code: str) -> None:
    assert slots("language", text) == {"code": code}


def test_put_right() -> None:
    assert "correct" in names("sorry, I meant Wednesday, not Thursday")
    assert "correct" in names("das war falsch, sie heißt Marta", language="de")
    assert "correct" not in names("something went wrong in there")
    assert "undo" in names("undo that")


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("debrief", "en", "debrief"),
        ("check-in", "en", "check_in"),
        ("my progress", "en", "ask_progress"),
        ("practice", "en", "practise"),
        ("that's all", "en", "enough"),
        ("not right", "en", "wrong"),
        ("das stimmt nicht", "de", "wrong"),
        ("hilfe", "de", "help"),
        ("abbrechen", "de", "cancel"),
        ("keep it open", "en", "keep_open"),
        ("close it", "en", "close"),
    ],
)
def test_what_can_be_pressed_can_be_typed(text: str, language: str, name: str) -> None:
    assert name in names(text, language=language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("nudge me Monday lunchtime", "en"),
        ("can you give me a shout monday at lunch", "en"),
        ("meld dich montag mittag nochmal", "de"),
        ("erinner mich am Montag mittags", "de"),
    ],
)
def test_a_reminder_in_own_words(text: str, language: str) -> None:
    assert slots("snooze", text, "told", language)["until"].replace(tzinfo=None) == at(7, 12)


@pytest.mark.parametrize(
    ("text", "language", "what", "day", "hour"),
    [
        (
            "can you remind me sunday evening to look over my notes about tube feeding",
            "en",
            "look over my notes",
            6,
            18,
        ),
        ("remind me to call the dentist tomorrow at 3", "en", "call the dentist", 3, 15),
        ("just remind me monday at 6 if she hasnt rung", "en", "if she hasnt rung", 7, 18),
        ("erinner mich mittwoch mittag ans zeugnis von brandt", "de", "ans zeugnis von brandt", 9, 12),
        ("erinnere mich am Montag um 10 daran, die Unterlagen zu schicken", "de", "die Unterlagen zu schicken", 7, 10),
        (
            "mach pause, meld dich erst am 14. wieder, dann will ich bei Hansen anfragen",
            "de",
            "dann will ich bei",
            14,
            9,
        ),
    ],
)
def test_what_is_to_be_reminded_of_keeps_its_words(text: str, language: str, what: str, day: int, hour: int) -> None:
    given = slots("snooze", text, "told", language)
    assert given["what"].startswith(what)
    assert given["until"].replace(tzinfo=None) == at(day, hour)
    assert "check_text" not in names(text, "told", language)


@pytest.mark.parametrize("text", ["remind me on thursday", "remind me again tomorrow please", "ask me this later"])
def test_a_reminder_without_words_of_its_own_is_the_last_one_again(text: str) -> None:
    assert "what" not in slots("snooze", text)
