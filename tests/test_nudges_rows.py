"""The rows that came later: for each, when it is due and when it is not; and its words."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from bot.say import unasked
from bot.turn import Message
from scheduler import nudges
from scheduler.nudges import Plan
from storage.facts import (
    Answer,
    Contact,
    ContactKind,
    Direction,
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
    Side,
    Week,
)

ANA = Person(id=1, name="Ana", zone="Europe/London", zone_confirmed=True, serial=1000)
END = datetime(2026, 12, 1, 16, tzinfo=UTC)
"""A Tuesday."""
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


def at(text: str) -> datetime:
    """A moment on a London clock in winter, which is UTC."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def life(**more: Any) -> Known:
    """Ana after an interview at Acme on Tuesday: check-in answered, no note to send, an answer due by 18 December."""
    interview: dict[str, Any] = {
        "mood": Mood.FINE,
        "debrief": Answer.NO,
        "thank_you_declined": True,
        "window_answer": Answer.YES,
        "window_latest": date(2026, 12, 18),
        **more.pop("interview", {}),
    }
    talk = Interview(id=2, opportunity_id=1, start=END - HOUR, end=END, **interview)
    known = Known(person=ANA, opportunities=(Opportunity(id=1, employer="Acme"),), interviews=(talk,))
    return replace(known, **more)


def lived(known: Known, now: datetime, until: datetime, name: str) -> list[datetime]:
    """When nudges of that name are said to somebody who answers everything, a minute later."""
    return [moment for moment, plan, _ in days_of(known, now, until) if plan.name == name]


def days_of(
    known: Known, now: datetime, until: datetime, *, is_answered: bool = True
) -> list[tuple[datetime, Plan, Message]]:
    said = []
    while now <= until:
        plan = nudges.due(known, now)
        if plan is not None:
            known, message = unasked.speak(known, plan, now)
            if is_answered:
                known = replace(known, person=replace(known.person, heard_at=now + timedelta(minutes=1)))
            said.append((now, plan, message))
        following = nudges.next_wake(known, now)
        if following is None:
            break
        now = following
    return said


def words_of(known: Known, now: datetime, name: str) -> Message:
    """How the next nudge of that name is said."""
    return next(message for _, plan, message in days_of(known, now, now + 120 * DAY) if plan.name == name)


def verbs(message: Message) -> list[str]:
    """What its buttons carry: verb and row."""
    return [":".join(button.data.split(":")[1:3]) for row in message.buttons for button in row]


def note(kind: NoteKind, text: str, **more: Any) -> Note:
    values: dict[str, Any] = {"id": 30, "opportunity_id": 1, "interview_id": 2, "at": END + HOUR, **more}
    return Note(kind=kind, text=text, **values)


def event(kind: EventType, text: str, **more: Any) -> Event:
    values: dict[str, Any] = {"id": 50, "opportunity_id": 1, **more}
    return Event(type=kind, at=at(text), **values)


def ours(due: date, made: datetime | None, **more: Any) -> Promise:
    values: dict[str, Any] = {"id": 8, "opportunity_id": 1, "what": "references", **more}
    return Promise(due=due, made_at=made, **values)


# Before


NEXT = Interview(id=3, opportunity_id=1, start=at("2026-12-10T14:00"), end=at("2026-12-10T15:00"))
ROUGH = note(NoteKind.BADLY, "I talked too long about my first job")


def test_the_evening_before_the_next_interview_the_lessons_come_back() -> None:
    known = life(notes=(ROUGH,))
    known = replace(known, interviews=(*known.interviews, NEXT))
    assert lived(known, END, at("2026-12-11T00:00"), "lessons") == [at("2026-12-09T18:30")]
    assert "I talked too long" in words_of(known, END, "lessons").text


@pytest.mark.parametrize(
    "notes",
    [
        (),
        (note(NoteKind.WELL, "My portfolio"),),
        (note(NoteKind.UNPREPARED, "Why us?", solid_at=END + DAY),),
        (replace(ROUGH, at=at("2026-12-11T12:00")),),
    ],
)
def test_without_anything_to_learn_from_no_lessons_come(notes: tuple[Note, ...]) -> None:
    known = life(notes=notes)
    known = replace(known, interviews=(*known.interviews, NEXT))
    assert lived(known, END, at("2026-12-11T00:00"), "lessons") == []


def test_of_two_interviews_on_a_day_only_the_first_has_its_lessons() -> None:
    later = replace(NEXT, id=4, start=NEXT.start + 3 * HOUR, end=NEXT.end + 3 * HOUR)
    known = life(notes=(ROUGH,))
    known = replace(known, interviews=(*known.interviews, NEXT, later))
    assert len(lived(known, END, at("2026-12-11T00:00"), "lessons")) == 1


def test_at_most_three_lessons_are_said_of_each_kind_one_first() -> None:
    many = tuple(note(NoteKind.BADLY, f"slip {n}", id=31 + n, at=END + n * HOUR) for n in range(5))
    known = life(notes=(*many, note(NoteKind.LEARNED, "Ask sooner")))
    known = replace(known, interviews=(*known.interviews, NEXT))
    text = words_of(known, END, "lessons").text
    assert [word in text for word in ("Ask sooner", "slip 4", "slip 3", "slip 2")] == [True, True, True, False]


def test_the_pocket_card_holds_the_sentence_in_their_own_words() -> None:
    known = replace(life(), interviews=(NEXT,))
    assert "want" in words_of(known, END, "pocket_card").text
    own = replace(known, person=replace(ANA, sentence="I'd start tomorrow."))
    card = words_of(own, END, "pocket_card")
    assert "I'd start tomorrow." in card.text
    assert verbs(card) == ["own.sentence:3"]


# The same evening


def test_the_debrief_is_offered_the_same_evening_once() -> None:
    known = life(interview={"debrief": None})
    assert lived(known, END + HOUR, END + 9 * DAY, "debrief_offer") == [at("2026-12-01T19:30")]
    message = words_of(known, END + HOUR, "debrief_offer")
    assert verbs(message)[:2] == ["debrief.yes:2", "debrief.no:2"]
    assert verbs(message)[2].startswith("snooze:")


@pytest.mark.parametrize(
    ("end", "moment"), [("2026-12-01T18:45", "2026-12-01T20:15"), ("2026-12-01T20:00", "2026-12-02T09:30")]
)
def test_after_a_late_interview_the_debrief_comes_later_or_next_morning(end: str, moment: str) -> None:
    known = life()
    talk = replace(known.interviews[0], start=at(end) - HOUR, end=at(end), debrief=None)
    assert lived(replace(known, interviews=(talk,)), at(end) + HOUR, END + 9 * DAY, "debrief_offer") == [at(moment)]


def test_after_a_day_with_three_nudges_the_debrief_waits_for_the_morning() -> None:
    known = life(interview={"debrief": None, "mood": None})
    asked = [plan for _, plan, _ in days_of(known, END - 3 * HOUR, END + HOUR)]
    assert [plan.name for plan in asked] == ["pocket_card", "check_in"]
    for plan in (*asked, replace(asked[0], name="thank_you", once="thank_you:2")):
        known = nudges.note_said(known, plan, END)
    answered = replace(known, interviews=(replace(known.interviews[0], mood=Mood.FINE),))
    assert lived(answered, END + HOUR, END + 3 * DAY, "debrief_offer") == [at("2026-12-02T09:30")]


@pytest.mark.parametrize("change", [{"mood": None}, {"debrief": Answer.NO}, {"debrief": Answer.YES}])
def test_no_debrief_is_offered_before_the_check_in_or_twice(change: dict[str, Any]) -> None:
    known = life(interview={"debrief": None, **change})
    assert lived(known, END + HOUR, END + 9 * DAY, "debrief_offer") == []


def test_after_a_no_there_is_no_debrief() -> None:
    known = life(interview={"debrief": None}, events=(event(EventType.REJECTED, "2026-12-01T18:00"),))
    assert lived(known, END + 2 * HOUR, END + 9 * DAY, "debrief_offer") == []


# LinkedIn


NOTED = Contact(id=9, opportunity_id=1, at=END + 3 * HOUR, kind=ContactKind.THANK_YOU)


@pytest.mark.parametrize("change", [{}, {"events": (event(EventType.REJECTED, "2026-12-03T09:00"),)}])
def test_nobody_is_told_unasked_to_connect(change: dict[str, Any]) -> None:
    """It does nothing for the decision; once that is made, the button stands under the answer to a no."""
    said = days_of(life(contacts=(NOTED,), **change), END + 4 * HOUR, END + 60 * DAY)
    assert not [plan.name for _, plan, _ in said if plan.name == "linkedin"]


# Promises


def test_the_evening_before_a_promise_made_long_ago_it_is_recalled_with_its_draft() -> None:
    known = life(promises=(ours(date(2026, 12, 4), END),))
    assert lived(known, END + HOUR, END + 9 * DAY, "promise_eve") == [at("2026-12-03T17:00")]
    message = words_of(known, END + HOUR, "promise_eve")
    assert "<pre>" in message.text
    assert [verb.split(":")[0] for verb in verbs(message)] == ["done.promise", "snooze"]


@pytest.mark.parametrize("promise", [ours(date(2026, 12, 2), END), ours(date(2026, 12, 4), END, done_at=END + HOUR)])
def test_a_promise_for_tomorrow_or_one_that_was_kept_has_no_eve(promise: Promise) -> None:
    assert lived(life(promises=(promise,)), END + HOUR, END + 9 * DAY, "promise_eve") == []


def test_their_promise_is_asked_about_on_the_working_morning_after() -> None:
    theirs = ours(date(2026, 12, 4), END, side=Side.THEIRS)
    known = life(promises=(theirs,))
    assert lived(known, END + HOUR, END + 9 * DAY, "their_promise") == [at("2026-12-07T09:30")]
    assert verbs(words_of(known, END + HOUR, "their_promise")) == ["theirs.kept:8", "theirs.broken:8"]


@pytest.mark.parametrize("change", [{"done_at": END + DAY}, {"broken": True}])
def test_their_promise_is_not_asked_about_once_it_is_settled(change: dict[str, Any]) -> None:
    theirs = ours(date(2026, 12, 4), END, side=Side.THEIRS, **change)
    assert lived(life(promises=(theirs,)), END + HOUR, END + 9 * DAY, "their_promise") == []


# Offers


def test_paper_is_asked_for_on_the_second_business_day_and_after_the_day_they_named() -> None:
    spoken = event(EventType.VERBAL_OFFER, "2026-12-03T12:00", until=date(2026, 12, 11))
    known = life(events=(spoken,))
    assert lived(known, spoken.at, END + 30 * DAY, "paper") == [at("2026-12-07T09:30"), at("2026-12-14T09:30")]
    assert verbs(words_of(known, spoken.at, "paper")) == ["paper.yes:1", "paper.no:1"]


def test_paper_that_was_promised_for_tomorrow_is_asked_for_once() -> None:
    spoken = event(EventType.VERBAL_OFFER, "2026-12-03T12:00", until=date(2026, 12, 4))
    assert lived(life(events=(spoken,)), spoken.at, END + 30 * DAY, "paper") == [at("2026-12-07T09:30")]


def test_an_offer_that_is_on_paper_is_not_asked_for() -> None:
    spoken = event(EventType.VERBAL_OFFER, "2026-12-03T12:00")
    written = event(EventType.OFFER, "2026-12-04T12:00", id=51)
    assert lived(life(events=(spoken, written)), written.at, END + 30 * DAY, "paper") == []


OFFER = event(EventType.OFFER, "2026-12-03T12:00", deadline=date(2026, 12, 11))
THANKED = Contact(id=60, opportunity_id=1, at=at("2026-12-03T15:00"), kind=ContactKind.REPLY)


def test_an_offer_is_recalled_two_days_before_its_day_and_on_that_morning() -> None:
    known = life(events=(OFFER,), contacts=(THANKED,))
    said = days_of(known, THANKED.at, END + 30 * DAY)
    assert [(moment, plan.name) for moment, plan, _ in said if plan.name in ("offer_deadline", "reply_owed")] == [
        (at("2026-12-09T09:30"), "offer_deadline"),
        (at("2026-12-11T09:30"), "offer_deadline"),
    ]


def test_an_offer_is_not_spoken_of_twice_on_one_morning() -> None:
    short = replace(OFFER, at=at("2026-12-08T12:00"), deadline=date(2026, 12, 9))
    said = days_of(life(events=(short,)), short.at, END + 30 * DAY)
    assert [plan.name for _, plan, _ in said if plan.name in ("offer_deadline", "reply_owed")] == ["offer_deadline"]


@pytest.mark.parametrize("end", [EventType.ACCEPTED, EventType.DECLINED])
def test_an_offer_that_was_answered_is_not_recalled(end: EventType) -> None:
    done = event(end, "2026-12-04T12:00", id=51)
    assert lived(life(events=(OFFER, done), contacts=(THANKED,)), done.at, END + 30 * DAY, "offer_deadline") == []


# After the end

NO = event(EventType.REJECTED, "2026-12-03T12:00")
CLOSED = (Opportunity(id=1, employer="Acme", closed_at=at("2026-12-04T10:00")),)
ANSWERED = Contact(id=60, opportunity_id=1, at=at("2026-12-04T10:00"), kind=ContactKind.REPLY)


def test_feedback_is_asked_for_a_week_after_the_answer_to_a_no_though_it_is_closed() -> None:
    known = life(events=(NO,), contacts=(ANSWERED,), opportunities=CLOSED)
    assert lived(known, ANSWERED.at, END + 40 * DAY, "feedback") == [at("2026-12-11T10:30")]
    after, message = unasked.speak(known, nudges.due(known, at("2026-12-11T10:30")), at("2026-12-11T10:30"))  # type: ignore[arg-type]
    assert (after.person.asking, after.person.asking_about) == ("feedback", 1)
    assert verbs(message) == ["feedback.none:1"]


@pytest.mark.parametrize(
    "change",
    [
        {"contacts": ()},
        {"contacts": (replace(ANSWERED, direction=Direction.IN),)},
        {"notes": (note(NoteKind.FEEDBACK, "Too junior", at=ANSWERED.at + DAY),)},
        {"opportunities": (replace(CLOSED[0], muted=True),)},
        {"events": ()},
    ],
)
def test_feedback_is_not_asked_for_without_an_answer_or_twice(change: dict[str, Any]) -> None:
    known = life(**{"events": (NO,), "contacts": (ANSWERED,), "opportunities": CLOSED, **change})
    assert lived(known, ANSWERED.at, END + 40 * DAY, "feedback") == []


def test_ninety_days_after_the_last_word_a_sign_of_life_is_offered_once_without_a_sound() -> None:
    known = life(events=(NO,), contacts=(ANSWERED,), opportunities=CLOSED)
    assert lived(known, ANSWERED.at, END + 300 * DAY, "keep_in_touch") == [at("2027-03-04T11:00")]
    message = words_of(known, ANSWERED.at, "keep_in_touch")
    assert message.silent
    assert verbs(message) == ["touch.draft:1", "touch.rest:1"]


def test_silence_that_was_let_go_of_leaves_the_door_open_too() -> None:
    assert lived(life(opportunities=CLOSED), ANSWERED.at, END + 300 * DAY, "keep_in_touch") == [at("2027-03-04T11:00")]


@pytest.mark.parametrize("end", [EventType.USER_WITHDRAWS, EventType.DECLINED, EventType.ACCEPTED])
def test_an_end_of_their_own_choice_is_left_alone(end: EventType) -> None:
    known = life(events=(event(end, "2026-12-03T12:00"),), opportunities=CLOSED)
    assert lived(known, ANSWERED.at, END + 300 * DAY, "keep_in_touch") == []


def test_an_interview_that_never_took_place_leaves_no_door() -> None:
    known = life(opportunities=CLOSED)
    dropped = replace(known, interviews=(replace(known.interviews[0], cancelled=True),))
    assert lived(dropped, ANSWERED.at, END + 300 * DAY, "keep_in_touch") == []


# All together


def evenings(known: Known, until: str = "2026-12-23T00:00") -> list[date]:
    """On which evenings somebody who writes nothing is asked for a word."""
    said = days_of(known, END + HOUR, at(until), is_answered=False)
    return [moment.date() for moment, plan, _ in said if plan.name == "any_word"]


def test_any_word_is_asked_on_the_evening_before_they_may_be_asked_and_on_no_other() -> None:
    asked = lived(life(), END + HOUR, at("2026-12-30T00:00"), "any_word")
    assert asked == [at("2026-12-21T18:00")]  # they may be asked from the twenty-second


def test_where_no_day_was_named_any_word_is_asked_once_before_they_may_be_asked() -> None:
    assert evenings(life(interview={"window_answer": Answer.NO, "window_latest": None})) == [date(2026, 12, 9)]


def test_any_word_comes_at_most_every_third_evening() -> None:
    known = life()
    later = replace(known.interviews[0], id=4, opportunity_id=3, window_latest=date(2026, 12, 16))
    both = replace(
        known,
        opportunities=(*known.opportunities, Opportunity(id=3, employer="Globex")),
        interviews=(*known.interviews, later),
    )
    assert evenings(both) == [date(2026, 12, 17), date(2026, 12, 21)]


@pytest.mark.parametrize("kind", [EventType.VERBAL_OFFER, EventType.REJECTED])
def test_nobody_who_has_spoken_is_asked_about_in_the_evening(kind: EventType) -> None:
    assert evenings(life(events=(event(kind, "2026-12-03T09:00"),))) == []


def test_any_word_is_one_message_for_all_who_keep_waiting() -> None:
    known = life()
    other = replace(known.interviews[0], id=4, opportunity_id=3, start=END - 3 * HOUR, end=END - 2 * HOUR)
    both = replace(
        known,
        opportunities=(*known.opportunities, Opportunity(id=3, employer="Globex")),
        interviews=(*known.interviews, other),
    )
    message = words_of(both, END + HOUR, "any_word")
    assert re.search(r"Globex\b.+\bAcme", message.text)
    assert verbs(message) == ["word.yes:3", "word.yes:1", "word.none:0", "word.stop:0"]
    assert message.silent
    assert verbs(words_of(known, END + HOUR, "any_word")) == ["word.yes:1", "word.no:1", "word.stop:0"]


def test_any_word_is_not_asked_of_somebody_who_has_talked_to_the_coach_within_a_week() -> None:
    for heard, asked in (("2026-12-14T20:00", [date(2026, 12, 21)]), ("2026-12-15T09:00", [])):
        assert evenings(replace(life(), person=replace(ANA, heard_at=at(heard)))) == asked


def test_whoever_has_told_of_it_is_not_asked_how_it_went() -> None:
    told = note(NoteKind.REACTION, "They laughed.", at=END + HOUR)
    known = life(notes=(told,), interview={"mood": None})
    assert lived(known, END + HOUR, END + 4 * DAY, "check_in") == []
    assert lived(known, END + HOUR, END + 4 * DAY, "check_in_again") == []
    before = replace(told, at=END - DAY)
    assert lived(life(notes=(before,), interview={"mood": None}), END, END + DAY, "check_in") == [END + 5 * MINUTE]


def test_whoever_has_answered_since_is_asked_again_only_by_when_they_answer() -> None:
    asked = nudges.note_said(
        life(interview={"mood": None}), next(nudges.check_in(look(life(interview={"mood": None})))), END + 5 * MINUTE
    )
    answered = replace(asked, person=replace(asked.person, heard_at=END + HOUR))
    for known, again in ((asked, True), (answered, False)):
        said = {plan.name for _, plan, _ in days_of(known, END + HOUR, END + 2 * DAY)}
        assert ("check_in_again" in said) is again


def test_a_short_wait_needs_no_word_in_its_middle_and_none_comes_at_its_end() -> None:
    assert lived(life(interview={"window_latest": date(2026, 12, 3)}), END + HOUR, END + 30 * DAY, "hold") == []
    late = life(interview={"window_latest": date(2026, 12, 8)})  # they may be asked from the tenth
    assert lived(late, at("2026-12-09T08:00"), END + 30 * DAY, "hold") == []


def test_nothing_is_halfway_on_the_last_working_day_before_the_one_they_named() -> None:
    """The middle of the wait is a Sunday, its word would come on Monday, and they answer on Tuesday."""
    known = life(interview={"window_latest": date(2026, 12, 8)})
    assert all(at.date() < date(2026, 12, 7) for at in lived(known, END + HOUR, END + 30 * DAY, "hold"))
    known = life(interview={"window_latest": date(2026, 12, 18)})
    assert len(lived(known, END + HOUR, END + 30 * DAY, "hold")) == 1


def test_whoever_was_just_shown_the_note_at_their_own_wish_gets_no_second_copy_for_hours() -> None:
    known = life(interview={"thank_you_declined": False})
    first = lived(known, END, END + 3 * DAY, "thank_you")[0]
    shown = replace(known, person=replace(known.person, amending="shown thank_you", amending_about=1, heard_at=first))
    assert lived(shown, END, END + 3 * DAY, "thank_you")[0] >= first + 4 * HOUR


def test_what_went_wrong_in_a_rough_talk_is_not_brought_on_the_evening_before() -> None:
    for mood, brought in ((Mood.ROUGH, []), (Mood.FINE, [at("2026-12-09T18:30")])):
        known = life(notes=(note(NoteKind.BADLY, "I froze"),), interview={"mood": mood})
        known = replace(known, interviews=(*known.interviews, NEXT))
        assert lived(known, END + DAY, at("2026-12-10T00:00"), "lessons") == brought


def look(known: Known) -> nudges.Look:
    return nudges.look_at(known, known.opportunities[0], END + HOUR)


def test_a_question_that_was_not_reported_is_brought_again_when_the_next_one_might_go() -> None:
    said = days_of(life(), END + HOUR, at("2027-01-20T00:00"))
    brought = [(moment.date(), plan.name) for moment, plan, _ in said if plan.name.startswith("follow_up")]
    assert brought == [(date(2026, 12, 22), "follow_up"), (date(2027, 1, 7), "follow_up_again")]


def test_any_word_is_not_asked_shortly_after_another_word_about_it() -> None:
    known = life()
    hold = Plan(name="hold", once="x", opportunity_id=1, subject=2, at=END)
    assert evenings(nudges.note_said(known, hold, at("2026-12-21T15:30"))) == []
    assert evenings(nudges.note_said(known, hold, at("2026-12-21T14:30"))) == [date(2026, 12, 21)]


@pytest.mark.parametrize("change", [{"mood": None}, {"window_answer": Answer.YES, "window_latest": date(2026, 12, 1)}])
def test_any_word_waits_for_the_check_in_and_stops_with_the_wait(change: dict[str, Any]) -> None:
    known = life(interview=change)
    assert lived(known, at("2026-12-21T17:30"), at("2026-12-21T23:00"), "any_word") == []


def test_whoever_does_not_want_to_be_asked_in_the_evening_is_not() -> None:
    assert evenings(replace(life(), person=replace(ANA, unwanted=("any_word",)))) == []


WHY = note(NoteKind.UNPREPARED, "Why did you leave?", at=END + 3 * HOUR)


def test_one_question_a_day_is_practised_the_oldest_first() -> None:
    newer = replace(WHY, id=31, practised_at=END + DAY, answer="To grow.")
    older = replace(WHY, practised_at=END)
    known = life(notes=(newer, older))
    asked = [
        (m, plan.subject)
        for m, plan, _ in days_of(known, END + HOUR, at("2026-12-04T00:00"))
        if plan.name == "practice"
    ]
    assert asked == [(at("2026-12-02T12:30"), 30), (at("2026-12-03T12:30"), 30)]


def test_a_practised_question_comes_with_the_earlier_answer_and_opens_its_question() -> None:
    known = life(notes=(replace(WHY, answer="To grow."),))
    plan = nudges.due(known, at("2026-12-02T12:30"))
    assert plan is not None
    after, message = unasked.speak(known, plan, at("2026-12-02T12:30"))
    assert "Why did you leave?" in message.text
    assert "To grow." in message.text
    assert verbs(message) == ["practice.solid:30", "practice.skip:30"]
    assert (after.person.asking, after.person.asking_about) == ("practice", 30)


@pytest.mark.parametrize(
    "change",
    [
        {"notes": (replace(WHY, solid_at=END + DAY),)},
        {"notes": (replace(WHY, kind=NoteKind.WELL),)},
        {"opportunities": (Opportunity(id=1, employer="Acme", muted=True),)},
        {"events": (event(EventType.ACCEPTED, "2026-12-01T18:00"),)},
    ],
)
def test_what_is_solid_or_no_longer_needed_is_not_practised(change: dict[str, Any]) -> None:
    assert lived(life(**{"notes": (WHY,), **change}), END + 3 * HOUR, END + 9 * DAY, "practice") == []


def test_nothing_is_practised_on_the_day_of_an_interview() -> None:
    known = life(notes=(WHY,))
    known = replace(known, interviews=(*known.interviews, NEXT))
    days = [moment.date() for moment in lived(known, END + HOUR, at("2026-12-12T00:00"), "practice")]
    assert date(2026, 12, 9) in days
    assert date(2026, 12, 10) not in days


def test_practice_goes_on_after_days_off() -> None:
    known = life(notes=(WHY,), interview={"window_latest": date(2027, 1, 31)})
    alone = replace(known, person=replace(ANA, unwanted=("applications", "any_word")))
    days = [moment.date() for moment in lived(alone, at("2026-12-24T08:00"), at("2027-01-05T00:00"), "practice")]
    assert days[:1] == [date(2027, 1, 2)]


def test_on_fridays_the_card_of_the_week_comes_before_practice() -> None:
    friday = date(2026, 12, 4)
    known = life(notes=(WHY,))
    assert friday not in [moment.date() for moment in lived(known, END + HOUR, END + 5 * DAY, "practice")]
    alone = replace(known, person=replace(ANA, unwanted=("applications",)))
    assert friday in [moment.date() for moment in lived(alone, END + HOUR, END + 5 * DAY, "practice")]


def test_on_fridays_the_applications_of_the_week_are_asked_for_with_all_on_one_card() -> None:
    known = life(interview={"window_latest": date(2026, 12, 31)})
    asked = lived(known, END + HOUR, at("2026-12-19T00:00"), "applications")
    assert asked == [at("2026-12-04T16:00"), at("2026-12-11T16:00")], "left without a number twice"
    message = words_of(known, END + HOUR, "applications")
    assert "<b>Acme</b>: " in message.text
    assert verbs(message) == ["apps.0:0", "apps.1:0", "apps.3:0", "apps.5:0"]
    assert message.silent


@pytest.mark.parametrize(
    "change",
    [
        {"weeks": (Week(id=70, monday=date(2026, 11, 30), applications=2),)},
        {"opportunities": CLOSED},
        {"events": (NO,)},
    ],
)
def test_applications_are_not_asked_for_when_they_are_known_or_nothing_runs(change: dict[str, Any]) -> None:
    assert lived(life(**change), END + HOUR, at("2026-12-05T00:00"), "applications") == []


def test_applications_are_asked_for_on_as_long_as_they_are_counted() -> None:
    week = Week(id=70, monday=date(2026, 12, 7), applications=2)
    known = life(interview={"window_latest": date(2027, 1, 29)}, weeks=(week,))
    asked = lived(known, END + HOUR, at("2026-12-24T00:00"), "applications")
    assert asked == [at("2026-12-04T16:00"), at("2026-12-18T16:00")]


@pytest.mark.parametrize(
    "change",
    [
        {"events": (event(EventType.OFFER, "2026-12-02T12:00"),)},
        {"events": (event(EventType.COMPETING_OFFER, "2026-12-02T12:00", deadline=date(2026, 12, 4)),)},
        {"promises": (ours(date(2026, 12, 4), END),)},
        {"interview": {"window_latest": date(2026, 12, 4)}},
    ],
    ids=["an offer", "a day elsewhere", "a promise", "their last day"],
)
def test_nobody_counts_applications_on_a_day_on_which_something_else_counts(change: dict[str, Any]) -> None:
    assert lived(life(**change), END + HOUR, at("2026-12-05T00:00"), "applications") == []


def test_applications_are_not_asked_for_within_a_day_of_another_nudge() -> None:
    hold = Plan(name="hold", once="x", opportunity_id=1, subject=2, at=END)
    for said, asked in (("2026-12-03T16:30", []), ("2026-12-03T15:30", [at("2026-12-04T16:00")])):
        known = nudges.note_said(life(interview={"window_latest": date(2027, 1, 29)}), hold, at(said))
        assert lived(known, at(said), at("2026-12-05T00:00"), "applications") == asked


def test_what_can_wait_is_not_said_on_a_day_off() -> None:
    """They may be asked from Monday 11 January; the middle of the wait is Christmas Eve."""
    known = life(notes=(WHY,), interview={"window_latest": date(2027, 1, 7)})
    said = [moment.date() for moment, _, _ in days_of(known, at("2026-12-18T20:00"), at("2027-01-04T00:00"))]
    assert not [day for day in said if date(2026, 12, 24) <= day <= date(2027, 1, 1)]
    assert date(2026, 12, 23) in said


def test_a_holiday_is_that_of_the_country_in_which_the_person_lives() -> None:
    known = life(notes=(WHY,))
    for zone, rests in (("Europe/Vienna", True), ("Europe/London", False)):
        there = replace(known, person=replace(ANA, zone=zone))
        said = [moment.date() for moment, _, _ in days_of(there, END + HOUR, at("2026-12-10T00:00"))]
        assert (date(2026, 12, 8) in said) is not rests, "the Immaculate Conception"


def test_every_nudge_can_be_said() -> None:
    """A life in which each of the later rows speaks at least once."""
    lives = (
        life(notes=(ROUGH, WHY), contacts=(NOTED,), interview={"debrief": None}),
        life(promises=(ours(date(2026, 12, 8), END), ours(date(2026, 12, 3), END, id=9, side=Side.THEIRS))),
        life(events=(OFFER,), contacts=(THANKED,)),
        life(events=(event(EventType.VERBAL_OFFER, "2026-12-03T12:00"),)),
        life(events=(NO,), contacts=(ANSWERED,), opportunities=CLOSED),
    )
    said = {
        plan.name
        for known in (*lives, replace(lives[0], interviews=(*lives[0].interviews, NEXT)))
        for _, plan, _ in days_of(known, END + 4 * HOUR, END + 120 * DAY)
    }
    assert said >= {row.__name__ for row in (*nudges.TABLE, *nudges.ABOUT_ALL)} - {
        "thank_you",
        "thank_you_again",
        "your_move",
        "reply_owed",
        "clean_end",
    }


def test_whoever_wanted_to_leave_tells_them_nothing_once_they_have_said_no() -> None:
    left = Event(id=70, opportunity_id=1, type=EventType.USER_WITHDRAWS, at=END + DAY)
    no = Event(id=71, opportunity_id=1, type=EventType.REJECTED, at=END + DAY + HOUR)
    morning = END + 2 * DAY - 6 * HOUR
    coming = [plan.name for _, plan in nudges.coming(life(events=(left,)), END + DAY + HOUR).values()]
    assert coming == ["your_move"]
    after = nudges.due(life(events=(left, no)), morning)
    assert after is None or after.name != "your_move"
