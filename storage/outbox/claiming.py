"""A courier takes rows under a lease; what a dead one held is ready again when its lease is over."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from dataclasses import fields
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session

from storage import pacing
from storage.outbox import rows
from storage.outbox.rows import HOLDS as _H
from storage.outbox.rows import LIVE, NUDGE, READY, READY_AGAIN, REPLY, SENDING, Claimed
from storage.outbox.rows import OUTBOX as _T
from storage.pacing import Bulk
from storage.statements import Statement, is_shared
from storage.tables import OutboxState, in_state


def _is_first() -> sa.ColumnElement[bool]:
    """That a ready row is its chat's next: none stands before it, and none is being sent."""
    other = _T.alias("other")
    before = sa.tuple_(other.c.lane, other.c.id) < sa.tuple_(_T.c.lane, _T.c.id)
    in_the_way = before | in_state(other, OutboxState.SENDING)
    return ~sa.exists().where(other.c.chat_id == _T.c.chat_id, in_state(other, *LIVE), in_the_way)


_CLAIMED = [field.name for field in fields(Claimed)]
_CHAT, _LANE = _CLAIMED.index("chat_id"), _CLAIMED.index("lane")
_CLAIM = Statement(
    sa.select(*(_T.c[name] for name in _CLAIMED), sa.exists().where(_H.c.chat_id == _T.c.chat_id).label("was_refused"))
    .where(READY, _T.c.not_before <= sa.bindparam("now"), _is_first())
    .order_by(_T.c.lane, _T.c.id)
    .limit(sa.bindparam("most", type_=sa.Integer))
    .with_for_update(skip_locked=True, of=_T)
)
_HOLD = Statement(
    _T.update()
    .where(_T.c.id == sa.bindparam("row"))
    .values(state=OutboxState.SENDING, lease_until=sa.bindparam("until"))
)


def claim(
    session: Session, now: datetime, busy_chats: Collection[int], limit: int, bulk: Bulk | None = None
) -> list[Claimed]:
    """Take up to `limit` rows, one a chat, replies first. Each is held until `now` + LEASE.

    Nudges go at the pace of `bulk`, or like replies without one. None goes while the whole bot was told to wait.
    """
    release_expired(session, now, busy_chats)
    if pacing.held_until(session, now) is not None:
        return []
    found = _CLAIM.rows(session, {"now": now, "most": limit + len(busy_chats)})
    ready = [row for row in found if row[_CHAT] not in busy_chats]
    nudges, turn = limit, now
    if bulk is not None and any(row[_LANE] == NUDGE for row in ready):
        turn = pacing.turn(session, NUDGE, now)
        nudges = bulk.free(turn, now)
    taken = _chosen(ready, limit, nudges)
    _HOLD.many(session, [{"row": row.id, "until": now + rows.LEASE} for row, _ in taken])
    for row, was_refused in taken:
        if was_refused:
            pacing.space_out(session, row.chat_id, now)
    if bulk is not None and (number := sum(row.lane == NUDGE for row, _ in taken)):
        pacing.go_on_at(session, NUDGE, turn + number * bulk.apart)
    return [row for row, _ in taken]


def _chosen(ready: Iterable[tuple[Any, ...]], limit: int, nudges: int) -> list[tuple[Claimed, bool]]:
    """The first of the rows, so many of them nudges at most, and whether their chat was refused lately."""
    chosen: list[tuple[Claimed, bool]] = []
    for *values, was_refused in ready:
        if len(chosen) == limit:
            break
        if values[_LANE] == NUDGE and nudges <= 0:
            continue
        nudges -= values[_LANE] == NUDGE
        row = dict(zip(_CLAIMED, values, strict=True))
        chosen.append((Claimed(**{**row, "body": json.loads(row["body"])}), bool(was_refused)))
    return chosen


_EXPIRED = Statement(sa.select(_T.c.id, _T.c.chat_id).where(SENDING, _T.c.lease_until <= sa.bindparam("now")))
_RELEASE = Statement(
    _T.update()
    .where(_T.c.id == sa.bindparam("row"), SENDING, _T.c.lease_until <= sa.bindparam("now"))
    .values(READY_AGAIN)
)


def release_expired(session: Session, now: datetime, busy_chats: Collection[int]) -> None:
    """Rows whose courier has died are ready again; not those of `busy_chats`, whose courier is the one that asks."""
    expired = _EXPIRED.rows(session, {"now": now})
    dead = [row_id for row_id, chat_id in expired if chat_id not in busy_chats]
    _RELEASE.many(session, [{"row": row_id, "now": now} for row_id in dead])


def release_all(session: Session) -> None:
    """At the start of the only process: nobody else holds a lease. Where others may, theirs have to end first."""
    if not is_shared(session):
        session.connection().execute(_T.update().where(SENDING).values(READY_AGAIN))


_NEXT_READY = Statement(
    sa.select(_T.c.not_before)
    .where(READY, _T.c.lane == sa.bindparam("lane"), _is_first())
    .order_by(_T.c.not_before)
    .limit(1)
)
_NEXT_LEASE = Statement(sa.select(_T.c.lease_until).where(SENDING).order_by(_T.c.lease_until).limit(1))


def next_moment(session: Session) -> datetime | None:
    """The earliest moment at which a row can be taken or a lease ends; None when nothing is on its way.

    A row behind another of its chat has no moment of its own.
    """
    reply, nudge = (_NEXT_READY.value(session, {"lane": lane}) for lane in (REPLY, NUDGE))
    if nudge is not None:
        nudge = max(nudge, pacing.next_at(session, NUDGE) or nudge)
    ready = min((moment for moment in (reply, nudge) if moment is not None), default=None)
    if ready is not None:
        ready = pacing.held_until(session, ready) or ready
    lease = _NEXT_LEASE.value(session, {})
    return min((moment for moment in (ready, lease) if moment is not None), default=None)
