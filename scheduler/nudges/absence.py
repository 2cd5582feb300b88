"""When the coach itself was away: one word about it at the next allowed hour, in place of all that it did not say.

Quiet. A Person who is looked at hours after their moment is owed that word. Those who are owed it at the same time hear
it over some minutes. What they need to be asked still comes by itself from the next day on.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from scheduler.nudges.plan import Plan
from scheduler.nudges.quiet_hours import undisturbed
from storage.facts import Known, Person

AWAY = timedelta(hours=6)
"""Who is looked at less late than this hears what is due as ever."""
TELEGRAM_KEEPS = timedelta(hours=24)
"""What people write while nobody fetches it is gone after that."""
LATELY = timedelta(days=7)
"""Who had written so shortly before may have written meanwhile."""
SPREAD = timedelta(minutes=10)
PATIENT = timedelta(days=3)
"""After that an absence is old news."""
NAME = "absence"


def is_told(known: Known) -> bool:
    """Whether there is no absence that the Person should still hear of."""
    since = known.person.away_since
    return since is None or any(nudged.once == _once(since) for nudged in known.nudged)


def begun(known: Known, since: datetime, now: datetime) -> Known:
    """What is known once the coach, away `since` then (UTC), is back at `now`."""
    first = known.person.away_since
    since = since if first is None or is_told(known) else first
    return replace(known, person=replace(known.person, away_since=since, away_until=now))


def absence(known: Known) -> Iterator[Plan]:
    """The word about it, if it is still owed."""
    since, until = known.person.away_since, known.person.away_until
    if since is not None and until is not None and not is_told(known):
        at = undisturbed(until, known) + _turn(known.person)
        yield Plan(name=NAME, once=_once(since), opportunity_id=None, subject=0, at=at, until=until + PATIENT)


def lost_before(person: Person) -> datetime | None:
    """What the Person wrote before this moment (UTC) never arrived, if they wrote anything; None: all has arrived."""
    since, until = person.away_since, person.away_until
    if since is None or until is None or until - since <= TELEGRAM_KEEPS:
        return None
    return until - TELEGRAM_KEEPS if person.heard_at is not None and since - person.heard_at < LATELY else None


def _turn(person: Person) -> timedelta:
    """When it is this Person's turn: the same for the same Person, and as if thrown by dice for many."""
    return SPREAD * (person.id * 2_654_435_761 % 2**32 / 2**32)


def _once(since: datetime) -> str:
    return f"{NAME}:{since:%Y%m%dT%H%M}"
