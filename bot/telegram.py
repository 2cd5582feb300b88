"""python-telegram-bot, wired for us: its calls, types and errors; not its updater, queue or limiter.

The library's updater acknowledges updates before they are processed, so `getUpdates` is called here and its raw answer
is kept by the inbox first.
"""

from __future__ import annotations

import os
import ssl
from base64 import b64decode
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import Enum, auto
from typing import Any, TypeGuard, cast

import httpx

os.environ.setdefault("PTB_TIMEDELTA", "true")  # the library's durations, as the library wants them from now on

from telegram import Bot, InputFile
from telegram.constants import ChatMemberStatus, ChatType
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TelegramError, TimedOut
from telegram.request import RequestData

from bot.dialogue.turn import Document, Incoming, Kind
from bot.transport import Json, NotSent, Transport

ALLOWED_UPDATES = ["message", "edited_message", "callback_query", "my_chat_member"]
Raw = Mapping[str, Any]
"""An object of the Bot API as it came, in JSON."""
LONG_POLL_S = 50
NOBODY = 0
LARGEST_NUMBER = 2**63 - 1


class Telegram(Bot):
    """The bot's line to Telegram. Calls take and give plain JSON: what is stored is what is sent."""

    async def call(self, method: str, body: dict[str, Any]) -> Any:
        """Make a call; the result as Telegram gave it. Raises TelegramError."""
        if isinstance(body.get("document"), dict):
            return await self._post(method, _with_file(body))
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

    async def poll(self, offset: int | None) -> list[dict[str, Any]]:
        """Raw updates from `offset` on, waiting up to LONG_POLL_S for one. All before `offset` are acknowledged."""
        body = {"timeout": LONG_POLL_S, "allowed_updates": ALLOWED_UPDATES, "limit": 100}
        if offset is not None:
            body["offset"] = offset
        result: list[dict[str, Any]] = await self._post("getUpdates", body, read_timeout=LONG_POLL_S + 10)
        return result


def _with_file(body: dict[str, Any]) -> dict[str, Any]:
    """A file stands in a call as its name and content in base64, so that it can be stored; it is uploaded as a form."""
    document = body["document"]
    return {**body, "document": InputFile(b64decode(document["base64"]), filename=document["name"])}


def connect(token: str, url: str, sends_in_flight: int) -> Telegram:
    """A line to the Bot API at `url`; the long poll has a connection of its own."""
    trust = _trust(url)
    return Telegram(
        token,
        base_url=f"{url.rstrip('/')}/bot",
        base_file_url=f"{url.rstrip('/')}/file/bot",
        request=Transport(url, sends_in_flight, trust),
        get_updates_request=Transport(url, 1, trust),
    )


def _trust(url: str) -> ssl.SSLContext:
    """Whom to trust, for both clients: to read all authorities takes longer than everything else at a start.

    An address without TLS asks for nobody's word, and nobody is trusted there.
    """
    return httpx.create_ssl_context() if url.startswith("https:") else ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


def person_of(raw: dict[str, Any]) -> int:
    """Whose update it is, read from the raw JSON so that even one nobody can parse has its place in a queue."""
    for kind in ALLOWED_UPDATES:
        sender = raw.get(kind)
        if isinstance(sender, dict) and isinstance(sender.get("from"), dict):
            number = sender["from"].get("id")
            return number if is_number(number) else NOBODY
    return NOBODY


def is_number(value: object) -> TypeGuard[int]:
    """Whether it is a number that a store can keep. JSON's true and its endless numbers are none."""
    return type(value) is int and -LARGEST_NUMBER <= value <= LARGEST_NUMBER


def translate(raw: Raw) -> Incoming:
    """An update as the conversation sees it: nothing is read of it but what is needed, so that whatever else Telegram
    thinks of is no trouble. Raises LookupError, TypeError or AttributeError where that is missing or not what it should
    be: what is let through here is kept, and sent."""
    if (change := raw.get("my_chat_member")) is not None:
        return _membership(change)
    if (press := raw.get("callback_query")) is not None:
        return _press(press)
    edited = raw.get("message") is None
    message = raw.get("edited_message") if edited else raw["message"]
    if message is None or message.get("from") is None:
        return Incoming(kind=Kind.IGNORED, person_id=NOBODY, chat_id=NOBODY)
    return _message(message, edited=edited)


def _membership(change: Raw) -> Incoming:
    status, chat = change["new_chat_member"]["status"], change["chat"]
    if chat["type"] == ChatType.PRIVATE:
        kind = Kind.BLOCKED if status == ChatMemberStatus.BANNED else Kind.UNBLOCKED
    else:
        kind = Kind.GROUP if status in (ChatMemberStatus.MEMBER, ChatMemberStatus.ADMINISTRATOR) else Kind.IGNORED
    return _incoming(kind, change["from"], chat["id"])


def _press(press: Raw) -> Incoming:
    sender, message = press["from"], press.get("message")
    private = message is not None and message["chat"]["type"] == ChatType.PRIVATE
    return _incoming(
        Kind.PRESS if private else Kind.IGNORED,
        sender,
        message["chat"]["id"] if message else sender["id"],
        message_id=_number(message["message_id"]) if message else None,
        press_id=_text(press["id"]),
        data=_text(press.get("data") or ""),
    )


def _message(message: Raw, *, edited: bool) -> Incoming:
    place = message.get("location")
    return _incoming(
        _kind(message, edited=edited),
        message["from"],
        message["chat"]["id"],
        text=_text(message.get("text") or message.get("caption") or ""),
        message_id=_number(message["message_id"]),
        forwarded="forward_origin" in message,
        location=(_degrees(place["latitude"]), _degrees(place["longitude"])) if place else None,
        document=_document(message.get("document")),
    )


def _document(found: Raw | None) -> Document | None:
    if found is None:
        return None
    name, mime, size = found.get("file_name", ""), found.get("mime_type", ""), found.get("file_size", 0)
    return Document(_text(found["file_id"]), _text(name), _text(mime), _number(size))


_CONTENTS = {
    "text": Kind.TEXT,
    "photo": Kind.PHOTO,
    "voice": Kind.VOICE,
    "audio": Kind.VOICE,
    "video_note": Kind.VOICE,
    "document": Kind.FILE,
    "location": Kind.LOCATION,
}


def _kind(message: Raw, *, edited: bool) -> Kind:
    if message["chat"]["type"] != ChatType.PRIVATE:
        return Kind.GROUP
    if edited:
        return Kind.EDITED
    return next((kind for content, kind in _CONTENTS.items() if message.get(content)), Kind.OTHER_MESSAGE)


def _incoming(kind: Kind, sender: Raw, chat_id: int, **more: Any) -> Incoming:
    return Incoming(
        kind=kind,
        person_id=_number(sender["id"]),
        chat_id=_number(chat_id),
        name=_text(sender["first_name"]),
        language_code=_text(sender.get("language_code") or ""),
        **more,
    )


def _number(value: object) -> int:
    if not is_number(value):
        raise TypeError("a number was expected")
    return value


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("a text was expected")
    return value


def _degrees(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise TypeError("degrees were expected")
    return value


class Remedy(Enum):
    """What to do about a call that failed."""

    COUNT_AS_SENT = auto()
    TRY_AGAIN = auto()  # surely not delivered
    UNKNOWN = auto()  # it may have been delivered; there is no way to find out
    HOLD_CHAT = auto()  # Telegram named the seconds to wait
    PERSON_GONE = auto()
    SEND_ANEW = auto()  # the message to edit is gone
    SEND_PLAIN = auto()  # our HTML was refused: a mistake of ours
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
