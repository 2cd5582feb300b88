"""What /progress draws: moods in the order of time, what came of the interviews, and the days that employers named
beside those on which they answered. Quiet: facts in, values out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime
from itertools import zip_longest

from bot.coaching.kept_days import answered, named
from bot.coaching.repeats import FEWEST, held, went_on
from scheduler.nudges import look_at, zone_of
from storage.facts import EventType, Interview, Known, Mood, Opportunity
from storage.values import dataclass

OUTCOMES = ("went_on", "open", "stepped_back", "not_this_one")
STEPPED_BACK = (EventType.USER_WITHDRAWS, EventType.DECLINED, EventType.ACCEPTED_OTHER_OFFER)


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A day that an employer named for an answer."""

    employer: str
    since: date
    """When they named it."""
    named: date
    came: date | None
    """When they answered; None: not yet."""
    today: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Back:
    """All of it."""

    interviews: int
    moods: tuple[tuple[date, Mood], ...]
    outcomes: tuple[tuple[str, int], ...]
    """Each of OUTCOMES with the number of its interviews, where there are any."""
    words: tuple[Word, ...]
    """In the order in which the days were named."""


def looked_back(known: Known, now: datetime) -> Back | None:
    """All that can be drawn; None while there are fewer than FEWEST interviews."""
    over = sorted(held(known, now), key=lambda interview: (interview.start, interview.id))
    if len(over) < FEWEST:
        return None
    zone = zone_of(known.person)
    felt = ((i.start.astimezone(zone).date(), i.mood) for i in over if i.day_known)
    counted = Counter(_outcome(known, interview, now) for interview in over)
    words = sorted((w for o in known.opportunities for w in _words(known, o, now)), key=lambda word: word.since)
    return Back(
        interviews=len(over),
        moods=tuple((day, mood) for day, mood in felt if mood and mood is not Mood.SKIPPED),
        outcomes=tuple((name, counted[name]) for name in OUTCOMES if counted[name]),
        words=tuple(words),
    )


def _outcome(known: Known, interview: Interview, now: datetime) -> str:
    if went_on(known, interview):
        return "went_on"
    opportunity = next(o for o in known.opportunities if o.id == interview.opportunity_id)
    end = look_at(known, opportunity, now).end
    if end is not None:
        return "stepped_back" if end.type in STEPPED_BACK else "not_this_one"
    return "open" if opportunity.closed_at is None else "not_this_one"


def _words(known: Known, opportunity: Opportunity, now: datetime) -> Iterator[Word]:
    """The days that have come, or that were answered before they did."""
    zone = zone_of(known.person)
    today = now.astimezone(zone).date()
    came = sorted(at for at in answered(known, opportunity) if at <= now)
    told = sorted(named(known, opportunity))
    for (at, day), following in zip_longest(told, [at for at, _ in told[1:]]):
        if following is not None and following.astimezone(zone).date() <= day:
            continue  # another day was named before this one had come
        first = next((one.astimezone(zone).date() for one in came if one > at), None)
        if first is not None or day < today:
            since = at.astimezone(zone).date()
            yield Word(employer=opportunity.employer, since=since, named=day, came=first, today=today)
