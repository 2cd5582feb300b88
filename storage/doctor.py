"""Whether a store is as it should be: what is wrong with it, one line a finding, and how each is mended.

Nothing is changed. On PostgreSQL the server itself watches over files and keys.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlmodel import Session

from storage import figures
from storage.migrate import HEAD, revision
from storage.tables import METADATA, OutboxRow, OutboxState, PersonRow, QuestionRow

LONG = timedelta(hours=1)
"""Nothing waits for so long where a bot runs and reaches Telegram."""
MOST_SHOWN = 5
_O: sa.Table = OutboxRow.__table__  # type: ignore[attr-defined]
_P: sa.Table = PersonRow.__table__  # type: ignore[attr-defined]
_Q: sa.Table = QuestionRow.__table__  # type: ignore[attr-defined]
COPY = "Restore a copy with `afterword restore FILE`."
RUNS = "See with `afterword check` whether a bot runs on it and reaches Telegram."


def findings(session: Session, now: datetime) -> Iterator[str]:
    """What is wrong, each with its mend; nothing where all is well."""
    schema = list(_schema(session))
    yield from schema or ()
    yield from _file(session)
    if schema:
        return  # what is in it cannot be read by this release
    for look in LOOKS:
        yield from look(session, now)


def _schema(session: Session) -> Iterator[str]:
    found = revision(session.connection())
    if found is None:
        yield "The store is empty. `afterword run` makes its tables."
    elif found != HEAD:
        newer = "Install the newer release." if found > HEAD else "Start the bot once: it brings it up to date."
        yield f"The schema is {found}, and this release knows {HEAD}. {newer}"
    else:
        yield from _shape(session)


def _shape(session: Session) -> Iterator[str]:
    """Tables, columns and indexes that should be there."""
    inspector = sa.inspect(session.connection())
    there = set(inspector.get_table_names())
    for table in METADATA.sorted_tables:
        if table.name not in there:
            yield f"The table {table.name} is missing. {COPY}"
            continue
        columns = {column["name"] for column in inspector.get_columns(table.name)}
        if missing := sorted({column.name for column in table.columns} - columns):
            yield f"The table {table.name} lacks {', '.join(missing)}. {COPY}"
        indexes = {index["name"] for index in inspector.get_indexes(table.name)}
        if lost := sorted({str(index.name) for index in table.indexes} - indexes):
            yield f"The table {table.name} lacks the index {', '.join(lost)}: everything is slow. {COPY}"


def _file(session: Session) -> Iterator[str]:
    """The file itself, and rows without what they belong to."""
    connection = session.connection()
    if connection.dialect.name != "sqlite":
        return
    damage = [str(row[0]) for row in connection.exec_driver_sql(f"PRAGMA integrity_check({MOST_SHOWN})")]
    if damage != ["ok"]:
        yield f"The file is damaged in {len(damage)} places or more. {COPY}"
        return
    orphans = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    for table in sorted({row[0] for row in orphans}):
        number = sum(row[0] == table for row in orphans)
        yield f"{number} rows of {table} have lost what they belong to. {COPY}"


def _inbox(session: Session, now: datetime) -> Iterator[str]:
    waiting, aside = figures.updates_waiting(session), figures.updates_set_aside(session)
    if waiting.since is not None and waiting.since < now - LONG:
        yield f"{waiting.number} updates wait, the oldest for {_hours(now - waiting.since)}. {RUNS}"
    if aside:
        kinds = ", ".join(f"{kind} {number}" for kind, number in aside.items())
        yield (
            f"{sum(aside.values())} updates were set aside ({kinds}): each is a mistake of ours, with its number in "
            "the log. Their senders were told; report the kinds."
        )


def _outbox(session: Session, now: datetime) -> Iterator[str]:
    ready = figures.messages_on_their_way(session, now).ready
    if ready.since is not None and ready.since < now - LONG:
        yield f"{ready.number} messages wait, the oldest for {_hours(now - ready.since)}. {RUNS}"
    held = sa.select(sa.func.count()).where(_O.c.state == OutboxState.SENDING, _O.c.lease_until < now - LONG)
    if number := session.connection().execute(held).scalar_one():
        yield f"{number} messages were being sent when their bot died. They are sent once a bot runs. {RUNS}"


def _people(session: Session, now: datetime) -> Iterator[str]:
    due = figures.people_due(session, now)
    if due.since is not None and due.since < now - LONG:
        yield f"{due.number} people are due, the first for {_hours(now - due.since)}. {RUNS}"
    for told, condition in (
        ("have a number that is no private chat's", _P.c.id <= 0),
        ("want more messages a day than there are, or none", _P.c.most_a_day.not_in((1, 2, 3))),
    ):
        query = sa.select(_P.c.id).where(condition).order_by(_P.c.id)
        found = list(session.connection().execute(query).scalars())
        if found:
            shown = ", ".join(map(str, found[:MOST_SHOWN])) + (" and others" if len(found) > MOST_SHOWN else "")
            yield f"{len(found)} people {told} ({shown}). {COPY}"


def _questions(session: Session, now: datetime) -> Iterator[str]:
    """What was asked of a model and never answered, nor given up."""
    left = sa.select(sa.func.count()).where(_Q.c.said.is_(None), _Q.c.asked_at < now - LONG)
    if number := session.connection().execute(left).scalar_one():
        yield f"{number} questions to a model were left open when their bot died. The next start gives them up. {RUNS}"


def _hours(time: timedelta) -> str:
    return f"{int(time.total_seconds()) // 3600} h"


LOOKS: tuple[Callable[[Session, datetime], Iterator[str]], ...] = (_inbox, _outbox, _people, _questions)
