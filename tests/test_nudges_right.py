"""What is said unasked is right: nothing answered, refused or done is brought, and what is late says that it is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from scheduler import nudges
from storage.facts import Answer, Contact, ContactKind, Event, EventType, Known, Mood, Person, Promise, Side
from tests.in_place import Chat
from tests.test_nothing_chases import waiting
from tests.test_nudges_rows import ANA, DAY, END, HOUR, at, days_of, event, life, lived, words_of

OPEN_NOTE = {"thank_you_declined": False}
"""Nobody has been thanked, and nobody has refused to."""
ASKED_TWICE = tuple(
    Contact(id=20 + n, opportunity_id=1, at=END + (21 + 8 * n) * DAY, kind=ContactKind.FOLLOW_UP) for n in (0, 1)
)


def names_of(known: Known, until: str) -> list[str]:
    """What is said to somebody who answers everything."""
    return [plan.name for _, plan, _ in days_of(known, END + HOUR, at(until))]


# The check-in


@pytest.mark.parametrize(
    "named",
    [
        {"interview": {"window_answer": Answer.NO, "window_latest": None}},
        {"interview": {"window_answer": None, "window_latest": None}, "events": (
            event(EventType.WINDOW_EXTENDED, "2026-12-01T17:00", latest=date(2026, 12, 7)),
        )},
    ],
    ids=["they named none", "told as news"],
)  # fmt: skip
def test_whoever_has_told_how_it_went_and_by_when_they_answer_is_not_asked_again(named: dict[str, Any]) -> None:
    asked = replace(life(interview={"mood": None}), contacts=())
    told = life(**named)
    first = next(plan for _, plan, _ in days_of(asked, END, END + HOUR) if plan.name == "check_in")
    known = nudges.note_said(replace(told, person=replace(ANA, heard_at=END + HOUR)), first, END + HOUR / 12)
    assert lived(known, END + HOUR, END + 4 * DAY, "check_in_again") == []


def after(told: str, when: str, language: str = "en") -> Chat:
    """Ana has told of a talk; nothing was known of it before."""
    return Chat(Known(person=replace(ANA, language=language)), at(when)).say(told)


def unasked_of(chat: Chat, until: str) -> list[tuple[str, datetime]]:
    """What comes by itself when nothing more is said."""
    said = days_of(chat.known, chat.now, at(until), is_answered=False)
    return [(plan.name, moment) for moment, plan, _ in said]


TOLD_AFTERWARDS = [
    ("I had an interview with Brackenfield today at 10", "en", "2026-12-01T19:00"),
    ("interview at Brackenfield yesterday at 2pm, they decide by next Friday", "en", "2026-12-02T10:00"),
    ("I had an interview with Brackenfield this morning at 9. Should I thank them?", "en", "2026-12-01T12:00"),
    ("Ich hatte heute um 10 Uhr ein Vorstellungsgespräch bei Brackenfeld", "de", "2026-12-01T19:00"),
    ("gestern um 14 Uhr Vorstellungsgespräch bei Brackenfeld, sie melden sich bis Freitag", "de", "2026-12-02T10:00"),
    ("Ich hatte heute um 9 Uhr ein Gespräch bei Brackenfeld. Soll ich mich bedanken?", "de", "2026-12-01T12:00"),
]


@pytest.mark.parametrize(("told", "language", "when"), TOLD_AFTERWARDS)
def test_of_a_talk_told_afterwards_nobody_is_asked_again_minutes_later(told: str, language: str, when: str) -> None:
    chat = after(told, when, language)
    assert len(chat.known.interviews) == 1
    came = unasked_of(chat, f"{when[:10]}T23:59")
    assert "check_in" not in [name for name, _ in came]


def test_what_was_asked_in_the_reply_comes_once_more_in_the_morning() -> None:
    chat = after("I had an interview with Brackenfield today at 10", "2026-12-01T19:00")
    assert chat.known.person.asking == "mood"
    came = unasked_of(chat, "2026-12-03T23:59")
    assert [moment.date() for name, moment in came if name == "check_in_again"] == [date(2026, 12, 2)]


@pytest.mark.parametrize(
    ("told", "language"),
    [
        ("I have an interview with Brackenfield today at 4pm", "en"),
        ("Ich habe heute um 16 Uhr ein Vorstellungsgespräch bei Brackenfeld", "de"),
    ],
)
def test_of_a_talk_told_ahead_it_is_asked_as_it_ends(told: str, language: str) -> None:
    came = unasked_of(after(told, "2026-12-01T12:00", language), "2026-12-01T23:59")
    assert ("check_in", at("2026-12-01T17:05")) in came


def test_a_talk_that_turns_out_to_be_still_ahead_is_asked_about_when_it_is_over() -> None:
    chat = after("I had an interview with Brackenfield today at 10", "2026-12-01T12:00")
    moved = replace(chat.known.interviews[0], start=at("2026-12-03T10:00"), end=at("2026-12-03T11:00"))
    chat.known = replace(chat.known, interviews=(moved,))
    assert ("check_in", at("2026-12-03T11:05")) in unasked_of(chat, "2026-12-03T12:00")


# The wait


def test_nothing_is_halfway_on_the_last_working_day_where_a_note_is_open_as_well() -> None:
    """Two were met, one was thanked: what may go next is a note, and the day they named counts all the same."""
    note = Contact(id=20, opportunity_id=1, at=END + HOUR, kind=ContactKind.THANK_YOU, to="Maria")
    for named, times in ((date(2026, 12, 8), 0), (date(2026, 12, 18), 1)):
        talk = {**OPEN_NOTE, "window_latest": named, "interviewers": ("Maria", "Tom")}
        known = life(interview=talk, contacts=(note,))
        assert len(lived(known, END + HOUR, END + 30 * DAY, "hold")) == times


def test_nobody_hears_that_they_are_halfway_minutes_after_they_were_told_from_when_they_may_ask() -> None:
    known = life()  # the middle is Friday 11 December
    moment = lived(known, END + HOUR, END + 30 * DAY, "hold")[0]
    spoken = replace(known, person=replace(ANA, heard_at=moment + 8 * HOUR))
    came = lived(spoken, moment + 8 * HOUR, END + 30 * DAY, "hold")
    assert all(later.date() > moment.date() for later in came)
    before = replace(known, person=replace(ANA, heard_at=moment - 8 * HOUR))
    assert lived(before, moment - 8 * HOUR, END + 30 * DAY, "hold") == [moment]


# The thank-you


@pytest.mark.parametrize("change", [{"thank_you_declined": True}, {**OPEN_NOTE, "still_wanted": Answer.NO}])
def test_no_note_for_somebody_who_has_refused_it_or_wants_the_job_no_more(change: dict[str, Any]) -> None:
    said = names_of(life(interview=change), "2026-12-05T00:00")
    assert not {"thank_you", "thank_you_again"} & set(said)


def test_no_note_for_a_no_where_no_mail_was_wanted() -> None:
    no = event(EventType.REJECTED, "2026-12-03T12:00")
    refused: dict[str, Any] = {"thank_you_declined": True}
    for change, said in (
        (refused, []),
        ({**OPEN_NOTE, "still_wanted": Answer.NO}, []),
        (OPEN_NOTE, [at("2026-12-04T09:00")]),
    ):
        known = life(interview=change, events=(no,))
        assert lived(known, no.at + HOUR, at("2026-12-12T00:00"), "rejection_thanks") == said


@pytest.mark.parametrize(
    ("told", "comes"),
    [
        ("2027-03-23T12:00", "2027-03-24T09:00"),
        ("2027-03-25T12:00", "2027-03-30T08:00"),
        ("2027-05-28T12:00", "2027-06-01T08:00"),
        ("2027-06-04T12:00", "2027-06-07T08:00"),
    ],
    ids=["an ordinary day", "over Easter", "over a bank holiday", "over a weekend"],
)
def test_a_note_after_a_no_comes_on_a_day_on_which_they_are_at_work(told: str, comes: str) -> None:
    """Moments are those of UTC; from 28 March on it is an hour later in London."""
    no = event(EventType.REJECTED, told)
    known = life(interview={**OPEN_NOTE, "window_latest": None}, events=(no,))
    assert lived(known, no.at + HOUR, no.at + 10 * DAY, "rejection_thanks") == [at(comes)]


def test_a_late_note_says_that_it_is_late_and_comes_once() -> None:
    """Told on Thursday how it went on Monday: three working days later."""
    known = life(interview=OPEN_NOTE)
    late, soon = at("2026-12-04T12:00"), at("2026-12-02T08:00")
    assert words_of(known, late, "thank_you").text.startswith("It's late for a thank-you to Acme")
    assert lived(known, late, at("2026-12-12T00:00"), "thank_you_again") == []
    assert "late" not in words_of(known, soon, "thank_you").text.partition("\n")[0]
    german = replace(known, person=replace(ANA, language="de"))
    assert words_of(german, late, "thank_you").text.startswith("Für einen Dank an Acme ist es spät")


# Promises, and what they asked for


def ours(due: date, made: str) -> Promise:
    return Promise(id=30, opportunity_id=1, what="portfolio", due=due, made_at=at(made))


def test_what_was_promised_for_tonight_is_recalled_tonight_and_not_when_it_is_over() -> None:
    known = life(promises=(ours(date(2026, 12, 1), "2026-12-01T16:30"),))
    assert lived(known, END + HOUR, at("2026-12-02T00:00"), "promise") == [at("2026-12-01T19:00")]
    late = life(promises=(ours(date(2026, 12, 1), "2026-12-01T19:15"),))
    assert lived(late, at("2026-12-01T19:20"), at("2026-12-02T00:00"), "promise") == [at("2026-12-01T20:15")]


def test_it_is_recalled_tonight_however_much_was_said_today() -> None:
    known = life(promises=(ours(date(2026, 12, 1), "2026-12-01T16:30"),))
    first = next(plan for _, plan, _ in days_of(life(interview={"mood": None}), END, END + HOUR))
    for hours in (7, 4, 1):
        known = nudges.note_said(known, replace(first, once=f"x:{hours}"), END - hours * HOUR)
    assert lived(known, END + HOUR, at("2026-12-02T00:00"), "promise") == [at("2026-12-01T19:00")]


def test_the_day_after_it_is_asked_whether_it_is_out_before_an_apology_is_due() -> None:
    known = life(promises=(ours(date(2026, 12, 1), "2026-11-28T16:30"),))
    first = words_of(known, at("2026-12-02T08:00"), "promise").text
    assert "If it's out, tap “Sent it”" in first


def asked_for(what: str | None = "two references", **more: Any) -> Event:
    return event(EventType.REQUEST, "2026-12-03T10:30", what=what, **more)


def test_what_they_asked_for_by_a_day_is_recalled_the_next_morning_and_on_that_day() -> None:
    known = life(events=(asked_for(deadline=date(2026, 12, 7)),))
    came = lived(known, at("2026-12-03T10:31"), at("2026-12-12T00:00"), "reply_owed")
    assert came == [at("2026-12-04T09:00"), at("2026-12-07T09:00")]
    said = words_of(known, at("2026-12-03T10:31"), "reply_owed").text
    assert "they need two references from you by" in said


def test_what_they_want_today_is_recalled_today() -> None:
    known = life(events=(asked_for(deadline=date(2026, 12, 3)),))
    assert lived(known, at("2026-12-03T10:31"), at("2026-12-05T00:00"), "reply_owed") == [at("2026-12-03T19:00")]


@pytest.mark.parametrize(
    ("promise", "comes"),
    [
        ({"due": date(2026, 12, 8), "id": 51}, False),
        ({"due": date(2026, 12, 7), "id": 60}, False),
        ({"due": date(2026, 12, 7), "id": 60, "done_at": at("2026-12-03T11:00")}, True),
        ({"due": date(2026, 12, 7), "id": 60, "side": Side.THEIRS}, True),
        ({"due": date(2026, 12, 7), "id": 40}, True),
        ({"due": date(2026, 12, 11), "id": 60, "deadline": date(2026, 12, 8)}, True),
        ({"due": date(2026, 12, 8), "id": 60, "deadline": date(2026, 12, 8)}, False),
    ],
    ids=["same breath", "later", "kept", "theirs", "promised before they asked", "too late for them", "by their day"],
)
def test_what_they_asked_for_and_the_person_has_promised_is_not_brought_twice(
    promise: dict[str, Any], comes: bool
) -> None:
    asked = asked_for(deadline=promise.pop("deadline", None))
    owed = replace(ours(date(2026, 12, 7), "2026-12-03T10:30"), **promise)
    known = life(events=(asked,), promises=(owed,))
    assert bool(lived(known, at("2026-12-03T10:31"), at("2026-12-06T00:00"), "reply_owed")) is comes


@pytest.mark.parametrize(
    ("told", "left"),
    [
        ("sent maria the salary stuff", set()),
        ("sent them all the documents", set()),
        ("sent the payslips", {"salary expectations"}),
    ],
)
def test_a_word_for_all_of_it_is_all_that_was_promised(told: str, left: set[str]) -> None:
    chat = Chat(waiting()).say("I promised them payslips and salary expectations by Friday").later(hours=1).say(told)
    assert {p.what for p in chat.known.promises if p.done_at is None} == left


# Elsewhere


def told_elsewhere(told: str, **more: Any) -> Known:
    offer = event(EventType.COMPETING_OFFER, "2026-12-02T10:00", deadline=date(2026, 12, 9))
    contact = Contact(id=40, opportunity_id=1, at=at(told), kind=ContactKind.OTHER, about="competing_offer")
    return life(events=(offer, *more.pop("events", ())), contacts=(contact,), **more)


def test_of_a_day_elsewhere_they_are_reminded_once_and_not_the_day_after_they_were_told() -> None:
    until = at("2026-12-12T00:00")
    assert lived(told_elsewhere("2026-12-03T10:00"), at("2026-12-03T11:00"), until, "your_move") == [
        at("2026-12-08T08:00")
    ]
    assert lived(told_elsewhere("2026-12-07T10:00"), at("2026-12-07T11:00"), until, "your_move") == []


def test_whoever_has_answered_is_not_reminded_of_the_day_elsewhere() -> None:
    word = event(EventType.WINDOW_EXTENDED, "2026-12-04T10:00", id=51, latest=date(2026, 12, 8))
    known = told_elsewhere("2026-12-03T10:00", events=(word,))
    assert lived(known, at("2026-12-04T11:00"), at("2026-12-12T00:00"), "your_move") == []


# The week


def test_nobody_counts_applications_where_all_has_been_asked_that_may_be() -> None:
    asked = life(contacts=ASKED_TWICE, interview={"window_latest": date(2026, 12, 18)})
    assert lived(asked, at("2026-12-31T00:00"), at("2027-01-12T00:00"), "applications") == []


# The clock


def test_on_a_guessed_clock_nothing_comes_while_it_may_be_night_anywhere() -> None:
    guessed = Person(id=1, name="Ana", language="de", zone="Europe/Berlin", serial=1000)
    known = life(interview={"mood": None}, person=guessed)
    moments = [moment for moment, _, _ in days_of(known, END, END + 30 * DAY)]
    assert moments
    assert all(8 <= (moment + timedelta(hours=1)).hour < 21 for moment in moments)


def test_a_rough_talk_is_no_reason_to_thank_nobody() -> None:
    assert "thank_you" in names_of(life(interview={**OPEN_NOTE, "mood": Mood.ROUGH}), "2026-12-05T00:00")
