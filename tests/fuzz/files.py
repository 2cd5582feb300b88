"""Files that somebody may hand in: calendars, mails with one in them, and junk that is called so."""

from __future__ import annotations

from random import Random

from tests.calendars.examples import calendar, event
from tests.fuzz import texts

_LINES = r"""
DTSTART:20261210T120000Z
DTEND:20261210T130000Z
DTSTART;TZID=Europe/Berlin:20261210T120000
DURATION:PT1H
DTSTART;VALUE=DATE:20261210
DTSTART:00000000T000000Z
DTSTART:99991231T235959Z
DURATION:-P9999999999D
SUMMARY:Interview at Acme
SUMMARY;LANGUAGE=de:Vorstellungsgespräch Acme
STATUS:CANCELLED
SEQUENCE:1e400
RRULE:FREQ=DAILY;COUNT=3
RRULE:FREQ=SECONDLY
RRULE:FREQ=YEARLY;BYMONTHDAY=31;BYMONTH=2
RRULE:FREQ=;X=,,;=
EXDATE:20261211T120000Z
RDATE;VALUE=PERIOD:20261210T120000Z/PT1H
RECURRENCE-ID:20261210T120000Z
DTSTAMP:x
ORGANIZER;CN="Jana; Novak":mailto:jana@acme.example
LOCATION:Zoom\, \n room
ATTENDEE:mailto:
UID:
X-
BEGIN:VALARM
END:VALARM
BEGIN:VTIMEZONE
TZID:Nowhere/Ever
TZOFFSETTO:+9999
END:VTIMEZONE
END:VEVENT
"""
LINES = _LINES.splitlines()[1:]
MAIL = (
    "From: Jana <jana@acme.example>\r\nSubject: =?utf-8?q?Interview=F0?=\r\nMIME-Version: 1.0\r\n"
    'Content-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\nContent-Type: text/calendar; charset={charset}\r\n'
    "Content-Transfer-Encoding: {coding}\r\n\r\n"
)
JUNK = (
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99),
    b"PK\x03\x04",
    b"\x1f\x8b",
    b"%PDF-1",
    b"<html>",
    b"\xff\xfe",
    b"",
)


def file(chance: Random) -> bytes:
    """The bytes of one."""
    kind = chance.choices((_calendar, _mail, _junk), (60, 25, 15))[0]
    made = kind(chance)
    return _damaged(made, chance) if chance.random() < 0.5 else made


def _calendar(chance: Random) -> bytes:
    events = []
    for _ in range(chance.choice((0, 1, 1, 1, 3, 40))):
        lines = [*chance.sample(LINES, chance.randint(1, 9)), f"DESCRIPTION:{texts.text(chance)}"]
        events.append(event(*(texts.damaged(one, chance) if chance.random() < 0.2 else one for one in lines)))
    head = chance.sample(("METHOD:REQUEST", "METHOD:CANCEL", "VERSION:1.0", "TZ:+01", "X-WR-TIMEZONE:x/y"), 2)
    try:
        return calendar(*events, head=tuple(head))
    except UnicodeEncodeError:  # a half of what UTF-16 writes in two
        return calendar(*(one.encode("utf-8", "replace").decode() for one in events))


def _mail(chance: Random) -> bytes:
    coding = chance.choice(("8bit", "base64", "quoted-printable", "x-uuencode", "7bit", "\0"))
    charset = chance.choice(("utf-8", "utf-16", "latin-1", "utf-7", "idna", "undefined", "base64", "x" * 300, '"', ""))
    return MAIL.format(coding=coding, charset=charset).encode() + _calendar(chance) + chance.choice((b"\r\n--b--", b""))


def _junk(chance: Random) -> bytes:
    return chance.choice(JUNK) + chance.randbytes(chance.choice((0, 3, 500, 5000)))


def _damaged(whole: bytes, chance: Random) -> bytes:
    for _ in range(chance.choice((1, 2, 8))):
        at = chance.randrange(len(whole) + 1)
        put = chance.choice((b"", chance.randbytes(1), b"\r\n ", b"\0", b";", b":", whole[at : at + 30] * 20))
        whole = whole[:at] + put + whole[at + chance.choice((0, 1, 5, 200)) :]
    return whole
