"""The store: many units in one commit, one process at a time, nothing lost, and one line when it cannot be opened."""

from __future__ import annotations

import asyncio
import contextlib
import sqlite3
import stat
import subprocess
import sys
import tempfile
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import asdict
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlmodel import Session

from storage import in_the_loop, inbox, known
from storage.engine import StoreUnusable
from storage.facts import Known, Person, Sketch
from storage.in_the_loop import MOST_UNITS_A_COMMIT
from storage.store import PAUSE_IN_TROUBLE_S, Store
from storage.tables import InboxRow, InboxState, SketchRow
from tests.commands import TOKEN, afterword, environment, only_line
from tests.conftest import NOON, sqlite_only

ADD_ONE = """
import sys
from sqlmodel import Session
from storage.engine import make_engine
import sqlalchemy as sa

engine = make_engine(sa.engine.make_url(sys.argv[1]))
print("ready", flush=True)
sys.stdin.readline()
for _ in range(100):
    with Session(engine) as session:
        said = session.connection().exec_driver_sql("SELECT n FROM total").scalar_one()
        session.connection().exec_driver_sql(f"UPDATE total SET n = {said + 1}")
        session.commit()
"""


def put(session: Session, update_id: int) -> None:
    """A unit that writes one row."""
    inbox.admit(session, [(1, {"update_id": update_id})], NOON)


def put_and_fail(session: Session, update_id: int) -> None:
    put(session, update_id)
    raise LookupError("after the write")


def put_twice(session: Session, update_id: int) -> None:
    """What the database itself refuses."""
    for _ in range(2):
        known.keep(session, None, Known(person=Person(id=update_id)), None)


def put_as_object(session: Session, update_id: int) -> None:
    """A row that would be written at some later moment, with what another unit writes."""
    state = InboxState.DONE
    row = InboxRow(update_id=update_id, person_id=1, received_at=NOON, body=None, state=state, attempts=0, error=None)
    session.add(row)


def owe_a_parent(session: Session) -> None:
    """A row without its Person, which SQLite is to notice at the commit only."""
    session.connection().exec_driver_sql("PRAGMA defer_foreign_keys = ON")
    session.execute(sa.insert(SketchRow).values(person_id=9, **asdict(Sketch())))


def written(session: Session) -> list[int]:
    return list(session.connection().exec_driver_sql("SELECT update_id FROM inbox ORDER BY 1").scalars())


def pragma(session: Session, name: str) -> str | int:
    value: str | int = session.connection().exec_driver_sql(f"PRAGMA {name}").scalar_one()
    return value


@asynccontextmanager
async def one_commit(store: Store) -> AsyncIterator[Callable[..., asyncio.Task[None]]]:
    """Units begun inside are committed together: the loop comes to none of them before all of them wait."""
    begun: list[asyncio.Task[None]] = []
    commits: list[str] = []

    def begin(unit: Callable[..., None], *arguments: object) -> asyncio.Task[None]:
        begun.append(asyncio.create_task(store.run(unit, *arguments)))
        return begun[-1]

    def watch(session: Session) -> None:
        driver(session).set_trace_callback(lambda sql: commits.append(sql) if sql == "COMMIT" else None)

    def look_away(session: Session) -> None:
        driver(session).set_trace_callback(None)

    await store.run(watch)
    commits.clear()
    yield begin
    await asyncio.wait(begun)
    assert len(commits) <= 1
    await store.run(look_away)


def driver(session: Session) -> sqlite3.Connection:
    connection = session.connection().connection.driver_connection
    assert isinstance(connection, sqlite3.Connection)
    return connection


@sqlite_only
async def test_units_that_wait_are_committed_together_and_answer_each_to_its_caller(store: Store) -> None:
    async with one_commit(store) as begin:
        units = [begin(put, number) for number in range(MOST_UNITS_A_COMMIT)]

    assert [unit.exception() for unit in units] == [None] * MOST_UNITS_A_COMMIT
    assert await store.run(written) == list(range(MOST_UNITS_A_COMMIT))


@pytest.mark.parametrize(
    ("unit", "error"),
    [
        pytest.param(put_and_fail, LookupError, id="raises"),
        pytest.param(put_twice, IntegrityError, id="is refused by the database"),
        pytest.param(put_as_object, AssertionError, id="adds an object"),
        pytest.param(lambda session, _: next(iter(())), RuntimeError, id="runs dry"),
    ],
)
@sqlite_only
async def test_a_unit_that_fails_takes_no_other_of_its_commit_with_it(
    store: Store, unit: Callable[..., None], error: type[Exception]
) -> None:
    async with one_commit(store) as begin:
        before, failing, after = begin(put, 1), begin(unit, 1), begin(put, 3)

    assert isinstance(failing.exception(), error)
    assert (before.exception(), after.exception()) == (None, None)
    assert await store.run(written) == [1, 3]


@pytest.mark.parametrize("end", [Session.rollback, Session.commit])
@sqlite_only
async def test_a_unit_that_ends_the_transaction_itself_is_an_error_for_all_of_its_commit(
    store: Store, end: Callable[[Session], None]
) -> None:
    async with one_commit(store) as begin:
        before, ending, after = begin(put, 1), begin(end), begin(put, 3)

    assert None not in (before.exception(), ending.exception(), after.exception())
    await store.run(put, 4)
    assert 4 in await store.run(written)


@sqlite_only
async def test_a_connection_that_cannot_even_roll_back_is_replaced(store: Store) -> None:
    def refuse(_connection: object) -> None:
        sa.event.remove(store.engine, "rollback", refuse)
        raise OperationalError("ROLLBACK", {}, Exception("server closed the connection"))

    sa.event.listen(store.engine, "rollback", refuse)
    with pytest.raises(IntegrityError):
        await store.run(owe_a_parent)

    await store.run(put, 1)
    assert await store.run(written) == [1]


async def test_what_a_failing_unit_wrote_is_gone(store: Store) -> None:
    with pytest.raises(LookupError):
        await store.run(put_and_fail, 1)

    assert await store.run(written) == []


@sqlite_only
async def test_a_commit_that_fails_fails_every_unit_of_it_and_the_store_goes_on(store: Store) -> None:
    async with one_commit(store) as begin:
        units = [begin(put, 1), begin(owe_a_parent), begin(put, 2)]

    assert [type(unit.exception()) for unit in units] == [IntegrityError] * 3
    assert await store.run(written) == []
    await store.run(put, 3)
    assert await store.run(written) == [3]


@sqlite_only
async def test_a_full_disk_leaves_nothing_half_written_and_the_store_goes_on_when_there_is_room(store: Store) -> None:
    def fill(session: Session) -> None:
        for number in range(100, 200):
            inbox.admit(session, [(1, {"update_id": number, "text": "x" * 4000})], NOON)

    await store.run(lambda session: pragma(session, f"max_page_count = {int(pragma(session, 'page_count')) + 3}"))
    async with one_commit(store) as begin:
        small, large = begin(put, 1), begin(fill)

    assert isinstance(large.exception(), OperationalError)
    kept = [1] if small.exception() is None else []
    assert await store.run(written) == kept
    await store.run(lambda session: pragma(session, "max_page_count = 100000"))
    await store.run(fill)
    assert await store.run(written) == [*kept, *range(100, 200)]
    assert await store.run(lambda session: pragma(session, "integrity_check")) == "ok"


@sqlite_only
async def test_what_is_insisted_on_waits_until_there_is_room(store: Store) -> None:
    room = iter([3, 3, 100_000])
    pauses: list[float] = []

    async def make_room(seconds: float) -> None:
        pauses.append(seconds)
        await store.run(lambda session: pragma(session, f"max_page_count = {pages + next(room)}"))

    def fill(session: Session) -> None:
        for number in range(100):
            inbox.admit(session, [(1, {"update_id": number, "text": "x" * 4000})], NOON)

    pages = int(await store.run(pragma, "page_count"))
    await make_room(0)

    await store.insist(make_room, fill)

    assert len(await store.run(written)) == 100
    first, second = pauses[1:]
    assert PAUSE_IN_TROUBLE_S / 2 <= first <= PAUSE_IN_TROUBLE_S <= second <= 2 * PAUSE_IN_TROUBLE_S


async def test_what_is_insisted_on_may_be_wrong_and_is_told_so_at_once(store: Store) -> None:
    async def pause(_seconds: float) -> None:
        pytest.fail("there is nothing to wait for")

    with pytest.raises(LookupError):
        await store.insist(pause, put_and_fail, 1)


async def test_an_error_of_the_database_quotes_nothing_that_was_to_be_kept(store: Store) -> None:
    def keep_twice(session: Session) -> None:
        for _ in range(2):
            known.keep(session, None, Known(person=Person(id=1, name="canary")), None)

    with pytest.raises(IntegrityError) as refused:
        await store.run(keep_twice)

    assert "canary" not in str(refused.value)


@contextlib.contextmanager
def slow_disk(patch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """A disk that keeps what is committed once the event is set."""
    kept, end = threading.Event(), in_the_loop.end

    def wait(session: Session) -> None:
        kept.wait(20)
        end(session)

    patch.setattr(in_the_loop, "end", wait)
    yield kept
    kept.set()


@sqlite_only
async def test_the_loop_goes_on_while_the_disk_is_waited_for(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    ran: list[int] = []

    def note(session: Session, number: int) -> None:
        put(session, number)
        ran.append(number)

    with slow_disk(monkeypatch) as kept:
        first = asyncio.create_task(store.run(note, 1))
        await asyncio.sleep(0.01)
        second = asyncio.create_task(store.run(note, 2))
        await asyncio.sleep(0.01)
        assert ran == [1]
        assert not first.done()
        kept.set()
        await asyncio.gather(first, second)

    assert await store.run(written) == [1, 2]


@sqlite_only
async def test_closing_waits_for_the_disk(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    with slow_disk(monkeypatch) as kept:
        first = asyncio.create_task(store.run(put, 1))
        await asyncio.sleep(0.01)
        second = asyncio.create_task(store.run(put, 2))
        await asyncio.sleep(0.01)
        threading.Timer(0.01, kept.set).start()
        store.close()
        await asyncio.gather(first, second)

    with sqlite3.connect(store.url.database or "") as connection:
        assert connection.execute("SELECT count(*) FROM inbox").fetchone() == (2,)
    connection.close()


@sqlite_only
async def test_closing_finishes_what_waits(store: Store) -> None:
    units = [asyncio.create_task(store.run(put, number)) for number in range(3)]
    await asyncio.sleep(0)

    store.close()

    await asyncio.gather(*units)
    with sqlite3.connect(store.url.database or "") as connection:
        assert connection.execute("SELECT count(*) FROM inbox").fetchone() == (3,)
    connection.close()


async def test_a_closed_store_says_so_instead_of_never_answering(store: Store) -> None:
    store.close()

    with pytest.raises(RuntimeError, match="closed"):
        await store.run(written)


@sqlite_only
async def test_a_unit_whose_caller_went_away_is_still_committed(store: Store) -> None:
    async with one_commit(store) as begin:
        task = begin(put, 1)
        await asyncio.sleep(0)
        task.cancel()

    assert await store.run(written) == [1]


@pytest.mark.parametrize(
    ("name", "value"), [("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1), ("busy_timeout", 1000)]
)
@sqlite_only
async def test_sqlite_is_set_up_to_survive_a_power_cut(store: Store, name: str, value: str | int) -> None:
    assert await store.run(lambda session: pragma(session, name)) == value


@sqlite_only
async def test_nobody_else_can_read_the_files(store: Store) -> None:
    await store.run(put, 1)

    folder = Path(store.url.database or "").parent
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()}
    assert modes.keys() >= {"test.db", "test.db-wal"}
    assert set(modes.values()) == {0o600}


async def test_a_store_that_others_could_read_is_closed_to_them(tmp_path: Path) -> None:
    path = tmp_path / "open.db"
    path.touch(mode=0o666)
    path.chmod(0o666)

    Store(f"sqlite:///{path}").close()

    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_two_processes_that_read_and_then_write_lose_nothing(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'total.db'}"
    with sqlite3.connect(tmp_path / "total.db") as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("CREATE TABLE total (n INTEGER)")
        connection.execute("INSERT INTO total VALUES (0)")
    connection.close()
    run = [sys.executable, "-c", ADD_ONE, url]
    both = [subprocess.Popen(run, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    for process in both:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"

    for process in both:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    for process in both:
        process.communicate()

    assert [process.returncode for process in both] == [0, 0]
    with sqlite3.connect(tmp_path / "total.db") as connection:
        assert connection.execute("SELECT n FROM total").fetchone() == (200,)
    connection.close()


# What an operator gets when the store cannot be opened


NOBODY = 65534
RUN_AS_NOBODY = f"""
import os
import sqlite3

from bot import __main__, app  # while they can be read
from bot.line import intake

if os.geteuid() == 0:
    os.setuid({NOBODY})
__main__.main(["run"])
"""


@pytest.fixture
def unwritable() -> Iterator[Path]:
    """A folder that the user `nobody` may enter and not write."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o555)
        yield Path(folder)


@sqlite_only
async def test_a_second_afterword_on_the_same_data_is_told_which_setting_to_change(store: Store) -> None:
    with pytest.raises(StoreUnusable, match=r"already using .*AFTERWORD_DATA_DIR"):
        Store(str(store.url))


async def test_the_lock_goes_with_the_store(store: Store) -> None:
    store.close()

    Store(str(store.url)).close()


def test_a_second_process_ends_with_code_2(tmp_path: Path) -> None:
    first = Store(f"sqlite:///{tmp_path / 'afterword.db'}")

    line = only_line(afterword("run", folder=tmp_path, token=TOKEN, data_dir=str(tmp_path)))

    first.close()
    assert "Another Afterword is already using" in line
    assert "AFTERWORD_DATA_DIR" in line


def test_a_data_directory_that_may_not_be_written_ends_with_code_2(unwritable: Path) -> None:
    settings = environment(token=TOKEN, data_dir=str(unwritable))
    run = [sys.executable, "-c", RUN_AS_NOBODY]

    done = subprocess.run(run, cwd="/", env=settings, capture_output=True, text=True, check=False)

    assert "cannot be written (Permission denied)" in only_line(done)
    assert "AFTERWORD_DATA_DIR" in only_line(done)


def test_a_data_directory_that_cannot_be_made_ends_with_code_2(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    line = only_line(afterword("run", folder=tmp_path, token=TOKEN, data_dir=str(tmp_path / "file" / "data")))

    assert "AFTERWORD_DATA_DIR" in line


def test_a_file_that_is_no_database_ends_with_code_2_and_is_left_as_it_was(tmp_path: Path) -> None:
    noise = bytes(range(256)) * 64
    (tmp_path / "afterword.db").write_bytes(noise)

    line = only_line(afterword("run", folder=tmp_path, token=TOKEN, data_dir=str(tmp_path)))

    assert "Restore a backup" in line
    assert (tmp_path / "afterword.db").read_bytes() == noise


def test_a_damaged_database_ends_with_code_2(tmp_path: Path) -> None:
    path = tmp_path / "afterword.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE alembic_version (version_num TEXT)")
    connection.close()
    content = path.read_bytes()
    path.write_bytes(content[:100] + b"\xff" * (len(content) - 100))

    line = only_line(afterword("run", folder=tmp_path, token=TOKEN, data_dir=str(tmp_path)))

    assert "Restore a backup" in line


def test_a_store_of_a_newer_release_ends_with_code_2(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "afterword.db") as connection:
        connection.execute("CREATE TABLE alembic_version (version_num TEXT)")
        connection.execute("INSERT INTO alembic_version VALUES ('9999')")
    connection.close()

    line = only_line(afterword("run", folder=tmp_path, token=TOKEN, data_dir=str(tmp_path)))

    assert "9999" in line
    assert "newer" in line
    assert "AFTERWORD_DATA_DIR" in line


@pytest.mark.parametrize("url", ["nonsense", "sqlite://", "oracle+dream://me:secret@host/db", "mysql://host/db"])
def test_a_store_url_that_cannot_be_used_is_named_and_not_repeated(url: str) -> None:
    with pytest.raises(StoreUnusable, match="AFTERWORD_STORE_URL") as refused:
        Store(url)

    assert "secret" not in str(refused.value)


def test_a_store_url_that_cannot_be_used_ends_with_code_2(tmp_path: Path) -> None:
    assert "AFTERWORD_STORE_URL" in only_line(afterword("run", folder=tmp_path, token=TOKEN, store_url="nonsense"))
