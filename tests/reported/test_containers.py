"""Calendars inside mails, and addresses of calendars: kinds of faults that others reported."""

from __future__ import annotations

import base64

import pytest

from bot.calendars.feeds.addresses import address_in
from tests.calendars.examples import calendar, event, opened
from tests.reported.life import shared_file


def mail(title: str, charset: str, encoding: str) -> bytes:
    """A mail with a calendar in it, in the letters of `charset`."""
    written = calendar(event("DTSTART:20260715T140000Z", f"SUMMARY:{title}")).decode().encode(encoding)
    return (
        f"From: r@acme.test\r\nMIME-Version: 1.0\r\nContent-Type: text/calendar; charset={charset}; method=REQUEST\r\n"
        f"Content-Transfer-Encoding: base64\r\n\r\n{base64.encodebytes(written).decode()}"
    ).encode()


def test_the_mail_of_the_report_is_read_in_its_own_letters() -> None:
    assert "\u017b\u00f3\u0142ta \u0141\u00f3d\u017a" in opened(shared_file("c07_mail_latin2.eml")).occurrences[0].title


@pytest.mark.parametrize(
    ("title", "charset", "encoding"),
    [
        ("\u017b\u00f3\u0142ta \u0141\u00f3d\u017a", "iso-8859-2", "iso-8859-2"),
        ("\u0421\u043e\u0431\u0435\u0441\u0435\u0434\u043e\u0432\u0430\u043d\u0438\u0435", "koi8-r", "koi8-r"),
        ("\u9762\u63a5", "iso-2022-jp", "iso-2022-jp"),
        ("\u9762\u8bd5", "gb2312", "gb2312"),
        ("Gespr\u00e4ch", "utf-16le", "utf-16-le"),
        ("Gespr\u00e4ch", "windows-1252", "cp1252"),
        ("Gespr\u00e4ch", "x-unheard-of", "utf-8"),
    ],
)
def test_a_part_of_a_mail_is_read_in_its_own_letters(title: str, charset: str, encoding: str) -> None:
    assert opened(mail(title, charset, encoding)).occurrences[0].title == title


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        (
            "https://cloud.example.test/remote.php/dav/public-calendars/XB3?export",
            "https://cloud.example.test/remote.php/dav/public-calendars/XB3?export",
        ),
        ("http://cal.example.test/a.ics", "https://cal.example.test/a.ics"),
        (
            "https://outlook.office365.test/owa/calendar/a@x/b/calendar.html",
            "https://outlook.office365.test/owa/calendar/a@x/b/calendar.ics",
        ),
        ("https://calendar.example.test/ical/ana%40x.test/private-1/basic.ics", None),
        ("https://mail.example.test/home/ana/Calendar?fmt=1&export=ics&format=ics", None),
        ("webcal://example.test/feed", None),
    ],
)
def test_the_address_of_a_calendar_is_known(typed: str, address: str | None) -> None:
    assert address_in(typed) == (address or typed)


@pytest.mark.parametrize(
    "typed", ["https://acme.example.test/jobs/designer", "https://meet.example.test/abc?pwd=1", "http://example.test"]
)
def test_another_address_is_none_of_a_calendar(typed: str) -> None:
    assert address_in(typed) is None
