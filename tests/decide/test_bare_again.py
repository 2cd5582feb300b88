"""What people tell without being asked for it just now, in a word: a time, a length, a job, a mood, a name alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from storage.facts import Interview, Known, Mood, NoteKind, Opportunity
from tests.in_place import NOW, Chat, acme, met_gamma

DAY = datetime(2026, 11, 30, 12, tzinfo=UTC)


def of_a_day() -> Known:
    """Ana, who was at Acme on a day, at a time that she has not told; nothing is asked."""
    talk = Interview(id=2, opportunity_id=1, start=DAY, end=DAY + timedelta(hours=1), start_known=False)
    known = replace(acme(), interviews=(replace(talk, length_known=False),))
    return replace(known, person=replace(known.person, topic=1))


def the_talk(chat: Chat) -> Interview:
    return chat.known.interviews[0]


def test_a_clock_time_is_that_of_the_talk_that_has_none() -> None:
    talk = the_talk(Chat(of_a_day()).say("at 10"))
    assert (talk.start.hour, talk.start.date(), talk.start_known) == (10, DAY.date(), True)


def test_a_length_is_that_of_the_talk() -> None:
    talk = the_talk(Chat(of_a_day()).say("45 minutes"))
    assert talk.end - talk.start == timedelta(minutes=45)


def test_how_it_went_in_a_word() -> None:
    chat = Chat(replace(acme(), person=replace(acme().person, topic=1))).say("okay")
    assert the_talk(chat).mood is Mood.FINE


def test_a_job_is_that_of_the_employer_spoken_of() -> None:
    chat = Chat(of_a_day()).say("shift lead")
    assert chat.known.opportunities[0].role == "shift lead"
    chat = Chat(of_a_day()).say("New York")
    assert (chat.known.opportunities[0].role, chat.known.person.zone) == (None, "America/New_York")


@pytest.mark.parametrize("words", ["Gamma", "gamma", "gamma of course", "just gamma"])
def test_a_name_alone_is_whom_to_speak_of_and_where_it_stands(words: str) -> None:
    chat = Chat(met_gamma(acme())).say(words)
    assert chat.known.person.topic == 3
    assert "Gamma" in chat.said
    assert (chat.known.notes, chat.known.open_points) == ((), ())


def test_a_name_beside_a_bare_answer_says_whose_it_is() -> None:
    chat = (
        Chat(acme(closed_at=NOW)).say("Interview at Gamma on 11 December at 10am").say("Interview at Hooli on 10 Dec")
    )
    chat.say("and Gamma Friday 11th 10am, also an hour")
    talks = [(i.start.day, i.length_known) for i in chat.known.interviews if i.start > NOW]
    assert talks == [(11, True), (10, False)]


def test_a_question_is_no_answer() -> None:
    chat = Chat(of_a_day()).say("shift lead?")
    assert chat.known.opportunities[0].role is None


def test_a_time_right_after_a_nudge_is_when_it_comes_again() -> None:
    chat = Chat(replace(acme(), interviews=(replace(acme().interviews[0], mood=Mood.FINE),))).hear("thank_you")
    chat.later(minutes=5).say("tomorrow")
    said = next(one for one in chat.known.nudged if one.name == "thank_you")
    assert said.again_at is not None
    assert said.again_at.date() == (chat.now + timedelta(days=1)).date()


def test_a_time_told_late_belongs_to_the_talk_of_its_day() -> None:
    known = met_gamma(acme())
    there = replace(known.interviews[1], start=DAY, end=DAY + timedelta(hours=1), start_known=False)
    known = replace(known, interviews=(known.interviews[0], there), person=replace(known.person, topic=1))
    chat = Chat(known).say("that was on Monday at 11")
    talks = {i.opportunity_id: i.start.hour for i in chat.known.interviews}
    assert talks == {1: 15, 3: 11}


def test_news_that_names_nobody_is_from_where_it_is_still_waited_for() -> None:
    chat = Chat(met_gamma(acme())).say("Gamma said no").later(days=1).say("he called, they offered me the job!")
    assert not chat.known.open_points
    offered = [event.opportunity_id for event in chat.known.events if event.type == "offer"]
    assert offered == [1] or "Acme" in chat.said


def test_what_nobody_understands_is_still_kept() -> None:
    chat = Chat(of_a_day()).say("zebra crossing tomato violin on the nine o'clock roof of it all")
    assert [note.kind for note in chat.known.notes] == [NoteKind.DAY]
    assert isinstance(chat.known.opportunities[0], Opportunity)


def test_a_question_nobody_understands_is_answered_as_one() -> None:
    chat = Chat(of_a_day()).say("can the zebra fly me over the violin?")
    assert "I don't know that one" in chat.said
    assert chat.known.notes == of_a_day().notes


def panel() -> Known:
    """Ana has met two people, has not thanked them, and is asked what she promised."""
    talk = replace(acme().interviews[0], mood=Mood.FINE, interviewers=("Carol Jensen", "Amit"))
    known = replace(acme(), interviews=(talk,))
    return replace(known, person=replace(known.person, topic=1, asking="promised", asking_about=2))


def test_a_name_of_the_panel_is_no_promise_but_the_note_to_them() -> None:
    chat = Chat(panel()).say("ok do carols first")
    assert chat.known.promises == ()
    assert "Hello Carol" in chat.said
    assert [p.what for p in Chat(panel()).say("my references").known.promises] == ["references"]


def test_what_is_told_of_somebody_known_is_a_note_and_not_their_name_once_more() -> None:
    chat = Chat(replace(panel(), person=replace(panel().person, asking=None)))
    chat.say("carol talked a lot about moving everything to snowflake this year")
    assert "You met" not in chat.said
    assert [note.text.split()[0] for note in chat.known.notes] == ["Carol"]


def test_a_note_is_kept_with_the_one_it_names() -> None:
    known = met_gamma(acme())
    chat = Chat(replace(known, person=replace(known.person, topic=1))).say("gamma has zebras on the violin roof there")
    assert [note.opportunity_id for note in chat.known.notes] == [3]


def test_what_is_known_is_told_again_without_a_note() -> None:
    known = replace(acme(role="Shift lead"), person=replace(acme().person, topic=1))
    for words in ("yesterday at 3pm", "shift lead"):
        chat = Chat(known).say(words)
        assert (chat.known.notes, chat.known.interviews[0].start) == ((), acme().interviews[0].start)


def test_a_question_that_names_another_one_is_about_that_one() -> None:
    known = met_gamma(acme())
    chat = Chat(replace(known, person=replace(known.person, topic=1))).say("i'd rather gamma. should i push them?")
    assert chat.known.person.topic == 3


def test_what_is_said_to_be_right_moves_the_talk_that_was_kept_last() -> None:
    chat = Chat(replace(acme(), opportunities=(), interviews=())).say("Interview at Hooli on 12 March at 3pm")
    chat.say("no wait that's december 10th not march lol")
    (talk,) = [i for i in chat.known.interviews if i.start > NOW]
    assert (talk.start.month, talk.start.day, talk.start.hour) == (12, 10, 15)
    assert "Which of these is wrong" not in chat.said


def test_a_whole_sentence_is_no_place() -> None:
    known = replace(acme(), person=replace(acme().person, topic=1, zone_confirmed=False, asking="zone", asking_about=0))
    chat = Chat(known).say("my interviewers waren sarah und der VP, forgot his name")
    assert chat.known.person.zone == "Europe/London"
    assert Chat(known).say("in Toronto").known.person.zone == "America/Toronto"


def test_who_writes_in_both_languages_is_answered_as_before() -> None:
    german = replace(acme(), person=replace(acme().person, language="de"))
    mixed = "soll ich ne thank you note schicken or is that cringe in germany"
    assert Chat(german).say(mixed).known.person.language == "de"
    assert Chat(german).say("Can you tell me when I should write to them?").known.person.language == "en"


def test_what_a_stranger_tells_beside_a_hello_is_not_lost() -> None:
    chat = Chat(replace(acme(), opportunities=(), interviews=())).say("hoi, zebra violin wandered through the kitchen")
    assert "kept that as a note" in chat.said
