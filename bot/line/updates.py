"""What Telegram's updates say: whose each is, and what the conversation sees of it. Their JSON is read as it came."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeGuard

from telegram.constants import ChatMemberStatus, ChatType

from bot.calendars.events import shown
from bot.line.blocks import words_of
from bot.line.hiding import sealed_in
from bot.line.tidy import tidied
from bot.turn import Document, Incoming, Kind, Recording

ALLOWED_UPDATES = ["message", "edited_message", "callback_query", "my_chat_member"]
Raw = Mapping[str, Any]
"""An object of the Bot API as it came, in JSON."""
NOBODY = 0
LARGEST_NUMBER = 2**63 - 1


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
        on_picture=bool(message and message.get("photo")),
    )


def _message(message: Raw, *, edited: bool) -> Incoming:
    said = _said(message)
    kind = _kind(message, said, edited=edited)
    place = message.get("location") if kind is Kind.LOCATION else None
    return _incoming(
        kind,
        message["from"],
        message["chat"]["id"],
        text=tidied(said),
        message_id=_number(message["message_id"]),
        forwarded="forward_origin" in message,
        location=(_degrees(place["latitude"]), _degrees(place["longitude"])) if place else None,
        document=_document(message.get("document")),
        recording=_recording(message.get("voice")),
        feed=sealed_in(message),
    )


def _said(message: Raw) -> str:
    """What was typed, whichever part of a message holds it."""
    said = _text(message.get("text") or message.get("caption") or "") or words_of(message.get("rich_message"))
    return said.strip().lstrip(_UNSEEN)


def _document(found: Raw | None) -> Document | None:
    if found is None:
        return None
    name, mime, size = found.get("file_name", ""), found.get("mime_type", ""), found.get("file_size", 0)
    return Document(_text(found["file_id"]), tidied(_text(name)), _text(mime), _number(size))


def _recording(found: Raw | None) -> Recording | None:
    if found is None:
        return None
    return Recording(_text(found["file_id"]), _number(found.get("duration", 0)), _number(found.get("file_size", 0)))


_UNSEEN = "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"
"""Marks of direction and the like, which programs put in front of a text."""
_CONTENTS = {
    "text": Kind.TEXT,
    "photo": Kind.PHOTO,
    "voice": Kind.VOICE,
    "audio": Kind.VOICE,
    "video_note": Kind.VOICE,
    "animation": Kind.OTHER_MESSAGE,
    "document": Kind.FILE,
    "venue": Kind.OTHER_MESSAGE,
    "location": Kind.LOCATION,
    **dict.fromkeys(("sticker", "video", "contact", "poll", "story", "dice", "game"), Kind.OTHER_MESSAGE),
    **dict.fromkeys(("checklist", "paid_media", "invoice", "giveaway", "rich_message"), Kind.OTHER_MESSAGE),
}
"""What people send, the first that is there: whatever else stands in a message was said by Telegram itself, or by one
that is newer than this, and is passed over."""
_MAY_BE_CAPTIONED = (Kind.PHOTO, Kind.VOICE, Kind.OTHER_MESSAGE)


def _kind(message: Raw, said: str, *, edited: bool) -> Kind:
    if message["chat"]["type"] != ChatType.PRIVATE:
        return Kind.GROUP
    if edited:
        return Kind.EDITED if said else Kind.IGNORED
    kind = next((kind for content, kind in _CONTENTS.items() if message.get(content)), Kind.IGNORED)
    if said and (kind in _MAY_BE_CAPTIONED or (kind is Kind.FILE and not _may_be_calendar(message["document"]))):
        return Kind.TEXT
    live = kind is Kind.LOCATION and message["location"].get("live_period")
    return Kind.OTHER_MESSAGE if live else kind


def _may_be_calendar(document: Raw) -> bool:
    found = _document(document)
    return found is not None and found.may_be_calendar


def _incoming(kind: Kind, sender: Raw, chat_id: int, **more: Any) -> Incoming:
    return Incoming(
        kind=kind,
        person_id=_number(sender["id"]),
        chat_id=_number(chat_id),
        name=tidied(shown(_text(sender["first_name"]))),
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
