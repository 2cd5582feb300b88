"""Whoever calls over HTTP: how long each may take, and how many may be connected.

Anybody may open a connection and say nothing. Whoever is too slow is cut; where too many are connected, the one that
has waited longest without having asked anything makes room, so that a whole request is always answered.
"""

from __future__ import annotations

import asyncio
import logging
from typing import cast

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

from bot.tally import TALLY

log = logging.getLogger(__name__)

HEADERS_S, BODY_S = 5.0, 10.0
"""Within which the headers of a request, and then its body, have to be there."""
ANSWER_S = 30.0
"""Within which an answer has to be made and taken."""
MOST, MOST_OF_A_PEER = 200, 64
"""Connections to one port. Telegram opens 40 at most; a proxy in front of us is one peer."""
_WHY = {"late": "a connection was cut: too slow", "crowded": "a connection was cut: too many are open"}
_TIMES: dict[object, float] = {h11.IDLE: HEADERS_S, h11.SEND_BODY: BODY_S}


class Caller(H11Protocol):
    """One connection."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """From here on its headers are waited for."""
        super().connection_made(transport)
        self.peer = self.client[0] if self.client else ""
        self.deadline: asyncio.TimerHandle | None = None
        self._enter(h11.IDLE)
        self._make_room()

    def connection_lost(self, exc: Exception | None) -> None:
        """Nothing is waited for any more."""
        self._enter(None)
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """A piece of a request."""
        super().data_received(data)
        if self.state is not self.conn.their_state:
            self._enter(self.conn.their_state)

    def on_response_complete(self) -> None:
        """It is answered. It may stay for a moment, and ask again."""
        super().on_response_complete()
        is_asking = self.conn.trailing_data[0] or self.conn.their_state is not h11.IDLE
        self._enter(self.conn.their_state if is_asking else None)

    def _enter(self, state: object) -> None:
        """Where in its request it is; None: it asks nothing."""
        self.state, self.since = state, self.loop.time()
        if self.deadline is not None:
            self.deadline.cancel()
        self.deadline = None
        if state is not None:
            self.deadline = self.loop.call_later(_TIMES.get(state, ANSWER_S), self._cut, "late")

    def _make_room(self) -> None:
        """Cut the one that has waited longest where there are too many; the newest, where all are being answered."""
        everybody = [cast("Caller", one) for one in self.connections]
        peers = [one for one in everybody if one.peer == self.peer]
        crowd = peers if len(peers) > MOST_OF_A_PEER else everybody if len(everybody) > MOST else []
        if crowd:
            waiting = [one for one in crowd if one is not self and (one.state is None or one.state in _TIMES)]
            min(waiting, key=lambda one: one.since, default=self)._cut("crowded")

    def _cut(self, why: str) -> None:
        TALLY.count("connections_cut", why)
        log.warning(_WHY[why])
        self.connections.discard(self)
        self.transport.abort()
