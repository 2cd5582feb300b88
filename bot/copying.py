"""The daily copy: made while the bot runs, tried again where it could not be made."""

from __future__ import annotations

import asyncio
import logging
from datetime import datetime, timedelta
from pathlib import Path

from storage import daily
from storage.engine import StoreUnusable

log = logging.getLogger(__name__)

AGAIN = timedelta(hours=1)
"""From one try that has failed to the next."""


class Copies:
    """Makes a copy of the store each day (UTC)."""

    def __init__(self, url: str, folder: Path, keep: int) -> None:
        self._url, self._folder, self._keep = url, folder, keep
        self._not_before: datetime | None = None

    async def make(self, now: datetime) -> None:
        """Make today's, where it is not there yet; what keeps it from being made is told, and nobody waits for it."""
        if self._not_before is not None and now < self._not_before:
            return
        try:
            made = await asyncio.to_thread(daily.copy_of, self._url, self._folder, self._keep, now.date())
        except StoreUnusable as error:
            log.error("there is no copy of today: %s It is tried again in an hour.", error)
            self._not_before = now + AGAIN
            return
        self._not_before = None
        if made is not None:
            log.info("the store was copied to %s", made)
