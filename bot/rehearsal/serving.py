"""Serves an ASGI app on 127.0.0.1 with uvicorn, on a free port, and stops it cleanly. No rules live here.

Two things uvicorn does not do by itself: cutting a line without an answer, and a short way for plain calls of
the Bot API, which a load test makes by the thousand.
"""

from __future__ import annotations

import asyncio
import contextlib
import socket
import struct
from collections.abc import Iterator
from typing import Any, Final, cast

import h11
import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

from bot.rehearsal.api import CUT_LINE, BotApi, headers_of
from bot.rehearsal.guard import foreign
from bot.rehearsal.telegram import Reply

HOST: Final = "127.0.0.1"
KEEP_ALIVE_S: Final = 75
LONGEST_GOODBYE_S: Final = 1
LONGEST_SHORT: Final = 64 * 1024
"""Bytes of a body that is worth holding until it is whole."""
_RESET: Final = struct.pack("ii", 1, 0)
"""SO_LINGER of zero seconds: closing sends a reset."""


class BotProtocol(H11Protocol):
    """One connection. A whole small POST to the Bot API is answered at once, the rest goes through h11."""

    for_bot = False
    held = b""
    transport: asyncio.Transport

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Lets the app cut this line."""
        super().connection_made(transport)
        app = self.app
        self.bot_api = cast("BotApi | None", getattr(self.config.app, "bot_api", None))

        async def with_cut(scope: Any, receive: Any, send: Any) -> None:
            self.for_bot = self.for_bot or scope.get("path", "").startswith(("/bot", "/file/bot"))
            scope.setdefault("extensions", {})[CUT_LINE] = self.cut
            await app(scope, receive, send)

        self.app = with_cut

    def data_received(self, data: bytes) -> None:
        """Bytes from the client; a plain call may come in two pieces, head and body."""
        data, self.held = self.held + data, b""
        if not (self.bot_api and self._takes_shortly(self.bot_api, data)):
            super().data_received(data)

    def cut(self) -> None:
        """End the connection with a reset."""
        if not self.transport.is_closing():
            self.transport.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET)
            self.transport.abort()

    def _takes_shortly(self, bot_api: BotApi, data: bytes) -> bool:
        """Answer a whole plain call, hold half of one; False for anything else."""
        if not data.startswith(b"POST /bot") or self.conn.their_state is not h11.IDLE or self.conn.trailing_data[0]:
            return False
        head, end, body = data.partition(b"\r\n\r\n")
        request, *lines = head.split(b"\r\n")
        headers = {name.lower(): value.strip() for name, _, value in (line.partition(b":") for line in lines)}
        length = headers.get(b"content-length", b"")
        if (
            not end
            or b"expect" in headers
            or foreign(headers.items())
            or not length.isdigit()
            or int(length) > LONGEST_SHORT
            or int(length) < len(body)
        ):
            return False
        self.for_bot = True
        self._unset_keepalive_if_required()
        if int(length) > len(body):
            self.held = data
            return True
        reply = bot_api.short_way(request.split(b" ")[1], headers.get(b"content-type", b""), body)
        if reply is not None:
            self._write(reply)
        return reply is not None

    def _write(self, reply: Reply) -> None:
        if reply.cut:
            self.cut()
        elif reply.wait:
            self.loop.call_later(reply.wait, self.transport.write, _raw(reply))
        else:
            self.transport.write(_raw(reply))


def _raw(reply: Reply) -> bytes:
    head = b"".join(b"%s: %s\r\n" % header for header in headers_of(reply))
    return b"HTTP/1.1 %d Telegram\r\n%s\r\n%s" % (reply.status, head, reply.body)


class Serving(uvicorn.Server):
    """A running server. One of the Bot API alone refuses connections while Telegram is down."""

    def __init__(self, app: Any, listener: socket.socket) -> None:
        super().__init__(_config(app))
        self.port: int = listener.getsockname()[1]
        self.bot_api: BotApi | None = getattr(app, "bot_api", None)
        self._alone = app is self.bot_api
        self._closed_port: socket.socket | None = None
        self._stopping = asyncio.Event()
        self.running = asyncio.ensure_future(self._serve([listener]))
        if self.bot_api:
            self.bot_api.telegram.faults.listeners.append(self._outage)

    @property
    def url(self) -> str:
        """Where it answers."""
        return f"http://{HOST}:{self.port}"

    async def stop(self) -> None:
        """Cut every line and stop listening."""
        if self.bot_api:
            self.bot_api.telegram.faults.listeners.remove(self._outage)
        if self._closed_port:
            self._closed_port.close()
        self._stopping.set()
        await self.running

    async def main_loop(self) -> None:
        """Uvicorn's own looks ten times a second whether it should end."""
        await self._stopping.wait()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Uvicorn's own waits for clients to leave; a long poll stays for a minute."""
        for server in self.servers:
            server.close()
        for connection in self._connections():
            connection.cut()
        if tasks := set(self.server_state.tasks):
            _, late = await asyncio.wait(tasks, timeout=LONGEST_GOODBYE_S)
            for task in late:
                task.cancel()

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Signals belong to whoever embeds this server."""
        yield

    def _connections(self) -> list[BotProtocol]:
        return [c for c in self.server_state.connections if isinstance(c, BotProtocol)]

    def _outage(self, down: bool) -> None:
        """Lines to Telegram break and, where the Bot API is alone on its port, none can be opened."""
        for connection in self._connections():
            if down and connection.for_bot:
                connection.cut()
        if self._alone and down:
            self.servers.pop().close()
            self._closed_port = free_port(self.port)
        elif self._closed_port:
            self._reopening = asyncio.ensure_future(self._reopen(self._closed_port))
            self._closed_port = None

    async def _reopen(self, port: socket.socket) -> None:
        def protocol() -> BotProtocol:
            return BotProtocol(config=self.config, server_state=self.server_state, app_state={})

        self.servers.append(await asyncio.get_running_loop().create_server(protocol, sock=port))


def _config(app: Any) -> uvicorn.Config:
    return uvicorn.Config(
        app,
        http=BotProtocol,
        ws="none",
        lifespan="off",
        log_config=None,
        access_log=False,
        proxy_headers=False,
        server_header=False,
        date_header=False,
        timeout_keep_alive=KEEP_ALIVE_S,
    )


def free_port(port: int = 0) -> socket.socket:
    """A socket bound to `port` of 127.0.0.1, 0 for any. Raises OSError when the port is taken."""
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((HOST, port))
    except OSError:
        listener.close()
        raise
    return listener


async def serve(app: Any, port: int = 0) -> tuple[Serving, int]:
    """Serve `app` on 127.0.0.1; returns the server, to be stopped with `stop()`, and its port.

    Raises OSError when the port is taken.
    """
    serving = Serving(app, free_port(port))
    while not serving.started:
        if serving.running.done():
            serving.running.result()
        await asyncio.sleep(0.005)
    return serving, serving.port
