"""How they answer, and what they asked for during the wait."""

from __future__ import annotations

from datetime import date

import pytest

from bot.hear.act import Act
from bot.learn.ledger import Ledger, Stale
from bot.learn.waiting import ACTS
from storage.facts import Answer, Channel, EventType, Known
from tests.learn import rows
from tests.learn.rows import FRIDAY, TOMORROW, act, around, bare, keys, lines, opens, pressed


def learn(known: Known, *acts: Act) -> Ledger:
    return rows.learn(ACTS, known, *acts)


# The channel


def test_how_they_answer_is_how_they_are_written_to() -> None:
    ledger = learn(rows.met(), act("channel", channel="phone"))
    assert ledger.known.opportunities[0].preferred_channel is Channel.PHONE
    assert ledger.known.interviews[0].channel_answer is Answer.YES
    assert keys(ledger) == ["kept.channel.phone"]
    assert around(learn(ledger.known, act("channel", channel="phone"))) == ["kept.stands", "kept.channel.phone"]


def test_they_did_not_say_how() -> None:
    ledger = learn(rows.met(), pressed("channel.none", "channel", 2, none=True))
    assert ledger.known.interviews[0].channel_answer is Answer.NO
    assert (keys(ledger), ledger.reply.mark) == (["kept.channel.none"], "channel.none")
    with pytest.raises(Stale):
        learn(ledger.known, pressed("channel.email", "channel", 2, channel="email"))


def test_what_they_prefer_stands_above_how_they_answer() -> None:
    told = (act("channel_preferred", channel="email"), act("channel", channel="phone"))
    ledger = learn(rows.met(), *told)
    assert ledger.known.opportunities[0].preferred_channel is Channel.EMAIL
    assert keys(ledger) == ["kept.channel_preferred.email", "kept.channel.phone"]


@pytest.mark.parametrize("name", ["channel", "channel_preferred", "asked_to_wait", "no_contact"])
def test_with_several_employers_it_waits_for_a_name(name: str) -> None:
    known = rows.two()
    ledger = learn(known, act(name, channel="email"))
    assert (ledger.known.opportunities, ledger.known.events) == (known.opportunities, ())
    assert len(ledger.known.open_points) == 1


def test_no_talk_is_made_for_a_channel() -> None:
    ledger = learn(rows.stranger(), act("channel", channel="text", about="Acme"))
    assert (ledger.known.interviews, keys(ledger)) == ((), ["kept.channel.text"])


# What they asked for


@pytest.mark.parametrize(
    ("told", "kind", "field", "key", "moves"),
    [
        (act("may_ask_from", day=FRIDAY), EventType.INVITED_FOLLOW_UP, "since", "kept.may_ask_from.dated", None),
        (act("may_ask_from"), EventType.INVITED_FOLLOW_UP, None, "kept.may_ask_from", None),
        (act("no_contact"), EventType.NO_CONTACT, None, "kept.no_contact", None),
        (act("silence_means_no", day=FRIDAY), EventType.SILENCE_MEANS_NO, "until", "kept.silence_means_no.dated", None),
        (act("asked_to_wait"), EventType.ASKED_TO_WAIT, None, "kept.asked_to_wait", date(2026, 12, 16)),
        (act("paused", until=FRIDAY), EventType.PROCESS_PAUSED, "until", "kept.paused.dated", date(2026, 12, 15)),
        (act("paused"), EventType.PROCESS_PAUSED, None, "kept.paused", date(2027, 1, 8)),
        (act("away", until=FRIDAY), EventType.RECRUITER_AWAY, "until", "kept.away.dated", date(2026, 12, 15)),
        (act("away"), EventType.RECRUITER_AWAY, None, "kept.away", None),
        (
            act("away", who="Priya", until=FRIDAY),
            EventType.RECRUITER_AWAY,
            "until",
            "kept.away.named.dated",
            date(2026, 12, 15),
        ),
    ],
)
def test_each_is_an_event_and_tells_the_day_that_moved(
    told: Act, kind: EventType, field: str | None, key: str, moves: date | None
) -> None:
    ledger = learn(rows.met(), told)
    (event,) = ledger.known.events
    assert event.type is kind
    assert field is None or getattr(event, field) == FRIDAY
    assert keys(ledger) == [key]
    assert opens(ledger) == moves
    again = learn(ledger.known, told)
    assert again.known.events == ledger.known.events
    assert around(again) == ["kept.stands", key]


def test_a_leave_has_its_first_day_and_whose_it_is() -> None:
    ledger = learn(rows.met(), act("away", who="Priya", **{"from": TOMORROW, "until": FRIDAY}))
    assert [(e.what, e.since, e.until) for e in ledger.known.events] == [("Priya", TOMORROW, FRIDAY)]
    assert lines(ledger)[0].startswith("Priya is away until Fri 11 Dec, so nothing goes out")
    other = learn(ledger.known, act("away", who="Tom", until=FRIDAY))
    assert [event.what for event in other.known.events] == ["Priya", "Tom"]


def test_who_is_away_is_named_as_they_are_known() -> None:
    known = rows.met(interviewers=("Priya Nair",))
    assert learn(known, act("away", who="priya", until=FRIDAY)).known.events[0].what == "Priya Nair"


def test_patience_after_a_no_changes_nothing() -> None:
    assert learn(rows.met(), act("asked_to_wait"), act("rejected")).known.events == ()


def test_a_leave_from_a_day_on_is_no_leave_until_that_day() -> None:
    ledger = learn(rows.met(), act("away", who="Priya", **{"from": TOMORROW}))
    assert keys(ledger) == ["kept.away.named"]


def test_the_day_that_was_missing_is_filled_in() -> None:
    known = learn(rows.met(), pressed("ev.away", "away", 1)).known
    for told in (act("away", until=FRIDAY), bare("away", known.events[0].id, until=FRIDAY)):
        ledger = learn(known, told)
        assert [event.until for event in ledger.known.events] == [FRIDAY]


def test_another_day_is_put_right_only_when_it_is_said_so() -> None:
    known = rows.happened(rows.met(), EventType.PROCESS_PAUSED, until=FRIDAY)
    assert len(learn(known, act("paused", until=TOMORROW)).known.events) == 2
    corrected = learn(known, act("correct"), act("paused", until=TOMORROW))
    assert [event.until for event in corrected.known.events] == [TOMORROW]


def test_asked_for_patience_once_more_after_days_is_news() -> None:
    known = rows.happened(rows.met(), EventType.ASKED_TO_WAIT, hours=24 * 5)
    assert len(learn(known, act("asked_to_wait")).known.events) == 2
    just_now = rows.happened(rows.met(), EventType.ASKED_TO_WAIT)
    assert len(learn(just_now, act("asked_to_wait")).known.events) == 1
    assert len(learn(just_now, act("asked_to_wait"), act("heard")).known.events) == 2


@pytest.mark.parametrize("beside", ["window", "window_moved", "paused"])
def test_patience_with_a_day_is_told_by_the_day(beside: str) -> None:
    slots = {"until": FRIDAY} if beside == "paused" else {"latest": FRIDAY}
    ledger = learn(rows.met(), act("asked_to_wait"), act(beside, **slots))
    assert all(event.type is not EventType.ASKED_TO_WAIT for event in ledger.known.events)


def test_a_menu_shown_before_something_was_kept_is_an_old_one() -> None:
    told = pressed("ev.wait", "asked_to_wait", 1)
    ledger = learn(rows.met(), told)
    assert ledger.reply.mark == "ev.wait"
    for known in (ledger.known, rows.let_go(rows.met())):
        with pytest.raises(Stale):
            learn(known, told)


def test_news_wakes_an_employer_who_was_to_be_quiet() -> None:
    known = rows.met()
    muted = rows.replace(known, opportunities=(rows.replace(known.opportunities[0], muted=True),))
    assert learn(muted, act("asked_to_wait")).known.opportunities[0].muted is False


def test_a_hold_with_the_day_by_which_they_decide_waits_for_that_day() -> None:
    ledger = learn(rows.waiting(), act("paused"), act("window", latest=FRIDAY))
    assert EventType.PROCESS_PAUSED not in {event.type for event in ledger.known.events}
    assert keys(ledger)[0].startswith("kept.window")
    elsewhere = learn(rows.waiting(), act("paused", about="Acme"), act("window", about="Globex", latest=FRIDAY))
    assert EventType.PROCESS_PAUSED in {event.type for event in elsewhere.known.events}
