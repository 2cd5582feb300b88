"""What the Person is pursuing: an Opportunity, its Interviews, and what happened in it.

Quiet.
"""

from __future__ import annotations

from datetime import date, datetime

from storage.facts.kinds import Answer, Channel, ContactKind, Direction, EventType, Mood, Sector, Side, Stage
from storage.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """When the employer said they would answer. `latest` is the day on which they have until the evening."""

    earliest: date | None
    latest: date | None
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opportunity:
    """One employer and one role the Person is pursuing."""

    id: int
    employer: str
    house: str | None = None
    """What house it is, where the Person told that: "bank"; while they have told no name, they are called so."""
    role: str | None = None
    zone: str | None = None
    """IANA zone of the person who reads at the employer; None: the Person's own."""
    country: str | None = None
    """ISO 3166-1 alpha-2 code, for public holidays; None: weekdays only (and R37)."""
    region: str | None = None
    """Part of the country, by its code there, for public holidays; None: not known."""
    work_week: tuple[int, ...] = ()
    """Working days at the employer as the Person told them, Monday is 0; none told: those of the country."""
    closings: tuple[str, ...] = ()
    """Times in which they are closed, as the Person told: first and last day, `2026-12-24/2027-01-02`."""
    sector: Sector = Sector.PRIVATE
    via_agency: bool = False
    agency: str | None = None
    """The agency's name, once it was said."""
    preferred_channel: Channel | None = None
    closed_at: datetime | None = None
    """Set when the Person or the policy lets go of it; a closed Opportunity is never nudged about."""
    muted: bool = False
    """Nothing is said unasked about it, until the Person takes that back."""
    muted_until: datetime | None = None
    """Nothing is said unasked about it before this moment (UTC)."""
    role_asked: bool = False
    """The Person was asked for the role, and skipped it."""
    letters: str = ""
    """How what is written to them is to be, as words: a language (`en`), `du` among friends in German, `loose`,
    `mail` whatever way they prefer."""
    version: int = 1


UNREACHED = "unreached:"
"""Before the name of an interviewer whose address nobody has, in `Interview.passed_over`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Interview:
    """One talk within an Opportunity, and what the check-in learned about it."""

    id: int
    opportunity_id: int
    start: datetime
    end: datetime
    stage: Stage = Stage.FIRST
    interviewers: tuple[str, ...] = ()
    cancelled: bool = False
    length_known: bool = True
    """False: nobody has said how long it takes, an hour is assumed."""
    day_known: bool = True
    """False: nobody has said on which day; a day is assumed."""
    start_known: bool = True
    """False: the day is known or assumed, the clock time is assumed."""
    announced: bool = True
    """Whether its card has been shown."""
    mood: Mood | None = None
    interest_said: Answer | None = None
    window_answer: Answer | None = None
    """`yes`: a window was named; `no`: they named none; None: not asked or not answered yet."""
    window_earliest: date | None = None
    window_latest: date | None = None
    window_words: str = ""
    channel_answer: Answer | None = None
    promise_answer: Answer | None = None
    thank_you_declined: bool = False
    interest_shown: int | None = None
    """How well the interest came across, 1 to 5 (advice 24); 0: skipped."""
    next_step_answer: Answer | None = None
    met_answer: Answer | None = None
    """Whether the Person said who was there."""
    detail_answer: Answer | None = None
    still_wanted: Answer | None = None
    """Whether the Person still wants the job (advice 12)."""
    debrief: Answer | None = None
    """`yes`: the debrief has begun; `no`: the Person does not want it; None: not offered or not answered."""
    passed_over: tuple[str, ...] = ()
    """Questions of the debrief that were skipped, `enough` when the Person stopped the check-in, and behind UNREACHED
    the names of those to whom nothing can be written."""
    version: int = 1

    @property
    def window(self) -> Window | None:
        """What they said about when they will answer; None when nothing definite was said."""
        if self.window_earliest is None and self.window_latest is None:
            return None
        return Window(earliest=self.window_earliest, latest=self.window_latest, words=self.window_words)


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """Something that was really sent or received."""

    id: int
    opportunity_id: int
    at: datetime
    kind: ContactKind
    direction: Direction = Direction.OUT
    channel: Channel | None = None
    """None counts as e-mail."""
    to: str | None = None
    """A person's name, or `agency`; None: everybody."""
    about: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """What one side said it would do by a day."""

    id: int
    opportunity_id: int
    what: str
    due: date
    side: Side = Side.OURS
    made_at: datetime | None = None
    done_at: datetime | None = None
    broken: bool = False
    """Its day came and went, and the Person says that nothing came; a promise may still be kept late."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What else happened in an Opportunity; `at` is when the Person learnt it."""

    id: int
    opportunity_id: int
    type: EventType
    at: datetime
    what: str | None = None
    earliest: date | None = None
    latest: date | None = None
    since: date | None = None
    """First day: of a leave, or from which they said one may ask (`from` in the scenarios)."""
    until: date | None = None
    """Last day: of a leave, of a pause, of the wait for silence or for the paper (`until`, `by`, `written_by`)."""
    deadline: date | None = None
    planned_for: datetime | None = None
    """The planned moment of a call, or the planned end of the next interview (`for` in the scenarios)."""
    no_reply_address: bool = False
