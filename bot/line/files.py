"""Fetching a file that a person sent and reading it as a calendar.

Noisy: it asks Telegram for the bytes and the guard for what they say. Nothing is kept, and no other kind of file is
fetched.
"""

from __future__ import annotations

import logging
from typing import Any

from telegram.error import TelegramError

from bot.calendars.events import Reading, Reason, Rejected, Wanted
from bot.calendars.guard import Guard
from bot.line.causes import cause
from bot.line.telegram import Remedy, Telegram, understand
from bot.turn import Document
from scheduler.clock import Clock
from storage.backoff import seconds_before

log = logging.getLogger(__name__)

LARGEST = 1_000_000
"""Bytes. An invitation has a few thousand."""
LONGEST_PAUSE_S = 8.0
TRIES = 3
_WORTH_ANOTHER = (Remedy.TRY_AGAIN, Remedy.UNKNOWN, Remedy.HOLD_CHAT)


async def read(
    telegram: Telegram, guard: Guard, clock: Clock, document: Document, wanted: Wanted
) -> Reading | Rejected | None:
    """What a document says; None when Telegram does not hand it over. One that is too large is not fetched."""
    if document.size > LARGEST:
        return Rejected(Reason.TOO_BIG)
    for attempt in range(TRIES):
        try:
            content = await fetch(telegram, document.file_id)
        except TelegramError as error:
            log.warning("a file was not fetched: %s", cause(error))
            if understand(error).remedy not in _WORTH_ANOTHER:
                return None
            await clock.pause(seconds_before(attempt + 1, 1.0, LONGEST_PAUSE_S))
        else:
            return Rejected(Reason.TOO_BIG) if content is None else await guard.read(content, wanted)
    return None


async def fetch(telegram: Telegram, file_id: str) -> bytes | None:
    """The bytes; None when there are too many. Raises TelegramError."""
    found: dict[str, Any] = await telegram.call("getFile", {"file_id": file_id})
    if found.get("file_size", 0) > LARGEST:
        return None
    content = await telegram.download(found["file_path"])
    return content if len(content) <= LARGEST else None
