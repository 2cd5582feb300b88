"""Which parameters each method takes and of what kind, read as Telegram reads them. No state, no effect.

The table is checked against the published description of the Bot API in tests. What is not in the table is
refused: the real server ignores unknown parameters, and so hides misspelt ones.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final, NoReturn

from bot.rehearsal.errors import bad

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that came with a call."""

    filename: str
    mime: str
    data: bytes


def _integer(name: str, value: Any) -> int:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    try:
        return int(value) if isinstance(value, str) else _not(name, "an Integer")
    except ValueError:
        return _not(name, "an Integer")


def _text(name: str, value: Any) -> str:
    return value if isinstance(value, str) else _not(name, "a String")


def _boolean(name: str, value: Any) -> bool:
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and value.lower() in {"true", "false", "1", "0"}:
        return value.lower() in {"true", "1"}
    return _not(name, "a Boolean")


def _chat(name: str, value: Any) -> int | str:
    if isinstance(value, str) and value.startswith("@"):
        return value
    if value == "":
        raise bad("chat_id is empty")
    return _integer(name, value)


def _structure(kind: type, told: str) -> Callable[[str, Any], Any]:
    def read(name: str, value: Any) -> Any:
        if isinstance(value, str):
            try:
                value = json.loads(value)
            except (ValueError, RecursionError):
                raise bad(f'can\'t parse "{name}": not JSON') from None
        return value if isinstance(value, kind) else _not(name, told)

    return read


def _file(name: str, value: Any) -> Upload | str:
    return value if isinstance(value, Upload | str) else _not(name, "a file or a String")


def _not(name: str, kind: str) -> NoReturn:
    raise bad(f'parameter "{name}" must be {kind}')


_object, _list = _structure(dict, "a JSON object"), _structure(list, "a JSON array")
Reader = Callable[[str, Any], Any]

_SENT: Final[Mapping[str, Reader]] = {
    "chat_id": _chat,
    "disable_notification": _boolean,
    "protect_content": _boolean,
    "allow_paid_broadcast": _boolean,
    "message_effect_id": _text,
    "reply_parameters": _object,
    "reply_markup": _object,
}
_CAPTION: Final[Mapping[str, Reader]] = {
    "caption": _text,
    "parse_mode": _text,
    "caption_entities": _list,
}
_TEXT: Final[Mapping[str, Reader]] = {
    "text": _text,
    "parse_mode": _text,
    "entities": _list,
    "link_preview_options": _object,
}
_EDITED: Final[Mapping[str, Reader]] = {"chat_id": _chat, "message_id": _integer, "reply_markup": _object}
_SCOPE: Final[Mapping[str, Reader]] = {"scope": _object, "language_code": _text}
_MENU: Final[Mapping[str, Reader]] = {"chat_id": _integer, "menu_button": _object}

TABLE: Final[Mapping[str, Mapping[str, Reader]]] = {
    "getMe": {},
    "getUpdates": {"offset": _integer, "limit": _integer, "timeout": _integer, "allowed_updates": _list},
    "setWebhook": {
        "url": _text,
        "certificate": _file,
        "ip_address": _text,
        "max_connections": _integer,
        "allowed_updates": _list,
        "drop_pending_updates": _boolean,
        "secret_token": _text,
    },
    "deleteWebhook": {"drop_pending_updates": _boolean},
    "getWebhookInfo": {},
    "sendMessage": {**_SENT, **_TEXT},
    "sendPhoto": {
        **_SENT,
        **_CAPTION,
        "photo": _file,
        "show_caption_above_media": _boolean,
        "has_spoiler": _boolean,
    },
    "sendDocument": {
        **_SENT,
        **_CAPTION,
        "document": _file,
        "thumbnail": _file,
        "disable_content_type_detection": _boolean,
    },
    "editMessageText": {**_EDITED, **_TEXT},
    "editMessageReplyMarkup": _EDITED,
    "editMessageCaption": {**_EDITED, **_CAPTION, "show_caption_above_media": _boolean},
    "editMessageMedia": {**_EDITED, "media": _object},
    "deleteMessage": {"chat_id": _chat, "message_id": _integer},
    "answerCallbackQuery": {
        "callback_query_id": _text,
        "text": _text,
        "show_alert": _boolean,
        "url": _text,
        "cache_time": _integer,
    },
    "sendChatAction": {"chat_id": _chat, "action": _text},
    "setMyCommands": {"commands": _list, **_SCOPE},
    "getMyCommands": _SCOPE,
    "deleteMyCommands": _SCOPE,
    "setMyName": {"name": _text, "language_code": _text},
    "getMyName": {"language_code": _text},
    "setMyDescription": {"description": _text, "language_code": _text},
    "getMyDescription": {"language_code": _text},
    "setMyShortDescription": {"short_description": _text, "language_code": _text},
    "getMyShortDescription": {"language_code": _text},
    "setChatMenuButton": _MENU,
    "getChatMenuButton": {"chat_id": _integer},
    "getFile": {"file_id": _text},
    "getChat": {"chat_id": _chat},
    "setMessageReaction": {"chat_id": _chat, "message_id": _integer, "reaction": _list, "is_big": _boolean},
    "leaveChat": {"chat_id": _chat},
}
REQUIRED: Final[Mapping[str, tuple[str, ...]]] = {
    "setWebhook": ("url",),
    "sendMessage": ("chat_id", "text"),
    "sendPhoto": ("chat_id", "photo"),
    "sendDocument": ("chat_id", "document"),
    # Optional in the description because of inline and rich messages, which are not played here.
    "editMessageText": ("chat_id", "message_id", "text"),
    "editMessageReplyMarkup": ("chat_id", "message_id"),
    "editMessageCaption": ("chat_id", "message_id"),
    "editMessageMedia": ("chat_id", "message_id", "media"),
    "deleteMessage": ("chat_id", "message_id"),
    "answerCallbackQuery": ("callback_query_id",),
    "sendChatAction": ("chat_id", "action"),
    "setMyCommands": ("commands",),
    "getFile": ("file_id",),
    "getChat": ("chat_id",),
    "setMessageReaction": ("chat_id", "message_id"),
    "leaveChat": ("chat_id",),
}
_MISSING: Final = {
    "text": "message text is empty",
    "chat_id": "chat_id is empty",
    "message_id": "message identifier is not specified",
    "photo": "there is no photo in the request",
    "document": "there is no document in the request",
    "action": "wrong parameter action in request",
}
NAMES: Final = {name.lower(): name for name in TABLE}
"""Methods by their name in small letters: Telegram does not mind the case."""


def read(method: str, raw: Mapping[str, Any]) -> Json:
    """The parameters of one call with their types. Raises RefusedError (400)."""
    table = TABLE[method]
    read_values: Json = {}
    for name, value in raw.items():
        reader = table.get(name)
        if reader is None:
            raise bad(f'unknown parameter "{name}" (Telegram itself would ignore it)')
        read_values[name] = reader(name, value)
    for name in REQUIRED.get(method, ()):
        if name not in read_values:
            raise bad(_MISSING.get(name, f'parameter "{name}" is required'))
    return read_values
