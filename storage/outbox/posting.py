"""Calls are put on their way, and those that may go at once are claimed with it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert  # SQLite says it in the same words
from sqlmodel import Session

from storage import pacing
from storage.outbox import rows
from storage.outbox.rows import HOLDS as _H
from storage.outbox.rows import LIVE, Claimed, Outgoing
from storage.outbox.rows import OUTBOX as _T
from storage.statements import Statement
from storage.tables import OutboxState, in_state

_written = json.JSONEncoder(ensure_ascii=False).encode
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
_IS_FREE = ~sa.exists().where(_T.c.chat_id == _BOUND_CHAT, in_state(_T, *LIVE)) & ~sa.exists().where(
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
        for number, state in _POST_AND_CLAIM.rows(session, row | {"until": now + rows.LEASE}):
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
        "body": _written(message.body),
        "once": message.once,
        "nudge": message.nudge,
        "not_before": now,
        "expires_at": message.expires_at,
        "created_at": now,
    }
