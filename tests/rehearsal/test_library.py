"""python-telegram-bot's own Bot works against the local Telegram: every answer parses into its types."""

import io
from typing import Any

import pytest
from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
    CopyTextButton,
    ForceReply,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputFile,
    InputMediaPhoto,
    LinkPreviewOptions,
    MenuButtonCommands,
    MessageEntity,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
    ReplyParameters,
)
from telegram.constants import ChatAction, KeyboardButtonStyle, ParseMode
from telegram.error import BadRequest, Conflict, Forbidden, InvalidToken, NetworkError, RetryAfter

from bot.rehearsal.spec import violations
from bot.rehearsal.telegram import LocalTelegram
from tests.rehearsal.conftest import png

YES_NO = InlineKeyboardMarkup(
    [
        [InlineKeyboardButton("Yes", callback_data="v1:yes:1", style=KeyboardButtonStyle.SUCCESS)],
        [
            InlineKeyboardButton("Copy", copy_text=CopyTextButton("Dear Ms Reed")),
            InlineKeyboardButton("?", url="https://example.org"),
        ],
    ]
)


async def test_texts_with_everything_on_them(bot: Bot, ana: int) -> None:
    text = 'On <tg-time unix="1796080000" format="wDt">Tuesday</tg-time>, <b>not before</b>'
    message = await bot.send_message(
        ana,
        text,
        parse_mode=ParseMode.HTML,
        reply_markup=YES_NO,
        reply_parameters=ReplyParameters(1),
        link_preview_options=LinkPreviewOptions(is_disabled=True),
        disable_notification=True,
    )
    assert message.text == "On Tuesday, not before"
    assert [entity.type for entity in message.entities] == [MessageEntity.DATE_TIME, MessageEntity.BOLD]
    assert message.reply_markup == YES_NO
    assert message.reply_to_message is not None
    assert message.text_html == text


async def test_edits_and_deletion(bot: Bot, ana: int) -> None:
    message = await bot.send_message(ana, "a", reply_markup=YES_NO)
    edited = await message.edit_text("b", entities=[MessageEntity(MessageEntity.BOLD, 0, 1)])
    assert not isinstance(edited, bool)
    assert (edited.text, edited.reply_markup) == ("b", None)
    assert await message.edit_reply_markup(YES_NO)
    with pytest.raises(BadRequest, match="not modified"):
        await message.edit_reply_markup(YES_NO)
    assert await message.delete()


async def test_pictures_and_files(bot: Bot, ana: int) -> None:
    picture = await bot.send_photo(ana, png(), caption="<i>the window</i>", parse_mode="HTML", reply_markup=YES_NO)
    assert (picture.photo[-1].width, picture.caption) == (640, "the window")
    again = await bot.send_photo(ana, picture.photo[-1].file_id)
    assert again.photo[-1].file_id == picture.photo[-1].file_id
    assert await picture.edit_caption("closed")
    changed = await picture.edit_media(InputMediaPhoto(png(800, 600), caption="<b>now</b>", parse_mode="HTML"))
    assert not isinstance(changed, bool)
    assert (changed.photo[-1].width, changed.caption) == (800, "now")
    document = InputFile(io.BytesIO(b"BEGIN:VCALENDAR"), "plan.ics")
    sent = await bot.send_document(ana, document, thumbnail=png(90, 90), disable_content_type_detection=True)
    assert sent.document is not None
    assert sent.document.file_name == "plan.ics"
    assert await (await bot.get_file(sent.document)).download_as_bytearray() == b"BEGIN:VCALENDAR"


async def test_ten_megabytes_go_there_and_back(bot: Bot, tg: LocalTelegram, ana: int) -> None:
    content = bytes(range(256)) * 40 * 1024
    sent = await bot.send_document(ana, content, filename="portfolio.pdf")
    assert sent.document is not None
    assert bytes(await (await bot.get_file(sent.document)).download_as_bytearray()) == content


async def test_presses_and_toasts(bot: Bot, tg: LocalTelegram, ana: int) -> None:
    message = await bot.send_message(ana, "?", reply_markup=YES_NO)
    tg.press("ana", message.message_id, "v1:yes:1")
    (update,) = await bot.get_updates(timeout=5, allowed_updates=["callback_query"])
    assert update.callback_query is not None
    assert update.callback_query.message is not None
    assert await update.callback_query.answer("Noted", show_alert=True)
    assert await bot.get_updates(offset=update.update_id + 1) == ()
    assert tg.pending() == 0


async def test_every_kind_of_update_parses(bot: Bot, tg: LocalTelegram) -> None:
    tg.say("ana", "/start hello")
    number = tg.transcript[-1].id
    assert number is not None
    tg.edit("ana", number, "/start")
    tg.send_file("ana", b"BEGIN", "talk.ics", "text/calendar")
    tg.send_photo("ana", png())
    tg.send_voice("ana", bytes(4000))
    tg.location("ana", 51.5, -0.12)
    tg.forward("ana", "We will write by Friday")
    tg.block("ana")
    tg.add_to_group("ben", "Job hunters")
    updates = await bot.get_updates()
    kinds = [
        "message", "edited_message", "message", "message", "message", "message", "message",
        "my_chat_member", "my_chat_member",
    ]  # fmt: skip
    assert all(getattr(update, kind) for update, kind in zip(updates, kinds, strict=True))


async def test_the_bot_introduces_itself(bot: Bot, ana: int) -> None:
    commands = [BotCommand("status", "Where things stand"), BotCommand("help", "What I can do")]
    assert await bot.set_my_commands(commands, scope=BotCommandScopeAllPrivateChats(), language_code="en")
    assert await bot.get_my_commands(BotCommandScopeAllPrivateChats(), "en") == tuple(commands)
    assert await bot.delete_my_commands(BotCommandScopeAllPrivateChats(), "en")
    assert await bot.set_my_commands(commands[:1], scope=BotCommandScopeChat(ana))
    assert await bot.set_my_name("Afterword")
    assert await bot.set_my_description("I help after interviews.", language_code="en")
    assert (await bot.get_my_description("en")).description == "I help after interviews."
    assert await bot.set_my_short_description("After interviews.")
    assert (await bot.get_my_short_description()).short_description == "After interviews."
    assert await bot.set_chat_menu_button(menu_button=MenuButtonCommands())
    assert isinstance(await bot.get_chat_menu_button(ana), MenuButtonCommands)


async def test_chats_reactions_and_signs_of_life(bot: Bot, tg: LocalTelegram, ana: int) -> None:
    assert (await bot.get_chat(ana)).first_name == "Ana"
    assert await bot.send_chat_action(ana, ChatAction.TYPING)
    assert await bot.set_message_reaction(ana, 1, "👍")
    assert await bot.leave_chat(tg.add_to_group("ana", "Job hunters"))
    assert await bot.set_webhook("https://example.org/hook", secret_token="abc", max_connections=4)
    assert (await bot.get_webhook_info()).url == "https://example.org/hook"
    assert await bot.delete_webhook(drop_pending_updates=True)


async def test_reply_keyboards(bot: Bot, ana: int) -> None:
    for markup in (
        ReplyKeyboardMarkup([["Yes", "No"]], one_time_keyboard=True, input_field_placeholder="Yes or no"),
        ReplyKeyboardRemove(),
        ForceReply(input_field_placeholder="Which company?"),
    ):
        assert await bot.send_message(ana, "?", reply_markup=markup)


async def test_errors_become_the_librarys_errors(
    bot: Bot, tg: LocalTelegram, ana: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "true")

    async def failing(kind: type[Exception], match: str, chat: int = ana) -> None:
        with pytest.raises(kind, match=match):
            await bot.send_message(chat, "a")

    await failing(BadRequest, "Chat not found", 5)
    tg.fault("429", seconds=7)
    await failing(RetryAfter, "Retry in 0:00:07")
    tg.faults.clear()
    tg.fault("5xx")
    await failing(NetworkError, "Bad Gateway")
    tg.fault("reset_after")
    await failing(NetworkError, "httpx")
    tg.block("ana")
    await failing(Forbidden, "bot was blocked by the user")
    tg.token = "7:another-bot"
    await failing(InvalidToken, "Unauthorized")


async def test_polling_beside_a_webhook_is_a_conflict(bot: Bot) -> None:
    await bot.set_webhook("https://example.org/hook")
    with pytest.raises(Conflict):
        await bot.get_updates()


async def test_what_the_library_sends_is_what_the_description_allows(
    bot: Bot, tg: LocalTelegram, ana: int, spec: dict[str, Any]
) -> None:
    await test_texts_with_everything_on_them(bot, ana)
    await test_edits_and_deletion(bot, ana)
    await test_pictures_and_files(bot, ana)
    await test_the_bot_introduces_itself(bot, ana)
    await test_chats_reactions_and_signs_of_life(bot, tg, ana)
    await test_reply_keyboards(bot, ana)
    assert {call.method: wrong for call in tg.calls if (wrong := violations(call, spec))} == {}
