"""More time for what is owed or for an answer, what is handed in with a word, and what was asked for and promised."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from bot.hear.scene import Employer
from tests.hear.heard import hear, moment, names


def acts(text: str, scene: str, language: str, *owed: str) -> list[tuple[str, dict[str, Any]]]:
    first, *rest = moment(scene, language).employers
    employers: tuple[Employer, ...] = (replace(first, promises=owed), *rest)
    return [(act.name, dict(act.slots)) for act in hear(text, scene, language, employers=employers).acts]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("tom gibt mir bis freitag", "de"),
        ("hab aufschub bis freitag bekommen, er gibt mir die zeit", "de"),
        ("die lassen mir zeit bis freitag", "de"),
        ("tom gives me until friday", "en"),
        ("they gave me until friday", "en"),
        ("got an extension until friday", "en"),
    ],
)
def test_more_time_for_the_one_thing_that_is_owed(text: str, language: str) -> None:
    told = [slots for name, slots in acts(text, "told", language, "Testaufgabe") if name == "promised"]
    assert told == [{"about": "Acme", "what": "Testaufgabe", "due": date(2026, 12, 4)}]


@pytest.mark.parametrize(
    ("text", "language"), [("priya gibt mir bis freitag", "de"), ("priya gives me until friday", "en")]
)
def test_more_time_for_the_answer_to_an_offer(text: str, language: str) -> None:
    told = acts(text, "offer", language, "Testaufgabe")
    assert [(name, slots.get("deadline")) for name, slots in told] == [("offer", date(2026, 12, 18))]


@pytest.mark.parametrize(
    ("text", "language", "kept"),
    [
        ("abgegeben!", "de", True),
        ("hab sie grad eingereicht", "de", True),
        ("abgegeben, mit readme und allem", "de", True),
        ("handed it in", "en", True),
        ("submitted!", "en", True),
        ("noch nicht abgegeben", "de", False),
        ("hab meine bewerbung abgegeben", "de", False),
        ("will be submitted tomorrow", "en", False),
        ("submitted my timesheet", "en", False),
    ],
)
def test_what_is_handed_in_with_a_word(text: str, language: str, *, kept: bool) -> None:
    assert (("kept", {"about": "Acme", "what": "Testaufgabe"}) in acts(text, "told", language, "Testaufgabe")) is kept


@pytest.mark.parametrize(
    ("text", "language", "thing"),
    [
        (
            "das erweiterte führungszeugnis will sie noch, hab gesagt ich schicks ihr",
            "de",
            "erweiterte führungszeugnis",
        ),
        ("mein diplom will sie als kopie, hab gesagt schick ich am wochenende", "de", "diplom"),
        ("she wants my diploma as a copy, said i'll send it at the weekend", "en", "diploma"),
        ("they want two references, said i would send them on friday", "en", "two references"),
    ],
)
def test_what_was_asked_for_is_what_was_promised(text: str, language: str, thing: str) -> None:
    assert [(name, slots["what"]) for name, slots in acts(text, "told", language)] == [("promised", thing)]


@pytest.mark.parametrize(
    ("text", "scene", "language", "name"),
    [
        ("globex unterschrieben und zurückgeschickt", "offer", "de", "accepted"),
        ("vertrag bei globex unterschrieben!", "offer", "de", "accepted"),
        ("rückzieher ist raus an dana", "two", "de", "withdrew"),
        ("sent the withdrawal to globex this morning", "two", "en", "withdrew"),
        ("danke ist genau so rausgegangen", "two", "de", "sent"),
    ],
)
def test_what_was_done_with_the_pronoun_left_out(text: str, scene: str, language: str, name: str) -> None:
    assert [act.name for act in hear(text, scene, language).acts] == [name]


@pytest.mark.parametrize(
    ("text", "scene"),
    [
        ("globex hat unterschrieben", "offer"),
        ("vertrag noch nicht unterschrieben", "offer"),
        ("soll ich globex unterschreiben", "offer"),
        ("soll ich einen rückzieher machen", "two"),
        ("danke ist nicht nötig", "two"),
    ],
)
def test_what_was_not_done(text: str, scene: str) -> None:
    assert not {"accepted", "withdrew", "sent"} & set(names(text, scene, "de"))
