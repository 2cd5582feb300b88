"""What decides an answer: how far it has come with one employer, whose day is next, and who is who."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import cached_property

from bot.coaching.elsewhere import OFFERS, deadline_elsewhere, has_offered
from bot.coaching.letters import last_over
from bot.coaching.standing import next_ahead
from bot.coaching.verdicts import may_ask_now, opens_on, verdict_on
from scheduler import nudges
from scheduler.policy import Answer, Kind, Verdict
from storage.facts import UNREACHED, ContactKind, Event, EventType, Known, Opportunity


class Stage(StrEnum):
    """How far it has come."""

    AHEAD = "ahead"
    """The next talk comes first."""
    FRESH = "fresh"
    """The thank-you is still to go."""
    WAIT = "wait"
    """Their time, or the pause after a question, is not over."""
    OPEN = "open"
    """A first question may go now."""
    AGAIN = "again"
    """The last question may go now."""
    SPENT = "spent"
    """Nothing more is asked."""
    OFFERED = "offered"
    REFUSED = "refused"
    ENDED = "ended"


@dataclass(frozen=True)
class Case:
    """One employer of a Person at a moment (UTC)."""

    known: Known
    opportunity: Opportunity
    now: datetime

    @cached_property
    def verdict(self) -> Verdict:
        """What the contact policy says now."""
        return verdict_on(self.known, self.opportunity, self.now)

    @cached_property
    def stage(self) -> Stage:
        """How far it has come."""
        end = nudges.look_at(self.known, self.opportunity, self.now).end
        if end is not None:
            return Stage.REFUSED if end.type is EventType.REJECTED else Stage.ENDED
        if has_offered(self.known, self.opportunity):
            return Stage.OFFERED
        return self._stage_of_the_wait()

    def _stage_of_the_wait(self) -> Stage:
        verdict = self.verdict
        if next_ahead(self.known, self.opportunity, self.now) is not None:
            return Stage.AHEAD
        if verdict.kind is Kind.THANK_YOU or verdict.verdict is Answer.ONLY_THANK_YOU:
            return Stage.FRESH
        if may_ask_now(verdict):
            return Stage.AGAIN if verdict.count[0] else Stage.OPEN
        is_over = verdict.verdict is Answer.MOVE_ON or (verdict.count[1] and verdict.count[0] >= verdict.count[1])
        return Stage.SPENT if is_over else Stage.WAIT

    @cached_property
    def named(self) -> date | None:
        """The day by which they answer, while it is ahead."""
        talk = last_over(self.known, self.opportunity, self.now)
        latest = talk.window_latest if talk is not None else None
        return latest if latest is not None and latest >= self.today else None

    @property
    def today(self) -> date:
        """The day it is for the Person."""
        return self.now.astimezone(nudges.zone_of(self.known.person)).date()

    @property
    def opens(self) -> date | None:
        """From when they may be asked, where they have named a day."""
        return opens_on(self.known, self.opportunity, self.now) if self.is_dated else None

    @property
    def is_dated(self) -> bool:
        """Whether they have named a day, ahead or gone by."""
        talk = last_over(self.known, self.opportunity, self.now)
        return talk is not None and talk.window is not None

    @property
    def who(self) -> str:
        """Who was met there, else the employer."""
        talk = last_over(self.known, self.opportunity, self.now)
        return talk.interviewers[0] if talk is not None and talk.interviewers else self.opportunity.employer

    @property
    def is_thanked(self) -> bool:
        """Whether a thank-you has gone out since the last talk."""
        talk = last_over(self.known, self.opportunity, self.now)
        ours = (c for c in self.known.contacts if c.opportunity_id == self.opportunity.id)
        return any(c.kind is ContactKind.THANK_YOU and (talk is None or c.at >= talk.start) for c in ours)

    @cached_property
    def offer(self) -> Event | None:
        """Their offer, the newest."""
        ours = [e for e in self.known.events if e.opportunity_id == self.opportunity.id and e.type in OFFERS]
        return ours[-1] if ours else None

    @property
    def deadline(self) -> date | None:
        """By when the Person has to answer their offer."""
        return self.offer.deadline if self.offer is not None else None

    @cached_property
    def deadline_elsewhere(self) -> date | None:
        """By when the Person has to answer somebody else's offer."""
        return deadline_elsewhere(self.known, self.opportunity, self.today)

    @cached_property
    def other(self) -> str | None:
        """Who else has made an offer."""
        others = (o for o in self.known.opportunities if o.id != self.opportunity.id and o.closed_at is None)
        offered = (o for o in others if has_offered(self.known, o) and not nudges.has_ended(self.known, o))
        return next((o.employer for o in offered), None)

    @property
    def reached(self) -> tuple[str, ...]:
        """Those who were there and can be written to."""
        return tuple(name for name in self._there if name not in self.unreached)

    @property
    def unreached(self) -> tuple[str, ...]:
        """Those who were there and whose address nobody has."""
        talk = last_over(self.known, self.opportunity, self.now)
        marks = talk.passed_over if talk is not None else ()
        return tuple(name for name in self._there if f"{UNREACHED}{name}" in marks)

    @property
    def _there(self) -> tuple[str, ...]:
        talk = last_over(self.known, self.opportunity, self.now)
        return talk.interviewers if talk is not None else ()

    @property
    def talk(self) -> datetime | None:
        """When the next talk begins, where its hour is known."""
        ahead = next_ahead(self.known, self.opportunity, self.now)
        return ahead.start if ahead is not None and ahead.start_known else None

    @property
    def is_taken_elsewhere(self) -> bool:
        """Whether the Person has said yes to somebody else."""
        ours = self.opportunity.id
        return any(
            (e.type is EventType.ACCEPTED and e.opportunity_id != ours)
            or (e.type is EventType.ACCEPTED_OTHER_OFFER and e.opportunity_id == ours)
            for e in self.known.events
        )

    def has_come(self, kind: EventType) -> bool:
        """Whether they have done this since the last talk, and nothing is decided."""
        talk = last_over(self.known, self.opportunity, self.now)
        ours = [e for e in self.known.events if e.opportunity_id == self.opportunity.id and e.type is kind]
        undecided = self.stage not in (Stage.OFFERED, Stage.REFUSED, Stage.ENDED)
        return undecided and talk is not None and any(e.at >= talk.start for e in ours)

    @property
    def is_answered(self) -> bool:
        """Whether what they asked for last has been sent."""
        ours = [c for c in self.known.contacts if c.opportunity_id == self.opportunity.id]
        sent = [c.at for c in ours if c.kind in (ContactKind.REPLY, ContactKind.PROMISE)]
        asked = [
            e.at
            for e in self.known.events
            if e.opportunity_id == self.opportunity.id and e.type in (EventType.REQUEST, EventType.QUESTION)
        ]
        return bool(sent) and max(sent) >= max(asked, default=max(sent))
