"""How a port is served: by uvicorn, which is told to leave logs and signals to us."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import uvicorn

from bot.line.callers import Caller
from bot.settings import SettingsUnusable

LONGEST_GOODBYE_S = 5
TAKEN_AT_ONCE = 16
"""Connections that are opened before the first of them is heard: each takes a descriptor, and a place."""
WAIT_AT_THE_DOOR = 4096
"""Connections that the system holds for us meanwhile, as far as it lets us: a request behind many silent ones waits."""
OPTIONS: dict[str, Any] = {
    "lifespan": "off",
    "ws": "none",
    "log_config": None,
    "access_log": False,
    "server_header": False,
    "date_header": False,
    "timeout_graceful_shutdown": LONGEST_GOODBYE_S,
    "http": Caller,
    "backlog": TAKEN_AT_ONCE,
}


def listening_on(host: str, port: int, setting: str) -> socket.socket:
    """A socket there. Raises SettingsUnusable, naming the settings that begin so, when there can be none."""
    try:
        return socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET)
    except OSError as error:
        raise SettingsUnusable(
            f"Nothing can listen on {host}:{port} ({error.strerror}). "
            f"Set {setting}_HOST and {setting}_PORT to a free one."
        ) from error


class Serving(uvicorn.Server):
    """A server that leaves signals to whoever runs the bot, and lets many wait at the door."""

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Listen. How many are taken at once and how many may wait for it is the same number to asyncio, not to us."""
        await super().startup(sockets)
        for listening in sockets or ():
            listening.listen(WAIT_AT_THE_DOOR)

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Take none."""
        yield
