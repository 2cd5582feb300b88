"""Calendars inside mails, and addresses of calendars: kinds of faults that others reported."""

from __future__ import annotations

import base64
import json
import struct
from dataclasses import replace
from typing import Any

import pytest

from bot.calendars.feeds.addresses import address_in
from bot.line.updates import translate
from bot.turn import Document
from tests.calendars.examples import calendar, event, opened, refused
from tests.conftest import said, steps, transcript_of
from tests.reported import further
from tests.reported.life import Life, shared_file


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


GOOGLE = "https://calendar.google.com/calendar/render?action=TEMPLATE&amp;text=Interview+with+Acme&amp;dates="
MARKED_UP = {
    "@context": "https://schema.org",
    "@type": "EventReservation",
    "reservationFor": {
        "@type": "Event",
        "name": "Interview with Acme",
        "startDate": "2026-07-15T16:00:00+02:00",
        "endDate": "2026-07-15T17:00:00+02:00",
    },
}


@pytest.mark.parametrize(
    "page",
    [
        f'<p>See you</p><script type="application/ld+json">{json.dumps(MARKED_UP)}</script>',
        f"<script type='application/ld+json'>{json.dumps([{'@graph': [MARKED_UP]}])}</script>",
        f'<a class=b href="{GOOGLE}20260715T140000Z/20260715T150000Z">Add to calendar</a>',
        f"<a href='{GOOGLE}20260715T160000/20260715T170000&amp;ctz=Europe/Berlin'>Add</a>",
        '<a href="https://outlook.live.com/calendar/0/deeplink/compose?subject=Interview+with+Acme'
        '&amp;startdt=2026-07-15T14%3A00%3A00Z&amp;enddt=2026-07-15T15:00:00Z">Outlook</a>',
        f'<a href="data:text/calendar;base64,{base64.b64encode(further.INVITATION).decode()}">Add</a>',
        '<div itemscope itemtype="http://schema.org/Event"><meta itemprop="name" content="Interview with Acme">'
        '<time itemprop="startDate" datetime="2026-07-15T14:00:00Z"><b content="2026-07-15T15:00Z" itemprop=endDate>',
    ],
    ids=["json", "json in a graph", "google", "google with a zone", "outlook", "data", "attributes"],
)
def test_an_invitation_that_stands_in_a_page_alone_is_read(page: str) -> None:
    (found,) = opened(further.page_mail(f"<html><body>{page}</body></html>")).occurrences
    assert (found.start, found.end, found.title) == (further.START, further.END, "Interview with Acme")


@pytest.mark.parametrize(
    "page",
    [
        "<p>See you on Wednesday</p>",
        '<a href="https://acme.test/jobs">Our jobs</a>',
        '<script type=\'application/ld+json\'>{"@type": "Event", "startDate": "soon"}</script>',
        "<script type='application/ld+json'>[[[[</script>",
        f"<a href='{GOOGLE}soon'>Add</a>",
        '<a href="https://evilgoogle.com/calendar/render?dates=20260715T140000Z/20260715T150000Z">Add</a>',
        "<a href='data:text/calendar;base64,!'>",
        "<link " * 30_000,
        "<script ld+json " * 30_000,
        '<a href="' * 30_000,
    ],
)
def test_a_page_without_one_is_none(page: str) -> None:
    assert refused(further.page_mail(page)) in ("mail_without_calendar", "not_a_calendar")


def test_a_meeting_that_exchange_has_wrapped_is_read_whole() -> None:
    (found,) = opened(further.meeting_tnef()).occurrences
    assert (found.location, found.uid, found.cancelled) == ("Room 4", None, False)


def test_a_meeting_that_is_called_off_in_a_wrapping_is_a_cancellation() -> None:
    wrapped = further.meeting_tnef("IPM.Schedule.Meeting.Canceled", further.meeting_id(b"040000008200E000"))
    assert [one.uid for one in opened(wrapped).cancellations] == ["30343030303030303832303045303030"]


def test_a_wrapped_meeting_is_known_by_the_uid_that_it_has_elsewhere() -> None:
    own = further.meeting_id(b"\x04\0\0\0" + b"\0" * 32 + b"vCal-Uid\x01\0\0\0k@x.test\0")
    assert opened(further.meeting_tnef("IPM.Appointment", own)).occurrences[0].uid == "k@x.test"


@pytest.mark.parametrize(
    "data",
    [
        further.tnef(),
        further.tnef(further.attribute(1, 0x00078008, b"IPM.Note\0")),
        further.meeting_tnef("IPM.Schedule.Meeting.Resp.Pos"),
        further.meeting_tnef()[:60],
        further.tnef(struct.pack("<BII", 1, 0x00069003, 0xFFFFFFFF)),
        further.tnef(further.attribute(1, 0x00069003, struct.pack("<IHHI", 9, 0x1F, 0x37, 0xFFFFFFFF))),
        further.tnef(further.attribute(1, 0x00069003, struct.pack("<IHHII", 0xFFFFFFFF, 0x101F, 0x37, 0xFFFFFFFF, 0))),
        further.tnef(b"\x01" * 1_000_000),
        further.tnef(*[further.attribute(1, 0x00018004, b"x")] * 50_000),
    ],
    ids=["empty", "note", "answer", "cut", "size", "value", "count", "noise", "many"],
)
def test_a_wrapping_without_one_and_hostile_sizes_are_refused(data: bytes) -> None:
    assert refused(data) == "mail_without_calendar"


@pytest.mark.parametrize("cut", range(0, 340, 7))
def test_a_wrapping_that_is_cut_anywhere_is_no_trouble(cut: int) -> None:
    further.opened_or_refused(further.meeting_tnef()[:cut])
    further.opened_or_refused(further.attached_tnef()[:cut])


@pytest.mark.parametrize(
    ("name", "mime", "expected"),
    [
        ("winmail.dat", "application/octet-stream", True),
        ("WINMAIL.DAT", "", True),
        ("file", "application/ms-tnef", True),
        ("other.dat", "application/octet-stream", False),
    ],
)
def test_which_files_are_opened(name: str, mime: str, expected: bool) -> None:
    assert Document("f", name, mime, 1).may_be_calendar is expected


@pytest.mark.parametrize(
    ("caption", "expected"),
    [
        ("they're based in Riyadh", {"zone": "Asia/Riyadh"}),
        ("they work Sunday to Thursday", {"work_week": (0, 1, 2, 3, 6)}),
        ("here's the invite", {"zone": None}),
        ("", {"zone": None}),
    ],
)
def test_what_stands_under_a_file_is_heard_beside_it(caption: str, expected: dict[str, Any]) -> None:
    life = Life.begun("2026-06-10T09:00").say("Interview with Acme on 15 July at 2pm for an hour, designer")
    life.send(further.INVITATION, caption=caption)
    assert {name: getattr(life.job, name) for name in expected} == expected
    assert ("Plan it" in life.buttons, len(life.known.opportunities if life.known else ())) == (True, 1)


def test_a_caption_that_tells_the_same_talk_makes_no_second_one() -> None:
    life = Life.begun("2026-06-10T09:00")
    life.send(further.INVITATION, caption="My interview with Acme on 15 July at 3pm for an hour, designer")
    life.press("Plan it")
    assert life.known is not None
    assert (len(life.known.interviews), life.job.employer) == (1, "Acme")


async def test_after_the_question_for_one_any_address_is_tried_and_none_is_kept_as_a_note() -> None:
    told = await transcript_of(
        steps(
            {"now": "2026-06-10T09:00", "tz": "Europe/London", "person": "ana", "language": "en"},
            {"say": "/start"},
            {"press": "Yes"},
            {"say": "http://cal.example.test/secret"},
            {"say": "/calendar"},
            {"say": "http://cal.example.test/secret"},
        )
    )
    assert ["Connected to cal.example.test" in text for text in said(told)[-3:]].count(True) == 1


def test_a_question_that_is_left_takes_no_address_later() -> None:
    life = Life.begun("2026-06-10T09:00")
    life.take(replace(translate(message("/calendar")), feeds=True))
    assert life.known is not None
    assert life.known.person.asking == "calendar_address"
    life.take(replace(translate(message("Interview with Acme tomorrow at 3pm for an hour")), feeds=True))
    assert life.known.person.asking != "calendar_address"


def message(text: str) -> dict[str, Any]:
    """An update as it comes."""
    sender = {"id": 7, "is_bot": False, "first_name": "Ana", "language_code": "en"}
    chat = {"id": 7, "type": "private"}
    return {"update_id": 1, "message": {"message_id": 1, "date": 0, "chat": chat, "from": sender, "text": text}}
