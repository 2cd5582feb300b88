"""The check-in as the interview ends: one short question at a time, or everything in one breath."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from bot.coaching import unasked
from bot.dialogue import answers, check_in, respond
from bot.dialogue.check_in.names import people_in
from bot.dialogue.talk import Pressed
from bot.turn import Edit, Incoming, Kind, Message, Toast
from scheduler import nudges
from storage.facts import (
    Answer,
    Channel,
    EventType,
    Interview,
    Known,
    Mood,
    Note,
    NoteKind,
    Opportunity,
    Person,
    Promise,
)
from tests.conftest import NOON

ANA = 7
EN = answers.of("en")


@dataclass
class Chat:
    """A conversation with Ana: what is known, what was said last, and the buttons that she has seen."""

    known: Known
    now: datetime = NOON
    said: list[str] = field(default_factory=list)
    toast: str = ""
    buttons: dict[str, str] = field(default_factory=dict)

    def say(self, text: str) -> Chat:
        return self._take(Incoming(kind=Kind.TEXT, person_id=ANA, chat_id=ANA, name="Ana", text=text))

    def tap(self, label: str) -> Chat:
        return self.press(self.buttons[label])

    def press(self, data: str) -> Chat:
        return self._take(Incoming(kind=Kind.PRESS, person_id=ANA, chat_id=ANA, message_id=1, press_id="p", data=data))

    def _take(self, incoming: Incoming) -> Chat:
        turn = respond(incoming, self.known, self.now)
        self.known = turn.known or self.known
        shown = [saying for saying in turn.say if isinstance(saying, Message | Edit)]
        self.said = [plain(saying.text) for saying in shown]
        self.toast = next((saying.text for saying in turn.say if isinstance(saying, Toast)), "")
        self.buttons |= {button.label: button.data for saying in shown for row in saying.buttons for button in row}
        return self

    def hear(self, name: str) -> Chat:
        """Let the time pass until that nudge is said."""
        while True:
            plan = nudges.due(self.known, self.now)
            if plan is not None:
                self.known, message = unasked.speak(self.known, plan, self.now)
                self.said = [plain(message.text)]
                self.buttons |= {button.label: button.data for row in message.buttons for button in row}
                if plan.name == name:
                    return self
            following = nudges.next_wake(self.known, self.now)
            assert following is not None, f"{name} never came"
            self.now = max(following, self.now + timedelta(seconds=1))

    def skip_to(self, name: str) -> Chat:
        """Skip every question before that one."""
        while self.known.person.asking != name:
            assert self.known.person.asking, f"{name} is not asked"
            self.say("skip")
        return self

    @property
    def interview(self) -> Interview:
        return self.known.interviews[0]

    def notes(self, kind: NoteKind) -> list[str]:
        return [note.text for note in self.known.notes if note.kind is kind]


def plain(text: str) -> str:
    return re.sub("<[^>]+>", "", text)


def at_acme(**changes: Any) -> Known:
    """Ana in London, whose interview at Acme ended at noon on a Monday."""
    interview = Interview(id=2, opportunity_id=1, start=NOON - timedelta(hours=1), end=NOON)
    return Known(
        person=Person(id=ANA, name="Ana", zone="Europe/London", zone_confirmed=True, serial=2),
        opportunities=(Opportunity(id=1, employer="Acme", role="designer"),),
        interviews=(replace(interview, **changes),),
    )


def asked(**changes: Any) -> Chat:
    """Ana has just been asked how it went."""
    return Chat(at_acme(**changes)).hear("check_in")


# One question at a time


def test_ten_short_questions_with_buttons_wherever_there_can_be_some() -> None:
    chat = asked()
    order = []
    for act in (
        lambda: chat.tap("Great"),
        lambda: chat.tap("Yes, I said it"),
        lambda: chat.say("by the end of next week"),
        lambda: chat.tap("E-mail"),
        lambda: chat.tap("No"),
        lambda: chat.say("Anna Kim (CTO) and a developer"),
        lambda: chat.say("they build every prototype twice"),
        lambda: chat.tap("4"),
        lambda: chat.say("a second talk, with the CTO"),
        lambda: chat.tap("Yes"),
    ):
        order.append(chat.known.person.asking)
        act()
    assert order == [part.name for part in check_in.PARTS]
    assert check_in.first_open(chat.interview) is None
    assert chat.known.person.asking is None


def test_each_answer_is_kept_in_its_field() -> None:
    chat = asked()
    chat.say("fine").say("no").say("by Friday").say("they call").say("references by Thursday")
    chat.say("Ben").say("they moved here last year").say("two").say("a task to do at home").say("not sure")
    interview = chat.interview
    assert (interview.mood, interview.interest_said, interview.interest_shown) == (Mood.FINE, Answer.NO, 2)
    assert (interview.next_step_answer, interview.window_latest) == (Answer.YES, date(2026, 12, 4))
    assert chat.known.opportunities[0].preferred_channel is Channel.PHONE
    assert (interview.interviewers, interview.met_answer) == (("Ben",), Answer.YES)
    assert [(p.what, p.due) for p in chat.known.promises] == [("references", date(2026, 12, 3))]
    assert (interview.detail_answer, interview.still_wanted) == (Answer.YES, Answer.UNSURE)
    assert chat.notes(NoteKind.NEXT_STEP) == ["a task to do at home"]
    assert chat.notes(NoteKind.DETAIL) == ["they moved here last year"]


@pytest.mark.parametrize("skip", ["Skip", "skip", "Skip it"])
def test_every_question_can_be_skipped(skip: str) -> None:
    chat = asked()
    for part in check_in.PARTS:
        assert chat.known.person.asking == part.name
        (chat.tap if skip == "Skip" else chat.say)(skip)
        assert part.is_answered(chat.interview), part.name
    assert chat.interview.interest_shown == 0
    assert chat.known.notes == chat.known.promises == ()


def test_each_question_but_the_first_offers_to_stop() -> None:
    for part in check_in.PARTS:
        verbs = [verb for row in part.buttons for verb in row]
        assert f"{part.name}.skipped" in verbs
        assert ("enough" in verbs) is (part is not check_in.MOOD)


def test_the_mood_is_answered_like_a_human() -> None:
    assert "Lovely" in asked().tap("Great").said[0]
    assert "solid talk" in asked().tap("Fine").said[0]
    assert "sorry" in asked().tap("Rough").said[0]


def test_the_plan_is_told_once_as_soon_as_it_can_be_made() -> None:
    chat = asked().tap("Great").tap("Yes, I said it").say("by Friday").tap("E-mail")
    assert not any("plan" in said for said in chat.said)
    chat.tap("No")
    assert "Here is the plan for Acme" in chat.said[0]
    assert "Who was there" in chat.said[-1]
    for _ in range(5):
        assert not any("the plan" in said for said in chat.tap("Skip").said)


def test_who_was_there_is_not_asked_when_it_is_known() -> None:
    chat = asked(interviewers=("Anna",)).skip_to("promised").tap("No")
    assert chat.known.person.asking == "detail"


# Enough for now


def test_after_the_first_answer_one_may_stop_and_still_gets_the_plan() -> None:
    chat = asked().tap("Rough").tap("Enough for now")
    assert "Here is the plan" in chat.said[0]
    assert chat.known.person.asking is None
    assert chat.say("thanks").known.person.asking is None


def test_that_is_enough_can_be_said_in_words() -> None:
    chat = asked().tap("Great").say("enough for now")
    assert chat.known.person.asking is None
    assert "plan" in chat.said[0]


def test_what_was_left_is_asked_when_the_person_comes_back_to_it() -> None:
    left = asked().tap("Great").tap("Enough for now")
    for come_back in (lambda chat: chat.tap("A few more questions"), lambda chat: chat.say("/checkin")):
        chat = come_back(Chat(left.known, left.now, buttons=dict(left.buttons)))
        assert chat.known.person.asking == "said"
        assert chat.tap("No").known.person.asking == "window"


def test_an_unanswered_question_is_asked_once_more_the_next_morning() -> None:
    chat = asked().tap("Great").hear("check_in_again")
    assert chat.known.person.asking == "said"
    assert chat.tap("No").known.person.asking == "window"


def test_another_interview_does_not_bring_back_what_was_left() -> None:
    chat = asked().tap("Great").tap("Enough for now")
    chat.say("Interview with Globex on Thursday at 3pm for an hour, designer")
    assert chat.known.person.asking is None


# In one breath

RAMBLING = (
    "it went really well I met Anna the CTO and Ben from HR they said they would get back to me by Friday and I told "
    "them that I really want the job oh and I promised to send my references by Wednesday they told me that the team "
    "ships every day"
)


def test_a_long_answer_is_read_for_everything_in_it() -> None:
    chat = asked().say(RAMBLING)
    interview = chat.interview
    assert (interview.mood, interview.interest_said) == (Mood.GREAT, Answer.YES)
    assert interview.window_latest == date(2026, 12, 4)
    assert interview.interviewers == ("Anna", "Ben")
    assert [(p.what, p.due) for p in chat.known.promises] == [("references", date(2026, 12, 2))]
    assert chat.notes(NoteKind.DETAIL) == ["the team ships every day"]
    assert chat.notes(NoteKind.POSITION) == ["CTO", "HR"]


def test_it_is_repeated_in_one_list_and_not_asked_again() -> None:
    chat = asked().say(RAMBLING)
    assert "This is what I understood" in chat.said[0]
    assert chat.said[0].count("•") == 6
    assert len(chat.said) == 2
    left = []
    while chat.known.person.asking:
        left.append(chat.known.person.asking)
        chat.tap("Skip")
    assert left == ["channel", "shown", "next_step", "wanted"]


@pytest.mark.parametrize("correct", ["no, by Monday", "button"])
def test_what_was_understood_wrongly_is_corrected_in_a_word(correct: str) -> None:
    chat = asked().say(RAMBLING)
    if correct == "button":
        chat.tap("Not right").say("by Monday")
    else:
        chat.say(correct)
    assert chat.interview.window_latest == date(2026, 12, 7)
    assert chat.interview.mood is Mood.GREAT
    assert chat.known.person.asking == "channel"


def test_a_promise_without_its_day_is_asked_about_at_once() -> None:
    chat = asked().say("It was fine, and I promised to send a portfolio.")
    assert chat.known.person.asking == "promise_due"
    chat.say("Thursday")
    assert chat.known.promises[0].due == date(2026, 12, 3)
    assert chat.interview.promise_answer is Answer.YES


def test_leaving_is_asked_about_before_anything_follows_from_it() -> None:
    chat = asked().say("It was fine, they didn't say when, but honestly I don't want the job any more")
    assert chat.known.events == ()
    assert chat.known.person.asking == "wanted"
    chat.press(Pressed("wanted.no", chat.interview.id).data())
    assert [event.type for event in chat.known.events] == [EventType.USER_WITHDRAWS]


def test_it_may_be_told_before_it_is_asked() -> None:
    chat = Chat(at_acme(), NOON + timedelta(minutes=2))
    chat.say("just out of Acme, it went great and they will call me by Friday")
    assert (chat.interview.mood, chat.interview.window_latest) == (Mood.GREAT, date(2026, 12, 4))
    assert nudges.check_in(nudges.look_at(chat.known, chat.known.opportunities[0], chat.now)) is not None
    assert chat.known.person.asking == "said"


def told(text: str) -> Interview:
    return asked().say(text).interview


@pytest.mark.parametrize(
    ("text", "read", "value"),
    [
        ("It was awful. They want to let me know on Thursday.", lambda i: i.mood, Mood.ROUGH),
        ("The interview was okay, she'll call me.", lambda i: i.mood, Mood.FINE),
        ("Went brilliantly! I told her that I'm very interested.", lambda i: i.mood, Mood.GREAT),
        ("Well, it was rough. They'll call.", lambda i: i.mood, Mood.ROUGH),
        ("Good. They'll call.", lambda i: i.channel_answer, Answer.YES),
        ("Not bad at all. I met Priya.", lambda i: i.mood, Mood.FINE),
        ("It was fine. I said I'd love to work there.", lambda i: i.interest_said, Answer.YES),
        ("It was fine. I made it clear that I want the job.", lambda i: i.interest_said, Answer.YES),
        ("It was fine but I forgot to say that I want it.", lambda i: i.interest_said, Answer.NO),
        ("It was fine. I should hear from them by Thursday.", lambda i: i.window_latest, date(2026, 12, 3)),
        ("It was fine. They hope to decide next week.", lambda i: i.window_latest, None),
        ("It was fine. Nobody said when they will decide.", lambda i: i.window_answer, Answer.NO),
        ("It was fine. Dr. Weber will e-mail me.", lambda i: i.channel_answer, Answer.YES),
        ("It was fine. I spoke to Maria, the head of design.", lambda i: i.interviewers, ("Maria",)),
        ("It was fine. I didn't promise anything.", lambda i: i.promise_answer, Answer.NO),
        ("It was fine. The next step is a task to do at home.", lambda i: i.next_step_answer, Answer.YES),
        ("It was fine and I really want this job.", lambda i: i.still_wanted, Answer.YES),
        ("It was fine. I'm not sure that I want the job.", lambda i: i.still_wanted, Answer.UNSURE),
    ],
)
def test_clear_clauses_are_read(text: str, read: Callable[[Interview], Any], value: Any) -> None:
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
    assert told(text) == replace(told("It was fine."), version=told(text).version)


def test_what_was_told_in_two_ways_is_asked() -> None:
    chat = asked().say("The first half was awful. It was great. They will call me by Friday.")
    assert chat.interview.mood is None
    assert chat.known.person.asking == "mood"
    assert chat.interview.window_latest == date(2026, 12, 4)


def test_the_rest_of_a_long_answer_is_the_answer_in_own_words() -> None:
    chat = asked().skip_to("detail")
    chat.say("They build every prototype twice. The next step is a task to do at home, and I really want this job.")
    assert chat.notes(NoteKind.DETAIL) == ["They build every prototype twice"]
    assert chat.notes(NoteKind.NEXT_STEP) == ["The next step is a task to do at home"]
    assert chat.interview.still_wanted is Answer.YES
    assert chat.known.person.asking == "shown"


# Who was there, and what they told


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Anna Kim (CTO), Ben from HR and a developer", [("Anna Kim", "CTO"), ("Ben", "HR"), (None, "a developer")]),
        ("Anna, the CTO, and Ben from HR", [("Anna", "CTO"), ("Ben", "HR")]),
        ("the CTO Anna Kim and two developers", [("Anna Kim", "CTO"), (None, "two developers")]),
        ("anna and ben", [("Anna", None), ("Ben", None)]),
        ("just the recruiter", [(None, "the recruiter")]),
        ("Priya who is the hiring manager", [("Priya", "hiring manager")]),
        ("Sam, VP of sales, Kim, their designer", [("Sam", "VP of sales"), ("Kim", "designer")]),
        ("Dr. Weber (head of research)\nJean-Luc", [("Dr. Weber", "head of research"), ("Jean-Luc", None)]),
    ],
)
def test_names_and_roles_are_read(text: str, people: list[tuple[str | None, str | None]]) -> None:
    assert [(met.name, met.role) for met in people_in(text, EN.people)] == people


def test_a_role_is_noted_by_its_name_and_may_be_corrected() -> None:
    chat = asked().skip_to("met")
    chat.say("Anna (CTO) and Ben")
    assert [(n.about, n.text) for n in chat.known.notes] == [("Anna", "CTO")]
    chat.say("no, Anna (CEO) and Carla")
    assert chat.interview.interviewers == ("Anna", "Carla")
    assert [(n.about, n.text) for n in chat.known.notes] == [("Anna", "CEO")]
    assert chat.known.person.asking == "detail"


def at_the_detail() -> Chat:
    return asked(interviewers=("Anna Kim", "Ben")).skip_to("detail")


def test_a_name_in_the_detail_says_who_told_it_and_the_next_of_them_is_asked_about() -> None:
    chat = at_the_detail().say("Anna said that they test every chair")
    assert "Ben" in chat.said[-1]
    chat.say("he runs the football team")
    assert [(n.about, n.text) for n in chat.known.notes] == [
        ("Anna Kim", "Anna said that they test every chair"),
        ("Ben", "he runs the football team"),
    ]
    assert chat.known.person.asking == "shown"


def test_a_skip_ends_the_notes_about_each_of_them() -> None:
    chat = at_the_detail().say("Ben said that they test every chair").tap("Skip")
    assert chat.known.person.asking == "shown"
    assert len(chat.known.notes) == 1


def test_without_a_name_nobody_else_is_asked_about() -> None:
    assert at_the_detail().say("they test every chair").known.person.asking == "shown"


# Still wanted, news, old buttons


def test_no_longer_wanting_it_leads_to_a_kind_goodbye() -> None:
    chat = at_the_detail().skip_to("wanted").press(Pressed("wanted.no", 2).data())
    assert chat.interview.still_wanted is Answer.NO
    assert [event.type for event in chat.known.events] == [EventType.USER_WITHDRAWS]
    assert "Tell Acme soon" in " ".join(chat.said)
    assert chat.known.person.asking is None


def test_an_answered_question_is_not_answered_by_an_old_button() -> None:
    chat = asked().tap("Great").tap("No")
    before = chat.known
    chat.press(Pressed("mood.rough", 2).data())
    assert chat.toast
    assert chat.interview == before.interviews[0]
    assert chat.press(Pressed("shown.3", 99).data()).toast


def test_a_question_about_contact_is_no_answer_in_own_words() -> None:
    chat = asked().skip_to("detail")
    chat.say("should I write to them now?")
    assert chat.interview.detail_answer is None


def test_hours_later_a_text_is_read_for_news_first() -> None:
    chat = asked().skip_to("detail")
    chat.now += timedelta(hours=6)
    chat.say("I got rejected")
    assert [event.type for event in chat.known.events] == [EventType.REJECTED]


def test_a_refusal_told_in_the_same_breath_weighs_more_than_an_answer() -> None:
    chat = asked().say("It went fine, I met Anna, and in the end I got rejected")
    assert [event.type for event in chat.known.events] == [EventType.REJECTED]
    assert chat.interview.mood is Mood.FINE


def test_notes_and_promises_belong_to_the_opportunity() -> None:
    chat = asked().say(RAMBLING)
    assert {fact.opportunity_id for fact in (*chat.known.notes, *chat.known.promises)} == {1}
    assert all(isinstance(fact, Note | Promise) for fact in (*chat.known.notes, *chat.known.promises))
