"""What Telegram refuses in keyboards, and their buttons for the transcript. No state.

Lengths count UTF-16 code units unless the name says bytes.
"""

from __future__ import annotations

from typing import Any, Final

from bot.rehearsal.entities import units
from bot.rehearsal.errors import bad
from bot.rehearsal.transcript import Button

Json = dict[str, Any]

LONGEST_DATA_BYTES: Final = 64
LONGEST_COPY: Final = 256
MOST_BUTTONS: Final = 100
MOST_IN_A_ROW: Final = 8
_KEYBOARDS: Final = {
    "inline_keyboard": {"inline_keyboard"},
    "keyboard": {
        "keyboard",
        "is_persistent",
        "resize_keyboard",
        "one_time_keyboard",
        "input_field_placeholder",
        "selective",
    },
    "remove_keyboard": {"remove_keyboard", "selective"},
    "force_reply": {"force_reply", "input_field_placeholder", "selective"},
}
_STYLES: Final = frozenset({"danger", "success", "primary"})
_ACTS: Final = ("url", "callback_data", "copy_text")
"""What an inline button may do; other kinds of buttons are not played here."""


def markup_of(parameters: Json, *, inline_only: bool = False) -> Json | None:
    """The keyboard of a message, or None; raises RefusedError (400) where Telegram would."""
    markup = parameters.get("reply_markup")
    if not markup:
        return None
    kind = next((name for name in _KEYBOARDS if name in markup), None)
    if kind is None or (inline_only and kind != "inline_keyboard"):
        raise bad("inline keyboard expected" if inline_only else "object expected as reply markup")
    if unknown := markup.keys() - _KEYBOARDS[kind]:
        raise bad(f'unknown field "{min(unknown)}" in the reply markup')
    if kind in {"inline_keyboard", "keyboard"}:
        _refuse_rows(markup[kind], inline=kind == "inline_keyboard")
    if units(markup.get("input_field_placeholder", "")) > 64:
        raise bad("input field placeholder is too long")
    return dict(markup)


def _refuse_rows(rows: Any, *, inline: bool) -> None:
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad('can\'t parse reply markup: Field "keyboard" must be an Array of Arrays')
    if sum(map(len, rows)) > MOST_BUTTONS or any(len(row) > MOST_IN_A_ROW for row in rows):
        raise bad("reply markup is too long")
    for row in rows:
        for button in row:
            (_refuse_button if inline else _refuse_key)(button)


def _refuse_button(button: Any) -> None:
    _refuse_label(button, {"text", "style", "icon_custom_emoji_id", *_ACTS})
    acts = [name for name in _ACTS if name in button]
    if not acts:
        raise bad("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    if len(acts) > 1:
        raise bad("BUTTON_TYPE_INVALID")
    value = button[acts[0]]
    if acts[0] == "callback_data":
        if not isinstance(value, str) or not 1 <= len(value.encode()) <= LONGEST_DATA_BYTES:
            raise bad("BUTTON_DATA_INVALID")
    elif acts[0] == "copy_text":
        copied = value.get("text") if isinstance(value, dict) and value.keys() == {"text"} else None
        if not isinstance(copied, str) or not 1 <= units(copied) <= LONGEST_COPY:
            raise bad("BUTTON_COPY_TEXT_INVALID")
    elif not isinstance(value, str) or not value.startswith(("http://", "https://", "tg://")):
        raise bad(f"inline keyboard button URL '{value}' is invalid: Unsupported URL protocol")


def _refuse_key(key: Any) -> None:
    if isinstance(key, str):
        key = {"text": key}
    _refuse_label(key, {"text", "style", "icon_custom_emoji_id", "request_location", "request_contact"})


def _refuse_label(button: Any, known: set[str]) -> None:
    if not isinstance(button, dict) or not isinstance(button.get("text"), str):
        raise bad('can\'t parse keyboard button: Field "text" must be of type String')
    if not button["text"].strip():
        raise bad("can't parse keyboard button: Button text must be non-empty")
    if unknown := button.keys() - known:
        raise bad(f'unknown field "{min(unknown)}" in a button')
    if button.get("style", "primary") not in _STYLES:
        raise bad("can't parse keyboard button: invalid button style specified")


def buttons_of(markup: Json | None) -> list[list[Button]]:
    """The inline buttons of a checked keyboard, for the transcript."""
    return [[_button(button) for button in row] for row in (markup or {}).get("inline_keyboard", [])]


def _button(button: Json) -> Button:
    copied = button.get("copy_text", {}).get("text")
    return Button(button["text"], button.get("callback_data"), copied, button.get("url"), button.get("style"))
