"""The thank-you and what was promised, sent together; and a day around which they decide."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from bot.hear.scene import Scene
from tests.hear.heard import hear, moment, names, slots


def owing(language: str) -> Scene:
    """Acme, to whom a certificate is owed, and a concept."""
    scene = moment("told", language)
    owed = "certificate" if language == "en" else "Konzept"
    return replace(scene, employers=(replace(scene.employers[0], promises=(owed,)),))


def told(text: str, language: str) -> dict[str, Any]:
    """What was sent, and what is kept."""
    acts = hear(text, "told", language, employers=owing(language).employers).acts
    return {act.name: act.get("what") for act in acts if act.name in ("sent", "kept")}


@pytest.mark.parametrize(
    ("text", "language", "thing"),
    [
        ("sent priya the thank you and the certificate this morning", "en", "certificate"),
        ("I did send the certificate!! with the thank you on friday", "en", "certificate"),
        ("both gone", "en", "certificate"),
        ("hab Frau Kunz die Dankesmail und das Konzept geschickt", "de", "Konzept"),
        ("Dankesmail und Konzept sind raus", "de", "Konzept"),
        ("beides ist raus", "de", "Konzept"),
    ],
)
def test_both_are_out(text: str, language: str, thing: str) -> None:
    assert told(text, language) == {"sent": "thank_you", "kept": thing}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("sent her the thank you and she asked for the certificate", "en"),
        ("sent her the thank you, the certificate is still missing", "en"),
        ("hab ihr die Dankesmail geschickt, das Konzept kommt am Montag", "de"),
    ],
)
def test_what_is_only_named_beside_it_is_still_owed(text: str, language: str) -> None:
    assert "kept" not in told(text, language)


@pytest.mark.parametrize(
    ("text", "language"),
    [("Mail um 8 abgeschickt", "de"), ("I did send it!!", "en"), ("sent it to Priya just now!!", "en")],
)
def test_a_plain_mail_is_the_one_that_was_due(text: str, language: str) -> None:
    assert slots("sent", text, "told", language).get("what") is None


def test_a_question_about_a_slip_leaves_what_was_sent() -> None:
    text = "sent it to Priya just now!! and then saw i wrote manger instead of manager. do i send a correction"
    heard = hear(text, "told")
    assert [act.get("to") for act in heard.acts if act.name == "sent"] == ["Priya"]


@pytest.mark.parametrize(
    ("text", "language", "day"),
    [
        ("der Brandt meinte so um den 30. rum", "de", date(2026, 12, 30)),
        ("Brandt meinte um den 30. rum", "de", date(2026, 12, 30)),
        ("die meinten so um den 20. herum", "de", date(2026, 12, 20)),
        ("Dan said around the 30th", "en", date(2026, 12, 30)),
        ("she reckons about the 20th", "en", date(2026, 12, 20)),
    ],
)
def test_a_day_around_which_they_decide_is_no_talk(text: str, language: str, day: date) -> None:
    heard = hear(text, "waiting", language)
    assert [act.get("latest") for act in heard.acts if act.name != "named_there"] == [day]
    assert names(text, "waiting", language) <= {"window", "window_moved", "named_there"}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Dan said the 20th at 3pm for the second interview", "en"),
        ("Brandt meinte um 10 Uhr am 30. zum Gespräch", "de"),
    ],
)
def test_with_a_word_for_meeting_it_is_one(text: str, language: str) -> None:
    assert "invited" in names(text, "waiting", language)
