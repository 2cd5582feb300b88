"""Recall and keep: all that is known about one Person, from rows to values and back.

A decision is made from `Known` and answers with another `Known`; `keep` writes what differs. So no decision can
forget to save, and no save can be half a decision.
"""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, SQLModel

from storage import facts, tables

# Field of Known, its value, its table; parents stand before the rows that point at them.
COLLECTIONS: tuple[tuple[str, type[Any], type[SQLModel]], ...] = (
    ("opportunities", facts.Opportunity, tables.OpportunityRow),
    ("interviews", facts.Interview, tables.InterviewRow),
    ("contacts", facts.Contact, tables.ContactRow),
    ("promises", facts.Promise, tables.PromiseRow),
    ("events", facts.Event, tables.EventRow),
    ("parked", facts.Parked, tables.ParkedRow),
    ("notes", facts.Note, tables.NoteRow),
    ("weeks", facts.Week, tables.WeekRow),
    ("appointments", facts.Appointment, tables.AppointmentRow),
    ("feeds", facts.Feed, tables.FeedRow),
    ("nudged", facts.Nudged, tables.NudgedRow),
)


def _table(row: type[SQLModel]) -> sa.Table:
    table: sa.Table = row.__table__  # type: ignore[attr-defined]
    return table


def _select(fact: type[Any], row: type[SQLModel], key: str) -> sa.Select[Any]:
    table = _table(row)
    columns = [table.c[field.name] for field in fields(fact)]
    return sa.select(*columns).where(table.c[key] == sa.bindparam("person")).order_by(table.c.id)


_PERSON = _select(facts.Person, tables.PersonRow, "id")
_SKETCH = _select(facts.Sketch, tables.SketchRow, "person_id")
_SELECTS = {name: _select(fact, row, "person_id") for name, fact, row in COLLECTIONS}


_P = _table(tables.PersonRow)
_KEEP = (
    _P.update()
    .where(_P.c.id == sa.bindparam("who"))
    .values({c.name: sa.bindparam(c.name) for c in _P.c if c.name != "id"})
)


def recall(session: Session, person_id: int) -> facts.Known | None:
    """All that is known about the Person; None when they have never been here."""
    key = {"person": person_id}
    person = session.connection().execute(_PERSON, key).mappings().one_or_none()
    if person is None:
        return None
    sketch = session.connection().execute(_SKETCH, key).mappings().one_or_none()
    rows: dict[str, Any] = {
        name: tuple(fact(**row) for row in session.connection().execute(_SELECTS[name], key).mappings())
        for name, fact, _ in COLLECTIONS
    }
    return facts.Known(person=facts.Person(**person), sketch=facts.Sketch(**sketch) if sketch else None, **rows)


def keep(session: Session, before: facts.Known | None, after: facts.Known, wake_at: datetime | None) -> None:
    """Write what differs between `before` and `after`, and when to look at the Person again (UTC)."""
    _keep_person(session, before, after.person, wake_at)
    person_id = after.person.id
    old_sketch = (before.sketch,) if before and before.sketch else ()
    _keep_rows(session, tables.SketchRow, person_id, old_sketch, (after.sketch,) if after.sketch else ())
    for name, _, row in COLLECTIONS:
        old = getattr(before, name) if before else ()
        _keep_rows(session, row, person_id, old, getattr(after, name))


def _values(fact: Any) -> dict[str, Any]:
    return {field.name: getattr(fact, field.name) for field in fields(fact)}


def _keep_person(session: Session, before: facts.Known | None, person: facts.Person, wake_at: datetime | None) -> None:
    table = _table(tables.PersonRow)
    if before is None:
        session.connection().execute(table.insert(), {**_values(person), "wake_at": wake_at})
        return
    now = replace(person, version=before.person.version + 1)
    session.connection().execute(_KEEP, {"who": person.id, **_values(now), "wake_at": wake_at})


def _keep_rows(
    session: Session, row: type[SQLModel], person_id: int, old: tuple[Any, ...], new: tuple[Any, ...]
) -> None:
    if old is new or old == new:
        return
    table = _table(row)
    was = {fact.id: fact for fact in old}
    gone = was.keys() - {fact.id for fact in new}
    for number in gone:
        session.connection().execute(table.delete().where(table.c.person_id == person_id, table.c.id == number))
    for fact in new:
        if fact.id not in was:
            session.connection().execute(table.insert(), {"person_id": person_id, **_values(fact)})
        elif fact != was[fact.id]:
            where = (table.c.person_id == person_id) & (table.c.id == fact.id)
            session.connection().execute(table.update().where(where), _values(fact))


def everybody(session: Session) -> list[int]:
    """All Persons; for a rehearsal, where they are few."""
    return list(session.connection().execute(sa.select(_table(tables.PersonRow).c.id)).scalars())


def due_people(session: Session, now: datetime, limit: int) -> list[int]:
    """Persons whose `wake_at` has come, the longest waiting first."""
    table = _table(tables.PersonRow)
    query = sa.select(table.c.id).where(table.c.wake_at <= now).order_by(table.c.wake_at).limit(limit)
    return list(session.connection().execute(query).scalars())


def smallest_wake(session: Session) -> datetime | None:
    """The next moment at which anybody is to be looked at; None when nobody waits."""
    table = _table(tables.PersonRow)
    query = sa.select(table.c.wake_at).where(table.c.wake_at.is_not(None)).order_by(table.c.wake_at).limit(1)
    return session.connection().execute(query).scalar_one_or_none()


def look_again(session: Session, person_id: int, wake_at: datetime) -> None:
    """Look at this Person again at `wake_at` (UTC); nothing else about them changes."""
    table = _table(tables.PersonRow)
    session.connection().execute(table.update().where(table.c.id == person_id), {"wake_at": wake_at})


def block(session: Session, person_id: int) -> None:
    """The Person has blocked the bot: there is no moment at which to look at them."""
    table = _table(tables.PersonRow)
    values = {"blocked": True, "wake_at": None, "version": table.c.version + 1}
    session.connection().execute(table.update().where(table.c.id == person_id).values(values))
