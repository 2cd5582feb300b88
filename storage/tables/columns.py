"""What the tables are made of: kinds of columns, and the key of everything that belongs to a Person."""

import json
from enum import StrEnum
from typing import Any

import sqlalchemy as sa
from sqlalchemy.types import TypeDecorator
from sqlmodel import Field, SQLModel

METADATA = SQLModel.metadata
METADATA.naming_convention = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


EMPTY = "[]"


class JsonTuple(TypeDecorator[tuple[Any, ...]]):
    """A tuple of plain values, kept as a JSON array."""

    impl = sa.Text
    cache_ok = True

    def process_bind_param(self, value: tuple[Any, ...] | None, dialect: sa.Dialect) -> str | None:
        if not value:  # most are empty
            return None if value is None else EMPTY
        return json.dumps(value, ensure_ascii=False)

    def process_result_value(self, value: str | None, dialect: sa.Dialect) -> tuple[Any, ...] | None:
        if value == EMPTY:
            return ()
        return None if value is None else tuple(json.loads(value))


def one_of(kind: type[StrEnum], name: str | None = None) -> Any:
    """A column that holds a member of `kind`, checked by the database; `name` tells several in one table apart."""
    return sa.Enum(
        kind,
        native_enum=False,
        create_constraint=True,
        length=32,
        values_callable=lambda members: [member.value for member in members],
        name=name or kind.__name__.lower(),
    )


def in_state(rows: sa.FromClause, *states: StrEnum) -> sa.ColumnElement[bool]:
    """In the very words of the indexes of those few rows: the many that are done with are never read."""
    literals: list[sa.ColumnElement[str]] = [sa.literal_column(f"'{state}'") for state in states]
    return rows.c.state == literals[0] if len(literals) == 1 else rows.c.state.in_(literals)


class OfPerson(SQLModel):
    """The key of every fact: whose it is, and its number among theirs."""

    person_id: int = Field(primary_key=True, foreign_key="person.id", ondelete="CASCADE", sa_type=sa.BigInteger)
    id: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})


def of_opportunity() -> sa.ForeignKeyConstraint:
    """A fact belongs to an Opportunity of the same Person."""
    return sa.ForeignKeyConstraint(
        ["person_id", "opportunity_id"], ["opportunity.person_id", "opportunity.id"], ondelete="CASCADE"
    )
