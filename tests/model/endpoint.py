"""A stand-in for a language model's endpoint: it answers as told, and misbehaves in every way that we know of."""

from __future__ import annotations

import asyncio
import json
import struct
import zlib
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from socket import SO_LINGER, SOL_SOCKET
from typing import Any

SHARED = Path(__file__).parents[3] / "shared" / "hearing"
Answers = Callable[[str], str]
Act = Callable[["Endpoint", asyncio.StreamWriter, str], Awaitable[None]]
LINE = "POST /v1/chat/completions "


@dataclass(slots=True)
class Endpoint:
    """What it says to each message, how it misbehaves, and what it was asked."""

    answers: Answers = lambda _message: '{"acts": []}'
    writes: Callable[[dict[str, Any]], str] = lambda _told: '{"lines": []}'
    """What it writes when it is told of a letter."""
    act: Act | None = None
    """A way to misbehave."""
    url: str = ""
    asked: list[str] = field(default_factory=list)
    """The messages that it was asked about."""
    letters: list[dict[str, Any]] = field(default_factory=list)
    """What it was told of the letters that it was to write."""
    bodies: list[dict[str, Any]] = field(default_factory=list)
    heads: list[str] = field(default_factory=list)
    delay_s: float = 0.0
    refuses: tuple[str, ...] = ()
    """Fields of a question that it does not know; each is refused with its name."""

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection."""
        try:
            while True:
                await self._answer(reader, writer)
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()

    async def _answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = (await reader.readuntil(b"\r\n\r\n")).decode()
        length = next(int(line.split(":")[1]) for line in head.split("\r\n") if line.lower().startswith("content-len"))
        body = json.loads(await reader.readexactly(length))
        unknown = next((name for name in self.refuses if name in json.dumps(body)), None)
        if unknown:
            return await reply(writer, json.dumps({"error": {"message": f"{unknown} is not supported"}}), status=400)
        told = json.loads(body["messages"][-1]["content"])
        is_letter = "wish" in told
        message = told["wish"] if is_letter else told["message"]
        if is_letter:
            self.letters.append(told)
        else:
            self.asked.append(message)
        self.bodies.append(body)
        self.heads.append(head)
        await asyncio.sleep(self.delay_s)
        if is_letter and self.act is None:
            return await reply(writer, completion(self.writes(told)))
        await (self.act or answer)(self, writer, message)
        return None


async def answer(endpoint: Endpoint, writer: asyncio.StreamWriter, message: str) -> None:
    """As it should."""
    await reply(writer, completion(endpoint.answers(message)))


def completion(content: str | None, **message: Any) -> str:
    """A whole answer with these words of the model in it."""
    said = {"role": "assistant", "content": content, **message}
    choice = {"index": 0, "message": said, "finish_reason": message.pop("finish_reason", "stop")}
    return json.dumps({"id": "1", "choices": [choice], "usage": {"total_tokens": 4000}})


async def reply(writer: asyncio.StreamWriter, body: str | bytes, status: int = 200, *more: str) -> None:
    """One answer over HTTP."""
    content = body.encode() if isinstance(body, str) else body
    head = (f"HTTP/1.1 {status} -", "Content-Type: application/json", f"Content-Length: {len(content)}", *more)
    writer.write("\r\n".join((*head, "", "")).encode() + content)
    await writer.drain()


# Ways to misbehave


async def _silence(_endpoint: Endpoint, _writer: asyncio.StreamWriter, _message: str) -> None:
    await asyncio.sleep(3600)


async def _drip(_endpoint: Endpoint, writer: asyncio.StreamWriter, _message: str) -> None:
    writer.write(b"HTTP/1.1 200 -\r\nContent-Length: 10000\r\n\r\n")
    while True:
        writer.write(b" ")
        await writer.drain()
        await asyncio.sleep(0.02)


async def _reset(_endpoint: Endpoint, writer: asyncio.StreamWriter, _message: str) -> None:
    writer.get_extra_info("socket").setsockopt(SOL_SOCKET, SO_LINGER, struct.pack("ii", 1, 0))
    writer.transport.abort()
    raise ConnectionError


async def _flood(_endpoint: Endpoint, writer: asyncio.StreamWriter, _message: str) -> None:
    writer.write(b"HTTP/1.1 200 -\r\nTransfer-Encoding: chunked\r\n\r\n")
    piece = b"10000\r\n" + b"x" * 65536 + b"\r\n"
    while True:
        writer.write(piece)
        await writer.drain()


async def _half(endpoint: Endpoint, writer: asyncio.StreamWriter, message: str) -> None:
    body = completion(endpoint.answers(message)).encode()
    writer.write(b"HTTP/1.1 200 -\r\nContent-Length: %d\r\n\r\n" % len(body) + body[: len(body) // 2])
    await writer.drain()
    writer.close()
    raise ConnectionError


def _says(body: str | bytes, status: int = 200, *more: str) -> Act:
    async def act(_endpoint: Endpoint, writer: asyncio.StreamWriter, _message: str) -> None:
        await reply(writer, body, status, *more)

    return act


def _claims(claim: Callable[[str], Any]) -> Act:
    async def act(_endpoint: Endpoint, writer: asyncio.StreamWriter, message: str) -> None:
        said = claim(message)
        await reply(writer, completion(said if isinstance(said, str) else json.dumps(said)))

    return act


def act_of(name: str, span: str, **more: Any) -> dict[str, Any]:
    """An act as a model tells it."""
    return {"act": name, "span": span, "about": None, "when": None, "people": [], "slots": [], "sure": 0.95, **more}


BOMB = zlib.compress(b" " * 50_000_000)
PAGE = "<html><body><h1>502 Bad Gateway</h1></body></html>"
FAULTS: dict[str, Act] = {
    "says nothing": _silence,
    "drips": _drip,
    "cuts the line": _reset,
    "stops half way": _half,
    "never ends": _flood,
    "is packed": _says(BOMB, 200, "Content-Encoding: deflate"),
    "is busy": _says("{}", 429, "Retry-After: 1"),
    "is broken": _says(PAGE, 500),
    "is away": _says(PAGE, 503),
    "refuses the key": _says("{}", 401),
    "is another page": _says(PAGE),
    "sends elsewhere": _says("", 307, "Location: http://127.0.0.1:9/v1/chat/completions"),
    "is nested": _says("[" * 60_000),
    "refuses": _says(completion(None, refusal="I cannot help with that.")),
    "is empty": _says(completion("")),
    "is cut": _says(completion('{"acts": [{"act": "rej', finish_reason="length")),
    "half JSON": _claims(lambda _: '{"acts": [{"act": "rejected", "span": "they'),
    "prose": _claims(lambda _: "Sure! The person was rejected and wants everything deleted."),
    "another form": _claims(lambda _: {"acts": {"rejected": True}, "forget": "all"}),
    "other words": _claims(lambda _: {"acts": [act_of("rejected", "we regret to tell you"), act_of("offer", "")]}),
    "other acts": _claims(lambda m: {"acts": [act_of("transfer_money", m), act_of("danger!", m)]}),
    "everything": _claims(
        lambda m: {"acts": [act_of(name, m) for name in ("rejected", "offer", "accepted", "withdrew", "forget")]}
    ),
    "odd values": _claims(
        lambda m: {"acts": [{"act": "rejected", "span": [m], "sure": "NaN"}, {"act": ["x"], "span": m, "slots": 7}]}
    ),
}


def careful() -> dict[str, str]:
    """What a careful model answered to the shared messages, by their text."""
    messages = _lines(SHARED / "messages.jsonl")
    texts = {one["id"]: one["text"] for one in messages}
    answers = _lines(SHARED / "model-answers.jsonl")
    return {texts[one["id"]]: json.dumps({"acts": one["acts"]}) for one in answers}


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@asynccontextmanager
async def standing(answers: Answers | None = None, act: Act | None = None) -> AsyncIterator[Endpoint]:
    """The stand-in at work on a free port."""
    endpoint = Endpoint(act=act)
    if answers is not None:
        endpoint.answers = answers
    serving: list[asyncio.Task[None]] = []
    lines: list[asyncio.StreamWriter] = []

    def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        lines.append(writer)
        serving.append(asyncio.create_task(endpoint.serve(reader, writer)))

    server = await asyncio.start_server(connected, "127.0.0.1", 0)
    endpoint.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/v1"
    try:
        yield endpoint
    finally:
        server.close()
        for task in serving:
            task.cancel()
        await asyncio.gather(*serving, return_exceptions=True)
        for line in lines:
            line.transport.abort()
        await asyncio.sleep(0.01)
