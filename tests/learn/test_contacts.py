"""What came from them, and that nothing came."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.hear.act import Act
from bot.learn.contacts import ACTS
from bot.learn.ledger import Ledger, Stale
from storage.facts import Channel, ContactKind, Direction, EventType, Known
from tests.learn import rows
from tests.learn.rows import NOW, OPENS, YESTERDAY, act, answers, around, drafts, keys, opens, pressed


def learn(known: Known, *acts: Act) -> Ledger:
    return rows.learn(ACTS, known, *acts)


def types(ledger: Ledger) -> list[EventType]:
    return [event.type for event in ledger.known.events]


@pytest.mark.parametrize(
    ("what", "kind", "shown"),
    [
        ("question", EventType.QUESTION, []),
        ("request", EventType.REQUEST, ["document_sent"]),
        ("missed_call", EventType.MISSED_CALL, ["late_call"]),
        ("linkedin", EventType.LINKEDIN_INVITATION, []),
        ("more_time", EventType.ASKED_TO_WAIT, []),
    ],
)
def test_what_they_want_is_an_event(what: str, kind: EventType, shown: list[str]) -> None:
    ledger = learn(rows.met(), act("heard", what=what))
    assert (types(ledger), keys(ledger), drafts(ledger)) == ([kind], [f"kept.heard.{what}"], shown)


def test_more_time_moves_the_day_for_a_question() -> None:
    assert opens(learn(rows.waiting(), act("heard", what="more_time"))) == date(2026, 12, 16)


def test_it_came_on_the_day_that_is_named() -> None:
    ledger = learn(rows.overdue(), act("heard", what="question", day=YESTERDAY))
    assert ledger.known.events[0].at.date() == YESTERDAY


@pytest.mark.parametrize(
    ("what", "kind", "channel", "key"),
    [
        (None, ContactKind.REPLY, None, "kept.heard.news"),
        ("news", ContactKind.REPLY, None, "kept.heard.news"),
        ("call", ContactKind.REPLY, Channel.PHONE, "kept.heard.call"),
        ("no_news", ContactKind.OTHER, None, "kept.heard.no_news"),
    ],
)
def test_that_they_were_in_touch_is_kept(
    what: str | None, kind: ContactKind, channel: Channel | None, key: str
) -> None:
    ledger = learn(rows.met(), act("heard", **({"what": what} if what else {})))
    assert [(c.direction, c.kind, c.channel) for c in ledger.known.contacts] == [(Direction.IN, kind, channel)]
    assert keys(ledger) == [key]


def test_by_which_way_it_came() -> None:
    ledger = learn(rows.met(), act("heard", what="news", channel="linkedin"))
    assert ledger.known.contacts[0].channel is Channel.LINKEDIN


def test_beside_the_news_itself_nothing_more_is_kept() -> None:
    ledger = learn(rows.met(), act("heard", what="news", channel="email"), act("rejected"))
    assert (ledger.known.contacts, keys(ledger)) == ((), [])


def test_an_invitation_and_a_call_to_come_are_what_they_are() -> None:
    invited = learn(rows.met(), act("heard", what="invited", day=YESTERDAY))
    assert (types(invited), keys(invited)) == ([EventType.INVITATION], ["kept.invited"])
    call = learn(rows.met(), act("heard", what="call", start=NOW + timedelta(days=1)))
    assert types(call) == [EventType.SCHEDULED_CALL]
    past = learn(rows.met(), act("heard", what="call", start=NOW - rows.HOUR))
    assert keys(past) == ["kept.heard.call"]
    twice = learn(rows.met(), act("heard", what="invited"), act("invited"))
    assert keys(twice) == []


def test_the_button_that_they_answered_acts_once() -> None:
    ledger = learn(rows.met(), pressed("heard", "heard", 1))
    assert (keys(ledger), ledger.reply.mark) == (["kept.heard.news"], "heard")
    with pytest.raises(Stale):
        learn(rows.let_go(rows.met()), pressed("heard", "heard", 1))
    with pytest.raises(Stale):
        learn(rows.stranger(), pressed("word.yes", "heard", 0))


def test_with_several_employers_word_from_them_waits_for_a_name() -> None:
    for told in (act("heard", what="news"), pressed("word.yes", "heard", 0)):
        ledger = learn(rows.two(), told)
        assert (ledger.known.contacts, len(ledger.known.open_points)) == ((), 1)


# Nothing


def test_nothing_yet_names_the_day() -> None:
    ledger = learn(rows.waiting(), act("nothing_heard"))
    assert ledger.known.contacts == ledger.known.events == ()
    assert answers(ledger) == ["kept.nothing_heard.opens"]
    assert ledger.reply.answers[0].text.params["opens"] == OPENS  # type: ignore[union-attr]


def test_nothing_yet_and_they_may_be_asked() -> None:
    assert answers(learn(rows.overdue(), act("nothing_heard"))) == ["kept.nothing_heard.now"]


def test_nothing_yet_beside_the_day_is_not_told_twice() -> None:
    for beside in ("window", "sent", "silence_means_no"):
        ledger = learn(rows.waiting(), act("nothing_heard"), act(beside, what="follow_up"))
        assert answers(ledger) == ["kept.nothing_heard"]


def test_nothing_yet_says_no_more_beside_what_came_after_all() -> None:
    for beside in ("rejected", "offer", "invited"):
        assert answers(learn(rows.waiting(), act("nothing_heard"), act(beside))) == []


def test_nothing_yet_from_one_is_said_beside_news_from_another() -> None:
    ledger = learn(rows.two(), act("offer", about="Globex"), act("nothing_heard", about="Acme"))
    assert answers(ledger) == ["kept.nothing_heard.opens"]


def test_nothing_from_nobody_in_particular() -> None:
    for known in (rows.stranger(), rows.two()):
        ledger = learn(known, pressed("word.none", "nothing_heard", 0))
        assert (answers(ledger), ledger.reply.mark) == (["kept.nothing_heard"], "word.none")
        assert ledger.known.open_points == ()
    ended = rows.happened(rows.waiting(), EventType.REJECTED)
    assert answers(learn(ended, act("nothing_heard"))) == ["kept.nothing_heard"]


def test_the_same_question_of_theirs_is_one() -> None:
    known = rows.happened(rows.met(), EventType.QUESTION)
    ledger = learn(known, act("heard", what="question"))
    assert (ledger.known.events, around(ledger)[0]) == (known.events, "kept.stands")
    answered = rows.wrote(known, ContactKind.REPLY, hours=0.5)
    assert len(types(learn(answered, act("heard", what="question")))) == 2


def test_their_word_about_the_other_one() -> None:
    ledger = learn(rows.two(), act("heard", what="news", about="Globex"))
    assert [contact.opportunity_id for contact in ledger.known.contacts] == [11]
    assert replace(ledger.known, contacts=()).contacts == ()
