"""A copy of the store while it is in use, and back again."""

from __future__ import annotations

import contextlib
import errno
import os
import sqlite3
import stat
from datetime import timedelta
from pathlib import Path

import alembic.command
import pytest

from storage import backup as copies
from storage import inbox
from storage.backup import backup, restore
from storage.engine import StoreUnusable, make_engine, read_url
from storage.migrate import HEAD, config, migrate
from storage.store import Store
from tests.commands import afterword, only_line
from tests.conftest import NOON


def address(folder: Path) -> str:
    return f"sqlite:///{folder / 'afterword.db'}"


async def filled(folder: Path, *update_ids: int) -> Store:
    store = Store(address(folder))
    migrate(store.engine)
    await store.run(inbox.admit, [(7, {"update_id": number}) for number in update_ids], NOON)
    return store


async def copied(folder: Path, name: str, *update_ids: int) -> Path:
    """A copy of a store with these updates, made elsewhere."""
    elsewhere = folder / f"of {name}#1?"
    elsewhere.mkdir()
    (await filled(elsewhere, *update_ids)).close()
    backup(address(elsewhere), folder / name)
    return folder / name


async def counted(folder: Path) -> dict[str, int]:
    store = Store(address(folder))
    found = await store.run(inbox.counts)
    store.close()
    return found


def updates(path: Path) -> int:
    with contextlib.closing(sqlite3.connect(path)) as opened:
        return int(opened.execute("SELECT count(*) FROM inbox").fetchone()[0])


def everything(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


async def test_a_copy_made_while_the_store_is_open_holds_everything_committed(tmp_path: Path) -> None:
    store = await filled(tmp_path, 1, 2, 3)
    backup(address(tmp_path), tmp_path / "copy.db")
    await store.run(inbox.admit, [(7, {"update_id": 4})], NOON)
    store.close()
    assert stat.S_IMODE((tmp_path / "copy.db").stat().st_mode) == 0o600
    done = restore(address(tmp_path), tmp_path / "copy.db", NOON)
    assert await counted(tmp_path) == {"new": 3}
    assert (done.found, done.rows["inbox"]) == (HEAD, 3)
    assert done.before is not None
    assert updates(done.before) == 4


async def test_every_store_that_a_copy_has_replaced_is_kept(tmp_path: Path) -> None:
    (await filled(tmp_path, 1)).close()
    two, three = await copied(tmp_path, "two", 1, 2), await copied(tmp_path, "three", 1, 2, 3)
    moments = [NOON, NOON, NOON + timedelta(seconds=1)]  # twice within one second, too
    kept = [restore(address(tmp_path), copy, now).before for copy, now in zip((two, three, two), moments, strict=True)]
    assert [updates(path) for path in kept if path] == [1, 2, 3]
    assert len(set(kept)) == 3
    assert await counted(tmp_path) == {"new": 2}


async def test_a_damaged_store_is_kept_as_it_is(tmp_path: Path) -> None:
    copy = await copied(tmp_path, "copy", 1, 2)
    (tmp_path / "afterword.db").write_bytes(b"not a store any more")
    done = restore(address(tmp_path), copy, NOON)
    assert done.before is not None
    assert done.before.read_bytes() == b"not a store any more"
    assert await counted(tmp_path) == {"new": 2}


async def test_nothing_is_restored_under_a_running_bot(tmp_path: Path) -> None:
    store = await filled(tmp_path, 1)
    backup(address(tmp_path), tmp_path / "copy.db")
    with pytest.raises(StoreUnusable, match="already using"):
        restore(address(tmp_path), tmp_path / "copy.db", NOON)
    store.close()


def foreign(path: Path) -> None:
    with contextlib.closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE alembic_version (version_num)")
        other.execute("INSERT INTO alembic_version VALUES ('0001')")
        other.commit()


def empty(path: Path) -> None:
    path.write_bytes(b"")


def picture(path: Path) -> None:
    path.write_bytes(b"\x89PNG" * 100)


@pytest.mark.parametrize(
    ("make", "told"),
    [(foreign, "is no copy"), (empty, "is no copy"), (picture, "cannot be read"), (os.mkdir, "no file")],
)
async def test_a_file_that_is_no_copy_touches_nothing(tmp_path: Path, make: object, told: str) -> None:
    (await filled(tmp_path, 1)).close()
    assert callable(make)
    make(tmp_path / "other.db")
    before = everything(tmp_path)
    with pytest.raises(StoreUnusable, match=told):
        restore(address(tmp_path), tmp_path / "other.db", NOON)
    assert everything(tmp_path) == before


async def test_a_copy_of_a_newer_release_touches_nothing(tmp_path: Path) -> None:
    (await filled(tmp_path, 1)).close()
    copy = await copied(tmp_path, "copy", 1, 2)
    with contextlib.closing(sqlite3.connect(copy)) as newer:
        newer.execute("UPDATE alembic_version SET version_num = '9999'")
        newer.commit()
    before = everything(tmp_path)
    with pytest.raises(StoreUnusable, match="newer Afterword"):
        restore(address(tmp_path), copy, NOON)
    assert everything(tmp_path) == before


def test_a_copy_of_an_older_release_is_brought_up_to_date(tmp_path: Path) -> None:
    engine = make_engine(read_url(f"sqlite:///{tmp_path / 'old.db'}"))
    with engine.begin() as connection:
        alembic.command.upgrade(config(connection), "0004")
    engine.dispose()
    done = restore(address(tmp_path), tmp_path / "old.db", NOON)
    assert (done.found, done.before) == ("0004", None)
    with contextlib.closing(sqlite3.connect(tmp_path / "afterword.db")) as opened:
        assert opened.execute("SELECT version_num FROM alembic_version").fetchone() == (HEAD,)


@pytest.mark.parametrize("step", ["_copy", "_bring_up", "_keep", "os.replace"])
async def test_a_disk_that_fills_up_on_the_way_leaves_the_store(
    tmp_path: Path, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (await filled(tmp_path, 1)).close()
    copy = await copied(tmp_path, "copy", 1, 2)

    def full(*_arguments: object, **_more: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(copies, *(step, full)) if "." not in step else monkeypatch.setattr(os, "replace", full)
    with pytest.raises(StoreUnusable, match="No space left"):
        restore(address(tmp_path), copy, NOON)
    monkeypatch.undo()
    assert await counted(tmp_path) == {"new": 1}
    assert not any(".restored" in name for name in everything(tmp_path))


async def test_an_older_copy_is_not_overwritten(tmp_path: Path) -> None:
    (await filled(tmp_path, 1)).close()
    (tmp_path / "copy.db").write_text("precious")
    with pytest.raises(StoreUnusable, match="exists already"):
        backup(address(tmp_path), tmp_path / "copy.db")
    assert (tmp_path / "copy.db").read_text() == "precious"


async def test_what_was_put_back_is_told(tmp_path: Path) -> None:
    copy = await copied(tmp_path, "copy", 1, 2)
    (await filled(tmp_path, 1)).close()
    done = afterword("restore", str(copy), folder=tmp_path, data_dir=str(tmp_path))
    assert done.returncode == 0, done.stderr
    assert "Rows: person 0" in done.stdout
    assert "inbox 2" in done.stdout
    assert "afterword.db.before-restore-" in done.stdout


def test_a_password_stays_out_of_what_is_told(tmp_path: Path) -> None:
    url = "postgresql://u:p@ss:w0rd@host:5432/name"
    for words in (("backup", "copy.db"), ("restore", "copy.db")):
        line = only_line(afterword(*words, folder=tmp_path, store_url=url))
        assert "w0rd" not in line
        assert "AFTERWORD_STORE_URL" in line


@pytest.mark.parametrize(
    "shape", ["postgresql://u:{}@host:5432/name", "postgresql://u:{}@host/name", "mysql://u:{}@h/n"]
)
@pytest.mark.parametrize(
    "password", ["p@ss:w0rd", "p@ss/w0rd", "p:ss/w0rd", "p@ss?w0rd", "p#ss@w0rd", "[w0rd", "w0rd]@"]
)
def test_no_piece_of_a_password_is_shown(shape: str, password: str) -> None:
    try:
        told = str(read_url(shape.format(password)))
    except StoreUnusable as error:
        told = f"{error} {error.__cause__} {error.__context__ if not error.__suppress_context__ else ''}"
    assert "w0rd" not in told
