"""What a calendar says now, applied to what is planned."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from bot.calendars.plan import Ask
from bot.learn.calendar_followed import Following
from bot.learn.calendar_rows import key_of
from bot.learn.ledger import Ledger
from storage.facts import Decision, Known
from tests.learn.events import (
    FRIDAY,
    THURSDAY,
    after,
    another,
    event,
    fed,
    having,
    moved,
    newer,
    planned,
    reading,
    row,
)
from tests.learn.rows import HOUR, NOW, ahead, stranger

KNOWN = event("a@x")
FAR = FRIDAY + timedelta(days=3)


def decisions(known: Known) -> dict[str, str]:
    return {one.uid: str(one.decision) for one in known.appointments}


# New


def test_what_is_new_is_remembered_and_proposed() -> None:
    ledger, out = after(stranger(), reading(KNOWN))
    assert [one.uid for one in out.new] == ["a@x"]
    (one,) = ledger.known.appointments
    assert (one.title, one.start, one.zone, one.from_feed, one.decision) == (
        "Interview at Acme",
        THURSDAY,
        "Europe/London",
        False,
        Decision.OPEN,
    )
    assert not ledger.known.interviews


def test_the_same_again_is_no_news() -> None:
    ledger, out = after(stranger(), reading(KNOWN), reading(KNOWN))
    assert (out.new, out.is_told, len(ledger.known.appointments)) == ([], False, 1)


def test_interviews_come_first_and_what_does_not_fit_is_counted() -> None:
    days = [event(f"{n}@x", THURSDAY + timedelta(days=n), f"Gym {n}") for n in range(6)]
    _, out = after(stranger(), reading(*days, event("i@x", FAR + timedelta(days=9))))
    assert out.new[0].uid == "i@x"
    assert (len(out.new), out.more) == (5, 2)


def test_of_a_feed_what_may_be_an_interview_is_asked_about_once() -> None:
    chat = event("c@x", title="Coffee chat, your job")
    ledger, out = after(fed(), reading(chat), feed=True)
    assert [(one.decision, one.asked) for one in out.new] == [(Decision.DOUBTFUL, True)]
    _, again = after(ledger.known, reading(chat), feed=True)
    assert again.new == []


def test_what_stands_open_takes_room_in_a_feed() -> None:
    rows = tuple(row(n, from_feed=True, uid=f"{n}@x", start=FAR) for n in range(30, 35))
    all_of_it = [event(one.uid, FAR, "Interview at Acme") for one in rows]
    _, out = after(fed(having(*rows)), reading(*all_of_it, event("n@x", FAR + HOUR, "Interview at Beta")), feed=True)
    assert (out.new, out.more, out.waits) == ([], 1, True)


def test_one_planned_by_hand_is_known_by_its_start() -> None:
    known = ahead()
    start = known.interviews[0].start
    ledger, out = after(known, reading(event(start=start)))
    (one,) = ledger.known.appointments
    assert (out.new, one.decision, one.interview_id) == ([], Decision.PLANNED, 2)


def test_one_whose_time_is_only_assumed_is_not_known_by_it() -> None:
    known = ahead()
    known = replace(known, interviews=(replace(known.interviews[0], start_known=False),))
    _, out = after(known, reading(event(start=known.interviews[0].start)))
    assert len(out.new) == 1


def test_what_is_over_in_a_feed_and_a_refused_series_are_left_alone() -> None:
    over = event("o@x", NOW - 5 * HOUR)
    refused = row(30, uid="s@x", recurrence=FRIDAY.isoformat(), start=FRIDAY, decision=Decision.IGNORED, from_feed=True)
    one_more = event("s@x", FAR, recurrence=FAR, override=True)
    same = event("s@x", FRIDAY, recurrence=FRIDAY)
    ledger, out = after(fed(having(refused)), reading(over, same, one_more), feed=True)
    assert out.new == []
    assert [one.decision for one in ledger.known.appointments] == [Decision.IGNORED] * 2


def test_a_cancelled_event_that_is_not_known_is_not_welcome() -> None:
    ledger, out = after(stranger(), reading(replace(KNOWN, cancelled=True)))
    assert (out.new, ledger.known.appointments) == ([], ())


# Moved, off, on again


def test_a_newer_version_moves_the_interview() -> None:
    ledger, out = after(planned(feed=False), reading(moved(KNOWN, FRIDAY)))
    assert ledger.known.interviews[0].start == FRIDAY
    ((one,),) = [out.moved]
    assert (one.before.start, one.row.start, out.is_told) == (THURSDAY, FRIDAY, True)


def test_a_proposal_that_moved_is_proposed_again() -> None:
    _, out = after(stranger(), reading(KNOWN), reading(moved(KNOWN, FRIDAY)))
    assert [one.start for one in out.new] == [FRIDAY]


def test_a_cancellation_calls_it_off() -> None:
    ledger, out = after(planned(feed=False), reading(off=("a@x",)))
    assert [one.id for one in out.off] == [2]
    assert ledger.known.interviews[0].cancelled


def test_what_is_over_cannot_be_called_off() -> None:
    known = planned(feed=False)
    past = replace(known.interviews[0], start=NOW - 2 * HOUR, end=NOW - HOUR)
    ledger, out = after(replace(known, interviews=(past,)), reading(off=("a@x",)))
    assert (out.off, ledger.known.interviews[0].cancelled) == ([], False)


def test_what_is_on_again_is_proposed_again() -> None:
    ledger, _ = after(planned(feed=False), reading(off=("a@x",)))
    back = replace(newer(KNOWN), version=replace(KNOWN.version, sequence=20))
    ledger, out = after(ledger.known, reading(back))
    assert [(one.decision, one.interview_id) for one in out.new] == [(Decision.OPEN, None)]


def test_one_that_left_its_series_is_called_off_and_forgotten() -> None:
    known = planned(feed=False, recurrence=THURSDAY.isoformat())
    second = row(21, uid="a@x", start=FRIDAY, recurrence=FRIDAY.isoformat(), decision=Decision.IGNORED)
    series = newer(event("a@x", FRIDAY, recurrence=FRIDAY))
    ledger, out = after(replace(known, appointments=(*known.appointments, second)), reading(series))
    assert [one.id for one in out.off] == [2]
    assert [one.id for one in ledger.known.appointments] == [21]


def test_what_was_refused_stays_refused() -> None:
    ledger, out = after(having(row(uid="a@x", decision=Decision.IGNORED)), reading(moved(KNOWN, FRIDAY)))
    assert (out.new, decisions(ledger.known)) == ([], {"a@x": "ignored"})


def test_what_is_long_over_is_forgotten() -> None:
    old = row(start=NOW - timedelta(days=40))
    ledger, _ = after(having(old), reading(KNOWN))
    assert [one.uid for one in ledger.known.appointments] == ["a@x"]


# Not clear: may have moved, is gone


def test_one_under_another_name_may_be_the_old_one_moved() -> None:
    ledger, out = after(planned(feed=False), reading(event("n@x", FRIDAY)))
    assert out.ask is not None
    kind, new = out.ask
    assert (kind, new.decision, new.replaces, new.asked) == (Ask.REPLACES, Decision.REPLACING, 20, True)
    assert ledger.known.interviews[0].start == THURSDAY


def test_it_takes_the_place_of_a_proposal_without_a_question() -> None:
    ledger, out = after(having(row(uid="a@x")), reading(event("n@x", FRIDAY)))
    assert ([one.uid for one in out.new], decisions(ledger.known)) == (["n@x"], {"n@x": "open"})


def test_it_is_refused_where_the_old_one_was() -> None:
    ledger, out = after(having(row(uid="a@x", decision=Decision.IGNORED)), reading(event("n@x", FRIDAY)))
    assert (out.new, decisions(ledger.known)) == ([], {"n@x": "ignored"})


def test_of_two_in_a_file_one_is_asked_about_and_the_other_waits() -> None:
    known = another(planned(feed=False), "Globex", FRIDAY)
    news = reading(event("m@x", FAR), event("n@x", FAR + HOUR, "Interview at Globex"))
    ledger, out = after(known, news)
    asked = {one.uid: one.asked for one in ledger.known.appointments if one.decision is Decision.REPLACING}
    assert asked == {"m@x": True, "n@x": False}
    assert out.ask is not None


def test_of_two_in_a_feed_the_other_is_asked_about_at_the_next_look() -> None:
    known = another(planned(), "Globex", FRIDAY)
    news = reading(event("m@x", FAR), event("n@x", FAR + HOUR, "Interview at Globex"))
    ledger, out = after(known, news, feed=True)
    assert (out.waits, "n@x" in decisions(ledger.known)) == (True, False)
    ledger, out = after(ledger.known, news, feed=True)
    assert out.ask is not None
    assert (out.ask[1].uid, out.waits) == ("n@x", False)


def test_what_is_gone_from_a_feed_is_asked_about_once() -> None:
    ledger, out = after(planned(), reading(event("g@x", FRIDAY, "Gym")), feed=True)
    assert out.ask == (Ask.GONE, ledger.known.appointments[0])
    _, again = after(ledger.known, reading(event("g@x", FRIDAY, "Gym")), feed=True)
    assert again.ask is None


def test_of_two_that_are_gone_one_is_asked_about_at_a_time() -> None:
    known, gym = another(planned(), "Globex", FRIDAY), reading(event("g@x", FRIDAY, "Gym"))
    ledger, first = after(known, gym, feed=True)
    assert first.waits
    _, second = after(ledger.known, gym, feed=True)
    assert first.ask is not None
    assert second.ask is not None
    assert {first.ask[1].uid, second.ask[1].uid} == {"a@x", "b@x"}


def test_what_came_back_may_be_asked_about_again() -> None:
    ledger, _ = after(planned(), reading(event("g@x", FRIDAY, "Gym")), feed=True)
    ledger, _ = after(ledger.known, reading(KNOWN), feed=True)
    assert not ledger.known.appointments[0].asked


def test_a_proposal_that_is_gone_is_forgotten_and_a_refusal_is_not() -> None:
    rows = (row(20, uid="a@x", from_feed=True), row(21, uid="b@x", from_feed=True, decision=Decision.IGNORED))
    ledger, out = after(fed(having(*rows)), reading(event("g@x", FRIDAY, "Gym")), feed=True)
    assert (out.ask, decisions(ledger.known)) == (None, {"b@x": "ignored"})


def test_a_file_does_not_tell_what_is_gone() -> None:
    _, out = after(planned(feed=False), reading(event("g@x", FRIDAY, "Gym")))
    assert out.ask is None


def test_beside_a_question_nothing_of_a_feed_is_proposed() -> None:
    fresh = event("n@x", FAR, "Interview at Beta")
    ledger, out = after(planned(), reading(fresh), feed=True)
    assert (out.ask is not None, out.new, out.waits) == (True, [], True)
    _, later = after(ledger.known, reading(fresh), feed=True)
    assert [one.uid for one in later.new] == ["n@x"]


# At night


def test_while_nothing_may_be_asked_moves_are_followed_and_the_rest_comes_again() -> None:
    known = another(planned(), "Globex", FRIDAY)
    fresh = event("n@x", FAR, "Interview at Beta")
    night = reading(moved(KNOWN, THURSDAY + HOUR), fresh)
    ledger, out = after(known, night, feed=True, may_ask=False)

    assert [one.before.id for one in out.moved] == [2]
    assert (out.ask, out.new, out.waits) == (None, [], True)
    assert "n@x" not in decisions(ledger.known)
    _, morning = after(ledger.known, night, feed=True)
    assert morning.ask is not None


def test_while_nothing_may_be_asked_proposals_stay_as_they_are() -> None:
    open_one = fed(having(row(uid="a@x", from_feed=True)))
    ledger, out = after(open_one, reading(moved(KNOWN, FRIDAY)), feed=True, may_ask=False)
    assert (ledger.known.appointments[0].start, out.waits) == (THURSDAY, True)
    off = fed(having(row(uid="a@x", from_feed=True, cancelled=True)))
    ledger, out = after(off, reading(newer(KNOWN)), feed=True, may_ask=False)
    assert (ledger.known.appointments[0].cancelled, out.waits) == (True, True)
    ledger, out = after(open_one, reading(event("n@x", FRIDAY)), feed=True, may_ask=False)
    assert (decisions(ledger.known), out.waits) == ({"a@x": "open"}, True)


# One reading being applied


def test_a_row_keeps_its_feed_and_takes_the_zone_that_is_named() -> None:
    following = Following(Ledger(planned(), NOW), reading(replace(KNOWN, zone="Asia/Tokyo")), feed=False, may_ask=True)
    was = following.row(key_of(KNOWN))
    assert following.source(key_of(KNOWN), was) == {"zone": "Asia/Tokyo", "from_feed": True}
    assert following.source(("other", "")) == {}


def test_of_a_feed_only_its_own_rows_and_what_stands_in_it_are_looked_at() -> None:
    known = having(row(1, uid="f@x", from_feed=True), row(2, uid="a@x"), row(3, uid="c@x"))
    looked = Following(Ledger(known, NOW), reading(KNOWN), feed=True, may_ask=True)
    assert [one.id for one in looked.rows] == [1, 2]
    assert len(Following(Ledger(known, NOW), reading(KNOWN), feed=False, may_ask=True).rows) == 3


def test_whole_days_are_followed_too() -> None:
    day = event("d@x", date(2026, 12, 10))
    ledger, _ = after(stranger(), reading(day))
    ledger, out = after(ledger.known, reading(moved(day, date(2026, 12, 11))))
    assert [one.start.date() for one in out.new] == [date(2026, 12, 11)]
