"""The feed of the Person's calendar: connected, looked at, in trouble, disconnected.

Quiet. The address comes sealed and is never opened here; what stood in the feed comes read.
`bot.calendars.feeds.watch` looks.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.calendars.events import Reading
from bot.dialogue.calendars.following import follow
from bot.dialogue.calendars.showing import interview_of, propose
from bot.dialogue.talk import Pressed, Talk
from bot.dialogue.taps import Handler, finished
from bot.turn import Incoming, Kind, Rows, Turn
from storage.facts import Feed, Interview, Known

SOONEST, SPREAD = timedelta(minutes=15), 16
"""A feed is looked at every 15 to 30 minutes: the minutes depend on whose it is, so that not all are due at once."""
MOST_BACKOFF = 4
"""How often the pause is doubled while there is trouble."""
STOPS_AFTER = timedelta(days=3)
LONGEST_MARK = 500
GONE = "gone"
LASTING = ("forbidden", "not_a_calendar")
"""Troubles that are told after a while; the others pass or are no matter of the Person's."""
EMPTY = "empty"


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What a look at a feed gave: a trouble, a reading, or neither when nothing has changed."""

    trouble: str | None = None
    reading: Reading | None = None
    etag: str | None = None
    modified: str | None = None


def feed_of(known: Known) -> Feed | None:
    """The Person's feed."""
    return known.feeds[0] if known.feeds else None


# Connecting


def command(talk: Talk, _rest: str) -> None:
    """/calendar: what is connected, or how to connect it."""
    feed = feed_of(talk.known)
    dates = (talk.button("cal.dates"),)
    if feed is None:
        talk.say("calendar.how" if talk.incoming.feeds else "calendar.switched_off", (dates,))
        return
    buttons: Rows = (dates, (talk.button("cal.disconnect", feed.id),))
    planned = [row for row in talk.known.appointments if row.from_feed and interview_of(talk, row)]
    state = talk.words(f"calendar.state.{'trouble' if feed.troubles else 'fine'}")
    last = talk.when(feed.seen_at, "wDt") if feed.seen_at else talk.words("calendar.not_yet")
    talk.say("calendar.connected_now", buttons, host=feed.host, last=last, n=len(planned), state=state)


def connect(talk: Talk) -> None:
    """Take an address that was sent, and the message that held it out of the chat."""
    sealed = talk.incoming.feed
    if sealed is None or sealed.address is None:
        talk.say("calendar.switched_off", ((talk.button("cal.dates"),),))
        return
    _disconnect(talk)
    talk.add(Feed, host=sealed.host, sealed=sealed.address, since=talk.now, look_at=talk.now)
    talk.take_away()
    talk.say("calendar.connected", host=sealed.host)


def _disconnect(talk: Talk) -> None:
    """Forget the address. What was found is kept, as if it had come as a file."""
    talk.remove("feeds", *(feed.id for feed in talk.known.feeds))
    for row in talk.known.appointments:
        if row.from_feed:
            talk.change(row, from_feed=False, asked=False)


def _press_disconnect(talk: Talk, pressed: Pressed) -> None:
    feed = talk.find(Feed, pressed.row)
    if feed is None:
        return finished(talk)
    _disconnect(talk)
    talk.rewrite(talk.words("calendar.disconnected", host=feed.host))
    return None


# Looking


def look(known: Known, seen: Look, now: datetime) -> Turn:
    """Everything decided from one look: what is known now, and what to say."""
    silence = Incoming(kind=Kind.FEED, person_id=known.person.id, chat_id=known.person.id)
    talk = Talk(silence, known, now)
    feed = feed_of(known)
    assert feed is not None, "only what is connected is looked at"
    if seen.trouble is not None:
        _trouble(talk, feed, seen.trouble)
    elif seen.reading is None:
        talk.change(feed, seen_at=now, troubles=0, trouble_since=None)
    elif not seen.reading.whole:
        _trouble(talk, feed, "not_a_calendar")
    elif _is_suddenly_empty(talk, feed, seen.reading):
        _trouble(talk, feed, EMPTY)
    else:
        _read(talk, feed, seen, seen.reading)
    _look_again(talk)
    return talk.turn()


def _is_suddenly_empty(talk: Talk, feed: Feed, reading: Reading) -> bool:
    """A server that has lost everything for a moment; the second time it is believed."""
    ahead = [row for row in talk.known.appointments if row.from_feed and not row.cancelled and row.start > talk.now]
    return bool(ahead) and not reading.occurrences and not reading.cancellations and feed.troubles == 0


def _read(talk: Talk, feed: Feed, seen: Look, reading: Reading) -> None:
    first = feed.seen_at is None
    followed = follow(talk, reading, feed=True)
    marks = {} if followed.more else {"etag": _short(seen.etag), "modified": _short(seen.modified)}
    values = {"etag": None, "modified": None, **marks}  # without them all of it comes again
    talk.change(feed, seen_at=talk.now, troubles=0, trouble_since=None, **values)
    if first and not followed.new and not followed.told:
        talk.say("calendar.first_look")
    propose(talk, followed.new, followed.more)


def _short(mark: str | None) -> str | None:
    return mark if mark and len(mark) <= LONGEST_MARK else None


def _trouble(talk: Talk, feed: Feed, trouble: str) -> None:
    """Nothing that is planned changes. A withdrawn address is told of at once, other lasting trouble after a while."""
    since = feed.trouble_since or talk.now
    at_first = feed.seen_at is None and trouble != EMPTY
    if at_first or trouble == GONE or (trouble in LASTING and talk.now - since >= STOPS_AFTER):
        _disconnect(talk)
        why = talk.words(f"calendar.trouble.{trouble}")
        talk.say("calendar.never_read" if at_first else "calendar.stopped", host=feed.host, why=why)
    else:
        talk.change(feed, troubles=feed.troubles + 1, trouble_since=since)


def _look_again(talk: Talk) -> None:
    feed = feed_of(talk.known)
    if feed is None:
        return
    minutes = (talk.person.id * 7 + feed.id) % SPREAD
    pause = (SOONEST + timedelta(minutes=minutes)) * 2 ** min(max(feed.troubles - 1, 0), MOST_BACKOFF)
    changed = talk.change(feed, look_at=talk.now + pause)
    for row in talk.known.appointments:
        interview = interview_of(talk, row) if row.from_feed else None
        if interview is not None:
            changed = _no_later(talk, changed, interview)


def look_before(talk: Talk, interview: Interview) -> None:
    """Look once more before the Person is asked how it went: it may have moved an hour ago."""
    feed = feed_of(talk.known)
    linked = any(row.from_feed and row.interview_id == interview.id for row in talk.known.appointments)
    if feed is not None and linked:
        _no_later(talk, feed, interview)


def _no_later(talk: Talk, feed: Feed, interview: Interview) -> Feed:
    return talk.change(feed, look_at=interview.end) if talk.now < interview.end < feed.look_at else feed


VERBS: dict[str, Handler] = {"cal.disconnect": _press_disconnect}
