"""What has become of a call: sent, dropped, taken back, or to be tried again."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session

from storage.outbox.rows import OUTBOX as _T
from storage.outbox.rows import READY, REPLY, Accepted
from storage.statements import Statement
from storage.tables import OutboxState


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


_WAITING_REPLIES = sa.select(_T.c.id).where(_T.c.person_id == sa.bindparam("person"), READY, _T.c.lane == REPLY)
# Whoever is just claiming one of them may want this Person, too: it is left to them.
_DROP = Statement(
    _T.update()
    .where(_T.c.id.in_(_WAITING_REPLIES.with_for_update(skip_locked=True)))
    .values(state=OutboxState.DROPPED, error=sa.bindparam("reason"), body=None)
)


def drop_replies(session: Session, person_id: int, reason: str) -> None:
    """No reply that waits for this Person will be sent. Nudges stay: whether they are still due is asked anyway."""
    _DROP.run(session, {"person": person_id, "reason": reason})


_MESSAGE = Statement(
    sa.select(_T.c.message_id).where(_T.c.person_id == sa.bindparam("person"), _T.c.once == sa.bindparam("once"))
)


def message_sent(session: Session, person_id: int, once: str) -> int | None:
    """The number of the message that was sent under that name; None: it was not sent, or that is long ago."""
    number: int | None = _MESSAGE.value(session, {"person": person_id, "once": once})
    return number
