"""How fast Telegram lets the bot write: chats and bots that were told to wait, and the pace of nudges.

All processes on one store share it, and it outlives a restart. Where nothing was refused lately, nobody waits.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert  # SQLite says it in the same words
from sqlmodel import Session

from storage.statements import Statement
from storage.tables import HoldRow, OutboxRow, OutboxState, PaceRow, in_state

NUDGES_PER_SECOND = 25.0
"""Telegram lets a bot send about 30 messages a second to different people; the rest is left to replies."""
SEVERAL = 3
"""So many chats that are refused within TOGETHER, and it is the bot that is too fast, not somebody in a chat."""
TOGETHER = timedelta(seconds=5)
GENTLE_FOR = timedelta(minutes=1)
"""After a chat was refused its messages go one in SPACING for so long; before that, as they come."""
SPACING = timedelta(seconds=1)
STEP = timedelta(milliseconds=100)
"""Nudges go in groups of as many as are allowed in so long: 2 or 3 at 25 a second, 100 at 1,000."""

_H: sa.Table = HoldRow.__table__  # type: ignore[attr-defined]
_P: sa.Table = PaceRow.__table__  # type: ignore[attr-defined]
_O: sa.Table = OutboxRow.__table__  # type: ignore[attr-defined]

_HOLD = Statement(
    insert(_H)
    .values({name: sa.bindparam(name) for name in ("chat_id", "told_at", "until")})
    .on_conflict_do_update(
        index_elements=[_H.c.chat_id], set_={"told_at": sa.bindparam("told_at"), "until": sa.bindparam("until")}
    )
)
_LAST_TOLD = Statement(sa.select(_H.c.told_at, _H.c.until).order_by(_H.c.told_at.desc()).limit(SEVERAL))
_READY = in_state(_O, OutboxState.READY)
_SOONER = sa.select(_O.c.id).where(
    _O.c.chat_id == sa.bindparam("chat"), _READY, _O.c.not_before < sa.bindparam("until")
)
_POSTPONE = Statement(
    _O.update().where(_O.c.id.in_(_SOONER.with_for_update(skip_locked=True))).values(not_before=sa.bindparam("until"))
)


def hold(session: Session, chat_id: int, now: datetime, until: datetime) -> None:
    """Telegram has refused a message to this chat until then (UTC)."""
    _HOLD.run(session, {"chat_id": chat_id, "told_at": now, "until": until})
    _POSTPONE.run(session, {"chat": chat_id, "until": until})


def held_until(session: Session, now: datetime) -> datetime | None:
    """Until when the whole bot has to wait (UTC): several chats were refused at once, and the first of them is not free
    yet. None when it need not."""
    told = _LAST_TOLD.rows(session, {})
    if len(told) < SEVERAL or told[0][0] - told[-1][0] > TOGETHER:
        return None
    until = min(until for _, until in told)
    return until if until > now else None


_UNTIL = Statement(sa.select(_H.c.until).where(_H.c.chat_id == sa.bindparam("chat")))
_WAITING = Statement(sa.select(sa.func.count()).select_from(_H).where(_H.c.until > sa.bindparam("now")))


def chats_held(session: Session, now: datetime) -> int:
    """How many chats were told to wait and still do."""
    return int(_WAITING.value(session, {"now": now}))


def space_out(session: Session, chat_id: int, now: datetime) -> None:
    """A message goes to a chat that was refused lately: the next one goes SPACING later."""
    until = _UNTIL.value(session, {"chat": chat_id})
    if until is not None and now < until + GENTLE_FOR:
        _POSTPONE.run(session, {"chat": chat_id, "until": now + SPACING})


def forget_old(session: Session, now: datetime) -> None:
    """Who was told to wait long ago is forgotten."""
    session.connection().execute(sa.delete(_H).where(_H.c.until < now - GENTLE_FOR))


@dataclass(frozen=True, slots=True)
class Bulk:
    """How nudges go out: so many at the same time at most, and so many a second."""

    most: int
    per_second: float

    @property
    def apart(self) -> timedelta:
        """From one to the next."""
        return timedelta(seconds=1 / self.per_second)

    def free(self, turn: datetime, now: datetime) -> int:
        """How many may go now, when it is their `turn` at that moment."""
        return min(self.most, int((now + max(STEP, self.apart) - turn) / self.apart))


_NEXT = sa.select(_P.c.next_at).where(_P.c.lane == sa.bindparam("lane"))
_READ = Statement(_NEXT)
_READ_LOCKED = Statement(_NEXT.with_for_update())
_GO = Statement(
    insert(_P)
    .values({name: sa.bindparam(name) for name in ("lane", "next_at")})
    .on_conflict_do_update(index_elements=[_P.c.lane], set_={"next_at": sa.bindparam("next_at")})
)


def next_at(session: Session, lane: int) -> datetime | None:
    """The moment at which the lane has kept its pace (UTC); None before its first message."""
    moment: datetime | None = _READ.value(session, {"lane": lane})
    return moment


def turn(session: Session, lane: int, now: datetime, *, is_taken: bool = True) -> datetime:
    """Where the next one stands in time (UTC). If it `is_taken`, no other process is told before the transaction ends.

    One far ahead was written before the clock was set back.
    """
    found: datetime = (_READ_LOCKED if is_taken else _READ).value(session, {"lane": lane}) or now
    return now if found > now + timedelta(seconds=60) else max(found, now)


def go_on_at(session: Session, lane: int, moment: datetime) -> None:
    """The next one stands at `moment` (UTC)."""
    _GO.run(session, {"lane": lane, "next_at": moment})
