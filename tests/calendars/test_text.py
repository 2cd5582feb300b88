"""The text pass: bytes to lines, whatever a stranger's program did to them."""

from __future__ import annotations

import pytest

from bot.calendars.text import MOST_EDGES, TooMuch, components, decode, lines, parse
from tests.calendars.examples import START, calendar, event, only, opened, starts


def test_a_fold_may_fall_inside_a_letter() -> None:
    assert decode(b"SUMMARY:Caf" + b"\xc3\r\n \xa9") == "SUMMARY:Café"


@pytest.mark.parametrize("fold", ["\r\n ", "\n ", "\r ", "\r\n\t"])
def test_every_kind_of_fold_is_undone(fold: str) -> None:
    assert decode(f"SUMMARY:Inter{fold}view".encode()) == "SUMMARY:Interview"


@pytest.mark.parametrize(
    "data",
    [
        "SUMMARY:Gespräch".encode(),
        "SUMMARY:Gespräch".encode("cp1252"),
        "SUMMARY:Gespräch".encode("utf-16"),
        b"\xef\xbb\xbf" + "SUMMARY:Gespräch".encode(),
    ],
)
def test_letters_are_read_in_the_encodings_that_calendars_use(data: bytes) -> None:
    assert decode(data) == "SUMMARY:Gespräch"


def test_one_line_in_an_old_encoding_leaves_the_others_as_they_are() -> None:
    assert decode("A:é\n".encode() + "B:é".encode("cp1252")) == "A:é\nB:é"


def test_a_file_that_was_indented_as_a_whole_is_read() -> None:
    assert starts(b"    BEGIN:VEVENT\n    DTSTART:20260910T120000Z\n    END:VEVENT\n") == ["2026-09-10 12:00"]


def test_a_colon_in_quotation_marks_does_not_end_the_name() -> None:
    line = parse('DTSTART;TZID="tzone://Microsoft/Utc";X=1:20260910T120000')
    assert line is not None
    assert (line.params["TZID"], line.value) == ("tzone://Microsoft/Utc", "20260910T120000")


def test_quotation_marks_that_do_not_match_up_end_at_the_first_colon() -> None:
    line = parse('ORGANIZER;CN="Sam:mailto:sam@acme.example')
    assert line is not None
    assert line.value == "mailto:sam@acme.example"


@pytest.mark.parametrize("raw", ["no colon", "", "DTSTART;TZID=Ame\x00rica:20260910T120000"])
def test_what_is_no_content_line_is_passed_over(raw: str) -> None:
    assert parse(raw) is None


def test_escapes_are_undone() -> None:
    assert (
        only(START, r"SUMMARY:Interview\, round 2\; Acme\nBerlin \\o/").summary
        == "Interview, round 2; Acme\nBerlin \\o/"
    )


def test_quoted_printable_is_decoded_over_several_lines() -> None:
    found = lines("SUMMARY;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:Gespr=C3=A4=\nch\nLOCATION:Berlin")
    assert [line.value for line in found] == ["Gespräch", "Berlin"]


@pytest.mark.parametrize("head", ["SUMMARY;QUOTED-PRINTABLE", "SUMMARY;ENCODING=QUOTED-PRINTABLE;CHARSET=klingon"])
def test_quoted_printable_is_decoded_whatever_it_says_of_itself(head: str) -> None:
    assert [line.value for line in lines(f"{head}:Gespr=E4ch")] == ["Gespräch"]


def test_alarms_do_not_speak_for_their_event() -> None:
    alarm = "BEGIN:VALARM\r\nSUMMARY:Wake up\r\nDTSTART:20200101T000000Z\r\nTRIGGER:never\r\nEND:VALARM"
    found = only(alarm, START, "SUMMARY:Interview")
    assert (found.summary, found.start.year) == ("Interview", 2026)


def test_names_are_read_in_any_case() -> None:
    assert starts(b"begin:vCalendar\nBegin:vEvent\ndtstart:20260910T120000Z\nend:vEvent\nend:vCalendar") != []


def test_an_event_without_a_calendar_around_it_is_read() -> None:
    assert starts(event(START).encode()) == ["2026-09-10 12:00"]


def test_two_calendars_in_one_file_are_both_read() -> None:
    assert len(starts(calendar(event(START)) + calendar(event(START)))) == 2


def test_an_end_that_was_forgotten_costs_no_other_event() -> None:
    text = f"BEGIN:VCALENDAR\nBEGIN:VEVENT\n{START}\nBEGIN:VALARM\nBEGIN:VEVENT\n{START}\nEND:VEVENT\nEND:VCALENDAR"
    assert len(starts(text.encode())) == 2


def test_an_end_without_a_begin_is_passed_over() -> None:
    assert opened(calendar("END:VALARM\r\n", event(START))).whole


def test_components_deep_inside_one_another_are_no_trouble() -> None:
    assert components("BEGIN:VALARM\n" * 5000).closed


def test_more_components_than_any_calendar_has_are_refused() -> None:
    with pytest.raises(TooMuch):
        components("END:X\n" * (MOST_EDGES + 1))
