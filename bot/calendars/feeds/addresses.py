"""The private address of a calendar in what somebody wrote.

Quiet. It is looked for before anything else is done with a text, so that no secret is taken for something said.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

MOST_BESIDE = 60
"""Characters around an address that is sent to be connected; a longer text is a mail that was pasted."""
_ADDRESS = re.compile(r"\b(?:https|webcals?)://[^\s<>\"']+", re.IGNORECASE)
_PUBLISHED = re.compile(r"(?:\.|^)icloud\.com$")


@dataclass(frozen=True, slots=True)
class Sealed:
    """A feed's address: the host, which may be shown, and the whole, encrypted; None without a key to do it with."""

    host: str
    address: str | None


def address_in(text: str) -> str | None:
    """The address of a feed, when the text was written to send one."""
    found = _ADDRESS.search(text)
    if found is None or len(text) - len(found[0]) > MOST_BESIDE:
        return None
    return found[0] if _is_feed(found[0]) else None


def _is_feed(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    is_published = bool(_PUBLISHED.search(parts.hostname or "")) and parts.path.startswith("/published/")
    return parts.scheme.lower() != "https" or parts.path.lower().endswith((".ics", "/ical")) or is_published
