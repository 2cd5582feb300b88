"""The rehearsal page over HTTP: its files, its events, what it may do, and who is let in. It decides nothing.

The page gets everything by server-sent events: the whole state on every connection, then each change.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import lru_cache
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route

from bot import words
from bot.rehearsal.api import BotApi, Receive, Scope, Send
from bot.rehearsal.errors import RefusedError
from bot.rehearsal.forms import multipart
from bot.rehearsal.guard import foreign_scope, how_to_come_in
from bot.rehearsal.parameters import Upload
from bot.rehearsal.seat import Seat
from bot.rehearsal.staging import Stage
from bot.rehearsal.telegram import LocalTelegram

Json = dict[str, Any]
Act = Callable[[Json], Awaitable[None]]
Answer = Callable[[Request], Awaitable[Response]]

PERSON: Final = "you"
LARGEST_FILE: Final = 20 * 2**20
ROOM_FOR_FORM: Final = 4096
_STATIC: Final = Path(__file__).parent / "static"
_WRONG: Final = (TypeError, ValueError, LookupError, ArithmeticError, RecursionError, RefusedError)
"""What a request raises that asks for something there is not, or whose JSON no program could mean."""
_KINDS: Final = {"html": "text/html", "css": "text/css", "js": "text/javascript", "svg": "image/svg+xml"}
_PICTURES: Final = {"png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg"}
_SECURITY: Final = [
    (
        b"content-security-policy",
        b"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        b"form-action 'none'; base-uri 'none'; frame-ancestors 'none'",
    ),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"cache-control", b"no-store"),
]


def _routes(seat: Seat) -> list[Route]:
    """Every address of the page."""
    acts = [seat.hello, seat.say, seat.press, seat.location, seat.advance, seat.set_clock, seat.next_nudge]
    acts += [seat.restart, seat.outage, seat.block, seat.start_over]

    async def stream(_: Request) -> Response:
        return StreamingResponse(seat.events(), media_type="text/event-stream")

    return [
        Route("/", _static, methods=["GET"]),
        Route("/static/{name}", _static, methods=["GET"]),
        Route("/events", stream, methods=["GET"]),
        Route("/files/{path:path}", _file(seat), methods=["GET"]),
        Route("/do/upload", _upload(seat), methods=["POST"]),
        *(Route(f"/do/{act.__name__}", _doing(seat, act), methods=["POST"]) for act in acts),
    ]


def _doing(seat: Seat, act: Act) -> Answer:
    """A route that does `act` with the JSON of the request."""

    async def do(request: Request) -> None:
        asked = await request.json()
        if not isinstance(asked, dict):
            raise ValueError("an object of JSON is asked for")
        await act(asked)

    return _telling(seat, do)


def _telling(seat: Seat, do: Callable[[Request], Awaitable[None]]) -> Answer:
    """A route that tells what is wrong with a request."""

    async def respond(request: Request) -> Response:
        try:
            await do(request)
        except _WRONG as error:
            return JSONResponse({"error": str(error)}, error.code if isinstance(error, RefusedError) else 400)
        except ConnectionError:
            return JSONResponse({"error": words.plain("page.error.no_bot", seat.language)}, 503)
        finally:
            seat.look()
            seat.catch_up()
        return JSONResponse({})

    return respond


def _upload(seat: Seat) -> Answer:
    """A file that the person sends."""

    async def do(request: Request) -> None:
        if int(request.headers.get("content-length", 0)) > LARGEST_FILE + ROOM_FOR_FORM:
            raise RefusedError(413, words.plain("page.error.too_large", seat.language))
        form = multipart(request.headers.get("content-type", "").encode(), await request.body())
        file = form.get("file")
        if not isinstance(file, Upload):
            raise ValueError("a file is asked for")
        if not file.data:
            raise ValueError(words.plain("page.error.empty_file", seat.language))
        seat.telegram.send_file(seat.someone.name, file.data, file.filename, file.mime, str(form.get("caption", "")))

    return _telling(seat, do)


def _file(seat: Seat) -> Answer:
    """A file of the chat: pictures to look at, everything else to save."""

    async def respond(request: Request) -> Response:
        stored = seat.telegram.files.by_path.get(request.path_params["path"])
        if stored is None:
            return JSONResponse({"error": "no such file"}, 404)
        picture = _PICTURES.get(stored.path.rpartition(".")[2]) if stored.kind == "photo" else None
        if picture:
            return Response(stored.data, media_type=picture)
        saved = {"content-disposition": f"attachment; filename*=utf-8''{quote(stored.name)}"}
        return Response(stored.data, media_type="application/octet-stream", headers=saved)

    return respond


async def _static(request: Request) -> Response:
    name = request.path_params.get("name", "index.html")
    content = _read_static().get(name)
    if content is None:
        return JSONResponse({"error": "no such page"}, 404)
    return Response(content, media_type=_KINDS[name.rpartition(".")[2]])


@lru_cache(maxsize=1)
def _read_static() -> dict[str, bytes]:
    """The files of the page, by name: nothing else can be asked for."""
    return {path.name: path.read_bytes() for path in _STATIC.iterdir() if path.suffix[1:] in _KINDS}


class _Guarded:
    """Lets nobody in from elsewhere, and tells the browser what the page may do."""

    def __init__(self, app: Any) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_safely(message: Any) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message["headers"], *_SECURITY]
            await send(message)

        if foreign_scope(scope, changes=scope["method"] != "GET"):
            await PlainTextResponse(how_to_come_in(scope["server"][1]), 403)(scope, receive, send_safely)
        else:
            await self.app(scope, receive, send_safely)


class CombinedApp:
    """The page and the Bot API on one port."""

    def __init__(self, telegram: LocalTelegram, stage: Stage, person: str) -> None:
        self.bot_api = BotApi(telegram)
        self.page = page_app(telegram, stage, person)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        for_bot = scope["path"].startswith(("/bot", "/file/bot"))
        await (self.bot_api if for_bot else self.page)(scope, receive, send)


def page_app(telegram: LocalTelegram, stage: Stage, person: str = PERSON) -> _Guarded:
    """The page alone, as an ASGI app."""
    return _Guarded(Starlette(routes=_routes(Seat(telegram, stage, person))))


def combined_app(telegram: LocalTelegram, stage: Stage, person: str = PERSON) -> CombinedApp:
    """The page and the Bot API, as one ASGI app."""
    return CombinedApp(telegram, stage, person)
