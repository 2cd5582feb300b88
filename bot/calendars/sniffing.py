"""What a file is when it is no calendar, told by its first bytes.

Quiet.
"""

from __future__ import annotations

import re

from bot.calendars.events import Reason

_PICTURES = (b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"BM", b"II*\x00", b"MM\x00*")
_ARCHIVES = (b"PK\x03\x04", b"PK\x05\x06", b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!", b"BZh", b"\xfd7zXZ")
_DOCUMENTS = (b"%PDF", b"\xd0\xcf\x11\xe0", b"{\\rtf")
_PAGE = re.compile(
    rb"\A\s*(<\?xml[^>]*>\s*)?(<!--.{0,500}?-->\s*)?<(!doctype|html|head|body)", re.IGNORECASE | re.DOTALL
)


def kind(data: bytes) -> Reason:
    """What to call the bytes."""
    if not data.strip(b"\x00 \t\r\n"):
        return Reason.EMPTY
    if data.startswith(_PICTURES) or data[4:8] == b"ftyp" or (data[:4] == b"RIFF" and data[8:12] == b"WEBP"):
        return Reason.PICTURE
    if data.startswith(_ARCHIVES):
        return Reason.ARCHIVE
    if data.startswith(_DOCUMENTS):
        return Reason.DOCUMENT
    return Reason.WEB_PAGE if _PAGE.match(data[:4096].removeprefix(b"\xef\xbb\xbf")) else Reason.NOT_A_CALENDAR
