"""`afterword doctor`: a line for each thing that is wrong with a store, with what mends it; and the daily copies."""

from __future__ import annotations

import sqlite3
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlmodel import Session

from bot.check import check
from bot.copying import Copies
from bot.housekeeping import Housekeeper
from bot.settings import Given
from scheduler.clock import MovedClock, SystemClock
from storage import backup, daily, doctor, inbox, known, outbox
from storage.engine import StoreUnusable
from storage.facts import Known, Person
from storage.migrate import migrate
from storage.store import Store
from tests.commands import TOKEN, afterword
from tests.conftest import NOON
from tests.wired import ANA, after_an_interview, message

DAY = timedelta(days=1)


def opened(folder: Path) -> Store:
    store = Store(f"sqlite:///{folder / 'afterword.db'}")
    migrate(store.engine)
    return store


def keep(session: Session, who: Known) -> None:
    known.keep(session, None, who, None)


def told(folder: Path) -> tuple[int, list[str]]:
    done = afterword("doctor", folder=folder, data_dir=str(folder))
    assert "Traceback" not in done.stderr
    return done.returncode, done.stdout.splitlines()


def test_a_store_that_is_as_it_should_be(tmp_path: Path) -> None:
    assert told(tmp_path) == (0, ["The store is as it should be."])
    opened(tmp_path).close()
    before = (tmp_path / "afterword.db").read_bytes()
    assert told(tmp_path) == (0, ["The store is as it should be."])
    assert (tmp_path / "afterword.db").read_bytes() == before


BROKEN = {
    "INSERT INTO week (person_id, id, monday, applications) VALUES (7, 1, '2026-11-30', 2)": "1 rows of week",
    "DROP INDEX ix_person_wake_at": "lacks the index ix_person_wake_at",
    "DROP TABLE feed": "The table feed is missing",
    "ALTER TABLE person DROP COLUMN sentence": "The table person lacks sentence",
    "UPDATE alembic_version SET version_num = '0003'": "The schema is 0003",
    "UPDATE alembic_version SET version_num = '9003'": "Install the newer release",
}


@pytest.mark.parametrize(("statement", "finding"), BROKEN.items(), ids=BROKEN.values())
def test_what_is_wrong_is_told_with_its_mend(tmp_path: Path, statement: str, finding: str) -> None:
    opened(tmp_path).close()
    with sqlite3.connect(tmp_path / "afterword.db") as broken:
        broken.execute(statement)
    broken.close()

    code, lines = told(tmp_path)

    assert code == 2
    (line,) = [line for line in lines if finding in line]
    assert line.endswith(".")


def test_a_damaged_file_is_told(tmp_path: Path) -> None:
    opened(tmp_path).close()
    path = tmp_path / "afterword.db"
    size = path.stat().st_size
    with path.open("r+b") as file:
        for page in range(3, size // 4096 - 2):
            file.seek(page * 4096)
            file.write(b"\xff" * 2048)

    done = afterword("doctor", folder=tmp_path, data_dir=str(tmp_path))

    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert "estore a" in done.stdout + done.stderr


async def test_what_waits_for_too_long_is_told(tmp_path: Path) -> None:
    store = opened(tmp_path)
    await store.run(keep, after_an_interview(NOON))
    await store.run(inbox.admit, [(ANA, {"update_id": 1}), (ANA, {"update_id": 2})], NOON)
    for _ in range(inbox.MOST_ATTEMPTS):
        await store.run(inbox.failed, 2, "KeyError")
    await store.run(outbox.post, [message("waits")], NOON)

    soon = await store.run(lambda session: list(doctor.findings(session, NOON + timedelta(minutes=5))))
    late = await store.run(lambda session: list(doctor.findings(session, NOON + 5 * timedelta(hours=1))))

    assert [line.partition(" (")[0] for line in soon] == ["1 updates were set aside"]
    assert [line.partition(",")[0] for line in late][::2] == ["1 updates wait", "1 messages wait"]
    assert "KeyError 1" in late[1]
    store.close()


async def test_somebody_whom_nothing_would_wake_is_found(tmp_path: Path) -> None:
    store = opened(tmp_path)
    await store.run(keep, after_an_interview(SystemClock().now()))
    await store.run(keep, Known(person=Person(id=5, name="Bo", blocked=True)))
    store.close()

    assert told(tmp_path)[1][0].startswith("1 people would never be written to")


# The daily copy


async def test_each_day_has_one_copy_and_the_oldest_go(tmp_path: Path) -> None:
    store, folder = opened(tmp_path), tmp_path / "copies"
    copies = Copies(str(store.url), folder, 3)
    (folder / "other").mkdir(parents=True)
    (folder / "afterword-2026-99-99.db").write_text("not ours")
    for days in range(5):
        for _ in range(2):
            await copies.make(NOON + days * DAY)

    assert list(daily.copies(folder)) == [NOON.date() + days * DAY for days in (4, 3, 2)]
    assert {path.name for path in folder.iterdir()} > {"other", "afterword-2026-99-99.db"}
    assert len(list(folder.iterdir())) == 5
    newest = daily.copies(folder)[NOON.date() + 4 * DAY]
    assert newest.stat().st_mode & 0o077 == 0
    store.close()
    backup.restore(f"sqlite:///{tmp_path / 'back.db'}", newest, NOON)


async def test_a_copy_that_cannot_be_made_is_told_once_an_hour_and_made_later(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    store, folder = opened(tmp_path), tmp_path / "copies"
    folder.write_text("in the way")
    copies = Copies(str(store.url), folder, 3)

    await copies.make(NOON)
    await copies.make(NOON + timedelta(minutes=30))
    assert [str(folder) in record.getMessage() for record in caplog.records] == [True]
    folder.unlink()
    await copies.make(NOON + timedelta(hours=1))

    assert list(daily.copies(folder)) == [NOON.date()]
    store.close()


def test_a_copy_that_breaks_off_never_has_the_name_of_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened(tmp_path).close()

    def full(*_: object, **_more: object) -> None:
        raise StoreUnusable("No space left on device")

    monkeypatch.setattr(daily, "backup", full)
    with pytest.raises(StoreUnusable):
        daily.copy_of(f"sqlite:///{tmp_path / 'afterword.db'}", tmp_path / "copies", 3, date(2026, 11, 30))
    assert daily.copies(tmp_path / "copies") == {}


async def test_the_housekeeper_makes_it(tmp_path: Path) -> None:
    store, folder, clock = opened(tmp_path), tmp_path / "copies", MovedClock(NOON)
    keeper = Housekeeper(store, clock, Copies(str(store.url), folder, 3))
    await keeper.look(NOON)
    assert list(daily.copies(folder)) == [NOON.date()]
    await Housekeeper(store, clock).look(NOON + DAY)
    assert list(daily.copies(folder)) == [NOON.date()]
    store.close()


def test_on_a_server_it_is_told_what_to_do_instead(tmp_path: Path) -> None:
    done = afterword("run", folder=tmp_path, backup_dir="copies", store_url="postgresql://me@host/name", token=TOKEN)
    assert done.returncode == 2
    assert "pg_dump" in done.stderr
    assert "Traceback" not in done.stderr


async def test_check_tells_of_the_copies(tmp_path: Path) -> None:
    store, today = opened(tmp_path), SystemClock().now().date()
    settings = Given(data_dir=tmp_path, backup_dir=tmp_path / "copies")
    store.close()
    assert (await check(settings))[1]
    daily.copy_of(str(store.url), tmp_path / "copies", 3, today - 5 * DAY)
    lines, fine = await check(settings)
    assert not fine
    assert any("daily copies: 1 in" in line and "none since" in line for line in lines)
    daily.copy_of(str(store.url), tmp_path / "copies", 3, today - DAY)
    assert (await check(settings))[1]
