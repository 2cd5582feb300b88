"""The Person's own words: looked over, kept for their day, thrown away; and the one sentence."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.coaching.own_text import about, findings, purpose_of
from bot.decide import own_words
from bot.decide.own_words import (
    LONGEST_SENTENCE,
    can_be_said,
    check_own,
    check_text,
    keep_own,
    own_sentence,
    park,
    throw_away,
)
from bot.hear.act import Act
from bot.learn.ledger import Ledger, Stale
from storage.facts import EventType, Known, Note, NoteKind, OpenKind
from tests.decide import rows
from tests.decide.rows import NOW, bare, blocks, done, keys, press, said, verbs

LETTER = "Hello Dana,\n\nthank you for a good talk about the designer role. I'd love to join Acme.\n\nKind regards\nAna"
QUESTION = "Hello Dana,\n\nis there any news about the decision? I'm still very interested.\n\nKind regards\nAna"


def answer_to(known: Known, question: str, text: str) -> Act:
    """What a text means as the answer to an open question."""
    means = next(q.means for q in own_words.QUESTIONS if q.name == question)
    assert means is not None
    act = means(rows.ledger(known), bare("words", text=text))
    assert act is not None
    return act


# A mail


def test_a_text_is_looked_over_and_shown_to_copy() -> None:
    made = done(rows.unthanked(), check_text, Act("check_text", {"text": LETTER}))
    assert blocks(made) == [LETTER]
    assert verbs(made) == ["sent.thank_you", "own.draft=thank_you"]
    assert made.person.amending == "shown thank_you"
    assert said(made, "de")


def test_a_text_too_early_can_be_kept_until_its_day() -> None:
    made = done(rows.acme(), check_text, Act("check_text", {"text": QUESTION}))
    assert verbs(made) == ["own.keep", "own.draft=follow_up"]
    assert "Tue 15 Dec" in said(made)
    (aside,) = made.known.parked
    assert aside.handed_at == aside.at
    kept = done(made.known, keep_own, press("own.keep", "keep_own", aside.id))
    assert kept.known.parked[0].handed_at is None
    assert keys(kept) == ["parked.kept"]
    with pytest.raises(Stale):
        done(kept.known, keep_own, press("own.keep", "keep_own", aside.id))


def test_keep_it_can_be_typed() -> None:
    made = done(rows.acme(), check_text, Act("check_text", {"text": QUESTION}))
    assert done(made.known, keep_own, Act("keep_own")).known.parked[0].handed_at is None
    assert keys(done(rows.acme(), keep_own, Act("keep_own"))) == ["parked.nothing"]


def test_what_has_lost_its_day_is_not_kept() -> None:
    made = done(rows.acme(), check_text, Act("check_text", {"text": QUESTION}))
    closed = replace(made.known.opportunities[0], closed_at=NOW)
    with pytest.raises(Stale):
        done(replace(made.known, opportunities=(closed,)), keep_own, press("own.keep", "keep_own", 21))


def test_my_own_words_asks_for_them_and_knows_what_they_are_for() -> None:
    act = press("own.draft=withdrawal", "check_own", 1, version=1, draft="withdrawal")
    asked = done(rows.acme(), check_own, act)
    assert keys(asked) == ["ask.own_text"]
    assert (asked.person.asking, asked.person.asking_about, asked.person.asking_text) == ("own_text", 1, "withdrawal")
    checked = done(asked.known, check_text, answer_to(asked.known, "own_text", LETTER))
    assert verbs(checked) == ["did.withdraw", "own.draft=withdrawal"]


def test_my_own_words_under_an_old_draft_is_finished() -> None:
    with pytest.raises(Stale):
        done(rows.acme(), check_own, press("own.draft=withdrawal", "check_own", 1, draft="withdrawal"))


def test_a_text_may_come_after_the_request_to_look_at_it() -> None:
    asked = done(rows.unthanked(), check_text, Act("check_text"))
    assert (keys(asked), asked.person.asking) == (["ask.check_text"], "check_text")
    checked = done(asked.known, check_text, answer_to(asked.known, "check_text", LETTER))
    assert blocks(checked) == [LETTER]


def test_an_empty_answer_is_none() -> None:
    means = own_words.OWN_TEXT.means
    assert means is not None
    assert means(rows.ledger(rows.acme()), bare("yes")) is None


def test_of_several_employers_it_is_asked_whose_reader_it_is_for() -> None:
    for known in (rows.two(), rows.stranger()):
        waiting = done(known, check_text, Act("check_text", {"text": QUESTION}))
        assert [point.kind for point in waiting.known.open_points] == [OpenKind.WHICH]


def test_a_text_that_names_its_reader_needs_no_question() -> None:
    shown = done(rows.two(), check_text, Act("check_text", {"text": LETTER}))
    assert shown.known.open_points == ()
    assert keys(shown)[0] == "own_text.checked"


@pytest.mark.parametrize(
    ("known", "letter", "purpose"),
    [
        (rows.unthanked(), LETTER, "thank_you"),
        (rows.unthanked(), QUESTION, "follow_up"),
        (rows.acme(), LETTER, "follow_up"),
        (rows.happened(rows.acme(), EventType.REJECTED), LETTER, "rejection_thanks"),
        (replace(rows.overdue(), contacts=()), LETTER, "thank_you"),
        (rows.unthanked(), "Gibt es schon Neuigkeiten oder eine Entscheidung?", "follow_up"),
    ],
)
def test_what_a_text_is_for(known: Known, letter: str, purpose: str) -> None:
    assert purpose_of(known, known.opportunities[0], NOW, letter) == purpose


def test_at_most_five_findings_are_told() -> None:
    awful = "dear acme pls pls pls decide!!! WHY ARE YOU SO SLOW???? i am desperate, recieve my aplication lol " * 3
    known = rows.overdue()
    assert 0 < len(findings(known, known.opportunities[0], NOW, "follow_up", awful).parts) <= 5


def test_a_text_is_looked_over_with_what_is_known() -> None:
    known = rows.acme()
    note = Note(id=50, opportunity_id=1, kind=NoteKind.DETAIL, text="they move to Utrecht", at=NOW)
    known = replace(known, notes=(note,))
    seen = about(known, known.opportunities[0], NOW, "nothing we know")
    assert (seen.detail, seen.interviewers, seen.may_ask) == ("they move to Utrecht", ("Priya", "Tom"), False)


# Kept for its day


def test_write_it_now_for_later() -> None:
    asked = done(rows.acme(), park, press("park", "park", 1))
    assert keys(asked) == ["ask.parked"]
    assert "Tue 15 Dec" in said(asked)
    kept = done(asked.known, park, answer_to(asked.known, "parked", QUESTION))
    (parked,) = kept.known.parked
    assert (parked.text, parked.handed_at) == (QUESTION, None)
    assert verbs(kept) == ["throw"]


def test_when_it_may_go_already_nothing_has_to_wait() -> None:
    assert keys(done(rows.overdue(), park, press("park", "park", 1)))[0] == "may_i.yes"


def test_nothing_waits_for_an_employer_who_was_let_go_of() -> None:
    known = rows.acme()
    closed = replace(known, opportunities=(replace(known.opportunities[0], closed_at=NOW),))
    with pytest.raises(Stale):
        done(closed, park, press("park", "park", 1))
    assert keys(done(closed, park, Act("park"))) == ["parked.nothing"]


def test_thrown_away_by_tap_or_in_words() -> None:
    kept = done(rows.acme(), park, replace(bare("park", text=QUESTION), row=1))
    number = kept.known.parked[0].id
    thrown = done(kept.known, throw_away, press("throw", "throw_away", number))
    assert (keys(thrown), thrown.reply.mark) == (["parked.thrown"], "throw")
    assert thrown.known.parked[0].handed_at == NOW
    with pytest.raises(Stale):
        done(thrown.known, throw_away, press("throw", "throw_away", number))
    assert keys(done(kept.known, throw_away, Act("throw_away"))) == ["parked.thrown"]
    assert keys(done(rows.acme(), throw_away, Act("throw_away"))) == ["parked.nothing"]


# The one sentence


def test_the_one_sentence_is_kept_as_it_was_written() -> None:
    asked = done(rows.acme(), own_sentence, press("own.sentence", "own_sentence", 2))
    assert (keys(asked), asked.person.asking) == (["ask.own_sentence"], "own_sentence")
    act = answer_to(asked.known, "own_sentence", "I'd really  like to do this with you.")
    kept = done(asked.known, own_sentence, act)
    assert kept.person.sentence == "I'd really like to do this with you."
    assert keys(kept) == ["own_sentence.kept"]


@pytest.mark.parametrize("words", ["x" * (LONGEST_SENTENCE + 1), "One. Two. Three.", "..."])
def test_what_cannot_be_said_at_the_door_is_asked_again(words: str) -> None:
    again = done(rows.acme(), own_sentence, bare("own_sentence", text=words))
    assert not can_be_said(words)
    assert (again.person.sentence, again.person.asking) == (None, "own_sentence")
    assert keys(again) == ["again.own_sentence"]


def test_an_answer_without_a_text_is_left_to_others() -> None:
    made = Ledger(rows.acme(), NOW)
    for question in own_words.QUESTIONS:
        assert question.means is not None
        assert question.means(made, bare("skip")) is None
