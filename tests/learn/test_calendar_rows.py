"""Between what is remembered of calendars and what plans are made from."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from bot.calendars.events import Version
from bot.calendars.merging import planned
from bot.learn.calendar_rows import LARGEST_SEQUENCE, at, key_of, key_of_row, plan_of, values_of, within_reason
from storage.facts import Appointment, Decision
from tests.learn.events import THURSDAY, event, reading, row, whole
from tests.learn.rows import NOW


def test_what_is_remembered_is_planned_again_as_it_was() -> None:
    for one in (planned(event()), planned(event(start=date(2026, 12, 10))), planned(event(recurrence=THURSDAY))):
        remembered = Appointment(id=1, **values_of(one))
        (back,) = plan_of([remembered]).events
        assert back == one
        assert key_of(one) == key_of_row(remembered)


def test_only_what_stands_is_in_the_plan_and_what_was_asked_is_told() -> None:
    rows = (row(1), row(2, decision=Decision.REPLACING, asked=True), row(3, decision=Decision.DOUBTFUL))
    assert [one.uid for one in plan_of(rows).events] == ["1@x"]
    assert plan_of(rows).asked == {"2@x"}
    assert plan_of(rows, asked=False).asked == frozenset()


def test_what_no_store_could_hold_is_cut() -> None:
    long = replace(planned(event(organizer="x" * 999)), version=Version(sequence=10**30))
    values = values_of(replace(long, end=THURSDAY - timedelta(days=1)))
    assert (len(values["organizer"]), values["sequence"], values["end"]) == (320, LARGEST_SEQUENCE, THURSDAY)


def test_a_day_is_remembered_by_the_midnight_that_begins_it() -> None:
    assert at(date(2026, 12, 10)) == datetime(2026, 12, 10, tzinfo=UTC)
    assert at(THURSDAY) == THURSDAY


def test_of_a_series_only_the_next_one_is_taken_and_what_is_known() -> None:
    days = [THURSDAY + timedelta(days=n) for n in range(3)]
    series = [event("s@x", start=day, recurrence=day) for day in days]
    kept = within_reason(reading(*series), [], NOW).occurrences
    assert [one.start for one in kept] == days[:1]
    known = row(9, uid="s@x", start=days[1], recurrence=days[1].isoformat())
    assert [one.start for one in within_reason(reading(*series), [known], NOW).occurrences] == days[1:2]
    own = replace(series[2], override=True)
    assert own in within_reason(reading(*series[:2], own), [known], NOW).occurrences


def test_what_is_over_in_a_series_and_names_without_end_are_left_out() -> None:
    past = NOW - timedelta(days=2)
    assert within_reason(reading(event("s@x", start=past, recurrence=past)), [], NOW).occurrences == ()
    assert within_reason(reading(event("u" * 501)), [], NOW).occurrences == ()


def test_a_whole_day_is_a_date_in_the_plan() -> None:
    (one,) = plan_of([row(**whole(date(2026, 12, 10)))]).events
    assert (one.start, one.end) == (date(2026, 12, 10), date(2026, 12, 11))
