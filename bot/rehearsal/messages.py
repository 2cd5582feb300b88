"""What a bot sends: texts, pictures, files, the typing sign. One function for each method of the Bot API.

They take the state and checked parameters, return the `result` and raise RefusedError. No HTTP.
"""

from __future__ import annotations

from typing import Any, Final

from bot.rehearsal.checks import (
    ACTIONS,
    caption_of,
    text_of,
)
from bot.rehearsal.errors import bad
from bot.rehearsal.files import StoredFile
from bot.rehearsal.keyboards import buttons_of, markup_of
from bot.rehearsal.state import Group, Someone, State

Json = dict[str, Any]

_REPLY_FIELDS: Final = frozenset({"message_id", "chat_id", "allow_sending_without_reply", "quote"})
_PREVIEW_FIELDS: Final = frozenset(
    {"is_disabled", "url", "prefer_small_media", "prefer_large_media", "show_above_text"}
)


def send_message(state: State, parameters: Json) -> Json:
    """sendMessage."""
    chat = state.writable(parameters["chat_id"])
    text, entities = text_of(parameters, state.unix())
    refuse_preview(parameters)
    return _send(state, chat, parameters, with_entities("text", "entities", text, entities))


def send_photo(state: State, parameters: Json) -> Json:
    """sendPhoto."""
    return _send_file(state, parameters, "photo")


def send_document(state: State, parameters: Json) -> Json:
    """sendDocument."""
    return _send_file(state, parameters, "document")


def chat_action(state: State, parameters: Json) -> bool:
    """sendChatAction."""
    chat = state.writable(parameters["chat_id"])
    if parameters["action"] not in ACTIONS:
        raise bad("wrong parameter action in request")
    state.transcript.note(state.whose(chat), "bot", "typing", parameters["action"])
    return True


def _send(
    state: State, chat: Someone | Group, parameters: Json, content: Json, stored: StoredFile | None = None
) -> Json:
    """Put a message of the bot into a chat; returns the Message."""
    markup = markup_of(parameters)
    message: Json = {
        "message_id": 0,
        "from": state.bot,
        "chat": chat.chat(),
        "date": state.unix(),
        **_reply(state, chat, parameters),
        **content,
    }
    message["message_id"] = state.next_message_id()
    if markup and "inline_keyboard" in markup:
        message["reply_markup"] = markup
    elif markup:
        state.uneditable.add((chat.id, message["message_id"]))
        _change_keyboard(chat, markup)
    state.messages[chat.id, message["message_id"]] = message
    show(state, chat, message, stored, markup, silent=parameters.get("disable_notification", False))
    return message


def _send_file(state: State, parameters: Json, kind: str) -> Json:
    chat = state.writable(parameters["chat_id"])
    caption, entities = caption_of(parameters, state.unix())
    markup_of(parameters)
    stored = state.files.from_bot(kind, parameters[kind])
    content = {kind: stored.as_media(), **with_entities("caption", "caption_entities", caption, entities)}
    return _send(state, chat, parameters, content, stored)


def with_entities(name: str, entities_name: str, text: str, entities: list[Json]) -> Json:
    content: Json = {name: text} if text else {}
    if entities:
        content[entities_name] = entities
    return content


def _reply(state: State, chat: Someone | Group, parameters: Json) -> Json:
    """The message replied to, as the new one carries it. Raises RefusedError (400)."""
    wanted = parameters.get("reply_parameters")
    if not wanted:
        return {}
    if unknown := wanted.keys() - _REPLY_FIELDS:
        raise bad(f'unknown field "{min(unknown)}" in reply_parameters')
    found = state.messages.get((wanted.get("chat_id", chat.id), wanted.get("message_id", 0)))
    if found is None:
        if wanted.get("allow_sending_without_reply"):
            return {}
        raise bad("message to be replied not found")
    if str(wanted.get("quote", "")) not in text_in(found):
        raise bad("QUOTE_TEXT_INVALID")
    return {"reply_to_message": {k: v for k, v in found.items() if k != "reply_to_message"}}


def text_in(message: Json) -> str:
    """The text or caption of a message, empty if it has none."""
    return str(message.get("text") or message.get("caption") or "")


def refuse_preview(parameters: Json) -> None:
    if unknown := parameters.get("link_preview_options", {}).keys() - _PREVIEW_FIELDS:
        raise bad(f'unknown field "{min(unknown)}" in link_preview_options')


def _change_keyboard(chat: Someone | Group, markup: Json) -> None:
    if isinstance(chat, Someone):
        chat.keyboard = None if "remove_keyboard" in markup else markup


def show(
    state: State,
    chat: Someone | Group,
    message: Json,
    stored: StoredFile | None,
    markup: Json | None,
    **more: Any,
) -> None:
    """Write a message of the bot into the transcript."""
    if not state.transcript.heard:
        return
    state.transcript.note(
        state.whose(chat),
        "bot",
        "edit" if more.get("edited") else "message",
        text_in(message),
        id=message["message_id"],
        entities=message.get("entities", message.get("caption_entities", [])),
        buttons=buttons_of(message.get("reply_markup")),
        keyboard=markup if markup and "inline_keyboard" not in markup else None,
        picture=stored.path if stored and stored.kind == "photo" else None,
        file=stored.path if stored and stored.kind != "photo" else None,
        file_name=stored.name if stored else None,
        reply_to=message.get("reply_to_message", {}).get("message_id"),
        **more,
    )
