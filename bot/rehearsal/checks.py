"""What Telegram refuses in texts, commands and reactions. No state.

Lengths count UTF-16 code units unless the name says bytes. Descriptions are Telegram's own where it has one.
"""

from __future__ import annotations

import re
from typing import Any, Final

from bot.rehearsal.entities import TYPES, parse_html, trim, units
from bot.rehearsal.errors import bad

Json = dict[str, Any]

LONGEST_TEXT: Final = 4096
LONGEST_CAPTION: Final = 1024
LONGEST_TOAST: Final = 200
MOST_ENTITIES: Final = 100
MOST_COMMANDS: Final = 100
_ACTION_WORDS: Final = (
    "typing upload_photo record_video upload_video record_voice upload_voice upload_document choose_sticker "
    "find_location record_video_note upload_video_note"
)
ACTIONS: Final = frozenset(_ACTION_WORDS.split())
_EMOJI: Final = (
    "❤ 👍 👎 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡 🥱 🥴 😍 🐳 "
    "❤\u200d🔥 🌚 🌭 💯 🤣 ⚡ 🍌 🏆 💔 🤨 😐 🍓 🍾 💋 🖕 😈 😴 😭 🤓 👻 "
    "👨\u200d💻 👀 🎃 🙈 😇 😨 🤝 ✍ 🤗 🫡 🎅 🎄 ☃ 💅 🤪 🗿 🆒 💘 🙉 🦄 "
    "😘 💊 🙊 😎 👾 🤷\u200d♂ 🤷 🤷\u200d♀ 😡"
)
REACTIONS: Final = frozenset(_EMOJI.split())
_OTHER_ENTITIES: Final = "mention hashtag cashtag bot_command url email phone_number expandable_blockquote text_mention"
_ENTITY_TYPES: Final = frozenset(TYPES.values()) | set(_OTHER_ENTITIES.split())
_COMMAND = re.compile(r"[a-z0-9_]{1,32}")


def text_of(parameters: Json, now: int) -> tuple[str, list[Json]]:
    """The text of a message and its entities; `now` in unix seconds."""
    text, entities = _marked(parameters, "text", "entities", now)
    if not text:
        raise bad("message text is empty")
    if units(text) > LONGEST_TEXT:
        raise bad("message is too long")
    return text, entities


def caption_of(parameters: Json, now: int) -> tuple[str, list[Json]]:
    """The caption of a picture or file, which may be empty."""
    caption, entities = _marked(parameters, "caption", "caption_entities", now)
    if units(caption) > LONGEST_CAPTION:
        raise bad("message caption is too long")
    return caption, entities


def _marked(parameters: Json, name: str, entities_name: str, now: int) -> tuple[str, list[Json]]:
    """Text with its entities, from markup or as given; mistakes in either are refused."""
    text, mode = parameters.get(name, ""), parameters.get("parse_mode", "")
    entities = parameters.get(entities_name, [])
    if mode and entities:
        raise bad(f'parameters "parse_mode" and "{entities_name}" exclude each other')
    if mode:
        if mode.lower() != "html":
            raise bad("unsupported parse_mode (only HTML is played here)")
        text, entities = parse_html(text, now)
    elif entities:
        _refuse_entities(text, entities)
    if len(entities) > MOST_ENTITIES:
        raise bad("can't parse entities: too many entities")
    return trim(text, entities)


def _refuse_entities(text: str, entities: list[Any]) -> None:
    length = units(text)
    for entity in entities:
        if not isinstance(entity, dict) or entity.get("type") not in _ENTITY_TYPES:
            raise bad("can't parse MessageEntity: Unsupported type specified")
        first, size = entity.get("offset"), entity.get("length")
        if not isinstance(first, int) or not isinstance(size, int):
            raise bad("can't parse MessageEntity: offset and length must be Integers")
        if first < 0 or size <= 0 or first + size > length:
            raise bad("can't parse MessageEntity: entity lies outside of the text")


def refuse_commands(commands: list[Any]) -> None:
    """Raises RefusedError (400) for a list of commands that Telegram would not take."""
    if len(commands) > MOST_COMMANDS:
        raise bad("BOT_COMMANDS_TOO_MUCH")
    for command in commands:
        if not isinstance(command, dict) or command.keys() != {"command", "description"}:
            raise bad("can't parse BotCommand: fields command and description are required")
        if not _COMMAND.fullmatch(command["command"]):
            raise bad("BOT_COMMAND_INVALID")
        if not 1 <= units(command["description"]) <= 256:
            raise bad("BOT_COMMAND_DESCRIPTION_INVALID")
    if len({command["command"] for command in commands}) < len(commands):
        raise bad("BOT_COMMAND_DUPLICATE")


def refuse_reactions(reactions: list[Any]) -> None:
    """Raises RefusedError (400) for reactions that a bot may not set."""
    if len(reactions) > 1:
        raise bad("REACTIONS_TOO_MANY")
    for reaction in reactions:
        if not isinstance(reaction, dict) or reaction.get("type") != "emoji" or reaction.get("emoji") not in REACTIONS:
            raise bad("REACTION_INVALID")
