"""Statements compiled once and run on the driver's own cursor.

What is run for every update is written in SQLAlchemy Core like everything else, and its types turn values into what
the database keeps and back. But it is compiled at its first use, once for each kind of database: the Core's own way to
execute costs ten times what SQLite needs for the statement. No table is named here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError
from sqlmodel import Session
from sqlmodel.sql.sqltypes import UTCDateTime

Values = Mapping[str, Any]
_Turn = Callable[[Any], Any]
CURSOR = "cursor"
"""Where a session keeps the cursor of its transaction, if whoever began the transaction has put one there."""


@dataclass(frozen=True, slots=True)
class _Compiled:
    sql: str
    order: tuple[str, ...] | None
    """For each question mark the name of its value; None where values are passed by name."""
    turns: tuple[tuple[int, _Turn], ...]
    """The question marks whose value is turned into something else, and what turns it."""
    fixed: dict[str, Any]
    """Values that stand in the statement itself."""
    binds: dict[str, _Turn | None]
    results: tuple[_Turn | None, ...]
    is_plain: bool
    """No value of a result needs to be turned into anything."""

    def bound(self, values: Values) -> Sequence[Any] | dict[str, Any]:
        """What the driver is given."""
        if self.order is not None:
            given = {**self.fixed, **values} if self.fixed else values
            bound = [given[name] for name in self.order]
            for place, to_keep in self.turns:
                if bound[place] is not None:  # what is NULL is NULL for every type
                    bound[place] = to_keep(bound[place])
            return bound
        binds = self.binds
        turned = {name: turn(value) if (turn := binds[name]) else value for name, value in values.items()}
        return {**self.fixed, **turned}

    def turned(self, rows: Iterable[Sequence[Any]]) -> list[tuple[Any, ...]]:
        """Rows as the types of their columns say."""
        return [
            tuple([turn(value) if turn else value for turn, value in zip(self.results, row, strict=True)])
            for row in rows
        ]


class Statement:
    """A statement whose values are named by `sa.bindparam`."""

    __slots__ = ("_clause", "_compiled", "_results")

    def __init__(self, clause: sa.Select[*tuple[Any, ...]] | sa.Insert | sa.Update | sa.Delete) -> None:
        self._clause = clause
        self._results = [column.type for column in getattr(clause, "selected_columns", ())]
        self._compiled: dict[str, _Compiled] = {}

    def rows(self, session: Session, values: Values) -> list[tuple[Any, ...]]:
        """All rows that are found."""
        compiled, cursor = self._prepare(session)
        try:
            cursor.execute(compiled.sql, compiled.bound(values))
            found: list[tuple[Any, ...]] = cursor.fetchall()
        except Exception as error:
            _raise_as_ours(session, compiled.sql, error)
            raise
        return found if compiled.is_plain else compiled.turned(found)

    def value(self, session: Session, values: Values) -> Any:
        """What the first row begins with; None when none is found."""
        return next((row[0] for row in self.rows(session, values)), None)

    def run(self, session: Session, values: Values) -> int:
        """Change what is there; how many rows were."""
        compiled, cursor = self._prepare(session)
        try:
            cursor.execute(compiled.sql, compiled.bound(values))
        except Exception as error:
            _raise_as_ours(session, compiled.sql, error)
            raise
        changed: int = cursor.rowcount
        return changed

    def many(self, session: Session, rows: Sequence[Values]) -> int:
        """Change what is there, once for each; how many rows were."""
        if not rows:
            return 0
        compiled, cursor = self._prepare(session)
        try:
            cursor.executemany(compiled.sql, [compiled.bound(row) for row in rows])
        except Exception as error:
            _raise_as_ours(session, compiled.sql, error)
            raise
        changed: int = cursor.rowcount
        return changed

    def _prepare(self, session: Session) -> tuple[_Compiled, Any]:
        cursor = cursor_of(session)
        dialect = _dialect(session)
        compiled = self._compiled.get(dialect.name)
        if compiled is None:
            compiled = self._compiled[dialect.name] = self._compile(dialect)
        return compiled, cursor

    def _compile(self, dialect: sa.Dialect) -> _Compiled:
        made: Any = self._clause.compile(dialect=dialect, compile_kwargs={"render_postcompile": True})
        named = {name: bind for bind, name in made.bind_names.items()}
        turns = {name: _to_keep(bind.type, dialect) for name, bind in named.items()}
        fixed = {name: value for name, value in made.params.items() if not named[name].required}
        results = tuple(_as_kept(kind, dialect) for kind in self._results)
        kept = {name: turn(value) if (turn := turns[name]) else value for name, value in fixed.items()}
        order = tuple(made.positiontup or ())
        turned = [(place, turn) for place, name in enumerate(order) if name not in kept and (turn := turns[name])]
        return _Compiled(
            sql=made.string,
            order=order if made.positional else None,
            turns=tuple(turned),
            fixed=kept,
            binds=turns,
            results=results,
            is_plain=not any(results),
        )


def _to_keep(kind: sa.types.TypeEngine[Any], dialect: sa.Dialect) -> _Turn | None:
    """What turns a value of that type into what the database keeps."""
    if isinstance(kind, UTCDateTime) and dialect.name == "sqlite":
        return _moment_to_text
    if isinstance(kind, sa.Boolean) and dialect.name == "sqlite":
        return None  # the driver writes 0 and 1 by itself
    turn: _Turn | None = kind.dialect_impl(dialect).bind_processor(dialect)
    return turn


def _as_kept(kind: sa.types.TypeEngine[Any], dialect: sa.Dialect) -> _Turn | None:
    """And back."""
    if isinstance(kind, UTCDateTime) and dialect.name == "sqlite":
        return _moment_from_text
    turn: _Turn | None = kind.dialect_impl(dialect).result_processor(dialect, None)
    return turn


# The same text as SQLAlchemy's own type makes, in a fifth of the time: there is one in most columns.


@lru_cache(maxsize=256)  # one moment stands in many columns
def _moment_to_text(moment: datetime | None) -> str | None:
    """In UTC, without an offset. Raises ValueError for a naive one."""
    if moment is None:
        return None
    if moment.tzinfo is None:
        raise ValueError("a moment without a timezone cannot be kept")
    in_utc = moment if moment.tzinfo is UTC else moment.astimezone(UTC)
    return in_utc.isoformat(" ", "microseconds")[:26]


def _moment_from_text(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text).replace(tzinfo=UTC)


def is_shared(session: Session) -> bool:
    """Whether other processes may write to the same database while this transaction lasts."""
    return _dialect(session).name != "sqlite"


def _dialect(session: Session) -> sa.Dialect:
    assert session.bind is not None, "sessions are made for one database"
    return session.bind.dialect


def cursor_of(session: Session) -> Any:
    """The driver's cursor in the session's transaction, which begins if it has not."""
    cursor = session.info.get(CURSOR)
    return session.connection().connection.cursor() if cursor is None else cursor


def changes_of(session: Session) -> int:
    """How many rows have been written through the open cursor of a session on SQLite; -1: it has none yet."""
    cursor = session.info.get(CURSOR)
    return -1 if cursor is None else int(cursor.connection.total_changes)


def execute(session: Session, sql: str) -> None:
    """Run SQL without values."""
    try:
        cursor_of(session).execute(sql)
    except Exception as error:
        _raise_as_ours(session, sql, error)
        raise


def _raise_as_ours(session: Session, sql: str, error: Exception) -> None:
    """An error of the driver becomes the one that SQLAlchemy raises, without the values; another one is left alone."""
    dialect = _dialect(session)
    driver = dialect.loaded_dbapi
    if isinstance(error, driver.Error):
        told = _without_values(error)
        raise DBAPIError.instance(sql, None, told, driver.Error, hide_parameters=True, dialect=dialect) from error


def _without_values(error: Exception) -> Exception:
    """PostgreSQL adds the row that was refused in a line of its own."""
    diagnosis = getattr(error, "diag", None)
    if diagnosis is None or diagnosis.message_primary is None:
        return error
    told = type(error)(diagnosis.message_primary)
    told.sqlstate = getattr(error, "sqlstate", None)  # type: ignore[attr-defined]
    return told
