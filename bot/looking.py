"""What is decided from a look at the feed of the Person's calendar: a Turn, as from an update.

Quiet. What the feed says is known at once; what has to be asked waits until the Person may be disturbed, and is not in
the middle of answering something else.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.decide.calendar_feed import Look, looked
from bot.learn.calendar_feed import feed_of, look_again
from bot.learn.ledger import Ledger
from bot.say.rendering import messages
from bot.turn import Incoming, Kind, Turn
from scheduler import nudges
from storage.facts import Known

TALKING = timedelta(minutes=10)
"""So long after the Person's last word an open question is theirs to answer."""


def look(known: Known, seen: Look, now: datetime) -> Turn:
    """Everything decided from one look: what is known now, and what to say."""
    silence = Incoming(kind=Kind.FEED, person_id=known.person.id, chat_id=known.person.id)
    ledger = Ledger(known, now, silence)
    free_at = _free_at(known, now)
    waits = looked(ledger, seen, may_ask=free_at <= now)
    look_again(ledger, free_at if waits and free_at > now else None)
    return Turn(known=ledger.known, say=messages(ledger))


def _free_at(known: Known, now: datetime) -> datetime:
    """From when something may be asked; at once by whoever has just sent the address, and waits for the first look."""
    feed = feed_of(known)
    if feed is None or feed.seen_at is None:
        return now
    person, undisturbed = known.person, nudges.undisturbed(now, known)
    if person.asking is None or person.heard_at is None:
        return undisturbed
    return max(undisturbed, person.heard_at + TALKING)
