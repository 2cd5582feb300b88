"""How a call to Telegram may end: by seed, and each in the words of the library."""

from __future__ import annotations

import asyncio
import random

import aiohttp
from telegram.error import NetworkError, TimedOut

from bot.line.transport import NotSent
from bot.rehearsal.telegram import BAD_GATEWAY

FATES = ("500", "502", "404", "refused", "reset_before", "reset_after", "hang_before", "hang_after")
DELIVERED_UNHEARD = ("reset_after", "hang_after")
UNHEARD = ("reset_before", "hang_before", *DELIVERED_UNHEARD)
PAGES = {
    "500": (500, b'{"ok":false,"error_code":500,"description":"Internal Server Error"}'),
    "502": (502, BAD_GATEWAY),
    "404": (404, b"<html>nginx: not found</html>"),
}


def drawn(chance: random.Random, weather: dict[str, float]) -> str:
    """A fate; none in fair weather."""
    left = chance.random()
    for fate in FATES:
        left -= weather.get(fate, 0.0)
        if left < 0:
            return fate
    return ""


async def suffer(fate: str, patience: float) -> tuple[int, bytes]:
    """What the bot hears of a call of this fate, or the error that it meets after `patience` seconds at most."""
    if fate in PAGES:
        return PAGES[fate]
    if fate == "refused":
        raise NetworkError("ClientConnectorError") from NotSent("ClientConnectorError")
    if fate.startswith("hang"):
        await asyncio.sleep(patience)
        raise TimedOut("SocketTimeoutError") from aiohttp.SocketTimeoutError("x")
    raise NetworkError("ClientOSError") from aiohttp.ClientOSError("x")
