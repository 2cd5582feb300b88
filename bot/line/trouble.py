"""A trouble with Telegram: told when it begins or changes, and when it is over, however often it is met between."""

from __future__ import annotations

import asyncio
import logging

log = logging.getLogger(__name__)


STANDING: dict[str, str] = {}
"""The troubles that this process has now: what fails, and why."""


class Trouble:
    """Something that should work and may not: one line when it fails, one when it works again."""

    def __init__(self, what: str) -> None:
        self._what, self._why, self._since = what, "", 0.0
        self.failures = 0
        """How often in a row it has failed."""

    def met(self, why: str) -> None:
        """It has failed."""
        if not self.failures:
            self._since = asyncio.get_running_loop().time()
        self.failures += 1
        if why != self._why:
            log.warning("%s fails: %s", self._what, why)
            self._why = STANDING[self._what] = why

    def over(self) -> None:
        """It has worked."""
        if self.failures:
            seconds = asyncio.get_running_loop().time() - self._since
            log.warning("%s works again, after %d failures in %.0f s", self._what, self.failures, seconds)
            del STANDING[self._what]
        self.failures, self._why = 0, ""
