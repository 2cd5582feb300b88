"""What holds for every history, however odd: the contact policy against made-up ones."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from scheduler.policy import (
    Answer,
    Case,
    Intent,
    IntentKind,
    Kind,
    Verdict,
    case_of,
    decide,
    judge,
    moment_of,
    next_verdict,
)
from scheduler.policy.case import is_status_question
from scheduler.policy.parameters import GAP, MAX_FOLLOW_UPS, MAX_TOTAL, NOTE_HOURS, OFFICE_HOURS
from storage.facts import (
    Channel,
    Contact,
    ContactKind,
    Direction,
    Event,
    EventType,
    Interview,
    Known,
    Opportunity,
    Person,
    Promise,
    Sector,
    Side,
    Stage,
)

EXAMPLES = 40
"""Few, so that a run stays short; raise it by hand to search for longer."""
made_up = settings(max_examples=EXAMPLES, deadline=None, derandomize=True)

ZONES = ("Europe/London", "America/New_York", "Asia/Kolkata", "Pacific/Auckland", "Africa/Cairo", None, "Mars/North")
START = datetime(2026, 11, 20, tzinfo=UTC)
ABOUT = (None, None, "status", "feedback", "withdraw", "debrief", "competing_offer", "gift")
moments = st.integers(0, 150 * 24 * 4).map(lambda quarters: START + timedelta(minutes=15 * quarters))
days = st.integers(0, 160).map(lambda n: START.date() + timedelta(days=n))
maybe_day = st.none() | days
THEY_CHANGED_THEIR_PLANS = {
    EventType.INVITED_FOLLOW_UP,
    EventType.WINDOW_EXTENDED,
    EventType.ASKED_TO_WAIT,
    EventType.PROCESS_PAUSED,
    EventType.SCHEDULING_PENDING,
    EventType.VERBAL_OFFER,
    EventType.REOPENED,
    EventType.INVITATION,
}


@st.composite
def interviews(draw: st.DrawFn, number: int) -> Interview:
    start = draw(moments)
    earliest, latest = draw(maybe_day), draw(maybe_day)
    if earliest and latest and earliest > latest:
        earliest, latest = latest, earliest
    return Interview(
        id=number,
        opportunity_id=1,
        start=start,
        end=start + timedelta(minutes=draw(st.integers(1, 180))),
        stage=draw(st.sampled_from(Stage)),
        interviewers=draw(st.sampled_from([(), ("Ann",), ("Ann", "Bo")])),
        cancelled=draw(st.booleans()) and draw(st.booleans()),
        window_earliest=earliest,
        window_latest=latest,
        thank_you_declined=draw(st.booleans()) and draw(st.booleans()),
    )


@st.composite
def contacts(draw: st.DrawFn, number: int) -> Contact:
    return Contact(
        id=number,
        opportunity_id=draw(st.sampled_from([1, 1, 1, 2])),
        at=draw(moments),
        kind=draw(st.sampled_from(ContactKind)),
        direction=draw(st.sampled_from([Direction.OUT, Direction.OUT, Direction.IN])),
        channel=draw(st.none() | st.sampled_from(Channel)),
        to=draw(st.sampled_from([None, "Ann", "bo", "agency", "Cy"])),
        about=draw(st.sampled_from(ABOUT)),
    )


@st.composite
def events(draw: st.DrawFn, number: int) -> Event:
    return Event(
        id=number,
        opportunity_id=1,
        type=draw(st.sampled_from(EventType)),
        at=draw(moments),
        earliest=draw(maybe_day),
        latest=draw(maybe_day),
        since=draw(maybe_day),
        until=draw(maybe_day),
        deadline=draw(maybe_day),
        planned_for=draw(st.none() | moments),
        no_reply_address=draw(st.booleans()),
    )


@st.composite
def promises(draw: st.DrawFn, number: int) -> Promise:
    return Promise(
        id=number,
        opportunity_id=1,
        what="references",
        due=draw(days),
        side=draw(st.sampled_from(Side)),
        done_at=draw(st.none() | moments),
    )


@st.composite
def cases(draw: st.DrawFn) -> Case:
    opportunity = Opportunity(
        id=1,
        employer="Acme",
        zone=draw(st.sampled_from(ZONES)),
        country=draw(st.sampled_from([None, "GB", "US", "DE", "XX"])),
        region=draw(st.sampled_from([None, "CA", "nowhere"])),
        work_week=draw(st.sampled_from([(0, 1, 2, 3, 4), (6, 0, 1, 2, 3), (2,), ()])),
        sector=draw(st.sampled_from(Sector)),
        via_agency=draw(st.booleans()) and draw(st.booleans()),
        preferred_channel=draw(st.none() | st.sampled_from(Channel)),
    )
    known = Known(
        person=Person(id=7, zone=draw(st.sampled_from([None, "Europe/Berlin"]))),
        opportunities=(opportunity, Opportunity(id=2, employer="acme ", role="Clerk")),
        interviews=tuple(draw(interviews(n)) for n in range(draw(st.integers(0, 3)))),
        contacts=tuple(draw(contacts(n)) for n in range(draw(st.integers(0, 6)))),
        promises=tuple(draw(promises(n)) for n in range(draw(st.integers(0, 2)))),
        events=tuple(draw(events(n)) for n in range(draw(st.integers(0, 4)))),
    )
    return case_of(known, opportunity)


@st.composite
def waiting(draw: st.DrawFn) -> Case:
    """Cases with nothing but one interview, questions sent and moving dates: here the count decides."""
    case = draw(cases())
    asked = [replace(draw(contacts(n)), kind=ContactKind.FOLLOW_UP) for n in range(draw(st.integers(0, 5)))]
    quiet = (EventType.WINDOW_EXTENDED, EventType.ASKED_TO_WAIT, EventType.RECRUITER_AWAY, EventType.INVITED_FOLLOW_UP)
    return replace(
        case,
        interviews=(replace(draw(interviews(1)), cancelled=False),),
        contacts=tuple(asked),
        via_agency=False,
        promises=(),
        events=tuple(replace(event, type=draw(st.sampled_from(quiet))) for event in case.events),
    )


intents = st.none() | st.builds(
    Intent,
    kind=st.sampled_from(IntentKind),
    channel=st.none() | st.sampled_from(Channel),
    to=st.sampled_from([None, "employer", "agency"]),
    about=st.sampled_from([None, "bluff", "status", "feedback"]),
)
any_case = cases() | waiting()


def life(case: Case, now: datetime, intent: Intent | None = None) -> Iterator[tuple[datetime, Verdict]]:
    """The next verdicts if nothing happens, each when the one before says to ask again."""
    for _ in range(12):
        verdict = judge(case, now, intent)
        yield now, verdict
        if verdict.again is None:
            return
        assert verdict.again > now
        now = verdict.again


def after_all_of(case: Case, now: datetime) -> datetime:
    """`now`, but later than the last thing that is known."""
    known = [*(event.at for event in case.events), *(contact.at for contact in case.contacts)]
    return max([now, *(at + timedelta(minutes=1) for at in known)])


def what_it_says(verdict: Verdict) -> Verdict:
    return replace(verdict, opens_at=None, again=None, params={}, count=(0, 0))


def asks_now(verdict: Verdict) -> bool:
    return verdict.verdict is Answer.GO and verdict.kind is Kind.FOLLOW_UP


@made_up
@given(any_case, moments, intents)
def test_every_history_gets_a_verdict(case: Case, now: datetime, intent: Intent | None) -> None:
    for _, verdict in life(case, now, intent):
        has_no_kind = verdict.verdict is Answer.MOVE_ON or (
            verdict.verdict is Answer.HOLD and verdict.not_before is None
        )
        assert re.fullmatch(r"R\d+", verdict.rule)
        assert (verdict.kind is None) == has_no_kind
        assert verdict.channel is None or verdict.verdict is Answer.GO


@made_up
@given(any_case, moments, intents)
def test_the_zone_in_which_one_asks_changes_nothing(case: Case, now: datetime, intent: Intent | None) -> None:
    assert judge(case, now.astimezone(ZoneInfo("Asia/Tokyo")), intent) == judge(case, now, intent)


@made_up
@given(any_case, moments, intents)
def test_judging_again_at_again_gives_something_else(case: Case, now: datetime, intent: Intent | None) -> None:
    for (_, one), (_, next_one) in pairwise(life(case, now, intent)):
        assert what_it_says(one) != what_it_says(next_one)


@made_up
@given(any_case, moments, intents, st.lists(st.integers(1, 120 * 24 * 12), min_size=8, max_size=8))
def test_nothing_changes_before_again(case: Case, now: datetime, intent: Intent | None, later: list[int]) -> None:
    verdict = judge(case, now, intent)

    for at in [now + timedelta(minutes=5 * minutes) for minutes in later]:
        if verdict.again is None or at < verdict.again:
            assert what_it_says(judge(case, at, intent)) == what_it_says(verdict)


@made_up
@given(any_case, moments, intents, moments)
def test_a_search_up_to_a_moment_finds_the_next_verdict_if_it_comes_by_then(
    case: Case, now: datetime, intent: Intent | None, until: datetime
) -> None:
    moment, again = moment_of(case, now, intent), judge(case, now, intent).again
    change = next_verdict(moment, lambda: decide(moment), until)

    if again is None or again > until:
        assert change is None
    else:
        assert change is not None
        there, verdict = change
        assert there.now == again
        assert verdict == decide(moment_of(case, again, intent))


@made_up
@given(any_case, moments, intents)
def test_a_day_it_names_is_a_business_day_and_not_past(case: Case, now: datetime, intent: Intent | None) -> None:
    for at, verdict in life(case, now, intent):
        if verdict.not_before is not None:
            assert verdict.not_before >= case.calendar.day_of(at)
            may_be_a_sunday = verdict.rule == "R2"  # the day of a call that they chose
            assert may_be_a_sunday or case.calendar.is_business_day(verdict.not_before)


@made_up
@given(any_case, moments, intents)
def test_what_it_names_opens_on_that_day_in_their_hours(case: Case, now: datetime, intent: Intent | None) -> None:
    for at, verdict in life(case, now, intent):
        if verdict.not_before is not None and verdict.rule != "R2":
            assert verdict.opens_at is not None
            hours = OFFICE_HOURS if verdict.asks_from or verdict.kind is Kind.OFFER_DEADLINE else NOTE_HOURS
            assert verdict.opens_at >= at
            assert case.calendar.day_of(verdict.opens_at) == verdict.not_before
            assert case.calendar.is_within(verdict.opens_at, hours)


@made_up
@given(any_case, moments)
def test_a_question_goes_only_in_office_hours(case: Case, now: datetime) -> None:
    for at, verdict in life(case, now):
        assert not asks_now(verdict) or case.calendar.is_within(at, OFFICE_HOURS)


@made_up
@given(any_case, moments)
def test_no_question_goes_inside_their_window_unless_they_changed_their_plans(case: Case, now: datetime) -> None:
    changed = bool(THEY_CHANGED_THEIR_PLANS & {event.type for event in case.events})
    for at, verdict in life(case, now):
        ended = [interview for interview in case.interviews if interview.end <= at]
        if asks_now(verdict) and ended and ended[-1].window_latest and not changed:
            assert case.calendar.day_of(at) > ended[-1].window_latest


@made_up
@given(any_case, moments)
def test_never_more_questions_than_the_cap(case: Case, now: datetime) -> None:
    asked = sum(is_status_question(contact) for contact in case.contacts)
    for _, verdict in life(case, now):
        used, allowed = verdict.count
        assert used <= allowed <= MAX_FOLLOW_UPS
        assert not asks_now(verdict) or (used < allowed and asked < MAX_TOTAL)


@made_up
@given(any_case, moments, st.integers(0, 30 * 24 * 4))
def test_one_question_more_never_opens_the_way(case: Case, now: datetime, quarters_ago: int) -> None:
    sent_at = now - timedelta(minutes=15 * quarters_ago)
    one_more = Contact(id=99, opportunity_id=1, at=sent_at, kind=ContactKind.FOLLOW_UP)
    longer = replace(case, contacts=(*case.contacts, one_more))
    for at, after in life(longer, now):
        before = judge(case, at)
        assert not asks_now(after) or asks_now(before)
        if before.asks_from and after.asks_from and before.verdict is after.verdict:
            assert after.asks_from >= before.asks_from


@made_up
@given(waiting(), moments)
def test_after_a_question_a_working_week_of_quiet(case: Case, now: datetime) -> None:
    for at, verdict in life(case, after_all_of(case, now)):
        if asks_now(verdict):
            sent = Contact(id=99, opportunity_id=1, at=at, kind=ContactKind.FOLLOW_UP)
            after = judge(replace(case, contacts=(*case.contacts, sent)), at)
            quiet_until = case.calendar.bd(case.calendar.day_of(at), GAP)
            assert after.verdict is Answer.HOLD
            assert after.not_before is None or after.not_before >= quiet_until


@made_up
@given(waiting(), moments)
def test_a_day_it_promised_is_kept(case: Case, now: datetime) -> None:
    for _, verdict in life(case, now):
        if verdict.verdict is Answer.HOLD and verdict.kind is Kind.FOLLOW_UP and verdict.opens_at:
            assert asks_now(judge(case, verdict.opens_at))
