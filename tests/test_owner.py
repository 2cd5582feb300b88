"""One store, one bot: another one is refused before it does anything, a new token of the same bot is not."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import sqlalchemy as sa

from bot.app import build
from bot.check import check
from bot.settings import Given
from scheduler.clock import MovedClock
from storage import owner
from storage.engine import StoreUnusable, make_engine, read_url
from storage.migrate import migrate
from tests.commands import afterword
from tests.conftest import NOON
from tests.postgres import prepare

ONE, ANEW, OTHER = "123456:ABCDEF_ghijkl", "123456:ANOTHER_token_of_it", "654321:ABCDEF_ghijkl"


def start(folder: Path, token: str) -> None:
    build(Given(token=token, data_dir=folder), MovedClock(NOON)).store.close()


def test_another_bot_is_refused_and_a_new_token_of_the_same_is_not(tmp_path: Path) -> None:
    start(tmp_path, ONE)
    start(tmp_path, ANEW)
    with pytest.raises(StoreUnusable, match=r"belongs to the bot 123456, .* AFTERWORD_DATA_DIR"):
        start(tmp_path, OTHER)
    start(tmp_path, ONE)


def test_the_command_says_so_in_a_line_and_changes_nothing(tmp_path: Path) -> None:
    start(tmp_path, ONE)
    before = (tmp_path / "afterword.db").read_bytes()

    done = afterword("run", folder=tmp_path, data_dir=str(tmp_path), token=OTHER, telegram_url="http://127.0.0.1:9")

    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)
    assert "belongs to the bot 123456" in done.stderr
    assert (tmp_path / "afterword.db").read_bytes() == before
    assert OTHER.partition(":")[2] not in done.stderr


def test_check_sees_it_before_anything_is_started(tmp_path: Path) -> None:
    start(tmp_path, ONE)
    settings = Given(token=OTHER, data_dir=tmp_path, telegram_url="http://127.0.0.1:9")
    lines, fine = asyncio.run(check(settings))
    assert not fine
    assert any(line.startswith("store: ") and "belongs to the bot 123456" in line for line in lines)


def test_a_store_of_an_older_release_belongs_to_the_first_that_starts(store_url: str) -> None:
    prepare(store_url)
    engine = make_engine(read_url(store_url))
    migrate(engine)
    with engine.begin() as connection:
        assert owner.owner(connection) is None
    owner.claim(engine, 1, NOON)
    owner.claim(engine, 1, NOON)
    with pytest.raises(StoreUnusable):
        owner.claim(engine, 2, NOON)
    with engine.begin() as connection:
        assert connection.execute(sa.text("SELECT count(*) FROM bot")).scalar_one() == 1
    engine.dispose()


def test_of_two_that_start_together_one_has_it(store_url: str) -> None:
    prepare(store_url)

    def attempt(number: int) -> bool:
        engine = make_engine(read_url(store_url))
        try:
            owner.claim(engine, number, NOON)
        except StoreUnusable:
            return False
        finally:
            engine.dispose()
        return True

    with ThreadPoolExecutor(4) as several:
        assert sorted(several.map(attempt, (1, 2, 3, 4))) == [False, False, False, True]
