"""A store that an older release has left in the middle of a talk, and migrations that are killed."""

from __future__ import annotations

import json
import os
import traceback
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import alembic.command
import pytest
import sqlalchemy as sa

from bot.rehearsal.api import api_app
from bot.rehearsal.process import BotProcess, warm_up
from bot.rehearsal.serving import serve
from bot.rehearsal.telegram import LocalTelegram
from storage.engine import make_engine, read_url
from storage.migrate import HEAD, config, migrate
from storage.tables import METADATA
from tests.conftest import NOON
from tests.faults.conftest import ALL, Report, size
from tests.faults.databases import bare
from tests.faults.figures import Figures
from tests.wired import TOKEN

OLD = sorted((Path(__file__).parent / "stores").glob("*.jsonl"))
"""The rows of a talk in the middle, each as the release of its time has left it."""
SIGNAL_9 = 137


@pytest.fixture
def bare_url(store_url: str, tmp_path: Path) -> Iterator[str]:
    """A store in which there is nothing yet."""
    with bare(store_url, tmp_path) as url:
        yield url


def make_old(url: str, old: Path) -> dict[str, dict[str, Any]]:
    """A store as that release left it; the last question to each person, as it stands in their chat."""
    head, *lines = map(json.loads, old.read_text().splitlines())
    engine = make_engine(read_url(url))
    with engine.begin() as connection:
        alembic.command.upgrade(config(connection), head["revision"])
        if engine.dialect.name == "postgresql":
            connection.exec_driver_sql("SET LOCAL TIME ZONE 'UTC'")
        for line in lines:
            _insert(connection, METADATA.tables[line["table"]], line["row"])
        if engine.dialect.name == "postgresql":
            connection.exec_driver_sql("SELECT setval(pg_get_serial_sequence('outbox', 'id'), 1000)")
    engine.dispose()
    asked: dict[str, dict[str, Any]] = head["asked"]
    return asked


def _insert(connection: sa.Connection, table: sa.Table, row: dict[str, Any]) -> None:
    """SQLite keeps yes and no as numbers."""
    values = {name: bool(v) if isinstance(table.c[name].type, sa.Boolean) else v for name, v in row.items()}
    names, places = ", ".join(f'"{name}"' for name in values), ", ".join(f":{name}" for name in values)
    connection.execute(sa.text(f'INSERT INTO "{table.name}" ({names}) VALUES ({places})'), values)


def seen_before(now: Callable[[], datetime], asked: dict[str, dict[str, Any]]) -> LocalTelegram:
    """A Telegram on which everybody has started the bot, and those questions stand."""
    local = LocalTelegram(now, token=TOKEN)
    for name in ("ana", "ben", "cleo", "dora"):
        local.person(name).started = True
    for name, message in asked.items():
        local.messages[local.person(name).id, message["message_id"]] = message
        while local.next_message_id() < message["message_id"]:
            pass
    return local


def press(local: LocalTelegram, name: str, message: dict[str, Any], label: str) -> int:
    """Press a button; the number of the update."""
    buttons = [button for row in message["reply_markup"]["inline_keyboard"] for button in row]
    data = next(button["callback_data"] for button in buttons if button["text"] == label)
    return local.press(name, message["message_id"], data)


async def go_on(url: str, asked: dict[str, dict[str, Any]]) -> tuple[set[str], int]:
    """Let the bot of today talk on; who has heard of it before they said anything, and how many nudges came."""
    now = NOON + timedelta(hours=2, minutes=11)
    local = seen_before(lambda: now, asked)
    serving, _ = await serve(api_app(local))
    warm_up()
    bot = BotProcess({"token": TOKEN, "store_url": url, "telegram_url": serving.url}, running=False)
    try:
        await bot.start(now)
        await bot.settle(now)
        heard = {entry.person for entry in local.transcript if entry.sender == "bot"}
        for name, label in (("ana", "Great"), ("ben", "Yes, I said it"), ("cleo", "1 hour")):
            pressed = press(local, name, asked[name], label)
        await local.wait_until_confirmed(pressed)  # it is to be heard at this hour
        await bot.settle(now)
        now = NOON + timedelta(hours=4, minutes=1)
        await bot.move(now)
        return heard, len((await bot.settle(now))["nudges"])
    finally:
        await bot.kill()
        await serving.stop()


def ask(url: str, query: str) -> list[tuple[Any, ...]]:
    engine = sa.create_engine(read_url(url), poolclass=sa.NullPool)
    with engine.connect() as connection:
        return [tuple(row) for row in connection.execute(sa.text(query))]


@pytest.mark.parametrize("old", OLD if ALL else OLD[:1], ids=lambda old: old.stem)
async def test_a_talk_that_an_older_release_began_goes_on(bare_url: str, old: Path, report: Report) -> None:
    heard, nudges = await go_on(bare_url, make_old(bare_url, old))

    ana, ben, cleo = ask(bare_url, "SELECT mood, interest_said, length_known FROM interview ORDER BY person_id")
    held = {
        "an update that was kept": "dora" in heard,
        "a message on its way": "cleo" in heard,
        "the question asked last": ana[0] == "great",
        "the second question": ben[:2] == ("great", "yes"),
        "the length": bool(cleo[2]),
        "what is due at four": nudges >= 1,
    }
    lost = [what for what, holds in held.items() if not holds]
    report(Figures(fault="24 upgraded amid a talk", store=kind(bare_url), trials=len(held), lost=len(lost)))
    assert lost == []
    assert ask(bare_url, "SELECT count(*) FROM inbox WHERE state <> 'done'") == [(0,)]
    assert ask(bare_url, "SELECT count(*) FROM outbox WHERE state IN ('ready', 'sending')") == [(0,)]
    assert ask(bare_url, "SELECT version_num FROM alembic_version") == [(HEAD,)]


def kind(url: str) -> str:
    return "sqlite" if url.startswith("sqlite") else "postgresql"


def migrate_and_die(url: str, at: int) -> None:
    """In a process of its own: bring the store up to date, and die before that commit or statement that changes it."""
    left = iter(range(at))

    def count_down(*given: Any) -> None:
        is_only_read = len(given) > 2 and given[2].lstrip().startswith(("SELECT", "PRAGMA"))
        if not is_only_read and next(left, None) is None:
            os._exit(SIGNAL_9)

    engine = make_engine(read_url(url))
    sa.event.listen(engine, "before_cursor_execute", count_down)
    sa.event.listen(engine, "commit", count_down)
    migrate(engine)
    os._exit(0)


SHAPE = {
    "sqlite": "SELECT name, sql FROM sqlite_master ORDER BY name",
    "postgresql": """
        SELECT relname, array_agg(attname || format_type(atttypid, atttypmod) || attnotnull ORDER BY attnum),
               (SELECT array_agg(conname ORDER BY conname) FROM pg_constraint WHERE conrelid = pg_class.oid)
        FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid
        WHERE relnamespace = 'public'::regnamespace GROUP BY pg_class.oid, relname ORDER BY relname""",
}


def everything(url: str) -> list[Any]:
    """The shape of a store and all that is in it."""
    shape = ask(url, SHAPE[kind(url)])
    kept = ("alembic_version", "inbox", "outbox", "person", "opportunity", "interview", "nudged")
    return [shape, *(sorted(map(repr, ask(url, f"SELECT * FROM {table}"))) for table in kept)]


def test_a_migration_that_is_killed_leaves_the_store_as_it_was(bare_url: str, report: Report, seed: int) -> None:
    make_old(bare_url, OLD[0])
    before, half, trials = everything(bare_url), 0, 0
    step = size(24, 6)
    for at in range(seed % step, 10_000, step):
        if not dies(bare_url, at):
            break
        trials += 1
        half += everything(bare_url) != before

    report(Figures(fault="24 migration killed at every step", store=kind(bare_url), trials=trials, lost=half))
    assert half == 0
    assert trials >= size(0, 5)
    assert ask(bare_url, "SELECT version_num FROM alembic_version") == [(HEAD,)]


def dies(url: str, at: int) -> bool:
    """Whether a process that brings the store up to date gets so far as to die there."""
    child = os.fork()
    if child == 0:
        try:
            migrate_and_die(url, at)
        finally:
            traceback.print_exc()
            os._exit(1)
    _, status = os.waitpid(child, 0)
    code = os.waitstatus_to_exitcode(status)
    assert code in (0, SIGNAL_9)
    return code == SIGNAL_9
