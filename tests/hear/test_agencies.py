"""Agencies: who only finds the work is no employer; and letters of those who have no job to give."""

from dataclasses import replace
from typing import Any

import pytest

from bot.hear.scene import Scene
from tests.hear.heard import act, hear, moment, names, slots


@pytest.mark.parametrize(
    ("text", "language", "agency", "person"),
    [
        (
            "Gespräch heute bei Rheinlog. Kam über einen Personalvermittler, Herr Brandt von Kontor Personal",
            "de",
            "Kontor",
            "Herr Brandt",
        ),
        ("Gespräch heute bei Rheinlog, vermittelt durch Frau Kunz von Kontor", "de", "Kontor", "Frau Kunz"),
        (
            "Gespräch heute bei Rheinlog. Die Stelle kam über Frau Kunz von Kontor, Personalvermittlerin",
            "de",
            "Kontor",
            "Frau Kunz",
        ),
        ("had my interview at Rheinlog today. came through an agency, Dan from Hays", "en", "Hays", "Dan"),
    ],
)
def test_the_agency_is_no_second_employer(text: str, language: str, agency: str, person: str) -> None:
    assert slots("agency", text, "stranger", language) == {"about": "Rheinlog", "name": agency}
    assert slots("interview", text, "stranger", language)["about"] == "Rheinlog"
    met = slots("met", text, "stranger", language)
    assert (met["names"], met["contact"], met["about"]) == ((person,), True, "Rheinlog")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Globex are just the recruiters, the job is at Acme", "en"),
        ("Globex is only the agency, it was for Acme", "en"),
        ("Globex ist nur der Vermittler, die Stelle ist bei Acme", "de"),
    ],
)
def test_a_known_employer_that_is_only_the_agency(text: str, language: str) -> None:
    assert slots("agency", text, "two", language) == {"name": "Globex", "about": "Acme"}


def test_whether_it_is_one_is_only_asked() -> None:
    assert "agency" not in names("is Globex just the agency?", "two")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("es gibt nur EIN Gespräch, bei Acme. Globex bitte löschen", "de"),
        ("ist nur ein Gespräch, Globex kannst du löschen", "de"),
        ("there is only one interview, delete globex", "en"),
    ],
)
def test_one_talk_that_was_kept_as_two(text: str, language: str) -> None:
    assert slots("belongs", text, "two", language) == {"about": "Acme", "not": "Globex", "what": "all"}
    assert not names(text, "two", language) & {"forget", "interview"}


def test_to_delete_one_without_more_is_to_delete_it() -> None:
    assert names("Globex bitte löschen", "two", "de") == {"forget"}
    assert "belongs" not in names("I had only one interview this week", "two")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("bescheid kommt über Herrn Brandt bis nächsten Mittwoch", "de"),
        ("they'll tell me via Dan by Wednesday", "en"),
        ("I'll hear through Dan by Wednesday", "en"),
    ],
)
def test_through_whom_they_answer_was_not_met(text: str, language: str) -> None:
    assert names(text, "told", language) & {"window", "window_moved"}
    assert "met" not in names(text, "told", language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("das Jobcenter hat geschrieben, ich soll nachweisen was ich mache", "de"),
        ("das Arbeitsamt hat angerufen", "de"),
        ("meine Mutter hat geschrieben", "de"),
        ("heute hat die Bank angerufen wegen dem Konto", "de"),
        ("Brief vom Jobcenter bekommen", "de"),
        ("the job centre wrote to me", "en"),
        ("got a letter from the job centre", "en"),
        ("job centre wants to see me on tuesday at 10", "en"),
        ("the bank called about my overdraft", "en"),
        ("mum wrote, asking if i got it", "en"),
        ("my landlord emailed", "en"),
    ],
)
def test_what_others_write_is_no_word_from_them(text: str, language: str) -> None:
    assert not names(text, "waiting", language) & {"heard", "offer", "invited", "scheduling", "interview"}


def _called(name: str, language: str) -> Scene:
    scene = moment("waiting", language)
    return replace(scene, employers=(replace(scene.employers[0], name=name),), about=name)


@pytest.mark.parametrize(
    ("text", "language", "employer"),
    [("the bank called", "en", "Kestrel Bank"), ("die Bank hat angerufen", "de", "Volksbank Kassel")],
)
def test_the_bank_that_is_waited_for_is_heard(text: str, language: str, employer: str) -> None:
    scene = _called(employer, language)
    more: dict[str, Any] = {"employers": scene.employers, "about": employer}
    assert act("heard", text, "waiting", language, **more).get("channel") == "phone"


def test_word_from_both_is_word_from_them() -> None:
    assert slots("heard", "the jobcentre wrote and acme called", "waiting")["about"] == "Acme"


@pytest.mark.parametrize(
    ("text", "language"),
    [("vergiss das mit dem Schwimmen, eigentlich lief es ok", "de"), ("forget that bit about waffling", "en")],
)
def test_to_forget_a_part_takes_nothing_back(text: str, language: str) -> None:
    assert not [one for one in hear(text, "told", language).acts if one.name in ("undo", "forget")]
