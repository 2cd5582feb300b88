"""The debrief: the good part first, in the Person's own words, with a way out at every step; and no self-reproach."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.dialogue import debrief
from storage.facts import Answer, Mood, NoteKind
from tests.conftest import NOON
from tests.test_check_in import Chat, asked, at_acme

DONE = {
    "mood": Mood.FINE,
    "interest_said": Answer.YES,
    "interest_shown": 4,
    "next_step_answer": Answer.NO,
    "window_answer": Answer.NO,
    "channel_answer": Answer.NO,
    "met_answer": Answer.SKIPPED,
    "promise_answer": Answer.NO,
    "detail_answer": Answer.SKIPPED,
}


def begun(**changes: object) -> Chat:
    """Ana, whose check-in is done, has begun the debrief."""
    return Chat(at_acme(**{**DONE, "still_wanted": Answer.YES, **changes}), NOON + timedelta(hours=1)).say("/debrief")


def test_it_is_offered_in_one_line_at_the_end_of_the_check_in_and_only_once() -> None:
    chat = Chat(at_acme(**DONE), NOON + timedelta(hours=1)).say("/checkin").tap("Yes")
    assert "write down what went well" in chat.said[-1]
    chat.tap("No, thanks")
    assert chat.interview.debrief is Answer.NO
    assert len(chat.said) == 1
    assert [n.name for n in chat.known.nudged if n.once == "debrief_offer:2"] == ["debrief_offer"]


def test_it_is_not_offered_to_somebody_who_has_had_enough() -> None:
    chat = asked().tap("Rough").tap("Enough for now")
    assert not any("went well" in said for said in chat.said)


def test_the_good_part_comes_first_and_each_question_by_itself() -> None:
    chat = begun()
    order = []
    for _ in debrief.TOPICS:
        order.append(chat.known.person.asking)
        chat.say("something")
    assert order == list(debrief.NAMES)
    assert order[:3] == ["debrief_well", "debrief_badly", "debrief_unprepared"]
    assert chat.known.person.asking is None
    assert [note.kind for note in chat.known.notes] == [topic.kind for topic in debrief.TOPICS]


def test_three_that_went_well_and_one_question_a_line() -> None:
    chat = begun().say("- my portfolio\n- the small talk\n- calm\n- the end").say("salary, because I had no number")
    chat.say("1. Why do you leave?\n2. What is your weakness?\n\n3) Where in five years?")
    assert chat.notes(NoteKind.WELL) == ["my portfolio", "the small talk", "calm; the end"]
    assert chat.notes(NoteKind.BADLY) == ["salary, because I had no number"]
    assert chat.notes(NoteKind.UNPREPARED) == [
        "Why do you leave?",
        "What is your weakness?",
        "Where in five years?",
    ]
    assert {note.interview_id for note in chat.known.notes} == {2}


def test_whatever_is_typed_is_the_answer() -> None:
    chat = begun().say("they said no word about my gap").say("I told them I would call them tomorrow")
    assert chat.notes(NoteKind.WELL) == ["they said no word about my gap"]
    assert chat.known.events == chat.known.contacts == chat.known.promises == ()


@pytest.mark.parametrize("pass_over", ["skip", "nothing", "no"])
def test_each_question_can_be_skipped(pass_over: str) -> None:
    chat = begun()
    for _ in debrief.TOPICS:
        chat.say(pass_over)
    assert chat.known.notes == ()
    assert len(chat.interview.passed_over) == len(debrief.TOPICS)
    assert "You were invited" in chat.said[0]


def test_that_is_all_ends_it_and_shows_the_card_with_the_good_points_on_top() -> None:
    chat = begun().say("my portfolio").say("salary").say("Why do you leave?").tap("That's all")
    (card,) = chat.said
    assert card.index("What went well") < card.index("my portfolio") < card.index("For next time")
    assert "1 question to practise" in card
    assert chat.known.person.asking is None
    assert "Why do you leave?" in chat.tap("My practice list").said[0]


def test_what_was_left_may_be_answered_when_it_is_begun_again() -> None:
    chat = begun().say("my portfolio").say("that's all").say("/debrief")
    assert chat.known.person.asking == "debrief_badly"


def test_a_length_is_kept_so_that_it_can_be_counted() -> None:
    for answer in ("I rambled a lot", "button"):
        chat = begun()
        for _ in range(4):
            chat.tap("Skip")
        chat = chat.tap("Too long") if answer == "button" else chat.say(answer)
        assert chat.notes(NoteKind.LENGTH) == ["too_long"]
        assert chat.known.person.asking == "debrief_reaction"


@pytest.mark.parametrize("wanted", [None, Answer.UNSURE, Answer.SKIPPED])
def test_whether_it_is_still_wanted_is_asked_again_when_it_was_open(wanted: Answer | None) -> None:
    chat = begun(still_wanted=wanted).tap("That's all")
    assert "do you still want" in chat.said[-1]
    chat.tap("Yes")
    assert chat.interview.still_wanted is Answer.YES
    assert not chat.toast


def test_somebody_who_wants_it_is_not_asked_again() -> None:
    assert len(begun().tap("That's all").said) == 1


def test_hours_later_the_question_takes_no_news_for_an_answer() -> None:
    chat = begun()
    chat.now += timedelta(hours=8)
    chat.say("I got rejected")
    assert chat.known.notes == ()
    assert len(chat.known.events) == 1


def test_another_question_closes_it_until_the_person_comes_back() -> None:
    chat = begun().say("Interview with Globex on Thursday at 3pm for an hour, designer")
    assert chat.notes(NoteKind.WELL) != []
    chat.say("/cancel").say("/interview Globex on Thursday at 3pm for an hour, designer")
    assert not (chat.known.person.asking or "").startswith("debrief")


def test_an_old_button_says_so() -> None:
    chat = begun().tap("That's all")
    assert chat.tap("Skip").toast
    assert chat.tap("That's all").toast
    assert Chat(at_acme(debrief=Answer.NO)).press("1:debrief.yes:2:0").toast
    assert Chat(at_acme()).press("1:debrief.yes:9:0").toast


def test_without_an_interview_there_is_nothing_to_look_back_on() -> None:
    assert "no interview behind you" in Chat(replace(at_acme(), interviews=())).say("debrief").said[0]


# No exam


def test_after_three_self_reproaches_one_thing_that_went_well_is_asked_for() -> None:
    chat = begun().say("nothing")
    chat.say("I rambled. I'm so stupid").say("I always mess up the money question").say("I was terrible at that")
    assert chat.known.person.asking == "bright_side"
    assert chat.known.person.reproaches == 0
    chat.say("they laughed at my joke")
    assert chat.notes(NoteKind.WELL) == ["they laughed at my joke"]
    assert chat.known.person.asking == "debrief_length"


def test_it_may_be_passed_and_the_debrief_goes_on() -> None:
    chat = begun()
    for text in ("I blew it", "I ruined it", "I am such an idiot"):
        chat.say(text)
    chat.press("1:pass.bright_side:2:0")
    assert chat.known.person.asking == "debrief_example"
    assert chat.press("1:pass.bright_side:2:0").toast


def test_self_reproaches_count_wherever_they_are_said() -> None:
    known = at_acme()
    chat = Chat(replace(known, person=replace(known.person, reproaches=2))).hear("check_in")
    chat.say("terrible, I totally blew it")
    assert chat.interview.mood is Mood.ROUGH
    assert chat.known.person.asking == "bright_side"
    chat.say("I was on time")
    assert chat.known.person.asking == "said"


@pytest.mark.parametrize("text", ["the coffee was terrible", "they blew up balloons", "I was not stupid"])
def test_what_is_no_self_reproach_does_not_count(text: str) -> None:
    assert begun().say(text).known.person.reproaches == 0
