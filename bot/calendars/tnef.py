"""`winmail.dat`: the form (TNEF, MS-OXTNEF) in which some Exchange servers wrap a mail, with the calendar inside it.

Quiet: bytes in, bytes out. A calendar file among the attachments counts first, else the meeting that stands in the
properties, which are in UTC. Every length is held against what is left, nothing is unpacked, and nothing nests.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from bot.calendars.written import Told, calendar_of, stamp

SIGNATURE = struct.pack("<I", 0x223E9F78)
MOST_ATTRIBUTES, MOST_PROPERTIES = 2_000, 5_000
_ATTACHED, _PROPERTIES, _CLASS, _SUBJECT = 0x0006800F, 0x00069003, 0x00078008, 0x00018004
_FIXED = {2: 4, 3: 4, 4: 4, 5: 8, 6: 8, 7: 8, 0x0A: 4, 0x0B: 4, 0x14: 8, 0x40: 8, 0x48: 16}
"""Bytes of a property by its type; whatever is not here tells its own length."""
_TIME, _TEXT, _UNICODE, _MANY, _WHOLE, _FLAG = 0x40, 0x1E, 0x1F, 0x1000, 3, 0x0B
_NAMED = 0x8000
_START, _END, _ALL_DAY, _PLACE, _SEQUENCE = 0x820D, 0x820E, 0x8215, 0x8208, 0x8201
_CLEAN_ID, _ID, _OTHER_START, _OTHER_END = 0x23, 0x03, 0x8516, 0x8517
_TAGS = {"title": (0x0037, 0x0E1D), "note": (0x1000,)}
_FOREIGN_UID = b"vCal-Uid\x01\0\0\0"
_EPOCH = datetime(1601, 1, 1, tzinfo=UTC)
Key = tuple[str, int]
Properties = dict[Key, bytes | datetime | str | int]


class DamagedError(ValueError):
    """A length in it leads out of it."""


class _Reader:
    """Takes bytes from the front."""

    def __init__(self, data: bytes) -> None:
        self.data, self.at = data, 0

    def take(self, size: int) -> bytes:
        """Raises DamagedError where there are fewer."""
        if size > len(self.data) - self.at:
            raise DamagedError
        self.at += size
        return self.data[self.at - size : self.at]

    def number(self, size: int = 4) -> int:
        return int.from_bytes(self.take(size), "little")

    def padded(self, size: int) -> bytes:
        found = self.take(size)
        self.at = min(self.at + -size % 4, len(self.data))
        return found


def is_tnef(data: bytes) -> bool:
    """Whether the bytes begin as TNEF does."""
    return data.startswith(SIGNATURE)


def calendar_in(data: bytes) -> bytes | None:
    """The calendar that it carries, or None. What stands before a damaged place still counts."""
    title, kind, properties = "", "", Properties()
    for number, value in _attributes(data):
        if number == _ATTACHED and value.lstrip(b"\xef\xbb\xbf \r\n")[:15].upper() == b"BEGIN:VCALENDAR":
            return value
        if number == _PROPERTIES:
            properties |= _properties(value)
        elif number == _CLASS:
            kind = _text(value)
        elif number == _SUBJECT:
            title = _text(value)
    return _meeting(properties, kind or str(properties.get(("tag", 0x1A), "")), title)


def _attributes(data: bytes) -> Iterator[tuple[int, bytes]]:
    reader = _Reader(data[len(SIGNATURE) + 2 :])
    for _ in range(MOST_ATTRIBUTES):
        if reader.at >= len(reader.data):
            return
        try:
            reader.take(1)
            number, value = reader.number(), reader.take(reader.number())
            reader.take(2)
        except DamagedError:
            return
        yield number, value


def _properties(data: bytes) -> Properties:
    """Single values by their tags, named ones by their numbers."""
    reader, found = _Reader(data), Properties()
    try:
        for _ in range(min(reader.number(), MOST_PROPERTIES)):
            kind, tag = reader.number(2), reader.number(2)
            key: Key = _name(reader) if tag >= _NAMED else ("tag", tag)
            value = _value(reader, kind)
            if value is not None:
                found[key] = value
    except DamagedError:
        pass
    return found


def _name(reader: _Reader) -> Key:
    reader.take(16)
    if reader.number() == 0:
        return "named", reader.number()
    reader.padded(reader.number())
    return "unknown", 0


def _value(reader: _Reader, kind: int) -> bytes | datetime | str | int | None:
    """A single value; None for several, and for kinds of which nothing is needed. Raises DamagedError."""
    of_one = kind & ~_MANY
    if of_one in _FIXED:
        values = [reader.padded(_FIXED[of_one]) for _ in range(reader.number() if kind & _MANY else 1)]
    else:
        values = [reader.padded(reader.number()) for _ in range(reader.number())]
    if kind & _MANY or not values:
        return None
    if kind == _TIME:
        return _moment(values[0])
    if kind in (_WHOLE, _FLAG):
        return int.from_bytes(values[0][: 2 if kind == _FLAG else 4], "little")
    if kind in (_TEXT, _UNICODE):
        return _text(values[0], "utf-16-le" if kind == _UNICODE else "cp1252")
    return values[0]


def _moment(value: bytes) -> datetime | None:
    """Tenths of microseconds since 1601, in UTC."""
    try:
        return _EPOCH + timedelta(microseconds=int.from_bytes(value, "little") // 10)
    except OverflowError:
        return None


def _text(value: bytes, charset: str = "cp1252") -> str:
    return value.decode(charset, errors="replace").split("\0", 1)[0]


def _meeting(found: Properties, kind: str, title: str) -> bytes | None:
    """The meeting that the properties tell; answers to invitations are none."""
    start = _first(found, ("named", _START), ("named", _OTHER_START), ("tag", 0x60))
    end = _first(found, ("named", _END), ("named", _OTHER_END), ("tag", 0x61))
    low = kind.casefold()
    is_answer = "mtgresp" in low or "meeting.resp" in low
    if is_answer or not isinstance(start, datetime) or not any(word in low for word in ("mtg", "meeting", "appoint")):
        return None
    texts = {name: str(_first(found, *(("tag", tag) for tag in tags)) or "") for name, tags in _TAGS.items()}
    return calendar_of(
        Told(
            start=stamp(start),
            end=stamp(end) if isinstance(end, datetime) else "",
            title=texts["title"] or title,
            note=texts["note"],
            place=str(found.get(("named", _PLACE), "")),
            uid=_uid(_first(found, ("named", _CLEAN_ID), ("named", _ID))),
            sequence=_sequence(found),
            method="CANCEL" if "cncl" in low or "cancel" in low else "REQUEST",
        )
    )


def _first(found: Properties, *keys: Key) -> bytes | datetime | str | int | None:
    return next((found[key] for key in keys if key in found), None)


def _sequence(found: Properties) -> int:
    number = found.get(("named", _SEQUENCE), 0)
    return number if isinstance(number, int) else 0


def _uid(value: object) -> str:
    """The UID that the same meeting has in a calendar file (MS-OXCICAL 2.1.3.1.1.20.26)."""
    if not isinstance(value, bytes):
        return ""
    before, marked, foreign = value.partition(_FOREIGN_UID)
    return _text(foreign, "utf-8") if marked and before else value.hex().upper()
