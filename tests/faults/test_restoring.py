"""Copies that are put back: again and again, killed on the way, on a full disk, and files that are no copies."""

from __future__ import annotations

import errno
import os
import sqlite3
import traceback
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlmodel import Session

from storage import inbox
from storage.backup import backup, restore
from storage.engine import StoreUnusable, make_engine, read_url
from storage.migrate import migrate
from tests.conftest import NOON
from tests.faults.conftest import Report
from tests.faults.figures import Figures

SIGNAL_9 = 137
OLD, NEW = 1, 2
"""How many updates the store holds, and its copy."""


def url(path: Path) -> str:
    return f"sqlite:///{path}"


def make(path: Path, updates: int) -> None:
    engine = make_engine(read_url(url(path)))
    migrate(engine)
    with Session(engine) as session:
        inbox.admit(session, [(7, {"update_id": number}) for number in range(updates)], NOON)
        session.commit()
    engine.dispose()


def held(path: Path) -> int:
    """How many updates a store holds; fails for one that is not whole."""
    with sqlite3.connect(path) as opened:
        assert opened.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return int(opened.execute("SELECT count(*) FROM inbox").fetchone()[0])


def stores_in(folder: Path) -> list[int]:
    """What the store holds, and every one that is kept beside it."""
    kept = sorted(path for path in folder.glob("store.db.before-restore-*") if not path.name.endswith(("-wal", "-shm")))
    return [held(folder / "store.db"), *map(held, kept)]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    make(tmp_path / "store.db", OLD)
    make(tmp_path / "other.db", NEW)
    backup(url(tmp_path / "other.db"), tmp_path / "copy.db")
    return tmp_path / "copy.db"


def before_each_step(act: Callable[[], None], patch: pytest.MonkeyPatch) -> None:
    """Do this before whatever changes a file."""

    def watched(owner: Any, name: str) -> None:
        real = getattr(owner, name)

        def step(*given: Any, **more: Any) -> Any:
            act()
            return real(*given, **more)

        patch.setattr(owner, name, step)

    for owner, name in ((os, "open"), (os, "link"), (os, "replace"), (Path, "unlink"), (sqlite3, "connect")):
        watched(owner, name)


def dies(path: Path, copy: Path, at: int) -> bool:
    """Whether a process that restores gets so far as to die before that step."""
    child = os.fork()
    if child == 0:
        left = iter(range(at))
        try:
            with pytest.MonkeyPatch.context() as patch:
                before_each_step(lambda: None if next(left, None) is not None else os._exit(SIGNAL_9), patch)
                restore(url(path), copy, NOON + timedelta(seconds=at))
            os._exit(0)
        finally:
            traceback.print_exc()
            os._exit(1)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert code in (0, SIGNAL_9)
    return code == SIGNAL_9


def test_a_restore_that_is_killed_loses_no_store(tmp_path: Path, copy: Path, report: Report) -> None:
    lost = trials = 0
    while dies(tmp_path / "store.db", copy, trials):
        trials += 1
        lost += OLD not in stores_in(tmp_path)
    report(Figures(fault="29 restore killed at every step", store="sqlite", trials=trials, lost=lost))
    assert lost == 0
    assert trials > 5
    assert stores_in(tmp_path)[0] == NEW


def test_a_disk_that_is_full_at_any_step_of_a_restore_changes_nothing(
    tmp_path: Path, copy: Path, report: Report
) -> None:
    steps = 0

    def fails(at: int) -> bool:
        left = iter(range(at))

        def fail() -> None:
            if next(left, None) is None:
                raise OSError(errno.ENOSPC, "No space left on device")

        with pytest.MonkeyPatch.context() as patch:
            before_each_step(fail, patch)
            try:
                restore(url(tmp_path / "store.db"), copy, NOON + timedelta(seconds=at))
            except (StoreUnusable, OSError):
                return True
            return False

    lost = 0
    while fails(steps):
        steps += 1
        lost += OLD not in stores_in(tmp_path)
    report(Figures(fault="29 disk full at every step of a restore", store="sqlite", trials=steps, lost=lost))
    assert lost == 0
    assert steps > 5


def test_no_store_is_lost_however_often_another_is_put_in_its_place(tmp_path: Path, report: Report) -> None:
    make(tmp_path / "store.db", 1)
    trials = 5
    for number in range(2, trials + 2):
        make(tmp_path / f"{number}.db", number)
        restore(url(tmp_path / "store.db"), tmp_path / f"{number}.db", NOON)  # all within one second
        (tmp_path / "wrong.db").write_bytes(os.urandom(4096))
        with pytest.raises(StoreUnusable):
            restore(url(tmp_path / "store.db"), tmp_path / "wrong.db", NOON)
    lost = len(set(range(1, trials + 2)) - set(stores_in(tmp_path)))
    report(Figures(fault="29 restored five times, and files that are no copies", store="sqlite", trials=10, lost=lost))
    assert lost == 0
