"""Is it 14:05 for you now? Asked seldom, answered with yes, no, a city or a button."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from bot.decide.zone import ZONE, zone_open
from bot.hear.act import Act
from storage.facts import Known
from tests.decide.rows import NOW, acme, bare, ledger, press
from tests.decide.turns import Turns


def guessed() -> Known:
    known = acme()
    return replace(known, person=replace(known.person, zone_confirmed=False))


def test_it_is_open_until_it_is_told_and_not_again_within_six_hours() -> None:
    known = guessed()
    assert (zone_open(known, NOW), zone_open(acme(), NOW)) == (0, None)
    asked = replace(known, person=replace(known.person, zone_asked_at=NOW))
    assert zone_open(asked, NOW + timedelta(hours=5)) is None
    assert zone_open(asked, NOW + timedelta(hours=6)) == 0


def test_after_two_times_in_vain_it_comes_back_once_a_day() -> None:
    turns, asked_at = Turns(guessed()), []
    for hour in range(0, 72, 2):
        now = NOW + timedelta(hours=hour)
        if zone_open(turns.known, now) is not None:
            made = ledger(turns.known, now=now)
            assert ZONE.say is not None
            ZONE.say(made, 0)
            turns.known = made.known
            asked_at.append(hour)
    assert asked_at == [0, 6, 30, 54]


@pytest.mark.parametrize(
    ("hour", "question"), [(2, "zone.city"), (5, "zone.city"), (23, "zone.city"), (22, "zone.is_it.why")]
)
def test_nobody_is_asked_whether_it_is_night(hour: int, question: str) -> None:
    turns = asked(NOW.replace(hour=hour))
    assert turns.keys == [question]
    assert bool(turns.verbs) is (question == "zone.is_it.why")
    if question == "zone.city":
        assert ZONE.means is not None
        turns.hear(bare("yes"))
        assert not turns.known.person.zone_confirmed, "no hour was named that could be right"


def asked(now: datetime = NOW) -> Turns:
    turns = Turns(guessed(), now)
    assert ZONE.say is not None
    turns.last.ask("zone", 0)
    ZONE.say(turns.last, 0)
    turns.known = turns.last.known
    return turns


def test_it_names_the_time_and_remembers_when_it_was_asked() -> None:
    turns = asked()
    assert turns.said == "Is it 12:00 for you now? Once I know, I can ask and remind you by myself."
    assert turns.verbs == ["zone.yes", "zone.no"]
    assert turns.known.person.zone_asked_at == NOW


def test_yes_confirms_it() -> None:
    for yes in (bare("yes"), press("zone.yes", "yes", 0, asked="zone")):
        turns = asked().hear(yes)
        assert turns.known.person.zone_confirmed
        assert turns.keys[0] == "kept.place"


def test_no_asks_for_the_place_and_the_place_is_the_answer() -> None:
    for no in (bare("no"), press("zone.no", "no", 0, asked="zone")):
        turns = asked().hear(no)
        assert (turns.keys, turns.asked) == (["again.zone"], "zone")
        turns.hear(bare("place", city="Lisbon"))
        assert (turns.known.person.zone, turns.known.person.zone_confirmed) == ("Europe/Lisbon", True)


@pytest.mark.parametrize("name", ["yes", "no"])
def test_a_yes_or_a_no_of_a_longer_message_is_about_something_else(name: str) -> None:
    made = ledger(asked().known)
    assert ZONE.means is not None
    for words, is_answer in (("yes i sent both of them thank you emails", False), ("yes that is right", True)):
        made.incoming = replace(made.incoming, text=words)
        assert (ZONE.means(made, bare(name)) is not None) is is_answer


def test_no_and_the_place_in_one_breath() -> None:
    turns = asked().hear(bare("place", zone="Europe/Lisbon"), bare("no"))
    assert (turns.known.person.zone, turns.keys[0]) == ("Europe/Lisbon", "kept.place")
    assert "again.zone" not in turns.keys


def test_anything_else_is_no_answer() -> None:
    turns = asked()
    assert ZONE.means is not None
    assert ZONE.means(turns.last, bare("skip")) is None
    turns.hear(Act("felt", {"mood": "great"}))
    assert not turns.known.person.zone_confirmed
    assert turns.asked != "zone"
