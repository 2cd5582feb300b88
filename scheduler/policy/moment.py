"""A Situation at one very moment, with what the Person asks to send: what every step looks at.

Quiet.
"""

from __future__ import annotations

from datetime import date, datetime

from scheduler.calendar_days import Calendar
from scheduler.policy.case import Case, Intent
from scheduler.policy.closed import KEEP_LOOKING, LET_GO
from scheduler.policy.lazily import once
from scheduler.policy.parameters import OFFICE_HOURS
from scheduler.policy.questions import is_still_so, state
from scheduler.policy.situation import Situation
from scheduler.policy.verdict import Answer, Kind, Param, Verdict
from storage.facts import Channel
from storage.values import dataclass

TO_THE_CONSULTANT = frozenset(Kind) - {Kind.DEBRIEF, Kind.LINKEDIN}
"""With an agency in between, these go to the consultant (R12); a debrief says so itself."""


@dataclass(frozen=True)
class Moment:
    """`now` is in UTC; `intent` is None unless the Person asks to send something."""

    situation: Situation
    now: datetime
    intent: Intent | None = None

    @property
    def case(self) -> Case:
        """What is known."""
        return self.situation.case

    @property
    def calendar(self) -> Calendar:
        """The employer's."""
        return self.situation.calendar

    @once
    def today(self) -> date:
        """The day at the employer."""
        return self.calendar.day_of(self.now)

    @once
    def in_office_hours(self) -> bool:
        """Whether they are at work now (R36)."""
        return self.calendar.is_within(self.now, OFFICE_HOURS)

    @once
    def state(self) -> Verdict:
        """The state of the status question, whatever else may be due (steps 12 and 16)."""
        return state(self.situation, self.now)

    def later(self, now: datetime) -> Moment:
        """The same when time has passed, up to `now` (UTC), and nothing has happened."""
        ahead = self.situation.ahead
        if ahead is not None and ahead.end <= now:
            return Moment(Situation.at(self.case, now), now, self.intent)
        moment = Moment(self.situation, now, self.intent)
        known: Verdict | None = vars(self).get("state")
        # until the talk is over the question waits for it (R31)
        if known is not None and (ahead is not None or is_still_so(self.situation, known, moment.today)):
            vars(moment)["state"] = known
        return moment

    def asks(self, *about: str) -> bool:
        """Whether the Person asks to send something of this kind, or about this."""
        return self.intent is not None and any(self.intent.is_about(what) for what in about)

    def days_ahead(self, days: int) -> date:
        """That many business days after today."""
        return self.calendar.bd(self.today, days)

    # What a step answers.

    def go(
        self, kind: Kind, rule: str, reason: str, channel: Channel | None = Channel.EMAIL, **params: Param
    ) -> Verdict:
        """One message of this kind may go now."""
        return Verdict(
            verdict=Answer.GO,
            rule=rule,
            kind=kind,
            channel=channel,
            opens_at=self.now,
            reason=reason,
            params=params,
            also=("verdict.also.via_agency",) if self.case.via_agency and kind in TO_THE_CONSULTANT else (),
            count=self.situation.tally.count,
        )

    def hold(
        self,
        kind: Kind,
        rule: str,
        reason: str,
        opens: datetime,
        day: date | None = None,
        **params: Param,
    ) -> Verdict:
        """Nothing until `opens`, which is on `day`; then a message of this kind."""
        day = day or self.calendar.day_of(opens)
        return Verdict(
            verdict=Answer.HOLD,
            rule=rule,
            kind=kind,
            not_before=day,
            opens_at=opens,
            reason=reason,
            params={"day": day, **params},
            also=(KEEP_LOOKING,),
            count=self.situation.tally.count,
        )

    def only(
        self,
        answer: Answer,
        kind: Kind,
        rule: str,
        reason: str,
        also: tuple[str, ...] = (),
        **params: Param,
    ) -> Verdict:
        """This may go now, nothing else; the days are those of the status question."""
        opens = self.state.asks_from
        if opens is not None:
            also, params = (*also, "verdict.also.question_opens"), {**params, "opens": opens}
        return Verdict(
            verdict=answer,
            rule=rule,
            kind=kind,
            not_before=self.state.not_before,
            asks_from=opens,
            opens_at=self.state.opens_at if self.state.verdict is Answer.HOLD else None,
            reason=reason,
            params=params,
            also=also,
            count=self.situation.tally.count,
        )

    def move_on(self, rule: str, reason: str) -> Verdict:
        """It is over; the door stays open for them."""
        return Verdict(
            verdict=Answer.MOVE_ON,
            rule=rule,
            reason=reason,
            also=(LET_GO,),
            count=self.situation.tally.count,
        )
