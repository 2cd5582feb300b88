"""The webhook: updates that Telegram brings, committed to the inbox before it is told that we have them.

Whoever does not know the secret gets a short no, before anything of what they sent is read.
"""

from __future__ import annotations

import asyncio
import hmac
import json
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

import uvicorn
from sqlalchemy.exc import DatabaseError
from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from bot.calendars.feeds.seal import NO_KEY, Seal
from bot.line.hiding import hidden
from bot.line.intake import tell
from bot.line.readiness import Readiness
from bot.line.serving import LONGEST_GOODBYE_S, OPTIONS, Serving, listening_on
from bot.line.telegram import Telegram
from bot.line.trouble import Trouble
from bot.line.updates import ALLOWED_UPDATES, is_number, person_of
from bot.settings import Settings
from scheduler.clock import Clock
from storage import inbox
from storage.store import Store
from storage.troubles import code_of, mend

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105  a header's name
LARGEST_UPDATE = 1 << 20
"""Bytes. Telegram's own updates are a few kilobytes."""
CONNECTIONS = 40
"""At most so many at once from Telegram."""
HEALTH = "/health"


class Webhook:
    """The two addresses that are answered: where updates are brought, and whether all is well."""

    def __init__(
        self, store: Store, clock: Clock, arrived: Callable[[], None], url: str, secret: str, *, seal: Seal = NO_KEY
    ) -> None:
        self._store, self._clock, self._arrived = store, clock, arrived
        self._secret, self._seal = secret.encode(), seal
        self._readiness, self._keeping = Readiness(store), Trouble("keeping updates")
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
            await self._store.run(inbox.admit, [(person_of(raw), hidden(raw, self._seal))], self._clock.now())
        except DatabaseError as error:
            self._keeping.met(" ".join(filter(None, (code_of(error), mend(error)))))
            return Response(status_code=503)
        self._keeping.over()
        self._arrived()
        return Response(status_code=200)

    async def _health(self, _request: Request) -> Response:
        """Whether updates can be kept."""
        trouble = await self._readiness.of_store()
        return PlainTextResponse("ok\n" if trouble is None else f"{trouble}\n", 200 if trouble is None else 503)


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
    settings: Settings,
    telegram: Telegram,
    store: Store,
    clock: Clock,
    arrived: Callable[[], None],
    *,
    seal: Seal = NO_KEY,
) -> None:
    """Take updates until cancelled. Raises SettingsUnusable when the port is taken, InvalidToken."""
    assert settings.webhook_secret is not None, "the settings refuse a webhook without a secret"
    secret = settings.webhook_secret.get_secret_value()
    webhook = Webhook(store, clock, arrived, settings.webhook_url, secret, seal=seal)
    listening = listening_on(settings.webhook_host, settings.webhook_port, "AFTERWORD_WEBHOOK")
    serving = Serving(uvicorn.Config(webhook.app, **OPTIONS))
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
