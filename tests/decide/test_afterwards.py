"""After the end: what they said about why, and one line of what was learned."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.decide.afterwards import LEARNED, nothing_learned
from bot.hear.act import Act
from bot.learn.ledger import Ledger, Stale
from storage.facts import EventType, Known, NoteKind, Opportunity
from tests.decide.rows import NOW, acme, bare, done, happened, ledger, press
from tests.decide.turns import Turns


def ended() -> Known:
    """Acme said no, and was let go of just now."""
    known = happened(acme(), EventType.REJECTED)
    return replace(known, opportunities=(replace(known.opportunities[0], closed_at=NOW),))


def asked(name: str) -> Turns:
    known = ended()
    return Turns(replace(known, person=replace(known.person, asking=name, asking_about=1, heard_at=NOW)))


def test_feedback_is_kept_word_for_word() -> None:
    turns = asked("feedback").say("“Too few numbers, good energy.”")
    assert turns.notes(NoteKind.FEEDBACK) == ["“Too few numbers, good energy.”"]


@pytest.mark.parametrize(
    "nothing",
    [bare("no"), bare("skip"), bare("note", text="nothing"), press("feedback.none", "no", 1, asked="feedback")],
)
def test_no_feedback_is_no_verdict(nothing: Act) -> None:
    turns = asked("feedback").hear(nothing)
    assert (turns.known.notes, turns.keys) == ((), ["feedback.none"])


def test_a_button_about_an_employer_that_is_gone_is_finished() -> None:
    with pytest.raises(Stale):
        asked("feedback").hear(press("feedback.none", "no", 99, asked="feedback"))


def test_what_was_learned_is_asked_for_in_the_turn_in_which_it_ended() -> None:
    assert LEARNED.open(ended(), NOW) == 1
    assert LEARNED.open(replace(ended(), interviews=()), NOW) is None
    assert LEARNED.open(acme(), NOW) is None
    made = Ledger(ended(), NOW)
    made.ask("learned", 1)
    assert "learned" in {q.name for q in (LEARNED,)}


def test_one_line_is_kept_and_not_asked_for_again() -> None:
    turns = asked("learned").say("Ask about the team earlier.")
    assert turns.notes(NoteKind.LEARNED) == ["Ask about the team earlier."]
    closed = replace(turns.known, opportunities=(Opportunity(id=1, employer="Acme", closed_at=turns.now),))
    assert LEARNED.open(closed, turns.now) is None


@pytest.mark.parametrize(
    "nothing",
    [bare("no"), bare("skip"), bare("note", text="nothing really"), press("skip.learned", "skip", 1, asked="learned")],
)
def test_it_need_not_be_said(nothing: Act) -> None:
    turns = asked("learned").hear(nothing)
    assert (turns.known.notes, turns.asked, turns.keys) == ((), None, ["learned.skipped"])


def test_an_old_button_says_so() -> None:
    with pytest.raises(Stale):
        done(ended(), nothing_learned, press("skip.learned", "nothing_learned", 1))


def test_news_is_no_line_that_was_learned() -> None:
    assert LEARNED.means is not None
    assert LEARNED.means(ledger(ended()), Act("felt", {"mood": "great"})) is None
    assert LEARNED.means(ledger(ended()), Act("note", {"kind": "well", "text": "calm"})) is None
