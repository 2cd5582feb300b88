"""What is still unclear, and what was kept as a note, at the end of /status."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.hear.act import Act
from bot.learn.waiting_acts import as_json
from bot.say.rendering import button
from bot.say.unclear import LONGEST, quoted, settling, unclear
from bot.words import plain
from storage.facts import EventType, Known, NoteKind, OpenKind
from tests.say.facts import (
    ANA,
    DAY,
    END,
    NEXT_DAY,
    acme,
    ahead,
    event,
    german,
    life,
    note,
    point,
    pressed,
    talked,
    voice,
    words,
)


def said(known: Known) -> list[str]:
    return [words(block, known) for block in unclear(known, NEXT_DAY)]


def test_nothing_is_said_where_all_is_clear() -> None:
    assert said(life(talked(), ahead())) == []


def test_whose_news_it_was_and_which_reading_the_newest_first() -> None:
    points = (point(OpenKind.READING, "by friday"), point(OpenKind.WHICH, "they called", id=51))
    lines = "• “they called”: which company was that?\n• “by friday”: which one did you mean?"
    assert said(life(open_points=points)) == [f"Still open. A word from you settles it:\n{lines}"]


def test_an_employer_without_a_name() -> None:
    nameless = acme(employer=plain("employer.unnamed", "en"))
    assert "• What is the company called?" in said(life(opportunities=(nameless,)))[0]


@pytest.mark.parametrize(
    ("known", "line"),
    [
        (life(ahead(day_known=False, start_known=False)), "On which day is the interview at Acme?"),
        (life(talked(day_known=False, start_known=False)), "On which day was the interview at Acme?"),
        (life(ahead(start_known=False)), "At what time is the interview at Acme on Thu 10 Dec?"),
    ],
)
def test_times_that_are_only_assumed(known: Known, line: str) -> None:
    assert line in said(known)[0]


@pytest.mark.parametrize(
    "known",
    [
        life(talked(start_known=False)),
        life(ahead(start_known=False, cancelled=True)),
        life(ahead(start_known=False, opportunity_id=7)),
        life(ahead(start_known=False), opportunities=(acme(closed_at=END),)),
        life(ahead(start_known=False), events=(event(EventType.REJECTED, END),)),
    ],
)
def test_what_does_not_matter_any_more_is_not_asked(known: Known) -> None:
    assert said(known) == []


def test_where_they_live_when_it_may_be_night_at_any_hour() -> None:
    nowhere = life(person=replace(ANA, zone_confirmed=False, language="en"))
    line = "• Which city's time do you live by? Until I know, I say nothing by myself."
    assert said(nowhere) == [f"Still open. A word from you settles it:\n{line}"]


def test_notes_are_counted_once_and_not_for_ever() -> None:
    notes = (
        note(NoteKind.DAY, "the lift was broken", id=41),
        note(NoteKind.DAY, "old story", id=42, at=END - 20 * DAY),
        note(NoteKind.DETAIL, "they move to Utrecht", id=43),
    )
    known = life(notes=notes, open_points=(point(OpenKind.NOTE, "the lift was broken"),))
    assert said(known) == ["Kept as notes: 1. /export shows them."]
    assert said(german(known)) == ["Als Notiz aufgehoben: 1. /export zeigt sie."]


def test_the_list_is_short() -> None:
    points = tuple(point(OpenKind.WHICH, f"news {n}", id=50 + n) for n in range(9))
    notes = tuple(note(NoteKind.DAY, f"note {n}", id=60 + n, at=END + timedelta(minutes=n)) for n in range(9))
    first, second = said(life(open_points=points, notes=notes))
    assert first.count("•") == 5
    assert second == "Kept as notes: 9. /export shows them."


def test_a_long_text_is_cut_at_a_word() -> None:
    assert quoted("  two \n lines ") == "two lines"
    cut = quoted("somewhere, " * 30)
    assert cut.endswith("somewhere…")
    assert len(cut) <= LONGEST


def test_a_press_settles_which_employer_was_meant() -> None:
    nameless = acme(id=8, employer=plain("employer.unnamed", "en"))
    others = (acme(), acme(id=6, employer="Globex"), acme(id=7, employer="Hooli", closed_at=END), nameless)
    known = life(opportunities=others, open_points=(point(OpenKind.WHICH, "they called"),))
    presses = settling(known, NEXT_DAY)
    assert pressed(presses) == ["which:1", "which:6"]
    assert [button(line[0], voice(known, END)).label for line in presses] == ["It was Acme", "It was Globex"]
    assert {line[0].version for line in presses} == {50}


def test_a_press_settles_which_reading_was_meant() -> None:
    readings = [Act("window", {"latest": END.date() + timedelta(days=more)}, span="by friday") for more in (3, 10)]
    known = life(open_points=(point(OpenKind.READING, "by friday", as_json(readings)),))
    presses = settling(known, NEXT_DAY)
    assert [(line[0].verb, line[0].row, line[0].version) for line in presses] == [
        ("reading", 50, 0),
        ("reading", 50, 1),
    ]
    labels = [button(line[0], voice(known, END)).label for line in presses]
    assert labels == ["I meant: Fri 4 Dec", "I meant: Fri 11 Dec"]


def test_nothing_waits_nothing_is_pressed() -> None:
    assert settling(life(), NEXT_DAY) == ()
    assert settling(life(open_points=(point(OpenKind.NOTE, "hm"),)), NEXT_DAY) == ()
    assert settling(life(open_points=(point(OpenKind.WHICH, "old", at=END - 20 * DAY),)), NEXT_DAY) == ()
