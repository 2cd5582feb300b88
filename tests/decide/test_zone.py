"""Is it 14:05 for you now? Asked seldom, answered with yes, no, a city or a button."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.decide.zone import ZONE, zone_open
from bot.hear.act import Act
from storage.facts import Known
from tests.decide.rows import NOW, acme, bare, press
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


def asked() -> Turns:
    turns = Turns(guessed())
    assert ZONE.say is not None
    turns.last.ask("zone", 0)
    ZONE.say(turns.last, 0)
    turns.known = turns.last.known
    return turns


def test_it_names_the_time_and_remembers_when_it_was_asked() -> None:
    turns = asked()
    assert turns.said == "Is it 12:00 for you now?"
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
