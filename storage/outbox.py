"""The outbox: calls to Telegram on their way, claimed under a lease.

    ready ──claim──> sending ──sent──> sent
      ^                 │ └────drop──> dropped
      └───put_back──────┘
      └───lease over────┘

A row that was being sent when its courier died becomes ready again when its lease ends: its message may be
sent twice, and is never lost. Within a chat rows go one at a time, replies (lane 0) before nudges (lane 1). How fast
Telegram lets them go stands in `pacing`.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass, fields
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert  # SQLite says it in the same words
from sqlmodel import Session

from storage import pacing
from storage.pacing import Bulk
from storage.statements import Statement, is_shared
from storage.tables import HoldRow, OutboxRow, OutboxState, in_state

_T: sa.Table = OutboxRow.__table__  # type: ignore[attr-defined]
_H: sa.Table = HoldRow.__table__  # type: ignore[attr-defined]


_LIVE = (OutboxState.READY, OutboxState.SENDING)
_SENDING = in_state(_T, OutboxState.SENDING)
_READY = in_state(_T, OutboxState.READY)
_READY_AGAIN: dict[str, Any] = {"state": OutboxState.READY, "lease_until": None, "attempts": _T.c.attempts + 1}

REPLY, NUDGE = 0, 1
LEASE = timedelta(seconds=60)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outgoing:
    """A call to Telegram to be made."""

    person_id: int
    chat_id: int
    method: str
    body: dict[str, Any]
    lane: int = REPLY
    once: str | None = None
    """Unique per Person: a second row with the same one is not posted."""
    nudge: str | None = None
    expires_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claimed:
    """A row that this courier holds until its lease ends."""

    id: int
    person_id: int
    chat_id: int
    lane: int
    method: str
    body: dict[str, Any]
    once: str | None
    nudge: str | None
    attempts: int
    doubts: int
    """How often it may have been delivered without our knowing."""
    expires_at: datetime | None


@dataclass(frozen=True, slots=True)
class Accepted:
    """A row that Telegram has accepted, when, and as which message; None: it was none."""

    row_id: int
    at: datetime
    message_id: int | None


_NEW = ("person_id", "chat_id", "lane", "method", "body", "once", "nudge", "not_before", "expires_at", "created_at")
_POSTED: dict[str, Any] = {name: sa.bindparam(name) for name in _NEW} | {"attempts": 0, "doubts": 0}
_BOUND_CHAT: sa.BindParameter[int] = sa.bindparam("chat_id")
# A chat that was told to wait waits with whatever is posted meanwhile, too.
_HELD = sa.select(_H.c.until).where(_H.c.chat_id == _BOUND_CHAT, _H.c.until > sa.bindparam("not_before"))
_FROM = sa.func.coalesce(_HELD.scalar_subquery(), sa.bindparam("not_before", type_=_T.c.not_before.type))
_ONCE = (_T.c.person_id, _T.c.once)
_POST = Statement(
    insert(_T)
    .values(_POSTED | {"not_before": _FROM, "state": OutboxState.READY})
    .on_conflict_do_nothing(index_elements=_ONCE)
)
_IS_FREE = ~sa.exists().where(_T.c.chat_id == _BOUND_CHAT, in_state(_T, *_LIVE)) & ~sa.exists().where(
    _H.c.chat_id == _BOUND_CHAT
)
_POST_AND_CLAIM = Statement(
    insert(_T)
    .values(
        _POSTED
        | {
            "not_before": _FROM,
            "state": sa.case((_IS_FREE, OutboxState.SENDING), else_=OutboxState.READY),
            "lease_until": sa.case((_IS_FREE, sa.bindparam("until", type_=_T.c.lease_until.type)), else_=None),
        }
    )
    .on_conflict_do_nothing(index_elements=_ONCE)
    .returning(_T.c.id, _T.c.state)
)


def post(session: Session, messages: Iterable[Outgoing], now: datetime, hands: int = 0) -> list[Claimed]:
    """Put calls on their way, in order. One whose `once` was posted before is left out.

    Up to `hands` of them are claimed at once, as `claim` would have: those before which nothing stands in their chat.
    """
    if hands > 0 and pacing.held_until(session, now) is not None:
        hands = 0
    claimed: list[Claimed] = []
    for message in messages:
        row = _row(message, now)
        if len(claimed) >= hands:
            _POST.run(session, row)
            continue
        for number, state in _POST_AND_CLAIM.rows(session, row | {"until": now + LEASE}):
            if state == OutboxState.SENDING:
                claimed.append(_claimed(number, message))
    return claimed


def _claimed(number: int, message: Outgoing) -> Claimed:
    return Claimed(
        id=number,
        person_id=message.person_id,
        chat_id=message.chat_id,
        lane=message.lane,
        method=message.method,
        body=message.body,
        once=message.once,
        nudge=message.nudge,
        attempts=0,
        doubts=0,
        expires_at=message.expires_at,
    )


def _row(message: Outgoing, now: datetime) -> dict[str, Any]:
    return {
        "person_id": message.person_id,
        "chat_id": message.chat_id,
        "lane": message.lane,
        "method": message.method,
        "body": json.dumps(message.body, ensure_ascii=False),
        "once": message.once,
        "nudge": message.nudge,
        "not_before": now,
        "expires_at": message.expires_at,
        "created_at": now,
    }


def _is_first() -> sa.ColumnElement[bool]:
    """That a ready row is its chat's next: none stands before it, and none is being sent."""
    other = _T.alias("other")
    before = sa.tuple_(other.c.lane, other.c.id) < sa.tuple_(_T.c.lane, _T.c.id)
    in_the_way = before | in_state(other, OutboxState.SENDING)
    return ~sa.exists().where(other.c.chat_id == _T.c.chat_id, in_state(other, *_LIVE), in_the_way)


_CLAIMED = [field.name for field in fields(Claimed)]
_CHAT, _LANE = _CLAIMED.index("chat_id"), _CLAIMED.index("lane")
_CLAIM = Statement(
    sa.select(*(_T.c[name] for name in _CLAIMED), sa.exists().where(_H.c.chat_id == _T.c.chat_id).label("was_refused"))
    .where(_READY, _T.c.not_before <= sa.bindparam("now"), _is_first())
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
    _HOLD.many(session, [{"row": row.id, "until": now + LEASE} for row, _ in taken])
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


def _move(session: Session, row_id: int, state: OutboxState, **values: Any) -> None:
    session.connection().execute(
        _T.update()
        .where(_T.c.id == row_id, _T.c.state == OutboxState.SENDING)
        .values({"state": state, "lease_until": None, **values})
    )


_SENT = Statement(
    _T.update()
    .where(_T.c.id == sa.bindparam("row"), _T.c.state == OutboxState.SENDING)
    .values(
        state=OutboxState.SENT,
        lease_until=None,
        sent_at=sa.bindparam("now"),
        message_id=sa.bindparam("message"),
        body=None,
    )
)


def sent(session: Session, row_id: int, now: datetime, message_id: int | None) -> None:
    """Telegram has accepted the call; its body is no longer needed."""
    sent_all(session, [Accepted(row_id, now, message_id)])


def sent_all(session: Session, accepted: Iterable[Accepted]) -> None:
    """The same for many."""
    _SENT.many(session, [{"row": one.row_id, "now": one.at, "message": one.message_id} for one in accepted])


def dropped(session: Session, row_id: int, reason: str) -> None:
    """The call will never be made; `reason` never holds what anybody wrote."""
    _move(session, row_id, OutboxState.DROPPED, error=reason, body=None)


def take_back(session: Session, row_id: int) -> None:
    """A nudge that is no longer due: forgotten, so that it can be posted again if its time comes again."""
    session.connection().execute(_T.delete().where(_T.c.id == row_id))


def put_back(session: Session, row_id: int, not_before: datetime, *, counts: bool, doubtful: bool = False) -> None:
    """Try again from `not_before` on; `counts`: this was an attempt, `doubtful`: it may have been delivered."""
    more = {"attempts": _T.c.attempts + int(counts), "doubts": _T.c.doubts + int(doubtful)}
    _move(session, row_id, OutboxState.READY, not_before=not_before, **more)


def replace_call(session: Session, row_id: int, method: str, body: dict[str, Any]) -> None:
    """Make another call in the place of one that cannot work: a new message for an edit, plain text for HTML."""
    _move(session, row_id, OutboxState.READY, method=method, body=json.dumps(body), attempts=_T.c.attempts + 1)


_WAITING_REPLIES = sa.select(_T.c.id).where(_T.c.person_id == sa.bindparam("person"), _READY, _T.c.lane == REPLY)
# Whoever is just claiming one of them may want this Person, too: it is left to them.
_DROP = Statement(
    _T.update()
    .where(_T.c.id.in_(_WAITING_REPLIES.with_for_update(skip_locked=True)))
    .values(state=OutboxState.DROPPED, error=sa.bindparam("reason"), body=None)
)


def drop_replies(session: Session, person_id: int, reason: str) -> None:
    """No reply that waits for this Person will be sent. Nudges stay: whether they are still due is asked anyway."""
    _DROP.run(session, {"person": person_id, "reason": reason})


_EXPIRED = Statement(sa.select(_T.c.id, _T.c.chat_id).where(_SENDING, _T.c.lease_until <= sa.bindparam("now")))
_RELEASE = Statement(
    _T.update()
    .where(_T.c.id == sa.bindparam("row"), _SENDING, _T.c.lease_until <= sa.bindparam("now"))
    .values(_READY_AGAIN)
)


def release_expired(session: Session, now: datetime, busy_chats: Collection[int]) -> None:
    """Rows whose courier has died are ready again; not those of `busy_chats`, whose courier is the one that asks."""
    expired = _EXPIRED.rows(session, {"now": now})
    dead = [row_id for row_id, chat_id in expired if chat_id not in busy_chats]
    _RELEASE.many(session, [{"row": row_id, "now": now} for row_id in dead])


def release_all(session: Session) -> None:
    """At the start of the only process: nobody else holds a lease. Where others may, theirs have to end first."""
    if not is_shared(session):
        session.connection().execute(_T.update().where(_SENDING).values(_READY_AGAIN))


_NEXT_READY = Statement(
    sa.select(_T.c.not_before)
    .where(_READY, _T.c.lane == sa.bindparam("lane"), _is_first())
    .order_by(_T.c.not_before)
    .limit(1)
)
_NEXT_LEASE = Statement(sa.select(_T.c.lease_until).where(_SENDING).order_by(_T.c.lease_until).limit(1))


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


def is_sending(session: Session) -> bool:
    """Whether a call is being made at this moment."""
    query = sa.select(_T.c.id).where(_SENDING).limit(1)
    return session.connection().execute(query).first() is not None


def counts(session: Session) -> dict[str, int]:
    """How many calls are in each state."""
    query = sa.select(_T.c.state, sa.func.count()).group_by(_T.c.state)
    return {str(state): number for state, number in session.connection().execute(query)}


def nudges_sent(session: Session, since: datetime) -> list[tuple[datetime, int, int, str]]:
    """Nudges that Telegram has accepted at `since` (UTC) or later: when, chat, message, name of the nudge.

    By moment, not by row: of two rows the first may have had to wait longer.
    """
    query = (
        sa.select(_T.c.sent_at, _T.c.chat_id, _T.c.message_id, _T.c.nudge)
        .where(_T.c.sent_at >= since, _T.c.nudge.is_not(None), _T.c.message_id.is_not(None))
        .order_by(_T.c.sent_at, _T.c.id)
    )
    return [(row.sent_at, row.chat_id, row.message_id, row.nudge) for row in session.connection().execute(query)]
