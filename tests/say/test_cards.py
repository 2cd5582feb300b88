"""An Interview as it is shown: nothing that is only assumed."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.say.cards import card, card_presses, span, start, title
from bot.words.named import Moment, Value, text
from storage.facts import Interview
from tests.say.facts import END, HOUR, acme, ahead, german, life, pressed, talked, words


def test_a_title_names_the_role_only_when_there_is_one() -> None:
    assert words(title(acme()), life()) == "Acme"
    assert words(title(acme(role="designer")), life()) == "Acme · designer"


@pytest.mark.parametrize(
    ("interview", "shown"),
    [
        (ahead(), "Thu 10 Dec, 14:00–15:00"),
        (ahead(end=ahead().end + timedelta(hours=20)), "Thu 10 Dec, 14:00–Fri 11 Dec, 11:00"),
        (ahead(length_known=False), "Thu 10 Dec, 14:00"),
        (ahead(start_known=False), "Thu 10 Dec"),
        (ahead(day_known=False, start_known=False), "day not known yet"),
    ],
)
def test_a_span_shows_what_is_known(interview: Interview, shown: str) -> None:
    assert words(span(life(interview), interview), life(interview)) == shown


@pytest.mark.parametrize(
    ("interview", "shown"),
    [
        (ahead(), Moment(ahead().start, "t")),
        (ahead(start_known=False), ahead().start.date()),
        (ahead(day_known=False, start_known=False), text("when.unknown")),
    ],
)
def test_a_start_is_the_clock_time_or_the_day(interview: Interview, shown: Value) -> None:
    assert start(life(interview), interview) == shown


def test_a_moment_is_one_that_telegram_shows_in_the_readers_zone() -> None:
    assert span(life(ahead()), ahead()).parts[0] == Moment(ahead().start)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("interview", "key"),
    [
        (ahead(), "card.coming"),
        (ahead(start_known=False), "card.no_time"),
        (ahead(day_known=False, start_known=False), "card.no_day"),
        (talked(), "card.over"),
        (talked(start_known=False), "card.over"),
    ],
)
def test_the_card_promises_only_what_can_be_kept(interview: Interview, key: str) -> None:
    assert card(life(interview), END + HOUR, interview).key == key


def test_the_card_reads_well_in_both_languages() -> None:
    interview = ahead(start_known=False)
    known = replace(life(interview), opportunities=(acme(role="designer"),))
    said = "Acme · designer\nThu 10 Dec\n\nTell me the time, and I'm with you before it starts."
    assert words(card(known, END, interview), known) == said
    assert "Do., 10. Dezember" in words(card(known, END, interview), german(known))


def test_each_line_of_the_card_can_be_corrected() -> None:
    presses = card_presses(ahead(version=4))
    assert pressed(presses) == ["edit.start:3", "edit.length:3", "edit.employer:3", "edit.role:3", "drop:3"]
    assert {press.version for line in presses for press in line} == {4}
