"""Recall and keep: all that is known about one Person, from rows to values and back.

A decision is made from `Known` and answers with another `Known`; `keep` writes what differs. So no decision can
forget to save, and no save can be half a decision.
"""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from dataclasses import fields
from datetime import datetime
from functools import lru_cache
from operator import attrgetter
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session

from storage import facts, tables
from storage.changing import changed
from storage.fact_rows import COLLECTIONS, TOGETHER, Rows, is_one_of, named, table_of
from storage.statements import Statement, is_shared

MEMORY = "memory"
"""Where a session keeps those who were recalled lately, if whoever opened it has put it there."""
MOST_REMEMBERED = 2000
_Remembered = tuple[str | None, facts.Known]
_NOBODY = (None, None)

_P = table_of(tables.PersonRow)
_PERSON = [field.name for field in fields(facts.Person)]
_values_of_person = attrgetter(*_PERSON)
_READ = Statement(sa.select(*(_P.c[name] for name in _PERSON)).where(is_one_of(_P.c.id)))
_ADD = Statement(sa.insert(_P).values({column.name: sa.bindparam(column.name) for column in _P.c}))
# PostgreSQL stamps every row with the transaction that wrote it last: nobody can change a Person without it changing.
_STAMP: sa.ColumnElement[str] = sa.literal_column("xmin::text")
_READ_LOCKED = Statement(
    sa.select(*(_P.c[name] for name in _PERSON), _STAMP).where(is_one_of(_P.c.id)).order_by(_P.c.id).with_for_update()
)


@lru_cache(maxsize=256)
def _change(names: tuple[str, ...], *, stamped: bool) -> Statement:
    """Writes these columns of a Person: most updates change three of twenty."""
    change = sa.update(_P).where(_P.c.id == sa.bindparam("who")).values({name: sa.bindparam(name) for name in names})
    return Statement(change.returning(_STAMP) if stamped else change)


_SKETCHES = Rows(facts.Sketch, tables.SketchRow)
_ROWS = {name: Rows(fact, row) for name, fact, row in COLLECTIONS}


def recall(session: Session, person_id: int) -> facts.Known | None:
    """All that is known about the Person; None when they have never been here.

    Where others may write, too, nobody else changes or recalls them until the transaction has ended.
    """
    return recall_all(session, [person_id]).get(person_id)


def recall_all(session: Session, people: Sequence[int]) -> dict[int, facts.Known]:
    """The same for several; whoever has never been here is left out."""
    memory, shared = _memory(session), is_shared(session)
    found = {} if shared else {one: memory[one][1] for one in people if one in memory}
    unknown = [one for one in people if one not in found]
    for first in range(0, len(unknown), TOGETHER):
        found |= _read(session, unknown[first : first + TOGETHER], memory, shared=shared)
    return found


def _read(
    session: Session, people: Sequence[int], memory: dict[int, _Remembered], *, shared: bool
) -> dict[int, facts.Known]:
    """What is known about up to TOGETHER people; about those who have not changed since, what is remembered."""
    known: dict[int, facts.Known] = {}
    persons: dict[int, tuple[facts.Person, str | None]] = {}
    for row in (_READ_LOCKED if shared else _READ).rows(session, named(people)):
        person = facts.Person(**dict(zip(_PERSON, row, strict=False)))
        stamp, remembered = memory.get(person.id, _NOBODY)
        written = row[-1] if shared else None
        if remembered is not None and stamp == written:
            known[person.id] = remembered
        else:
            persons[person.id] = person, written
    if not persons:
        return known
    whose = list(persons)
    sketches = _SKETCHES.recall(session, whose)
    collections = {name: rows.recall(session, whose) for name, rows in _ROWS.items()}
    for person_id, (person, written) in persons.items():
        known[person_id] = facts.Known(
            person=person,
            sketch=next(iter(sketches.get(person_id, ())), None),
            **{name: found.get(person_id, ()) for name, found in collections.items()},
        )
        _remember(session, known[person_id], written)
    return known


def keep(session: Session, before: facts.Known | None, after: facts.Known, wake_at: datetime | None) -> datetime | None:
    """Write what differs between `before` and `after`, and when to look at the Person again (UTC): at `wake_at`, or
    when their picture is to be made anew. That moment."""
    person_id = after.person.id
    wake_at = min(filter(None, (wake_at, after.person.redraw_at)), default=None)
    person = after.person if before is None else changed(after.person, version=before.person.version + 1)
    stamp = None
    if before is None:
        _ADD.run(session, {**dict(zip(_PERSON, _values_of_person(person), strict=True)), "wake_at": wake_at})
    else:
        stamp = _keep_person(session, before.person, person, wake_at)
    old_sketch = (before.sketch,) if before and before.sketch else ()
    _SKETCHES.keep(session, person_id, old_sketch, (after.sketch,) if after.sketch else ())
    written: dict[str, Any] = {"person": person}
    for name, rows in _ROWS.items():
        old, new = getattr(before, name) if before else (), getattr(after, name)
        if old is not new:
            rows.keep(session, person_id, old, new)
            written[name] = tuple(sorted(new, key=_number))  # as it will be recalled
    _remember(session, changed(after, **written), stamp)
    return wake_at


def _keep_person(session: Session, before: facts.Person, after: facts.Person, wake_at: datetime | None) -> str | None:
    """Write what differs of the Person; their new stamp, where there is one."""
    pairs = zip(_PERSON, _values_of_person(before), _values_of_person(after), strict=True)
    differs = {name: new for name, old, new in pairs if old is not new and old != new}
    change = _change((*differs, "wake_at"), stamped=is_shared(session))
    values = {"who": after.id, **differs, "wake_at": wake_at}
    if not is_shared(session):
        change.run(session, values)
        return None
    stamp: str | None = change.value(session, values)
    return stamp


def _memory(session: Session) -> dict[int, _Remembered]:
    """Who was recalled or kept lately, and the stamp of their row. Where there are no stamps nobody else writes to the
    store; whoever began the session clears the memory when what was written is undone."""
    memory: dict[int, _Remembered] = session.info.get(MEMORY, {})
    return memory


def _remember(session: Session, known: facts.Known, stamp: str | None) -> None:
    memory = _memory(session)
    forget(session, known.person.id)
    if stamp is None and is_shared(session):
        return
    while len(memory) >= MOST_REMEMBERED:
        with contextlib.suppress(RuntimeError):  # another thread has just changed it
            memory.pop(next(iter(memory)), None)
    memory[known.person.id] = stamp, known


_number = attrgetter("id")


def everybody(session: Session) -> list[int]:
    """All Persons; for a rehearsal, where they are few."""
    return list(session.connection().execute(sa.select(_P.c.id)).scalars())


_NEVER_WOKEN = Statement(sa.select(_P.c.id).where(_P.c.wake_at.is_(None)).order_by(_P.c.id))
_DUE = Statement(
    sa.select(_P.c.id, _P.c.wake_at)
    .where(_P.c.wake_at <= sa.bindparam("now"))
    .order_by(_P.c.wake_at)
    .limit(sa.bindparam("most", type_=sa.Integer))
    .with_for_update(skip_locked=True)
)
_SMALLEST = Statement(sa.select(_P.c.wake_at).where(_P.c.wake_at.is_not(None)).order_by(_P.c.wake_at).limit(1))


def due_people(session: Session, now: datetime, limit: int) -> list[tuple[int, datetime]]:
    """Persons whose `wake_at` has come, and that moment (UTC), the longest waiting first.

    Nobody else is given them before the transaction has ended.
    """
    return [(person_id, wake_at) for person_id, wake_at in _DUE.rows(session, {"now": now, "most": limit})]


def never_woken(session: Session) -> list[int]:
    """Those who are looked at only when they write."""
    return [number for (number,) in _NEVER_WOKEN.rows(session, {})]


def smallest_wake(session: Session) -> datetime | None:
    """The next moment at which anybody is to be looked at; None when nobody waits."""
    moment: datetime | None = _SMALLEST.value(session, {})
    return moment


def look_again(session: Session, person_id: int, wake_at: datetime) -> None:
    """Look at this Person again at `wake_at` (UTC); nothing else about them changes."""
    session.connection().execute(_P.update().where(_P.c.id == person_id), {"wake_at": wake_at})


def block(session: Session, person_id: int) -> None:
    """The Person has blocked the bot: there is no moment at which to look at them."""
    values = {"blocked": True, "wake_at": None, "version": _P.c.version + 1}
    session.connection().execute(_P.update().where(_P.c.id == person_id).values(values))
    forget(session, person_id)


def forget(session: Session, person_id: int) -> None:
    """Read the Person anew next time; to be called by whatever writes their rows other than by `keep`."""
    _memory(session).pop(person_id, None)
