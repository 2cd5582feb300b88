"""Once it has ended, whoever ended it, nobody is chased any more: only what belongs to the end is said."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import takewhile

import pytest

from bot.say import unasked
from scheduler import nudges
from storage.facts import Answer, EventType, Interview, Known, Mood, Opportunity
from tests.in_place import NOW, Chat, acme

LONG = timedelta(days=160)
AFTER_A_NO = {"rejection_thanks", "feedback", "keep_in_touch"}
AFTER_LEAVING = {"your_move"}


def waiting() -> Known:
    """Ana was at Acme yesterday, told all of it, and waits; nobody has been thanked yet."""
    known = acme(role="designer")
    talk = replace(known.interviews[0], mood=Mood.FINE, window_answer=Answer.YES, window_latest=date(2026, 12, 11))
    return replace(known, interviews=(talk,))


def with_globex(known: Known) -> Known:
    """And at Globex two hours later, who answer a week after Acme."""
    talk = known.interviews[0]
    start = talk.start + timedelta(hours=2)
    other = replace(talk, id=4, opportunity_id=3, start=start, end=start + timedelta(hours=1))
    return replace(
        known,
        opportunities=(*known.opportunities, Opportunity(id=3, employer="Globex")),
        interviews=(*known.interviews, replace(other, window_latest=date(2026, 12, 18))),
    )


def lived(chat: Chat) -> list[tuple[int | None, str]]:
    """About whom, and which, all nudges of the next months."""
    said: list[tuple[int | None, str]] = []
    known, now, until = chat.known, chat.now, chat.now + LONG
    while now <= until:
        plan = nudges.due(known, now)
        if plan is not None:
            known, _ = unasked.speak(known, plan, now)
            said.append((plan.opportunity_id, plan.name))
        following: datetime | None = nudges.next_wake(known, now)
        if following is None:
            break
        now = max(following, now + timedelta(seconds=1))
    return said


@pytest.mark.parametrize(
    ("told", "belongs"),
    [
        ("Acme said no", AFTER_A_NO),
        ("they rejected me", AFTER_A_NO),
        ("the position at Acme has been cancelled", AFTER_A_NO),
        ("I withdrew my application at Acme", AFTER_LEAVING),
        ("I've decided to withdraw from Acme", AFTER_LEAVING),
        ("I accepted the offer from Acme", set()),
        ("I turned down the offer from Acme", set()),
        ("I accepted another job elsewhere", AFTER_LEAVING),
    ],
)
def test_after_the_end_nothing_chases_that_employer(told: str, belongs: set[str]) -> None:
    chat = Chat(waiting()).say(told)
    assert nudges.has_ended(chat.known, chat.known.opportunities[0])
    assert {name for _, name in lived(chat)} <= belongs


@pytest.mark.parametrize(
    "told", ["Acme said no", "I withdrew my application at Acme", "I turned down the offer from Acme"]
)
def test_the_other_one_is_waited_for_as_before(told: str) -> None:
    chat = Chat(with_globex(waiting())).say(told)
    said = lived(chat)
    assert {name for about, name in said if about == 1} <= AFTER_A_NO | AFTER_LEAVING
    assert (3, "follow_up") in said


def test_an_invitation_left_unanswered_is_no_answer_owed_once_the_person_leaves() -> None:
    chat = Chat(waiting()).say("Acme want to see me again").later(hours=1).say("I'm withdrawing from Acme")
    assert {name for _, name in lived(chat)} <= AFTER_LEAVING


def test_accepting_one_congratulates_on_that_one_alone() -> None:
    chat = Chat(with_globex(waiting())).say("Globex made me an offer").later(days=1).say("i accepted globex")
    assert "Congratulations. Globex it is. Once you hold it on paper, tell Acme" in chat.said
    ended = [event for event in chat.known.events if event.type is EventType.ACCEPTED]
    assert [event.opportunity_id for event in ended] == [3]
    assert {name for about, name in lived(chat) if about in (1, None)} <= {"thank_you", "thank_you_again", "your_move"}


def test_an_offer_elsewhere_that_is_accepted_ends_what_still_runs() -> None:
    """Who has told of an offer elsewhere, and accepts, has not accepted the one that made none."""
    chat = Chat(waiting()).say("I have another offer, deadline Friday").later(days=1).say("I accepted the offer")
    assert "Congratulations. Acme it is" not in chat.said
    assert [event.type for event in chat.known.events][-1] is EventType.ACCEPTED_OTHER_OFFER
    assert {name for _, name in lived(chat)} <= AFTER_LEAVING


def test_a_talk_that_is_still_ahead_is_spoken_of_no_more() -> None:
    known = waiting()
    start = NOW + timedelta(days=5)
    ahead = Interview(id=5, opportunity_id=1, start=start, end=start + timedelta(hours=1))
    chat = Chat(replace(known, interviews=(*known.interviews, ahead))).say("Acme said no after all")
    assert not {name for _, name in lived(chat)} & {"pocket_card", "check_in", "lessons"}


@pytest.mark.parametrize("told", ["sent", "sent it this morning to Deb", "Sent to Kelly by email", "done, sent it"])
@pytest.mark.parametrize("name", ["thank_you", "follow_up"])
def test_what_was_sent_is_not_brought_again(name: str, told: str) -> None:
    chat = Chat(waiting())
    if name == "follow_up":
        chat.say("I thanked them already").say("They answer by Friday 11 December")
    chat.hear(name).later(minutes=40).say(told)
    assert [contact.kind for contact in chat.known.contacts][-1] == name
    before_the_next = takewhile(lambda said: said != "second_follow_up", (said for _, said in lived(chat)))
    assert not set(before_the_next) & {name, f"{name}_again"}
