"""The check-in as an interview ends: four short questions, one at a time, or everything in one breath."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from bot.decide import checklist
from scheduler import nudges
from storage.facts import Answer, EventType, Interview, Mood
from tests.in_place import Chat, just_over

RAMBLING = (
    "it went really well, I met Anna the CTO and Ben from HR, they said they would get back to me by Friday and I told "
    "them that I really want the job, oh and I promised to send my references by Wednesday"
)


# One question at a time


def test_four_short_questions_with_buttons_wherever_there_can_be_some() -> None:
    chat = just_over()
    order = [chat.asked, chat.tap("Great").asked, chat.tap("Yes, I said it").asked]
    order.append(chat.say("by the end of next week").asked)
    chat.tap("No")
    assert order == list(checklist.FIELDS) == ["mood", "said", "window", "promised"]
    assert checklist.is_complete(chat.interview)
    assert chat.asked == "debrief"


def test_each_answer_is_kept_in_its_field() -> None:
    chat = just_over().say("fine").say("no").say("by Friday").say("references by Thursday")
    interview = chat.interview
    assert (interview.mood, interview.interest_said, interview.window_latest) == (
        Mood.FINE,
        Answer.NO,
        date(2026, 12, 4),
    )
    assert [(p.what, p.due) for p in chat.known.promises] == [("references", date(2026, 12, 3))]
    assert interview.promise_answer is Answer.YES


@pytest.mark.parametrize("skip", ["Skip", "skip", "Skip it"])
def test_every_question_can_be_skipped(skip: str) -> None:
    chat = just_over()
    for name in checklist.FIELDS:
        assert chat.asked == name
        (chat.tap if skip == "Skip" else chat.say)(skip)
        assert getattr(chat.interview, checklist.FIELDS[name]) is not None, name
    assert (chat.known.notes, chat.known.promises) == ((), ())


def test_each_question_but_the_first_offers_to_stop() -> None:
    for question in checklist.PARTS:
        verbs = [verb for row in question.presses for verb in row]
        assert f"{question.name}.skipped" in verbs
        assert ("enough" in verbs) is (question.name != "mood")


def test_the_mood_is_answered_like_a_human() -> None:
    assert "Enjoy that" in just_over().tap("Great").said
    assert "solid interview" in just_over().tap("Fine").said
    assert "judges their own interview more harshly" in just_over().tap("Rough").said


def test_the_plan_is_told_once_as_soon_as_it_can_be_made() -> None:
    chat = just_over().tap("Great").tap("Yes, I said it").say("by Friday")
    assert "the plan" not in chat.said
    chat.tap("No")
    assert "Here is the plan for Acme" in chat.said
    chat.tap("Let's do it")
    for _ in range(5):
        assert "the plan" not in chat.tap("Skip").said


def test_a_yes_to_a_promise_asks_which_one() -> None:
    chat = just_over().skip_to("promised").tap("Yes")
    assert chat.asked == "promise_what"
    chat.say("a portfolio by Thursday")
    assert [(p.what, p.due) for p in chat.known.promises] == [("portfolio", date(2026, 12, 3))]


# Enough for now


def test_after_the_first_answer_one_may_stop_and_still_gets_the_plan() -> None:
    chat = just_over().tap("Rough").tap("Enough for now")
    assert "Here is the plan" in chat.said
    assert chat.asked is None
    assert chat.say("thanks").asked is None


def test_that_is_enough_can_be_said_in_words() -> None:
    chat = just_over().tap("Great").say("enough for now")
    assert chat.asked is None
    assert "plan" in chat.said


def test_what_was_left_is_asked_when_the_person_comes_back_to_it() -> None:
    for typed in (None, "/checkin"):
        chat = just_over().tap("Great").tap("Enough for now")
        chat = chat.say(typed) if typed else chat.tap("A few more questions")
        assert chat.asked == "said"
        assert chat.tap("No").asked == "window"


def test_an_unanswered_question_is_asked_once_more_the_next_morning() -> None:
    """By when they answer: it decides on what comes next."""
    chat = just_over().tap("Great").hear("check_in_again")
    assert chat.asked == "window"
    assert chat.say("they didn't say").asked == "said"


def test_another_interview_does_not_bring_back_what_was_left() -> None:
    chat = just_over().tap("Great").tap("Enough for now")
    chat.say("Interview with Globex on Thursday at 3pm for an hour, designer")
    assert chat.asked is None


def test_a_question_that_was_answered_with_something_else_is_not_put_again_at_once() -> None:
    chat = just_over().tap("Great")
    assert chat.asked == "said"
    assert chat.say("I met Priya").asked == "window"
    assert chat.interview.interest_said is None
    assert chat.say("/checkin").asked == "said"


# In one breath


def test_a_long_answer_is_read_for_everything_in_it() -> None:
    chat = just_over().say(RAMBLING)
    interview = chat.interview
    assert (interview.mood, interview.interest_said) == (Mood.GREAT, Answer.YES)
    assert interview.window_latest == date(2026, 12, 4)
    assert interview.interviewers == ("Anna", "Ben")
    assert [(p.what, p.due) for p in chat.known.promises] == [("references", date(2026, 12, 2))]


def test_it_is_repeated_line_by_line_in_one_message_and_nothing_of_it_is_asked_again() -> None:
    chat = just_over().say(RAMBLING)
    kept, question = chat.said.split("\n\n")
    assert len(kept.splitlines()) == 5
    assert "Not right" in chat.buttons
    assert chat.asked == "debrief"
    assert "write down what went well" in question


@pytest.mark.parametrize("correct", ["no, by Monday", "no, they said by Monday", "button"])
def test_what_was_understood_wrongly_is_corrected_in_a_word(correct: str) -> None:
    chat = just_over().say(RAMBLING)
    if correct == "button":
        chat.tap("Not right").say("they said by Monday")
    else:
        chat.say(correct)
    assert chat.interview.window_latest == date(2026, 12, 7)
    assert chat.interview.mood is Mood.GREAT


def test_one_line_of_it_can_be_dropped() -> None:
    chat = just_over().say(RAMBLING).tap("Not right")
    chat.tap(next(label for label in chat.buttons if "promised" in label))
    assert chat.known.promises == ()
    assert chat.interview.mood is Mood.GREAT


def test_a_promise_without_its_day_is_asked_about_at_once() -> None:
    chat = just_over().say("It was fine, and I promised to send a portfolio.")
    assert chat.asked == "promise_due"
    chat.say("Thursday")
    assert [promise.due for promise in chat.known.promises] == [date(2026, 12, 3)]
    assert chat.interview.promise_answer is Answer.YES
    assert chat.asked == "said"


def test_leaving_is_asked_about_before_anything_follows_from_it() -> None:
    chat = just_over().say("It was fine, but honestly I don't want the job any more")
    assert chat.known.events == ()
    assert chat.asked == "wanted"
    assert chat.tap("No").event.type is EventType.USER_WITHDRAWS
    assert "Tell them soon" in chat.said
    assert chat.asked is None


def test_whoever_wants_it_after_all_has_left_nothing() -> None:
    chat = just_over().say("It was fine, but honestly I don't want the job any more").say("not sure")
    assert chat.known.events == ()
    assert chat.interview.still_wanted is Answer.UNSURE


def test_it_may_be_told_before_it_is_asked() -> None:
    chat = Chat(replace(just_over().known, nudged=()), just_over().interview.end)
    chat.later(minutes=2).say("just out of Acme, it went great and they will call me by Friday")
    assert (chat.interview.mood, chat.interview.window_latest) == (Mood.GREAT, date(2026, 12, 4))
    assert chat.asked == "said"
    assert all(plan.name != "check_in" for plan in [nudges.due(chat.known, chat.now)] if plan)


def told(text: str) -> Interview:
    return just_over().say(text).interview


@pytest.mark.parametrize(
    ("text", "read", "value"),
    [
        ("The interview was okay, she'll call me.", lambda i: i.mood, Mood.FINE),
        ("Well, it was rough. They'll call.", lambda i: i.mood, Mood.ROUGH),
        ("Good. They'll call.", lambda i: i.channel_answer, Answer.YES),
        ("Not bad at all. I met Priya.", lambda i: i.mood, Mood.FINE),
        ("It was fine. I said I'd love to work there.", lambda i: i.interest_said, Answer.YES),
        ("It was fine. I made it clear that I want the job.", lambda i: i.interest_said, Answer.YES),
        ("It was fine but I forgot to say that I want it.", lambda i: i.interest_said, Answer.NO),
        ("It was fine. I should hear from them by Thursday.", lambda i: i.window_latest, date(2026, 12, 3)),
        ("It was awful. They want to let me know on Thursday.", lambda i: i.window_latest, date(2026, 12, 3)),
        ("It was fine. Nobody said when they will decide.", lambda i: i.window_answer, Answer.NO),
        ("It was fine. I didn't promise anything.", lambda i: i.promise_answer, Answer.NO),
        ("It was fine and I really want this job.", lambda i: i.still_wanted, Answer.YES),
    ],
)
def test_clear_clauses_are_read(text: str, read: Callable[[Interview], object], value: object) -> None:
    assert read(told(text)) == value


@pytest.mark.parametrize(
    "text",
    [
        "It was fine. I hope they call me by Friday.",
        "It was fine. Will they write by Friday?",
        "It was fine. If they call me by Friday I will be happy.",
        "It was fine. I promised myself to sleep by ten.",
        "It was fine. They told me to call them next week.",
        "It was fine. My friend said the team is great.",
        "It was fine. They have a great office with a good kitchen.",
    ],
)
def test_hopes_questions_and_small_details_are_no_facts(text: str) -> None:
    assert told(text) == told("It was fine.")


def test_a_refusal_told_in_the_same_breath_is_kept_with_the_rest() -> None:
    chat = just_over().say("It went fine, I met Anna, and in the end I got rejected")
    assert chat.event.type is EventType.REJECTED
    assert chat.interview.mood is Mood.FINE
    assert chat.asked is None


# Old buttons


def test_an_answered_question_is_not_answered_by_an_old_button() -> None:
    chat = just_over().tap("Great").tap("No")
    before = chat.interview
    assert chat.press("mood.rough", 2).toast
    assert chat.interview == before
    assert chat.press("shown.3", 99).toast


def test_what_is_told_after_not_right_takes_the_place_of_what_was_wrong() -> None:
    chat = just_over().say("they answer by Friday").tap("Not right").say("they answer by Monday 14 December")
    assert chat.interview.window_latest == date(2026, 12, 14)
    assert not chat.known.events
