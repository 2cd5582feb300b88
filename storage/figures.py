"""Figures for whoever runs the bot: what waits, what was tried again, what was given up. Counts and moments only.

Each is read from the index of the few rows that it is about: however long the history is, it is not read.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session

from storage.asked import ANSWERED
from storage.statements import Statement
from storage.tables import InboxRow, InboxState, OutboxRow, OutboxState, PersonRow, QuestionRow, What, in_state

_I: sa.Table = InboxRow.__table__  # type: ignore[attr-defined]
_O: sa.Table = OutboxRow.__table__  # type: ignore[attr-defined]
_P: sa.Table = PersonRow.__table__  # type: ignore[attr-defined]
_Q: sa.Table = QuestionRow.__table__  # type: ignore[attr-defined]


def _number(condition: sa.ColumnElement[bool]) -> sa.ColumnElement[int]:
    return sa.func.count(sa.case((condition, 1)))


@dataclass(frozen=True, slots=True)
class Waiting:
    """What is still to be done: how much, how much of it was tried before, and since when the oldest waits."""

    number: int
    tried: int
    since: datetime | None


@dataclass(frozen=True, slots=True)
class OnTheirWay:
    """Messages that are not sent yet."""

    ready: Waiting
    """`since`: when the oldest of those was posted that could go at once."""
    held_up: int
    """They may go later: their chat was told to wait, or a try has failed."""
    sending: int


@dataclass(frozen=True, slots=True)
class Asked:
    """What others were asked of one kind, and what came of it."""

    number: int
    answered: int
    seconds: float
    """How long an answer took, on average."""
    without: dict[str, int]
    """Those that were done without it, by the reason."""
    tokens: int


_NEW = Statement(
    sa.select(sa.func.count(), _number(_I.c.attempts > 0), sa.func.min(_I.c.received_at)).where(
        in_state(_I, InboxState.NEW)
    )
)
_ASIDE = Statement(
    sa.select(_I.c.error, sa.func.count()).where(in_state(_I, InboxState.ASIDE)).group_by(_I.c.error),
)
_HEARD = Statement(
    sa.select(_I.c.heard, sa.func.count())
    .where(_I.c.heard.is_not(None), _I.c.received_at > sa.bindparam("since"))
    .group_by(_I.c.heard)
)
_ASKED = Statement(
    sa.select(
        _Q.c.what,
        _Q.c.said,
        sa.func.count(),
        sa.func.coalesce(sa.func.sum(_Q.c.ms), 0),
        sa.func.coalesce(sa.func.sum(_Q.c.tokens), 0),
    )
    .where(_Q.c.asked_at > sa.bindparam("since"))
    .group_by(_Q.c.what, _Q.c.said)
)
_MAY_GO = _O.c.not_before <= sa.bindparam("now")
_SINCE = sa.func.min(sa.case((_MAY_GO, _O.c.created_at)))
_READY = Statement(
    sa.select(_number(_MAY_GO), _number(_O.c.attempts > 0), _SINCE, _number(~_MAY_GO)).where(
        in_state(_O, OutboxState.READY)
    )
)
_SENDING = Statement(sa.select(sa.func.count(), _number(_O.c.attempts > 0)).where(in_state(_O, OutboxState.SENDING)))
_DROPPED = Statement(
    sa.select(_O.c.error, sa.func.count()).where(in_state(_O, OutboxState.DROPPED)).group_by(_O.c.error),
)
_DUE = Statement(sa.select(sa.func.count(), sa.func.min(_P.c.wake_at)).where(_P.c.wake_at <= sa.bindparam("now")))


def updates_waiting(session: Session) -> Waiting:
    """Updates that are kept and not applied yet."""
    return Waiting(*_NEW.rows(session, {})[0])


def updates_set_aside(session: Session) -> dict[str, int]:
    """Updates that could not be applied, by the kind of their error."""
    return _by_kind(_ASIDE.rows(session, {}))


def messages_on_their_way(session: Session, now: datetime) -> OnTheirWay:
    """Messages that wait or are just being sent. Those that were tried before are counted among both."""
    may_go, tried, since, held_up = _READY.rows(session, {"now": now})[0]
    sending, tried_now = _SENDING.rows(session, {})[0]
    return OnTheirWay(Waiting(may_go, tried + tried_now, since), held_up, sending)


def messages_dropped(session: Session) -> dict[str, int]:
    """Messages that were given up, by reason; those of the last days, and what is never to be said twice."""
    return _by_kind(_DROPPED.rows(session, {}))


def people_due(session: Session, now: datetime) -> Waiting:
    """Persons whose moment has come and who were not looked at yet."""
    number, since = _DUE.rows(session, {"now": now})[0]
    return Waiting(number, 0, since)


def heard(session: Session, since: datetime) -> dict[str, int]:
    """Texts that have arrived since then, by what heard them: a listener, a question back, or nothing."""
    return _by_kind(_HEARD.rows(session, {"since": since}))


def asked(session: Session, since: datetime) -> dict[What, Asked]:
    """What others were asked since then, by what it was about."""
    rows = _ASKED.rows(session, {"since": since})
    return {what: _summed([row[1:] for row in rows if row[0] == what]) for what in What if what in {r[0] for r in rows}}


def _summed(rows: list[tuple[Any, ...]]) -> Asked:
    answers = [(number, ms) for how, number, ms, _ in rows if how == ANSWERED]
    answered, ms = answers[0] if answers else (0, 0)
    return Asked(
        number=sum(row[1] for row in rows),
        answered=answered,
        seconds=int(ms) / 1000 / answered if answered else 0.0,
        without=_by_kind([(how or "under way", number) for how, number, _, _ in rows if how != ANSWERED]),
        tokens=sum(int(row[3]) for row in rows),
    )


def _by_kind(rows: list[tuple[Any, ...]]) -> dict[str, int]:
    """The most frequent first."""
    return dict(sorted(((kind or "?", number) for kind, number in rows), key=lambda one: (-one[1], one[0])))
