"""The local Telegram answers calls as Telegram does, and refuses what Telegram refuses, in its words."""

from typing import Any

import pytest

from bot.rehearsal.parameters import Upload
from bot.rehearsal.telegram import LocalTelegram
from tests.rehearsal.conftest import TOKEN, Ask, Clock, png


def inline(*rows: list[dict[str, Any]]) -> dict[str, Any]:
    return {"inline_keyboard": list(rows)}


def button(label: str = "Yes", **act: Any) -> dict[str, Any]:
    return {"text": label, **(act or {"callback_data": "y"})}


def test_a_message_arrives_and_is_answered_with_itself(ask: Ask, tg: LocalTelegram, ana: int) -> None:
    answer = ask("sendMessage", chat_id=ana, text="<b>Hi</b>", parse_mode="HTML", reply_markup=inline([button()]))
    message = answer["result"]
    assert message["text"] == "Hi"
    assert message["entities"] == [{"type": "bold", "offset": 0, "length": 2}]
    assert message["chat"]["id"] == ana
    assert message["date"] == int(tg.now().timestamp())
    assert tg.transcript[-1].text == "Hi"
    assert tg.transcript[-1].buttons[0][0].data == "y"


def test_method_names_are_case_insensitive(ask: Ask) -> None:
    assert ask("GETME")["result"]["is_bot"]


def test_values_of_a_form_are_read_as_what_they_stand_for(ask: Ask, ana: int) -> None:
    answer = ask(
        "sendMessage",
        chat_id=str(ana),
        text="Hi",
        disable_notification="true",
        reply_parameters='{"message_id": 1}',
    )
    assert answer["result"]["reply_to_message"]["text"] == "/start"


@pytest.mark.parametrize(
    ("parameters", "description"),
    [
        ({"text": ""}, "message text is empty"),
        ({"text": " \n "}, "message text is empty"),
        ({"text": "<b></b>", "parse_mode": "HTML"}, "message text is empty"),
        ({"text": "x" * 4097}, "message is too long"),
        ({"text": "🎉" * 2049}, "message is too long"),
        ({"text": "a<b", "parse_mode": "HTML"}, "can't parse entities: Unclosed start tag at byte offset 1"),
        ({"text": "<b>a</b>" * 101, "parse_mode": "HTML"}, "can't parse entities: too many entities"),
        ({"text": "*a*", "parse_mode": "MarkdownV2"}, "unsupported parse_mode (only HTML is played here)"),
        (
            {"text": "a", "entities": [{"type": "bold", "offset": 0, "length": 2}]},
            "can't parse MessageEntity: entity lies outside of the text",
        ),
        (
            {"text": "a", "disable_web_page_preview": True},
            'unknown parameter "disable_web_page_preview" (Telegram itself would ignore it)',
        ),
        ({"text": "a", "link_preview_options": {"off": True}}, 'unknown field "off" in link_preview_options'),
        ({"text": 5}, 'parameter "text" must be a String'),
        (
            {"text": "a", "disable_notification": "perhaps"},
            'parameter "disable_notification" must be a Boolean',
        ),
        ({"text": "a", "reply_markup": "{"}, 'can\'t parse "reply_markup": not JSON'),
        ({"text": "a", "reply_parameters": {"message_id": 99}}, "message to be replied not found"),
        ({"text": "a", "reply_parameters": {"message_id": 1, "quote": "b"}}, "QUOTE_TEXT_INVALID"),
        ({}, "message text is empty"),
    ],
)
def test_a_wrong_text_is_refused(ask: Ask, ana: int, parameters: dict[str, Any], description: str) -> None:
    answer = ask("sendMessage", chat_id=ana, **parameters)
    assert (answer["error_code"], answer["description"]) == (400, f"Bad Request: {description}")


@pytest.mark.parametrize("text", ["x" * 4096, "🎉" * 2048, "<b>" + "x" * 4096 + "</b>"])
def test_the_longest_text_is_taken(ask: Ask, ana: int, text: str) -> None:
    assert ask("sendMessage", chat_id=ana, text=text, parse_mode="HTML")["ok"]


@pytest.mark.parametrize(
    ("markup", "description"),
    [
        (inline([button(callback_data="")]), "BUTTON_DATA_INVALID"),
        (inline([button(callback_data="x" * 65)]), "BUTTON_DATA_INVALID"),
        (inline([button(callback_data="é" * 33)]), "BUTTON_DATA_INVALID"),
        (inline([button(copy_text={"text": "x" * 257})]), "BUTTON_COPY_TEXT_INVALID"),
        (inline([button(copy_text={"text": ""})]), "BUTTON_COPY_TEXT_INVALID"),
        (inline([button(callback_data="a", url="https://example.org")]), "BUTTON_TYPE_INVALID"),
        (
            inline([{"text": "a"}]),
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ),
        (
            inline([button(url="example")]),
            "inline keyboard button URL 'example' is invalid: Unsupported URL protocol",
        ),
        (inline([button("")]), "can't parse keyboard button: Button text must be non-empty"),
        (inline([button(callback_data="a", colour="red")]), 'unknown field "colour" in a button'),
        (
            inline([button(callback_data="a", style="red")]),
            "can't parse keyboard button: invalid button style specified",
        ),
        (inline([button()] * 9), "reply markup is too long"),
        (inline(*[[button()] * 8] * 13), "reply markup is too long"),
        ({"inline": []}, "object expected as reply markup"),
        ({"keyboard": [["a"]], "resize": True}, 'unknown field "resize" in the reply markup'),
    ],
)
def test_a_wrong_keyboard_is_refused(ask: Ask, ana: int, markup: dict[str, Any], description: str) -> None:
    answer = ask("sendMessage", chat_id=ana, text="a", reply_markup=markup)
    assert answer["description"] == f"Bad Request: {description}"


def test_64_bytes_of_data_and_256_characters_to_copy_are_taken(ask: Ask, ana: int) -> None:
    keyboard = inline([button(callback_data="é" * 32), button("Copy", copy_text={"text": "x" * 256})])
    assert ask("sendMessage", chat_id=ana, text="a", reply_markup=keyboard)["ok"]


@pytest.mark.parametrize(
    ("method", "description"),
    [("sendMessage", "chat not found"), ("sendChatAction", "chat not found"), ("getChat", "chat not found")],
)
def test_a_chat_nobody_knows_is_not_found(ask: Ask, method: str, description: str) -> None:
    parameters = {"sendMessage": {"text": "a"}, "sendChatAction": {"action": "typing"}}.get(method, {})
    assert ask(method, chat_id=42, **parameters)["description"] == f"Bad Request: {description}"


def test_a_bot_may_not_write_first(ask: Ask, tg: LocalTelegram) -> None:
    answer = ask("sendMessage", chat_id=tg.person("ben").id, text="Hello")
    assert (answer["error_code"], answer["description"]) == (
        403,
        "Forbidden: bot can't initiate conversation with a user",
    )


def test_a_blocked_bot_is_told_so(ask: Ask, tg: LocalTelegram, ana: int) -> None:
    tg.block("ana")
    answer = ask("sendMessage", chat_id=ana, text="a")
    assert (answer["error_code"], answer["description"]) == (403, "Forbidden: bot was blocked by the user")


def test_an_edit_replaces_text_and_buttons_in_place(ask: Ask, tg: LocalTelegram, ana: int) -> None:
    number = ask("sendMessage", chat_id=ana, text="a", reply_markup=inline([button()]))["result"]["message_id"]
    edited = ask("editMessageText", chat_id=ana, message_id=number, text="b")["result"]
    assert edited["text"] == "b"
    assert "edit_date" in edited
    assert "reply_markup" not in edited
    assert (tg.transcript[-1].edited, tg.transcript[-1].buttons) == (number, [])


def test_an_edit_that_changes_nothing_is_refused(ask: Ask, ana: int) -> None:
    keyboard = inline([button()])
    number = ask("sendMessage", chat_id=ana, text="a", reply_markup=keyboard)["result"]["message_id"]
    same = ask("editMessageText", chat_id=ana, message_id=number, text=" a ", reply_markup=keyboard)
    assert same["description"] == (
        "Bad Request: message is not modified: specified new message content and reply markup are exactly "
        "the same as a current content and reply markup of the message"
    )


def test_only_what_the_bot_sent_and_can_change_is_edited(ask: Ask, ana: int) -> None:
    with_keyboard = ask("sendMessage", chat_id=ana, text="a", reply_markup={"keyboard": [["x"]]})["result"]

    def refusal(number: int) -> str:
        return ask("editMessageText", chat_id=ana, message_id=number, text="b")["description"]

    assert refusal(99) == "Bad Request: message to edit not found"
    assert refusal(1) == "Bad Request: message can't be edited"
    assert refusal(with_keyboard["message_id"]) == "Bad Request: message can't be edited"


def test_a_caption_and_a_text_are_not_the_same(ask: Ask, ana: int) -> None:
    text = ask("sendMessage", chat_id=ana, text="a")["result"]["message_id"]
    picture = ask("sendPhoto", chat_id=ana, photo=Upload("a.png", "image/png", png()))["result"]["message_id"]
    assert ask("editMessageCaption", chat_id=ana, message_id=picture, caption="b")["result"]["caption"] == "b"
    wrong = ask("editMessageText", chat_id=ana, message_id=picture, text="b")
    assert wrong["description"] == "Bad Request: there is no text in the message to edit"
    wrong = ask("editMessageCaption", chat_id=ana, message_id=text, caption="b")
    assert wrong["description"] == "Bad Request: there is no caption in the message to edit"


def test_a_picture_takes_the_place_of_a_picture_and_of_a_text(ask: Ask, tg: LocalTelegram, ana: int) -> None:
    first = ask("sendPhoto", chat_id=ana, photo=Upload("a.png", "image/png", png()), caption="a")["result"]
    second = {"type": "photo", "media": Upload("b.png", "image/png", png(800, 600)), "caption": "<b>b</b>"}
    edited = ask("editMessageMedia", chat_id=ana, message_id=first["message_id"], media=second | {"parse_mode": "HTML"})
    assert (edited["result"]["photo"][0]["width"], edited["result"]["caption"]) == (800, "b")
    shown = tg.transcript[-1]
    assert (shown.kind, shown.edited, shown.text) == ("edit", first["message_id"], "b")
    assert shown.picture is not None
    assert tg.file(shown.picture) == png(800, 600)
    assert tg.calls[-1].parameters["media"]["media"] == "b.png"
    text = ask("sendMessage", chat_id=ana, text="a")["result"]["message_id"]
    known = {"type": "photo", "media": edited["result"]["photo"][0]["file_id"]}
    replaced = ask("editMessageMedia", chat_id=ana, message_id=text, media=known)["result"]
    assert "text" not in replaced
    assert replaced["photo"] == edited["result"]["photo"]
    assert ask("editMessageCaption", chat_id=ana, message_id=text, caption="c")["result"]["photo"] == replaced["photo"]
    again = ask("editMessageMedia", chat_id=ana, message_id=text, media=known | {"caption": "c"})
    assert again["description"].startswith("Bad Request: message is not modified")


@pytest.mark.parametrize(
    ("media", "description"),
    [
        ({"type": "video", "media": "x"}, "can't parse InputMedia: only photo and document are played here"),
        ({"type": "photo"}, 'can\'t parse InputMedia: Field "media" must be of type String'),
        ({"type": "photo", "media": "photo-7"}, "wrong file identifier/HTTP URL specified"),
        ({"type": "photo", "media": "photo-7", "colour": 1}, 'unknown field "colour" in the media'),
        ({"type": "photo", "media": "photo-7", "caption": "x" * 1025}, "message caption is too long"),
    ],
)
def test_what_is_no_medium_is_refused(ask: Ask, ana: int, media: dict[str, Any], description: str) -> None:
    number = ask("sendMessage", chat_id=ana, text="a")["result"]["message_id"]
    refused = ask("editMessageMedia", chat_id=ana, message_id=number, media=media)
    assert refused["description"] == f"Bad Request: {description}"


def test_a_message_is_deleted_once_and_within_two_days(ask: Ask, clock: Clock, ana: int) -> None:
    first, second = (ask("sendMessage", chat_id=ana, text="a")["result"]["message_id"] for _ in range(2))
    assert ask("deleteMessage", chat_id=ana, message_id=first)["result"] is True
    again = ask("deleteMessage", chat_id=ana, message_id=first)
    assert again["description"] == "Bad Request: message to delete not found"
    clock.move(hours=49)
    late = ask("deleteMessage", chat_id=ana, message_id=second)
    assert late["description"] == "Bad Request: message can't be deleted for everyone"


@pytest.mark.parametrize(
    ("photo", "description"),
    [
        (Upload("a.svg", "image/svg+xml", b"<svg/>"), "IMAGE_PROCESS_FAILED"),
        (Upload("a.png", "image/png", b""), "file must be non-empty"),
        (Upload("a.png", "image/png", png(9000, 2000)), "PHOTO_INVALID_DIMENSIONS"),
        (Upload("a.png", "image/png", png(2100, 100)), "PHOTO_INVALID_DIMENSIONS"),
        (Upload("a.png", "image/png", png() + bytes(10 * 2**20)), "file is too big"),
        ("https://example.org/a.png", "failed to get HTTP URL content"),
        ("photo-7", "wrong file identifier/HTTP URL specified"),
    ],
)
def test_what_is_no_photo_is_refused(ask: Ask, ana: int, photo: Any, description: str) -> None:
    assert ask("sendPhoto", chat_id=ana, photo=photo)["description"] == f"Bad Request: {description}"


def test_a_caption_has_1024_characters_at_most(ask: Ask, ana: int) -> None:
    document = Upload("a.ics", "text/calendar", b"BEGIN:VCALENDAR")
    assert ask("sendDocument", chat_id=ana, document=document, caption="x" * 1024)["ok"]
    wrong = ask("sendDocument", chat_id=ana, document=document, caption="x" * 1025)
    assert wrong["description"] == "Bad Request: message caption is too long"


def test_a_press_is_answered_once_and_within_150_seconds(ask: Ask, tg: LocalTelegram, clock: Clock, ana: int) -> None:
    number = ask("sendMessage", chat_id=ana, text="a", reply_markup=inline([button()]))["result"]["message_id"]
    for _ in range(2):
        tg.press("ana", number, "y")
    first, second = tg.presses
    assert ask("answerCallbackQuery", callback_query_id=first, text="Noted")["result"] is True
    assert (tg.transcript[-1].kind, tg.transcript[-1].text) == ("toast", "Noted")
    clock.move(seconds=151)
    too_old = "Bad Request: query is too old and response timeout expired or query ID is invalid"
    for query in (first, second, "5"):
        assert ask("answerCallbackQuery", callback_query_id=query)["description"] == too_old


def test_a_toast_has_200_characters_at_most(ask: Ask) -> None:
    assert ask("answerCallbackQuery", callback_query_id="1", text="x" * 201)["description"].endswith("TOO_LONG")


@pytest.mark.parametrize(
    ("command", "ok"),
    [
        ({"command": "status", "description": "Where things stand"}, True),
        ({"command": "Status", "description": "a"}, False),
        ({"command": "x" * 33, "description": "a"}, False),
        ({"command": "a", "description": ""}, False),
        ({"command": "a", "description": "x" * 257}, False),
        ({"command": "a"}, False),
    ],
)
def test_commands_are_checked(ask: Ask, command: dict[str, str], ok: bool) -> None:
    assert ask("setMyCommands", commands=[command])["ok"] is ok


def test_the_menu_shows_the_narrowest_commands_that_fit(ask: Ask, tg: LocalTelegram, ana: int) -> None:
    from bot.rehearsal.about import commands_for

    def listed(name: str) -> list[dict[str, str]]:
        return [{"command": name, "description": "a"}]

    someone = tg.person("ana")
    ask("setMyCommands", commands=listed("everywhere"))
    assert commands_for(tg, someone) == listed("everywhere")
    ask("setMyCommands", commands=listed("private"), scope={"type": "all_private_chats"})
    ask("setMyCommands", commands=listed("german"), scope={"type": "all_private_chats"}, language_code="de")
    assert commands_for(tg, someone) == listed("private")
    someone.language_code = "de"
    assert commands_for(tg, someone) == listed("german")
    ask("setMyCommands", commands=listed("hers"), scope={"type": "chat", "chat_id": ana})
    assert commands_for(tg, someone) == listed("hers")


@pytest.mark.parametrize(
    ("method", "parameters", "ok"),
    [
        ("setMyDescription", {"description": "x" * 512}, True),
        ("setMyDescription", {"description": "x" * 513}, False),
        ("setMyShortDescription", {"short_description": "x" * 121}, False),
        ("setMyName", {"name": "x" * 65}, False),
        ("setChatMenuButton", {"menu_button": {"type": "commands"}}, True),
        ("setChatMenuButton", {"menu_button": {"type": "help"}}, False),
        ("sendChatAction", {"chat_id": 1001, "action": "typing"}, True),
        ("sendChatAction", {"chat_id": 1001, "action": "thinking"}, False),
        (
            "setMessageReaction",
            {"chat_id": 1001, "message_id": 1, "reaction": [{"type": "emoji", "emoji": "👍"}]},
            True,
        ),
        (
            "setMessageReaction",
            {"chat_id": 1001, "message_id": 1, "reaction": [{"type": "emoji", "emoji": "🚀"}]},
            False,
        ),
        ("setWebhook", {"url": "https://example.org:8443/hook", "secret_token": "a-1"}, True),
        ("setWebhook", {"url": "http://example.org/hook"}, False),
        ("setWebhook", {"url": "https://example.org:8080/hook"}, False),
        ("setWebhook", {"url": "https://example.org/", "secret_token": "a b"}, False),
        ("leaveChat", {"chat_id": 1001}, False),
    ],
)
def test_settings_are_checked(ask: Ask, method: str, parameters: dict[str, Any], ok: bool) -> None:
    assert ask(method, **parameters)["ok"] is ok


@pytest.mark.parametrize(
    ("method", "parameters"),
    [
        ("setMyCommands", {"commands": [{"command": 7, "description": "x"}]}),
        ("setMyCommands", {"commands": [{"command": "x", "description": None}]}),
        ("setMyCommands", {"commands": "[" * 9999}),
        ("sendMessage", {"text": "a", "entities": [{"type": []}]}),
        ("sendMessage", {"text": "a", "reply_markup": {"inline_keyboard": [[{"text": "a", "style": {}}]]}}),
    ],
)
def test_what_is_of_another_kind_inside_a_parameter_is_refused(
    ask: Ask, ana: int, method: str, parameters: dict[str, Any]
) -> None:
    to = {"chat_id": ana} if method == "sendMessage" else {}
    assert ask(method, **to, **parameters)["error_code"] == 400


def test_an_unknown_method_and_a_strange_token_are_not_found(ask: Ask, tg: LocalTelegram) -> None:
    assert (ask("sendRocket")["error_code"], ask("sendRocket")["description"]) == (
        404,
        "Not Found: method not found",
    )
    assert tg.call("nonsense", "getMe", {}).status == 404


def test_only_the_token_that_is_set_is_let_in(tg: LocalTelegram) -> None:
    tg.token = "7:other-token"
    assert tg.call(TOKEN, "getMe", {}).status == 401
    assert tg.call(tg.token, "getMe", {}).status == 200


def test_every_call_is_recorded(ask: Ask, tg: LocalTelegram, ana: int) -> None:
    ask("sendMessage", chat_id=ana, text="")
    call = tg.calls[-1]
    assert (call.method, call.status, call.error) == (
        "sendMessage",
        400,
        "Bad Request: message text is empty",
    )
    assert call.parameters == {"chat_id": ana, "text": ""}


def test_a_left_group_cannot_be_written_to(ask: Ask, tg: LocalTelegram) -> None:
    group = tg.add_to_group("ana", "Job hunters")
    assert ask("sendMessage", chat_id=group, text="a")["ok"]
    assert ask("leaveChat", chat_id=group)["ok"]
    assert ask("sendMessage", chat_id=group, text="a")["error_code"] == 403
