"""One look at a feed: what stands there now, or why there is nothing.

The address of a private feed is a password: it stands in no log and in no error; people are shown its host alone.
"""

from __future__ import annotations

import asyncio
import re
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import SplitResult, urljoin, urlsplit

import httpx

from bot.calendars import pages, sniffing
from bot.calendars.events import Reason
from bot.calendars.feeds.guard import HTTPS_PORT, PrivateAddressError, transport
from bot.calendars.feeds.unpack import TooLargeError, UnreadableError, unpacked

SECONDS_IN_ALL = 25.0
"""A server that drips one byte at a time never trips a read timeout."""
MOST_REDIRECTS = 3
LONGEST_ADDRESS = 2000
"""Characters."""
HEADERS = {"Accept": "text/calendar, */*;q=0.1", "Accept-Encoding": "gzip", "User-Agent": "Afterword"}


class Trouble(StrEnum):
    """Why there is no calendar."""

    NOT_AN_ADDRESS = "not_an_address"
    NOT_PUBLIC = "not_public"
    GONE = "gone"
    """404 or 410: the address was withdrawn."""
    FORBIDDEN = "forbidden"
    TOO_SLOW = "too_slow"
    TOO_LARGE = "too_large"
    UNREACHABLE = "unreachable"


class NoFeedError(Exception):
    """There is no calendar at that address now."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(trouble.value)
        self.trouble = trouble


@dataclass(frozen=True, slots=True)
class Fetched:
    """What stood there, and the marks by which the server can say next time that nothing changed."""

    body: bytes
    etag: str | None = None
    modified: str | None = None


def address_of(text: str) -> str:
    """A feed's address as it is fetched: https, port 443, no name and password in it. Raises NoFeedError."""
    try:
        parts = urlsplit(text.strip())
        port = parts.port
    except ValueError as error:
        raise NoFeedError(Trouble.NOT_AN_ADDRESS) from error
    if (
        parts.scheme.lower() not in ("https", "webcal", "webcals")
        or not _is_plain(parts)
        or len(text) > LONGEST_ADDRESS
    ):
        raise NoFeedError(Trouble.NOT_AN_ADDRESS)
    if port not in (None, HTTPS_PORT):
        raise NoFeedError(Trouble.NOT_PUBLIC)
    address = parts._replace(scheme="https", fragment="").geturl()
    try:
        httpx.URL(address)
    except (httpx.InvalidURL, UnicodeError) as error:  # a name that no name can be
        raise NoFeedError(Trouble.NOT_AN_ADDRESS) from error
    return address


def _is_plain(parts: SplitResult) -> bool:
    return bool(parts.hostname) and "@" not in parts.netloc and not any(c.isspace() for c in parts.geturl())


def host_of(address: str) -> str:
    """All of the address that a person is shown."""
    return urlsplit(address).hostname or ""


def client(over: httpx.AsyncBaseTransport | None = None) -> httpx.AsyncClient:
    """The client for feeds: guarded, and it follows no redirect by itself."""
    patience = httpx.Timeout(10.0, connect=5.0)
    return httpx.AsyncClient(
        transport=over or transport(), timeout=patience, follow_redirects=False, headers=HEADERS, trust_env=False
    )


async def fetch(
    reader: httpx.AsyncClient, address: str, *, etag: str | None = None, modified: str | None = None
) -> Fetched | None:
    """What stands at `address` now; None when the server says that nothing changed. Raises NoFeedError."""
    asked = {"If-None-Match": etag, "If-Modified-Since": modified}
    headers = {name: value for name, value in asked.items() if value}
    try:
        async with asyncio.timeout(SECONDS_IN_ALL):
            return await _follow(reader, address_of(address), headers)
    except (TimeoutError, httpx.TimeoutException) as error:
        raise NoFeedError(Trouble.TOO_SLOW) from error
    except TooLargeError as error:
        raise NoFeedError(Trouble.TOO_LARGE) from error
    except (httpx.HTTPError, httpx.InvalidURL, UnicodeError, UnreadableError) as error:
        is_private = isinstance(error.__cause__, PrivateAddressError)
        raise NoFeedError(Trouble.NOT_PUBLIC if is_private else Trouble.UNREACHABLE) from error


async def _follow(reader: httpx.AsyncClient, address: str, headers: dict[str, str]) -> Fetched | None:
    through_page = False
    for _ in range(1 + MOST_REDIRECTS):
        async with reader.stream("GET", address, headers=headers) as answer:
            if answer.has_redirect_location:
                address = address_of(urljoin(address, answer.headers["Location"]))
                continue
            found = await _read(answer)
        beside = _calendar_beside(found)
        if beside is None:  # the marks of a calendar behind a page would be held against the page next time
            return Fetched(found.body) if found and through_page else found
        address, through_page = address_of(_secure(urljoin(address, beside))), True
    raise NoFeedError(Trouble.UNREACHABLE)


def _secure(address: str) -> str:
    return re.sub(r"\Ahttp:", "https:", address, flags=re.IGNORECASE)


def _calendar_beside(found: Fetched | None) -> str | None:
    """The address of the calendar that a page says is its own."""
    if found is None or sniffing.kind(found.body) is not Reason.WEB_PAGE:
        return None
    return pages.address_in(found.body.decode(errors="replace"))


async def _read(answer: httpx.Response) -> Fetched | None:
    match answer.status_code:
        case 304:
            return None
        case 404 | 410:
            raise NoFeedError(Trouble.GONE)
        case 401 | 403:
            raise NoFeedError(Trouble.FORBIDDEN)
        case 200:
            body = await unpacked(answer.aiter_raw(), answer.headers.get("Content-Encoding", "").lower())
            return Fetched(body, answer.headers.get("ETag"), answer.headers.get("Last-Modified"))
    raise NoFeedError(Trouble.UNREACHABLE)
