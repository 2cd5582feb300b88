"""What /status tells of each Opportunity, as values: its text and its picture are both made of these.

It asks the same functions that send the nudges, so what is told, what is drawn and what will happen are one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from bot.say.states import state
from bot.words.named import Text, text
from scheduler import nudges, policy
from scheduler.nudges import Look
from storage.facts import Contact, ContactKind, Direction, EventType, Known, Opportunity, Promise
from storage.grouping import Same
from storage.values import dataclass

OFFERS = (EventType.OFFER, EventType.VERBAL_OFFER)
A_DAY = timedelta(days=1)
MOST_ROWS = 6
"""More would be too small to read on a phone."""
LATELY, MOST_CLOSED = timedelta(weeks=4), 3
_URGENCY = (
    policy.Answer.REPLY_NOW,
    policy.Answer.ONLY_PROMISE,
    policy.Answer.GO,
    policy.Answer.ONLY_THANK_YOU,
    policy.Answer.HOLD,
    policy.Answer.MOVE_ON,
)


@dataclass(frozen=True, slots=True)
class Days:
    """From one day to another, both of them included."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Talk:
    """An Interview whose day is known."""

    day: date
    is_over: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One Opportunity at one moment. All days are those of the Person, but for those on which they may write: these
    are the employer's, as the contact policy gives them."""

    opportunity: Opportunity
    zone: ZoneInfo
    """The Person's."""
    state: Text
    """How it stands, in a few words."""
    is_over: bool
    """Whether it is closed, or has ended."""
    talks: tuple[Talk, ...]
    thanks_due: date | None
    """The day on which a thank-you may go that is still missing."""
    hold: Days | None
    """From the talk, or from their word, to the day that they named for their answer."""
    wait: Days | None
    """What is waited beyond that, or where they named no day: up to the eve of the first day for a question."""
    asks_from: date | None
    """The first day for a question, where it is ahead."""
    is_said: bool
    """Whether the state names that day already."""
    may_ask: bool
    """Whether a question may go today."""
    contacts: tuple[Contact, ...]
    """What was sent and received."""
    promises: tuple[Promise, ...]
    deadline: date | None
    """By when the Person answers their offer."""

    @property
    def sent(self) -> list[Contact]:
        """What the Person has sent."""
        return [contact for contact in self.contacts if contact.direction is Direction.OUT]


def row_of(look: Look) -> Row:
    """One Opportunity as it is told and drawn."""
    is_over = look.opportunity.closed_at is not None or look.end is not None
    asks_from = None if is_over else _asks_from(look)
    named, since = (None, None) if is_over else _named(look)
    return Row(
        opportunity=look.opportunity,
        zone=look.zone,
        state=_state(look),
        is_over=is_over,
        talks=tuple(Talk(_day(look, i.start), i.end <= look.now) for i in look.interviews if i.day_known),
        thanks_due=None if is_over else _thanks_due(look),
        hold=Days(since, named) if since and named and since <= named else None,
        wait=_wait(look, since, named, asks_from),
        asks_from=asks_from,
        is_said=_holds_a_question(look.verdict),
        may_ask=look.verdict.verdict is policy.Answer.GO and look.verdict.kind is policy.Kind.FOLLOW_UP,
        contacts=look.contacts,
        promises=look.promises,
        deadline=None if is_over else _deadline(look),
    )


def _state(look: Look) -> Text:
    if look.opportunity.closed_at is None:
        return state(look)
    return text("state.closed") if look.end is None else text(f"state.ended.{look.end.type}")


def _day(look: Look, at: datetime) -> date:
    return at.astimezone(look.zone).date()


def _holds_a_question(verdict: policy.Verdict) -> bool:
    return verdict.verdict is policy.Answer.HOLD and verdict.kind is policy.Kind.FOLLOW_UP


def _asks_from(look: Look) -> date | None:
    """From when the Person may ask, whatever stands before it; not while they wait for an answer themselves."""
    if _holds_a_question(look.verdict):
        return look.verdict.not_before
    return None if look.verdict.verdict is policy.Answer.REPLY_NOW else look.question.asks_from


def _named(look: Look) -> tuple[date | None, date | None]:
    """The day they named for their answer, where they did, and since when it is waited for."""
    situation = look.moment.situation
    opening = situation.opening
    if opening is None or situation.ahead is not None:
        return None, None
    began = situation.interview.end if situation.interview and situation.interview.end > opening.since else None
    since = began or (opening.since if opening.since.year > 1 else None)
    last = None if opening.named is None else opening.named - (A_DAY if opening.rule == "R21" else timedelta())
    return last, _day(look, since) if since else last


def _wait(look: Look, since: date | None, named: date | None, asks_from: date | None) -> Days | None:
    opening = look.moment.situation.opening
    if since is None or opening is None or look.verdict.verdict is policy.Answer.REPLY_NOW:
        return None
    asked = [
        _day(look, c.at) for c in look.contacts if c.kind is ContactKind.FOLLOW_UP and c.direction is Direction.OUT
    ]
    first = max([(named or since) + A_DAY, *(day + A_DAY for day in asked)])
    last = (asks_from or opening.day) - A_DAY
    return Days(first, last) if first <= last else None


def _thanks_due(look: Look) -> date | None:
    situation, today = look.moment.situation, look.moment.today
    if not situation.owes_thanks or situation.last_note_day < today:
        return None
    is_held = look.verdict.verdict is policy.Answer.HOLD and look.verdict.kind is policy.Kind.THANK_YOU
    return look.verdict.not_before if is_held else today


def _deadline(look: Look) -> date | None:
    told = [event for event in look.events if event.type in OFFERS and event.deadline is not None]
    return max(told, key=lambda event: event.id).deadline if told else None


# In the order of the text


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """All that is pursued, the most urgent first, then what was closed lately."""

    today: date
    rows: tuple[Row, ...]
    left_out: int = 0
    """So many more stand in the text alone."""


def days_of(row: Row) -> Iterator[date]:
    """The days of one of them."""
    yield from (talk.day for talk in row.talks)
    for days in (row.hold, row.wait):
        yield from (days.first, days.last) if days else ()
    yield from (day for day in (row.thanks_due, row.asks_from, row.deadline) if day)
    yield from (promise.due for promise in row.promises if promise.done_at is None)


@lru_cache(maxsize=2)  # the buttons stand in the order of the lines
def urgent_first(known: Same[Known], now: datetime) -> Sequence[Look]:
    """Each one that is open, what must be done first in front."""
    looks = [nudges.look_at(known.value, o, now) for o in known.value.opportunities if o.closed_at is None]
    return sorted(looks, key=_urgency)


def _urgency(look: Look) -> tuple[int, date, int]:
    return _URGENCY.index(look.verdict.verdict), look.verdict.not_before or date.max, look.opportunity.id


def board(known: Known, now: datetime, most: int = MOST_ROWS) -> Board:
    """All that is pursued, then what was closed lately; at most so many rows."""
    today = now.astimezone(nudges.zone_of(known.person)).date()
    looks = list(urgent_first(Same(known), now))
    closed = (o for o in known.opportunities if o.closed_at is not None and now - o.closed_at <= LATELY)
    lately = sorted(closed, key=lambda o: (o.closed_at, o.id), reverse=True)[:MOST_CLOSED]
    shown = [*looks, *(nudges.look_at(known, o, now) for o in lately)][: max(most, 0)]
    rows = tuple(row_of(look) for look in shown)
    return Board(today=today, rows=rows, left_out=max(len(looks) - most, 0))


def board_of_one(known: Known, now: datetime, number: int) -> Board:
    """One of them alone; without a row when it is not there any more."""
    today = now.astimezone(nudges.zone_of(known.person)).date()
    found = [row_of(nudges.look_at(known, o, now)) for o in known.opportunities if o.id == number]
    return Board(today=today, rows=tuple(found))
