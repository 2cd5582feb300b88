"""The nudges: a table of what the coach says by itself, when, and until when it is of use.

Quiet. `due` answers what should be said now, `next_wake` when to look again, `coming` what will be said next.
No nudge is stored ahead of time: each is worked out anew from the facts, so a moved date moves all that hang on it.
Quiet hours, the Person's zone and one nudge at a time are applied here, once for all of them. Whether an employer may
be written to is never decided here: the rows ask the contact policy.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from scheduler import policy
from storage.facts import (
    ContactKind,
    Direction,
    EventType,
    Interview,
    Known,
    Nudged,
    Opportunity,
    Parked,
    Person,
    Promise,
    Side,
)

POCKET_CARD_AHEAD = timedelta(hours=1)
CHECK_IN_AFTER = timedelta(minutes=5)
JUST_BEFORE = timedelta(minutes=10)
"""Nothing is said from so long before an Interview until it is over."""
CHECK_IN_LAPSES = timedelta(days=5)
NOTE_MIN = timedelta(hours=2)
"""Earliest thank-you after the end (R13)."""
MORNING = time(9)
MOVES = (policy.Kind.DEBRIEF, policy.Kind.OFFER_DEADLINE, policy.Kind.WITHDRAW, policy.Kind.LOGISTICS)
"""What may have to be done that is neither a note, nor a promise, nor a question."""
DEBRIEF_AFTER = timedelta(minutes=30)
HOLD_AT = time(10)
UNASKED_FOR_DAYS = 14
"""When a question that may be asked is left unasked for so long, closing is offered."""
SHORTEST_WAIT_TO_HOLD = timedelta(days=4)
"""A wait shorter than this needs no word in its middle."""
APART = timedelta(hours=1)
"""Between two nudges of one Person."""
FORGOTTEN_AFTER_BUSINESS_DAYS = 2
ENDS = (
    EventType.REJECTED,
    EventType.USER_WITHDRAWS,
    EventType.ACCEPTED,
    EventType.DECLINED,
    EventType.ACCEPTED_OTHER_OFFER,
)
FAR_FUTURE = datetime(9999, 1, 1, tzinfo=UTC)
STEPS_AHEAD = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A nudge that is due from `at` until `until` (UTC) unless the facts change; `once` names it for good."""

    name: str
    once: str
    opportunity_id: int
    subject: int
    """Number of the Interview, Promise or Event it is about."""
    at: datetime
    until: datetime = FAR_FUTURE


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """One Opportunity as it stands at one moment: what a row of the table looks at."""

    known: Known
    opportunity: Opportunity
    interviews: tuple[Interview, ...]
    verdict: policy.Verdict
    now: datetime

    @property
    def zone(self) -> ZoneInfo:
        """The Person's zone."""
        return zone_of(self.known.person)

    @property
    def last(self) -> Interview | None:
        """The latest Interview that is over."""
        over = [interview for interview in self.interviews if interview.end <= self.now]
        return max(over, key=lambda interview: interview.end, default=None)

    def said(self, once: str) -> Nudged | None:
        """The nudge of that key, if it has been said or dropped."""
        return next((nudged for nudged in self.known.nudged if nudged.once == once), None)

    @property
    def chapter(self) -> str:
        """Changes whenever something happened that may open a new episode, so that its nudges are new ones."""
        events = [event.id for event in self.known.events if event.opportunity_id == self.opportunity.id]
        return f"{self.opportunity.id}.{self.last.id if self.last else 0}.{max(events, default=0)}"

    def questions_sent(self) -> int:
        """Status questions the Person has sent about this Opportunity, ever."""
        return sum(
            contact.kind is ContactKind.FOLLOW_UP and contact.direction is Direction.OUT
            for contact in self.known.contacts
            if contact.opportunity_id == self.opportunity.id
        )


def zone_of(person: Person) -> ZoneInfo:
    """The zone in which the Person lives; UTC until known."""
    return ZoneInfo(person.zone or "UTC")


# The rows. Each yields what it would say about one Opportunity, due or still ahead.


def pocket_card(look: Look) -> Iterator[Plan]:
    """An hour before; the evening before, when that hour is at night."""
    for interview in look.interviews:
        at = _waking_before(interview.start - POCKET_CARD_AHEAD, look.known.person)
        once = f"pocket_card:{interview.id}:{interview.start:%Y%m%dT%H%M}"
        yield _plan(look, "pocket_card", once, interview.id, at, until=interview.start)


def check_in(look: Look) -> Iterator[Plan]:
    """A few minutes after the end, while it is fresh."""
    for interview in look.interviews:
        if interview.mood is None:
            at = interview.end + CHECK_IN_AFTER
            once = f"check_in:{interview.id}:{interview.end:%Y%m%dT%H%M}"
            yield _plan(look, "check_in", once, interview.id, at, until=interview.end + CHECK_IN_LAPSES)


def check_in_again(look: Look) -> Iterator[Plan]:
    """The morning after, once, if the check-in was not answered, or not as far as the reply window."""
    for interview in look.interviews:
        first = look.said(f"check_in:{interview.id}:{interview.end:%Y%m%dT%H%M}")
        if first and (interview.mood is None or interview.window_answer is None):
            at = _next_morning(first.at, look.zone)
            once = f"check_in_again:{interview.id}"
            yield _plan(look, "check_in_again", once, interview.id, at, until=interview.end + CHECK_IN_LAPSES)


def thank_you(look: Look) -> Iterator[Plan]:
    """As soon as the note may go (R13, R14)."""
    interview = look.last
    if interview is None or interview.thank_you_declined:
        return
    once = f"thank_you:{interview.id}"
    if look.verdict.verdict is policy.Answer.ONLY_THANK_YOU:
        yield _plan(look, "thank_you", once, interview.id, interview.end + NOTE_MIN)
    elif look.verdict.kind is policy.Kind.THANK_YOU and look.verdict.opens_at:
        yield _plan(look, "thank_you", once, interview.id, look.verdict.opens_at)


def thank_you_again(look: Look) -> Iterator[Plan]:
    """The next morning on which the note may go, if it was not sent: the main reminder (advice 14)."""
    interview = look.last
    first = interview and look.said(f"thank_you:{interview.id}")
    if interview and first and not interview.thank_you_declined:
        at = _next_morning(first.at, look.zone)
        if look.verdict.verdict is policy.Answer.ONLY_THANK_YOU or at > look.now:
            yield _plan(look, "thank_you_again", f"thank_you_again:{interview.id}", interview.id, at)


def promise(look: Look) -> Iterator[Plan]:
    """On the morning of its day, and once more when it is overdue (R11)."""
    for ours in owed(look.known, look.opportunity):
        at = datetime.combine(ours.due, MORNING, look.zone).astimezone(UTC)
        late = _next_morning(at, look.zone)
        yield _plan(look, "promise", f"promise:{ours.id}:{ours.due}", ours.id, at, until=late)
        yield _plan(look, "promise", f"promise_late:{ours.id}:{ours.due}", ours.id, late)


def reply_owed(look: Look) -> Iterator[Plan]:
    """The next morning, if they wait for an answer that the Person has not reported (R1, R5)."""
    if look.verdict.verdict is not policy.Answer.REPLY_NOW:
        return
    asked = [
        event
        for event in look.known.events
        if event.opportunity_id == look.opportunity.id and event.type in policy.NEEDS_ANSWER
    ]
    newest = max(asked, key=lambda event: (event.at, event.id), default=None)
    if newest:
        at = _next_morning(newest.at, look.zone)
        if newest.type is EventType.REJECTED:
            day = _working_day(at.astimezone(look.zone).date(), look.opportunity)
            at = datetime.combine(day, MORNING, look.zone).astimezone(UTC)
            yield _plan(look, "rejection_thanks", f"rejection_thanks:{newest.id}", newest.id, at)
        else:
            yield _plan(look, "reply_owed", f"reply_owed:{newest.id}", newest.id, at)


def your_move(look: Look) -> Iterator[Plan]:
    """Something else than a question is to be done: call the agency (R12), tell of a deadline (R10), leave (R8)."""
    verdict = look.verdict
    if verdict.verdict is not policy.Answer.GO or verdict.kind not in MOVES or look.last is None:
        return
    events = [event for event in look.known.events if event.opportunity_id == look.opportunity.id]
    newest = max((event.at for event in events), default=look.last.end)
    at = look.last.end + DEBRIEF_AFTER if verdict.kind is policy.Kind.DEBRIEF else _next_morning(newest, look.zone)
    yield _plan(look, "your_move", f"your_move:{verdict.kind}:{look.chapter}", look.last.id, at)


def hold(look: Look) -> Iterator[Plan]:
    """Once, in the middle of the wait: from when they may ask, and why silence means nothing yet (R18)."""
    opens, last = _question_opens(look), look.last
    asked = look.verdict.count[0] > 0 or look.said(_follow_up_once(look)) is not None
    if opens is None or last is None or asked:
        return
    began = _wait_began(look, last)
    if opens - began >= SHORTEST_WAIT_TO_HOLD:
        middle = began + (opens - began) / 2
        at = datetime.combine(_working_day(middle, look.opportunity), HOLD_AT, look.zone).astimezone(UTC)
        yield _plan(look, "hold", f"hold:{look.chapter}", last.id, at, until=at + timedelta(days=2))


def follow_up(look: Look) -> Iterator[Plan]:
    """On the day the question may be asked (R19, R21, R22); the second in the same way (R23)."""
    verdict, last = look.verdict, look.last
    if last is None or verdict.kind is not policy.Kind.FOLLOW_UP or verdict.opens_at is None:
        return
    name = "follow_up" if verdict.count[0] == 0 else "second_follow_up"
    if waiting_draft(look.known, look.opportunity):
        name = "parked"
    once = _follow_up_once(look)
    if verdict.verdict in (policy.Answer.GO, policy.Answer.HOLD):
        yield _plan(look, name, once, last.id, verdict.opens_at)
    first = look.said(once)
    if first and verdict.verdict is policy.Answer.GO:
        at = _next_morning(first.at, look.zone, mornings=FORGOTTEN_AFTER_BUSINESS_DAYS)
        yield _plan(look, "follow_up_again", _follow_up_once(look, again=True), last.id, at)


def _follow_up_once(look: Look, *, again: bool = False) -> str:
    name = "follow_up_again" if again else "follow_up"
    return f"{name}:{look.chapter}:{look.questions_sent()}"


def waiting_draft(known: Known, opportunity: Opportunity) -> Parked | None:
    """The Person's own message that waits for its day; the last one, if there are several."""
    waiting = [p for p in known.parked if p.opportunity_id == opportunity.id and p.handed_at is None]
    return waiting[-1] if waiting else None


def clean_end(look: Look) -> Iterator[Plan]:
    """When silence has become the answer (R24, R33, R34)."""
    reminded = look.said(_follow_up_once(look, again=True))
    if look.last and look.verdict.verdict is policy.Answer.MOVE_ON:
        yield _plan(look, "clean_end", f"clean_end:{look.chapter}", look.last.id, look.now)
    elif look.last and reminded:
        at = _next_morning(reminded.at, look.zone, mornings=UNASKED_FOR_DAYS)
        yield _plan(look, "clean_end_unasked", f"clean_end_unasked:{look.chapter}", look.last.id, at)


AFTER_THE_END = (reply_owed, your_move)
"""Rows that still speak when an Opportunity has ended."""

TABLE: tuple[Callable[[Look], Iterator[Plan]], ...] = (
    # The most urgent first: of several that are due, the first is said.
    pocket_card,
    check_in,
    reply_owed,
    your_move,
    promise,
    thank_you,
    thank_you_again,
    check_in_again,
    follow_up,
    hold,
    clean_end,
)


def _plan(look: Look, name: str, once: str, subject: int, at: datetime, *, until: datetime = FAR_FUTURE) -> Plan:
    return Plan(
        name=name,
        once=once,
        opportunity_id=look.opportunity.id,
        subject=subject,
        at=at.astimezone(UTC),
        until=until,
    )


def owed(known: Known, opportunity: Opportunity) -> list[Promise]:
    """What the Person has promised there and not sent yet, the most urgent first (R11)."""
    ours = [
        promise
        for promise in known.promises
        if promise.opportunity_id == opportunity.id and promise.side is Side.OURS and promise.done_at is None
    ]
    return sorted(ours, key=lambda promise: promise.due)


def _question_opens(look: Look) -> date | None:
    """First day for a status question, when there is one that is still ahead."""
    question = policy.question(policy.case_of(look.known, look.opportunity), look.now)
    return question.not_before if question.kind is policy.Kind.FOLLOW_UP else None


def _wait_began(look: Look, last: Interview) -> date:
    """The day of the Interview, or of whatever changed the wait since: a new date, a question sent."""
    zone = look.zone
    moments = [last.end]
    moments += [e.at for e in look.known.events if e.opportunity_id == look.opportunity.id and e.at > last.end]
    moments += [
        c.at for c in look.known.contacts if c.opportunity_id == look.opportunity.id and c.kind is ContactKind.FOLLOW_UP
    ]
    return max(moments).astimezone(zone).date()


def _next_morning(after: datetime, zone: ZoneInfo, mornings: int = 1) -> datetime:
    """MORNING in `zone`, that many days after."""
    there = after.astimezone(zone).date() + timedelta(days=mornings)
    return datetime.combine(there, MORNING, zone).astimezone(UTC)


def _working_day(day: date, opportunity: Opportunity) -> date:
    """`day`, or the next one that is in the employer's working week."""
    while opportunity.work_week and day.weekday() not in opportunity.work_week:
        day += timedelta(days=1)
    return day


# Quiet hours, in the Person's own wall clock.


def is_quiet(moment: datetime, person: Person) -> bool:
    """Whether the Person is not to be disturbed at that moment."""
    wall = moment.astimezone(zone_of(person)).time()
    start, end = person.quiet_from, person.quiet_until
    if start <= end:
        return start <= wall < end
    return wall >= start or wall < end


def waking(moment: datetime, person: Person) -> datetime:
    """The first moment at or after `moment` that is not quiet (UTC)."""
    if not is_quiet(moment, person):
        return moment
    there = moment.astimezone(zone_of(person))
    day = there.date()
    if person.quiet_from > person.quiet_until and there.time() >= person.quiet_from:
        day += timedelta(days=1)
    return datetime.combine(day, person.quiet_until, zone_of(person)).astimezone(UTC)


def _waking_before(moment: datetime, person: Person) -> datetime:
    """`moment`, or an hour before the quiet hours that hold it begin."""
    if not is_quiet(moment, person):
        return moment
    there = moment.astimezone(zone_of(person))
    day = there.date() if there.time() >= person.quiet_from else there.date() - timedelta(days=1)
    begins = datetime.combine(day, person.quiet_from, zone_of(person)).astimezone(UTC)
    return begins - timedelta(hours=1)


# What the rows say together.


def looks(known: Known, now: datetime) -> Iterator[Look]:
    """Each open Opportunity as it stands at `now`."""
    for opportunity in known.opportunities:
        if opportunity.closed_at is None and not opportunity.muted:
            yield look_at(known, opportunity, now)


def look_at(known: Known, opportunity: Opportunity, now: datetime) -> Look:
    """One Opportunity as it stands at `now`."""
    return Look(
        known=known,
        opportunity=opportunity,
        interviews=tuple(i for i in known.interviews if i.opportunity_id == opportunity.id and not i.cancelled),
        verdict=policy.judge(policy.case_of(known, opportunity), now),
        now=now,
    )


def _unsaid(known: Known, all_looks: list[Look]) -> list[Plan]:
    """Every plan that has not been said, in the order of the table."""
    said = {nudged.once for nudged in known.nudged}
    return [
        plan
        for row in TABLE
        for look in all_looks
        if row in AFTER_THE_END or not has_ended(known, look.opportunity)
        for plan in row(look)
        if plan.once not in said
    ]


def has_ended(known: Known, opportunity: Opportunity) -> bool:
    """Whether it was decided, by either side, and has not been taken up again."""
    events = [event for event in known.events if event.opportunity_id == opportunity.id]
    ends = [event.id for event in events if event.type in ENDS]
    return bool(ends) and max(ends) > max((e.id for e in events if e.type is EventType.REOPENED), default=0)


def _silent(person: Person) -> bool:
    return person.paused or person.blocked


def undisturbed(moment: datetime, known: Known) -> datetime:
    """The first moment at or after `moment` that is neither quiet nor in the middle of an Interview (UTC)."""
    while True:
        awake = waking(moment, known.person)
        running = [
            interview.end + CHECK_IN_AFTER
            for interview in known.interviews
            if not interview.cancelled and interview.start - JUST_BEFORE <= awake < interview.end + CHECK_IN_AFTER
        ]
        if not running:
            return awake
        moment = max(running)


def _next_turn(known: Known) -> datetime:
    """When the Person may hear the next nudge: one at a time, APART from each other."""
    times = [nudged.at for nudged in known.nudged if nudged.dropped is None]
    return max(times) + APART if times else datetime.min.replace(tzinfo=UTC)


def due(known: Known, now: datetime) -> Plan | None:
    """The one nudge to say now, or None."""
    if _silent(known.person) or undisturbed(now, known) > now or now < _next_turn(known):
        return None
    return next((plan for plan in _unsaid(known, list(looks(known, now))) if plan.at <= now < plan.until), None)


def still_due(known: Known, once: str, now: datetime) -> bool:
    """Whether a nudge that was put on its way should still be said: asked right before it is sent."""
    if _silent(known.person) or is_quiet(now, known.person):
        return False
    without = unsay(known, once)
    plans = _unsaid(without, list(looks(without, now)))
    return any(plan.once == once and plan.at <= now < plan.until for plan in plans)


def next_wake(known: Known, now: datetime) -> datetime | None:
    """When to look at this Person again (UTC): `now` when something is due; None when time alone changes nothing."""
    if _silent(known.person):
        return None
    all_looks = list(looks(known, now))
    turn = _next_turn(known)
    moments = [look.verdict.again for look in all_looks if look.verdict.again is not None and not _spoken_out(look)]
    for plan in _unsaid(known, all_looks):
        at = undisturbed(max(plan.at, turn, now), known)
        if at < plan.until:
            moments.append(at)
    return min(moments, default=None)


def _spoken_out(look: Look) -> bool:
    """Whether the question may be asked, and all that there is to say about it has been said.

    From there on the verdict only changes with the office hours, day after day.
    """
    is_question = look.verdict.kind is policy.Kind.FOLLOW_UP
    return is_question and look.said(_follow_up_once(look, again=True)) is not None


def coming(known: Known, now: datetime) -> dict[int, tuple[datetime, Plan]]:
    """What will be said next about each Opportunity, and when, if nothing else happens.

    Plays the same two functions forward, so what /status promises is what will be sent.
    """
    found: dict[int, tuple[datetime, Plan]] = {}
    wanted = sum(o.closed_at is None and not o.muted for o in known.opportunities)
    for _ in range(STEPS_AHEAD):
        plan = due(known, now)
        if plan is not None:
            found.setdefault(plan.opportunity_id, (now, plan))
            known = note_said(known, plan, now)
        if len(found) == wanted:
            break
        following = next_wake(known, now)
        if following is None:
            break
        now = following
    return found


def note_said(known: Known, plan: Plan, now: datetime, dropped: str | None = None) -> Known:
    """What is known once `plan` has been said (or dropped, with the reason) at `now`."""
    serial = known.person.serial + 1
    nudged = Nudged(
        id=serial, once=plan.once, name=plan.name, opportunity_id=plan.opportunity_id, at=now, dropped=dropped
    )
    return replace(known, person=replace(known.person, serial=serial), nudged=(*known.nudged, nudged))


def unsay(known: Known, once: str) -> Known:
    """What is known if that nudge had not been said."""
    return replace(known, nudged=tuple(nudged for nudged in known.nudged if nudged.once != once))
