"""The hour of a talk that has been is never one still to come."""

from dataclasses import replace
from datetime import timedelta

from bot.learn.interviews import ACTS
from storage.facts import Interview, Known
from tests.learn import rows
from tests.learn.rows import NOW, TODAY, YESTERDAY, act


def learned(known: Known, **slots: object) -> Interview:
    return rows.learn(ACTS, known, act("interview", over=True, **slots)).known.interviews[-1]


def test_an_hour_still_to_come_is_of_the_day_on_which_it_was() -> None:
    talk = learned(rows.met(start_known=False), start=NOW + timedelta(hours=2))
    assert (talk.start.date(), talk.start.hour, talk.start_known) == (YESTERDAY, (NOW + timedelta(hours=2)).hour, True)
    assert talk.start < talk.end <= NOW


def test_an_hour_still_to_come_of_a_talk_of_unknown_day_is_left_open() -> None:
    talk = learned(rows.stranger(), about="Acme", start=NOW + timedelta(hours=2))
    assert talk.start < talk.end <= NOW
    assert (talk.start_known, talk.day_known) == (False, False)


def test_an_hour_of_this_morning_is_todays() -> None:
    talk = learned(rows.stranger(), about="Acme", start=NOW - timedelta(hours=2))
    assert (talk.start, talk.start.date(), talk.start_known) == (NOW - timedelta(hours=2), TODAY, True)


def test_a_talk_that_has_been_today_keeps_no_hour_that_is_ahead() -> None:
    today = replace(rows.met(start_known=False).interviews[0], start=NOW - timedelta(hours=1), end=NOW)
    talk = learned(replace(rows.met(), interviews=(today,)), start=NOW + timedelta(hours=1))
    assert (talk.start, talk.end) == (today.start, today.end)
