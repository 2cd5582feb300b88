"""The outbox: calls to Telegram on their way, claimed under a lease.

    ready ──claim──> sending ──sent──> sent
      ^                 │ └────drop──> dropped
      └───put_back──────┘
      └───lease over────┘

A row that was being sent when its courier died becomes ready again when its lease ends: its message may be
sent twice, and is never lost. Within a chat rows go one at a time, replies (lane 0) before nudges (lane 1).
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass, fields
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session

from storage.statements import Statement, is_shared
from storage.tables import OutboxRow, OutboxState

_T: sa.Table = OutboxRow.__table__  # type: ignore[attr-defined]


def _in(*states: OutboxState, rows: sa.FromClause = _T) -> sa.ColumnElement[bool]:
    """In the very words of the indexes of those few rows: the many that were sent are never read."""
    literals: list[sa.ColumnElement[str]] = [sa.literal_column(f"'{state}'") for state in states]
    return rows.c.state == literals[0] if len(literals) == 1 else rows.c.state.in_(literals)


_LIVE = (OutboxState.READY, OutboxState.SENDING)
_SENDING = _in(OutboxState.SENDING)
_READY = _in(OutboxState.READY)
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


_POSTED = Statement(
    sa.select(_T.c.id).where(_T.c.person_id == sa.bindparam("person"), _T.c.once == sa.bindparam("once"))
)
_NEW = ("person_id", "chat_id", "lane", "method", "body", "once", "nudge", "not_before", "expires_at", "created_at")
_POST = Statement(
    sa.insert(_T).values(
        {name: sa.bindparam(name) for name in _NEW} | {"state": OutboxState.READY, "attempts": 0, "doubts": 0}
    )
)


def post(session: Session, messages: Iterable[Outgoing], now: datetime) -> None:
    """Put calls on their way, in order. One whose `once` was posted before is left out."""
    for message in messages:
        if message.once is None or not _posted(session, message.person_id, message.once):
            _POST.run(session, _row(message, now))


def _posted(session: Session, person_id: int, once: str) -> bool:
    return bool(_POSTED.rows(session, {"person": person_id, "once": once}))


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
    in_the_way = before | _in(OutboxState.SENDING, rows=other)
    return ~sa.exists().where(other.c.chat_id == _T.c.chat_id, _in(*_LIVE, rows=other), in_the_way)


_CLAIMED = [field.name for field in fields(Claimed)]
_CLAIM = Statement(
    sa.select(*(_T.c[name] for name in _CLAIMED))
    .where(_READY, _T.c.not_before <= sa.bindparam("now"), _is_first())
    .order_by(_T.c.lane, _T.c.id)
    .limit(sa.bindparam("most", type_=sa.Integer))
    .with_for_update(skip_locked=True)
)
_HOLD = Statement(
    _T.update()
    .where(_T.c.id == sa.bindparam("row"))
    .values(state=OutboxState.SENDING, lease_until=sa.bindparam("until"))
)


def claim(session: Session, now: datetime, busy_chats: Collection[int], limit: int) -> list[Claimed]:
    """Take up to `limit` rows, one a chat, replies first. Each is held until `now` + LEASE."""
    release_expired(session, now, busy_chats)
    found = _CLAIM.rows(session, {"now": now, "most": limit + len(busy_chats)})
    ready = [dict(zip(_CLAIMED, row, strict=True)) for row in found]
    free = [row for row in ready if row["chat_id"] not in busy_chats][:limit]
    _HOLD.many(session, [{"row": row["id"], "until": now + LEASE} for row in free])
    return [Claimed(**{**row, "body": json.loads(row["body"])}) for row in free]


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


def drop_replies(session: Session, person_id: int, reason: str) -> None:
    """No reply that waits for this Person will be sent. Nudges stay: whether they are still due is asked anyway."""
    session.connection().execute(
        _T.update().where(_T.c.person_id == person_id, _READY, _T.c.lane == REPLY),
        {"state": OutboxState.DROPPED, "error": reason, "body": None},
    )


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


_NEXT_READY = Statement(sa.select(_T.c.not_before).where(_READY, _is_first()).order_by(_T.c.not_before).limit(1))
_NEXT_LEASE = Statement(sa.select(_T.c.lease_until).where(_SENDING).order_by(_T.c.lease_until).limit(1))


def next_moment(session: Session) -> datetime | None:
    """The earliest moment at which a row can be taken or a lease ends; None when nothing is on its way.

    A row behind another of its chat has no moment of its own.
    """
    found = (*_NEXT_READY.rows(session, {}), *_NEXT_LEASE.rows(session, {}))
    return min((moment for (moment,) in found), default=None)


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
