"""Whoever calls over HTTP and says nothing, or is slow, or is many: nobody else waits, and nothing is used up."""

from __future__ import annotations

import asyncio
import contextlib
from collections import Counter
from collections.abc import AsyncIterator

import httpx
import pytest
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from bot.line import callers
from bot.line.serving import OPTIONS, Serving, listening_on
from bot.tally import TALLY

Streams = tuple[asyncio.StreamReader, asyncio.StreamWriter]
NEVER = b"GET /never HTTP/1.1\r\nHost: a\r\n\r\n"
HALF = b"POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\n1234"


async def _echo(request: Request) -> PlainTextResponse:
    return PlainTextResponse(await request.body())


async def _never(_request: Request) -> PlainTextResponse:
    await asyncio.Event().wait()
    return PlainTextResponse("")


@pytest.fixture
async def port(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[int]:
    """Where a server answers that has little patience."""
    monkeypatch.setattr(callers, "_TIMES", dict.fromkeys(callers._TIMES, 0.2))
    monkeypatch.setattr(callers, "ANSWER_S", 0.4)
    TALLY.counts = Counter()
    app = Starlette(routes=[Route("/echo", _echo, methods=["POST"]), Route("/never", _never)])
    listening = listening_on("127.0.0.1", 0, "X")
    serving = Serving(uvicorn.Config(app, **OPTIONS))
    running = asyncio.create_task(serving.serve([listening]))
    yield listening.getsockname()[1]
    serving.should_exit = True
    await running
    listening.close()


async def opened(port: int, said: bytes = b"", source: str = "127.0.0.1") -> Streams:
    reader, writer = await asyncio.open_connection("127.0.0.1", port, local_addr=(source, 0))
    writer.write(said)
    return reader, writer


async def is_cut(reader: asyncio.StreamReader) -> bool:
    """Whether nothing but the end comes, within a second."""
    with contextlib.suppress(ConnectionError):
        return await asyncio.wait_for(reader.read(), 1) == b""
    return True


async def posts(port: int, text: str = "hello") -> str:
    async with httpx.AsyncClient() as http:
        return (await http.post(f"http://127.0.0.1:{port}/echo", content=text)).text


@pytest.mark.parametrize("said", [b"", HALF[:30], HALF, NEVER])
async def test_whoever_is_too_slow_is_cut(port: int, said: bytes) -> None:
    reader, writer = await opened(port, said)
    assert await is_cut(reader)
    assert TALLY.counts["connections_cut", ("late",)] == 1
    writer.close()


async def test_who_drips_is_cut_as_well(port: int) -> None:
    reader, writer = await opened(port)
    for byte in b"POST /ec":
        with contextlib.suppress(ConnectionError):
            writer.write(bytes((byte,)))
            await writer.drain()
        await asyncio.sleep(0.05)
    assert await is_cut(reader)
    writer.close()


async def test_who_asks_again_in_time_is_answered_again(port: int) -> None:
    async with httpx.AsyncClient() as http:
        for number in range(4):
            assert (await http.post(f"http://127.0.0.1:{port}/echo", content=str(number))).text == str(number)
            await asyncio.sleep(0.15)
    assert TALLY.counts.total() == 0


async def test_a_second_request_that_stays_half_is_cut(port: int) -> None:
    reader, writer = await opened(port, HALF + b"56789" + HALF)
    assert (await asyncio.wait_for(reader.readuntil(b"123456789"), 1)).startswith(b"HTTP/1.1 200")
    assert await is_cut(reader)
    writer.close()


@pytest.mark.parametrize(("most", "of_a_peer"), [(8, 100), (100, 8)])
async def test_where_too_many_are_silent_a_request_is_answered(
    port: int, monkeypatch: pytest.MonkeyPatch, most: int, of_a_peer: int
) -> None:
    monkeypatch.setattr(callers, "_TIMES", dict.fromkeys(callers._TIMES, 60))
    monkeypatch.setattr(callers, "MOST", most)
    monkeypatch.setattr(callers, "MOST_OF_A_PEER", of_a_peer)
    silent = [await opened(port) for _ in range(30)]
    assert [await posts(port, str(number)) for number in range(20)] == [str(number) for number in range(20)]
    assert TALLY.counts["connections_cut", ("crowded",)] >= 22
    for _, writer in silent:
        writer.close()


async def test_nobody_gives_way_to_another_peer_who_is_many(port: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(callers, "MOST_OF_A_PEER", 4)
    monkeypatch.setattr(callers, "_TIMES", dict.fromkeys(callers._TIMES, 60))
    reader, writer = await opened(port, HALF)
    await asyncio.sleep(0.05)
    others = [await opened(port, source="127.0.0.2") for _ in range(20)]
    writer.write(b"56789")
    assert (await asyncio.wait_for(reader.readuntil(b"123456789"), 1)).startswith(b"HTTP/1.1 200")
    for _, other in (*others, (reader, writer)):
        other.close()


async def test_where_all_are_being_answered_the_newest_is_turned_away(
    port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(callers, "MOST", 3)
    monkeypatch.setattr(callers, "ANSWER_S", 60)
    asking = [await opened(port, NEVER) for _ in range(3)]
    await asyncio.sleep(0.1)
    reader, writer = await opened(port)
    assert await is_cut(reader)
    assert TALLY.counts["connections_cut", ("crowded",)] == 1
    for _, other in (*asking, (reader, writer)):
        other.close()
    await asyncio.sleep(0.05)
