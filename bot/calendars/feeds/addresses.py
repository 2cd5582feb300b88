"""The private address of a calendar in what somebody wrote.

Quiet. It is looked for before anything else is done with a text, so that no secret is taken for something said.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

MOST_BESIDE = 60
"""Characters around an address that is sent to be connected; a longer text is a mail that was pasted."""
_ADDRESS = re.compile(r"\b(?:https?|webcals?)://[^\s<>\"']+", re.IGNORECASE)
_PUBLISHED = re.compile(r"(?:\.|^)icloud\.com$")
_FEED_PATH = re.compile(
    r"(?:\.ics|/ical|/ics|/calendar\.html)/?$|/(?:public-calendars|ical|icalendar|ics)/", re.IGNORECASE
)
_FEED_QUERY = re.compile(r"(?:^|&)(?:export|ical|ics|format=ics|format=ical)(?:$|[&=])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Sealed:
    """A feed's address: the host, which may be shown, and the whole, encrypted; None without a key to do it with."""

    host: str
    address: str | None


def address_in(text: str, *, is_asked: bool = False) -> str | None:
    """The address of a feed, when the text was written to send one; any address where that `is_asked` for."""
    found = _ADDRESS.search(text)
    if found is None or len(text) - len(found[0]) > MOST_BESIDE:
        return None
    return _as_fetched(found[0]) if is_asked or _is_feed(found[0]) else None


def holds_one(text: str) -> bool:
    """Whether it may be an address of any kind, and little else."""
    return address_in(text, is_asked=True) is not None


def without_feeds(text: str) -> str:
    """The text with the hosts alone of the feeds whose addresses stand in it."""
    return _ADDRESS.sub(_host_alone, text) if "://" in text else text


def _host_alone(found: re.Match[str]) -> str:
    if not _is_feed(found[0]):
        return found[0]
    scheme, _, rest = found[0].partition("://")
    return f"{scheme}://{re.split('[/?#]', rest.rpartition('@')[2], maxsplit=1)[0]}/…"


def _as_fetched(address: str) -> str:
    """Over TLS always; of a calendar that Outlook shows as a page, the file beside it."""
    secure = re.sub(r"^http://", "https://", address, flags=re.IGNORECASE)
    return re.sub(r"/calendar\.html$", "/calendar.ics", secure, flags=re.IGNORECASE)


def _is_feed(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    is_published = bool(_PUBLISHED.search(parts.hostname or "")) and parts.path.startswith("/published/")
    if parts.scheme.lower() not in ("https", "http") or is_published:
        return True
    return bool(_FEED_PATH.search(parts.path) or _FEED_QUERY.search(parts.query))
