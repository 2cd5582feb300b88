"""Questions of people after an interview, in their scenes: each answer holds what it should and changes nothing."""

from __future__ import annotations

import re

import pytest

from bot.coaching.answers.rows import ROWS
from bot.coaching.verdicts import question_opens
from bot.hear.asked import topics
from bot.hear.topics import TOPICS
from storage.facts import Known
from tests.answers.scenes import FILES, TRANSCRIPT, Row, Scene, answered, ask, rows, scene, transcript

ASKED = rows("questions")
TELLING = frozenset({"q07", "q25", "q59"})
"""Questions beside which something is told: a request, an offer, what was sent."""
FACTS = ("opportunities", "interviews", "contacts", "promises", "events", "notes")


def told_before(known: Known, row: Row) -> bool:
    """Whether nothing is known but what was, except where the message tells it."""
    return row["id"] in TELLING or not any(fact.id > 20 for name in FACTS for fact in getattr(known, name))


@pytest.mark.parametrize("heads", [True, False], ids=["heads", "rules"])
@pytest.mark.parametrize("row", ASKED, ids=[row["id"] for row in ASKED])
def test_an_answer_holds_what_it_should(row: Row, *, heads: bool) -> None:
    got = answered(row, heads=heads)
    assert [words for words in row["holds"] if not re.search(words, got.words)] == [], got.words
    assert told_before(got.known, row), got.words


def test_the_answers_read_as_they_are_written_down() -> None:
    assert TRANSCRIPT.read_text(encoding="utf-8").startswith(transcript(FILES[0])), "python -m tests.answers"


@pytest.mark.parametrize("name", FILES)
def test_no_answer_opens_with_a_yes_that_nobody_asked_for(name: str) -> None:
    for row in rows(name):
        got = answered(row)
        asks = re.search(r"\b(can|may|should|could|is it ok|kann|darf|soll|sollte)\b", row["say"], re.IGNORECASE)
        assert asks or not re.match(r"(Yes|Ja)\b", got.words), (row["say"], got.words)


TOLD = frozenset({"o06", "n02", "n03", "n16", "m07", "k01", "k02", "k07", "k14"})
"""Questions beside which something is told: a request, a pause, a leave, a further round, a talk elsewhere."""


@pytest.mark.parametrize("name", FILES[1:])
def test_a_question_keeps_no_fact(name: str) -> None:
    for number, row in enumerate(rows(name)):
        if row["id"] not in TOLD:
            assert told_before(answered(row, number).known, row), row["say"]


REMARKS = (
    ("waiting", "they put the ad up again this morning"),
    ("waiting", "Priya had a look at my profile yesterday"),
    ("past", "It's Wednesday now, they promised Friday. Can I chase them?"),
    ("wartend", "die haben die Anzeige heute früh wieder reingestellt"),
)


@pytest.mark.parametrize("heads", [True, False], ids=["heads", "rules"])
@pytest.mark.parametrize(("name", "said"), REMARKS)
def test_a_remark_moves_no_date(name: str, said: str, *, heads: bool) -> None:
    there = scene(name)
    known = ask(said, there, heads=heads).known
    opens = [question_opens(one, one.opportunities[0], there.now) for one in (there.known, known)]
    assert opens[0] == opens[1]
    assert known.interviews == there.known.interviews


@pytest.mark.parametrize(
    ("name", "said", "words"),
    [
        ("waiting", "i have an offer from Globex until tuesday, should i tell northwind?", "Northwind.* Tue 1 Dec"),
        (
            "wartend",
            "Ich hab ein Angebot von Globex bis Dienstag, soll ich das Nordlicht sagen?",
            "Nordlicht.* Di., 1. D",
        ),
    ],
)
def test_an_offer_is_of_whom_the_text_says(name: str, said: str, words: str) -> None:
    got = ask(said, scene(name))
    (offer,) = got.known.events
    assert [one.employer for one in got.known.opportunities if one.id == offer.opportunity_id] == ["Globex"]
    assert re.search(words, got.words), got.words


def test_what_is_asked_before_anything_is_known_is_answered_for_everybody() -> None:
    nobody = Scene(Known(person=scene("waiting").known.person), scene("waiting").now)
    assert "two working days" in ask("how long is too long to wait?", nobody).words.lower()


def test_every_topic_that_is_heard_has_its_row() -> None:
    assert {*topics(), *TOPICS} == ROWS.keys()
