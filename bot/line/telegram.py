"""python-telegram-bot, wired for us: its calls, types and errors; not its updater, queue or limiter.

The library's updater acknowledges updates before they are processed, so `getUpdates` is called here and its raw answer
is kept by the inbox first.
"""

from __future__ import annotations

import os
import ssl
from base64 import b64decode
from dataclasses import dataclass
from datetime import timedelta
from enum import Enum, auto
from typing import Any, cast

import httpx

os.environ.setdefault("PTB_TIMEDELTA", "true")  # the library's durations, as the library wants them from now on

from telegram import Bot, InputFile, InputMediaPhoto
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TelegramError, TimedOut
from telegram.request import RequestData

from bot.line.transport import Json, NotSent, Transport
from bot.line.updates import ALLOWED_UPDATES

LONG_POLL_S = 50


class Telegram(Bot):
    """The bot's line to Telegram. Calls take and give plain JSON: what is stored is what is sent."""

    @property
    def address(self) -> str:
        """Where the Bot API is spoken to, without the token."""
        return self.base_url.partition(f"/bot{self.token}")[0]

    async def call(self, method: str, body: dict[str, Any]) -> Any:
        """Make a call; the result as Telegram gave it. Raises TelegramError."""
        if isinstance(body.get("document"), dict):
            return await self._post(method, _with_file(body))
        if isinstance(body.get("photo"), dict):
            return await self._post(method, _with_picture(method, body))
        said = cast(RequestData, Json(body))  # it goes through the library untouched, to our own Transport
        return await self.request.post(f"{self.base_url}/{method}", said)

    async def download(self, path: str) -> bytes:
        """The content of a file at the path that `getFile` told. Raises TelegramError."""
        return await self.request.retrieve(f"{self.base_file_url}/{path}")

    async def open(self) -> None:
        """Open the connections, without asking Telegram anything: the bot starts while Telegram is down."""
        for request in self._request:
            await request.initialize()

    async def shut(self) -> None:
        """Close the connections."""
        for request in self._request:
            await request.shutdown()

    async def poll(self, offset: int | None, wait_s: int = LONG_POLL_S) -> list[dict[str, Any]]:
        """Raw updates from `offset` on, waiting up to `wait_s` for one. All before `offset` are acknowledged."""
        body = {"timeout": wait_s, "allowed_updates": ALLOWED_UPDATES, "limit": 100}
        if offset is not None:
            body["offset"] = offset
        result: list[dict[str, Any]] = await self._post("getUpdates", body, read_timeout=LONG_POLL_S + 10)
        return result


def _with_file(body: dict[str, Any]) -> dict[str, Any]:
    """A file stands in a call as its name and content in base64, so that it can be stored; it is uploaded as a form."""
    document = body["document"]
    return {**body, "document": InputFile(b64decode(document["base64"]), filename=document["name"])}


def _with_picture(method: str, body: dict[str, Any]) -> dict[str, Any]:
    """A picture that has been drawn, as an upload; in the place of another one its caption belongs to it."""
    photo = body["photo"]
    if method == "sendPhoto":
        return {**body, "photo": InputFile(photo["png"], filename=photo["name"])}
    media = InputMediaPhoto(photo["png"], body["caption"], parse_mode=body.get("parse_mode"), filename=photo["name"])
    return {**{name: body[name] for name in body.keys() & {"chat_id", "message_id", "reply_markup"}}, "media": media}


def connect(token: str, url: str, sends_in_flight: int) -> Telegram:
    """A line to the Bot API at `url`; the long poll has a connection of its own."""
    trust = trust_for(url)
    return Telegram(
        token,
        base_url=f"{url.rstrip('/')}/bot",
        base_file_url=f"{url.rstrip('/')}/file/bot",
        request=Transport(url, sends_in_flight, trust),
        get_updates_request=Transport(url, 1, trust),
    )


def trust_for(url: str) -> ssl.SSLContext:
    """Whom to trust at an address: to read all authorities takes longer than everything else at a start.

    An address without TLS asks for nobody's word, and nobody is trusted there.
    """
    return httpx.create_ssl_context() if url.startswith("https:") else ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


class Remedy(Enum):
    """What to do about a call that failed."""

    COUNT_AS_SENT = auto()
    TRY_AGAIN = auto()  # surely not delivered
    UNKNOWN = auto()  # it may have been delivered; there is no way to find out
    HOLD_CHAT = auto()  # Telegram named the seconds to wait
    PERSON_GONE = auto()
    SEND_ANEW = auto()  # the message to edit is gone
    SEND_PLAIN = auto()  # our HTML was refused: a mistake of ours
    WITHOUT_PICTURE = auto()  # it is refused: its words go alone
    IN_WORDS = auto()  # what is edited has no picture: it went in words
    SPLIT = auto()  # longer than Telegram takes
    OUR_MISTAKE = auto()  # our own code failed; no error of Telegram's
    GIVE_UP = auto()
    TOKEN_REFUSED = auto()


@dataclass(frozen=True, slots=True)
class Failure:
    """A failed call, understood."""

    remedy: Remedy
    wait: timedelta = timedelta()


# Parts of Telegram's descriptions, in lower case, and what they mean.
_BAD_REQUESTS = {
    "message is not modified": Remedy.COUNT_AS_SENT,
    "query is too old": Remedy.COUNT_AS_SENT,
    "query id is invalid": Remedy.COUNT_AS_SENT,
    "message to edit not found": Remedy.SEND_ANEW,
    "message can't be edited": Remedy.SEND_ANEW,
    "chat not found": Remedy.PERSON_GONE,
    "can't parse entities": Remedy.SEND_PLAIN,
    "message is too long": Remedy.SPLIT,
    "message caption is too long": Remedy.WITHOUT_PICTURE,
    "image_process_failed": Remedy.WITHOUT_PICTURE,
    "photo_invalid_dimensions": Remedy.WITHOUT_PICTURE,
    "not enough rights to send photos": Remedy.WITHOUT_PICTURE,
    "there is no caption in the message to edit": Remedy.IN_WORDS,
}


def understand(error: TelegramError) -> Failure:
    """What a failed call means and what to do about it: the one place that reads Telegram's errors."""
    if is_page(error):
        return Failure(Remedy.TRY_AGAIN)
    text = error.message.casefold()
    match error:
        case RetryAfter():
            return Failure(Remedy.HOLD_CHAT, _seconds(error))
        case Forbidden():
            return Failure(Remedy.PERSON_GONE)
        case BadRequest():
            known = (remedy for part, remedy in _BAD_REQUESTS.items() if part in text)
            return Failure(next(known, Remedy.GIVE_UP))
        case TimedOut() | NetworkError():
            # Without a cause there was an answer, a 5xx, and no word of a delivery in it.
            surely_not = isinstance(error.__cause__, NotSent | None)
            return Failure(Remedy.TRY_AGAIN if surely_not else Remedy.UNKNOWN)
        case _ if type(error).__name__ == "InvalidToken":
            return Failure(Remedy.TOKEN_REFUSED)
        case _:
            return Failure(Remedy.GIVE_UP)


def is_page(error: TelegramError) -> bool:
    """Whether a machine in front of Telegram answered, with a page instead of JSON: whatever its status, it is no word
    of Telegram's about the token, the person or the message. The library names its failure to parse it as the cause."""
    return isinstance(error.__cause__, TelegramError | ValueError)


def _seconds(error: RetryAfter) -> timedelta:
    wait = error.retry_after
    return wait if isinstance(wait, timedelta) else timedelta(seconds=wait)
