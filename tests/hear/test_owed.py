"""What the Person owes: a part of it is out, the rest comes later; a task with its end; told again as a question."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from bot.hear.scene import Expected
from tests.hear.heard import hear, moment

TOGETHER = "Zeugnisse und Referenzliste"
MONDAY, TUESDAY, THURSDAY = date(2026, 12, 14), date(2026, 12, 8), date(2026, 12, 10)


def told(text: str, *owed: str, language: str = "en", **more: Any) -> list[tuple[Any, ...]]:
    """Each act with what it is about and its day, where the only employer is owed these."""
    employers = (replace(moment("waiting").employers[0], promises=owed),)
    acts = hear(text, "waiting", language, employers=employers, **more).as_asked().acts
    return [tuple(filter(None, (act.name, act.get("what"), act.get("due") or act.get("day")))) for act in acts]


@pytest.mark.parametrize(
    "text",
    [
        "zeugnisse sind raus, die referenzliste fehlt noch und kommt montag",
        "so zeugnisse sind raus, aber die referenzliste fehlt noch. die kommt am montag",
        "die referenzliste kommt montag, die zeugnisse sind schon weg",
        "hab die zeugnisse verschickt, referenzliste reiche ich montag nach",
    ],
)
def test_one_of_two_is_out_and_the_other_gets_its_day(text: str) -> None:
    heard = told(text, TOGETHER, language="de")
    assert sorted(heard) == [("kept", "Zeugnisse"), ("promised", "Referenzliste", MONDAY)]


def test_the_same_in_english() -> None:
    text = "the certificates are out, but the list is still missing, it follows on Tuesday"
    assert told(text, "certificates and list") == [("kept", "certificates"), ("promised", "list", TUESDAY)]
    assert told("sent them the poster, the sql task follows on tuesday", "audit poster", "SQL task") == [
        ("kept", "audit poster"),
        ("promised", "SQL task", TUESDAY),
    ]


def test_telling_them_that_it_comes_on_a_day_asks_nothing_and_is_no_day_of_a_message() -> None:
    text = "die referenzliste fehlt noch. hab der petersen geschrieben dass die montag kommt"
    assert told(text, TOGETHER, language="de") == [("sent", "other"), ("promised", "Referenzliste", MONDAY)]


@pytest.mark.parametrize(
    ("text", "owed", "language"),
    [
        ("i sent the poster to dr okafor at lunch", "audit poster", "en"),
        ("handed in the sql", "SQL task", "en"),
        ("poster went out this morning", "audit poster", "en"),
        ("referenzliste hab ich vorhin geschickt", "Referenzliste", "de"),
        ("die referenzliste ist unterwegs", "Referenzliste", "de"),
    ],
)
def test_what_is_owed_is_out(text: str, owed: str, language: str) -> None:
    assert told(text, owed, language=language) == [("kept", owed)]


@pytest.mark.parametrize(
    ("text", "owed", "language"),
    [
        ("hab die zeugnisse noch nicht geschickt", TOGETHER, "de"),
        ("haven't sent the poster yet", "audit poster", "en"),
        ("they sent me the poster", "audit poster", "en"),
    ],
)
def test_what_is_not_out_is_not_kept(text: str, owed: str, language: str) -> None:
    assert all(name not in ("kept", "promised") for name, *_ in told(text, owed, language=language))


def test_a_promise_told_under_the_question_for_one_has_its_day() -> None:
    text = "no wait i did say id send them my audit poster, said id do it tmrw"
    heard = told(text, asked="promised", expects=Expected.YES_NO)
    assert ("promised", "audit poster", TUESDAY) in heard
    again = told("did you get that i have to send the audit poster tomorrow?", "audit poster")
    assert ("promised", "audit poster", TUESDAY) in again


@pytest.mark.parametrize(
    ("text", "language", "what", "due"),
    [
        ("they gave me a SQL thing to do at home, due thursday evening", "en", "SQL task", THURSDAY),
        ("I've got a case study to hand in by Thursday", "en", "case study", THURSDAY),
        ("she wants it confirmed by email by thursday", "en", "confirmation", THURSDAY),
        ("hab ne kleine testaufgabe bekommen, abgabe donnerstag", "de", "kleine testaufgabe", THURSDAY),
        ("soll das bis donnerstag per mail bestätigen", "de", "Bestätigung", THURSDAY),
    ],
)
def test_a_task_is_owed_by_its_end(text: str, language: str, what: str, due: date) -> None:
    assert told(text, language=language) == [("promised", what, due)]
