"""What a calendar says now, applied to what is planned: moves and cancellations are followed, the rest is proposed.

The same for a file that was sent and for a look at a feed; `bot.calendars.plan` decides what has become of what.
"""

from __future__ import annotations

from datetime import timedelta

from bot.calendars.events import Reading
from bot.calendars.merging import Planned, planned
from bot.calendars.plan import Ask, Step, after_feed, after_file
from bot.learn.calendar import call_off, employers, interview_of, move
from bot.learn.calendar_followed import Followed, Following, Moved
from bot.learn.calendar_rows import Key, key_of, plan_of, values_of, within_reason
from bot.learn.calendar_welcome import welcome
from bot.learn.ledger import Ledger
from storage.facts import Appointment, Decision

KEPT_FOR = timedelta(days=30)
"""After its end an Appointment is forgotten."""


def follow(ledger: Ledger, reading: Reading, *, feed: bool, may_ask: bool = True) -> Followed:
    """Apply what a file or a feed says; `may_ask` False: nothing is asked or proposed now."""
    reading = within_reason(reading, ledger.known.appointments, ledger.now)
    following = Following(ledger, reading, feed=feed, may_ask=may_ask)
    plan = plan_of(following.rows, asked=feed)
    step = (after_feed if feed else after_file)(plan, reading, ledger.now, employers(ledger))
    _apply(following, step)
    return following.out


def _apply(following: Following, step: Step) -> None:
    after = {key_of(one): one for one in step.plan.events}
    standing = {key_of(one) for one in plan_of(following.rows).events}
    for key in sorted(standing - after.keys()):
        _left(following, key)
    for key in sorted(standing & after.keys()):
        _renew(following, key, after[key])
    if step.ask is Ask.REPLACES:
        _replacing(following, step)
    _missed(following, step, standing)
    welcome(following, [after[key] for key in after.keys() - standing], step.doubtful)
    _forget_old(following.ledger)


# What is known already


def _left(following: Following, key: Key) -> None:
    """One of a series that the series no longer has."""
    row = following.row(key)
    if row is not None:
        _call_off(following, row)
        following.ledger.remove(Appointment, row.id)


def _renew(following: Following, key: Key, now: Planned) -> None:
    was = following.row(key)
    assert was is not None, "what stands is known"
    values = values_of(now) | following.source(key, was)
    if values.items() <= {name: getattr(was, name) for name in values}.items():
        return
    is_proposal = was.cancelled or (was.decision is Decision.OPEN and values["start"] != was.start)
    if is_proposal and not now.cancelled and not following.may_ask:
        following.out.waits = True
        return
    _changed(following, following.ledger.change(was, **values), was)


def _changed(following: Following, row: Appointment, was: Appointment) -> None:
    if row.cancelled and not was.cancelled:
        _call_off(following, row)
    elif was.cancelled and not row.cancelled:
        _again(following, row)
    elif (row.start, row.end) != (was.start, was.end):
        _moved(following, row, was)


def _again(following: Following, row: Appointment) -> None:
    """It was off, and is on again."""
    if row.decision is not Decision.IGNORED:
        following.out.new.append(following.ledger.change(row, decision=Decision.OPEN, interview_id=None))


def _moved(following: Following, row: Appointment, was: Appointment) -> None:
    talk = interview_of(following.ledger, row)
    if talk is not None:
        move(following.ledger, row, talk)
        following.out.moved.append(Moved(row, talk))
    elif row.decision is Decision.OPEN and row.start != was.start:
        following.out.new.append(row)


def _call_off(following: Following, row: Appointment) -> None:
    talk = interview_of(following.ledger, row)
    if talk is not None and talk.end > following.ledger.now:
        call_off(following.ledger, talk)
        following.out.off.append(talk)


# What is not clear


def _replacing(following: Following, step: Step) -> None:
    """A new one that may be one we know, moved (under a new UID, as applicants' systems do)."""
    for number, one in enumerate(step.new):
        old = following.row(key_of(step.old[min(number, len(step.old) - 1)]))
        if old is not None and interview_of(following.ledger, old) is not None:
            _ask_whether_moved(following, planned(one), old)
        elif following.may_propose():
            _silently(following, planned(one), old)
        else:
            following.out.waits = True


def _ask_whether_moved(following: Following, new: Planned, old: Appointment) -> None:
    """A file does not come again: what does not fit is asked about after the first answer."""
    fits = following.may_ask_one_more()
    if fits or not following.feed:
        row = following.put(new, decision=Decision.REPLACING, asked=fits, replaces=old.id)
        following.ledger.change(old, asked=fits)
        following.out.ask = following.out.ask or (Ask.REPLACES, row)


def _silently(following: Following, new: Planned, old: Appointment | None) -> None:
    """It takes the place of one that was never planned."""
    if old is not None:
        following.ledger.remove(Appointment, old.id)
    if old is not None and old.decision is Decision.IGNORED:
        following.put(new, decision=Decision.IGNORED)
    else:
        following.out.new.append(following.put(new))


def _missed(following: Following, step: Step, standing: set[Key]) -> None:
    """What the feed no longer has: asked about if it is planned, forgotten if not."""
    if not following.feed:
        return
    replaced = {key_of(one) for one in step.old} if step.ask is Ask.REPLACES else set()
    for key in sorted(standing - replaced):
        row = following.row(key)
        gone = row is not None and row.uid in step.plan.asked
        if row is None or row.asked == gone:
            continue
        if gone and row.start > following.ledger.now and not row.cancelled:
            _gone(following, row)
        else:
            following.ledger.change(row, asked=gone)


def _gone(following: Following, row: Appointment) -> None:
    if interview_of(following.ledger, row) is not None:
        if following.may_ask_one_more():
            following.out.ask = (Ask.GONE, following.ledger.change(row, asked=True))
    elif row.decision is Decision.OPEN:
        following.ledger.remove(Appointment, row.id)
    else:
        following.ledger.change(row, asked=True)


def _forget_old(ledger: Ledger) -> None:
    old = [row.id for row in ledger.known.appointments if row.end < ledger.now - KEPT_FOR]
    if old:
        ledger.remove(Appointment, *old)
