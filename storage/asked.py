"""What others are asked about updates: that they were asked, what they said, what it has cost.

The mark is committed before the question leaves and the answer before it is applied. So a process that dies in between
neither asks twice nor lets two readings of one update count.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert  # SQLite says it in the same words
from sqlmodel import Session

from storage.statements import Statement
from storage.tables import InboxRow, InboxState, QuestionRow, What, in_state

_I: sa.Table = InboxRow.__table__  # type: ignore[attr-defined]
_Q: sa.Table = QuestionRow.__table__  # type: ignore[attr-defined]

ANSWERED = "answered"
_THIS = (_Q.c.update_id == sa.bindparam("number")) & (_Q.c.what == sa.bindparam("kind", type_=_Q.c.what.type))
_LOOK = Statement(sa.select(_Q.c.asked_at, _Q.c.answer, _Q.c.said).where(_THIS))
_MARK = Statement(
    insert(_Q)
    .from_select(
        ["update_id", "what", "person_id", "asked_at", "ms", "tokens"],
        sa.select(
            _I.c.update_id,
            sa.bindparam("kind", type_=_Q.c.what.type),
            _I.c.person_id,
            sa.bindparam("now", type_=_Q.c.asked_at.type),
            sa.literal_column("0"),
            sa.literal_column("0"),
        ).where(_I.c.update_id == sa.bindparam("number"), in_state(_I, InboxState.NEW)),
    )
    .on_conflict_do_nothing()
)
_KEEP = Statement(
    _Q.update()
    .where(_THIS, _Q.c.said.is_(None))
    .values({name: sa.bindparam(f"new_{name}") for name in ("answer", "said", "ms", "tokens")})
)
_FORGET = Statement(_Q.update().where(_Q.c.update_id == sa.bindparam("number")).values(answer=None))
_SPENT = Statement(
    sa.select(sa.func.coalesce(sa.func.sum(_Q.c.tokens), 0)).where(
        _Q.c.person_id == sa.bindparam("person"), _Q.c.asked_at > sa.bindparam("since")
    )
)


@dataclass(frozen=True, slots=True)
class Asked:
    """What is known of one question about one update."""

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


def look(session: Session, update_id: int, what: What) -> Asked:
    """Whether this was asked about an update, and what was said."""
    for at, answer, how in _LOOK.rows(session, {"number": update_id, "kind": what}):
        return Asked(at, answer, is_over=how is not None)
    return Asked()


def mark(session: Session, update_id: int, what: What, now: datetime) -> bool:
    """Write down that this is going to be asked. False: that was done before, or the update is applied."""
    return _MARK.run(session, {"number": update_id, "kind": what, "now": now}) == 1


def keep(session: Session, update_id: int, what: What, said: Said) -> bool:
    """Keep what came of it, once. False: something is kept already."""
    values = {"new_answer": said.answer, "new_said": said.how, "new_ms": said.ms, "new_tokens": said.tokens}
    return _KEEP.run(session, {"number": update_id, "kind": what, **values}) == 1


def forget_answers(session: Session, update_id: int) -> None:
    """Keep no longer what was said of an update that is applied; that it was asked, and its cost, stay for a while."""
    _FORGET.run(session, {"number": update_id})


def spent(session: Session, person_id: int, since: datetime) -> int:
    """The tokens that questions about this Person's updates have cost since then."""
    return int(_SPENT.value(session, {"person": person_id, "since": since}))
