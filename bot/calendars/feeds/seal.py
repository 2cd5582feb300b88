"""Encrypting the addresses of feeds: an address is a password, and the store and its backups hold none.

The key is the operator's. Whoever has the store but not the key reads no address.
"""

from __future__ import annotations

import contextlib

from cryptography.fernet import Fernet, InvalidToken

from bot.calendars.feeds.addresses import Sealed
from bot.calendars.feeds.fetch import NoFeedError, address_of, host_of

HOW_TO_MAKE_ONE = "`afterword key` makes one."


class Seal:
    """Seals addresses and opens them again; without a key it can do neither."""

    def __init__(self, key: str | None) -> None:
        self._box = Fernet(key) if key else None

    @property
    def has_key(self) -> bool:
        """Whether the operator has switched feeds on."""
        return self._box is not None

    def close(self, address: str) -> Sealed:
        """The address to be kept. One that cannot be fetched is sealed all the same, and the first look tells why."""
        with contextlib.suppress(NoFeedError):
            address = address_of(address)
        closed = self._box.encrypt(address.encode()).decode() if self._box else None
        return Sealed(host_of(address), closed)

    def open(self, sealed: str) -> str | None:
        """The address; None when it was sealed with another key."""
        try:
            return self._box.decrypt(sealed.encode()).decode() if self._box else None
        except InvalidToken:
            return None


NO_KEY = Seal(None)
"""Keeps no address."""


def new_key() -> str:
    """A key that nobody else has."""
    return Fernet.generate_key().decode()


def is_key(text: str) -> bool:
    """Whether it can be used as a key."""
    try:
        Fernet(text)
    except ValueError:
        return False
    return True
