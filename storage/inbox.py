"""The inbox: updates as Telegram gave them, committed before Telegram is told that we have them."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Collection, Iterable
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert  # SQLite says it in the same words
from sqlmodel import Session

from storage.statements import Statement
from storage.tables import InboxRow, InboxState, in_state
from storage.values import dataclass

_T: sa.Table = InboxRow.__table__  # type: ignore[attr-defined]

MOST_ATTEMPTS = 3
HOPELESS = frozenset({"OutOfTimeError"})
"""Errors that would come again."""


@dataclass(frozen=True, slots=True)
class Arrived:
    """An update that waits to be applied."""

    update_id: int
    person_id: int
    raw: dict[str, Any]


_ADMIT = Statement(
    insert(_T).values({column.name: sa.bindparam(column.name) for column in _T.c}).on_conflict_do_nothing()
)


def admit(session: Session, updates: Iterable[tuple[int, dict[str, Any]]], now: datetime) -> int:
    """Keep (person_id, raw update) pairs; one that is here already is left alone. Returns how many were new."""
    rows = {raw["update_id"]: _row(person_id, raw, now) for person_id, raw in updates}
    return _ADMIT.many(session, [rows[update_id] for update_id in sorted(rows)])


def _row(person_id: int, raw: dict[str, Any], now: datetime) -> dict[str, Any]:
    return {
        "update_id": raw["update_id"],
        "person_id": person_id,
        "received_at": now,
        "body": json.dumps(raw),
        "state": InboxState.NEW,
        "attempts": 0,
        "error": None,
        "heard": None,
    }


_IS_NEW = in_state(_T, InboxState.NEW)
"""In the very words of the index of those few: the many that were applied are never read."""
_FIRST = (
    sa.select(sa.func.min(_T.c.update_id))
    .where(_IS_NEW)
    .group_by(_T.c.person_id)
    .order_by(sa.func.min(_T.c.update_id))
    .limit(sa.bindparam("most", type_=sa.Integer))
)
_NEXT = Statement(
    sa.select(_T.c.update_id, _T.c.person_id, _T.c.body).where(_T.c.update_id.in_(_FIRST)).order_by(_T.c.update_id)
)


def next_updates(session: Session, busy: Collection[int], limit: int) -> tuple[list[Arrived], set[int]]:
    """The oldest new update of each Person who is not busy, those that came first before all.

    The second: numbers of updates that are the oldest of somebody who is busy, or beyond the limit.
    """
    rows = _NEXT.rows(session, {"most": limit + len(busy)})
    free = [row for row in rows if row[1] not in busy]
    first = [Arrived(update_id, person_id, _read(body)) for update_id, person_id, body in free[:limit]]
    return first, {row[0] for row in rows} - {update.update_id for update in first}


_NEXT_OF = Statement(
    sa.select(_T.c.update_id, _T.c.person_id, _T.c.body)
    .where(_T.c.person_id == sa.bindparam("person"), _T.c.update_id != sa.bindparam("this"), _IS_NEW)
    .order_by(_T.c.update_id)
    .limit(1)
)


def next_of(session: Session, person_id: int, this: int) -> Arrived | None:
    """The oldest new update of this Person beside `this` one, which is being applied."""
    rows = _NEXT_OF.rows(session, {"person": person_id, "this": this})
    return Arrived(rows[0][0], rows[0][1], _read(rows[0][2])) if rows else None


def join(
    session: Session,
    update: Arrived,
    belong: Callable[[dict[str, Any], dict[str, Any]], bool],
    joined: Callable[[dict[str, Any], dict[str, Any]], dict[str, Any]],
) -> Arrived:
    """The update together with those right behind it that `belong` to it, as one for good: the others are done with.

    It comes back unchanged where nothing belongs to it, and where another process is just applying it.
    """
    whole = update
    while is_mine(session, update.update_id):
        following = next_of(session, update.person_id, update.update_id)
        if following is None or following.update_id < update.update_id or not belong(whole.raw, following.raw):
            break
        whole = Arrived(update.update_id, update.person_id, joined(whole.raw, following.raw))
        finish(session, following.update_id)
        session.connection().execute(
            _T.update().where(_T.c.update_id == update.update_id), {"body": json.dumps(whole.raw)}
        )
    return whole


_MAY_BE_ODD = re.compile(r"\\u(0000|d[89a-f])")
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def _read(body: str) -> Any:
    raw = json.loads(body)
    return _storable(raw) if _MAY_BE_ODD.search(body) else raw


def _storable(value: Any) -> Any:
    """Without letters that no store and no call can hold: NUL, and halves of what UTF-16 writes in two.

    Another letter stands in their place, so that what Telegram says of places in the text stays true.
    """
    match value:
        case str():
            return _UNSTORABLE.sub("\N{REPLACEMENT CHARACTER}", value)
        case dict():
            return {name: _storable(one) for name, one in value.items()}
        case list():
            return [_storable(one) for one in value]
        case _:
            return value


_THIS = (_T.c.update_id == sa.bindparam("number")) & _IS_NEW
_MINE = Statement(sa.select(_T.c.update_id).where(_THIS).with_for_update(skip_locked=True))
_FINISH = Statement(_T.update().where(_THIS).values(state=InboxState.DONE, body=None, heard=sa.bindparam("by")))


def is_mine(session: Session, update_id: int) -> bool:
    """Whether the update waits to be applied, by this transaction alone.

    False: it was applied before, or another process is just applying it; do nothing with it.
    """
    return bool(_MINE.rows(session, {"number": update_id}))


def finish(session: Session, update_id: int, heard: str = "") -> bool:
    """Mark an update that `is_mine` applied and forget its body; `heard` is by what its
    text was heard. False: it was applied before."""
    return _FINISH.run(session, {"number": update_id, "by": heard or None}) == 1


def failed(session: Session, update_id: int, error: str) -> bool:
    """Count a failed try; `error` is the kind of error, never what the Person wrote. True: set aside for good."""
    this = (_T.c.update_id == update_id) & (_T.c.state == InboxState.NEW)
    before = session.connection().execute(sa.select(_T.c.attempts).where(this)).scalar_one_or_none()
    if before is None:  # applied after all
        return False
    is_last = before + 1 >= MOST_ATTEMPTS or error in HOPELESS
    state = InboxState.ASIDE if is_last else InboxState.NEW
    session.connection().execute(_T.update().where(this), {"attempts": before + 1, "state": state, "error": error})
    return state is InboxState.ASIDE


def counts(session: Session) -> dict[str, int]:
    """How many updates are in each state."""
    query = sa.select(_T.c.state, sa.func.count()).group_by(_T.c.state)
    return {str(state): number for state, number in session.connection().execute(query)}


_ANY_NEW = Statement(sa.select(_T.c.update_id).where(_IS_NEW).limit(1))


def is_empty(session: Session) -> bool:
    """Whether nothing waits to be applied."""
    return not _ANY_NEW.rows(session, {})
