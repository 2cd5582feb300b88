"""The Bot API over HTTP: `/bot<token>/<method>` and `/file/bot<token>/<path>`.

Plain ASGI, for it is also a load target. Decides nothing: it carries calls to LocalTelegram and answers back,
and cuts the line where a reply says so.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any, Final
from urllib.parse import unquote

from bot.rehearsal.errors import RefusedError
from bot.rehearsal.forms import LARGEST_BODY, parameters_of
from bot.rehearsal.guard import foreign_scope
from bot.rehearsal.telegram import CUT, LocalTelegram, Reply

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]

CUT_LINE: Final = "afterword.cut"
"""The ASGI extension with which an app ends its connection without an answer."""


class BotApi:
    """The ASGI app of the Bot API alone."""

    def __init__(self, telegram: LocalTelegram) -> None:
        self.telegram = telegram

    @property
    def bot_api(self) -> BotApi:
        """Where `serving` finds the Bot API for its short way."""
        return self

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return
        if foreign_scope(scope):
            reply, kind = _refused(RefusedError(403, "Forbidden: only for programs of this machine")), JSON
        else:
            reply, kind = await self._reply(scope, receive)
        if reply.wait:
            await asyncio.sleep(reply.wait)
        if reply.cut:
            cut_line(scope)
            return
        await send({"type": "http.response.start", "status": reply.status, "headers": headers_of(reply, kind)})
        await send({"type": "http.response.body", "body": reply.body})

    def short_way(self, target: bytes, content_type: bytes, body: bytes) -> Reply | None:
        """Answer at once what needs no waiting; None leaves the call to the ordinary way."""
        path, _, query = target.partition(b"?")
        token, _, method = path[4:].partition(b"/")
        if not path.startswith(b"/bot") or b"%" in path or method.lower() == b"getupdates":
            return None
        try:
            raw = parameters_of(query, content_type, body)
        except (RefusedError, UnicodeDecodeError):
            return None
        return self.telegram.call(token.decode(), method.decode(), raw)

    async def _reply(self, scope: Scope, receive: Receive) -> tuple[Reply, bytes]:
        path = scope["path"]
        if path.startswith("/file/bot"):
            return self._file(path), b"application/octet-stream"
        try:
            body = await read_body(receive)
            content_type = next((v for k, v in scope["headers"] if k == b"content-type"), b"")
            raw = parameters_of(scope["query_string"], content_type, body)
        except (RefusedError, UnicodeDecodeError) as error:
            return _refused(
                error if isinstance(error, RefusedError) else RefusedError(400, "Bad Request: not UTF-8")
            ), JSON
        token, _, method = path.removeprefix("/bot").partition("/")
        if not path.startswith("/bot") or not method:
            return _refused(RefusedError(404, "Not Found")), JSON
        if method.lower() == "getupdates":
            return await self._poll(token, raw, receive), JSON
        return self.telegram.call(token, method, raw), JSON

    async def _poll(self, token: str, raw: dict[str, Any], receive: Receive) -> Reply:
        """A long poll that ends with its client: a bot that was killed waits for nothing more."""
        poll = asyncio.ensure_future(self.telegram.poll(token, raw))
        gone = asyncio.ensure_future(receive())
        try:
            await asyncio.wait({poll, gone}, return_when=asyncio.FIRST_COMPLETED)
            return poll.result() if poll.done() else CUT
        finally:
            gone.cancel()
            poll.cancel()

    def _file(self, path: str) -> Reply:
        token, _, wanted = path.removeprefix("/file/bot").partition("/")
        if self.telegram.faults.down:
            return CUT
        try:
            self.telegram.refuse_token(token)
            return Reply(200, self.telegram.file(unquote(wanted)))
        except KeyError:
            return _refused(RefusedError(404, "Not Found"))
        except RefusedError as refused:
            return _refused(refused)


JSON: Final = b"application/json"


def headers_of(reply: Reply, kind: bytes = JSON) -> list[tuple[bytes, bytes]]:
    """The headers of an answer."""
    headers = [
        (b"content-type", b"text/html" if reply.html else kind),
        (b"content-length", str(len(reply.body)).encode()),
    ]
    if reply.retry_after is not None:
        headers.append((b"retry-after", str(reply.retry_after).encode()))
    return headers


def cut_line(scope: Scope) -> None:
    """End the connection as a broken line would."""
    cut = scope.get("extensions", {}).get(CUT_LINE)
    if cut is None:
        raise ConnectionResetError("this server cannot cut its lines; use bot.rehearsal.serving")
    cut()


async def read_body(receive: Receive) -> bytes:
    """The whole body. Raises RefusedError (413) for what is too large."""
    pieces, size, more = [], 0, True
    while more:
        message = await receive()
        if message["type"] == "http.disconnect":
            break
        pieces.append(message.get("body", b""))
        size += len(pieces[-1])
        if size > LARGEST_BODY:
            raise RefusedError(413, "Request Entity Too Large")
        more = message.get("more_body", False)
    return b"".join(pieces)


def _refused(refused: RefusedError) -> Reply:
    answer = {"ok": False, "error_code": refused.code, "description": refused.description}
    return Reply(refused.code, json.dumps(answer).encode())


def api_app(telegram: LocalTelegram) -> BotApi:
    """The Bot API alone, as an ASGI app."""
    return BotApi(telegram)
