"""A feed server on 127.0.0.1 that behaves as told, behind TLS, under a name that looks public."""

from __future__ import annotations

import asyncio
import contextlib
import datetime as dt
import ipaddress
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import httpcore
import httpx
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from bot.calendars.feeds.fetch import client
from bot.calendars.feeds.guard import Guard, transport

HOST = "feed.example"
PUBLIC = "93.184.215.14"
Answer = Callable[[dict[str, str], asyncio.StreamWriter], Awaitable[None]]


@cache
def certificate() -> tuple[str, str]:
    """A certificate for HOST and its key, as PEM."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, HOST)])
    start = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(start)
        .not_valid_after(start + dt.timedelta(days=365 * 40))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(HOST)]), critical=False)
        .sign(key, hashes.SHA256())
    )
    secret = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    return made.public_bytes(serialization.Encoding.PEM).decode(), secret.decode()


def _server_side() -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    with TemporaryDirectory() as folder:
        for name, text in zip(("cert", "key"), certificate(), strict=True):
            (Path(folder) / name).write_text(text)
        context.load_cert_chain(Path(folder) / "cert", Path(folder) / "key")
    return context


class Rerouted(httpcore.AsyncNetworkBackend):
    """Carries what goes to any public address to the server on 127.0.0.1, and remembers where it was to go."""

    def __init__(self, port: int) -> None:
        self.port, self.asked = port, list[str]()
        self._inner = httpcore.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109  the signature is httpcore's
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        self.asked.append(host)
        assert not ipaddress.ip_address(host).is_private
        return await self._inner.connect_tcp("127.0.0.1", self.port, timeout, local_address, socket_options)

    async def sleep(self, seconds: float) -> None:
        await self._inner.sleep(seconds)


@dataclass
class FeedServer:
    """Answers each path as told; `seen` holds the headers of every request."""

    answers: dict[str, Answer] = field(default_factory=dict)
    seen: list[dict[str, str]] = field(default_factory=list)
    names: dict[str, list[str]] = field(default_factory=lambda: {HOST: [PUBLIC]})
    connected: list[str] = field(default_factory=list)
    reader: httpx.AsyncClient = field(init=False)

    def serve(self, path: str, body: bytes = b"", status: str = "200 OK", **headers: str) -> None:
        """From now on `path` gives this."""

        async def answer(_asked: dict[str, str], writer: asyncio.StreamWriter) -> None:
            await send(writer, body, status, **headers)

        self.answers[path] = answer

    async def handle(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError, ssl.SSLError):
            head = (await reader.readuntil(b"\r\n\r\n")).decode()
            first, *lines = head.split("\r\n")
            asked = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines if line)}
            self.seen.append(asked)
            await self.answers[first.split()[1]](asked, writer)
        writer.close()


async def send(writer: asyncio.StreamWriter, body: bytes, status: str = "200 OK", **headers: str) -> None:
    """One whole answer."""
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", "Connection: close"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    writer.write("\r\n".join([*lines, "", ""]).encode() + body)
    await writer.drain()


@contextlib.asynccontextmanager
async def feed_server() -> AsyncIterator[FeedServer]:
    """A running server, with a client that reaches it through the guard."""
    made = FeedServer()
    listening = await asyncio.start_server(made.handle, "127.0.0.1", 0, ssl=_server_side())
    road = Rerouted(listening.sockets[0].getsockname()[1])
    made.connected = road.asked
    trusted = ssl.create_default_context(cadata=certificate()[0])

    async def resolve(host: str) -> list[str]:
        return made.names.get(host, [host])

    async with listening, client(transport(Guard(resolve, road), trusted)) as made.reader:
        yield made
