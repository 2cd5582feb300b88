"""The webhook: updates that Telegram brings, committed to the inbox before it is told that we have them.

Whoever does not know the secret gets a short no, before anything of what they sent is read.
"""

from __future__ import annotations

import asyncio
import hmac
import json
import logging
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit

import uvicorn
from sqlalchemy.exc import DatabaseError
from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from bot.line.intake import tell
from bot.line.telegram import Telegram
from bot.line.updates import ALLOWED_UPDATES, is_number, person_of
from bot.settings import Settings, SettingsUnusable
from scheduler.clock import Clock
from storage import inbox
from storage.store import Store

log = logging.getLogger(__name__)

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105  a header's name
LARGEST_UPDATE = 1 << 20
"""Bytes. Telegram's own updates are a few kilobytes."""
LONGEST_GOODBYE_S = 5
LONGEST_LOOK_S = 2.0
"""How long the store may take until it is said that it does not answer; whoever asks has no more patience."""
CONNECTIONS = 40
"""At most so many at once from Telegram."""
HEALTH = "/health"


class Webhook:
    """The two addresses that are answered: where updates are brought, and whether all is well."""

    def __init__(self, store: Store, clock: Clock, arrived: Callable[[], None], url: str, secret: str) -> None:
        self._store, self._clock, self._arrived = store, clock, arrived
        self._secret = secret.encode()
        self._looking: asyncio.Future[bool] | None = None
        self.app = Starlette(
            routes=[
                Route(urlsplit(url).path or "/", self._take, methods=["POST"]),
                Route(HEALTH, self._health),
            ]
        )

    async def _take(self, request: Request) -> Response:
        """200 once the update is committed; anything else makes Telegram bring it again."""
        if not hmac.compare_digest(request.headers.get(SECRET_HEADER, "").encode(), self._secret):
            return Response(status_code=403)
        try:
            raw = _update(await _body(request))
        except TooLargeError:
            return Response(status_code=413)
        except (ValueError, RecursionError, ClientDisconnect):
            return Response(status_code=400)
        try:
            await self._store.run(inbox.admit, [(person_of(raw), raw)], self._clock.now())
        except DatabaseError as error:
            log.warning("update %d could not be kept: %s", raw["update_id"], type(error).__name__)
            return Response(status_code=503)
        self._arrived()
        return Response(status_code=200)

    async def _health(self, _request: Request) -> Response:
        """Whether updates can be kept."""
        trouble = self._store.trouble or await self._look()
        if trouble is not None:
            return PlainTextResponse(f"the store is in trouble: {trouble}\n", 503)
        return PlainTextResponse("ok\n")

    async def _look(self) -> str | None:
        """What keeps the store from answering. However often it is asked, the store is asked once at a time."""
        if self._looking is None:
            self._looking = asyncio.ensure_future(self._store.run(inbox.is_empty))
        looking = self._looking
        await asyncio.wait([looking], timeout=LONGEST_LOOK_S)
        if not looking.done():
            return "it does not answer"
        self._looking = None
        return None if (error := looking.exception()) is None else type(error).__name__


class TooLargeError(ValueError):
    """More than any update has."""


async def _body(request: Request) -> bytes:
    """The body, given up as soon as it is too large. Raises TooLargeError."""
    told = request.headers.get("Content-Length", "0")
    if not told.isdigit() or int(told) > LARGEST_UPDATE:
        raise TooLargeError
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > LARGEST_UPDATE:
            raise TooLargeError
    return bytes(body)


def _update(body: bytes) -> dict[str, Any]:
    raw = json.loads(body)
    if not isinstance(raw, dict) or not is_number(raw.get("update_id")):
        raise ValueError("not an update")
    return raw


async def listen(
    settings: Settings, telegram: Telegram, store: Store, clock: Clock, arrived: Callable[[], None]
) -> None:
    """Take updates until cancelled. Raises SettingsUnusable when the port is taken, InvalidToken."""
    assert settings.webhook_secret is not None, "the settings refuse a webhook without a secret"
    secret = settings.webhook_secret.get_secret_value()
    webhook = Webhook(store, clock, arrived, settings.webhook_url, secret)
    listening = _socket(settings.webhook_host, settings.webhook_port)
    serving = _Serving(uvicorn.Config(webhook.app, **_OPTIONS))
    running = asyncio.create_task(serving.serve([listening]))
    try:
        await tell(telegram, clock, "setWebhook", _told(settings.webhook_url, secret))
        await running
    finally:
        serving.should_exit = True
        await asyncio.wait([running], timeout=LONGEST_GOODBYE_S)
        listening.close()


def _told(url: str, secret: str) -> dict[str, Any]:
    return {"url": url, "secret_token": secret, "allowed_updates": ALLOWED_UPDATES, "max_connections": CONNECTIONS}


def _socket(host: str, port: int) -> socket.socket:
    try:
        return socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET)
    except OSError as error:
        raise SettingsUnusable(
            f"The webhook cannot listen on {host}:{port} ({error.strerror}). "
            "Set AFTERWORD_WEBHOOK_HOST and AFTERWORD_WEBHOOK_PORT to a free one."
        ) from error


_OPTIONS: dict[str, Any] = {
    "lifespan": "off",
    "ws": "none",
    "log_config": None,
    "access_log": False,
    "server_header": False,
    "date_header": False,
    "timeout_graceful_shutdown": LONGEST_GOODBYE_S,
}


class _Serving(uvicorn.Server):
    """A server that leaves signals to whoever runs the bot."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Take none."""
        yield
