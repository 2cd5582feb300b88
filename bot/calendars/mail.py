"""The calendar inside a forwarded mail (.eml): a part that is one, by its type, its name or its first letters; else the
one in a `winmail.dat`; else the event that its page tells.

Quiet: bytes in, bytes out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from email import message_from_bytes
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message
from itertools import islice

from bot.calendars import pages, tnef

MOST_PARTS = 100
_HEADER = re.compile(rb"\A\s*(From |[A-Za-z][A-Za-z0-9-]*:)")
_MIME = re.compile(rb"^(Content-Type|MIME-Version|Received|Return-Path):", re.IGNORECASE | re.MULTILINE)
_BEGINS = re.compile(rb"\A(?:\xef\xbb\xbf)?\s{0,20}BEGIN:VCALENDAR\b", re.IGNORECASE)
_TYPES = ("text/calendar", "application/ics", "text/x-vcalendar")
_NAMES = (".ics", ".vcs", ".ical")


def is_mail(data: bytes) -> bool:
    """Whether the bytes begin as a mail does: a header, and among the first headers one that only mails have."""
    head = data[:65536].replace(b"\r", b"\n")
    if not _HEADER.match(head) or re.match(rb"\A\s*BEGIN\s*:", head, re.IGNORECASE):
        return False
    marked = _MIME.search(head)
    return marked is not None and b"BEGIN:VCALENDAR" not in head[: marked.start()]


def calendar_in(data: bytes) -> bytes | None:
    """The calendar that a mail carries, or None. The surest kind of part counts first, wherever it stands."""
    parts = [part for part in islice(message_from_bytes(data).walk(), MOST_PARTS) if not part.is_multipart()]
    return next((found for look in (_told, _hidden, _wrapped, _shown) if (found := _first(look, parts))), None)


def _first(look: Callable[[Message], bytes | None], parts: Iterable[Message]) -> bytes | None:
    return next((found for part in parts if (found := look(part))), None)


def _told(part: Message) -> bytes | None:
    """A part that says that it is a calendar."""
    is_one = part.get_content_type() in _TYPES or _name(part).endswith(_NAMES)
    content = _content(part) if is_one else b""
    return _in_utf8(content, part.get_content_charset()) if content.strip() else None


def _hidden(part: Message) -> bytes | None:
    """A part that says nothing of the kind, and begins as calendars do."""
    content = _content(part) if part.get_content_maintype() in ("application", "text") else b""
    return _in_utf8(content, part.get_content_charset()) if _BEGINS.match(content) else None


def _wrapped(part: Message) -> bytes | None:
    """What Exchange has wrapped, however the part is named."""
    content = _content(part) if part.get_content_maintype() == "application" else b""
    return tnef.calendar_in(content) if tnef.is_tnef(content) else None


def _shown(part: Message) -> bytes | None:
    """The event that a page tells."""
    if part.get_content_type() != "text/html":
        return None
    return pages.calendar_in(_in_utf8(_content(part), part.get_content_charset()).decode(errors="replace"))


def _content(part: Message) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _name(part: Message) -> str:
    """The name of a file, also in encoded words (RFC 2047), in which many programs write it against the rule."""
    name = str(part.get_filename() or "")
    try:
        return str(make_header(decode_header(name))).strip().casefold()
    except (HeaderParseError, LookupError, ValueError):
        return name.strip().casefold()


def _in_utf8(content: bytes, charset: str | None) -> bytes:
    """In the letters of the part's own charset; as it stands where that is none, or is not kept to."""
    if charset is None or charset in ("utf-8", "us-ascii"):
        return content
    try:
        return content.decode(charset).encode()
    except (LookupError, ValueError):
        return content
