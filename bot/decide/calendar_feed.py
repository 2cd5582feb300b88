"""The feed of the Person's calendar: connecting and disconnecting it, and what a look at it leads to."""

from __future__ import annotations

from dataclasses import dataclass

from bot.calendars.events import Reading
from bot.calendars.plan import Ask
from bot.decide.calendar_asking import ADDRESS, GONE, REPLACES, propose
from bot.decide.calendar_showing import when, when_it_was
from bot.decide.question import pose
from bot.hear.act import Act, By
from bot.learn import calendar_feed as facts
from bot.learn.calendar_followed import Followed
from bot.learn.calendar_following import follow
from bot.learn.interviews import span, title
from bot.learn.ledger import Ledger, Stale
from bot.words.named import Moment, Press, Presses, text
from storage.facts import Feed, Interview

DATES: Presses = ((Press("cal.dates"),),)


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What a look at a feed gave: a trouble, a reading, or neither when nothing has changed."""

    trouble: str | None = None
    reading: Reading | None = None
    etag: str | None = None
    modified: str | None = None


# Connecting


def show(ledger: Ledger, _act: Act) -> None:
    """What is connected, or how to connect it."""
    feed = facts.feed_of(ledger.known)
    if feed is None:
        if ledger.incoming.feeds:
            ledger.ask(ADDRESS.name)
            return ledger.answer("calendar.how", DATES)
        return ledger.answer("calendar.switched_off", DATES)
    presses = (*DATES, (Press("cal.disconnect", feed.id, feed.version),))
    state = text(f"calendar.state.{'trouble' if feed.troubles else 'fine'}")
    last = Moment(feed.seen_at) if feed.seen_at else text("calendar.not_yet")
    n = facts.planned_from_it(ledger)
    return ledger.answer("calendar.connected_now", presses, host=feed.host, last=last, n=n, state=state)


def connect(ledger: Ledger) -> None:
    """Take an address that was sent, and the message that held it out of the chat."""
    sealed = ledger.incoming.feed
    if sealed is None or sealed.address is None:
        return ledger.answer("calendar.switched_off", DATES)
    facts.connect(ledger, sealed.host, sealed.address)
    ledger.reply.secret = True
    return ledger.answer("calendar.connected", host=sealed.host)


def disconnect(ledger: Ledger, act: Act) -> None:
    """Forget the address."""
    feed = ledger.found(Feed, act.row) if act.row else facts.feed_of(ledger.known)
    if feed is None:
        raise Stale
    facts.disconnect(ledger)
    said = text("calendar.disconnected", host=feed.host)
    if act.by is By.BUTTON:
        ledger.rewrite(said)
    else:
        ledger.tell(said)


# What was found


def looked(ledger: Ledger, seen: Look, *, may_ask: bool = True) -> bool:
    """A look at the feed: what it changes, and what is said about it. True: something waits for a later look."""
    feed = facts.feed_of(ledger.known)
    assert feed is not None, "only what is connected is looked at"
    trouble = seen.trouble or _trouble_in(ledger, feed, seen.reading)
    if trouble is not None:
        _in_trouble(ledger, feed, trouble)
    elif seen.reading is None:
        facts.unchanged(ledger, feed)
    else:
        return _read(ledger, feed, seen, seen.reading, may_ask=may_ask)
    return False


def _trouble_in(ledger: Ledger, feed: Feed, reading: Reading | None) -> str | None:
    """What is wrong with what was read."""
    if reading is None or not reading.whole:
        return None if reading is None else "not_a_calendar"
    nothing = not reading.occurrences and not reading.cancellations
    return facts.EMPTY if facts.is_suddenly_empty(ledger, feed, nothing_in_it=nothing) else None


def _read(ledger: Ledger, feed: Feed, seen: Look, reading: Reading, *, may_ask: bool) -> bool:
    followed = follow(ledger, reading, feed=True, may_ask=may_ask)
    marks = () if followed.waits else (seen.etag, seen.modified)
    facts.seen(ledger, feed, *marks)
    if feed.seen_at is None and not followed.new and not followed.is_told:
        ledger.answer("calendar.first_look")
    tell(ledger, followed)
    propose(ledger, followed.new, followed.more)
    return followed.waits


def _in_trouble(ledger: Ledger, feed: Feed, trouble: str) -> None:
    """Said only when the address is given up."""
    if facts.in_trouble(ledger, feed, trouble):
        key = "calendar.never_read" if feed.seen_at is None else "calendar.stopped"
        ledger.answer(key, host=feed.host, why=text(f"calendar.trouble.{trouble}"))


def tell(ledger: Ledger, followed: Followed) -> None:
    """What has moved and what is off; then the one thing that is asked."""
    for one in followed.moved:
        old, here = when_it_was(ledger, one.before), when(ledger, one.row)
        called = title(ledger.opportunity_of(one.before))
        ledger.answer("calendar.moved", _corrections(ledger, one.before), title=called, old=old, when=here)
    for talk in followed.off:
        presses = ((Press("undrop", talk.id),),)
        ledger.answer("calendar.off", presses, employer=ledger.opportunity_of(talk).employer, when=span(talk))
    if followed.ask is not None:
        kind, row = followed.ask
        pose(ledger, REPLACES if kind is Ask.REPLACES else GONE, row.id)


def _corrections(ledger: Ledger, before: Interview) -> Presses:
    now = ledger.find(Interview, before.id)
    return ((Press("edit.start", now.id, now.version), Press("drop", now.id, now.version)),) if now else ()
