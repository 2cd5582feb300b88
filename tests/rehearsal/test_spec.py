"""Calls are judged by the Bot API as data, and so is the local Telegram's own table of parameters."""

from typing import Any

import pytest

from bot.rehearsal.methods import METHODS
from bot.rehearsal.parameters import REQUIRED, TABLE
from bot.rehearsal.spec import violations
from bot.rehearsal.state import Call

OUR_OWN = {"editMessageText", "editMessageReplyMarkup", "editMessageCaption", "editMessageMedia"}
"""Methods of which we require more: inline and rich messages are not played."""


@pytest.mark.parametrize("method", TABLE)
def test_the_table_of_parameters_agrees_with_the_description(method: str, spec: dict[str, Any]) -> None:
    fields = {field["name"]: field for field in spec["methods"][method].get("fields", [])}
    required = {name for name, field in fields.items() if field["required"]}
    assert TABLE[method].keys() <= fields.keys()
    assert required <= set(REQUIRED.get(method, ()))
    assert method in OUR_OWN or required == set(REQUIRED.get(method, ()))


def test_every_method_of_the_table_is_played() -> None:
    assert METHODS.keys() | {"getUpdates"} == TABLE.keys()


def judged(spec: dict[str, Any], method: str, **parameters: Any) -> list[str]:
    return violations(Call(method, parameters, 200), spec)


def inline(**button: Any) -> dict[str, Any]:
    return {"inline_keyboard": [[{"text": "a", **button}]]}


@pytest.mark.parametrize(
    "parameters",
    [
        {"chat_id": 5, "text": "a"},
        {"chat_id": "5", "text": "5", "disable_notification": "true"},
        {"chat_id": "@channel", "text": "<b>" + "x" * 4096 + "</b>", "parse_mode": "HTML"},
        {"chat_id": 5, "text": "a", "reply_markup": inline(callback_data="é" * 32)},
        {"chat_id": 5, "text": "a", "reply_markup": '{"remove_keyboard": true}'},
    ],
)
def test_a_good_call_has_nothing_against_it(spec: dict[str, Any], parameters: dict[str, Any]) -> None:
    assert judged(spec, "sendMessage", **parameters) == []


@pytest.mark.parametrize(
    ("method", "parameters", "wrong"),
    [
        ("sendRocket", {}, "sendRocket: no such method"),
        ("sendMessage", {"chat_id": 5}, "sendMessage: text is missing"),
        ("sendMessage", {"chat_id": 5, "text": "a", "colour": 1}, "sendMessage: unknown field colour"),
        ("sendMessage", {"chat_id": 5, "text": 5}, "sendMessage.text: String expected"),
        ("sendMessage", {"chat_id": 5, "text": ""}, "sendMessage.text: 0 characters, not 1-4096 characters"),
        (
            "sendMessage",
            {"chat_id": 5, "text": "x" * 4097},
            "sendMessage.text: 4097 characters, not 1-4096 characters",
        ),
        (
            "sendMessage",
            {"chat_id": 5, "text": "<b>", "parse_mode": "HTML"},
            "sendMessage.text: Bad Request: can't parse entities: Can't find end tag corresponding to start tag \"b\"",
        ),
        (
            "sendMessage",
            {"chat_id": 5, "text": "a", "reply_markup": inline(callback_data="é" * 33)},
            "sendMessage.reply_markup.inline_keyboard[0][0].callback_data: 66 bytes, not 1-64 bytes",
        ),
        (
            "setMyCommands",
            {"commands": '[{"command": "a"}]'},
            "setMyCommands.commands[0]: description is missing",
        ),
        ("getUpdates", {"offset": "soon"}, "getUpdates.offset: Integer expected"),
        (
            "getUpdates",
            {"allowed_updates": "message"},
            "getUpdates.allowed_updates: Array of String expected",
        ),
        (
            "sendMessage",
            {"chat_id": 5, "text": "a", "disable_notification": 1},
            "sendMessage.disable_notification: Boolean expected",
        ),
        ("deleteMessage", {"chat_id": 5, "message_id": True}, "deleteMessage.message_id: Integer expected"),
    ],
)
def test_a_wrong_call_is_told_what_is_wrong(
    spec: dict[str, Any], method: str, parameters: dict[str, Any], wrong: str
) -> None:
    assert judged(spec, method, **parameters) == [wrong]
