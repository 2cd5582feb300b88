"""Voice notes: written down once, shown back, heard as if typed; else the wish to type, as before."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.line.telegram import Telegram
from bot.line.transcribing import Transcriber
from bot.listening import Listener
from bot.turns import Turns
from storage import asked, inbox
from storage.asked import Said
from storage.facts import Known, Person
from storage.tables import What
from tests.conftest import NOON
from tests.model.test_listening import rows
from tests.test_turns import arrive, text
from tests.wired import ANA, Line, deliver, open_line

SAID = "I had my interview at Acme today"
TYPE_IT = "I can't listen to recordings"


@pytest.fixture
async def line(tmp_path: Path) -> AsyncIterator[Line]:
    async with open_line(tmp_path) as opened:
        yield opened


def voice(update_id: int, seconds: int = 7, size: int = 20_000, **more: Any) -> tuple[int, dict[str, Any]]:
    person, update = text(update_id, "")
    del update["message"]["text"]
    note = {"file_id": "a-voice", "file_unique_id": "v", "duration": seconds, "file_size": size}
    return person, {**update, "message": {**update["message"], "voice": note, **more}}


class Ears:
    """A transcription route: what it answers, and how often it was asked."""

    def __init__(self, answer: str, status: int = 200) -> None:
        self.body, self.status, self.asked = answer.encode(), status, 0

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = (await reader.readuntil(b"\r\n\r\n")).decode()
        length = next(int(one.split(":")[1]) for one in head.split("\r\n") if one.lower().startswith("content-length"))
        sent = await reader.readexactly(length)
        self.asked += b"OggS" in sent and b'name="model"' in sent
        writer.write(b"HTTP/1.1 %d -\r\nContent-Length: %d\r\n\r\n" % (self.status, len(self.body)) + self.body)
        await writer.drain()
        writer.close()


@asynccontextmanager
async def listening(line: Line, patch: pytest.MonkeyPatch, ears: Ears) -> AsyncIterator[Turns]:
    server = await asyncio.start_server(ears.serve, "127.0.0.1", 0)
    transcriber = Transcriber(f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/v1", "w", None, 30)
    await transcriber.open()
    call = Telegram.call

    async def answer(self: Telegram, method: str, body: dict[str, Any]) -> Any:
        return {"file_path": "voice/1.ogg"} if method == "getFile" else await call(self, method, body)

    async def download(_self: Telegram, _path: str) -> bytes:
        return b"OggS" + b"\0" * 2000

    patch.setattr(Telegram, "call", answer)
    patch.setattr(Telegram, "download", download)
    listener = Listener(line.store, line.telegram, line.clock, tokens_a_day=1000, transcriber=transcriber)
    worker = Turns(line.store, line.telegram, line.clock, lambda _: None, listener=listener)
    running = asyncio.create_task(worker.run())
    try:
        yield worker
    finally:
        running.cancel()
        await asyncio.wait([running])
        await transcriber.shut()
        server.close()


async def answered(line: Line, worker: Turns, *updates: tuple[int, dict[str, Any]]) -> str:
    await arrive(line, *updates)
    worker.ring()
    async with asyncio.timeout(20):
        while not await line.store.run(inbox.is_empty):  # noqa: ASYNC110
            await asyncio.sleep(0.002)
    await deliver(line.courier())
    return "\n".join(line.shown())


async def test_a_voice_note_is_shown_back_and_heard(line: Line, monkeypatch: pytest.MonkeyPatch) -> None:
    ears = Ears(json.dumps({"text": f" {SAID}\n"}))
    async with listening(line, monkeypatch, ears) as worker:
        said = await answered(line, worker, voice(1))

    assert f"You said: “{SAID}”" in said
    assert [one.employer for one in (await line.recall()).opportunities] == ["Acme"]
    assert await rows(line, "what, said, answer, tokens") == [("voice", "answered", None, 70)]


@pytest.mark.parametrize(
    ("body", "status"),
    [("{}", 200), ('{"text": "..."}', 200), ("no", 200), ("", 500), ('{"text": "' + "x" * 70_000, 200)],
)
async def test_what_cannot_be_written_down_is_asked_to_be_typed(
    line: Line, monkeypatch: pytest.MonkeyPatch, body: str, status: int
) -> None:
    async with listening(line, monkeypatch, Ears(body, status)) as worker:
        assert TYPE_IT in await answered(line, worker, voice(1))


@pytest.mark.parametrize(
    "note",
    [
        voice(1, seconds=181),
        voice(1, size=1_000_001),
        voice(1, forward_origin={"type": "hidden_user", "sender_user_name": "P", "date": 0}),
    ],
)
async def test_long_ones_and_those_of_others_go_nowhere(
    line: Line, monkeypatch: pytest.MonkeyPatch, note: tuple[int, dict[str, Any]]
) -> None:
    ears = Ears(json.dumps({"text": SAID}))
    async with listening(line, monkeypatch, ears) as worker:
        said = await answered(line, worker, note)

    assert (ears.asked, TYPE_IT in said) == (0, True)


async def test_who_wants_no_model_is_not_recorded_either(line: Line, monkeypatch: pytest.MonkeyPatch) -> None:
    await line.keep(Known(person=Person(id=ANA, no_model=True)))
    ears = Ears(json.dumps({"text": SAID}))
    async with listening(line, monkeypatch, ears) as worker:
        assert TYPE_IT in await answered(line, worker, voice(1))
    assert ears.asked == 0


async def test_a_command_cannot_be_spoken(line: Line, monkeypatch: pytest.MonkeyPatch) -> None:
    async with listening(line, monkeypatch, Ears(json.dumps({"text": "/forget"}))) as worker:
        assert "“forget”" in await answered(line, worker, voice(1))


@pytest.mark.parametrize("is_kept", [True, False])
async def test_none_is_written_down_twice(line: Line, monkeypatch: pytest.MonkeyPatch, is_kept: bool) -> None:
    await arrive(line, voice(1))
    await line.store.run(asked.mark, 1, What.VOICE, NOON - timedelta(minutes=1))
    if is_kept:
        await line.store.run(asked.keep, 1, What.VOICE, Said(asked.ANSWERED, SAID, 900, 70))
    ears = Ears(json.dumps({"text": SAID}))
    async with listening(line, monkeypatch, ears) as worker:
        said = await answered(line, worker)

    assert ears.asked == 0
    assert ("You said" in said, TYPE_IT in said) == (is_kept, not is_kept)
