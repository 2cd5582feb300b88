"""What is set in /settings, by button and by word, in both languages: it is shown, kept, and taken back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import time
from typing import Any

import pytest

from bot.respond import respond
from bot.turn import Edit, Incoming, Kind, Turn
from storage.facts import Known
from tests.decide.rows import NOW, acme
from tests.decide.test_settings import pressed, shown, typed

Picks = Callable[[Known], Any]


def most(known: Known) -> int:
    return known.person.most_a_day


def hours(known: Known) -> tuple[time, time]:
    return known.person.quiet_from, known.person.quiet_until


def linkedin(known: Known) -> bool:
    return "linkedin" not in known.person.unwanted


def told(known: Known, text: str, language: str) -> Known:
    person = replace(known.person, language=language)
    turn = typed(replace(known, person=person), text, has_model=False)
    assert turn.known is not None
    return turn.known


SAID: list[tuple[str, str, Picks, Any]] = [
    ("en", "max one message a day", most, 1),
    ("en", "not more than 2 a day please", most, 2),
    ("en", "once a day is enough", most, 1),
    ("en", "one reminder per day is plenty", most, 1),
    ("en", "please don't message me more than twice a day", most, 2),
    ("en", "fewer messages please", most, 2),
    ("en", "you write too often", most, 2),
    ("de", "höchstens eine Nachricht am Tag", most, 1),
    ("de", "bitte nur einmal täglich schreiben", most, 1),
    ("de", "maximal zwei Nachrichten pro Tag", most, 2),
    ("de", "eine Erinnerung am Tag reicht", most, 1),
    ("de", "du schreibst zu oft", most, 2),
    ("de", "weniger Nachrichten bitte", most, 2),
    ("en", "not before 9", hours, (time(21), time(9))),
    ("en", "nothing after half past nine", hours, (time(21, 30), time(8))),
    ("en", "not before nine, not after eight", hours, (time(20), time(9))),
    ("en", "nothing before noon", hours, (time(21), time(12))),
    ("de", "nichts nach 20 Uhr", hours, (time(20), time(8))),
    ("de", "ab 20 Uhr nichts mehr", hours, (time(20), time(8))),
    ("de", "nicht vor neun Uhr bitte", hours, (time(21), time(9))),
    ("de", "nichts vor halb zehn", hours, (time(21), time(9, 30))),
    ("en", "no LinkedIn please", linkedin, False),
    ("en", "I don't use linkedin", linkedin, False),
    ("en", "please leave LinkedIn out of it", linkedin, False),
    ("de", "kein LinkedIn", linkedin, False),
    ("de", "ich bin nicht auf LinkedIn", linkedin, False),
    ("de", "ohne LinkedIn bitte", linkedin, False),
]


@pytest.mark.parametrize(("language", "text", "picks", "value"), SAID, ids=[said[1] for said in SAID])
def test_it_can_be_said(language: str, text: str, picks: Picks, value: Any) -> None:
    assert picks(acme()) != value
    assert picks(told(acme(), text, language)) == value


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "they only answer one message a day"),
        ("en", "I send max two applications a day"),
        ("en", "I get 20 messages a day from recruiters"),
        ("en", "I think about it too often"),
        ("en", "she is not on linkedin"),
        ("en", "no linkedin request from them yet"),
        ("en", "still nothing after 10 days"),
        ("en", "nothing after 2 weeks"),
        ("de", "nichts nach 3 Wochen"),
        ("de", "LinkedIn-Anfrage hab ich noch nicht geschickt"),
        ("de", "die schreiben mir jeden Tag drei Nachrichten"),
    ],
)
def test_what_sounds_like_it_sets_nothing(language: str, text: str) -> None:
    before, after = acme(), told(acme(), text, language)
    assert [picks(after) for picks in (most, hours, linkedin)] == [picks(before) for picks in (most, hours, linkedin)]


@pytest.mark.parametrize(
    ("verb", "picks", "value", "words"),
    [
        ("most.1", most, 1, "at most one message a day"),
        ("linkedin.off", linkedin, False, "I leave LinkedIn out"),
        ("quiet.22-07", hours, (time(22), time(7)), "quiet from 22:00 to 07:00"),
    ],
)
def test_it_can_be_pressed_and_changes_where_it_stands(verb: str, picks: Picks, value: Any, words: str) -> None:
    _, labels = shown(typed(acme(), "/settings"))
    turn = pressed(acme(), verb)
    assert turn.known is not None
    assert picks(turn.known) == value
    edited = edit(turn)
    assert words in edited.text
    assert [b.data for row in edited.buttons for b in row].count(f"1:{verb}:0:0") == 0
    assert len(labels) == len({*labels})


def edit(turn: Turn) -> Edit:
    (found,) = (saying for saying in turn.say if isinstance(saying, Edit))
    return found


def test_every_choice_has_a_button_and_none_for_what_is_set() -> None:
    _, labels = shown(typed(acme(), "/settings", has_model=False))
    assert labels[:9] == [
        *("Quiet 20:00 to 09:00", "Quiet 22:00 to 07:00", "1 a day", "2 a day", "Another city", "Deutsch"),
        *("Dark pictures", "No pictures", "No LinkedIn"),
    ]


def test_more_than_three_a_day_are_never_said_and_fewer_than_one_is_silence() -> None:
    many, one = typed(acme(), "five messages a day please"), told(acme(), "max one message a day", "en")
    assert "at most three messages a day" in shown(many)[0]
    assert "/stop" in shown(typed(one, "fewer messages please"))[0]


def test_what_is_set_is_kept_when_reminders_come_back() -> None:
    off = told(acme(), "no linkedin please", "en")
    back = told(off, "reminders back on", "en")
    assert linkedin(back) is False
    assert linkedin(told(back, "turn linkedin back on", "en"))


def test_it_can_be_taken_back() -> None:
    assert most(told(told(acme(), "max one message a day", "en"), "/undo", "en")) == 3


def test_another_city_is_asked_for() -> None:
    turn = pressed(acme(), "place")
    assert turn.known is not None
    assert turn.known.person.asking == "zone"
    answered = told(turn.known, "Porto", "en")
    assert answered.person.zone == "Europe/Lisbon"


def asked(operator: str) -> str:
    one = acme().person.id
    incoming = Incoming(kind=Kind.TEXT, person_id=one, chat_id=one, text="/privacy", operator=operator)
    return shown(respond(incoming, acme(), NOW))[0]


def test_privacy_says_who_runs_it_how_long_and_offers_the_file_and_the_end() -> None:
    assert "I'm run by Nora Lind, nora@example.org" in asked("Nora Lind, nora@example.org")
    assert "hasn't left a name" in asked("")
    assert "&lt;b&gt;" in asked("<b>")
    words, labels = shown(typed(acme(), "/privacy", has_model=False))
    assert "until you delete them" in words
    assert "after a week" in words
    assert labels == ["Export", "Delete everything"]


def test_delete_under_privacy_asks_first() -> None:
    turn = pressed(acme(), "forget")
    assert turn.known is not None
    assert turn.known.opportunities
    assert "1:forget.yes" in str(turn.say)
