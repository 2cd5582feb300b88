"""The feed of the Person's calendar, as far as it is a fact: connected, in trouble, when to look again, disconnected.

The address comes sealed and is never opened here.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.learn.ledger import Ledger
from storage.facts import Appointment, Decision, Feed, Interview, Known

SOONEST, SPREAD = timedelta(minutes=15), 16
"""A feed is looked at every 15 to 30 minutes: the minutes depend on whose it is, so that not all are due at once."""
MOST_BACKOFF = 4
"""How often the pause is doubled while there is trouble."""
STOPS_AFTER = timedelta(days=3)
LONGEST_MARK = 500
GONE, EMPTY = "gone", "empty"
LASTING = ("forbidden", "not_a_calendar")
"""Troubles that are told after a while; the others pass or are no matter of the Person's."""


def feed_of(known: Known) -> Feed | None:
    """The Person's feed."""
    return known.feeds[0] if known.feeds else None


def connect(ledger: Ledger, host: str, sealed: str) -> Feed:
    """Keep an address, in the place of any other."""
    disconnect(ledger)
    return ledger.add(Feed, host=host, sealed=sealed, since=ledger.now, look_at=ledger.now)


def disconnect(ledger: Ledger) -> None:
    """Forget the address. What was found is kept, as if it had come as a file."""
    ledger.remove(Feed, *(feed.id for feed in ledger.known.feeds))
    for row in ledger.known.appointments:
        if row.from_feed:
            ledger.change(row, from_feed=False, asked=False)


def seen(ledger: Ledger, feed: Feed, etag: str | None = None, modified: str | None = None) -> None:
    """It was read; without its marks all of it comes again."""
    values = {"etag": _short(etag), "modified": _short(modified)}
    ledger.change(feed, seen_at=ledger.now, troubles=0, trouble_since=None, **values)


def unchanged(ledger: Ledger, feed: Feed) -> None:
    """Its server says that nothing is new."""
    ledger.change(feed, seen_at=ledger.now, troubles=0, trouble_since=None)


def _short(mark: str | None) -> str | None:
    return mark if mark and len(mark) <= LONGEST_MARK else None


def in_trouble(ledger: Ledger, feed: Feed, trouble: str) -> bool:
    """It gave no calendar; nothing that is planned changes. True: it is given up, and its address forgotten.

    A withdrawn address is given up at once, and so is one that has never worked; other lasting trouble after a while.
    """
    since = feed.trouble_since or ledger.now
    lasts = trouble in LASTING and ledger.now - since >= STOPS_AFTER
    if trouble == GONE or lasts or (feed.seen_at is None and trouble != EMPTY):
        disconnect(ledger)
        return True
    ledger.change(feed, troubles=feed.troubles + 1, trouble_since=since)
    return False


# When to look


def look_again(ledger: Ledger, no_later: datetime | None = None) -> None:
    """Set the next look: after the usual pause, and no later than each of its interviews ends."""
    feed = feed_of(ledger.known)
    if feed is None:
        return
    minutes = (ledger.person.id * 7 + feed.id) % SPREAD
    pause = (SOONEST + timedelta(minutes=minutes)) * 2 ** min(max(feed.troubles - 1, 0), MOST_BACKOFF)
    moments = [ledger.now + pause, *(talk.end for talk in _in_feed(ledger) if talk.end > ledger.now)]
    ledger.change(feed, look_at=min([*moments, no_later] if no_later else moments))


def _in_feed(ledger: Ledger) -> list[Interview]:
    planned = {r.interview_id for r in ledger.known.appointments if r.from_feed and r.decision is Decision.PLANNED}
    return [talk for talk in ledger.known.interviews if talk.id in planned and not talk.cancelled]


def look_before(ledger: Ledger, talk: Interview) -> None:
    """Look once more before the Person is asked how it went: it may have moved an hour ago."""
    feed = feed_of(ledger.known)
    if feed is not None and talk in _in_feed(ledger) and ledger.now < talk.end < feed.look_at:
        ledger.change(feed, look_at=talk.end)


def planned_from_it(ledger: Ledger) -> int:
    """How many Interviews are planned from the feed."""
    return len(_in_feed(ledger))


def is_suddenly_empty(ledger: Ledger, feed: Feed, *, nothing_in_it: bool) -> bool:
    """A server that has lost everything for a moment; the second time it is believed."""
    return nothing_in_it and feed.troubles == 0 and any(_is_ahead(ledger, row) for row in ledger.known.appointments)


def _is_ahead(ledger: Ledger, row: Appointment) -> bool:
    return row.from_feed and not row.cancelled and row.start > ledger.now
