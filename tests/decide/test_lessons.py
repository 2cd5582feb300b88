"""What is heard wrongly is kept only with a yes, in ordinary words alone, and goes with a no."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from bot.decide.lessons import MOST, learn, without_names
from bot.respond import respond
from bot.turn import Incoming, Kind, Turn
from storage.facts import Known
from tests.decide.rows import NOW, acme, ledger
from tests.decide.test_settings import pressed, shown, typed


def helping(known: Known) -> Known:
    turn = pressed(known, "help.on")
    assert turn.known is not None
    return turn.known


def corrected(known: Known, said: str) -> Turn:
    """Told, then Not right, then the first line dropped."""
    told = typed(known, said, has_model=False).known
    assert told is not None
    listed = pressed(told, "wrong").known
    assert listed is not None
    stamp = json.loads(listed.person.journal or "{}")["at"]
    incoming = Incoming(
        kind=Kind.PRESS, person_id=1, chat_id=1, data=f"1:drop.line:0:{stamp}", press_id="2", message_id=8
    )
    return respond(incoming, listed, NOW)


SAID = "they said they'd let me know by Friday, Ottokar Brzezinski wrote it to me at 14:30"


def test_nothing_is_kept_of_who_has_not_said_yes() -> None:
    known = corrected(acme(), SAID).known
    assert known is not None
    assert (known.person.helps, known.person.lessons) == (False, ())


def test_with_a_yes_a_line_that_was_dropped_is_kept_in_ordinary_words() -> None:
    known = corrected(helping(acme()), SAID).known
    assert known is not None
    kept = json.loads(known.person.lessons[0])
    assert kept["text"].startswith("they said they'd let me know by Friday")
    assert kept["wrong"]
    assert not any(name in kept["text"] for name in ("Ottokar", "Brzezinski", "14"))


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Interview with Acme tomorrow at 3pm", "Interview with [employer] tomorrow at [number]"),
        ("acme want my references", "[employer] want my references"),
        ("my mail is ana@brzezi.example, call 0171 2345", "my mail is [person]@[name].example, call [number] [number]"),
        ("Vorstellungsgespräch bei Zwirnfels am Montag", "Vorstellungsgespräch bei [name] am Montag"),
        ("priya from qwertz asked about brzezinski", "[person] from [name] asked about [name]"),
    ],
)
def test_a_word_that_stands_in_no_table_is_a_placeholder(text: str, left: str) -> None:
    assert without_names(text, acme()) == left


def test_a_no_deletes_what_was_kept() -> None:
    helps = helping(acme())
    kept = replace(helps, person=replace(helps.person, lessons=('{"text": "x"}',)))
    turn = pressed(kept, "help.off")
    assert turn.known is not None
    assert (turn.known.person.helps, turn.known.person.lessons) == (False, ())


def test_settings_offer_the_other_way_and_privacy_tells() -> None:
    assert "Help Afterword hear better" in shown(typed(acme(), "/settings"))[1]
    assert "Stop helping" in shown(typed(helping(acme()), "/settings"))[1]
    assert "name and number is taken out" in shown(typed(helping(acme()), "/privacy"))[0]


def test_the_oldest_go_first() -> None:
    book = ledger(helping(acme()))
    for number in range(MOST + 3):
        learn(book, f"text {number}", wrong=["offer"])
    assert len(book.person.lessons) == MOST
    assert json.loads(book.person.lessons[-1])["text"] == f"text {MOST + 2}"
