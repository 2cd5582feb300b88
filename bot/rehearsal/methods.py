"""The methods of the Bot API that are played here, by name. A table only."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from bot.rehearsal import about, edits, messages
from bot.rehearsal.state import State

Json = dict[str, Any]
Method = Callable[[State, Json], Any]

METHODS: Final[Mapping[str, Method]] = {
    "getMe": about.get_me,
    "setWebhook": about.set_webhook,
    "deleteWebhook": about.delete_webhook,
    "getWebhookInfo": about.webhook_info,
    "sendMessage": messages.send_message,
    "sendPhoto": messages.send_photo,
    "sendDocument": messages.send_document,
    "editMessageText": edits.edit_text,
    "editMessageReplyMarkup": edits.edit_markup,
    "editMessageCaption": edits.edit_caption,
    "editMessageMedia": edits.edit_media,
    "deleteMessage": edits.delete,
    "answerCallbackQuery": edits.answer_press,
    "sendChatAction": messages.chat_action,
    "setMyCommands": about.set_commands,
    "getMyCommands": about.get_commands,
    "deleteMyCommands": about.delete_commands,
    "setMyName": about.set_about("name"),
    "getMyName": about.get_about("name"),
    "setMyDescription": about.set_about("description"),
    "getMyDescription": about.get_about("description"),
    "setMyShortDescription": about.set_about("short_description"),
    "getMyShortDescription": about.get_about("short_description"),
    "setChatMenuButton": about.set_menu,
    "getChatMenuButton": about.get_menu,
    "getFile": about.get_file,
    "getChat": about.get_chat,
    "setMessageReaction": edits.react,
    "leaveChat": about.leave_chat,
}
"""All but getUpdates, which waits."""
