"""What holds for any text at all: reading never fails, never contradicts itself, and never depends on chance."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.hear.times import (
    InterviewRead,
    SnoozeRead,
    WindowRead,
    read_interview_time,
    read_length,
    read_place,
    read_snooze,
    read_window,
)
from tests.reading.examples import HEARD, phrases

ZONES = ("Europe/London", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "America/Toronto", "UTC")
WORDS = """
by before after until within next this last week month friday monday the 3rd 31st 29 feb may june
12/11 2026-02-29 early mid late end of or and not between to - 2-3 weeks days a couple few business
working tomorrow today at 10 3pm 9:30 half past quarter noon an hour for in about they will call
interview decide , . ? ! ( ) sorry no wait if once when every year q3 easter christmas holidays
weekend eod est utc+2 0 00 99 1400 24:00 31/02 1.5 14h30 2h m über nächste woche bis vor 15.
""".split()  # noqa: SIM905

HEARD_WORDS = sorted({word for record in phrases(HEARD) for word in record["text"].split()})

texts = st.one_of(
    st.text(max_size=200),
    st.lists(st.sampled_from(HEARD_WORDS), max_size=15).map(" ".join),
    st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join),
    st.lists(st.sampled_from(WORDS), max_size=12).map("".join),
)
moments = st.builds(
    lambda moment, zone: moment.replace(tzinfo=UTC).astimezone(ZoneInfo(zone)),
    st.datetimes(datetime(2024, 1, 1), datetime(2035, 12, 31)),
    st.sampled_from(ZONES),
)
languages = st.sampled_from(("en", "de"))
many = settings(max_examples=300, deadline=None)


@many
@given(texts, moments, languages)
def test_a_window_ends_after_it_begins(text: str, now: datetime, language: str) -> None:
    read = read_window(text, now, language)
    if isinstance(read, WindowRead) and read.earliest and read.latest:
        assert read.earliest <= read.latest
    assert read_window(text, now, language) == read


@many
@given(texts, moments, languages)
def test_a_window_that_is_read_has_a_bound(text: str, now: datetime, language: str) -> None:
    read = read_window(text, now, language)
    assert not isinstance(read, WindowRead) or read.earliest or read.latest


@many
@given(texts, moments, languages)
def test_an_interview_ends_after_it_begins_and_hangs_on_the_persons_clock(
    text: str, now: datetime, language: str
) -> None:
    read = read_interview_time(text, now, language)
    if isinstance(read, InterviewRead):
        assert read.start.tzinfo is now.tzinfo
        assert read.end is None or read.end.astimezone(UTC) > read.start.astimezone(UTC)
    assert read_interview_time(text, now, language) == read


@many
@given(texts, moments, languages)
def test_a_reminder_lies_ahead(text: str, now: datetime, language: str) -> None:
    read = read_snooze(text, now, language)
    assert not isinstance(read, SnoozeRead) or read.at > now


@many
@given(texts, moments)
def test_places_and_lengths_are_read_or_not_without_failing(text: str, now: datetime) -> None:
    read_place(text, now)
    minutes = read_length(text)
    assert minutes is None or minutes > 0


@settings(max_examples=10, deadline=None)
@given(st.sampled_from((*WORDS, "🤞", "\u202e", "9", "a", "\ud800")), moments)
def test_the_longest_messages_are_read_too(word: str, now: datetime) -> None:
    text = (word + " ") * (4096 // (len(word) + 1))
    read_window(text, now)
    read_interview_time(text, now)
    read_snooze(text, now)
