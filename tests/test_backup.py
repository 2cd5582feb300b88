"""A copy of the store while it is in use, and back again."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from storage import inbox
from storage.backup import backup, restore
from storage.engine import StoreUnusable
from storage.migrate import migrate
from storage.store import Store
from tests.conftest import NOON


def address(folder: Path) -> str:
    return f"sqlite:///{folder / 'afterword.db'}"


async def filled(folder: Path, *update_ids: int) -> Store:
    store = Store(address(folder))
    migrate(store.engine)
    await store.run(inbox.admit, [(7, {"update_id": number}) for number in update_ids], NOON)
    return store


async def counted(folder: Path) -> dict[str, int]:
    store = Store(address(folder))
    found = await store.run(inbox.counts)
    store.close()
    return found


async def test_a_copy_made_while_the_store_is_open_holds_everything_committed(tmp_path: Path) -> None:
    store = await filled(tmp_path, 1, 2, 3)
    backup(address(tmp_path), tmp_path / "copy.db")
    await store.run(inbox.admit, [(7, {"update_id": 4})], NOON)
    store.close()
    assert stat.S_IMODE((tmp_path / "copy.db").stat().st_mode) == 0o600
    kept = restore(address(tmp_path), tmp_path / "copy.db")
    assert await counted(tmp_path) == {"new": 3}
    assert kept is not None
    assert kept.exists()


async def test_nothing_is_restored_under_a_running_bot(tmp_path: Path) -> None:
    store = await filled(tmp_path, 1)
    backup(address(tmp_path), tmp_path / "copy.db")
    with pytest.raises(StoreUnusable, match="already using"):
        restore(address(tmp_path), tmp_path / "copy.db")
    store.close()


async def test_a_file_that_is_no_copy_changes_nothing(tmp_path: Path) -> None:
    (await filled(tmp_path, 1)).close()
    (tmp_path / "photo.db").write_bytes(b"\x89PNG" * 100)
    with pytest.raises(StoreUnusable, match="cannot be copied"):
        restore(address(tmp_path), tmp_path / "photo.db")
    assert await counted(tmp_path) == {"new": 1}


async def test_an_older_copy_is_not_overwritten(tmp_path: Path) -> None:
    (await filled(tmp_path, 1)).close()
    (tmp_path / "copy.db").write_text("precious")
    with pytest.raises(StoreUnusable, match="exists already"):
        backup(address(tmp_path), tmp_path / "copy.db")
    assert (tmp_path / "copy.db").read_text() == "precious"
