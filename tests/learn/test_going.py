"""How a talk went: kept once, what is told later counts, and a button is spent once its answer is known."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.hear.act import Act, By
from bot.learn.going import ACTS
from bot.learn.ledger import Ledger, Stale
from bot.turn import Incoming, Kind
from storage.facts import (
    Answer,
    ContactKind,
    EventType,
    Interview,
    Known,
    Mood,
    Note,
    NoteKind,
    Opportunity,
    Stage,
)
from tests.learn import rows
from tests.learn.rows import TODAY, act, around, bare, drafts, keys, lines, pressed


def learn(known: Known, *acts: Act) -> Ledger:
    return rows.learn(ACTS, known, *acts)


def talk(ledger: Ledger) -> Interview:
    return ledger.known.interviews[0]


@pytest.mark.parametrize(
    ("told", "field", "value", "key"),
    [
        (act("felt", mood="great"), "mood", Mood.GREAT, "kept.felt.great"),
        (act("felt", mood="rough"), "mood", Mood.ROUGH, "kept.felt.rough"),
        (act("interest", said="no"), "interest_said", Answer.NO, "kept.interest.no"),
        (act("interest", said="unsure"), "interest_said", Answer.UNSURE, "kept.interest.unsure"),
        (act("shown", value=4), "interest_shown", 4, "kept.shown.well"),
        (act("shown", value=2), "interest_shown", 2, "kept.shown.weakly"),
        (act("wanted", value="yes"), "still_wanted", Answer.YES, "kept.wanted.yes"),
        (act("wanted", value="unsure"), "still_wanted", Answer.UNSURE, "kept.wanted.unsure"),
    ],
)
def test_an_answer_fills_its_field(told: Act, field: str, value: object, key: str) -> None:
    ledger = learn(rows.met(), told)
    assert getattr(talk(ledger), field) == value
    assert keys(ledger) == [key]


def test_what_is_told_again_stands_and_what_is_told_later_counts() -> None:
    ledger = learn(rows.met(mood=Mood.FINE), act("felt", mood="fine"))
    assert around(ledger) == ["kept.stands", "kept.felt.fine.again"]
    assert talk(learn(ledger.known, act("felt", mood="rough"))).mood is Mood.ROUGH


def test_how_it_went_is_told_of_the_one_where_there_was_a_talk() -> None:
    known = rows.met()
    offer = Opportunity(id=50, employer="Globex")
    known = replace(known, opportunities=(*known.opportunities, offer), person=replace(known.person, topic=50))
    ledger = learn(known, act("felt", mood="great"))
    assert (talk(ledger).mood, len(ledger.known.interviews)) == (Mood.GREAT, len(known.interviews))


def test_a_feeling_that_was_told_before_is_not_told_back_once_more() -> None:
    assert keys(learn(rows.met(mood=Mood.ROUGH), act("felt", mood="rough"), act("worry"))) == []


def said(known: Known, words: str, told: Act) -> Ledger:
    """The turn in which these words were typed, of which some bear the act."""
    ledger = Ledger(known, rows.NOW, Incoming(kind=Kind.TEXT, person_id=7, chat_id=7, text=words))
    ledger.acts = (told,)
    ACTS[told.name](ledger, told)
    return ledger


@pytest.mark.parametrize(
    ("known", "words", "told", "field"),
    [
        (
            rows.met(mood=Mood.ROUGH),
            "theres one bit that was ok.. Aoife laughed at my bit about the cows",
            Act("felt", {"mood": "fine"}, span="theres one bit that was ok.."),
            "mood",
        ),
        (
            rows.met(interest_said=Answer.NO),
            "they asked me a lot and at the door I said I'd like it",
            Act("interest", {"said": "yes"}, span="I'd like it"),
            "interest_said",
        ),
    ],
)
def test_a_word_about_a_part_of_it_turns_nothing_round(known: Known, words: str, told: Act, field: str) -> None:
    ledger = said(known, words, told)
    assert getattr(talk(ledger), field) == getattr(known.interviews[0], field)
    assert (keys(ledger), [note.text for note in ledger.known.notes]) == (["kept.note"], [told.span])


def test_the_whole_message_a_correction_or_the_first_word_counts() -> None:
    fine = Act("felt", {"mood": "fine"}, span="it was ok")
    words = "theres so much to say about the day, and it was ok"
    assert talk(said(rows.met(mood=Mood.ROUGH), "it was ok after all", fine)).mood is Mood.FINE
    assert talk(said(rows.met(), words, fine)).mood is Mood.FINE
    assert talk(said(rows.met(mood=Mood.SKIPPED), words, fine)).mood is Mood.FINE
    ledger = Ledger(rows.met(mood=Mood.ROUGH), rows.NOW, Incoming(kind=Kind.TEXT, person_id=7, chat_id=7, text=words))
    ledger.acts = (act("correct"), fine)
    ACTS["felt"](ledger, fine)
    assert talk(ledger).mood is Mood.FINE


def test_of_several_in_one_message_the_gravest_counts() -> None:
    ledger = learn(rows.met(), act("felt", mood="rough"), act("felt", mood="fine"))
    assert (talk(ledger).mood, keys(ledger)) == (Mood.ROUGH, ["kept.felt.rough"])


def test_with_several_employers_the_line_says_at_which() -> None:
    ledger = learn(rows.two(), act("felt", mood="great", about="Globex"))
    assert lines(ledger) == ["Globex: It went great. Enjoy that for a moment."]
    assert ledger.known.interviews[1].mood is Mood.GREAT


def test_with_several_employers_and_no_name_nothing_is_kept_yet() -> None:
    ledger = learn(rows.two(), act("felt", mood="great"))
    assert ledger.known.interviews == rows.two().interviews
    assert len(ledger.known.open_points) == 1


def test_without_any_talk_one_is_assumed() -> None:
    ledger = learn(rows.stranger(), act("felt", mood="great", about="Acme"))
    assert (talk(ledger).day_known, talk(ledger).start_known, talk(ledger).mood) == (False, False, Mood.GREAT)


# Buttons


def test_a_button_is_marked_and_kept() -> None:
    ledger = learn(rows.met(), pressed("mood.great", "felt", 2, mood="great"))
    assert talk(ledger).mood is Mood.GREAT
    assert ledger.reply.mark == "mood.great"


@pytest.mark.parametrize("known", [rows.met(mood=Mood.FINE), rows.met(cancelled=True), rows.stranger()])
def test_a_button_is_old_once_its_answer_is_known_or_the_talk_is_gone(known: Known) -> None:
    with pytest.raises(Stale):
        learn(known, pressed("mood.great", "felt", 2, mood="great"))


def test_a_question_that_is_asked_again_may_be_answered_again() -> None:
    known = rows.person(rows.met(still_wanted=Answer.UNSURE), asking="wanted", asking_about=2)
    ledger = learn(known, pressed("wanted.yes", "wanted", 2, value="yes"))
    assert talk(ledger).still_wanted is Answer.YES


# Still wanted?


def test_a_no_that_answers_the_question_is_a_decision_to_leave() -> None:
    for told in (pressed("wanted.no", "wanted", 2, value="no"), bare("wanted", 2, value="no")):
        ledger = learn(rows.met(), told)
        assert [event.type for event in ledger.known.events] == [EventType.USER_WITHDRAWS]
        assert keys(ledger) == ["kept.withdrew"]
        assert drafts(ledger) == ["withdrawal"]


def test_a_no_said_in_passing_is_only_kept() -> None:
    ledger = learn(rows.met(), act("wanted", value="no"))
    assert (talk(ledger).still_wanted, ledger.known.events) == (Answer.NO, ())
    assert (keys(ledger), drafts(ledger)) == (["kept.wanted.no"], ["withdrawal"])
    again = learn(ledger.known, act("wanted", value="no"))
    assert around(again) == ["kept.stands", "kept.wanted.no"]


@pytest.mark.parametrize(
    "told", [act("wanted", value="no"), act("met", names=("Anna",)), act("note", kind="cv", text="x")]
)
def test_of_several_it_is_asked_at_whom(told: Act) -> None:
    ledger = learn(rows.two(), told)
    assert (ledger.known.interviews, ledger.known.notes) == (rows.two().interviews, ())
    assert len(ledger.known.open_points) == 1


def test_a_no_that_waited_for_a_name_is_still_only_said_in_passing() -> None:
    waited = replace(act("wanted", value="no", about="Acme"), by=By.CHOSEN)
    assert learn(rows.two(), waited).known.events == ()


# Who was there


def test_names_are_added_each_once_and_by_the_longer_name() -> None:
    known = rows.met(interviewers=("Anna", "Tom Berg"))
    ledger = learn(known, act("met", names=("Anna Kim", "tom", "Priya")))
    assert talk(ledger).interviewers == ("Anna Kim", "Tom Berg", "Priya")
    assert (talk(ledger).met_answer, talk(ledger).stage) == (Answer.YES, Stage.PANEL)
    assert keys(ledger) == ["kept.met.panel"]


def test_roles_are_noted_with_whose_they_are() -> None:
    ledger = learn(rows.met(), act("met", names=("Anna", "Ben"), roles=("CTO", "HR")))
    assert [(n.kind, n.about, n.text) for n in ledger.known.notes] == [
        (NoteKind.POSITION, "Anna", "CTO"),
        (NoteKind.POSITION, "Ben", "HR"),
    ]
    assert lines(ledger) == ["You met Anna (CTO), Ben (HR)."]
    again = learn(ledger.known, act("met", names=("Anna", "Ben"), roles=("CTO", "head of HR")))
    assert [n.text for n in again.known.notes] == ["CTO", "head of HR"]


def test_somebody_without_a_name_or_without_a_role_stands_between_the_others() -> None:
    ledger = learn(rows.met(), act("met", names=("Anna", "Ben", "-"), roles=("CTO", "-", "a developer")))
    assert talk(ledger).interviewers == ("Anna", "Ben")
    assert [(n.about, n.text) for n in ledger.known.notes] == [("Anna", "CTO"), (None, "a developer")]


def test_a_role_that_may_be_of_either_is_of_nobody_in_particular() -> None:
    ledger = learn(rows.met(), act("met", names=("Anna", "Ben"), roles=("CTO",)))
    assert [(n.about, n.text) for n in ledger.known.notes] == [(None, "CTO")]
    alone = learn(rows.met(), act("met", roles=("the CTO",)))
    assert lines(alone) == ["You met the CTO."]


def test_who_was_there_told_again_stands() -> None:
    ledger = learn(rows.met(interviewers=("Anna",), met_answer=Answer.YES), act("met", names=("Anna",)))
    assert around(ledger) == ["kept.stands", "kept.met"]


def test_met_without_anybody_says_nothing() -> None:
    assert keys(learn(rows.met(), act("met"))) == []


def test_a_wrong_name_gives_place_and_the_others_stay() -> None:
    known = rows.met(interviewers=("Marta", "Tom"), met_answer=Answer.YES)
    told = (act("correct", what="it was Maria, not Marta"), act("met", names=("Maria",)))
    assert talk(learn(known, *told)).interviewers == ("Maria", "Tom")


def test_a_correction_that_names_nobody_wrong_stands_for_all() -> None:
    known = rows.met(interviewers=("Marta", "Tom"))
    assert talk(learn(known, act("correct"), act("met", names=("Ines",)))).interviewers == ("Ines",)


def test_three_at_a_final_round_leave_it_a_final_round() -> None:
    ledger = learn(rows.met(stage=Stage.FINAL), act("met", names=("A", "B", "C")))
    assert talk(ledger).stage is Stage.FINAL


# Notes


@pytest.mark.parametrize(
    ("kind", "key"),
    [
        ("detail", "kept.note.detail"),
        ("next_step", "kept.note.next_step"),
        ("unprepared", "kept.note.unprepared"),
        ("badly", "kept.note.badly"),
    ],
)
def test_a_note_is_kept_in_their_own_words(kind: str, key: str) -> None:
    ledger = learn(rows.met(), act("note", kind=kind, text="they move  to Utrecht"))
    (note,) = ledger.known.notes
    assert (note.kind, note.text, note.interview_id, note.opportunity_id) == (kind, "they move to Utrecht", 2, 1)
    assert keys(ledger) == [key]


def test_a_detail_is_of_whoever_stands_in_it_and_answers_its_question() -> None:
    ledger = learn(rows.met(interviewers=("Anna Kim",)), act("note", kind="detail", text="Anna said the team moves"))
    assert ledger.known.notes[0].about == "Anna Kim"
    assert talk(ledger).detail_answer is Answer.YES
    step = learn(rows.met(), act("note", kind="next_step", text="a task"))
    assert talk(step).next_step_answer is Answer.YES


def test_the_same_note_twice_is_one() -> None:
    told = act("note", kind="well", text="The demo")
    ledger = learn(rows.met(), told, told.with_slots(text="the demo"))
    assert len(ledger.known.notes) == 1
    assert len(keys(ledger)) == 2


def test_a_long_note_is_repeated_in_short() -> None:
    (line,) = lines(learn(rows.met(), act("note", kind="well", text="word " * 60)))
    assert line.endswith("…”")


def test_of_two_lengths_the_later_counts() -> None:
    told = (act("note", kind="length", text="too_long"), act("note", kind="length", text="right"))
    ledger = learn(rows.met(), *told)
    assert [note.text for note in ledger.known.notes] == ["right"]
    assert keys(ledger) == ["kept.note.length.too_long", "kept.note.length.right"]


def test_what_was_learned_belongs_to_the_employer_and_makes_no_talk() -> None:
    known = replace(rows.met(), interviews=())
    ledger = learn(known, act("note", kind="learned", text="Ask more"))
    assert [(n.kind, n.interview_id) for n in ledger.known.notes] == [(NoteKind.LEARNED, None)]
    assert ledger.known.interviews == ()
    assert keys(ledger) == ["kept.note.learned"]


def test_with_several_employers_a_note_waits() -> None:
    ledger = learn(rows.two(), act("note", kind="learned", text="Ask more"))
    assert (ledger.known.notes, len(ledger.known.open_points)) == ((), 1)


def test_a_button_of_the_debrief_counts_while_its_question_is_open() -> None:
    told = pressed("answers.right", "note", 2, kind="length", text="right")
    open_one = rows.met(debrief=Answer.YES)
    ledger = learn(open_one, told)
    assert (ledger.known.notes[0].text, ledger.reply.mark) == ("right", "answers.right")
    noted = replace(
        open_one, notes=(Note(id=9, opportunity_id=1, interview_id=2, kind=NoteKind.LENGTH, text="x", at=rows.NOW),)
    )
    for known in (rows.met(), rows.met(debrief=Answer.YES, passed_over=("length",)), noted):
        with pytest.raises(Stale):
            learn(known, told)


def test_no_fact_is_dated_into_the_future() -> None:
    assert all(note.at.date() <= TODAY for note in learn(rows.met(), act("note", kind="cv", text="a slip")).known.notes)


# What is told for the thank-you


def shown_lately(known: Known, name: str = "thank_you") -> Known:
    """A draft to Acme was shown at the last message."""
    return rows.person(known, amending=f"shown {name}", amending_about=1, heard_at=rows.NOW - rows.HOUR)


DETAIL = act("note", kind="detail", text="We spoke about Kafka")


@pytest.mark.parametrize("known", [shown_lately(rows.met()), rows.nudged(rows.met(), "thank_you")])
def test_a_thank_you_that_is_being_written_comes_back_with_what_was_told_for_it(known: Known) -> None:
    ledger = learn(known, DETAIL, act("note", kind="detail", text="and about tests"))
    assert [(one.name, one.get("draft"), one.row) for one in ledger.queue] == [("show_draft", "thank_you", 1)]


def test_what_does_not_stand_in_it_brings_nothing_back() -> None:
    ledger = learn(shown_lately(rows.met()), act("note", kind="detail", text="why did they ask me that?"))
    assert (ledger.queue, keys(ledger)) == ([], ["kept.note.detail.turn"])


@pytest.mark.parametrize(
    "known",
    [
        rows.met(),
        shown_lately(rows.met(), "withdrawal"),
        shown_lately(rows.wrote(rows.met(), ContactKind.THANK_YOU)),
        rows.nudged(rows.met(), "thank_you", hours=60),
    ],
    ids=["none", "another", "sent", "long ago"],
)
def test_else_it_is_only_noted(known: Known) -> None:
    ledger = learn(known, DETAIL)
    later = [".later"] if known.contacts else [""]
    assert (ledger.queue, keys(ledger)) == ([], [f"kept.note.detail{later[0]}"])
