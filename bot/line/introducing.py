"""What a bot shows by itself: its commands, its menu button, its texts, in every language; set at each start.

It is looked at first, and only what differs is set: Telegram lets nobody set these often. What the token's owner had
set in its place, with @BotFather or by another program, is told.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from telegram.error import InvalidToken, TelegramError

from bot.decide.commands import MENU
from bot.line.causes import cause
from bot.line.telegram import Telegram
from bot.line.trouble import Trouble
from bot.words import DEFAULT_LANGUAGE, languages, plain
from scheduler.clock import Clock
from storage.backoff import seconds_before

log = logging.getLogger(__name__)

LONGEST_PAUSE_S = 60.0
_SCOPE = {"scope": {"type": "all_private_chats"}}


@dataclass(frozen=True, slots=True)
class Shown:
    """One thing that is shown: the calls that tell and set it, where it holds, and what it should be."""

    what: str
    asks: str
    sets: str
    wanted: dict[str, Any]
    where: dict[str, Any]


def shown() -> Iterator[Shown]:
    """All that should be shown."""
    for language in languages():
        code = {} if language == DEFAULT_LANGUAGE else {"language_code": language}
        commands = [{"command": name, "description": plain(f"command.{name}", language)} for name in MENU]
        yield Shown("commands", "getMyCommands", "setMyCommands", {"commands": commands}, {**_SCOPE, **code})
        for name, key in (("ShortDescription", "about.short"), ("Description", "about.long")):
            field = {"short_description" if name == "ShortDescription" else "description": plain(key, language)}
            yield Shown(next(iter(field)).replace("_", " "), f"getMy{name}", f"setMy{name}", field, code)
    button = {"menu_button": {"type": "commands"}}
    yield Shown("menu button", "getChatMenuButton", "setChatMenuButton", button, {})


async def introduce(telegram: Telegram, clock: Clock) -> None:
    """Say who this is, and see to it that Telegram shows what it should. Tried until it works."""
    trouble = Trouble(f"introducing the bot at {telegram.address}")
    while True:
        try:
            me = await telegram.call("getMe", {})
            log.info("Telegram answers at %s, this is @%s", telegram.address, me.get("username"))
            for one in shown():
                await _see_to(telegram, one)
        except InvalidToken:
            return  # the intake meets the same answer and ends the bot
        except TelegramError as error:
            trouble.met(cause(error))
            await clock.pause(seconds_before(trouble.failures, 1.0, LONGEST_PAUSE_S))
        else:
            trouble.over()
            return


async def _see_to(telegram: Telegram, one: Shown) -> None:
    found = await telegram.call(one.asks, one.where)
    (name, wanted), *_ = one.wanted.items()
    there = found if one.asks in ("getMyCommands", "getChatMenuButton") else found.get(name)
    if there == wanted:
        return
    await telegram.call(one.sets, {**one.wanted, **one.where})
    if there and there != {"type": "default"}:
        language = one.where.get("language_code", DEFAULT_LANGUAGE)
        log.warning("the %s of the bot (%s) were others than this release's, and are replaced", one.what, language)
