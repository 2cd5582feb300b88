"""A time with a zone of its own stays where it is when the Person's zone becomes known."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.respond import respond
from bot.turn import Incoming, Kind
from storage.facts import Known
from tests.in_place import ANA

MONDAY = datetime(2026, 11, 30, 12, tzinfo=UTC)
AT_THREE_IN_NEW_YORK = datetime(2026, 12, 1, 20, tzinfo=UTC)


def typed(*words: str) -> Known:
    """What is known of somebody who has not said where they are, after all this."""
    known: Known | None = None
    for one in words:
        incoming = Incoming(kind=Kind.TEXT, person_id=ANA, chat_id=ANA, name="Ana", language_code="en", text=one)
        known = respond(incoming, known, MONDAY).known
    assert known is not None
    return known


@pytest.mark.parametrize(
    "words",
    [
        ("Interview with Acme tomorrow at 3pm New York time for an hour, designer",),
        ("I have an interview tomorrow at 3pm New York time", "Acme"),
        ("/interview Acme", "tomorrow 3pm EST"),
    ],
)
def test_a_zone_that_was_named_counts_for_good(words: tuple[str, ...]) -> None:
    before = typed(*words)
    assert before.interviews[0].start == AT_THREE_IN_NEW_YORK
    for city in ("I'm in Lisbon", "I'm in Tokyo"):
        after = typed(*words, city)
        assert after.person.zone_confirmed
        assert after.interviews[0].start == AT_THREE_IN_NEW_YORK


def test_a_zone_that_was_named_counts_while_the_employer_is_still_unknown() -> None:
    known = typed("I have an interview tomorrow at 3pm New York time", "I'm in Tokyo", "Acme")
    assert known.interviews[0].start == AT_THREE_IN_NEW_YORK


def test_a_plain_clock_time_moves_with_the_person() -> None:
    known = typed("Interview with Acme tomorrow at 3pm for an hour, designer", "I'm in Tokyo")
    assert known.interviews[0].start == datetime(2026, 12, 1, 6, tzinfo=UTC)


def test_a_place_told_with_a_time_is_where_its_clock_hangs() -> None:
    known = typed("I have an interview tomorrow at 10am with Figma, product designer. I'm in New York")
    assert known.interviews[0].start == datetime(2026, 12, 1, 15, tzinfo=UTC)
    assert known.person.zone_confirmed
