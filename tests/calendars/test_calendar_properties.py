"""What holds for any bytes at all: reading never fails, and what it gives is in order and can be told."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.calendars import wire
from bot.calendars.events import Interest, Reading, Wanted, shown
from bot.calendars.plan import Plan, after_feed, after_file
from bot.calendars.reading import read
from bot.calendars.titles import label

NOW = datetime(2026, 9, 2, 8, tzinfo=UTC)
WINDOW = (NOW - timedelta(days=7), NOW + timedelta(days=400))
PIECES = [
    *("BEGIN:VCALENDAR", "END:VCALENDAR", "BEGIN:VEVENT", "END:VEVENT", "BEGIN:VALARM", "END:VALARM", "METHOD:CANCEL"),
    *(
        "UID:a",
        "UID:b",
        "UID:",
        "SEQUENCE:1",
        "SEQUENCE:-",
        "DTSTAMP:20260901T080000Z",
        "LAST-MODIFIED:x",
        "METHOD:REPLY",
    ),
    *("DTSTART:20260910T120000Z", "DTSTART;VALUE=DATE:20260910", "DTSTART;TZID=Europe/Berlin:20261025T023000"),
    *("DTSTART:99991231T235959", "DTSTART:00010101T000000", "DTSTART;TZID=Own:20260910T120000", "DTSTART:00010101"),
    *(
        "DTEND:20260910T130000Z",
        "DTEND:20260910",
        "DURATION:PT1H",
        "DURATION:-P1D",
        "DURATION:P999999W",
        "DTEND:99991231",
    ),
    *("RRULE:FREQ=DAILY;COUNT=3", "RRULE:FREQ=WEEKLY;UNTIL=20261001", "RRULE:FREQ=MONTHLY;BYDAY=-1FR", "RRULE:D1 #3"),
    *(
        "RRULE:FREQ=YEARLY",
        "RRULE:FREQ=SECONDLY",
        "RRULE:FREQ=DAILY;UNTIL=x",
        "EXRULE:FREQ=DAILY",
        "RRULE:FREQ=DAILY;BYDAY=9XX",
    ),
    *(
        "RDATE:20260911T120000Z,20260912",
        "RDATE;VALUE=PERIOD:20260911T120000Z/PT1H",
        "EXDATE:20260911T120000Z",
        "EXDATE:,",
    ),
    *(
        "RECURRENCE-ID:20260911T120000Z",
        "RECURRENCE-ID;RANGE=THISANDFUTURE:20260911",
        "STATUS:CANCELLED",
        "SUMMARY:Interview",
    ),
    *(
        "SUMMARY;ENCODING=QUOTED-PRINTABLE:=E4=",
        "DESCRIPTION:" + "x" * 100,
        " fold",
        "\tfold",
        "X-WR-TIMEZONE:Asia/Tokyo",
        ":",
    ),
    *(
        "BEGIN:VTIMEZONE",
        "END:VTIMEZONE",
        "TZID:Own",
        "BEGIN:DAYLIGHT",
        "END:DAYLIGHT",
        "TZOFFSETFROM:+0100",
        "TZOFFSETTO:+0200",
    ),
    *('ORGANIZER;CN="a:b', "VERSION:1.0", "TZ:+01", "Content-Type: text/calendar", "MIME-Version: 1.0", ""),
]
files = st.one_of(
    st.binary(max_size=300),
    st.lists(st.sampled_from(PIECES), max_size=30).map(lambda pieces: "\r\n".join(pieces).encode()),
    st.lists(st.sampled_from(PIECES), max_size=20).map(
        lambda pieces: "\n".join(
            ["BEGIN:VCALENDAR", "BEGIN:VEVENT", "DTSTART:20260910T120000Z", *pieces, "END:VEVENT"]
        ).encode()
    ),
    st.tuples(st.sampled_from(PIECES), st.binary(max_size=60)).map(
        lambda parts: b"BEGIN:VEVENT\n" + parts[0].encode() + parts[1] + b"\nDTSTART:20260910\nEND:VEVENT"
    ),
)
TWICE_WITHOUT_A_UID = b"\nBEGIN:VEVENT\nDTSTART:20260910T120000\nBEGIN:VEVENT\nDTSTART:20260910T120000\nEND:VEVENT"
TWICE_WITH_A_UID = b"\n".join(
    b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nDTSTART:202609%dT120000\nEND:VEVENT\nEND:VCALENDAR" % day
    for day in (10, 11)
)
questions = st.builds(
    Wanted,
    zone=st.sampled_from(["Europe/Berlin", "Nowhere"]),
    window=st.sampled_from([None, WINDOW]),
    interest=st.sampled_from([None, Interest(uids=("a",))]),
    limit=st.sampled_from([1, 6, 50]),
)


@settings(max_examples=300, deadline=None)
@given(files, questions)
def test_any_file_can_be_read_and_told(data: bytes, wanted: Wanted) -> None:
    found = read(data, wanted)
    assert wire.unpack_answer(wire.pack(found)) == found
    if isinstance(found, Reading):
        starts = [one.start.isoformat() for one in found.occurrences]
        assert starts == sorted(starts)
        assert len(starts) <= wanted.limit
        assert all(one.end.isoformat() >= one.start.isoformat() for one in found.occurrences)


@settings(max_examples=150, deadline=None)
@given(st.lists(files, max_size=4), st.booleans())
@example([TWICE_WITHOUT_A_UID], False)
@example([TWICE_WITH_A_UID], False)
def test_a_file_that_comes_twice_changes_nothing_more(every: list[bytes], is_feed: bool) -> None:
    plan, after = Plan(), after_feed if is_feed else after_file
    for data in every:
        found = read(data, Wanted(window=WINDOW, interest=Interest() if is_feed else None))
        if isinstance(found, Reading):
            plan = after(plan, found, NOW).plan
            again = after(plan, found, NOW)
            assert [one.start for one in again.plan.live] == [one.start for one in plan.live]


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=200), st.text(max_size=200), st.text(max_size=40), st.text(max_size=40))
def test_any_title_has_a_label_and_can_be_shown(title: str, description: str, organizer: str, location: str) -> None:
    assert label(title, description, organizer, location, [title[:9]]) in ("interview", "ask", "not")
    assert len(shown(title)) <= 200
    assert "\n" not in shown(title)
