"""The transport: what is sent, and, when a call fails, whether it may have reached Telegram."""

from __future__ import annotations

import asyncio
import json
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import httpcore
import httpx
import pytest
from telegram import InputFile
from telegram.error import NetworkError, TelegramError, TimedOut
from telegram.request import RequestData
from telegram.request._requestparameter import RequestParameter

from bot.environment import proxy_for
from bot.line.telegram import Remedy, understand
from bot.line.transport import NotSent, Transport
from tests.wired import TOKEN

Answer = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]
OK = b'{"ok":true,"result":{"message_id":7}}'


def http(body: bytes, status: str = "200 OK", more: str = "") -> bytes:
    return f"HTTP/1.1 {status}\r\nContent-Length: {len(body)}\r\n{more}\r\n".encode() + body


async def heard(reader: asyncio.StreamReader) -> tuple[bytes, bytes]:
    """Head and body of one request."""
    head = await reader.readuntil(b"\r\n\r\n")
    length = next(
        (int(line.split(b":")[1]) for line in head.split(b"\r\n") if line.lower().startswith(b"content-length")), None
    )
    if length is not None:
        return head, await reader.readexactly(length)
    body = b""
    while not body.endswith(b"0\r\n\r\n"):
        body += await reader.read(2**16)
    return head, body


@asynccontextmanager
async def server(answer: Answer) -> AsyncIterator[str]:
    """The address of a server that meets every connection like this."""

    async def meet(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            await answer(reader, writer)
        finally:
            writer.close()

    serving = await asyncio.start_server(meet, "127.0.0.1", 0)
    try:
        yield f"http://127.0.0.1:{serving.sockets[0].getsockname()[1]}"
    finally:
        serving.close()


@asynccontextmanager
async def transport(url: str, connections: int = 1) -> AsyncIterator[Transport]:
    opened = Transport(url, connections, ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT))
    async with opened:
        yield opened


def parameters(**values: object) -> RequestData:
    return RequestData([RequestParameter.from_input(name, value) for name, value in values.items()])


async def failure(url: str, **timeouts: float) -> TelegramError:
    """How a call to this address fails."""
    async with transport(url) as opened:
        with pytest.raises(NetworkError) as failed:
            await opened.post(f"{url}/bot{TOKEN}/sendMessage", parameters(chat_id=1, text="x"), **timeouts)
    return failed.value


# What is sent


async def test_a_call_is_sent_as_json_and_its_result_is_told() -> None:
    requests = []

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        requests.append(await heard(reader))
        writer.write(http(OK))

    async with server(answer) as url, transport(url) as opened:
        result = await opened.post(f"{url}/bot{TOKEN}/x", parameters(chat_id=1, text="ü<b>", markup={"a": [1, "b"]}))

    ((head, body),) = requests
    assert result == {"message_id": 7}
    assert head.startswith(f"POST /bot{TOKEN}/x HTTP/1.1".encode())
    assert b"application/json" in head
    assert json.loads(body) == {"chat_id": 1, "text": "ü<b>", "markup": {"a": [1, "b"]}}


async def test_a_file_is_sent_as_a_form() -> None:
    requests = []

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        requests.append(await heard(reader))
        writer.write(http(OK))

    async with server(answer) as url, transport(url) as opened:
        file = InputFile(b"BEGIN:VCALENDAR", filename="interview.ics")
        await opened.post(f"{url}/bot{TOKEN}/sendDocument", parameters(chat_id=1, caption="for you", document=file))

    ((head, body),) = requests
    assert b"multipart/form-data" in head
    for part in (b'name="chat_id"', b"for you", b'filename="interview.ics"', b"BEGIN:VCALENDAR"):
        assert part in body


async def test_a_file_is_fetched() -> None:
    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(http(b"\x00\xff"))

    async with server(answer) as url, transport(url) as opened:
        assert await opened.retrieve(f"{url}/file/bot{TOKEN}/x") == b"\x00\xff"


async def test_one_connection_carries_many_calls() -> None:
    connections = []

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        connections.append(writer)
        for _ in range(3):
            await heard(reader)
            writer.write(http(OK))

    async with server(answer) as url, transport(url) as opened:
        for _ in range(3):
            await opened.post(f"{url}/bot{TOKEN}/x", parameters(chat_id=1))

    assert len(connections) == 1


async def test_it_does_not_go_where_an_answer_points() -> None:
    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await heard(reader)
        writer.write(http(b"{}", "302 Found", "Location: http://127.0.0.1:1/elsewhere\r\n"))

    async with server(answer) as url:
        error = await failure(url)

    assert "Found" in str(error)


# What a failure says about delivery


async def hang(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await heard(reader)
    await reader.read()  # until the other side has had enough


async def hang_up(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await heard(reader)


async def break_off(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await heard(reader)
    writer.write(http(OK)[:-5])


async def talk_nonsense(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await heard(reader)
    writer.write(b"\x16\x03nonsense\r\n\r\n")


async def test_where_nobody_listens_nothing_was_delivered() -> None:
    async with server(hang) as url:
        pass

    error = await failure(url)

    assert isinstance(error.__cause__, NotSent)
    assert understand(error).remedy is Remedy.TRY_AGAIN


async def test_without_a_name_nothing_was_delivered() -> None:
    assert isinstance((await failure("http://nobody.invalid")).__cause__, NotSent)


async def test_without_a_free_connection_nothing_was_delivered() -> None:
    async with server(hang) as url, transport(url) as opened:
        first = asyncio.create_task(opened.post(f"{url}/x", parameters(chat_id=1), read_timeout=20))
        await asyncio.sleep(0)

        with pytest.raises(TimedOut) as failed:
            await opened.post(f"{url}/x", parameters(chat_id=2), pool_timeout=0.01, connect_timeout=0.01)

        first.cancel()
        await asyncio.wait([first])
    assert isinstance(failed.value.__cause__, NotSent)


@pytest.mark.parametrize("way", [hang_up, break_off, talk_nonsense])
async def test_a_line_that_breaks_once_the_call_is_out_leaves_it_unknown(way: Answer) -> None:
    async with server(way) as url:
        error = await failure(url)

    assert not isinstance(error.__cause__, NotSent)
    assert understand(error).remedy is Remedy.UNKNOWN


async def test_an_answer_that_does_not_come_in_time_leaves_it_unknown() -> None:
    async with server(hang) as url:
        error = await failure(url, read_timeout=0.01)

    assert isinstance(error, TimedOut)
    assert understand(error).remedy is Remedy.UNKNOWN


async def test_an_answer_that_trickles_is_not_waited_for_for_ever() -> None:
    async def trickle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await heard(reader)
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n")
        while not writer.is_closing():
            writer.write(b" ")
            await asyncio.sleep(0.01)

    async with server(trickle) as url:
        error = await failure(url, read_timeout=0.05, write_timeout=0.05, connect_timeout=0.05, pool_timeout=0.05)

    assert isinstance(error, TimedOut)
    assert understand(error).remedy is Remedy.UNKNOWN


async def test_an_error_does_not_quote_the_token() -> None:
    for url in ("http://127.0.0.1:1", "nonsense", "http://nobody.invalid"):
        error: BaseException | None = await failure(url)
        while error is not None:
            assert TOKEN not in str(error)
            error = error.__cause__


# Proxies


@pytest.mark.parametrize(
    ("environment", "url", "proxy"),
    [
        ({}, "https://api.telegram.org", None),
        ({"HTTPS_PROXY": "http://gate:3128"}, "https://api.telegram.org", "http://gate:3128"),
        ({"https_proxy": "gate:3128"}, "https://api.telegram.org", "http://gate:3128"),
        ({"HTTP_PROXY": "http://gate:3128"}, "https://api.telegram.org", None),
        ({"ALL_PROXY": "http://gate:3128"}, "https://api.telegram.org", "http://gate:3128"),
        ({"ALL_PROXY": "http://gate:3128", "NO_PROXY": "telegram.org"}, "https://api.telegram.org", None),
        ({"ALL_PROXY": "http://gate:3128"}, "http://127.0.0.1:8081", None),
    ],
)
def test_the_environment_names_the_proxy(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], url: str, proxy: str | None
) -> None:
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)

    assert proxy_for(url) == proxy


def test_a_proxy_that_cannot_be_used_is_told_at_the_start(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "socks5://gate:1080")

    with pytest.raises(ValueError, match="HTTPS_PROXY"):
        proxy_for("https://api.telegram.org")


async def test_calls_go_through_the_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    requests = []

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        requests.append(await heard(reader))
        writer.write(http(OK))

    async with server(answer) as gate:
        monkeypatch.setenv("http_proxy", gate)
        async with transport("http://telegram.invalid") as opened:
            await opened.post("http://telegram.invalid/botX/x", parameters(chat_id=1))

    assert requests[0][0].startswith(b"POST http://telegram.invalid/botX/x HTTP/1.1")


def test_the_one_private_name_of_a_library_that_is_set_is_still_there() -> None:
    assert isinstance(httpx.AsyncHTTPTransport(trust_env=False)._pool, httpcore.AsyncConnectionPool), (
        "bot.calendars.feeds.guard puts its own pool there, so that every address is looked at before it is called"
    )
