"""What bad input gets, through the whole stack.

People: a clear sentence, nothing changed, nobody blocked. Operators: one line that names the setting and the fix.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import OperationalError

from bot.__main__ import main
from bot.rehearsal.stage import Stage, open_stage
from bot.turns import Turns
from storage import engine as engines
from storage import inbox
from storage.engine import make_engine, read_url
from storage.migrate import migrate
from storage.store import Store
from tests.commands import TOKEN, afterword, environment, only_line
from tests.conftest import NOON
from tests.postgres import prepare
from tests.wired import ANA, Line, deliver, open_line

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360000002000001e221bc330000000049454e44ae426082"
)


@contextlib.asynccontextmanager
async def ready() -> AsyncIterator[Stage]:
    """A stage on which Ana has an interview tomorrow."""
    async with open_stage(NOON) as stage:
        stage.telegram.person("ana")
        stage.telegram.say("ana", "/start")
        await stage.settle()
        press(stage, "zone.yes")
        stage.telegram.say("ana", "Interview with Acme tomorrow at 3pm for an hour, designer")
        await stage.settle()
        yield stage


def press(stage: Stage, verb: str) -> None:
    """Press the newest button that carries this verb."""
    chat = stage.telegram.person("ana").id
    for number in sorted((message for of, message in stage.telegram.messages if of == chat), reverse=True):
        markup = stage.telegram.messages[chat, number].get("reply_markup", {})
        for row in markup.get("inline_keyboard", []):
            for button in row:
                if f":{verb}:" in button["callback_data"]:
                    stage.telegram.press("ana", number, button["callback_data"])
                    return
    raise AssertionError(f"no button {verb}")


def last(stage: Stage, person: str = "ana") -> str:
    """What the bot said last to this person, toasts included."""
    heard = [e for e in stage.telegram.transcript if e.person == person and e.sender == "bot" and e.text]
    return heard[-1].text


async def status(stage: Stage) -> str:
    stage.telegram.say("ana", "/status")
    await stage.settle()
    return last(stage)


async def test_what_the_bot_cannot_read_gets_a_sentence_each_and_changes_nothing() -> None:
    async with ready() as stage:
        before = await status(stage)
        sent = {
            "pictures": lambda: stage.telegram.send_photo("ana", PIXEL),
            "recordings": lambda: stage.telegram.send_voice("ana", b"OggS" + bytes(100)),
            "open files": lambda: stage.telegram.send_file("ana", bytes(10 * 1024 * 1024), "big.bin"),
            "forwarded": lambda: stage.telegram.forward("ana", "I got rejected"),
            "don't know /dance": lambda: stage.telegram.say("ana", "/dance"),
        }
        for words, send in sent.items():
            send()
            await stage.settle()
            said = [entry.text for entry in stage.telegram.transcript[-3:]]
            assert any(words in text for text in said), words
        assert await status(stage) == before


async def test_what_says_nothing_is_kept_as_a_note_and_said_so() -> None:
    async with ready() as stage:
        before = await status(stage)
        stage.telegram.say("ana", "qwertz " * 500)
        await stage.settle()
        assert "kept that as a note" in last(stage)
        after = await status(stage)
        assert after.startswith(before)
        assert "Kept as notes: 1" in after


async def test_an_edited_message_is_not_taken_in() -> None:
    async with ready() as stage:
        stage.telegram.say("ana", "/help")
        await stage.settle()
        mine = [e.id for e in stage.telegram.transcript if e.sender == "person" and e.text == "/help"]
        assert mine[-1] is not None
        stage.telegram.edit("ana", mine[-1], "I got rejected")
        await stage.settle()
        assert "edited" in last(stage)
        assert "interview" in await status(stage)


async def test_a_group_is_told_and_left() -> None:
    async with ready() as stage:
        group = stage.telegram.add_to_group("ana", "Job hunters")
        await stage.settle()
        assert any(call.method == "leaveChat" and call.error is None for call in stage.telegram.calls)
        assert any("one to one" in entry.text for entry in stage.telegram.transcript)
        assert group < 0


async def test_two_taps_at_once_count_once() -> None:
    async with ready() as stage:
        await stage.to_next_nudge()
        await stage.to_next_nudge()
        press(stage, "mood.great")
        press(stage, "mood.rough")
        await stage.settle()
        toasts = [entry.text for entry in stage.telegram.transcript if entry.kind == "toast" and entry.text]
        assert len(toasts) == 1
        questions = [e for e in stage.telegram.transcript if "plain words" in e.text and e.kind == "message"]
        assert len(questions) == 1


async def test_somebody_else_is_served_while_one_floods() -> None:
    async with ready() as stage:
        for _ in range(100):
            stage.telegram.say("ana", "/help")
        stage.telegram.person("ben")
        stage.telegram.say("ben", "/start")
        await stage.settle()
        order = [entry.person for entry in stage.telegram.transcript if entry.sender == "bot"]
        assert order.index("ben") < len(order) - 20


@pytest.mark.parametrize(
    "text", ["\u202eemit ereh", "a\u0000b", "’; DROP TABLE person; --", "<b>unclosed & <i>", "%s {x} \\"]
)
async def test_hostile_text_is_only_text(text: str) -> None:
    async with ready() as stage:
        stage.telegram.say("ana", "/interview")
        await stage.settle()
        stage.telegram.say("ana", text)
        await stage.settle()
        assert all(call.error is None for call in stage.telegram.calls if call.method == "sendMessage")
        assert "interview" in await status(stage)


# Letters that PostgreSQL, or nobody, can keep


ODD = ["a\x00b", "half \ud83d of one", "\udc00 the other half", "\x1b[31m \ufffe \x85"]


@pytest.fixture
async def line(tmp_path: Path, store_url: str) -> AsyncIterator[Line]:
    async with open_line(tmp_path, store_url) as opened:
        yield opened


async def hear(line: Line, *texts: str, name: str = "Ana") -> None:
    """Apply these texts of Ana's as they come from Telegram, and answer."""
    sender = {"id": ANA, "is_bot": False, "first_name": name, "language_code": "en"}
    turns = Turns(line.store, line.telegram, line.clock, lambda _: None)
    running = asyncio.create_task(turns.run())
    for number, text in enumerate(texts, 1):
        about = {"message_id": number, "date": 1796000000, "chat": {"id": ANA, "type": "private", "first_name": name}}
        raw = {"update_id": number, "message": {**about, "from": sender, "text": text}}
        await line.store.run(inbox.admit, [(ANA, raw)], line.clock.now())
        turns.ring()
        while not await line.store.run(inbox.is_empty) or turns.is_busy:  # noqa: ASYNC110  another task is at it
            await asyncio.sleep(0.005)
        await deliver(line.courier())
    running.cancel()
    await asyncio.wait([running])


@pytest.mark.parametrize("odd", ODD, ids=ascii)
async def test_no_letter_keeps_a_person_from_being_served(line: Line, odd: str) -> None:
    said = (
        "/start",
        odd,
        "London",
        f"Interview with Ac{odd}me tomorrow at 3pm for an hour",
        f"they said {odd}",
        "/status",
    )

    await hear(line, *said, name=f"An{odd}a")

    assert await line.store.run(inbox.counts) == {"done": len(said)}
    assert [call.error for call in line.local.calls if call.error] == []
    assert (await line.recall()).person.name.startswith("An")


# Stores that cannot be used, told at the start of a process of its own


CANARY = "canary-password"
Refused = Callable[..., str]


@pytest.fixture
def refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Refused:
    """The one line that `run` ends with; nothing secret stands in it. `check` says the same of the store."""
    for name in set(os.environ) - set(environment()):
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("bot.logs.set_up", lambda _level, _form: None)

    def command(name: str) -> tuple[int, str, str]:
        code = 0
        try:
            main([name])
        except SystemExit as ended:
            code = int(ended.code or 0)
        told = capsys.readouterr()
        assert "canary" not in told.out + told.err
        return code, told.out, told.err

    def start(*, even_check: bool = True, **settings: str) -> str:
        given = {"token": TOKEN, "telegram_url": "http://127.0.0.1:9", **settings}
        for name, value in given.items():
            monkeypatch.setenv(f"AFTERWORD_{name.upper()}", value)
        code, out, err = command("run")
        assert (code, out, len(err.splitlines())) == (2, "", 1)
        assert ("store: answers" in command("check")[1]) is not even_check
        return err.rstrip()

    return start


@pytest.mark.parametrize(
    "url",
    [
        f"mysql://me:{CANARY}@host/name",
        f"postgresql+asyncpg://me:{CANARY}@host/name",
        f"postgresql://me:{CANARY}@host:port/name",
        f"postgresql://me:pass@{CANARY}@host/name",
        "sqlite://",
        "sqlite:///file:afterword.db?mode=ro&uri=true",
        f"sqlite:///afterword.db?key={CANARY}",
        "sqlite+aiosqlite:///afterword.db",
        CANARY,
    ],
)
def test_an_address_that_is_none_is_refused(refused: Refused, url: str) -> None:
    assert "AFTERWORD_STORE_URL" in refused(store_url=url)


@pytest.mark.parametrize(
    ("url", "says"),
    [
        (f"postgresql://me:{CANARY}@127.0.0.1:9/name", "Connection refused"),
        (f"postgresql://me:{CANARY}@no-such-host.invalid/name", "no-such-host.invalid"),
        (f"postgresql://127.0.0.1:9/name?user=me&password={CANARY}", "Connection refused"),
    ],
)
def test_a_server_that_is_not_there_is_named(refused: Refused, url: str, says: str) -> None:
    told = refused(store_url=url)

    assert says in told
    assert told.endswith("Check AFTERWORD_STORE_URL.")


@pytest.fixture
def wrong_password() -> Iterator[int]:
    """The port of a server that lets nobody in."""
    fields = b'SFATAL\0VFATAL\0C28P01\0Mpassword authentication failed for user "me"\0\0'

    def answer() -> None:
        with contextlib.suppress(OSError):
            while True:
                caller, _ = listening.accept()
                with caller:
                    while len(caller.recv(4096)) == 8:  # asks for encryption
                        caller.sendall(b"N")
                    caller.sendall(b"E" + (len(fields) + 4).to_bytes(4, "big") + fields)

    with socket.create_server(("127.0.0.1", 0)) as listening:
        threading.Thread(target=answer, daemon=True).start()
        yield listening.getsockname()[1]
        listening.shutdown(socket.SHUT_RDWR)


def test_a_wrong_password_is_told_and_not_repeated(refused: Refused, wrong_password: int) -> None:
    told = refused(store_url=f"postgresql://me:{CANARY}@127.0.0.1:{wrong_password}/name")

    assert "password authentication failed" in told
    assert "AFTERWORD_STORE_URL" in told


class Server:
    """A PostgreSQL on which a test makes what it needs, and takes it away again."""

    def __init__(self, url: str) -> None:
        self.url = sa.engine.make_url(url)
        self.made: list[str] = []

    def make(self, what: str, name: str, options: str = "") -> None:
        self.made.append(f"DROP {what} IF EXISTS {name}")
        self.do(self.made[-1])
        self.do(f"CREATE {what} {name} {options}")

    def do(self, statement: str, database: str | None = None) -> None:
        url = self.url.set(drivername="postgresql+psycopg", database=database or self.url.database)
        opened = sa.create_engine(url, isolation_level="AUTOCOMMIT")
        with opened.connect() as connection:
            connection.exec_driver_sql(statement)
        opened.dispose()

    def address(self, database: str, **changes: Any) -> str:
        return self.url.set(database=database, **changes).render_as_string(hide_password=False)


@pytest.fixture
def server(postgres: str) -> Iterator[Server]:
    made = Server(postgres)
    yield made
    for drop in reversed(made.made):
        made.do(drop)


def test_a_database_that_is_missing_is_named(refused: Refused, server: Server) -> None:
    told = refused(store_url=server.address("not_there"))

    assert 'database "not_there" does not exist' in told
    assert "AFTERWORD_STORE_URL" in told


@pytest.mark.parametrize("tables", [True, False])
def test_a_user_without_rights_is_told_so(refused: Refused, server: Server, tables: bool) -> None:
    server.make("ROLE", "weak", f"LOGIN PASSWORD '{CANARY}'")
    server.make("DATABASE", "others")
    if tables:
        prepare(server.address("others"))
        server.do("GRANT SELECT ON ALL TABLES IN SCHEMA public TO weak", "others")

    told = refused(store_url=server.address("others", username="weak", password=CANARY), even_check=tables)

    assert "may not write there" in told
    assert "AFTERWORD_STORE_URL" in told
    server.do("DROP OWNED BY weak", "others")


def test_a_database_that_can_only_be_read_is_refused(refused: Refused, server: Server) -> None:
    server.make("DATABASE", "standby")
    prepare(server.address("standby"))
    server.do("ALTER DATABASE standby SET default_transaction_read_only = on")

    assert "It can be read only. Name a server that can be written" in refused(store_url=server.address("standby"))


def test_a_database_that_can_only_be_read_later_is_waited_for(server: Server) -> None:
    server.make("DATABASE", "standby")
    opened = make_engine(read_url(server.address("standby")))
    migrate(opened)
    server.do("ALTER DATABASE standby SET default_transaction_read_only = on")
    with opened.connect() as connection:
        connection.invalidate()

    with pytest.raises(sa.exc.DBAPIError) as refusal, opened.begin() as connection:
        connection.execute(sa.text("DELETE FROM inbox"))

    opened.dispose()
    assert engines.passes(refusal.value)


def test_a_database_that_cannot_hold_every_letter_is_refused(refused: Refused, server: Server) -> None:
    server.make("DATABASE", "narrow", "ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0")

    assert "ENCODING 'UTF8'" in refused(store_url=server.address("narrow"))


@pytest.fixture(params=["sqlite", "postgresql"])
def spoiled(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[str], str]:
    """The address of a store of its own, of each kind in turn, in which this statement was run."""
    prepared = request.param

    def spoil(statement: str) -> str:
        if prepared == "sqlite":
            url = f"sqlite:///{tmp_path / 'spoiled.db'}"
        else:
            server: Server = request.getfixturevalue("server")
            server.make("DATABASE", "spoiled")
            url = server.address("spoiled")
        opened = make_engine(read_url(url))
        if "alembic_version" in statement:
            migrate(opened)
        with opened.begin() as connection:
            connection.exec_driver_sql(statement)
        opened.dispose()
        return url

    return spoil


def test_a_store_of_a_newer_release_is_refused(refused: Refused, spoiled: Callable[[str], str]) -> None:
    told = refused(store_url=spoiled("UPDATE alembic_version SET version_num = '9999'"))

    assert "9999" in told
    assert "newer" in told


def test_tables_of_another_program_are_left_alone(refused: Refused, spoiled: Callable[[str], str]) -> None:
    assert "Name an empty database" in refused(store_url=spoiled("CREATE TABLE outbox (theirs TEXT)"))


# SQLite files


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A store in which a thousand updates wait."""
    path = tmp_path / "afterword.db"
    store = Store(f"sqlite:///{path}")
    migrate(store.engine)
    add = "INSERT INTO inbox (update_id, person_id, received_at, body, state, attempts) VALUES (?, ?, ?, ?, 'new', 0)"
    with store.engine.begin() as connection:
        for number in range(1000):
            connection.exec_driver_sql(add, (number, number, "2026-11-30 12:00:00", "{}" + " " * 200))
    store.close()
    return path


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_it_is_told_by_a_process_that_ends_with_code_2(kind: str, tmp_path: Path, server: Server) -> None:
    url = server.address("not_there", password=CANARY) if kind == "postgresql" else f"sqlite:///{tmp_path}"

    for command in ("run", "check"):
        done = afterword(command, folder=tmp_path, token=TOKEN, store_url=url, telegram_url="http://127.0.0.1:9")
        assert (done.returncode, len(done.stderr.splitlines())) == (2, 1), done.stderr
        assert "canary" not in done.stdout + done.stderr


@pytest.mark.parametrize(("page", "length"), [(0, 100), (20, 3 * 4096)], ids=["the header", "a page in the middle"])
def test_a_damaged_file_is_refused(refused: Refused, file: Path, page: int, length: int) -> None:
    content = bytearray(file.read_bytes())
    content[page * 4096 : page * 4096 + length] = b"\xff" * length
    file.write_bytes(content)

    told = refused(data_dir=str(file.parent))

    assert "Restore a backup" in told
    assert str(file) in told
    assert file.read_bytes() == content


def test_damage_in_a_file_too_large_to_look_through_is_told_when_it_is_met(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engines, "LOOKED_THROUGH", 4096)
    content = bytearray(file.read_bytes())
    content[20 * 4096 : 40 * 4096] = b"\xff" * (20 * 4096)
    file.write_bytes(content)
    url = read_url(f"sqlite:///{file}")
    opened = make_engine(url)

    with pytest.raises(sa.exc.DatabaseError) as met, opened.begin() as connection:
        connection.exec_driver_sql("SELECT count(body) FROM inbox").all()

    opened.dispose()
    assert engines.is_for_good(met.value)
    assert not engines.is_for_good(OperationalError("SELECT", {}, Exception("gone")))
    assert "Restore a backup" in str(engines.explain(met.value, url))


RUN_AS_NOBODY = """
import os
import sqlite3

from bot import __main__, app  # while they can be read
from bot.line import intake

if os.geteuid() == 0:
    os.setuid(65534)
__main__.main(["run"])
"""


@pytest.fixture
def everybodys() -> Iterator[Path]:
    """A folder that the user `nobody` may write."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o777)
        yield Path(folder)


def test_a_file_that_may_not_be_written_is_refused(file: Path, everybodys: Path) -> None:
    shutil.copy(file, everybodys)
    (everybodys / file.name).chmod(0o444)
    settings = environment(token=TOKEN, data_dir=str(everybodys))
    run = [sys.executable, "-c", RUN_AS_NOBODY]

    told = only_line(subprocess.run(run, cwd="/", env=settings, capture_output=True, text=True, check=False))

    assert "It cannot be written. Give this user write access to it" in told
    assert "AFTERWORD_DATA_DIR" in told


# Settings that do not go together


def test_a_webhook_without_a_secret_is_refused(refused: Refused) -> None:
    told = refused(webhook_url="https://bot.example/hook")

    assert "AFTERWORD_WEBHOOK_SECRET must be set" in told
    assert "openssl rand" in told


def test_a_secret_that_is_too_short_is_refused_and_not_repeated(refused: Refused) -> None:
    assert "AFTERWORD_WEBHOOK_SECRET" in refused(webhook_url="https://bot.example/hook", webhook_secret="canary")


@pytest.mark.parametrize("url", ["", "sqlite:///afterword.db"])
def test_a_worker_needs_a_store_that_is_shared(refused: Refused, tmp_path: Path, url: str) -> None:
    told = refused(worker="true", store_url=url)

    assert "AFTERWORD_WORKER" in told
    assert "AFTERWORD_STORE_URL" in told
    assert list(tmp_path.iterdir()) == []
