"""A notice from whoever runs the bot to all who talk to it: one row of the outbox for each, under one key.

The key is what keeps anybody from getting it twice, also when it is sent again after a restart; the rows are its state.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert  # SQLite says it in the same words
from sqlmodel import Session

from storage.outbox import NUDGE, Outgoing, post
from storage.tables import NoticeRow, OutboxRow, OutboxState, PersonRow

_O: sa.Table = OutboxRow.__table__  # type: ignore[attr-defined]
_N: sa.Table = NoticeRow.__table__  # type: ignore[attr-defined]
_P: sa.Table = PersonRow.__table__  # type: ignore[attr-defined]
STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class Progress:
    """What has become of a notice."""

    sent: int
    waiting: int
    stopped: int
    blocked: int
    """Their chats cannot be reached any more, or Telegram refused it for good."""

    @property
    def is_nothing(self) -> bool:
        """Whether it was never sent."""
        return not (self.sent or self.waiting or self.stopped or self.blocked)


def keep_preview(session: Session, owner: int, key: str, text: str, now: datetime) -> None:
    """Keep the notice, and show it to the owner as everybody will see it."""
    session.connection().execute(insert(_N).values(key=key, text=text, at=now).on_conflict_do_nothing())
    body = {"chat_id": owner, "text": text}
    post(session, [Outgoing(person_id=owner, chat_id=owner, method="sendMessage", body=body)], now)


def text_of(session: Session, key: str) -> str | None:
    """The notice with that key; None: there is none."""
    found: str | None = session.connection().execute(sa.select(_N.c.text).where(_N.c.key == key)).scalar_one_or_none()
    return found


def send(session: Session, key: str, text: str, people: Iterable[tuple[int, datetime]]) -> None:
    """Put it on its way to these, to each not before a moment; whoever has it, or will, is left out."""
    for person_id, at in people:
        body = {"chat_id": person_id, "text": text}
        row = Outgoing(person_id=person_id, chat_id=person_id, method="sendMessage", body=body, lane=NUDGE, once=key)
        post(session, [row], at)


def stop(session: Session, key: str) -> None:
    """Whoever has not got it does not get it."""
    waits = (_O.c.once == key) & (_O.c.state == OutboxState.READY)
    session.connection().execute(sa.update(_O).where(waits).values(state=OutboxState.DROPPED, error=STOPPED))


def progress(session: Session, key: str) -> Progress:
    """How far it has come."""
    query = sa.select(_O.c.state, _O.c.error, sa.func.count()).where(_O.c.once == key)
    rows = session.connection().execute(query.group_by(_O.c.state, _O.c.error)).all()

    def of(*states: OutboxState, stopped: bool = False) -> int:
        return sum(count for state, why, count in rows if state in states and (why == STOPPED) is stopped)

    return Progress(
        sent=of(OutboxState.SENT),
        waiting=of(OutboxState.READY, OutboxState.SENDING),
        stopped=of(OutboxState.DROPPED, stopped=True),
        blocked=of(OutboxState.DROPPED),
    )


def counts(session: Session, now: datetime, since: datetime) -> dict[str, int]:
    """How many people there are: all, those who wrote since then, who paused, who blocked the bot."""
    paused = sa.or_(_P.c.paused_until > now, sa.and_(_P.c.paused_until.is_(None), _P.c.paused))
    wanted = {"all": sa.true(), "lately": _P.c.heard_at > since, "paused": paused, "blocked": _P.c.blocked}
    numbers = (sa.func.count(sa.case((condition, 1))) for condition in wanted.values())
    return dict(zip(wanted, session.connection().execute(sa.select(*numbers)).one(), strict=True))
