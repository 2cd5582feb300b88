"""Whole files: what is told of them, and what is said of those that give nothing."""

from __future__ import annotations

from email.message import EmailMessage

import pytest

from bot import words
from bot.calendars.events import LONGEST_FILE, Interest, Reason, shown
from tests.calendars.examples import START, calendar, event, moment, only, opened, refused

INVITATION = calendar(event(START, "SUMMARY:Interview"), head=("METHOD:REQUEST",))
OVER = "RRULE:FREQ=DAILY;UNTIL=20200920T120000Z"
AROUND = (moment("2026-09-01 00:00"), moment("2027-09-01 00:00"))


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \r\n\x00", "empty"),
        (b"x" * (LONGEST_FILE + 1), "too_big"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "picture"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"\x00\x00\x00\x18ftypheic", "picture"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8", "picture"),
        (b"PK\x03\x04rest", "archive"),
        (b"%PDF-1.7", "document"),
        (b"<!DOCTYPE html><html>Sign in</html>", "web_page"),
        (b'\xef\xbb\xbf<?xml version="1.0"?> <html>', "web_page"),
        (b'{"error": "not found"}', "not_a_calendar"),
        (b"Dear Jordan, see you on Monday at 3pm", "not_a_calendar"),
        (b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n", "cut_off"),
        (b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\nDTST", "cut_off"),
        (b"BEGIN:VCALENDAR\r\nBEGIN:VTODO\r\nDUE:20260910\r\nEND:VTODO\r\nEND:VCALENDAR\r\n", "no_event"),
        (calendar(event("SUMMARY:Interview")), "no_start"),
        (calendar(event(START, "RRULE:FREQ=DAILY;COUNT=1", "EXDATE:20260910T120000Z")), "no_start"),
        (b"BEGIN:VALARM\n" * 200_000, "too_heavy"),
    ],
)
def test_a_file_that_gives_nothing_is_refused_with_its_reason(data: bytes, reason: str) -> None:
    assert refused(data) == reason


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_is_one_sentence(reason: Reason) -> None:
    said = words.plain(f"calendar.rejected.{reason}")
    assert said.endswith(".")
    assert said.replace(".ics", "").count(".") == 1


def test_the_last_event_of_a_file_that_breaks_off_is_left_out() -> None:
    found = opened(INVITATION.removesuffix(b"END:VCALENDAR\r\n") + b"BEGIN:VEVENT\r\nUID:b\r\nDTSTART:20260911")
    assert ([one.uid for one in found.occurrences], found.whole, found.skipped) == (["a@example.com"], False, 1)


def test_what_the_event_says_is_told() -> None:
    found = only(
        *(
            START,
            "SUMMARY:Interview",
            "DESCRIPTION:Bring\\nyourself",
            "LOCATION:Berlin",
            "STATUS:tentative",
            "SEQUENCE:4",
        ),
        *("ORGANIZER;CN=Sam:MAILTO:sam@acme.example", "DTSTAMP:20260901T080000Z", "LAST-MODIFIED:20260902T080000Z"),
    )
    assert (found.summary, found.description, found.location) == ("Interview", "Bring\nyourself", "Berlin")
    assert (found.status, found.organizer, found.cancelled) == ("TENTATIVE", "sam@acme.example", False)
    assert found.version.sequence == 4
    assert (found.version.stamp, found.version.modified) == (moment("2026-09-01 08:00"), moment("2026-09-02 08:00"))


@pytest.mark.parametrize(
    ("line", "organizer"),
    [("ORGANIZER;CN=Sam:invalid:nomail", "Sam"), ("ORGANIZER;EMAIL=s@acme.example:x", "s@acme.example"), ("X:1", "")],
)
def test_the_organizer_is_an_address_or_at_least_a_name(line: str, organizer: str) -> None:
    assert only(START, line).organizer == organizer


def test_the_method_is_told() -> None:
    assert opened(INVITATION).method == "REQUEST"


@pytest.mark.parametrize(
    "data",
    [
        calendar(event(START), head=("METHOD:CANCEL",)),
        calendar(event(START, "STATUS:CANCELLED")),
        calendar(event(START, "SUMMARY:Canceled: Interview")),
        calendar(event(START, "SUMMARY:Abgesagt: Vorstellungsgespräch")),
    ],
)
def test_a_cancellation_is_known_by_method_status_or_title(data: bytes) -> None:
    found = opened(data)
    assert [one.cancelled for one in found.occurrences] == [True]
    assert [one.uid for one in found.cancellations] == ["a@example.com"]


def test_a_cancellation_needs_no_start() -> None:
    found = opened(calendar(event("SEQUENCE:3", "RECURRENCE-ID:20260910T120000Z"), head=("METHOD:CANCEL",)))
    (off,) = found.cancellations
    assert (off.version.sequence, off.recurrence, found.occurrences) == (3, moment("2026-09-10 12:00"), ())


def test_a_cancellation_without_a_start_may_have_rules() -> None:
    data = calendar(event("STATUS:CANCELLED", "RRULE:FREQ=DAILY;COUNT=3"), head=("METHOD:CANCEL",))
    assert [one.uid for one in opened(data).cancellations] == ["a@example.com"]


def test_a_feed_that_has_become_empty_is_no_mistake() -> None:
    assert opened(b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", interest=Interest()).occurrences == ()


def test_a_feed_gives_possible_interviews_and_what_is_planned() -> None:
    data = calendar(
        event(START, "SUMMARY:Interview with Acme", uid="interview"),
        event(START, "SUMMARY:Dentist", uid="dentist"),
        event(START, "SUMMARY:See Sam", uid="planned"),
        event("DTSTART:20200910T120000Z", "SUMMARY:Interview", uid="old"),
        event("DTSTART:20200910T120000Z", OVER, "SUMMARY:Interview", uid="over"),
        event("DTSTART:20200910T120000Z", "RRULE:FREQ=YEARLY", "SUMMARY:Interview", uid="yearly"),
        event("DTSTART:20200911T120000Z", OVER, "RRULE:FREQ=YEARLY", "SUMMARY:Interview", uid="yearly too"),
    )
    found = opened(data, window=AROUND, interest=Interest(uids=("planned",)))
    assert [one.uid for one in found.occurrences] == ["interview", "planned", "yearly", "yearly too"]


def test_an_older_version_is_no_news_when_the_newer_one_lies_elsewhere() -> None:
    moved = event("DTSTART:20300910T120000Z", "SUMMARY:Interview", "SEQUENCE:2")
    assert opened(calendar(event(START, "SUMMARY:Interview"), moved), window=AROUND).occurrences == ()


def test_an_event_of_the_old_calendar_format_is_read() -> None:
    data = (
        b"BEGIN:VCALENDAR\r\nVERSION:1.0\r\nTZ:-05:00\r\nBEGIN:VEVENT\r\nDTSTART:20260910T120000\r\n"
        b"SUMMARY;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:Vorstellungsgespr=C3=A4ch\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )
    (found,) = opened(data).occurrences
    assert (found.summary, found.start) == ("Vorstellungsgespräch", moment("2026-09-10 17:00"))


def test_a_strangers_title_is_made_fit_to_be_shown() -> None:
    assert shown("Interview \u202egnp.exe\u202c\u200b\n\tend\x07") == "Interview gnp.exe end"
    assert len(shown("x" * 300)) == 200


# Mails


def mail(**attached: str) -> EmailMessage:
    message = EmailMessage()
    message["Subject"] = "Your interview"
    message.set_content("See you then.")
    for kind, name in attached.items():
        message.add_attachment(
            INVITATION, maintype="text" if kind == "text" else "application", subtype="x", filename=name
        )
    return message


def test_the_invitation_in_a_forwarded_mail_is_read() -> None:
    message = mail()
    message.add_alternative(INVITATION.decode(), subtype="calendar", params={"method": "REQUEST"})
    assert opened(bytes(message)).occurrences[0].summary == "Interview"


def test_an_attached_file_is_read_whatever_its_kind_is_called() -> None:
    assert opened(bytes(mail(octets="Invite.ICS"))).occurrences[0].summary == "Interview"


def test_a_mail_inside_a_mail_is_looked_into() -> None:
    outer = mail()
    outer.add_attachment(mail(octets="invite.ics"))
    assert opened(bytes(outer)).occurrences[0].summary == "Interview"


@pytest.mark.parametrize("charset", [b"x\0y", b"undefined", b"base64", b"no-such", b'"'])
def test_letters_that_nobody_knows_are_read_as_they_stand(charset: bytes) -> None:
    head = b"From: a@b.example\r\nMIME-Version: 1.0\r\nContent-Type: text/calendar; charset=" + charset + b"\r\n\r\n"
    assert opened(head + INVITATION).occurrences[0].summary == "Interview"


def test_an_empty_invitation_in_a_mail_is_passed_over() -> None:
    message = mail()
    message.add_attachment(b" ", maintype="text", subtype="calendar", filename="empty.ics")
    message.add_attachment(INVITATION, maintype="application", subtype="x", filename="invite.ics")
    assert opened(bytes(message)).occurrences[0].summary == "Interview"


def test_a_mail_without_an_invitation_is_refused() -> None:
    message = mail()
    message.add_attachment(b"%PDF-1.7", maintype="application", subtype="octet-stream", filename="letter.pdf")
    assert refused(bytes(message)) == "mail_without_calendar"


def test_an_invitation_is_found_whatever_its_file_is_called() -> None:
    assert opened(bytes(mail(octets="letter.pdf"))).occurrences[0].summary == "Interview"


def test_a_mail_of_endless_parts_is_not_followed() -> None:
    message = mail()
    for _ in range(120):
        message.add_attachment(b"x", maintype="application", subtype="x", filename="x.bin")
    message.add_attachment(INVITATION, maintype="application", subtype="x", filename="invite.ics")
    assert refused(bytes(message)) == "mail_without_calendar"


def test_a_calendar_that_speaks_of_mail_is_no_mail() -> None:
    assert opened(b"X-NOTE:1\r\nBEGIN:VCALENDAR\r\n" + event(START, "DESCRIPTION:x\r\nReceived:1").encode()).occurrences
