"""A store that cannot be written for a while: told in one line when it begins, and in one when it is over."""

from __future__ import annotations

import logging
import time

import sqlalchemy as sa
from sqlalchemy.exc import DatabaseError

from storage.addresses import shown
from storage.troubles import code_of, mend

log = logging.getLogger("storage.store")


class Outage:
    """What keeps units of work from being run. It is over when each that has failed has been run: one that only reads
    proves nothing of a disk that is full."""

    def __init__(self, url: sa.URL) -> None:
        self._url, self._waiting, self._failures, self._since = url, 0, 0, 0.0
        self.why: str | None = None
        """The database's name for it; None when all is well."""

    def met(self, error: DatabaseError, *, again: bool) -> None:
        """A unit has failed, and will be tried again; `again`: not for the first time."""
        if not self._waiting:
            self._failures, self._since = 0, time.monotonic()
        self._waiting += not again
        self._failures += 1
        why = code_of(error)
        if why != self.why:
            told = "the store %s cannot be written now (%s). %sIt is tried until it works; until then nothing is lost."
            log.error(told, shown(self._url), why, f"{fix} " if (fix := mend(error)) else "")
            self.why = why

    def left(self, *, done: bool) -> None:
        """A unit that had failed has been run, or is not wanted any more."""
        self._waiting -= 1
        if not self._waiting:
            self.why = None
            if done:
                seconds = time.monotonic() - self._since
                log.error("the store can be written again, after %d failures in %.0f s", self._failures, seconds)
