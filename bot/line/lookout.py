"""The lookout: how the bot is, for whoever runs it, at three addresses on a port of this machine; no secret is told."""

from __future__ import annotations

import asyncio
import logging

import uvicorn
from sqlalchemy.exc import DatabaseError
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from bot.line import metrics
from bot.line.readiness import LONGEST_LOOK_S, Readiness
from bot.line.serving import OPTIONS, Serving, listening_on
from bot.settings import Settings
from bot.tally import TALLY
from scheduler.clock import Clock
from storage.store import Store

log = logging.getLogger(__name__)

HEALTH, READY, METRICS = "/health", "/ready", "/metrics"
LONGEST_GOODBYE_S = 1


class Lookout:
    """What is answered at each address."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store, self._clock, self._readiness = store, clock, Readiness(store)
        self.app = Starlette(
            routes=[Route(HEALTH, self._health), Route(READY, self._ready), Route(METRICS, self._metrics)]
        )

    async def _health(self, _request: Request) -> Response:
        """200 while the process turns: to be started anew only where this does not answer."""
        return PlainTextResponse("ok\n")

    async def _ready(self, _request: Request) -> Response:
        """200 while all is well, else 503 with a line for each trouble."""
        troubles = await self._readiness.troubles()
        return (
            PlainTextResponse("".join(f"{one}\n" for one in troubles), 503) if troubles else PlainTextResponse("ok\n")
        )

    async def _metrics(self, _request: Request) -> Response:
        troubles = await self._readiness.troubles()
        try:
            async with asyncio.timeout(LONGEST_LOOK_S):
                found = await self._store.run(metrics.depths, self._clock.now())
        except (DatabaseError, TimeoutError):
            found = None
        return Response(metrics.exposition(TALLY, found, len(troubles)), media_type=metrics.CONTENT_TYPE)


async def stand(settings: Settings, store: Store, clock: Clock) -> None:
    """Answer until cancelled, where a port is named; else do nothing. Raises SettingsUnusable when it is taken."""
    if not settings.health_port:
        await asyncio.Event().wait()
    listening = listening_on(settings.health_host, settings.health_port, "AFTERWORD_HEALTH")
    log.info("health, readiness and metrics are told at http://%s:%d", *listening.getsockname()[:2])
    serving = Serving(uvicorn.Config(Lookout(store, clock).app, **OPTIONS))
    running = asyncio.create_task(serving.serve([listening]))
    try:
        await running
    finally:
        serving.should_exit = True
        await asyncio.wait([running], timeout=LONGEST_GOODBYE_S)
        listening.close()
