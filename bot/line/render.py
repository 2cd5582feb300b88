"""From what is said to a call of the Bot API. Quiet: it makes the parameters, the courier makes the call."""

from __future__ import annotations

from base64 import b64encode
from typing import Any

from bot.turn import Delete, Edit, File, Leave, Message, Redraw, Rows, Saying, Seal, Toast
from storage.values import dataclass

LONGEST_TOAST = 200
MOST_DATA_BYTES = 64
PICTURE = "picture.png"


@dataclass(frozen=True, slots=True)
class Call:
    """A method of the Bot API and its parameters."""

    method: str
    body: dict[str, Any]


def render(saying: Saying, chat_id: int) -> Call:
    """The call that says it in `chat_id`."""
    match saying:
        case Message(text=text, buttons=buttons, silent=silent, picture=picture):
            sound = {"disable_notification": True} if silent else {}
            if picture is not None:
                return Call("sendPhoto", {"chat_id": chat_id, **_pictured(picture, text, buttons), **sound})
            return Call("sendMessage", {"chat_id": chat_id, **_content(text, buttons), **sound})
        case Redraw(once=once, text=text, picture=picture, buttons=buttons):
            return Call("editMessageMedia", {"chat_id": chat_id, "edits": once, **_pictured(picture, text, buttons)})
        case Edit(message_id=message_id, text=text, buttons=buttons, on_picture=True):
            return Call("editMessageCaption", {"chat_id": chat_id, "message_id": message_id, **_caption(text, buttons)})
        case Edit(message_id=message_id, text=text, buttons=buttons):
            return Call("editMessageText", {"chat_id": chat_id, "message_id": message_id, **_content(text, buttons)})
        case Seal(message_id=message_id, button=button):
            markup = keyboard(((button,),))
            body = {"chat_id": chat_id, "message_id": message_id, "reply_markup": markup}
            return Call("editMessageReplyMarkup", body)
        case Toast(press_id=press_id, text=text):
            words = {"text": text[:LONGEST_TOAST]} if text else {}
            return Call("answerCallbackQuery", {"callback_query_id": press_id, **words})
        case Delete(message_id=message_id):
            return Call("deleteMessage", {"chat_id": chat_id, "message_id": message_id})
        case File(name=name, content=content, caption=caption):
            document = {"name": name, "base64": b64encode(content).decode()}
            return Call("sendDocument", {"chat_id": chat_id, "document": document, "caption": caption})
        case Leave():
            return Call("leaveChat", {"chat_id": chat_id})


def _content(text: str, buttons: Rows) -> dict[str, Any]:
    content: dict[str, Any] = {
        "text": text,
        "parse_mode": "HTML",
        "link_preview_options": {"is_disabled": True},
    }
    if buttons:
        content["reply_markup"] = keyboard(buttons)
    return content


def _pictured(picture: str, text: str, buttons: Rows) -> dict[str, Any]:
    """A picture as the text that it is drawn from right before it is sent: bytes would fill the outbox."""
    return {"photo": {"name": PICTURE, "svg": picture}, **_caption(text, buttons)}


def in_words(body: dict[str, Any]) -> dict[str, Any]:
    """What is said under a picture, as a message of its own."""
    content = {name: value for name, value in body.items() if name not in ("message_id", "photo", "caption")}
    return {**content, "text": body["caption"], "link_preview_options": {"is_disabled": True}}


def _caption(text: str, buttons: Rows) -> dict[str, Any]:
    content: dict[str, Any] = {"caption": text, "parse_mode": "HTML"}
    if buttons:
        content["reply_markup"] = keyboard(buttons)
    return content


def keyboard(buttons: Rows) -> dict[str, Any]:
    """An inline keyboard. Telegram takes 64 bytes of data a button; more is a mistake of ours."""
    for row in buttons:
        for button in row:
            assert 0 < len(button.data.encode()) <= MOST_DATA_BYTES, button.data
    rows = [[{"text": button.label, "callback_data": button.data} for button in row] for row in buttons]
    return {"inline_keyboard": rows}
