"""Builders for the further reports: mails, zones and TNEF files of our own, as other programs write them."""

from __future__ import annotations

import base64
import struct
from datetime import UTC, datetime

from bot.calendars.events import Reading, Rejected, Wanted
from bot.calendars.reading import read

START, END = datetime(2026, 7, 15, 14, tzinfo=UTC), datetime(2026, 7, 15, 15, tzinfo=UTC)
INVITATION = (
    b"BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nUID:k@x.test\r\nDTSTART:20260715T140000Z\r\n"
    b"DTEND:20260715T150000Z\r\nSUMMARY:Interview with Acme\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)
APPOINTMENT = bytes.fromhex("0220060000000000c000000000000046")
"""The set of properties in which an appointment keeps its times."""


def mail(*headers: str, body: bytes = INVITATION) -> bytes:
    """A mail of two parts: a few words, and `body` behind these headers."""
    head = [
        *("From: r@acme.test", "Subject: Interview", "MIME-Version: 1.0"),
        *('Content-Type: multipart/mixed; boundary="b"', "", "--b", "Content-Type: text/plain", "", "See you", "--b"),
        *headers,
        *("Content-Transfer-Encoding: base64", ""),
    ]
    return "\r\n".join(head).encode() + b"\r\n" + base64.encodebytes(body) + b"\r\n--b--\r\n"


def page_mail(page: str) -> bytes:
    """A mail that is a page and nothing else."""
    head = (
        "From: r@acme.test\r\nSubject: Interview\r\nMIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
    )
    return (head + page).encode()


def filetime(moment: datetime) -> bytes:
    """Tenths of microseconds since 1601."""
    return struct.pack("<Q", int((moment - datetime(1601, 1, 1, tzinfo=UTC)).total_seconds()) * 10_000_000)


def attribute(level: int, number: int, value: bytes) -> bytes:
    """One attribute of a TNEF file: of the message (1) or of an attachment (2)."""
    return struct.pack("<BII", level, number, len(value)) + value + struct.pack("<H", sum(value) % 65536)


def named(number: int, kind: int, value: bytes) -> bytes:
    """One named property of an appointment."""
    return struct.pack("<HH", kind, 0x8000 + number % 0x1000) + APPOINTMENT + struct.pack("<II", 0, number) + value


def text_value(text: str) -> bytes:
    data = text.encode("utf-16-le") + b"\0\0"
    return struct.pack("<II", 1, len(data)) + data + b"\0" * (-len(data) % 4)


def properties(*each: bytes) -> bytes:
    return struct.pack("<I", len(each)) + b"".join(each)


def tnef(*attributes: bytes) -> bytes:
    return struct.pack("<IH", 0x223E9F78, 1) + b"".join(attributes)


def meeting_id(value: bytes) -> bytes:
    """The property by which a meeting is known."""
    return named(0x03, 0x0102, struct.pack("<II", 1, len(value)) + value + b"\0" * (-len(value) % 4))


def meeting_tnef(kind: str = "IPM.Microsoft Schedule.MtgReq", *more: bytes) -> bytes:
    """A meeting that stands in properties alone."""
    return tnef(
        attribute(1, 0x00089006, struct.pack("<I", 0x00010000)),
        attribute(1, 0x00078008, kind.encode() + b"\0"),
        attribute(1, 0x00018004, b"Interview with Acme\0"),
        attribute(
            1,
            0x00069003,
            properties(
                named(0x820D, 0x0040, filetime(START)),
                named(0x820E, 0x0040, filetime(END)),
                named(0x8208, 0x001F, text_value("Room 4")),
                *more,
            ),
        ),
    )


def attached_tnef(data: bytes = INVITATION) -> bytes:
    """A calendar file among the attachments."""
    return tnef(
        attribute(1, 0x00078008, b"IPM.Note\0"),
        attribute(2, 0x00069002, b"\0" * 14),
        attribute(2, 0x00018010, b"invite.ics\0"),
        attribute(2, 0x0006800F, data),
    )


def opened_or_refused(data: bytes) -> Reading | Rejected:
    """What is read, whatever it is."""
    return read(data, Wanted(zone="Europe/Berlin"))
