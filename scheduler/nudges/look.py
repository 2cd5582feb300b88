"""What a row looks at: one Opportunity as it stands at one moment.

Quiet. Nothing is worked out before a row asks for it, and nothing twice: most rows do not apply to most Opportunities.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from operator import attrgetter
from zoneinfo import ZoneInfo

from scheduler import policy
from scheduler.nudges.plan import FAR_FUTURE, Plan, zone_of
from scheduler.nudges.saying import base_of, is_awaited
from scheduler.policy.lazily import once
from storage.facts import Contact, Event, EventType, Interview, Known, Nudged, Opportunity, Promise
from storage.grouping import about
from storage.values import dataclass

ENDS = (
    EventType.REJECTED,
    EventType.USER_WITHDRAWS,
    EventType.ACCEPTED,
    EventType.DECLINED,
    EventType.ACCEPTED_OTHER_OFFER,
)
BY_NUMBER = attrgetter("id")
STAYS = (
    "zone",
    "interviews",
    "events",
    "contacts",
    "promises",
    "case",
    "end",
    "is_offered",
    "is_untold",
    "questions_sent",
)
"""What a Look works out that neither time nor a nudge changes."""
STAYS_IN_A_ROUND = ("last", "is_passed_over", "chapter")
"""What changes only when an Interview is over."""
STAYS_WITH_A_VERDICT = ("verdict", "_next_verdict")


@dataclass(frozen=True, kw_only=True)
class Look:
    """One Opportunity as it stands at one moment."""

    known: Known
    opportunity: Opportunity
    now: datetime

    @once
    def zone(self) -> ZoneInfo:
        """The Person's zone."""
        return zone_of(self.known.person)

    @once
    def interviews(self) -> tuple[Interview, ...]:
        """Its Interviews that were not called off."""
        return tuple([i for i in about(self.known.interviews, self.opportunity.id) if not i.cancelled])

    @once
    def events(self) -> tuple[Event, ...]:
        """What happened in it."""
        return about(self.known.events, self.opportunity.id)

    @once
    def contacts(self) -> tuple[Contact, ...]:
        """What was sent and received."""
        return about(self.known.contacts, self.opportunity.id)

    @once
    def promises(self) -> tuple[Promise, ...]:
        """What either side has promised."""
        return about(self.known.promises, self.opportunity.id)

    @once
    def nudged(self) -> tuple[Nudged, ...]:
        """What was said about it unasked."""
        return about(self.known.nudged, self.opportunity.id)

    @once
    def case(self) -> policy.Case:
        """It, as the contact policy sees it."""
        return policy.case_of(self.known, self.opportunity)

    @once
    def moment(self) -> policy.Moment:
        """It at this moment, as the contact policy sees it."""
        return policy.moment_of(self.case, self.now)

    @once
    def verdict(self) -> policy.Verdict:
        """What may be sent now; `changes_at` says when that changes."""
        return policy.decide(self.moment)

    @once
    def question(self) -> policy.Verdict:
        """The state of the status question, whatever else may go first."""
        return self.verdict if self.verdict.kind is policy.Kind.FOLLOW_UP else self.moment.state

    @once
    def last(self) -> Interview | None:
        """The latest Interview that is over."""
        over = [interview for interview in self.interviews if interview.end <= self.now]
        return max(over, key=lambda interview: interview.end, default=None)

    @once
    def end(self) -> Event | None:
        """What ended it, if it has not been taken up again since."""
        if not self.events:
            return None
        newest = max((e for e in self.events if e.type in ENDS), key=lambda event: event.id, default=None)
        reopened = max((e.id for e in self.events if e.type is EventType.REOPENED), default=0)
        return newest if newest is not None and newest.id > reopened else None

    @once
    def is_untold(self) -> bool:
        """Whether nothing is known but Interviews: until one of them is over, nothing that may be sent changes."""
        return not (self.events or self.contacts or self.promises)

    @once
    def is_passed_over(self) -> bool:
        """Whether the Person has said yes to somebody else since the last talk (R44)."""
        return any(
            event.type is EventType.ACCEPTED
            and event.opportunity_id != self.opportunity.id
            and (self.last is None or event.at > self.last.end)
            for event in self.known.events
        )

    @once
    def is_offered(self) -> bool:
        """Whether they have said yes, aloud or on paper."""
        return any(event.type in (EventType.VERBAL_OFFER, EventType.OFFER) for event in self.events)

    @once
    def chapter(self) -> str:
        """Changes whenever something happened that may open a new episode, so that its nudges are new ones."""
        newest = max((event.id for event in self.events), default=0)
        return f"{self.opportunity.id}.{self.last.id if self.last else 0}.{newest}"

    def said(self, once: str) -> Nudged | None:
        """The nudge of that key when it was last said or dropped; None: not yet, or the Person wants it again."""
        newest = self._newest.get(once)
        return None if newest is None or is_awaited(self.known, newest) else newest

    @once
    def _newest(self) -> dict[str, Nudged]:
        """The latest nudge of each key, put off or not."""
        return {base_of(nudged.once): nudged for nudged in sorted(self.nudged, key=BY_NUMBER)}

    def was_said(self, once: str) -> bool:
        """Whether the nudge of that key has been said, even if the Person wants it again."""
        return any(nudged.once == once for nudged in self.nudged)

    def later(self, known: Known, now: datetime, lapsing: Lapsing) -> Look:
        """The same Opportunity when time has passed, and nothing has happened but nudges (`known`).

        What is the same then is not worked out again, nor is the verdict that was seen coming, nor what `says` has told
        as far as it does not lapse with what is not the same.
        """
        look = Look(known=known, opportunity=self.opportunity, now=now)
        same_verdict = self.changes_at(now) is None
        moment, verdict = self._at(now)
        same_round = moment.situation is self.moment.situation
        stays = STAYS + (STAYS_IN_A_ROUND if same_round else ()) + (STAYS_WITH_A_VERDICT if same_verdict else ())
        mine, its = vars(self), vars(look)
        its.update([(name, mine[name]) for name in stays if name in mine], moment=moment)
        if verdict is not None:
            its["verdict"] = verdict
        if known is self.known:
            its.update(nudged=self.nudged, _newest=self._newest)
        if same_round:
            same_question = same_verdict and vars(moment).get("state") is vars(self.moment).get("state")
            same = same_verdict, same_question, look.nudged == self.nudged
            its["_plans"] = told = self._plans.copy()
            for rows, is_same in zip(lapsing, same, strict=True):
                for row in () if is_same else rows & told.keys():
                    del told[row]
        return look

    def is_same_round(self, before: Look) -> bool:
        """Whether no Interview is over since, and it has been spoken of unasked if it had been."""
        return self.moment.situation is before.moment.situation and bool(self.nudged) == bool(before.nudged)

    def _at(self, now: datetime) -> tuple[policy.Moment, policy.Verdict | None]:
        """How the contact policy sees it later, and its verdict if that was seen coming."""
        change, _ = self._next_verdict
        if change is not None and change[0].now == now:
            return change
        return self.moment if now == self.now else self.moment.later(now.astimezone(UTC)), None

    def says(self, row: Row, *, by_the_clock: bool = False) -> tuple[Plan, ...]:
        """What a row says: the same until it lapses or, of a row that goes `by_the_clock`, its moment has come."""
        plans = self._plans.get(row)
        if plans is None or (by_the_clock and any(plan.at <= self.now for plan in plans)):
            plans = self._plans[row] = tuple(row(self))
        return plans

    @once
    def _plans(self) -> dict[Row, tuple[Plan, ...]]:
        return {}

    def changes_at(self, until: datetime = FAR_FUTURE) -> datetime | None:
        """When the verdict is another one if nothing happens meanwhile (UTC); None: not by `until`."""
        if self.is_untold and all(interview.end > until for interview in self.interviews):
            return None
        change, searched = self._next_verdict
        if change is None and searched < until:
            change = policy.next_verdict(self.moment, lambda: self.verdict, until)
            vars(self)["_next_verdict"] = change, until
        return change[0].now if change is not None and change[0].now <= until else None

    @once
    def _next_verdict(self) -> tuple[tuple[policy.Moment, policy.Verdict] | None, datetime]:
        """The next verdict and its moment, as far as they are known, and up to when they were searched for."""
        return None, self.now

    def plan(
        self,
        name: str,
        once: str,
        subject: int,
        at: datetime,
        *,
        until: datetime = FAR_FUTURE,
        pointless_from: datetime = FAR_FUTURE,
    ) -> Plan:
        """A nudge about this Opportunity."""
        return Plan(
            name=name,
            once=once,
            opportunity_id=self.opportunity.id,
            subject=subject,
            at=at,
            until=min(until, pointless_from),
            pointless_from=pointless_from,
        )


Row = Callable[[Look], Iterator[Plan]]
Lapsing = tuple[frozenset[Row], frozenset[Row], frozenset[Row]]
"""Rows that say something else with another verdict, another state of the question, and another nudge about it."""
