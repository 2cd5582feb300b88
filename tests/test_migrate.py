"""Migrations: a store of any age becomes one of today, whole or not at all, and loses nothing on the way."""

from __future__ import annotations

import shutil
import sqlite3
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import alembic.command
import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlmodel import Session

import storage
from storage import known, migrate, tables
from storage.engine import StoreUnusable, make_engine, read_url
from storage.facts import Known, NoteKind, Person, Sketch
from tests.conftest import NOON

NEXT = """
import sqlalchemy as sa
from alembic import op

revision, down_revision, branch_labels, depends_on = "next", "{head}", None, None


def upgrade():
    {upgrade}
"""

WriteNext = Callable[[str], None]


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[sa.Engine]:
    """An engine like the store's, on a file that is not there yet."""
    opened = make_engine(sa.engine.make_url(f"sqlite:///{tmp_path / 'test.db'}"))
    yield opened
    opened.dispose()


@pytest.fixture
def write_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> WriteNext:
    """Pretend that this release has one migration more, which does what is given."""
    folder = tmp_path / "migrations"
    shutil.copytree(Path(storage.__file__).parent / "migrations", folder, ignore=shutil.ignore_patterns("__pycache__"))
    make = migrate.config

    def config(connection: sa.Connection) -> Config:
        made = make(connection)
        made.set_main_option("script_location", str(folder))
        return made

    def write(upgrade: str) -> None:
        (folder / "versions" / "next.py").write_text(NEXT.format(head=migrate.HEAD, upgrade=upgrade))
        monkeypatch.setattr(migrate, "config", config)
        monkeypatch.setattr(migrate, "HEAD", "next")

    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    return write


def shape(engine: sa.Engine) -> list[str]:
    """Every table and index as the database wrote it down."""
    with engine.connect() as connection:
        query = "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name"
        return list(connection.exec_driver_sql(query).scalars())


def found(engine: sa.Engine) -> str | None:
    with engine.connect() as connection:
        return migrate.revision(connection)


def keep(engine: sa.Engine, who: Known) -> None:
    with Session(engine) as session:
        known.keep(session, None, who, None)
        session.commit()


def recall(engine: sa.Engine) -> Known | None:
    with Session(engine) as session:
        return known.recall(session, 1001)


def test_the_newest_migration_is_the_one_that_is_looked_for(engine: sa.Engine) -> None:
    with engine.connect() as connection:
        assert ScriptDirectory.from_config(migrate.config(connection)).get_heads() == [migrate.HEAD]


def test_an_empty_store_becomes_what_the_tables_say(engine: sa.Engine) -> None:
    migrate.migrate(engine)

    assert found(engine) == migrate.HEAD
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), tables.METADATA) == []


def test_every_check_and_key_of_the_tables_is_in_the_store(engine: sa.Engine) -> None:
    migrate.migrate(engine)

    migrated = "\n".join(shape(engine))
    named = [c.name for table in tables.METADATA.tables.values() for c in table.constraints]
    assert [name for name in named if name and str(name) not in migrated] == []


def test_no_two_checks_of_a_table_have_one_name() -> None:
    """SQLite would keep only the last of them when a table is made anew; PostgreSQL refuses the table."""
    for table in tables.METADATA.tables.values():
        names = [str(constraint.name) for constraint in table.constraints]
        assert sorted(names) == sorted(set(names))


def test_a_store_of_today_is_left_alone(engine: sa.Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    migrate.migrate(engine)
    monkeypatch.setattr(alembic.command, "upgrade", lambda *_: pytest.fail("nothing is to be done"))

    migrate.migrate(engine)


def test_a_store_of_a_newer_release_is_refused_and_left_alone(engine: sa.Engine) -> None:
    migrate.migrate(engine)
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    before = shape(engine)

    with pytest.raises(StoreUnusable, match="9999"):
        migrate.migrate(engine)

    assert (found(engine), shape(engine)) == ("9999", before)


def test_a_migration_that_fails_is_undone_whole(engine: sa.Engine, write_next: WriteNext) -> None:
    migrate.migrate(engine)
    keep(engine, Known(person=Person(id=1001, name="Ana")))
    before, head = shape(engine), migrate.HEAD
    write_next("""
    op.create_table("half", sa.Column("id", sa.Integer, primary_key=True))
    op.execute("UPDATE person SET name = 'half'")
    with op.batch_alter_table("person") as batch:
        batch.alter_column("name", type_=sa.String(8))
    raise LookupError("in the middle")
    """)

    with pytest.raises(LookupError):
        migrate.migrate(engine)

    assert (found(engine), shape(engine)) == (head, before)
    assert recall(engine) == Known(person=Person(id=1001, name="Ana"))


def test_the_first_migration_that_fails_leaves_an_empty_store(engine: sa.Engine, write_next: WriteNext) -> None:
    write_next("raise LookupError")

    with pytest.raises(LookupError):
        migrate.migrate(engine)

    assert shape(engine) == []


def test_rebuilding_a_table_keeps_the_rows_that_hang_on_it(engine: sa.Engine, write_next: WriteNext) -> None:
    ana = Known(person=Person(id=1001, name="Ana"), sketch=Sketch(employer="Acme", start=NOON))
    migrate.migrate(engine)
    keep(engine, ana)
    write_next("""
    with op.batch_alter_table("person") as batch:
        batch.alter_column("name", type_=sa.String(200))
    """)

    migrate.migrate(engine)

    assert found(engine) == "next"
    assert recall(engine) == ana


def test_a_migration_that_leaves_a_row_without_its_person_is_undone(engine: sa.Engine, write_next: WriteNext) -> None:
    ana = Known(person=Person(id=1001, name="Ana"), sketch=Sketch())
    migrate.migrate(engine)
    keep(engine, ana)
    write_next("""op.execute("UPDATE sketch SET person_id = 7")""")

    with pytest.raises(AssertionError, match="sketch"):
        migrate.migrate(engine)

    assert recall(engine) == ana


def test_foreign_keys_are_watched_again_after_a_migration(engine: sa.Engine) -> None:
    migrate.migrate(engine)

    with engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar_one() == 1


def test_a_database_of_another_program_is_refused_and_left_alone(tmp_path: Path, engine: sa.Engine) -> None:
    with sqlite3.connect(tmp_path / "test.db") as connection:
        connection.execute("CREATE TABLE outbox (theirs TEXT)")
    connection.close()
    before = shape(engine)

    with pytest.raises(sa.exc.OperationalError, match="already exists"):
        migrate.migrate(engine)

    assert shape(engine) == before


BEFORE_ASSUMED = "0006"
OF_THEN = (
    "INSERT INTO person (id, name, language, zone_confirmed, quiet_from, quiet_until, paused, blocked, serial, version)"
    " VALUES (1001, 'Ana', 'en', false, '21:00', '08:00', false, false, 3, 1)",
    "INSERT INTO opportunity (person_id, id, employer, work_week, sector, via_agency, muted, role_asked, version)"
    " VALUES (1001, 1, 'Acme', '[0]', 'private', false, false, false, 1)",
    'INSERT INTO interview (person_id, id, opportunity_id, start, "end", stage, interviewers, cancelled, length_known,'
    " announced, window_words, thank_you_declined, version) VALUES (1001, 2, 1, '2026-11-30 12:00', '2026-11-30 13:00',"
    " 'first', '[]', false, true, true, '', false, 1)",
    "INSERT INTO note (person_id, id, opportunity_id, kind, text, at) VALUES (1001, 3, 1, 'well', 'x', '2026-11-30')",
)
"""Rows as they were written before it was kept what is assumed."""


def check_that_nothing_told_becomes_an_assumption(engine: sa.Engine) -> None:
    with engine.begin() as connection:
        alembic.command.upgrade(migrate.config(connection), BEFORE_ASSUMED)
        for statement in OF_THEN:
            connection.exec_driver_sql(statement)

    migrate.migrate(engine)

    ana = recall(engine)
    assert ana is not None
    assert (ana.interviews[0].day_known, ana.interviews[0].start_known) == (True, True)
    assert [note.kind for note in ana.notes] == [NoteKind.WELL]
    assert (ana.person.topic, ana.person.journal, ana.opportunities[0].muted_until) == (None, None, None)


def test_what_was_told_before_is_not_taken_for_an_assumption(engine: sa.Engine) -> None:
    check_that_nothing_told_becomes_an_assumption(engine)


@pytest.fixture
def postgres_engine(postgres: str) -> Iterator[sa.Engine]:
    """PostgreSQL with nothing in it, not even tables; they are back afterwards."""
    opened = make_engine(read_url(postgres))
    with opened.begin() as connection:
        connection.exec_driver_sql("DROP SCHEMA public CASCADE; CREATE SCHEMA public")
    yield opened
    migrate.migrate(opened)
    opened.dispose()


def test_an_empty_postgresql_becomes_what_the_tables_say(postgres_engine: sa.Engine) -> None:
    migrate.migrate(postgres_engine)

    assert found(postgres_engine) == migrate.HEAD
    with postgres_engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), tables.METADATA) == []


def test_processes_that_start_together_migrate_once(postgres_engine: sa.Engine, postgres: str) -> None:
    others = [make_engine(read_url(postgres)) for _ in range(3)]
    with ThreadPoolExecutor() as threads:
        list(threads.map(migrate.migrate, [postgres_engine, *others]))
    for other in others:
        other.dispose()

    assert found(postgres_engine) == migrate.HEAD


def test_what_was_told_before_is_not_taken_for_an_assumption_on_postgresql(postgres_engine: sa.Engine) -> None:
    check_that_nothing_told_becomes_an_assumption(postgres_engine)
