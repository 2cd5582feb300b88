"""The calendar inside a forwarded mail (.eml): the first text/calendar part, or the first attached .ics or .vcs file.

Quiet: bytes in, bytes out.
"""

from __future__ import annotations

import re
from email import message_from_bytes
from email.message import Message

MOST_PARTS = 100
_HEADER = re.compile(rb"\A\s*(From |[A-Za-z][A-Za-z0-9-]*:)")
_MIME = re.compile(rb"^(Content-Type|MIME-Version|Received|Return-Path):", re.IGNORECASE | re.MULTILINE)


def is_mail(data: bytes) -> bool:
    """Whether the bytes begin as a mail does: a header, and among the first headers one that only mails have."""
    head = data[:65536].replace(b"\r", b"\n")
    if not _HEADER.match(head) or re.match(rb"\A\s*BEGIN\s*:", head, re.IGNORECASE):
        return False
    marked = _MIME.search(head)
    return marked is not None and b"BEGIN:VCALENDAR" not in head[: marked.start()]


def calendar_in(data: bytes) -> bytes | None:
    """The calendar that a mail carries, or None."""
    for number, part in enumerate(message_from_bytes(data).walk()):
        if number == MOST_PARTS:
            break
        if _is_calendar(part):
            content = part.get_payload(decode=True)
            if isinstance(content, bytes) and content.strip():
                return _in_utf8(content, part.get_content_charset())
    return None


def _in_utf8(content: bytes, charset: str | None) -> bytes:
    """In the letters of the part's own charset; as it stands where that is none, or is not kept to."""
    if charset is None or charset in ("utf-8", "us-ascii"):
        return content
    try:
        return content.decode(charset).encode()
    except (LookupError, ValueError):
        return content


def _is_calendar(part: Message) -> bool:
    if part.is_multipart():
        return False
    name = str(part.get_filename() or "").lower()
    return part.get_content_type() in ("text/calendar", "application/ics") or name.endswith((".ics", ".vcs"))
