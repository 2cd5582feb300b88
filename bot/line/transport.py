"""How calls travel to Telegram: aiohttp behind the library's `BaseRequest`, which is made to be replaced.

The library's own client spends most of a call on its connection pool, and the more the more are in flight. What lives
here is HTTP alone; what an error means for a message is decided by `bot.line.telegram.understand`, which asks one
thing of this module: whether a request may have reached Telegram. One that surely has not fails because of `NotSent`.
"""

from __future__ import annotations

import json
import ssl
from dataclasses import dataclass
from functools import cache
from typing import Any, ClassVar

import aiohttp
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

from bot.environment import proxy_for
from bot.line.unanswered import unanswered

CONNECT_S = 5.0
POOL_S = 10.0
"""How long a request waits for a connection that is free."""
READ_S = 5.0
"""How long between two pieces of an answer."""
WRITE_S = 5.0
WRITE_FILES_S = 20.0


class NotSent(Exception):  # noqa: N818  it is a reason, named by errors as their cause
    """No connection was made, or none was free: Telegram cannot have heard of the request."""


@dataclass(frozen=True, slots=True)
class Json:
    """What a call says, as JSON already. `RequestData` would look through it once more for objects of the library's
    own, which takes a fifth of a call."""

    parameters: dict[str, Any]
    contains_files: ClassVar[bool] = False


# Raised before the first byte of a request has left.
_BEFORE_SENDING = (
    aiohttp.ClientConnectorError,
    aiohttp.ClientHttpProxyError,
    aiohttp.ConnectionTimeoutError,
    aiohttp.InvalidURL,
    aiohttp.NonHttpUrlClientError,
    aiohttp.ServerFingerprintMismatch,
)


class Transport(BaseRequest):
    """A client with at most so many connections to `url`, opened by `initialize`."""

    __slots__ = ("_connections", "_proxy", "_read_timeout", "_session", "_trust")

    def __init__(self, url: str, connections: int, trust: ssl.SSLContext, read_timeout: float = READ_S) -> None:
        self._connections, self._trust, self._read_timeout = connections, trust, read_timeout
        self._proxy = proxy_for(url)
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        """Seconds between two pieces of an answer, where a call names none."""
        return self._read_timeout

    async def initialize(self) -> None:
        """Open the client; connections are made when they are needed."""
        if self._session is None:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=self._connections, ssl=self._trust),
                cookie_jar=aiohttp.DummyCookieJar(),
                headers={"User-Agent": self.USER_AGENT},
            )

    async def shutdown(self) -> None:
        """Close the client and its connections."""
        session, self._session = self._session, None
        if session is not None:
            await session.close()

    async def do_request(  # noqa: PLR0917  the library's own signature
        self,
        url: str,
        method: str,
        request_data: RequestData | Json | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,
        write_timeout: Any = BaseRequest.DEFAULT_NONE,
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """Status and body of the answer. Raises TimedOut or NetworkError, caused by NotSent if it surely was not."""
        if self._session is None:
            raise RuntimeError("the transport is not open")
        writing = WRITE_FILES_S if request_data and request_data.contains_files else WRITE_S
        timeout = _timeout(
            read=_given(read_timeout, self._read_timeout),
            write=_given(write_timeout, writing),
            connect=_given(connect_timeout, CONNECT_S),
            pool=_given(pool_timeout, POOL_S),
        )
        try:
            async with self._session.request(
                method, url, timeout=timeout, proxy=self._proxy, allow_redirects=False, **_body(request_data)
            ) as answer:
                return answer.status, await answer.read()
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            raise _as_the_library_says_it(error) from _cause(error)


def _given(value: Any, otherwise: float) -> float | None:
    """A time-out as the caller gave it; None is for ever."""
    return otherwise if value is BaseRequest.DEFAULT_NONE else value


@cache
def _timeout(
    *, read: float | None, write: float | None, connect: float | None, pool: float | None
) -> aiohttp.ClientTimeout:
    return aiohttp.ClientTimeout(
        total=_sum(read, write, connect, pool), connect=_sum(connect, pool), sock_connect=connect, sock_read=read
    )


def _sum(*parts: float | None) -> float | None:
    known = [part for part in parts if part is not None]
    return sum(known) if len(known) == len(parts) else None


def _body(data: RequestData | Json | None) -> dict[str, Any]:
    """JSON, and a form where there are files."""
    if data is None:
        return {}
    if isinstance(data, Json) or not data.contains_files:
        return {"data": json.dumps(data.parameters).encode(), "headers": {"Content-Type": "application/json"}}
    form = aiohttp.FormData(data.json_parameters)
    for name, (filename, content, kind) in data.multipart_data.items():
        form.add_field(name, content, filename=filename, content_type=kind)
    return {"data": form}


def _as_the_library_says_it(error: Exception) -> NetworkError:
    """Its kind alone: some of these errors quote the address, which holds the token."""
    return TimedOut(type(error).__name__) if isinstance(error, TimeoutError) else NetworkError(type(error).__name__)


def _cause(error: Exception) -> Exception:
    return NotSent(unanswered(error)) if isinstance(error, _BEFORE_SENDING) else error
