"""A disk that fills up while the bot runs: one line with the path and the mend, not ready, not green, and over once."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
import sqlalchemy as sa
from sqlmodel import Session

from bot import asked_telegram, running_bot
from bot.check import check
from bot.line.lookout import Lookout
from bot.line.trouble import STANDING
from bot.settings import Given
from storage import inbox, room
from storage.engine import is_taken
from storage.migrate import migrate
from storage.store import Store
from storage.troubles import mend
from tests.conftest import NOON
from tests.disks import fill, small_disk
from tests.wired import TOKEN, Line, open_line


def allow(session: Session, pages: int) -> None:
    """So many pages may the file have; fewer than it has means no more."""
    session.connection().exec_driver_sql(f"PRAGMA max_page_count = {pages}")


def admit(session: Session, number: int, size: int) -> None:
    inbox.admit(session, [(1, {"update_id": number, "text": "x" * size})], NOON)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store(f"sqlite:///{tmp_path / 'test.db'}")
    migrate(opened.engine)
    yield opened
    opened.close()


async def test_a_full_disk_is_told_once_with_path_and_mend_and_once_when_it_is_over(
    store: Store, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    await store.run(allow, 1)
    troubles: list[str | None] = []

    async def pause(_seconds: float) -> None:
        troubles.append(store.trouble)
        await store.insist(pause, inbox.is_empty)  # one that only reads proves nothing
        troubles.append(store.trouble)
        if len(troubles) > 9:
            await store.run(allow, 1 << 30)

    with caplog.at_level(logging.INFO):
        await store.insist(pause, admit, 1, 1_000_000)

    assert set(troubles) == {"SQLITE_FULL"}
    assert store.trouble is None
    begun, over = [record.getMessage() for record in caplog.records if record.name == "storage.store"]
    assert str(tmp_path / "test.db") in begun
    assert "Its disk is full. Make room, or set AFTERWORD_DATA_DIR to another disk." in begun
    assert "can be written again, after 5 failures" in over
    assert await store.run(inbox.counts) == {"new": 1}


async def test_what_is_given_up_is_no_recovery(store: Store, caplog: pytest.LogCaptureFixture) -> None:
    await store.run(allow, 1)

    async def give_up(_seconds: float) -> None:
        raise TimeoutError

    with pytest.raises(TimeoutError):
        await store.insist(give_up, admit, 1, 1_000_000)

    assert store.trouble is None
    assert "again" not in caplog.text


def test_a_full_disk_of_a_server_is_known_by_its_number() -> None:
    class DiskFullError(Exception):
        sqlstate = "53100"

    told = mend(sa.exc.OperationalError("INSERT", {}, DiskFullError()))

    assert told == "The disk of its server is full. Make room there."


async def ready(line: Line, store: Store) -> tuple[int, str]:
    transport = httpx.ASGITransport(Lookout(store, line.clock).app)
    async with httpx.AsyncClient(transport=transport, base_url="http://bot") as client:
        answer = await client.get("/ready")
    return answer.status_code, answer.text


async def test_on_a_disk_that_is_really_full_nothing_is_ready_or_green_and_nothing_is_lost(tmp_path: Path) -> None:
    STANDING.clear()
    folder = tmp_path / "disk"
    with small_disk(folder):
        store = Store(f"sqlite:///{folder / 'afterword.db'}")
        migrate(store.engine)
        settings = Given(data_dir=folder)
        lines, fine = await check(settings)
        assert (fine, "bot: runs on this store" in lines) == (True, True)
        ballast = folder / "ballast"
        fill(ballast)

        async def pause(_seconds: float) -> None:
            async with open_line(tmp_path / "line") as line:
                assert (await ready(line, store))[0] == 503
            lines, fine = await check(settings)
            assert not fine
            assert [line for line in lines if line.startswith("disk: ") and str(folder) in line and "Make room" in line]
            ballast.unlink()

        await store.insist(pause, admit, 1, 3_000_000)

        assert await store.run(inbox.counts) == {"new": 1}
        assert (await check(settings))[1]
        store.close()
        assert "bot: does not run on this store" in (await check(settings))[0]


def test_before_anything_is_written_a_full_disk_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    url = sa.engine.make_url(f"sqlite:///{tmp_path / 'not' / 'there.db'}")
    assert room.lacks_room(url) is None
    monkeypatch.setattr(room, "LEAST_ROOM", 1 << 60)
    assert "Make room" in (room.lacks_room(url) or "")
    assert room.lacks_room(sa.engine.make_url("postgresql+psycopg://me@host/name")) is None


def test_looking_whether_a_bot_runs_is_in_nobodys_way(tmp_path: Path) -> None:
    url = sa.engine.make_url(f"sqlite:///{tmp_path / 'test.db'}")
    assert is_taken(url) is False
    store = Store(str(url))
    assert is_taken(url) is True
    store.close()
    assert is_taken(url) is False
    assert is_taken(sa.engine.make_url("postgresql+psycopg://me@host/name")) is None
    Store(str(url)).close()


def test_a_bot_that_runs_and_does_not_answer_is_not_well(tmp_path: Path, store: Store) -> None:
    settings = Given(store_url=str(store.url), health_port=9)
    told, fine = running_bot.told(settings)
    assert (fine, told[0].startswith("bot: runs on this store; No bot answers at ")) == (False, True)
    elsewhere, fine = running_bot.told(Given(data_dir=tmp_path / "other", health_port=9))
    assert (fine, "does not run" in elsewhere[0]) == (True, True)


# What Telegram says


@pytest.mark.parametrize(
    ("url", "is_set", "fine", "words"),
    [
        ("", "", True, None),
        ("https://key@other.example/hook?k=1", "", False, "https://********@other.example/hook, so they cannot be"),
        ("https://bot.example/hook", "https://bot.example/hook", True, None),
        ("https://old.example/hook", "https://bot.example/hook", False, "until `afterword run` sets"),
    ],
)
async def test_a_webhook_in_the_way_is_told(
    tmp_path: Path, url: str, is_set: str, fine: bool, words: str | None
) -> None:
    async with open_line(tmp_path) as line:
        line.local.updates.webhook = {"url": url, "pending_update_count": 4} if url else {}
        settings = Given(token=TOKEN, webhook_url=is_set, webhook_secret="s" * 40 if is_set else None)
        told, is_fine = await asked_telegram.asked(settings.model_copy(update={"telegram_url": line.url}), NOON)
    assert is_fine is fine
    assert words is None or any(words in one for one in told)


def test_what_waits_and_the_last_error_are_told() -> None:
    found = {"pending_update_count": 7, "last_error_date": NOON.timestamp() - 300, "last_error_message": "Bad\ngateway"}
    assert list(asked_telegram.waiting(found, NOON)) == [
        "updates at Telegram: 7",
        "last error of the webhook: Badgateway (5 min ago)",
    ]
