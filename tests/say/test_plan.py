"""What happens next, line by line."""

from __future__ import annotations

from datetime import date

from bot.say.plan import comes, plan
from scheduler import nudges
from storage.facts import ContactKind, EventType, Known, Mood
from tests.say.facts import END, HOUR, NEXT_DAY, acme, ahead, at, event, german, life, promise, sent, talked, words


def told(known: Known, now: object = END + HOUR) -> list[str]:
    return words(plan(known, now, acme()), known, now).splitlines()[2:]  # type: ignore[arg-type]


KEEP = "• Until there is an offer on paper, keep the other doors open."


def test_a_thank_you_promises_a_day_to_ask_and_the_other_doors() -> None:
    known = life(promises=(promise(date(2026, 12, 4)),))
    assert told(known) == [
        "• A thank-you: I'll bring you a draft, Tue 1 Dec, 18:00.",
        "• “references”: due Fri 4 Dec.",
        "• No questions to them before Tue 22 Dec. I'll tell you when it's time.",
        KEEP,
    ]


def test_the_thank_you_is_promised_even_when_something_else_is_said_before_it() -> None:
    known = life(talked(debrief=None, start=END + 2 * HOUR, end=END + 3 * HOUR))
    now = at("2026-12-01T19:30")
    assert nudges.coming(known, now)[1][1].name == "debrief_offer"
    assert "• A thank-you: I'll bring you a draft, Wed 2 Dec, 08:00." in told(known, now)


def test_its_moment_is_the_one_at_which_it_comes() -> None:
    known = life()
    at_ = comes(nudges.look_at(known, acme(), END + HOUR), ("thank_you",))
    assert at_ is not None
    due = nudges.due(known, at_)
    assert due is not None
    assert due.name == "thank_you"
    assert nudges.due(known, at_ - HOUR / 60) is None


def test_the_thank_you_of_a_talk_that_is_still_ahead_is_not_promised() -> None:
    known = life(talked(), ahead(start_known=False), contacts=(sent(ContactKind.THANK_YOU),))
    assert not [line for line in told(known, NEXT_DAY) if "A thank-you" in line]


def test_a_question_that_may_go_already_says_when_its_draft_comes() -> None:
    now = at("2026-12-22T08:30")
    known = life(contacts=(sent(ContactKind.THANK_YOU),))
    assert told(known, at("2026-12-22T09:30"))[0].startswith("• You may ask how things stand. I'll bring you a draft, ")
    assert told(known, now)[0].startswith("• No questions to them before Tue 22 Dec.")


def test_a_question_that_was_spoken_of_already_may_still_be_asked() -> None:
    now = at("2026-12-22T09:30")
    known = life(contacts=(sent(ContactKind.THANK_YOU),))
    for _ in range(9):
        following = nudges.coming(known, now).get(1)
        if following is None or following[1].name.startswith("clean_end"):
            break
        now, planned = following
        known = nudges.note_said(known, planned, now)
    assert "• You may ask how things stand." in told(known, now)


def test_the_next_interview_is_part_of_it_and_there_is_no_question_before_it() -> None:
    known = life(talked(), ahead(start_known=False))
    lines = told(known)
    assert "• Your next interview: Thu 10 Dec." in lines
    assert not any("before" in line for line in lines)


def test_after_an_end_no_question_is_planned() -> None:
    known = life(events=(event(EventType.ACCEPTED),))
    assert told(known, NEXT_DAY) == [KEEP]


def test_it_reads_well_in_german_and_needs_no_answers() -> None:
    known = german(life(talked(mood=Mood.SKIPPED, window_answer=None, window_latest=None)))
    text = words(plan(known, END + HOUR, acme()), known)
    assert "Acme" in text.splitlines()[0]
    assert text.count("•") == 3


def test_a_draft_that_comes_within_minutes_comes_in_a_moment() -> None:
    assert told(life(), at("2026-12-01T17:58"))[0] == "• A thank-you: I'll bring you a draft in a moment."
