"""What is planned after each file, and after each look at a feed."""

from __future__ import annotations

import pytest

from bot.calendars import plan as plans
from bot.calendars.events import Occurrence, Reading
from bot.calendars.plan import Ask, Plan, Step, after_feed, after_file
from tests.calendars.examples import calendar, event, moment, opened, told

NOW = moment("2026-09-02 08:00")
TUESDAY, FRIDAY = "DTSTART:20260908T120000Z", "DTSTART:20260911T120000Z"
TITLE = "SUMMARY:Interview with Acme"


def invitation(*lines: str, uid: str = "a", method: str = "REQUEST") -> bytes:
    return calendar(event(*lines, uid=uid), head=(f"METHOD:{method}",))


def file(data: bytes, plan: Plan = Plan()) -> Step:  # noqa: B008  a plan never changes
    wanted = plans.wanted_of_file("Europe/Berlin", NOW)
    return after_file(plan, opened(data, window=wanted.window), NOW)


def feed(data: bytes, plan: Plan = Plan()) -> Step:  # noqa: B008
    wanted = plans.wanted_of_feed(plan, "Europe/Berlin", NOW)
    return after_feed(plan, opened(data, window=wanted.window, interest=wanted.interest), NOW)


def days(plan: Plan) -> list[str]:
    return [told(one.start)[8:10] for one in plan.live]


INVITED = file(invitation(TUESDAY, TITLE, "DTSTAMP:20260901T080000Z")).plan
FED = feed(invitation(TUESDAY, TITLE)).plan
SERIES = file(invitation(TUESDAY, TITLE, "RRULE:FREQ=DAILY;COUNT=3")).plan


def test_an_invitation_is_planned() -> None:
    step = file(invitation(TUESDAY, TITLE))
    assert (days(step.plan), step.changed, step.ask) == (["08"], True, None)


def test_the_same_file_again_is_no_news() -> None:
    step = file(invitation(TUESDAY, TITLE, "DTSTAMP:20260901T080000Z"), INVITED)
    assert (days(step.plan), step.changed) == (["08"], False)


@pytest.mark.parametrize(
    ("newer", "planned"),
    [
        (("SEQUENCE:1",), "11"),
        (("DTSTAMP:20260902T080000Z",), "11"),
        (("DTSTAMP:20260801T080000Z",), "08"),
        (("SEQUENCE:1", "DTSTAMP:20260801T080000Z"), "11"),
    ],
)
def test_a_newer_file_moves_it_and_an_older_one_does_not(newer: tuple[str, ...], planned: str) -> None:
    step = file(invitation(FRIDAY, TITLE, *newer), INVITED)
    assert (days(step.plan), step.changed) == ([planned], planned == "11")


def test_a_lower_sequence_never_wins() -> None:
    moved = file(invitation(FRIDAY, TITLE, "SEQUENCE:2"), INVITED).plan
    assert days(file(invitation(TUESDAY, TITLE, "SEQUENCE:1", "DTSTAMP:20260909T080000Z"), moved).plan) == ["11"]


@pytest.mark.parametrize(
    "off",
    [
        invitation("SEQUENCE:1", method="CANCEL"),
        invitation(TUESDAY, TITLE, "SEQUENCE:1", method="CANCEL"),
        invitation(TUESDAY, TITLE, "SEQUENCE:1", "STATUS:CANCELLED"),
        invitation(TUESDAY, "SUMMARY:Canceled: Interview with Acme", "SEQUENCE:1"),
    ],
)
def test_a_cancellation_drops_it(off: bytes) -> None:
    step = file(off, INVITED)
    assert (days(step.plan), step.changed) == ([], True)


def test_an_old_cancellation_drops_nothing() -> None:
    moved = file(invitation(FRIDAY, TITLE, "SEQUENCE:2"), INVITED).plan
    step = file(invitation("SEQUENCE:1", method="CANCEL"), moved)
    assert (days(step.plan), step.changed) == (["11"], False)


def test_what_was_cancelled_comes_back_with_a_newer_invitation_alone() -> None:
    off = file(invitation("SEQUENCE:1", method="CANCEL"), INVITED).plan
    assert days(file(invitation(TUESDAY, TITLE), off).plan) == []
    assert days(file(invitation(FRIDAY, TITLE, "SEQUENCE:2"), off).plan) == ["11"]


def test_the_cancellation_of_something_unknown_is_no_news() -> None:
    assert not file(invitation("SEQUENCE:1", method="CANCEL")).changed


@pytest.mark.parametrize("method", ["REPLY", "COUNTER"])
def test_what_others_answer_changes_nothing(method: str) -> None:
    step = file(invitation(FRIDAY, TITLE, "SEQUENCE:9", method=method), INVITED)
    assert (days(step.plan), step.changed) == (["08"], False)


def test_a_new_title_is_news() -> None:
    assert file(invitation(TUESDAY, "SUMMARY:Final interview with Acme"), INVITED).changed


# Series


def test_one_of_a_series_is_cancelled() -> None:
    off = invitation("RECURRENCE-ID:20260909T120000Z", "SEQUENCE:1", method="CANCEL")
    assert days(file(off, SERIES).plan) == ["08", "10"]


def test_one_of_a_series_is_moved_by_a_file_of_its_own() -> None:
    step = file(invitation("RECURRENCE-ID:20260909T120000Z", FRIDAY, TITLE, "SEQUENCE:1"), SERIES)
    assert days(step.plan) == ["08", "10", "11"]


def test_a_series_that_is_made_anew_loses_what_it_no_longer_has() -> None:
    step = file(invitation(FRIDAY, TITLE, "SEQUENCE:1", "RRULE:FREQ=DAILY;COUNT=2"), SERIES)
    assert days(step.plan) == ["11", "12"]


def test_a_series_that_could_not_be_worked_out_loses_nothing() -> None:
    refused = file(invitation(TUESDAY, TITLE, "SEQUENCE:1", "RRULE:FREQ=HOURLY"), SERIES)
    assert days(refused.plan) == ["08", "09", "10"]


def test_an_older_series_adds_nothing_to_a_newer_one() -> None:
    newer = file(invitation(FRIDAY, TITLE, "SEQUENCE:1", "RRULE:FREQ=DAILY;COUNT=2"), SERIES).plan
    assert days(file(invitation(TUESDAY, TITLE, "RRULE:FREQ=DAILY;COUNT=3"), newer).plan) == ["11", "12"]


# A new UID


def test_a_new_uid_that_looks_like_the_old_interview_is_asked_about() -> None:
    step = file(invitation(FRIDAY, TITLE, uid="b"), INVITED)
    assert (days(step.plan), step.changed, step.ask) == (["08"], True, Ask.REPLACES)
    assert ([one.uid for one in step.old], [one.uid for one in step.new]) == (["a"], ["b"])
    assert days(plans.replaced(step, yes=True)) == ["11"]
    assert days(plans.replaced(step, yes=False)) == ["08", "11"]


@pytest.mark.parametrize("title", ["Updated: Interview with Acme", "Interview with Acme (rescheduled)"])
def test_words_for_a_move_do_not_make_it_another_interview(title: str) -> None:
    assert file(invitation(FRIDAY, f"SUMMARY:{title}", uid="b"), INVITED).ask is Ask.REPLACES


@pytest.mark.parametrize(
    "title", ["Final interview with Acme", "Phone screen Beta", "Interview: Designer at Beta GmbH", ""]
)
def test_another_round_or_employer_is_another_interview(title: str) -> None:
    step = file(invitation(FRIDAY, f"SUMMARY:{title}", uid="b"), INVITED)
    assert (days(step.plan), step.ask) == (["08", "11"], None)


def test_the_same_title_from_somebody_else_may_be_a_move_and_much_the_same_is_none() -> None:
    known = file(invitation(TUESDAY, TITLE, "ORGANIZER:mailto:sam@acme.example")).plan
    other = "ORGANIZER:mailto:kim@beta.example"
    assert file(invitation(FRIDAY, TITLE, other, uid="b"), known).ask is Ask.REPLACES
    assert file(invitation(FRIDAY, "SUMMARY:Interview with Acme Inc", other, uid="b"), known).ask is None


def test_the_same_interview_from_two_calendars_is_planned_once() -> None:
    step = file(invitation(TUESDAY, TITLE, uid="b"), INVITED)
    assert (days(step.plan), step.changed) == (["08"], False)


def test_what_is_over_is_not_replaced() -> None:
    past = file(invitation("DTSTART:20260901T120000Z", TITLE)).plan
    assert file(invitation(FRIDAY, TITLE, uid="b"), past).ask is None


def test_events_without_a_uid_are_known_by_what_and_when() -> None:
    home_made = calendar(event(TUESDAY, TITLE, uid=None))
    planned = file(home_made).plan
    assert not file(home_made, planned).changed
    assert file(calendar(event(FRIDAY, TITLE, uid=None)), planned).ask is Ask.REPLACES


def test_all_of_a_small_file_is_meant_and_of_a_large_one_the_interviews() -> None:
    talks = [event(TUESDAY, "SUMMARY:Coding with Sam", uid=str(number)) for number in range(8)]
    assert len(file(calendar(*talks)).plan.live) == 8
    whole_life = [
        *talks,
        event(FRIDAY, TITLE, uid="interview"),
        event(FRIDAY, "SUMMARY:Coffee chat, your job", uid="chat"),
    ]
    step = file(calendar(*whole_life))
    assert ([one.uid for one in step.plan.live], [one.uid for one in step.doubtful]) == (["interview"], ["chat"])


# Feeds


def test_a_feed_plans_interviews_alone() -> None:
    step = feed(calendar(event(TUESDAY, TITLE, uid="a"), event(FRIDAY, "SUMMARY:Dentist", uid="b")))
    assert [one.uid for one in step.plan.live] == ["a"]


def test_what_is_doubtful_in_a_feed_is_told_once() -> None:
    data = calendar(event(TUESDAY, "SUMMARY:Coffee chat, your job", uid="chat"))
    first = feed(data)
    assert ([one.uid for one in first.doubtful], first.plan.live) == (["chat"], ())
    assert feed(data, first.plan).doubtful == ()


def test_a_new_download_of_the_same_is_no_change() -> None:
    assert not feed(invitation(TUESDAY, TITLE, "DTSTAMP:20260902T080000Z"), FED).changed


def test_an_event_moves_in_its_feed() -> None:
    assert days(feed(invitation(FRIDAY, TITLE, "SEQUENCE:1"), FED).plan) == ["11"]
    assert days(feed(invitation(FRIDAY, TITLE), FED).plan) == ["11"]


def test_an_event_that_lost_its_name_stays_planned() -> None:
    assert days(feed(invitation(TUESDAY, "SUMMARY:Busy"), FED).plan) == ["08"]


@pytest.mark.parametrize("rest", [(), (event(FRIDAY, "SUMMARY:Dentist", uid="b"),)])
def test_an_event_that_left_its_feed_is_asked_about_once(rest: tuple[str, ...]) -> None:
    step = feed(calendar(*rest), FED)
    assert (days(step.plan), step.changed, step.ask) == (["08"], True, Ask.GONE)
    assert [one.uid for one in step.old] == ["a"]
    again = feed(calendar(*rest), step.plan)
    assert (days(again.plan), again.changed, again.ask) == (["08"], False, None)
    assert days(plans.dropped(step)) == []


def test_an_event_that_came_back_can_leave_again() -> None:
    gone = feed(calendar(), FED).plan
    back = feed(invitation(TUESDAY, TITLE), gone)
    assert (back.changed, feed(calendar(), back.plan).ask) == (False, Ask.GONE)


def test_an_event_that_left_and_came_back_under_a_new_uid_is_one_question() -> None:
    step = feed(invitation(FRIDAY, TITLE, uid="b"), FED)
    assert step.ask is Ask.REPLACES
    again = feed(invitation(FRIDAY, TITLE, uid="b"), step.plan)
    assert (again.ask, days(again.plan)) == (None, ["08"])


def test_a_past_event_may_leave_its_feed() -> None:
    past = feed(invitation("DTSTART:20260901T120000Z", TITLE)).plan
    assert feed(calendar(), past).ask is None


def test_a_page_that_breaks_off_says_nothing() -> None:
    cut = invitation(FRIDAY, TITLE, "SEQUENCE:5").removesuffix(b"END:VCALENDAR\r\n")
    assert days(feed(cut, FED).plan) == ["08"]


def test_a_feed_that_gives_only_a_part_does_not_tell_what_is_gone() -> None:
    part = Reading(occurrences=(Occurrence(uid="b", start=NOW, end=NOW, summary="Interview"),), more=True)
    assert after_feed(FED, part, NOW).ask is None


def test_whole_days_are_planned_too() -> None:
    days_long = file(invitation("DTSTART:20260908", TITLE)).plan
    assert file(invitation("DTSTART:20260909", TITLE, uid="b"), days_long).ask is Ask.REPLACES
