"""How much a Person hears unasked: seldom, apart, not when they are away, and less when they do not answer.

Quiet. Applied once for all rows: `Restraint.earliest` is what every question about a moment goes through.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from itertools import takewhile

from scheduler.calendar_days import is_day_off
from scheduler.nudges.absence import NAME as ABSENCE
from scheduler.nudges.assumed import check_in_at, is_told
from scheduler.nudges.plan import TONIGHT, Plan, clock_at, zone_of
from scheduler.nudges.quiet_hours import is_unplaced, talks, undisturbed_by
from scheduler.nudges.reminding import NAME as REMINDER
from scheduler.nudges.reminding import reminders_ahead
from scheduler.nudges.saying import AGAIN, is_awaited
from scheduler.policy.lazily import once
from storage.changing import changed
from storage.facts import Known, Nudged, Person
from storage.grouping import FEW
from storage.values import dataclass

APART = timedelta(hours=1)
"""Between two nudges of one Person."""
A_BREATH = timedelta(minutes=15)
"""So long after a word of the Person's, nothing is said unasked: they read the reply, or write on."""
MOST_A_DAY = 3
"""A Person may want fewer (`Person.most_a_day`), not more."""
URGENT = frozenset({"pocket_card", "check_in", "reply_owed", "your_move", "promise", "offer_deadline"})
"""What loses its use within hours, or is owed."""
AT_ITS_HOUR = frozenset({"pocket_card"})
"""What the Person counts on: when its hour comes in the middle of a talk with the coach, it comes all the same."""
QUIET = frozenset({"any_word", "practice", "applications", "lessons", "keep_in_touch"})
"""What can wait, or be left out."""
CAN_WAIT = QUIET - {"lessons"} | {"hold", "clean_end", "clean_end_unasked", "feedback"}
"""Not said on a day off: nothing is lost when it comes on the next working day, or not at all."""
SILENT = frozenset({"any_word", "practice", "applications", "keep_in_touch"})
"""Never rings."""
RECURRING = frozenset({"any_word", "practice", "applications"})
"""What comes again and again by itself."""
PATIENCE = 2
"""So many nudges without an answer, and the coach grows quieter."""
A_MOMENT = timedelta(seconds=1)
LONG_AGO = timedelta(days=2)
"""Before the day on which it is, wherever that is: only nudges and talks of one day count."""
STAYS = ("_talks", "_check_ins")
"""What a Restraint works out that no nudge changes."""
ALWAYS = datetime.min.replace(tzinfo=UTC)


def lately(known: Known, now: datetime) -> Known:
    """What is known, without talks and nudges so long ago that they restrain nothing at `now` or later; what was put
    off, and said again, counts however long ago it was said first."""
    if len(known.interviews) <= FEW and len(known.nudged) <= FEW:
        return known
    since = now - LONG_AGO
    talks = tuple([interview for interview in known.interviews if interview.end > since])
    nudged = tuple([n for n in known.nudged if n.at > since or n.again_at is not None or is_asked_for(n)])
    return changed(known, interviews=talks, nudged=nudged)


def is_asked_for(said: Plan | Nudged) -> bool:
    """Whether its moment is the Person's own: it was put off, is a reminder in their own words, or of what they have
    promised for the same evening."""
    return AGAIN in said.once or said.name == REMINDER or said.once.startswith(TONIGHT)


def is_urgent(plan: Plan) -> bool:
    """Whether it loses its use within hours, or is owed."""
    return plan.name in URGENT


def wants_little(person: Person) -> bool:
    """Whether the Person wants to hear less on a day than the coach says at most: then what is urgent comes first."""
    return person.most_a_day < MOST_A_DAY


def is_paused(person: Person, now: datetime) -> bool:
    """Whether the Person wants to hear nothing unasked; a pause with an end is over by itself."""
    return now < person.paused_until if person.paused_until is not None else person.paused


def is_resting(known: Known, name: str) -> bool:
    """Whether the last two nudges of that name were left without an answer, so that it waits to be wanted again."""
    last = [nudged.at for nudged in known.nudged if nudged.name == name and nudged.dropped is None][-PATIENCE:]
    return len(last) == PATIENCE and all(_is_unanswered(at, known.person) for at in last)


def is_silent(known: Known, plan: Plan) -> bool:
    """Whether a nudge arrives without a sound; `known` is what was known before it."""
    if plan.name in SILENT or plan.name in URGENT:
        return plan.name in SILENT
    ignored = (n for n in known.nudged if n.dropped is None and _is_unanswered(n.at, known.person))
    return sum(1 for _ in ignored) >= PATIENCE


def _is_unanswered(at: datetime, person: Person) -> bool:
    return person.heard_at is None or person.heard_at < at


@dataclass(frozen=True)
class Restraint:
    """What one Person may hear, and when."""

    known: Known
    urgent: tuple[datetime, ...] = ()
    """When what is urgent comes (the earliest first), where the Person wants so little that a place is kept for it."""

    def later(self, known: Known) -> Restraint:
        """The same when time has passed, and nothing has happened but nudges (`known`)."""
        restraint, mine = Restraint(known), vars(self)
        vars(restraint).update({name: mine[name] for name in STAYS if name in mine})
        return restraint

    @once
    def _said(self) -> list[datetime]:
        """When the Person heard from us, the latest first."""
        return sorted((nudged.at for nudged in self.known.nudged if nudged.dropped is None), reverse=True)

    @once
    def _counted(self) -> list[datetime]:
        """The same without what they had put off themselves."""
        heard = (n.at for n in self.known.nudged if n.dropped is None and not is_asked_for(n))
        return sorted(heard, reverse=True)

    @once
    def _talks(self) -> list[tuple[datetime, datetime]]:
        """When the Person is in the middle of an Interview."""
        return talks(self.known)

    @property
    def is_off(self) -> bool:
        """Whether the Person hears nothing until they come back by themselves, or say where they live."""
        person = self.known.person
        return person.blocked or (person.paused_until is None and person.paused) or is_unplaced(person)

    def paused_until(self, now: datetime) -> datetime | None:
        """When a pause is over that has an end ahead."""
        until = self.known.person.paused_until
        return until if until is not None and now < until else None

    def for_all(self, moment: datetime) -> datetime:
        """The first moment at or after `moment` at which anything may be said (UTC), whatever it is."""
        return min([self._apart(moment), *(self._one_by_one(max(at, moment)) for at in self._promised[:1])])

    def _awake(self, moment: datetime) -> datetime:
        person = self.known.person
        return undisturbed_by(self._talks, max(moment, person.paused_until or ALWAYS), person)

    def _apart(self, moment: datetime) -> datetime:
        """Awake, and apart from what was said last (APART)."""
        return self._awake(max(moment, self._said[0] + APART) if self._said else moment)

    def _one_by_one(self, moment: datetime) -> datetime:
        """Awake, and behind what was said last: for what was promised for that moment."""
        return self._awake(max(moment, self._said[0] + A_MOMENT) if self._said else moment)

    @once
    def _promised(self) -> list[datetime]:
        """The moments for which the Person has asked for something, the earliest first: named, so they are kept."""
        again = (n.again_at for n in self.known.nudged if n.again_at is not None and is_awaited(self.known, n))
        return sorted([*again, *(point.at for point in reminders_ahead(self.known))])

    def _gives_way(self, moment: datetime) -> datetime:
        """`moment`, or the one right behind what is promised for the next hour: what can wait is not said before it."""
        promised = self._promised[bisect_left(self._promised, moment) :]
        return next((at + A_MOMENT for at in map(self._awake, promised) if moment <= at < moment + APART), moment)

    def _has_read(self, plan: Plan) -> datetime:
        """When the Person has had time to read the last reply, or to write on (A_BREATH)."""
        heard_at = self.known.person.heard_at
        if heard_at is None or (plan.name in AT_ITS_HOUR and plan.at > heard_at):
            return ALWAYS
        return heard_at + A_BREATH

    def earliest(self, plan: Plan, moment: datetime) -> datetime:
        """The first moment at or after `moment` at which this nudge may be said (UTC).

        What the Person put off comes at the moment they asked for, which was named to them, right after another one if
        need be: it counts once, on the day it was said first. All but what is urgent gives way to it.
        """
        if is_asked_for(plan):
            return self._one_by_one(moment)
        name, read = plan.name, self._has_read(plan)
        person, places = self.known.person, self._places(name)
        while True:
            moment = self._apart(max(moment, read))
            if name not in URGENT and (behind := self._gives_way(moment)) > moment:
                moment = behind
                continue
            day = moment.astimezone(zone_of(person)).date()
            if name in CAN_WAIT and is_day_off(day, zone_of(person).key):
                moment = clock_at(day + timedelta(days=1), time.min, zone_of(person))
                continue
            ahead = self._kept_for(name, moment, day)
            heard = self._heard_on(day) + (MOST_A_DAY if self._is_from_before(plan, day) else 0)
            if heard + len(ahead) < places:
                return moment
            if heard < places:
                moment = min(ahead) + A_MOMENT  # the place that was kept free is taken now, or nobody needs it
                continue
            moment = clock_at(day + timedelta(days=1), time.min, zone_of(person))

    def _places(self, name: str) -> int:
        """How much may have been said on a day before this: what can wait leaves the last of several places to what
        cannot."""
        most = min(self.known.person.most_a_day, MOST_A_DAY)
        return max(most - 1, 1) if name in QUIET else most

    def _kept_for(self, name: str, moment: datetime, day: date) -> Sequence[datetime]:
        """When places are needed later on that day that this nudge leaves free: Interviews are over, and asking about
        each as it ends is what the coach is for; what is urgent comes."""
        if name == "check_in":
            return ()
        kept = self._check_ins if name in URGENT else self._check_ins_and_urgent
        ahead = kept[bisect_left(kept, moment) :]
        midnight = clock_at(day + timedelta(days=1), time.min, zone_of(self.known.person)) if ahead else moment
        return ahead[: bisect_left(ahead, midnight)]

    @once
    def _check_ins_and_urgent(self) -> list[datetime]:
        """The earliest first, each moment once."""
        return sorted({*self._check_ins, *self.urgent}) if self.urgent else self._check_ins

    @once
    def _check_ins(self) -> list[datetime]:
        """The earliest first."""
        zone = zone_of(self.known.person)
        ahead = (i for i in self.known.interviews if not is_told(self.known, i) and i.day_known and not i.cancelled)
        return sorted(check_in_at(interview, zone) for interview in ahead)

    def _is_from_before(self, plan: Plan, day: date) -> bool:
        """Whether the Person hears on that day that the coach was away, and this is nothing urgent that came since."""
        back, zone = self.known.person.away_until, zone_of(self.known.person)
        if back is None or (plan.at > back and plan.name in URGENT):
            return False
        return any(n.name == ABSENCE and n.at.astimezone(zone).date() == day for n in self.known.nudged)

    def _heard_on(self, day: date) -> int:
        """How many nudges the Person has heard on that day of theirs."""
        if not self._counted:
            return 0
        zone = zone_of(self.known.person)
        begins, ends = (clock_at(day + timedelta(days=more), time.min, zone) for more in (0, 1))
        return sum(at < ends for at in takewhile(lambda at: at >= begins, self._counted))
