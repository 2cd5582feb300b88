"""The rows of facts: which kinds there are, and how those of each are read, added, changed and removed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from functools import lru_cache
from operator import attrgetter
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, SQLModel

from storage import facts, tables
from storage.statements import Statement

# Field of Known, its value, its table; parents stand before the rows that point at them.
COLLECTIONS: tuple[tuple[str, type[Any], type[SQLModel]], ...] = (
    ("opportunities", facts.Opportunity, tables.OpportunityRow),
    ("interviews", facts.Interview, tables.InterviewRow),
    ("contacts", facts.Contact, tables.ContactRow),
    ("promises", facts.Promise, tables.PromiseRow),
    ("events", facts.Event, tables.EventRow),
    ("parked", facts.Parked, tables.ParkedRow),
    ("notes", facts.Note, tables.NoteRow),
    ("open_points", facts.OpenPoint, tables.OpenPointRow),
    ("weeks", facts.Week, tables.WeekRow),
    ("appointments", facts.Appointment, tables.AppointmentRow),
    ("feeds", facts.Feed, tables.FeedRow),
    ("nudged", facts.Nudged, tables.NudgedRow),
)


def table_of(row: type[SQLModel]) -> sa.Table:
    """The table of a kind of row."""
    table: sa.Table = row.__table__  # type: ignore[attr-defined]
    return table


TOGETHER = 8
"""So many people are read with one statement of each kind: to read them one by one takes most of what a nudge takes."""


def is_one_of(column: sa.Column[int]) -> sa.ColumnElement[bool]:
    """That the value is one of those that `named` binds."""
    return column.in_([sa.bindparam(f"one_of_{place}", type_=sa.BigInteger) for place in range(TOGETHER)])


def named(people: Sequence[int]) -> dict[str, int]:
    """The values of `is_one_of`; where there are fewer people, the last stands for the rest."""
    return {f"one_of_{place}": people[min(place, len(people) - 1)] for place in range(TOGETHER)}


def _this(table: sa.Table) -> sa.ColumnElement[bool]:
    return (table.c.person_id == sa.bindparam("whose")) & (table.c.id == sa.bindparam("number"))


@lru_cache(maxsize=256)
def _change(table: sa.Table, names: tuple[str, ...]) -> Statement:
    """Writes these columns of a row: a message changes two or three of thirty, and no key."""
    return Statement(sa.update(table).where(_this(table)).values({name: sa.bindparam(name) for name in names}))


class Rows:
    """A kind of fact: how its rows are read, added, changed and removed."""

    def __init__(self, fact: type[Any], row: type[SQLModel]) -> None:
        self._table = table = table_of(row)
        self._fact, self._names = fact, [field.name for field in fields(fact)]
        self._values = attrgetter(*self._names)
        bound: dict[str, Any] = {name: sa.bindparam(name) for name in self._names}
        query = sa.select(table.c.person_id, *(table.c[name] for name in self._names))
        self._read = Statement(query.where(is_one_of(table.c.person_id)).order_by(table.c.person_id, table.c.id))
        self._add = Statement(sa.insert(table).values({"person_id": sa.bindparam("whose"), **bound}))
        self._remove = Statement(sa.delete(table).where(_this(table)))

    def recall(self, session: Session, people: Sequence[int]) -> dict[int, tuple[Any, ...]]:
        """All facts of this kind about up to TOGETHER people, by number."""
        found: dict[int, list[Any]] = {}
        for whose, *values in self._read.rows(session, named(people)):
            fact = self._fact(**dict(zip(self._names, values, strict=True)))
            found.setdefault(whose, []).append(fact)
        return {whose: tuple(facts) for whose, facts in found.items()}

    def keep(self, session: Session, person_id: int, old: tuple[Any, ...], new: tuple[Any, ...]) -> None:
        """Write what differs."""
        if old is new:
            return
        was = {fact.id: fact for fact in old}
        if gone := was.keys() - {fact.id for fact in new}:
            self._remove.many(session, [{"whose": person_id, "number": number} for number in gone])
        if added := [self._bound(person_id, fact) for fact in new if fact.id not in was]:
            self._add.many(session, added)
        for fact in new:
            if was.get(fact.id, fact) is not fact:
                self._change(session, person_id, was[fact.id], fact)

    def _change(self, session: Session, person_id: int, old: Any, new: Any) -> None:
        pairs = zip(self._names, self._values(old), self._values(new), strict=True)
        differs = {name: value for name, was, value in pairs if was is not value and was != value}
        if differs:
            _change(self._table, tuple(differs)).run(session, {"whose": person_id, "number": new.id, **differs})

    def _bound(self, person_id: int, fact: Any) -> dict[str, Any]:
        return {"whose": person_id, **dict(zip(self._names, self._values(fact), strict=True))}
