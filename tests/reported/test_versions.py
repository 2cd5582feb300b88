"""Which version of an invitation counts, and what is said of one that does not: faults that others reported."""

from __future__ import annotations

import pytest

from tests.calendars.examples import opened
from tests.reported.life import Life, shared_file


def invitation(
    day: int, sequence: str = "", stamp: str = "20260601T080000Z", *, method: str = "REQUEST", more: str = ""
) -> bytes:
    """An hour at Acme, 14:00 to 15:00 UTC in July; `more`: further lines."""
    lines = [
        *("BEGIN:VCALENDAR", f"METHOD:{method}", "BEGIN:VEVENT", "UID:k@x.test", f"DTSTAMP:{stamp}"),
        *([f"SEQUENCE:{sequence}"] if sequence else []),
        *(f"DTSTART:202607{day}T140000Z", "SUMMARY:Interview with Acme", *more.splitlines()),
        *("END:VEVENT", "END:VCALENDAR", ""),
    ]
    return "\r\n".join(lines).encode()


END = "DTEND:202607{}T150000Z"


@pytest.mark.parametrize(
    ("first", "second", "day"),
    [
        (("1", "20260601T080000Z"), ("1780300000", "20260601T090000Z"), 16),
        (("1761955200000", "20260601T090000Z"), ("1761955100000", "20260601T080000Z"), 15),
        (("9", "20260601T080000Z"), ("10", "20260601T090000Z"), 16),
        (("2606011158", "20260601T080000Z"), ("2606011200", "20260601T090000Z"), 16),
        (("99999999999999999999", "20260601T080000Z"), ("3", "20260601T090000Z"), 15),
        (("0", "20260601T090000Z"), ("0", "20260601T080000Z"), 15),
        (("1.0", "20260601T080000Z"), ("2.0", "20260601T090000Z"), 16),
        ((" 1 ", "20260601T080000Z"), ("+2", "20260601T090000Z"), 16),
    ],
)
def test_a_sequence_of_any_size_counts(first: tuple[str, str], second: tuple[str, str], day: int) -> None:
    life = Life.begun("2026-06-10T09:00")
    life.send(invitation(15, *first, more=END.format(15))).press("Plan it")
    life.send(invitation(16, *second, more=END.format(16)))
    assert life.talk.start.day == day


def test_the_files_of_the_reports_replace_one_another() -> None:
    life = Life.begun("2026-06-10T09:00").send(shared_file("c11_sequence_0.ics")).press("Plan it")
    life.send(shared_file("c11_sequence_1.ics"))
    assert f"{life.talk.start:%d %H:%M}" == "15 16:00"


def test_overescaped_text_is_healed() -> None:
    (found,) = opened(shared_file("c15_escapes.ics")).occurrences
    assert found.title == 'Interview: Acme "North" & Sons <HQ>'


@pytest.mark.parametrize(
    ("sequence", "stamp", "moved"),
    [("0", "20260603T080000Z", True), ("0", "20260601T070000Z", False), ("1", "20260601T070000Z", True)],
)
def test_a_cancellation_that_is_too_old_is_told_with_its_true_reason(sequence: str, stamp: str, moved: bool) -> None:
    life = Life.begun("2026-06-10T09:00").send(invitation(15, "0", more=END.format(15))).press("Plan it")
    if moved:
        life.send(invitation(16, "2", "20260602T080000Z", more=END.format(16)))
    life.send(invitation(16, sequence, stamp, method="CANCEL", more="STATUS:CANCELLED"))
    assert "was not planned" not in life.text
    assert not life.talk.cancelled
    assert "older" in life.text


def test_a_cancellation_of_something_unknown_says_so() -> None:
    life = Life.begun("2026-06-10T09:00").send(invitation(16, "1", method="CANCEL", more="STATUS:CANCELLED"))
    assert "was not planned" in life.text


def test_an_end_that_is_told_later_is_learned() -> None:
    life = Life.begun("2026-06-10T09:00").send(invitation(15, "0")).press("Plan it")
    life.send(invitation(15, "1", "20260602T080000Z", more="DTEND:20260715T163000Z"))
    assert (life.talk.length_known, f"{life.talk.end:%H:%M}") == (True, "16:30")
