"""What a calendar says now, applied to what is planned: moves and cancellations are followed, the rest is proposed.

Quiet. The same for a file that was sent and for a look at a feed; `bot.calendars.plan` decides what has become of what.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from bot.calendars.events import Occurrence, Reading
from bot.calendars.merging import Planned, planned
from bot.calendars.plan import Ask, Step, after_feed, after_file
from bot.calendars.titles import Label, label, without_mark
from bot.dialogue import adding, correcting, endings
from bot.dialogue.calendars.remembering import Key, key_of, key_of_row, plan_of, values_of, within_reason
from bot.dialogue.calendars.showing import MOST_SHOWN, interview_of, name, waiting, when
from bot.dialogue.talk import Talk
from storage.facts import Appointment, Decision, Interview

KEPT_FOR = timedelta(days=30)
"""After its end an Appointment is forgotten."""


@dataclass(slots=True)
class Followed:
    """What came of it: `new` is to be proposed, `more` did not fit, `told` counts what was said already."""

    new: list[Appointment] = field(default_factory=list)
    more: int = 0
    told: int = 0


class Following:
    """One reading being applied."""

    def __init__(self, talk: Talk, reading: Reading, *, feed: bool) -> None:
        self.talk, self.feed = talk, feed
        self.read = {key_of(one): one for one in reading.occurrences}
        self.uids = {uid for uid, _ in self.read} | {one.uid for one in reading.cancellations}
        self.rows = [r for r in talk.known.appointments if not feed or r.from_feed or r.uid in self.uids]
        self.out = Followed()

    def row(self, key: Key) -> Appointment | None:
        """The Appointment of that name as it is known now."""
        return next((row for row in self.talk.known.appointments if key_of_row(row) == key), None)

    def apply(self, step: Step) -> Followed:
        """Bring everything up to date; what the Person is to be asked is said or handed back."""
        after = {key_of(one): one for one in step.plan.events}
        standing = {key_of(one) for one in plan_of(self.rows).events}
        for key in standing - after.keys():
            self._left(key)
        for key in standing & after.keys():
            self._renew(key, after[key])
        if step.ask is Ask.REPLACES:
            self._replacing(step)
        self._missed(step, standing)
        fresh = [after[key] for key in after.keys() - standing]
        self._welcome(fresh, step.doubtful)
        self._forget_old()
        return self.out

    # What is known already

    def _left(self, key: Key) -> None:
        """One of a series that the series no longer has."""
        row = self.row(key)
        if row is not None:
            self._call_off(row)
            self.talk.remove("appointments", row.id)

    def _renew(self, key: Key, now: Planned) -> None:
        was = self.row(key)
        assert was is not None, "what stands is known"
        values = values_of(now) | self._source(key, was)
        if values.items() <= {name: getattr(was, name) for name in values}.items():
            return
        row = self.talk.change(was, **values)
        if row.cancelled and not was.cancelled:
            self._call_off(row)
        elif was.cancelled and not row.cancelled:
            self._again(row)
        elif (row.start, row.end) != (was.start, was.end):
            self._moved(row, was)

    def _source(self, key: Key, was: Appointment | None = None) -> dict[str, object]:
        """Where it was read, and the zone that was named there."""
        one = self.read.get(key)
        if one is None:
            return {}
        return {"zone": one.zone, "from_feed": self.feed or bool(was and was.from_feed)}

    def _again(self, row: Appointment) -> None:
        """It was off, and is on again."""
        if row.decision is not Decision.IGNORED:
            self.out.new.append(self.talk.change(row, decision=Decision.OPEN, interview_id=None))

    def _moved(self, row: Appointment, was: Appointment) -> None:
        talk, interview = self.talk, interview_of(self.talk, row)
        if interview is not None:
            old = adding.span(talk, interview)
            moved = correcting.move(talk, interview, *_times(talk, row, interview))
            opportunity = talk.opportunity_of(moved)
            buttons = adding.card_buttons(talk, moved)
            talk.may_amend("new_start", moved.id)
            talk.say("calendar.moved", buttons, title=adding.title(talk, opportunity), old=old, when=when(talk, row))
            self.out.told += 1
        elif row.decision is Decision.OPEN and row.start != was.start:
            self.out.new.append(row)

    def _call_off(self, row: Appointment) -> None:
        talk, interview = self.talk, interview_of(self.talk, row)
        if interview is None or interview.end <= talk.now:
            return
        before = talk.person
        endings.drop(talk, interview, "calendar.off")
        if before.asking_about != interview.id:  # what was asked about something else stays open
            asked = {"asking_about": before.asking_about, "asking_text": before.asking_text}
            talk.change_person(asking=before.asking, **asked)
        self.out.told += 1

    # What the Person is asked

    def _replacing(self, step: Step) -> None:
        """A new one that may be one we know, moved (under a new UID, as applicants' systems do)."""
        for number, one in enumerate(step.new):
            old = self.row(key_of(step.old[min(number, len(step.old) - 1)]))
            if interview_of(self.talk, old) is not None and old is not None:
                self.talk.change(old, asked=True)
                row = self._put(planned(one), decision=Decision.REPLACING, asked=True, replaces=old.id)
                self._ask_whether(row, old)
            else:
                self._silently(planned(one), old)

    def _ask_whether(self, row: Appointment, old: Appointment) -> None:
        talk, interview = self.talk, interview_of(self.talk, old)
        assert interview is not None, "only what is planned is asked about"
        buttons = ((talk.button("cal.moved", row.id), talk.button("cal.other", row.id)),)
        title = adding.title(talk, talk.opportunity_of(interview))
        old_time = adding.span(talk, interview)
        talk.say("calendar.replaces", buttons, new=name(talk, row), when=when(talk, row), title=title, old=old_time)
        self.out.told += 1

    def _silently(self, new: Planned, old: Appointment | None) -> None:
        """It takes the place of one that was never planned."""
        if old is not None:
            self.talk.remove("appointments", old.id)
        if old is not None and old.decision is Decision.IGNORED:
            self._put(new, decision=Decision.IGNORED)
        else:
            self.out.new.append(self._put(new))

    def _missed(self, step: Step, standing: set[Key]) -> None:
        """What the feed no longer has: asked about if it is planned, forgotten if not."""
        if not self.feed:
            return
        replaced = {key_of(one) for one in step.old} if step.ask is Ask.REPLACES else set()
        for key in sorted(standing - replaced):
            row = self.row(key)
            if row is None or row.asked == (row.uid in step.plan.asked):
                continue
            row = self.talk.change(row, asked=row.uid in step.plan.asked)
            if row.asked and row.start > self.talk.now and not row.cancelled:
                self._ask_whether_off(row)

    def _ask_whether_off(self, row: Appointment) -> None:
        talk, interview = self.talk, interview_of(self.talk, row)
        if interview is None:
            if row.decision is Decision.OPEN:
                talk.remove("appointments", row.id)
            return
        buttons = ((talk.button("cal.off", row.id), talk.button("cal.still", row.id)),)
        title = adding.title(talk, talk.opportunity_of(interview))
        talk.say("calendar.gone", buttons, title=title, when=adding.span(talk, interview))
        self.out.told += 1

    # What is new

    def _welcome(self, fresh: Iterable[Planned], doubtful: Iterable[Occurrence]) -> None:
        certain = sorted(fresh, key=lambda one: (self._rank(one), one.start.isoformat()))
        room = MOST_SHOWN - len(self.out.new) - (len(waiting(self.talk)) if self.feed else 0)
        for one, decision in (
            *((one, Decision.OPEN) for one in certain if not one.cancelled),
            *((planned(one), Decision.DOUBTFUL) for one in doubtful),
        ):
            if self._is_settled(one):
                continue
            if room > 0:
                room -= 1
                self.out.new.append(self._put(one, decision=decision, asked=decision is Decision.DOUBTFUL))
            else:
                self.out.more += 1

    def _is_settled(self, one: Planned) -> bool:
        """Whether nothing need be asked: one of a series that was refused, over, or planned by hand before."""
        values = values_of(one)
        if any(row.uid == one.uid and row.decision is Decision.IGNORED for row in self.talk.known.appointments):
            self._put(one, decision=Decision.IGNORED)
            return True
        if self.feed and values["end"] <= self.talk.now and not values["all_day"]:
            return True
        own = self._planned_by_hand(values["start"])
        if own is not None:
            self._put(one, decision=Decision.PLANNED, interview_id=own.id)
        return own is not None

    def _planned_by_hand(self, start: datetime) -> Interview | None:
        """Nobody is in two interviews at once: one of the same start is this one."""
        linked = {row.interview_id for row in self.talk.known.appointments}
        own = (i for i in self.talk.known.interviews if i.start == start and not i.cancelled and i.id not in linked)
        return next(own, None)

    def _rank(self, one: Planned) -> int:
        """Interviews first, when a file that was sent on purpose has several events."""
        found = self.read.get(key_of(one))
        if found is None:
            return 0
        text = label(without_mark(found.summary or ""), found.description, found.organizer, found.location)
        return list(Label).index(text)

    def _put(self, one: Planned, **more: object) -> Appointment:
        """Remember it."""
        values = {"decision": Decision.OPEN, "from_feed": self.feed, **values_of(one), **self._source(key_of(one))}
        known = self.row(key_of(one))
        return self.talk.change(known, **(values | more)) if known else self.talk.add(Appointment, **(values | more))

    def _forget_old(self) -> None:
        old = [row.id for row in self.talk.known.appointments if row.end < self.talk.now - KEPT_FOR]
        if old:
            self.talk.remove("appointments", *old)


def follow(talk: Talk, reading: Reading, *, feed: bool) -> Followed:
    """Apply what a file or a feed says."""
    reading = within_reason(reading, talk.known.appointments, talk.now)
    following = Following(talk, reading, feed=feed)
    employers = [opportunity.employer for opportunity in talk.open_opportunities]
    plan = plan_of(following.rows, asked=feed)
    step = (after_feed if feed else after_file)(plan, reading, talk.now, employers)
    return following.apply(step)


def _times(talk: Talk, row: Appointment, interview: Interview) -> tuple[datetime, datetime]:
    """When it takes place now. What has become a day keeps its clock time, what has no end its length."""
    length = interview.end - interview.start
    if row.all_day:
        there = interview.start.astimezone(talk.zone)
        there = there.replace(year=row.start.year, month=row.start.month, day=row.start.day)
        return there.astimezone(UTC), there.astimezone(UTC) + length
    return row.start, row.end if row.start < row.end <= row.start + adding.LONGEST else row.start + length
