"""One reading of a calendar while it is applied, and what has come of it so far.

Only one thing is asked at a time: what else there is in a feed is left as it is, and comes again at the next look.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.calendars.events import Reading
from bot.calendars.merging import Planned
from bot.calendars.plan import Ask
from bot.learn.calendar_rows import Key, key_of, key_of_row, values_of
from bot.learn.ledger import Ledger
from storage.facts import Appointment, Decision, Interview


@dataclass(frozen=True, slots=True)
class Moved:
    """A planned one that takes place at another time."""

    row: Appointment
    before: Interview
    """As it was."""


@dataclass(slots=True)
class Followed:
    """What came of a reading, to be told and asked."""

    new: list[Appointment] = field(default_factory=list)
    """To be proposed."""
    more: int = 0
    """How many did not fit."""
    moved: list[Moved] = field(default_factory=list)
    off: list[Interview] = field(default_factory=list)
    ask: tuple[Ask, Appointment] | None = None
    """The one thing that is not clear: what may have moved to here, or is gone."""
    waits: bool = False
    """Whether something was left for the next look, so that all of it has to come again."""

    @property
    def is_told(self) -> bool:
        """Whether there is anything to say but proposals."""
        return bool(self.moved or self.off or self.ask)


class Following:
    """One reading being applied."""

    def __init__(self, ledger: Ledger, reading: Reading, *, feed: bool, may_ask: bool) -> None:
        self.ledger, self.feed, self.may_ask = ledger, feed, may_ask
        self.read = {key_of(one): one for one in reading.occurrences}
        uids = {uid for uid, _ in self.read} | {one.uid for one in reading.cancellations}
        self.rows = [r for r in ledger.known.appointments if not feed or r.from_feed or r.uid in uids]
        self.out = Followed()

    def row(self, key: Key) -> Appointment | None:
        """The Appointment of that name as it is known now."""
        return next((row for row in self.ledger.known.appointments if key_of_row(row) == key), None)

    def source(self, key: Key, was: Appointment | None = None) -> dict[str, object]:
        """Where it was read, and the zone that was named there."""
        one = self.read.get(key)
        if one is None:
            return {}
        return {"zone": one.zone, "from_feed": self.feed or bool(was and was.from_feed)}

    def put(self, one: Planned, **more: object) -> Appointment:
        """Remember it."""
        values = {"decision": Decision.OPEN, "from_feed": self.feed, **values_of(one), **self.source(key_of(one))}
        known = self.row(key_of(one))
        if known is not None:
            return self.ledger.change(known, **(values | more))
        return self.ledger.add(Appointment, **(values | more))

    def may_propose(self) -> bool:
        """Whether a proposal fits beside what is asked; a file does not come again, so all of it is taken in."""
        return not self.feed or (self.may_ask and self.out.ask is None)

    def may_ask_one_more(self) -> bool:
        """Whether a question fits; one that does not comes again at the next look."""
        fits = self.may_ask and self.out.ask is None
        self.out.waits = self.out.waits or not fits
        return fits
