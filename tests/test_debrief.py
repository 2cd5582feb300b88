"""The debrief as it is typed: the good part first, in own words, with a way out at every step; and no self-reproach."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.decide.debrief_topics import TOPICS
from storage.facts import Answer, EventType, Mood, NoteKind
from tests.conftest import NOON
from tests.in_place import Chat, at_noon, just_over

DONE = {
    "mood": Mood.FINE,
    "interest_said": Answer.YES,
    "window_answer": Answer.NO,
    "promise_answer": Answer.NO,
}
ONLY_NOTES = {
    "interest_shown": 4,
    "next_step_answer": Answer.NO,
    "channel_answer": Answer.NO,
    "met_answer": Answer.NO,
    "detail_answer": Answer.NO,
    "still_wanted": Answer.YES,
}


def at_acme(**changes: object) -> Chat:
    """Ana, whose check-in is done."""
    return Chat(at_noon(**changes), NOON).later(minutes=5)


def begun(**changes: object) -> Chat:
    """Ana has begun the debrief, of which only what is told in own words is open."""
    return at_acme(**{**DONE, **ONLY_NOTES, **changes}).say("/debrief")


def test_it_is_offered_in_one_line_at_the_end_of_the_check_in_and_only_once() -> None:
    chat = just_over().skip_to("promised").tap("No")
    assert chat.said.count("write down what went well") == 1
    chat.tap("No, thanks")
    assert chat.interview.debrief is Answer.NO
    assert "write down" not in chat.said
    assert [n.name for n in chat.known.nudged if n.once == "debrief_offer:2"] == ["debrief_offer"]


def test_it_is_not_offered_to_somebody_who_has_had_enough() -> None:
    assert "went well" not in just_over().tap("Rough").tap("Enough for now").said


def test_the_good_part_comes_first_and_each_question_by_itself() -> None:
    chat = at_acme(**DONE).say("/debrief")
    order = []
    while chat.asked:
        order.append(chat.asked)
        chat.say("skip")
    assert order == [topic.name for topic in TOPICS]
    assert order[0] == "debrief_well"
    assert chat.known.notes == ()
    assert "You were invited" in chat.said


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


def test_what_sounds_like_a_fact_and_is_none_is_the_answer() -> None:
    chat = begun().say("I was able to explain my gap calmly").say("I lost the thread when he asked about money")
    assert chat.notes(NoteKind.WELL) == ["I was able to explain my gap calmly"]
    assert chat.notes(NoteKind.BADLY) == ["I lost the thread when he asked about money"]
    assert (chat.known.events, chat.known.contacts, chat.known.promises) == ((), (), ())


@pytest.mark.parametrize("pass_over", ["skip", "nothing", "no", "Skip"])
def test_each_question_can_be_skipped(pass_over: str) -> None:
    chat = begun()
    while chat.asked:
        before = chat.asked
        chat = chat.tap("Skip") if pass_over == "Skip" else chat.say(pass_over)
        assert chat.asked != before
    assert chat.known.notes == ()
    assert "You were invited" in chat.said


def test_that_is_all_ends_it_and_shows_the_card_with_the_good_points_on_top() -> None:
    chat = begun().say("my portfolio").say("salary").say("Why do you leave?").tap("That's all")
    card = chat.said
    assert card.index("What went well") < card.index("my portfolio") < card.index("For next time")
    assert "1 question to practise" in card
    assert chat.asked is None
    assert "Why do you leave?" in chat.tap("My practice list").said


def test_what_was_left_may_be_answered_when_it_is_begun_again() -> None:
    chat = begun().say("my portfolio").say("that's all").say("/debrief")
    assert chat.asked == "debrief_badly"


def test_a_length_is_kept_so_that_it_can_be_counted() -> None:
    for answer in ("I rambled a lot", "button"):
        chat = begun().skip_to("debrief_length")
        chat = chat.tap("Too long") if answer == "button" else chat.say(answer)
        assert chat.notes(NoteKind.LENGTH) == ["too_long"], answer
        assert chat.asked == "debrief_reaction"


@pytest.mark.parametrize("wanted", [None, Answer.UNSURE, Answer.SKIPPED])
def test_whether_it_is_still_wanted_is_asked_again_when_it_was_open(wanted: Answer | None) -> None:
    chat = begun(still_wanted=wanted).skip_to("wanted")
    assert "do you still want" in chat.said
    assert chat.tap("Yes").interview.still_wanted is Answer.YES
    assert not chat.toast


def test_no_longer_wanting_it_leads_to_a_kind_goodbye() -> None:
    chat = begun(still_wanted=None).skip_to("wanted").tap("No")
    assert chat.event.type is EventType.USER_WITHDRAWS
    assert "Tell them soon" in chat.said


def test_news_that_is_told_in_between_is_news_and_no_note() -> None:
    for hours in (0, 8):
        chat = begun().later(hours=hours).say("I got rejected")
        assert chat.known.notes == ()
        assert chat.event.type is EventType.REJECTED


def test_a_piece_of_news_ends_it_and_it_is_taken_up_again_when_asked_for() -> None:
    chat = begun().say("Interview with Globex on Thursday at 3pm for an hour, designer")
    assert [o.employer for o in chat.known.opportunities] == ["Acme", "Globex"]
    assert chat.notes(NoteKind.WELL) == []
    assert chat.asked is None or not chat.asked.startswith("debrief")
    assert not (chat.say("/cancel").asked or "").startswith("debrief")


def test_an_old_button_says_so() -> None:
    chat = begun().tap("That's all")
    assert chat.tap("Skip").toast
    assert chat.tap("That's all").toast
    assert at_acme(debrief=Answer.NO).press("debrief.yes", 2).toast
    assert at_acme().press("debrief.yes", 9).toast


def test_without_an_interview_there_is_nothing_to_look_back_on() -> None:
    known = replace(at_acme().known, interviews=(), nudged=())
    assert "no interview behind you" in Chat(known).say("debrief").said


# Who was there, and what they told


def at_the_detail() -> Chat:
    return begun(interviewers=("Anna Kim", "Ben"), detail_answer=None, met_answer=Answer.YES).skip_to("detail")


@pytest.mark.parametrize(
    ("text", "names", "roles"),
    [
        (
            "Anna Kim (CTO), Ben from HR and a developer",
            ("Anna Kim", "Ben"),
            [("Anna Kim", "CTO"), ("Ben", "HR"), (None, "a developer")],
        ),
        ("Anna, the CTO, and Ben from HR", ("Anna", "Ben"), [("Anna", "CTO"), ("Ben", "HR")]),
        ("the CTO Anna Kim and two developers", ("Anna Kim",), [("Anna Kim", "CTO"), (None, "two developers")]),
        ("anna and ben", ("Anna", "Ben"), []),
        ("just the recruiter", (), [(None, "the recruiter")]),
        ("Priya who is the hiring manager", ("Priya",), [("Priya", "hiring manager")]),
        ("Sam, VP of sales, Kim, their designer", ("Sam", "Kim"), [("Sam", "VP of sales"), ("Kim", "designer")]),
        ("Dr. Weber (head of research), Jean-Luc", ("Dr. Weber", "Jean-Luc"), [("Dr. Weber", "head of research")]),
    ],
)
def test_names_and_roles_are_read(text: str, names: tuple[str, ...], roles: list[tuple[str | None, str]]) -> None:
    chat = begun(met_answer=None).skip_to("met").say(text)
    assert chat.interview.interviewers == names
    assert [(n.about, n.text) for n in chat.known.notes if n.kind is NoteKind.POSITION] == roles


def test_a_name_in_the_detail_says_who_told_it_and_the_next_of_them_is_asked_about() -> None:
    chat = at_the_detail().say("Anna said that they test every chair")
    assert "Ben" in chat.said
    chat.say("he runs the football team")
    assert [(n.about, n.text) for n in chat.known.notes] == [
        ("Anna Kim", "Anna said that they test every chair"),
        ("Ben", "he runs the football team"),
    ]


def test_a_skip_ends_the_notes_about_each_of_them() -> None:
    chat = at_the_detail().say("Ben said that they test every chair").tap("Skip")
    assert chat.asked == "debrief_badly"
    assert len(chat.known.notes) == 1


def test_without_a_name_nobody_else_is_asked_about() -> None:
    assert at_the_detail().say("they test every chair").asked == "debrief_badly"


# No exam


def test_after_three_self_reproaches_one_thing_that_went_well_is_asked_for() -> None:
    chat = begun().say("nothing")
    chat.say("I rambled. I'm so stupid").say("I always mess up the money question").say("I was terrible at that")
    assert chat.asked == "bright_side"
    assert chat.known.person.reproaches == 0
    chat.say("they laughed at my joke")
    assert chat.notes(NoteKind.WELL) == ["they laughed at my joke"]
    assert chat.asked == "debrief_length"


def test_it_may_be_passed_and_the_debrief_goes_on() -> None:
    chat = begun()
    for text in ("I blew it", "I ruined it", "I am such an idiot"):
        chat.say(text)
    assert chat.asked == "bright_side"
    chat.press("pass.bright_side", 2)
    assert (chat.asked or "").startswith("debrief")
    assert chat.press("pass.bright_side", 2).toast


def test_self_reproaches_count_wherever_they_are_said() -> None:
    known = just_over().known
    chat = Chat(replace(known, person=replace(known.person, reproaches=2)), just_over().now)
    chat.say("terrible, I totally blew it")
    assert chat.interview.mood is Mood.ROUGH
    assert chat.asked == "bright_side"
    chat.say("I was on time")
    assert chat.asked == "said"


@pytest.mark.parametrize("text", ["the coffee was terrible", "they blew up balloons", "I was not stupid"])
def test_what_is_no_self_reproach_does_not_count(text: str) -> None:
    assert begun().say(text).known.person.reproaches == 0
