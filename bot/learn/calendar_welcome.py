"""What is new in a calendar: proposed as far as it fits, unless nothing need be asked about it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from bot.calendars.events import Occurrence
from bot.calendars.merging import Planned, planned
from bot.calendars.titles import Label, label, without_mark
from bot.learn.calendar import waiting
from bot.learn.calendar_followed import Following
from bot.learn.calendar_rows import key_of, values_of
from storage.facts import Decision, Interview

MOST_SHOWN = 5
"""Proposals that are open at a time."""


def welcome(following: Following, fresh: Iterable[Planned], doubtful: Iterable[Occurrence]) -> None:
    """Remember what is to be proposed; what does not fit is counted."""
    certain = sorted(fresh, key=lambda one: (_rank(following, one), one.start.isoformat()))
    room = _room(following)
    for one, decision in (
        *((one, Decision.OPEN) for one in certain if not one.cancelled),
        *((planned(one), Decision.DOUBTFUL) for one in doubtful),
    ):
        if _is_settled(following, one):
            continue
        if room > 0:
            room -= 1
            following.out.new.append(following.put(one, decision=decision, asked=decision is Decision.DOUBTFUL))
        else:
            following.out.more += 1
            following.out.waits = True


def _rank(following: Following, one: Planned) -> int:
    """Interviews first, when a file that was sent on purpose has several events."""
    found = following.read.get(key_of(one))
    if found is None:
        return 0
    told = label(without_mark(found.summary or ""), found.description, found.organizer, found.location)
    return list(Label).index(told)


def _room(following: Following) -> int:
    """How many can be proposed now."""
    if not following.may_propose():
        return 0
    return MOST_SHOWN - len(following.out.new) - (len(waiting(following.ledger)) if following.feed else 0)


def _is_settled(following: Following, one: Planned) -> bool:
    """Whether nothing need be asked: one of a series that was refused, over, or planned by hand before."""
    ledger, values = following.ledger, values_of(one)
    if any(row.uid == one.uid and row.decision is Decision.IGNORED for row in ledger.known.appointments):
        following.put(one, decision=Decision.IGNORED)
        return True
    if following.feed and values["end"] <= ledger.now and not values["all_day"]:
        return True
    own = _planned_by_hand(following, values["start"])
    if own is not None:
        following.put(one, decision=Decision.PLANNED, interview_id=own.id)
    return own is not None


def _planned_by_hand(following: Following, start: datetime) -> Interview | None:
    """Nobody is in two interviews at once: one of the same start is this one."""
    known = following.ledger.known
    linked = {row.interview_id for row in known.appointments}
    own = (i for i in known.interviews if i.start == start and i.start_known and not i.cancelled)
    return next((interview for interview in own if interview.id not in linked), None)
