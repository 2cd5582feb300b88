"""How much a Person hears: in any life little, apart, never at a wrong moment, and less when they do not answer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scheduler import nudges
from scheduler.calendar_days import is_day_off
from scheduler.nudges import Plan
from scheduler.nudges.restraint import A_BREATH, AT_ITS_HOUR, CAN_WAIT, QUIET
from scheduler.nudges.saying import AGAIN
from storage.facts import (
    Answer,
    Contact,
    ContactKind,
    Direction,
    Event,
    EventType,
    Interview,
    Known,
    Mood,
    Note,
    NoteKind,
    Nudged,
    Opportunity,
    Person,
    Promise,
    Side,
)

NOON = datetime(2026, 11, 30, 12, tzinfo=UTC)
"""A Monday."""
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
ANA = Person(id=1, name="Ana", zone="Europe/London", zone_confirmed=True, serial=5000)
FAR = date(2027, 3, 1)

Change = Callable[[Known, datetime], Known]


@dataclass(frozen=True)
class Said:
    """A nudge that was said, and what was known right before it."""

    at: datetime
    plan: Plan
    known: Known


def live(
    known: Known, happenings: list[tuple[datetime, Change]], until: datetime, *, closely: bool = False
) -> list[Said]:
    """Every nudge of a life in which this happens; `closely`: no moment may have been slept through."""
    said: list[Said] = []
    now, rest = NOON, sorted(happenings, key=lambda happening: happening[0])
    promised = nudges.coming(known, now)
    while now <= until:
        known = nudges.travelled(known, now)
        if rest and rest[0][0] <= now:
            known = rest.pop(0)[1](known, now)
            promised = nudges.coming(known, now)
        plan = nudges.due(known, now)
        if plan is not None:
            said.append(Said(now, plan, known))
            moment, first = promised.pop(plan.opportunity_id or 0, (now, plan))
            assert (moment, first.name, first.once) == (now, plan.name, plan.once), "it comes as it was promised"
            known = nudges.note_said(known, plan, now)
            assert nudges.still_due(known, plan.once, now + timedelta(seconds=1))
        following = nudges.next_wake(known, now)
        assert following is None or following > now, "nobody wakes for nothing, and not twice"
        ahead = [moment for moment in (following, rest[0][0] if rest else None) if moment is not None]
        if not ahead:
            break
        if closely:
            slept_through(known, now, min(ahead))
        now = max(min(ahead), now)
    return said


def slept_through(known: Known, now: datetime, following: datetime) -> None:
    """Between two wake-ups nothing is due."""
    moment = now + 17 * MINUTE
    while moment < following:
        assert nudges.due(known, moment) is None, moment
        moment += HOUR


# What may happen in a life

moments = st.integers(0, 60 * 24 * 80).map(lambda minutes: NOON + timedelta(minutes=minutes))
days = st.dates(date(2026, 11, 30), FAR)
numbers = st.integers(1, 5)


def adding(name: str, make: Callable[..., Any], **values: Any) -> Change:
    """A fact that becomes known at its moment."""

    def add(known: Known, now: datetime) -> Known:
        serial = known.person.serial + 1
        at = {"at": now} if "at" in make.__dataclass_fields__ else {}  # type: ignore[attr-defined]
        fact = make(id=serial, **at, **values)
        person = replace(known.person, serial=serial, heard_at=now)
        more: dict[str, Any] = {name: (*getattr(known, name), fact)}
        return replace(known, person=person, **more)

    return add


def answering(number: int, mood: Mood | None, latest: date | None) -> Change:
    """The check-in of an interview is answered."""

    def answer(known: Known, now: datetime) -> Known:
        changed = tuple(
            replace(i, mood=mood, window_answer=Answer.YES, window_latest=latest)
            if i.opportunity_id == number and i.end <= now
            else i
            for i in known.interviews
        )
        return replace(known, person=replace(known.person, heard_at=now), interviews=changed)

    return answer


def changing(**values: Any) -> Change:
    """The Person writes something that is about themselves."""
    return lambda known, now: replace(known, person=replace(known.person, heard_at=now, **values))


def pausing(length: timedelta) -> Change:
    return lambda known, now: changing(paused_until=now + length)(known, now)


def muting(number: int, muted: bool) -> Change:
    def mute(known: Known, now: datetime) -> Known:
        changed = tuple(replace(o, muted=muted) if o.id == number else o for o in known.opportunities)
        return replace(known, opportunities=changed)

    return mute


def muting_for(number: int, length: timedelta) -> Change:
    def mute(known: Known, now: datetime) -> Known:
        end = now + length
        changed = tuple(replace(o, muted_until=end) if o.id == number else o for o in known.opportunities)
        return replace(known, opportunities=changed)

    return mute


def closing(number: int) -> Change:
    def close(known: Known, now: datetime) -> Known:
        changed = tuple(replace(o, closed_at=now) if o.id == number else o for o in known.opportunities)
        return replace(known, opportunities=changed)

    return close


def snoozing(length: timedelta) -> Change:
    """The last nudge is put off."""

    def snooze(known: Known, now: datetime) -> Known:
        heard = changing()(known, now)
        return nudges.snooze(heard, known.nudged[-1].once, now + length) if known.nudged else heard

    return snooze


def travelling(zone: str, length: timedelta) -> Change:
    """Ana leaves tomorrow, and says when she is back."""

    def leave(known: Known, now: datetime) -> Known:
        first = now.date() + DAY
        return changing(journey=nudges.Journey(zone, first, first + max(length, DAY)).kept())(known, now)

    return leave


happenings = st.one_of(
    st.builds(travelling, st.sampled_from(["Asia/Tokyo", "America/New_York"]), st.timedeltas(DAY, 20 * DAY)),
    st.just(changing()),
    st.builds(pausing, st.timedeltas(HOUR, 9 * DAY)),
    st.builds(snoozing, st.timedeltas(10 * MINUTE, 4 * DAY)),
    st.builds(muting, numbers, st.booleans()),
    st.builds(muting_for, numbers, st.timedeltas(HOUR, 20 * DAY)),
    st.builds(closing, numbers),
    st.builds(answering, numbers, st.sampled_from(list(Mood)), st.none() | days),
    st.builds(
        lambda number, kind, day, at: adding(
            "events",
            Event,
            opportunity_id=number,
            type=kind,
            latest=day,
            until=day,
            since=day,
            deadline=day,
            planned_for=at,
        ),
        numbers,
        st.sampled_from(list(EventType)),
        days,
        moments,
    ),
    st.builds(
        lambda number, kind: adding("contacts", Contact, opportunity_id=number, kind=kind, direction=Direction.OUT),
        numbers,
        st.sampled_from(list(ContactKind)),
    ),
    st.builds(
        lambda number, kind: adding("notes", Note, opportunity_id=number, kind=kind, text="words"),
        numbers,
        st.sampled_from([NoteKind.UNPREPARED, NoteKind.BADLY, NoteKind.FEEDBACK]),
    ),
    st.builds(
        lambda number, side, due: adding("promises", Promise, opportunity_id=number, what="papers", due=due, side=side),
        numbers,
        st.sampled_from(list(Side)),
        days,
    ),
)
zones = st.sampled_from(["Europe/London", "America/Los_Angeles", "Asia/Kolkata", "Pacific/Auckland"])


@st.composite
def lives(draw: st.DrawFn) -> Known:
    """Five Opportunities, each with an interview or two in the weeks to come."""
    starts = draw(st.lists(moments, min_size=5, max_size=8))
    return Known(
        person=replace(ANA, zone=draw(zones), most_a_day=draw(st.sampled_from((1, 2, 3)))),
        opportunities=tuple(Opportunity(id=number, employer=f"Employer {number}") for number in range(1, 6)),
        interviews=tuple(
            Interview(id=10 + place, opportunity_id=1 + place % 5, start=start, end=start + HOUR)
            for place, start in enumerate(starts)
        ),
    )


histories = st.lists(st.tuples(moments, happenings), min_size=10, max_size=40)
SLOW: dict[str, Any] = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow, HealthCheck.data_too_large]}


@settings(max_examples=6, **SLOW)
@given(lives(), histories)
def test_in_any_life_the_coach_is_restrained(known: Known, history: list[tuple[datetime, Change]]) -> None:
    said = live(known, history, NOON + 90 * DAY)
    they_come_apart(said)
    they_are_few_a_day(said)
    they_come_when_they_may(said)
    nothing_is_said_twice(said)
    nothing_contradicts_the_last_news(said)
    what_recurs_rests_when_nobody_answers(said)


@settings(max_examples=3, **SLOW)
@given(lives(), histories)
def test_no_moment_is_slept_through(known: Known, history: list[tuple[datetime, Change]]) -> None:
    live(known, history, NOON + 25 * DAY, closely=True)


def they_come_apart(said: list[Said]) -> None:
    """But for what Ana has put off herself: that comes at the moment that was named to her."""
    pairs = [(one, other) for one, other in pairwise(said) if AGAIN not in other.plan.once]
    assert all(later.at - earlier.at >= nudges.APART for earlier, later in pairs)


def they_are_few_a_day(said: list[Said]) -> None:
    """A day that is lived twice, on both sides of a flight, is two."""
    heard: Counter[tuple[str, date]] = Counter()
    for one in said:
        if AGAIN in one.plan.once:
            continue  # asked for by Ana herself
        zone = nudges.zone_of(one.known.person)
        day = zone.key, one.at.astimezone(zone).date()
        heard[day] += 1
        most = one.known.person.most_a_day
        assert heard[day] <= (max(most - 1, 1) if one.plan.name in QUIET else most), one.plan


def they_come_when_they_may(said: list[Said]) -> None:
    for one in said:
        person = one.known.person
        assert not nudges.is_quiet(one.at, person), one.plan
        assert not nudges.is_paused(person, one.at), one.plan
        assert not any(i.start <= one.at < i.end for i in one.known.interviews), one.plan
        about = [o for o in one.known.opportunities if o.id == one.plan.opportunity_id]
        assert not any(nudges.is_muted(opportunity, one.at) for opportunity in about), one.plan
        assert one.at < one.plan.pointless_from
        if one.plan.name in CAN_WAIT and AGAIN not in one.plan.once:
            zone = nudges.zone_of(person)
            assert not is_day_off(one.at.astimezone(zone).date(), zone.key), one.plan
        if person.heard_at is not None and one.plan.name not in AT_ITS_HOUR and AGAIN not in one.plan.once:
            assert one.at >= person.heard_at + A_BREATH


def nothing_is_said_twice(said: list[Said]) -> None:
    assert [once for once, times in Counter(one.plan.once for one in said).items() if times > 1] == []


AFTER_AN_END = frozenset({"reply_owed", "rejection_thanks", "your_move", "feedback", "keep_in_touch"})
OF_WAITING = frozenset({"hold", "check_in_again", "clean_end", "clean_end_unasked"})
NOTES = frozenset({"thank_you", "thank_you_again"})


def nothing_contradicts_the_last_news(said: list[Said]) -> None:
    """After an end only what belongs to it; no waiting with an offer on the table; no thanks that have gone."""
    for one in said:
        opportunity = next((o for o in one.known.opportunities if o.id == one.plan.opportunity_id), None)
        if opportunity is None:
            continue
        name, known = one.plan.name, one.known
        if nudges.has_ended(known, opportunity):
            assert name in AFTER_AN_END, one.plan
        offered = [e for e in known.events if e.opportunity_id == opportunity.id and e.type is EventType.OFFER]
        over = [i.end for i in known.interviews if i.opportunity_id == opportunity.id and i.end <= one.at]
        if offered and over and offered[-1].at >= max(over):
            assert name not in OF_WAITING, one.plan
        if name in NOTES:
            thanked = [c for c in known.contacts if c.opportunity_id == opportunity.id and _is_thanks(c)]
            assert not any(c.at >= max(over) for c in thanked), one.plan


def _is_thanks(contact: Contact) -> bool:
    return contact.kind is ContactKind.THANK_YOU and contact.direction is Direction.OUT


def what_recurs_rests_when_nobody_answers(said: list[Said]) -> None:
    for name in nudges.RECURRING:
        same = [one for one in said if one.plan.name == name]
        for before, _, one in zip(same, same[1:], same[2:], strict=False):
            heard = one.known.person.heard_at
            assert heard is not None, one.plan
            assert heard >= before.at, one.plan


# One rule at a time


def waiting(**more: Any) -> Known:
    """Ana, who waits for Acme to answer by today, and owes nothing."""
    end = NOON - DAY
    talk = Interview(
        id=2,
        opportunity_id=1,
        start=end - HOUR,
        end=end,
        mood=Mood.FINE,
        debrief=Answer.NO,
        thank_you_declined=True,
        window_answer=Answer.YES,
        window_latest=date(2026, 11, 27),  # from Tuesday they may be asked
    )
    known = Known(person=ANA, opportunities=(Opportunity(id=1, employer="Acme"),), interviews=(talk,))
    return replace(known, **more)


def said_before(known: Known, *heard: tuple[str, datetime]) -> Known:
    """The same life, in which these nudges were said."""
    for name, at in heard:
        plan = Plan(name=name, once=f"{name}:{at}", opportunity_id=None, subject=0, at=at)
        known = nudges.note_said(known, plan, at)
    return known


def owing(known: Known) -> Known:
    """With something promised for today."""
    papers = Promise(id=8, opportunity_id=1, what="papers", due=NOON.date(), made_at=NOON - 3 * DAY)
    return replace(known, promises=(papers,))


def names(known: Known, until: datetime) -> list[tuple[datetime, str]]:
    return [(one.at, one.plan.name) for one in live(known, [], until)]


EVENING = NOON + 6 * HOUR


def test_two_nudges_in_a_day_leave_the_last_place_to_what_is_urgent() -> None:
    twice = said_before(waiting(), ("hold", NOON - 3 * HOUR), ("paper", NOON - 2 * HOUR))
    assert nudges.due(waiting(), EVENING) is not None
    assert nudges.due(twice, EVENING) is None
    urgent = nudges.due(owing(twice), EVENING)
    assert urgent is not None
    assert urgent.name == "promise"


def test_on_a_day_with_two_interviews_both_are_asked_about_as_they_end() -> None:
    talks = tuple(
        Interview(id=10 + n, opportunity_id=1, start=NOON + n * 3 * HOUR, end=NOON + (n * 3 + 1) * HOUR) for n in (1, 2)
    )
    known = Known(person=ANA, opportunities=(Opportunity(id=1, employer="Acme"),), interviews=talks)

    said = names(known, NOON + 9 * HOUR)

    assert [name for _, name in said].count("check_in") == 2
    assert len(said) <= 3


def test_after_three_nudges_even_what_is_urgent_waits_for_the_next_day() -> None:
    thrice = said_before(waiting(), *(("hold", NOON - hours * HOUR) for hours in (3, 2, 1)))
    assert nudges.due(owing(thrice), EVENING) is None
    later = live(owing(thrice), [(EVENING, changing())], NOON + DAY)
    assert (NOON + 21 * HOUR, "promise") in [(one.at, one.plan.name) for one in later]


ONE_A_DAY = replace(ANA, most_a_day=1)


def test_who_wants_one_message_a_day_gets_one_and_the_next_on_the_next_day() -> None:
    said = names(owing(waiting(person=ONE_A_DAY)), NOON + 3 * DAY)
    assert len(said) > 1
    assert max(Counter(at.date() for at, _ in said).values()) == 1
    assert max(Counter(at.date() for at, _ in names(owing(waiting()), NOON + 3 * DAY)).values()) > 1


def test_of_one_message_a_day_the_place_is_kept_for_what_is_urgent_later_on() -> None:
    """A thank-you is left over from Monday; on Tuesday at half past nine an offer's last day is to be told of."""
    talk = Interview(id=2, opportunity_id=1, start=NOON - 2 * HOUR, end=NOON - HOUR, mood=Mood.FINE, debrief=Answer.NO)
    offer = Event(id=9, opportunity_id=3, type=EventType.OFFER, at=NOON - 3 * DAY, deadline=NOON.date() + DAY)
    said = tuple(
        Nudged(id=10 + number, once=once, name=once.partition(":")[0], opportunity_id=3, at=at)
        for number, (once, at) in enumerate(
            [
                ("reply_owed:9", NOON - 2 * DAY),
                (f"offer_deadline:9:{NOON.date() - DAY}", NOON - DAY),
                ("hold:1", NOON - 3 * HOUR),
            ]
        )
    )
    firms = (Opportunity(id=1, employer="Acme"), Opportunity(id=3, employer="Globex"))
    known = Known(person=ONE_A_DAY, opportunities=firms, interviews=(talk,), events=(offer,), nudged=said)

    heard = {at.date(): name for at, name in names(known, NOON + 3 * DAY)}

    assert heard[NOON.date() + DAY] == "offer_deadline"
    assert heard[NOON.date() + 2 * DAY].startswith("thank_you")


def test_what_was_put_off_comes_at_its_moment_however_full_the_day() -> None:
    thrice = said_before(waiting(), *(("hold", NOON - hours * HOUR) for hours in (3, 2)))
    full = owing(thrice)
    plan = nudges.due(full, NOON)
    assert plan is not None
    assert plan.name == "promise"
    put_off = nudges.snooze(nudges.note_said(full, plan, NOON), plan.once, EVENING)

    assert names(put_off, EVENING) == [(EVENING, "promise")]


def test_a_pause_with_an_end_is_over_by_itself() -> None:
    until = NOON + 3 * DAY + 90 * MINUTE
    for person in (replace(ANA, paused_until=until), replace(ANA, paused=True, paused_until=until)):
        known = owing(waiting(person=person))
        assert nudges.due(known, NOON + HOUR) is None
        assert nudges.next_wake(known, NOON + HOUR) == until
        assert nudges.due(known, until) is not None


def test_a_mute_with_an_end_is_over_by_itself_and_status_knows() -> None:
    until = NOON + 3 * DAY + 90 * MINUTE
    known = owing(waiting())
    (acme,) = known.opportunities
    mute = replace(known, opportunities=(replace(acme, muted_until=until),))

    assert nudges.due(known, NOON) is not None
    assert names(mute, until - MINUTE) == []
    assert nudges.next_wake(mute, NOON) == until
    plan = nudges.due(mute, until)
    assert plan is not None
    assert nudges.coming(mute, NOON) == {acme.id: (until, plan)}
    assert nudges.next_wake(mute, until) == until


def test_what_is_unwanted_is_not_said() -> None:
    assert (EVENING, "any_word") in names(waiting(), EVENING)
    assert names(waiting(person=replace(ANA, unwanted=("any_word",))), EVENING) == []


def test_nothing_at_all_is_said_in_the_same_breath_as_a_reply() -> None:
    known = owing(waiting())
    writing = replace(known, person=replace(known.person, heard_at=NOON))
    assert nudges.due(known, NOON) is not None
    assert nudges.due(writing, NOON) is None
    assert nudges.next_wake(writing, NOON) == NOON + A_BREATH
    assert nudges.due(writing, NOON + A_BREATH) is not None


def test_whoever_has_written_lately_is_not_asked_in_the_evening() -> None:
    for days, asked in ((0, []), (6, []), (7, [(EVENING, "any_word")])):
        writing = waiting(person=replace(ANA, heard_at=NOON - days * DAY))
        assert [one for one in names(writing, EVENING + DAY) if one[1] == "any_word"] == asked


def three_waits() -> Known:
    """Three employers whose time runs out on three evenings, three days apart and more."""
    known = waiting()
    latest = {1: date(2026, 11, 27), 3: date(2026, 12, 2), 5: date(2026, 12, 14)}
    talks = tuple(
        replace(known.interviews[0], id=number + 1, opportunity_id=number, window_latest=day)
        for number, day in latest.items()
    )
    employers = tuple(Opportunity(id=number, employer=f"Acme {number}") for number in latest)
    return replace(known, opportunities=employers, interviews=talks)


def test_after_two_evenings_without_an_answer_the_question_rests_until_ana_is_back() -> None:
    until = NOON + 16 * DAY
    asked = [at.date() for at, name in names(three_waits(), until) if name == "any_word"]
    assert asked == [NOON.date(), date(2026, 12, 3)]
    said = live(three_waits(), [(NOON + 6 * DAY, changing())], until)
    assert [one.at.date() for one in said if one.plan.name == "any_word"][-1] == date(2026, 12, 15)


def test_after_two_nudges_without_an_answer_only_what_is_urgent_rings() -> None:
    ignored = said_before(waiting(), ("hold", NOON - 2 * DAY), ("paper", NOON - DAY))
    back = replace(ignored, person=replace(ANA, heard_at=NOON))
    plan = Plan(name="follow_up", once="x", opportunity_id=1, subject=2, at=NOON)
    assert [nudges.is_silent(known, plan) for known in (waiting(), ignored, back)] == [False, True, False]
    assert not nudges.is_silent(ignored, replace(plan, name="promise"))
    assert nudges.is_silent(back, replace(plan, name="any_word"))


# Later


def put_off(known: Known, at: datetime, until: datetime) -> tuple[Known, Plan]:
    """What is due is said, and put off."""
    plan = nudges.due(known, at)
    assert plan is not None
    return nudges.snooze(nudges.note_said(known, plan, at), plan.once, until), plan


def test_what_was_put_off_is_said_again_at_its_moment_with_the_same_words() -> None:
    known, first = put_off(owing(waiting()), NOON, NOON + 5 * HOUR)
    again = nudges.due(known, NOON + 5 * HOUR)
    assert again is not None
    assert (again.name, again.subject) == (first.name, first.subject)
    assert again.once == f"{first.once}~20261130T1700"
    assert nudges.due(known, NOON + 5 * HOUR - MINUTE) is None


def test_what_was_put_off_past_its_use_by_choice_is_said_but_not_what_is_settled() -> None:
    known, _ = put_off(owing(waiting()), NOON, NOON + 2 * DAY)
    assert nudges.due(known, NOON + 2 * DAY) is not None
    settled = replace(known, promises=(replace(known.promises[0], done_at=NOON + DAY),))
    assert "promise" not in [name for _, name in names(settled, NOON + 3 * DAY)]


def test_a_promise_that_was_put_off_is_not_called_overdue_before() -> None:
    known, _ = put_off(owing(waiting()), NOON, NOON + 2 * DAY)
    said = [(at, name) for at, name in names(known, NOON + 4 * DAY) if name == "promise"]
    assert said == [(NOON + 2 * DAY, "promise"), (NOON + 3 * DAY - 3 * HOUR, "promise")]


def test_the_pocket_card_is_never_said_once_the_interview_has_begun() -> None:
    start = NOON + HOUR
    known = replace(waiting(), interviews=(Interview(id=2, opportunity_id=1, start=start, end=start + HOUR),))
    late, _ = put_off(known, NOON, start + 30 * MINUTE)
    assert [name for _, name in names(late, NOON + 3 * HOUR)] == ["check_in"]
    early, first = put_off(known, NOON, NOON + 30 * MINUTE)
    again = nudges.due(early, NOON + 30 * MINUTE)  # within an hour of the first: that is what was asked for
    assert again is not None
    assert again.once.startswith(first.once)


def test_it_can_be_put_off_once_more_and_a_key_that_is_unknown_changes_nothing() -> None:
    known, first = put_off(owing(waiting()), NOON, NOON + 2 * HOUR)
    known, _ = put_off(known, NOON + 2 * HOUR, NOON + 5 * HOUR)
    again = nudges.due(known, NOON + 5 * HOUR)
    assert again is not None
    assert again.once == f"{first.once}~20261130T1700"
    assert nudges.snooze(known, "nothing", NOON) is known


# On its way


def test_after_an_outage_the_next_hour_counts_from_the_sending() -> None:
    decided = said_before(waiting(), ("practice", NOON))
    sent = nudges.sent(decided, decided.nudged[0].once, EVENING - MINUTE)
    evening = nudges.due(decided, EVENING)
    assert evening is not None
    assert evening.name == "any_word"
    assert nudges.due(sent, EVENING) is None
    both = nudges.note_said(sent, evening, EVENING)
    assert not nudges.still_due(both, evening.once, EVENING)
    assert nudges.still_due(both, evening.once, EVENING + HOUR)


def test_a_nudge_that_leaves_at_once_counts_from_when_it_was_decided() -> None:
    known = said_before(waiting(), ("hold", NOON))
    assert nudges.sent(known, known.nudged[0].once, NOON + timedelta(seconds=20)) is known
    assert nudges.sent(known, known.nudged[0].once, NOON + HOUR).nudged[0] == replace(known.nudged[0], at=NOON + HOUR)


def test_what_waits_behind_a_nudge_is_not_in_its_way() -> None:
    known = owing(waiting())
    promise = nudges.due(known, NOON)
    assert promise is not None
    behind = Nudged(id=9000, once="x", name="hold", opportunity_id=1, at=NOON + HOUR)
    queued = nudges.note_said(known, promise, NOON)
    queued = replace(queued, nudged=(*queued.nudged, behind))
    assert nudges.still_due(queued, promise.once, NOON + 90 * MINUTE)


@settings(deadline=None, max_examples=80)
@given(
    meetings=st.lists(
        st.tuples(st.integers(-40, 400), st.integers(1, 120), st.booleans()).map(
            lambda drawn: Interview(
                id=1,
                opportunity_id=1,
                start=NOON + 5 * drawn[0] * MINUTE,
                end=NOON + 5 * (drawn[0] + drawn[1]) * MINUTE,
                cancelled=drawn[2],
            )
        ),
        max_size=8,
    ),
    after=st.integers(0, 400),
)
def test_the_first_undisturbed_moment_is_the_first_that_is_neither_quiet_nor_in_a_talk(
    meetings: list[Interview], after: int
) -> None:
    moment = NOON + 5 * after * MINUTE

    found = nudges.undisturbed(moment, Known(person=ANA, interviews=tuple(meetings)))

    while nudges.is_quiet(moment, ANA) or any(_is_in(meeting, moment) for meeting in meetings):
        moment += 5 * MINUTE
    assert found == moment


def _is_in(meeting: Interview, moment: datetime) -> bool:
    """From ten minutes before it until five after it."""
    return not meeting.cancelled and meeting.start - 10 * MINUTE <= moment < meeting.end + 5 * MINUTE


def test_the_card_for_the_pocket_comes_at_its_hour_even_in_the_same_breath() -> None:
    start = NOON + timedelta(hours=1)
    talk = Interview(id=60, opportunity_id=1, start=start, end=start + timedelta(hours=1))
    before = Known(
        person=replace(ANA, heard_at=NOON - timedelta(minutes=2)),
        opportunities=(Opportunity(id=1, employer="Acme"),),
        interviews=(talk,),
    )
    assert names(before, NOON) == [(NOON, "pocket_card")]
    assert nudges.next_wake(before, NOON - timedelta(minutes=1)) == NOON
