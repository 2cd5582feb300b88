"""What a language model is asked about updates: that it was asked, what it said, what it has cost.

The mark is committed before the question leaves and the answer before it is applied. So a process that dies in between
neither asks twice nor lets two readings of one update count.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlmodel import Session

from storage.statements import Statement
from storage.tables import InboxRow, InboxState, in_state

_T: sa.Table = InboxRow.__table__  # type: ignore[attr-defined]

ANSWERED = "answered"
_THIS = (_T.c.update_id == sa.bindparam("number")) & in_state(_T, InboxState.NEW)
_LOOK = Statement(sa.select(_T.c.asked_at, _T.c.answer, _T.c.model_said).where(_THIS))
_MARK = Statement(
    _T.update().where(_THIS, _T.c.asked_at.is_(None)).values(asked_at=sa.bindparam("now", type_=_T.c.asked_at.type))
)
_KEEP = Statement(
    _T.update()
    .where(_THIS, _T.c.asked_at.is_not(None), _T.c.model_said.is_(None))
    .values({name: sa.bindparam(f"new_{name}") for name in ("answer", "model_said", "model_ms", "tokens")})
)
_SPENT = Statement(
    sa.select(sa.func.coalesce(sa.func.sum(_T.c.tokens), 0)).where(
        _T.c.person_id == sa.bindparam("person"),
        _T.c.asked_at.is_not(None),
        _T.c.asked_at > sa.bindparam("since"),
    )
)


@dataclass(frozen=True, slots=True)
class Asked:
    """What is known of the question about one update."""

    at: datetime | None = None
    """None: nobody was asked."""
    answer: str | None = None
    is_over: bool = False
    """Whether an answer came, or none will be waited for."""


@dataclass(frozen=True, slots=True)
class Said:
    """What came of a question."""

    how: str
    """`answered`, or in one word why there is no answer."""
    answer: str | None = None
    ms: int = 0
    tokens: int = 0


def look(session: Session, update_id: int) -> Asked:
    """Whether a model was asked about an update that waits, and what it said."""
    for at, answer, how in _LOOK.rows(session, {"number": update_id}):
        return Asked(at, answer, is_over=how is not None)
    return Asked()


def mark(session: Session, update_id: int, now: datetime) -> bool:
    """Write down that a model is going to be asked. False: that was done before, or the update is applied."""
    return _MARK.run(session, {"number": update_id, "now": now}) == 1


def keep(session: Session, update_id: int, said: Said) -> bool:
    """Keep what came of it, once. False: something is kept already, or the update is applied."""
    values = {"new_answer": said.answer, "new_model_said": said.how, "new_model_ms": said.ms, "new_tokens": said.tokens}
    return _KEEP.run(session, {"number": update_id, **values}) == 1


def spent(session: Session, person_id: int, since: datetime) -> int:
    """The tokens that questions about this Person's updates have cost since then."""
    return int(_SPENT.value(session, {"person": person_id, "since": since}))
