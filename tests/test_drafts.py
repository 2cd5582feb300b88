"""Drafts: composed from what the Person gave, short, with one question at most, and different for each of a panel."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from babel.messages.pofile import read_po
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot import words
from bot.coaching.checking.values import About, Kind, Purpose
from bot.coaching.checks import check
from bot.coaching.drafts import (
    DRAFTS,
    Draft,
    LateCall,
    Style,
    draft,
    follow_up,
    promised,
    rejection_thanks,
    second_follow_up,
    thank_you,
    told,
)
from bot.coaching.drafts.composing import LIMITS
from bot.coaching.drafts.forms import Form, Reader, Told
from bot.coaching.drafts.voice import Facts
from bot.decide.buttons import ON_BUTTONS
from storage.facts import (
    Answer,
    Channel,
    Contact,
    ContactKind,
    Event,
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

START = datetime(2026, 12, 1, 10, tzinfo=UTC)
"""A Tuesday."""
CATALOGUE = {
    str(message.id).removeprefix("draft."): str(message.string)
    for message in read_po(BytesIO((Path(words.__file__).parent / "en" / "drafts.po").read_bytes()))
    if message.id
}
WORD = re.compile(r"\w+")
SENTENCE = re.compile(r"(?<=[.?!…]) (?=[A-Z“])")
INTEREST = re.compile(
    r"want (?:to|this|it|me)|to be part of|wanting the job|like to (?:do|join)|like this job|love to"
    r"|glad to (?:work|join)|very (?:much|interested|glad|happy)|bit as interested|looking forward|made me want"
    r"|first choice|keener|heart is|delighted|made my day"
)
ALWAYS_INTERESTED = (
    *("sentence", "thank_you", "follow_up", "second_follow_up", "deadline", "promised", "document_sent"),
    *("reply_invitation", "offer_received", "spoken_offer", "more_time"),
)
ONE_QUESTION = (
    "follow_up",
    "second_follow_up",
    "deadline",
    "rejection_thanks",
    "late_call",
    "spoken_offer",
    "more_time",
)
NO_QUESTION = ("sentence", "promised", "document_sent", "withdrawal", "linkedin", "keep_in_touch")
NEEDED: dict[str, dict[str, Any]] = {
    "promised": {"what": "send them two vellum samples", "late": True},
    "keep_in_touch": {"what": "I finished the kiln course in Ravna"},
}


def maya(role: str | None = "data analyst", *, via_agency: bool = False, **interview: Any) -> Known:
    """Maya in London, who was at Hartwell on Tuesday and talked to Anna."""
    return Known(
        person=Person(id=1, name="Maya", zone="Europe/London"),
        opportunities=(Opportunity(id=1, employer="Hartwell", role=role, via_agency=via_agency),),
        interviews=(
            Interview(
                id=2,
                opportunity_id=1,
                start=START,
                end=START + timedelta(hours=1),
                **{"interviewers": ("Anna",), "interest_said": Answer.YES} | interview,
            ),
        ),
    )


def noted(known: Known, kind: NoteKind, text: str, about: str | None = None) -> Known:
    """With one note more about the talk."""
    note = Note(id=len(known.notes) + 10, opportunity_id=1, kind=kind, text=text, at=START, interview_id=2, about=about)
    return replace(known, notes=(*known.notes, note))


def told_them(known: Known, kind: EventType, **values: Any) -> Known:
    """With one event more."""
    event = Event(id=len(known.events) + 30, opportunity_id=1, type=kind, at=START + timedelta(days=2), **values)
    return replace(known, events=(*known.events, event))


def made(known: Known, name: str, **params: Any) -> Draft:
    """The draft about the only Opportunity."""
    params = NEEDED.get(name, {}) | params
    interview = known.interviews[0] if known.interviews else None
    return draft(name, known, known.opportunities[0], interview=interview, **params)


def body(text: str) -> list[str]:
    """The sentences between greeting and regards; all of what is said aloud or sent as one paragraph."""
    parts = text.split("\n\n")
    return SENTENCE.split(" ".join(parts[1:-1])) if len(parts) >= 3 else [text]


# Whole drafts, to be read


def test_a_thank_you() -> None:
    known = maya(window_answer=Answer.NO, mood=Mood.GREAT)
    known = noted(known, NoteKind.DETAIL, "That they are moving to event sourcing.", "Anna")

    assert made(known, "thank_you", now=START + timedelta(hours=5)) == Draft(
        "Thank you – data analyst interview",
        """\
Hello Anna,

Thank you for a good conversation this morning. It was a pleasure to meet you.

It was good to hear that you are moving to event sourcing. I'd very much like to join you and help with it.

Could you tell me roughly when I can expect to hear from you?

Kind regards
Maya""",
    )


def test_a_thank_you_after_a_talk_in_which_the_interest_was_not_said_with_nothing_else_known() -> None:
    assert (
        made(maya(role=None, interviewers=(), interest_said=Answer.NO), "thank_you").text
        == """\
Hello,

Thank you for taking the time to talk with me. One thing I didn't say when we spoke: I'd be very glad to join you.

I look forward to hearing from you.

Kind regards
Maya"""
    )


def test_a_follow_up_into_which_the_missing_thanks_are_folded() -> None:
    known = noted(maya(), NoteKind.DETAIL, "Anna said the team doubled in a year")
    known = noted(known, NoteKind.IDEA, "I'd start by talking to their support team")

    assert made(known, "follow_up") == Draft(
        "Data analyst role: our conversation",
        """\
Hello Anna,

Thank you for talking with me on Tuesday 1 December about the data analyst role. I'm still very interested. One \
thought since then: if I started tomorrow, I'd begin with talking to your support team.

Is there any news yet, or a rough idea of when you'll decide?

Kind regards
Maya""",
    )


def test_a_follow_up_by_phone_by_text_and_through_an_agency() -> None:
    thanked = Contact(id=5, opportunity_id=1, at=START + timedelta(hours=3), kind=ContactKind.THANK_YOU)
    known = replace(maya(mood=Mood.FINE), contacts=(thanked,))
    assert made(known, "follow_up", channel=Channel.PHONE) == Draft(
        None,
        "Hello, this is Maya. I hope this is a good moment. We spoke on Tuesday 1 December about the data analyst "
        "role. I'm still very interested.\n"
        "Is there any news yet, or a rough idea of when you'll decide?\n"
        "If there is news: “Thank you for telling me.”\n"
        "If there is none yet: “That's fine. I'd be glad to hear from you once there is.”\n"
        "On voicemail: “Hello, this is Maya, about the data analyst role. I'm still very interested, and I'd be "
        "glad to hear how things stand.”",
    )
    assert made(known, "follow_up", channel=Channel.TEXT) == Draft(
        None,
        "Hi Anna, Maya here. We spoke on Tuesday 1 December about the data analyst role, and I enjoyed our "
        "conversation. I'm still very interested.\nIs there any news yet?",
    )
    assert (
        made(maya(via_agency=True), "follow_up", to="Priya Nair").text
        == """\
Hello Priya,

Thank you for arranging my interview on Tuesday 1 December for the data analyst role at Hartwell. Please thank Anna \
for taking the time. I'm still very interested.

Have they come back to you yet?

Kind regards
Maya"""
    )


def test_the_day_that_they_named_is_spoken_of_once_it_is_over() -> None:
    known = maya(window_latest=date(2026, 12, 11))

    later = made(known, "follow_up", now=START + timedelta(days=15)).text
    assert (
        "You'd hoped to decide by Friday 11 December. Do you know more yet, or is it taking a little longer?" in later
    )
    assert "11 December" not in made(known, "follow_up", now=START + timedelta(days=9)).text
    thanks = made(known, "thank_you", now=START + timedelta(hours=4)).text
    assert "You mentioned Friday 11 December, so I'll look out for your news then." in thanks


def test_a_deadline_elsewhere_asks_for_a_day_before_it_and_does_not_name_the_other_employer() -> None:
    known = told_them(maya(), EventType.COMPETING_OFFER, deadline=date(2026, 12, 21), what="Initrobe")

    assert (
        made(known, "deadline").text
        == """\
Hello Anna,

I have had an offer from another employer and need to answer it by Monday 21 December. But you are still my first \
choice.

Could you tell me by Friday 18 December where things stand? I know that this takes time, and even a rough idea would \
help.

Kind regards
Maya"""
    )
    assert "tell me before then where" in made(known, "deadline", now=datetime(2026, 12, 20, 10, tzinfo=UTC)).text


def test_a_note_after_a_no_in_three_styles() -> None:
    lines = [body(made(maya(), "rejection_thanks", style=style).text)[-1] for style in ON_BUTTONS]

    assert lines == [
        "I enjoyed meeting you, and I'd be glad to hear from you if another role opens up.",
        "I'd be glad to stay in touch.",
        "It was good to meet you, and I would be very glad if we worked together another time.",
    ]


def test_after_a_no_its_reason_is_taken_up() -> None:
    known = noted(maya(), NoteKind.FEEDBACK, "they wanted someone with more SQL experience")

    text = made(known, "rejection_thanks").text
    assert "It helps me to know that you wanted someone with more SQL experience." in text
    assert text.count("?") == 1


def test_after_a_rough_talk_the_answer_that_was_missing_is_given() -> None:
    known = maya(mood=Mood.ROUGH)
    asked = Note(
        id=10, opportunity_id=1, kind=NoteKind.UNPREPARED, text="what is a join?", at=START,
        interview_id=2, answer="it brings two tables together",
    )  # fmt: skip

    text = made(replace(known, notes=(asked,)), "thank_you").text
    assert "I've kept thinking about your question, “What is a join”. It brings two tables together." in text
    assert "good conversation" not in text
    own = replace(asked, text="How I would begin")
    text = made(replace(known, notes=(own,)), "thank_you").text
    assert "You asked how I would begin, and I've kept thinking about it." in text
    assert "I'd love to do this job and work on questions like that one." in text


def test_a_question_about_a_weakness_is_left_to_the_talk() -> None:
    weak = Note(
        id=10, opportunity_id=1, kind=NoteKind.UNPREPARED, text="what is your greatest weakness?", at=START,
        interview_id=2, answer="I say yes too quickly, so I now sleep on it",
    )  # fmt: skip
    text = made(replace(maya(mood=Mood.ROUGH), notes=(weak,)), "thank_you").text
    assert "weakness" not in text
    assert "too quickly" not in text


@pytest.mark.parametrize(
    ("days", "hours", "said"),
    [
        (0, 5, "conversation this morning."),
        (0, 11, "conversation on Tuesday."),  # written at nine in the evening, it may go tomorrow
        (1, 0, "conversation yesterday."),
        (3, 0, "conversation on Tuesday."),
        (12, 0, "conversation."),
    ],
)
def test_how_long_ago_it_was_is_said_as_one_says_it(days: int, hours: int, said: str) -> None:
    now = START + timedelta(days=days, hours=hours)
    assert said in made(maya(mood=Mood.FINE), "thank_you", now=now).text


def test_salutation_and_date_are_those_of_the_country() -> None:
    formal = maya(interviewers=("Ms Price",))
    there = replace(formal, opportunities=(replace(formal.opportunities[0], zone="America/Chicago"),))
    assert made(formal, "thank_you").text.startswith("Dear Ms Price,")
    assert "on Tuesday, December 1" in made(there, "follow_up").text
    text = made(there, "thank_you").text
    assert text.startswith("Dear Ms. Price:")
    assert text.endswith("Sincerely,\nMaya")


@pytest.mark.parametrize("name", ["withdrawal", "decline", "rejection_thanks"])
def test_what_could_read_as_the_reason_of_a_no_is_left_out(name: str) -> None:
    known = noted(maya(), NoteKind.DETAIL, "the dashboard that nobody opens")
    assert "dashboard" not in made(known, name).text


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("follow_up", "I'm still very interested, and would love to help with the dashboard."),
        ("acceptance", "with you and the team, not least on the dashboard."),
        ("reply_invitation", "I'd like to hear more about the dashboard."),
    ],
)
def test_work_to_be_done_is_in_the_letters_after_the_thanks_too(name: str, said: str) -> None:
    known = noted(maya(), NoteKind.DETAIL, "the dashboard that nobody opens")
    at = START + timedelta(days=7)
    assert said in made(known, name, **({"at": at} if name == "reply_invitation" else {})).text


@pytest.mark.parametrize("name", sorted(set(DRAFTS) - {"thank_you"}))
def test_what_is_no_work_to_be_done_is_in_the_thanks_alone(name: str) -> None:
    known = noted(noted(maya(), NoteKind.DETAIL, "they pair every Friday"), NoteKind.DETAIL, "the dog in the office")
    assert "Friday" not in (text := made(known, name).text), text
    assert "dog" not in text


@pytest.mark.parametrize(
    ("told_there", "said"),
    [
        (
            "they are moving to event sourcing",
            "are moving to event sourcing. I'd very much like to join you and help with it.",
        ),
        ("they pair every Friday", "hear that you pair every Friday. I'd very much like to work like that with you."),
        ("they rescued 40 hedgehogs", "hear that you rescued 40 hedgehogs. It's one of the reasons why"),
        ("how they onboard people", "good to hear how you onboard people. It's one of the reasons why I'd love to"),
        ("their school garden", "good to hear about your school garden from you. It's one of the reasons why"),
        ("the tour of the plant", "I enjoyed the tour of the plant, too. I'm even keener to join"),
        ("their move to a four-day week", "move to a four-day week from you. I'm even keener to join"),
        ("she made it easy to think aloud", "You made it easy to think aloud. I was grateful for that. I'm even"),
        ("no meetings on Fridays", "hear that you have no meetings on Fridays."),
        ("they work in shifts", "It's good to know that you work in shifts. I'm even keener to join"),
        ("“we ship it”", "You said “we ship it”, and that has stayed with me. I'd love to work at a place like that."),
    ],
)
def test_each_kind_of_thing_that_was_told_has_a_thought_of_its_own(told_there: str, said: str) -> None:
    known = noted(maya(mood=Mood.GREAT, interest_said=None), NoteKind.DETAIL, told_there)
    assert said in made(known, "thank_you").text


def test_kindness_is_thanked_for_beside_what_was_told_of_the_work() -> None:
    known = noted(maya(mood=Mood.GREAT), NoteKind.DETAIL, "she made it easy to admit what I don't know yet")
    text = made(noted(known, NoteKind.DETAIL, "the pupils write the timetable"), "thank_you").text
    assert "You made it easy to admit what I don't know yet. I was grateful for that." in text
    assert "hear that the pupils write the timetable." in text
    assert "I'm grateful" not in made(known, "follow_up").text


# What a draft takes from the facts


def test_the_sentence_is_the_persons_own_when_they_have_one() -> None:
    known = maya()
    own = replace(known, person=replace(known.person, sentence="I really want this, thanks for today!"))

    assert {made(own, "sentence", style=style).text for style in Style} == {"I really want this, thanks for today!"}


@pytest.mark.parametrize("weak", [{"interest_shown": 1}, {"interest_said": Answer.UNSURE}, {"mood": Mood.ROUGH}])
def test_interest_that_did_not_show_is_said_without_a_word_about_the_talk(weak: dict[str, Any]) -> None:
    text = made(noted(maya(**weak), NoteKind.DETAIL, "how they onboard people"), "thank_you").text
    assert (
        "one of the reasons why I'd love to do this job." if "mood" in weak else "people. I'd love to do this job."
    ) in text


def test_the_wish_is_said_once_and_never_sworn() -> None:
    for said in (Answer.YES, Answer.NO, None):
        text = made(
            noted(maya(interest_said=said, mood=Mood.GREAT), NoteKind.DETAIL, "they pair every day"), "thank_you"
        )
        assert len(re.findall(r"I'd (?!be happy)", text.text)) == 1, text.text
        assert "meant" not in text.text


@pytest.mark.parametrize("name", ["thank_you", "follow_up", "second_follow_up"])
def test_a_fault_of_theirs_is_something_to_work_on_or_is_left_out(name: str) -> None:
    known = noted(maya(), NoteKind.DETAIL, "the dashboard that nobody opens")
    text = made(known, name).text
    assert ("the dashboard" in text) is (name != "second_follow_up")
    assert "nobody" not in text
    gone = replace(known, interviews=(replace(known.interviews[0], still_wanted=Answer.NO),))
    assert "dashboard" not in made(gone, name).text
    assert "chaos" not in made(noted(maya(), NoteKind.DETAIL, "they had chaos in May"), name).text


def test_who_does_not_want_the_job_any_more_does_not_say_so_either() -> None:
    assert not INTEREST.search(made(maya(still_wanted=Answer.NO), "thank_you").text)


def test_each_of_a_panel_is_given_back_what_they_said_and_nothing_else() -> None:
    known = maya(interviewers=("Anna", "Ben Okafor", "Dr. Weiss", "Dana"))
    known = noted(known, NoteKind.DETAIL, "they pair every Friday", "Ben")
    known = noted(known, NoteKind.POSITION, "She is the head of product", "Dr. Weiss")  # what she said is not known
    known = noted(known, NoteKind.DETAIL, "the new warehouse")

    texts = [made(known, "thank_you", to=name).text for name in known.interviews[0].interviewers]
    assert "I was glad to hear that you pair every Friday. I'd be very glad to work like that with you." in texts[1]
    assert [text.count("pair every Friday") for text in texts] == [0, 1, 0, 0]
    assert [text.count("the new warehouse") for text in texts] == [1, 0, 0, 0]
    assert not any("head of product" in text for text in texts)
    assert [text.split("\n")[0] for text in texts] == ["Hello Anna,", "Hello Ben,", "Dear Dr. Weiss,", "Hello Dana,"]


def test_the_next_of_a_panel_is_the_one_who_has_had_no_note() -> None:
    known = maya(interviewers=("Anna", "Ben"))
    sent = Contact(id=5, opportunity_id=1, at=START + timedelta(hours=3), kind=ContactKind.THANK_YOU, to="Anna")

    assert made(known, "thank_you").text.startswith("Hello Anna,")
    assert made(replace(known, contacts=(sent,)), "thank_you").text.startswith("Hello Ben,")


def test_through_an_agency_the_thanks_are_passed_on() -> None:
    text = made(maya(via_agency=True), "thank_you", to="Priya").text

    assert text.startswith("Hello Priya,\n\nThank you for arranging my interview")
    assert "Please thank Anna for taking the time." in text


def test_a_note_may_ask_one_question_of_the_persons_own_instead_of_the_time() -> None:
    text = made(
        maya(window_answer=Answer.NO), "thank_you", question="which tools does the team use? and who else?"
    ).text

    assert "Which tools does the team use?\n" in text
    assert text.count("?") == 1


def test_a_follow_up_thanks_only_when_no_note_has_gone() -> None:
    known = maya()
    sent = Contact(id=5, opportunity_id=1, at=START + timedelta(hours=3), kind=ContactKind.THANK_YOU)

    assert "Thank you" in made(known, "follow_up").text
    assert "Thank you" not in made(replace(known, contacts=(sent,)), "follow_up").text


def test_the_second_follow_up_names_another_point_of_the_talk() -> None:
    known = noted(maya(), NoteKind.DETAIL, "the rota that nobody reads")
    known = noted(known, NoteKind.DETAIL, "the dashboard that nobody opens")
    sent = Contact(id=5, opportunity_id=1, at=START + timedelta(hours=3), kind=ContactKind.THANK_YOU)
    known = replace(known, contacts=(sent,))

    assert "help with the dashboard" in made(known, "follow_up").text
    assert "help with the rota" in made(known, "second_follow_up").text


def test_an_invitation_is_accepted_for_its_moment_on_the_clock_of_the_reader() -> None:
    known = maya()
    at = datetime(2026, 12, 8, 15, tzinfo=UTC)
    far = replace(known, opportunities=(replace(known.opportunities[0], zone="America/New_York"),))

    assert "Tuesday 8 December at 15:00 suits me well" in made(known, "reply_invitation", at=at).text
    assert "Tuesday, December 8 at 10:00 your time suits me well" in made(far, "reply_invitation", at=at).text
    assert "which day and time would suit you?" in made(known, "reply_invitation").text
    assert "could come Monday or Tuesday;" in made(known, "reply_invitation", times="Monday or Tuesday?").text


def test_an_invitation_is_never_accepted_for_a_talk_that_is_over() -> None:
    known = told_them(maya(), EventType.INVITATION)
    ahead = Interview(id=9, opportunity_id=1, start=START + timedelta(days=7), end=START + timedelta(days=7, hours=1))
    both = replace(known, interviews=(*known.interviews, ahead))

    assert "which day and time" in made(known, "reply_invitation").text
    assert "Tuesday 8 December at 10:00" in made(both, "reply_invitation").text


def test_a_requested_thing_is_named_as_the_request_named_it() -> None:
    known = told_them(maya(), EventType.REQUEST, what="send them my school records.")

    assert made(known, "document_sent").subject == "Data analyst role: school records, as you asked"
    assert body(made(maya(), "document_sent").text)[0] == "I'm sending you what you asked for."


@pytest.mark.parametrize(("days", "is_late"), [(2, False), (4, True)])
def test_what_was_asked_for_by_a_day_that_is_over_comes_with_half_a_line_for_it(days: int, *, is_late: bool) -> None:
    known = told_them(maya(), EventType.REQUEST, what="school records")
    asked = replace(known.events[-1], deadline=(START + timedelta(days=3)).date())
    known = replace(known, events=(*known.events[:-1], asked))
    letter = made(known, "document_sent", now=START + timedelta(days=days))
    assert ("sorry" in letter.text) is is_late


@pytest.mark.parametrize(
    ("event", "opening"),
    [
        (None, "I'm running late for our conversation"),
        (EventType.MISSED_CALL, "You tried to reach me"),
        (EventType.SCHEDULED_CALL, "We had a call planned for Friday 4 December at 14:30."),
    ],
)
def test_a_call_that_went_astray(event: EventType | None, opening: str) -> None:
    planned = datetime(2026, 12, 4, 14, 30, tzinfo=UTC)
    known = told_them(maya(), event, planned_for=planned) if event else maya()

    assert opening in made(known, "late_call").text
    assert made(known, "late_call").subject is None
    assert made(known, "late_call", channel=Channel.EMAIL).subject == "Our call"


def test_an_offer_is_confirmed_with_the_day_of_the_answer_or_the_question_for_it() -> None:
    dated = told_them(maya(), EventType.OFFER, deadline=date(2026, 12, 11))

    assert "You'll have my answer by Friday 11 December." in made(dated, "offer_received").text
    assert "By when do you need my answer?" in made(maya(), "offer_received").text
    more = made(dated, "more_time", until=date(2026, 12, 15)).text
    assert "You asked for my answer by Friday 11 December. Could I give you my answer by Tuesday 15 December?" in more


def test_a_sign_of_life_needs_something_to_say() -> None:
    with pytest.raises(ValueError, match="something to say"):
        made(maya(), "keep_in_touch", what=" … ")


def test_no_note_of_another_opportunity_gets_in() -> None:
    known = noted(maya(), NoteKind.DETAIL, "the choir")
    elsewhere = replace(known, notes=(replace(known.notes[0], opportunity_id=99, text="the wrong choir"),))

    assert "choir" not in made(elsewhere, "thank_you").text + made(elsewhere, "follow_up").text


# What the Person typed


CLAUSE, THING, QUOTE = Form.CLAUSE, Form.THING, Form.QUOTE


@pytest.mark.parametrize(
    ("typed", "form", "stands"),
    [
        ("they are moving to event sourcing", CLAUSE, "you are moving to event sourcing"),
        ("That they have a dog in the office!", CLAUSE, "you have a dog in the office"),
        ("Anna said the team doubled in a year", CLAUSE, "the team doubled in a year"),
        ("They told me that they want to double their team.", CLAUSE, "you want to double your team"),
        ("they let people choose their own hours", CLAUSE, "you let people choose their own hours"),
        ("I liked that they ship every day", CLAUSE, "you ship every day"),
        ("it was cool that everyone writes tests", CLAUSE, "everyone writes tests"),
        ("how they onboard people", THING, "how you onboard people"),
        ("it was great how they onboard people", THING, "how you onboard people"),
        ("how we would build it together", THING, "how we would build it together"),
        ("We talked about their new office in Porto", THING, "your new office in Porto"),
        ("I was impressed that they’re publishing their mistakes", CLAUSE, "you're publishing your mistakes"),
        ("The kiwi harvest", THING, "the kiwi harvest"),
        ("the churn dashboard that nobody opens", THING, "the churn dashboard that nobody opens"),
        ("their move to a four-day week", THING, "your move to a four-day week"),
        ("the new plant opens in spring", CLAUSE, "the new plant opens in spring"),
        ("SAP migration", THING, "SAP migration"),
        ("the way they plan sprints", THING, "the way you plan sprints"),
        ("the pupils write the timetable", CLAUSE, "the pupils write the timetable"),
        ("the nurses on the ward", THING, "the nurses on the ward"),
        ("they put me at ease", CLAUSE, "you put me at ease"),
        ("no meetings on Fridays", CLAUSE, "you have no meetings on Fridays"),
        ("“we ship what we would use”", QUOTE, "“we ship what we would use”"),
        ("They ship on Fridays. Nobody minds.", CLAUSE, "you ship on Fridays"),
    ],
)
def test_what_was_told_is_turned_round_into_a_phrase_of_its_kind(typed: str, form: Form, stands: str) -> None:
    assert told.detail(typed, "en", Reader()) == Told(form, stands)


@pytest.mark.parametrize(
    "typed",
    [
        "our boss was rude",
        "her team ships weekly",
        "we ship every day",
        "about 30 people work in Leeds",  # a clause, or a thing: not sure
        "the person before left because of burnout",
        "I felt stupid the whole time",
        "they seemed bored",
        "nothing really",
        "can't remember",
        "why do they do that?",
        "one thing\nand another",
        "the {team} of [name]",
        "-",
    ],
)
def test_what_is_not_fit_or_not_sure_is_left_out(typed: str) -> None:
    assert told.detail(typed, "en", Reader()) is None


@pytest.mark.parametrize(
    ("typed", "stands"),
    [
        ("she runs her own lab", "you run your own lab"),
        ("she's rebuilding the data team", "you're rebuilding the data team"),
        ("he has been there for ten years", "you have been there for ten years"),
        ("she teaches on Fridays", "you teach on Fridays"),
        ("how he hires", "how you hire"),
    ],
)
def test_she_is_you_only_where_she_reads_it(typed: str, stands: str) -> None:
    own = told.detail(typed, "en", Reader(is_speaker=True))
    assert own is not None
    assert own.text == stands
    assert told.detail(typed, "en", Reader()) is None


def test_an_agency_reads_they_as_they() -> None:
    read = told.detail("they are moving to event sourcing", "en", Reader(to_them=False))
    assert read == Told(CLAUSE, "they are moving to event sourcing")


def test_a_long_detail_ends_with_a_clause_or_is_left_out() -> None:
    clause = "the new plant opens in spring, " + "and then a great many other things will follow one after another " * 3

    assert told.detail(clause, "en", Reader()) == Told(CLAUSE, "the new plant opens in spring")
    assert told.detail("the plant " + "and then another plant " * 10, "en", Reader()) is None


@pytest.mark.parametrize(
    ("typed", "stands"),
    [
        ("I would first talk to the customers", "talk to the customers"),
        ("The first thing I’d do is fix the dashboards", "fix the dashboards"),
        ("probably automate their reports", "automate your reports"),
        ("I'd start with the backlog", "the backlog"),
        ("talk to the clients about their needs", "talk to the clients about their needs"),
        ("not sure", None),
    ],
)
def test_an_idea_is_something_to_do_or_to_begin_with(typed: str, stands: str | None) -> None:
    idea = told.idea(typed, "en", to_them=True)
    assert (idea.text if idea else None) == stands


@pytest.mark.parametrize(
    ("typed", "stands"),
    [
        ("send them two references", "two references"),
        ("email her the signed contract?", "the signed contract"),
        ("my portfolio.", "my portfolio"),
        ("send it", None),
        (None, None),
    ],
)
def test_a_thing_to_send_is_named_without_the_sending(typed: str | None, stands: str | None) -> None:
    assert told.thing(typed, "en") == stands


def test_a_language_without_habits_is_only_trimmed() -> None:
    assert told.detail(" dass sie umziehen. ", "fr", Reader()) == Told(THING, "dass sie umziehen")
    assert told.role("Pförtner", "fr") == "Pförtner"


@pytest.mark.parametrize(
    ("given_as", "greeted"),
    [("Anna", "Anna"), ("Anna Schmidt", "Anna"), ("Dr. Anna Schmidt", "Dr. Anna Schmidt"), ("de Vries", "de Vries")],
)
def test_a_greeting_takes_the_first_name_and_keeps_a_title(given_as: str, greeted: str) -> None:
    assert told.called(given_as) == greeted


# What holds for every draft, over generated facts

ROLES = st.sampled_from([None, "kelp analyst", "Senior Gadget Engineer", "the night porter role", "welder?"])
EMPLOYERS = st.sampled_from(["Zorvex", "Quint & Marlow", "University Hospital of Nordhaven Trust", "{Brace} Ltd"])
NAMES = ["Quillan", "Dr. Ibarra", "Oduya Brandt", "Vesna", "de Wit", "Tamsin", "Ulf"]
TEXTS = st.sampled_from(
    [
        *("that they grow kiwis in 14 greenhouses", "Tamsin said the ferry runs twice", "the mossy roof", "Kubernetes"),
        *(
            "they were bored?",
            "I was so nervous",
            "{role} and [name]",
            "nothing",
            "it was great that they weld at night",
        ),
        "they told us their plan for the harbour, " * 6,
        *("I'd map the pipes first", "start by asking their porters", "the CTO", "head of kelp", "runs everything"),
    ]
)
NOTES = st.builds(
    Note,
    id=st.just(9),
    opportunity_id=st.sampled_from([1, 1, 1, 99]),
    kind=st.sampled_from([NoteKind.DETAIL, NoteKind.DETAIL, NoteKind.POSITION, NoteKind.IDEA, NoteKind.BADLY]),
    text=TEXTS,
    at=st.just(START),
    interview_id=st.sampled_from([None, 2, 2, 3]),
    about=st.sampled_from([None, *NAMES]),
)
INTERVIEWS = st.builds(
    Interview,
    id=st.just(2),
    opportunity_id=st.just(1),
    start=st.sampled_from([START, START + timedelta(hours=13)]),
    end=st.just(START + timedelta(hours=14)),
    interviewers=st.lists(st.sampled_from(NAMES), max_size=5, unique=True).map(tuple),
    mood=st.sampled_from([None, *Mood]),
    interest_said=st.sampled_from([None, *Answer]),
    interest_shown=st.sampled_from([None, 0, 2, 5]),
    window_answer=st.sampled_from([None, *Answer]),
)
EVENTS = st.builds(
    Event,
    id=st.just(8),
    opportunity_id=st.just(1),
    type=st.sampled_from(list(EventType)),
    at=st.just(START + timedelta(days=1)),
    what=st.sampled_from([None, "send them the pipe plans", "it"]),
    deadline=st.sampled_from([None, date(2026, 12, 9)]),
    planned_for=st.sampled_from([None, START + timedelta(days=3)]),
)
CONTACTS = st.builds(
    Contact,
    id=st.just(7),
    opportunity_id=st.just(1),
    at=st.just(START + timedelta(hours=20)),
    kind=st.sampled_from(list(ContactKind)),
    to=st.sampled_from([None, *NAMES]),
)
LIVES = st.builds(
    Known,
    person=st.builds(
        Person,
        id=st.just(1),
        name=st.sampled_from(["", "Maya", "Jo Bell"]),
        zone=st.sampled_from([None, "Asia/Tokyo"]),
        sentence=st.sampled_from([None, None, "I want to weld here, and thank you."]),
        heard_at=st.sampled_from([None, START - timedelta(days=1), START + timedelta(days=1)]),
    ),
    opportunities=st.tuples(
        st.builds(
            Opportunity,
            id=st.just(1),
            employer=EMPLOYERS,
            role=ROLES,
            via_agency=st.booleans(),
            zone=st.sampled_from([None, "Europe/Berlin"]),
        )
    ),
    interviews=st.lists(INTERVIEWS, max_size=1).map(tuple),
    notes=st.lists(NOTES, max_size=5).map(tuple),
    events=st.lists(EVENTS, max_size=2).map(tuple),
    contacts=st.lists(CONTACTS, max_size=2).map(tuple),
)
over_generated_facts = settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def all_drafts(known: Known, style: Style) -> dict[str, Draft]:
    return {name: made(known, name, style=style) for name in DRAFTS}


IN_FULL = frozenset({"am", "is", "are", "have", "not", "will", "would"})
"""Words of a formal letter, where the catalogue has "I'm"."""


def written(known: Known, moment: datetime | date) -> str:
    """A day and a time as they may stand in a draft, wherever its reader is."""
    if not isinstance(moment, datetime):
        return f"{moment:%A %B} {moment.day}"
    zone = known.opportunities[0].zone or known.person.zone or "UTC"
    there = moment.astimezone(ZoneInfo(zone))
    return f"{there:%A %B} {there.day} {there:%H:%M}"


def given_words(known: Known) -> set[str]:
    """Every word that the catalogue has, and every word that the Person gave about this Opportunity."""
    own = known.opportunities[0]
    facts = [*CATALOGUE.values(), known.person.name, known.person.sentence or "", own.employer, own.role or ""]
    facts += [f"{note.text} {note.about or ''}" for note in known.notes if note.opportunity_id == own.id]
    facts += [name for interview in known.interviews for name in interview.interviewers]
    facts += [str(value) for params in NEEDED.values() for value in params.values()]
    facts += [written(known, interview.start) for interview in known.interviews]
    for event in known.events:
        facts += [event.what or "", *(written(known, at) for at in (event.deadline, event.planned_for) if at)]
        facts += [written(known, event.deadline - timedelta(days=1))] if event.deadline else []
    return {word.casefold() for fact in facts for word in WORD.findall(fact)} | IN_FULL


@over_generated_facts
@given(LIVES)
def test_a_draft_holds_no_word_that_was_not_given_and_no_gap_to_fill(known: Known) -> None:
    allowed = given_words(known)
    for style in Style:
        for name, made_of in all_drafts(known, style).items():
            said = f"{made_of.subject or ''}\n{made_of.text}"
            assert {word.casefold() for word in WORD.findall(said)} <= allowed, (name, said)
            assert not re.search(r"[{}\[\]<>]|None|\s[.,;:?!]|[.,;:]{2}|  ", said), (name, said)


@over_generated_facts
@given(LIVES)
def test_a_draft_is_short(known: Known) -> None:
    for style in Style:
        most_lines, most_words = LIMITS[style]
        for name, made_of in all_drafts(known, style).items():
            assert len(body(made_of.text)) <= most_lines + 3, (name, made_of.text)  # some are of two sentences
            assert len(made_of.text.split()) <= most_words, (name, made_of.text)
        assert len(made(known, "linkedin", style=style).text) <= 280


@over_generated_facts
@given(LIVES)
def test_a_draft_asks_one_thing_at_most_and_says_the_interest_where_it_must(known: Known) -> None:
    for style in Style:
        for name, made_of in all_drafts(known, style).items():
            asked = made_of.text.count("?")
            assert asked == 1 if name in ONE_QUESTION else asked <= (name not in NO_QUESTION), made_of.text
            assert name not in ALWAYS_INTERESTED or INTEREST.search(made_of.text), (name, made_of.text)


@over_generated_facts
@given(LIVES)
def test_another_style_is_another_text(known: Known) -> None:
    for name in DRAFTS:
        plain, shorter, warmer = (made(known, name, style=style).text for style in ON_BUTTONS)
        if name == "sentence" and known.person.sentence:
            continue
        assert len(shorter.split()) < len(plain.split()), name
        pairs = list(zip(body(plain), body(warmer), strict=True))
        assert sum(one != other for one, other in pairs) in (1, 2), (name, plain, warmer)


@over_generated_facts
@given(LIVES)
def test_on_the_phone_nothing_is_written_about_and_little_is_said(known: Known) -> None:
    for name in DRAFTS:
        said = made(known, name, channel=Channel.PHONE)
        assert said.subject is None
        assert said.text.count("?") <= 1
        at_once = said.text.split("\nIf there is news")[0]
        assert len(at_once.split()) <= 90, at_once


@pytest.mark.parametrize("style", Style)
@pytest.mark.parametrize("via_agency", [False, True])
@pytest.mark.parametrize("interest", [Answer.YES, Answer.NO])
def test_no_two_of_the_largest_panel_get_the_same_lines(style: Style, via_agency: bool, interest: Answer) -> None:
    names = tuple(f"Name{letter}" for letter in "ABCDEFGHIJKL")
    known = maya(interviewers=names, interest_said=interest, via_agency=via_agency)

    bodies = []
    for name in names:
        params = {"whom": name} if via_agency else {"to": name}
        bodies.append("\n".join(body(made(known, "thank_you", style=style, **params).text)).replace(name, ""))
    assert len(set(bodies)) == len(names)


@over_generated_facts
@given(LIVES)
def test_every_interviewers_note_is_different(known: Known) -> None:
    names = known.interviews[0].interviewers if known.interviews else ()
    for style in Style:
        texts = ["\n".join(body(made(known, "thank_you", whom=name, style=style).text)) for name in names]
        assert len({text.replace(name, "") for name, text in zip(names, texts, strict=True)}) == len(names)


def test_the_functions_of_old_are_the_drafts_by_name() -> None:
    known = maya()
    one, interview = known.opportunities[0], known.interviews[0]

    assert thank_you(known, one, interview, style=Style.WARMER) == made(known, "thank_you", style=Style.WARMER)
    assert follow_up(known, one, interview, Channel.PHONE) == made(known, "follow_up", channel=Channel.PHONE)
    assert second_follow_up(known, one, interview, None) == made(known, "second_follow_up")
    assert rejection_thanks(known, one, interview) == made(known, "rejection_thanks")
    assert "two references" in promised(known, one, None, "two references", late=False).text
    with pytest.raises(KeyError):
        made(known, "no_such_draft")
    with pytest.raises(words.NoWords):
        Facts(known=known, opportunity=one).line("no_such_line")


# Every line of the catalogue is said somewhere


def loose(*names: str) -> Known:
    """Somebody who is met, and written to in a loose way."""
    known = maya(interviewers=names or ("Anna",), mood=Mood.GREAT if names else None)
    return replace(known, opportunities=(replace(known.opportunities[0], letters="loose"),))


PANEL = ("Anna", "Ben", "Chloe", "Dana", "Emma", "Finn", "Gus")


def everything() -> Iterator[tuple[str, Known, Draft]]:
    """All drafts of some small worlds in which everything happens."""
    day, moment = date(2026, 12, 9), START + timedelta(days=8)
    full = maya(interviewers=PANEL, window_answer=Answer.NO)
    detailed = full
    for name in ("Anna", "Ben", "Chloe"):
        detailed = noted(detailed, NoteKind.DETAIL, f"the {name} thing", name)
    open_to_all = full
    for number in ("first", "second", "third"):
        open_to_all = noted(open_to_all, NoteKind.DETAIL, f"the {number} thing")
    thanked = Contact(id=5, opportunity_id=1, at=START + timedelta(hours=3), kind=ContactKind.THANK_YOU)
    worlds = [
        *(full, detailed, open_to_all, noted(full, NoteKind.IDEA, "the pipes")),
        maya(role=None, interviewers=PANEL, interest_said=Answer.NO),
        replace(full, contacts=(thanked,), person=replace(full.person, name="")),
        replace(full, interviews=(), opportunities=(replace(full.opportunities[0], zone="Asia/Tokyo"),)),
        told_them(full, EventType.OFFER, what="24k"),
        maya(interviewers=PANEL, mood=Mood.GREAT),
    ]
    worlds += [replace(w, opportunities=(replace(w.opportunities[0], via_agency=True),)) for w in worlds]
    worlds += [replace(full, opportunities=(replace(full.opportunities[0], letters="loose"),), interviews=()), loose()]
    worlds += [loose(*PANEL)]
    variants: dict[str, list[dict[str, Any]]] = {
        "thank_you": [{"whom": name, "now": START + timedelta(hours=5)} for name in PANEL],
        "deadline": [{}, {"by": day}],
        "promised": [{"what": what, "late": late} for what in ("plans", "it") for late in (True, False)],
        "document_sent": [{"late": late, **what} for what in ({}, {"what": "plans"}) for late in (True, False)],
        "reply_invitation": [{}, {"at": moment}, {"times": "Mondays"}],
        "late_call": [{"case": case, "channel": c} for case in LateCall for c in (None, Channel.EMAIL)]
        + [{"minutes": 10}, {"case": LateCall.THEIRS, "channel": Channel.EMAIL, "scheduled": moment}],
        "offer_received": [{}, {"by": day}, {"mention": "a salary of 26k"}, {"mention": "a salary of 26k", "by": day}],
        "more_time": [{}, {"until": day, "by": day}, {"mention": "a salary of 26k"}],
    }
    for known, style, name in itertools.product(worlds, Style, DRAFTS):
        for params in variants.get(name, [{}]):
            scheduled = params.get("scheduled")
            life = told_them(known, EventType.SCHEDULED_CALL, planned_for=scheduled) if scheduled else known
            rest = {key: value for key, value in params.items() if key not in ("scheduled", "channel")}
            for channel in (params.get("channel"), Channel.PHONE):
                yield name, known, made(life, name, style=style, channel=channel, **rest)
    for told_there in ("", "the rota that nobody reads"):
        known = noted(maya(), NoteKind.DETAIL, told_there) if told_there else maya()
        yield "thank_you", known, made(known, "thank_you", channel=Channel.TEXT)
    known = maya()
    why = Note(
        id=10, opportunity_id=1, kind=NoteKind.DETAIL, text="how they weld", at=START, interview_id=2,
        answer="I learned it from my uncle",
    )  # fmt: skip
    yield "thank_you", known, made(replace(known, notes=(why,)), "thank_you")
    for known, now in itertools.product(well_told(), (START + timedelta(hours=9), MUCH_LATER)):
        for name in DRAFTS:
            for mention in ("", "my boat", "the harbour tour", "the tides", "that I can sail", "keep me in mind"):
                yield name, known, made(known, name, now=now, mention=mention)
        yield "message", known, made(known, "message", now=now, mention="? whether it leaks")
        for style, to in itertools.product((Style.PLAIN, Style.WARMER), known.interviews[0].interviewers):
            yield "thank_you", known, made(known, "thank_you", style=style, to=to, whom=to, now=now)


MUCH_LATER = datetime(2026, 12, 20, 15, tzinfo=UTC)


def told_of_each_kind(names: tuple[str, ...]) -> Iterator[Known]:
    """Lives of which each of a panel told one kind of thing, and one of which nothing was told."""
    kinds = ("they are moving", "they pair every day", "how they weld", "they work in shifts", "the tour of the docks")
    panel = maya(interviewers=names, mood=Mood.GREAT, interest_said=None)
    for kind in (*kinds, "they made it easy to think aloud", "the rota that nobody reads"):
        known = panel
        for name in names:
            known = noted(known, NoteKind.DETAIL, kind, name)
        yield known
        yield replace(known, opportunities=(replace(known.opportunities[0], via_agency=True),))
    yield replace(panel, interviews=(replace(panel.interviews[0], interviewers=names[:2]),))
    for number in (1, 2, 3):
        known = maya(mood=Mood.GREAT, interest_said=None)
        talk = replace(known.interviews[0], opportunity_id=number)
        yield replace(known, opportunities=(replace(known.opportunities[0], id=number),), interviews=(talk,))


def well_told() -> Iterator[Known]:
    """Lives of which everything was told: in each mood, in each form, at each hour, to an agency as well."""
    names = ("Anna", "Ben", "Chloe", "Dr. Weiss", "Ed")
    base = maya(interviewers=names, window_latest=date(2026, 12, 11))
    owed = Promise(id=60, opportunity_id=1, what="my references", due=date(2026, 12, 4))
    base = told_them(replace(base, promises=(owed,)), EventType.COMPETING_OFFER, deadline=date(2026, 12, 21))
    asked: dict[str, Any] = {"interview_id": 2, "answer": "I would ask", "opportunity_id": 1, "at": START}
    questions = ("what is a join?", "how I would begin")
    unprepared = [Note(id=80, kind=NoteKind.UNPREPARED, text=text, **asked) for text in questions]
    because = noted(base, NoteKind.FEEDBACK, "they wanted someone with more experience")
    clauses = noted(because, NoteKind.DETAIL, "they weld at night")
    for name in names[:3]:
        clauses = noted(clauses, NoteKind.DETAIL, f"{name} said they like the {name} thing")
    yield clauses
    for kind in ("they weld at night", "“we weld at night”"):
        yield noted(
            replace(base, interviews=(replace(base.interviews[0], interviewers=("Anna",)),)), NoteKind.DETAIL, kind
        )
        yield noted(
            noted(noted(base, NoteKind.DETAIL, kind), NoteKind.DETAIL, "they dive"), NoteKind.DETAIL, "they ski"
        )
    yield from told_of_each_kind(names[:3])
    yield noted(base, NoteKind.IDEA, "I would talk to them")
    yield noted(noted(base, NoteKind.IDEA, "I would talk to them"), NoteKind.DETAIL, "the rota that nobody reads")
    far = replace(base, opportunities=(replace(base.opportunities[0], via_agency=True),))
    yield noted(far, NoteKind.IDEA, "I would talk to them")
    for mood, hours, question in ((Mood.ROUGH, 0, 0), (Mood.GREAT, 4, 1), (Mood.ROUGH, 8, 1)):
        start = START + timedelta(hours=hours)
        talk = replace(
            base.interviews[0], mood=mood, start=start, end=start + timedelta(minutes=30), interest_said=None
        )
        yield replace(base, interviews=(talk,), notes=(unprepared[question],))
        yield replace(because, interviews=(talk,), opportunities=(replace(base.opportunities[0], via_agency=True),))
        yield replace(base, interviews=(replace(talk, interviewers=("Ms Price",)),), promises=())
    yield replace(base, interviews=(replace(base.interviews[0], start=START - timedelta(days=1), mood=Mood.FINE),))
    yield replace(base, opportunities=(replace(base.opportunities[0], zone="America/Chicago"),))
    gone = Contact(id=5, opportunity_id=1, at=START + timedelta(hours=3), kind=ContactKind.THANK_YOU)
    yield replace(base, interviews=(replace(base.interviews[0], mood=Mood.FINE),), contacts=(gone,))


def test_every_line_of_the_catalogue_is_said_somewhere() -> None:
    said = "\n".join(f"{made_of.subject or ''}\n{made_of.text}" for _, _, made_of in everything())
    silent = [
        key
        for key, text in CATALOGUE.items()
        if key not in ("subject_line", "day", "day.us", "date", "date.us")
        and not re.search(re.sub(r"\\{\w+\\}", r"[^\\n]*?", re.escape(text)), said)
    ]

    assert silent == []


def test_no_draft_is_found_fault_with_by_the_coachs_own_checks() -> None:
    purposes = {"rejection_thanks": "after_no"} | {
        name: name for name in ("thank_you", "follow_up", "second_follow_up", "deadline", "withdrawal")
    }
    apart = {Kind.NO_DETAIL, Kind.NO_GREETING}  # not every talk leaves a detail, and speech has no greeting line
    texts = {made_of.text: (name, known) for name, known, made_of in everything()}
    found = set()
    for text, (name, known) in texts.items():
        names = known.interviews[0].interviewers if known.interviews else ()
        purpose = Purpose(purposes.get(name, "reply"))
        findings = check(text, About(purpose=purpose, employer="Hartwell", interviewers=names, may_ask=True))
        found |= {(name, finding.kind, finding.quote) for finding in findings if finding.kind not in apart}

    assert found == set()


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("priya says thursday 10th at 2pm", "en"),
        ("it's the twenty-third, noon", "en"),
        ("we meet at their office", "en"),
        ("Frau Wolf sagt Dienstag um 13 Uhr", "de"),
        ("es ist am 18.12. in Köln", "de"),
        ("do 17. im Rathaus", "de"),
    ],
)
def test_an_appointment_is_no_detail_of_a_talk(text: str, language: str) -> None:
    assert told.detail(text, language, Reader(to_them=True)) is None


@pytest.mark.parametrize(
    ("text", "language"),
    [("she said the team ships every Thursday", "en"), ("die Gruppe hat so 20 Kinder", "de")],
)
def test_a_weekday_or_a_number_of_their_work_may_be_said(text: str, language: str) -> None:
    assert told.detail(text, language, Reader(to_them=True)) is not None
