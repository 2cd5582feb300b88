"""Places and zones: what people call the place where their clock stands."""

from __future__ import annotations

from zoneinfo import ZoneInfo, available_timezones

import pytest

from bot.hear.times import Ask, PlaceChoice, PlaceRead, Reason, read_place
from bot.hear.times.gazetteer import places, regions, zones
from bot.hear.times.places import WELL_KNOWN
from tests.reading.examples import at

NOW = at("2026-06-10T12:05", "UTC")


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("Berlin", "Europe/Berlin"),
        ("Berlin, Germany", "Europe/Berlin"),
        ("I'm in New York", "America/New_York"),
        ("NYC", "America/New_York"),
        ("SF", "America/Los_Angeles"),
        ("DC", "America/New_York"),
        ("Москва", "Europe/Moscow"),
        ("Питер", "Europe/Moscow"),
        ("München", "Europe/Berlin"),
        ("muenchen", "Europe/Berlin"),
        ("São Paulo", "America/Sao_Paulo"),
        ("sao paulo", "America/Sao_Paulo"),
        ("Saigon", "Asia/Ho_Chi_Minh"),
        ("Bombay", "Asia/Kolkata"),
        ("上海", "Asia/Shanghai"),
        ("תל אביב", "Asia/Jerusalem"),
        ("Bali", "Asia/Makassar"),
        ("UK", "Europe/London"),
        ("Deutschland", "Europe/Berlin"),
        ("Portland, OR", "America/Los_Angeles"),
        ("Portland Maine", "America/New_York"),
        ("Cambridge, MA", "America/New_York"),
        ("cambridge uk", "Europe/London"),
        ("Valencia Spain", "Europe/Madrid"),
        ("Tbilisi, Georgia", "Asia/Tbilisi"),
        ("Atlanta, Georgia", "America/New_York"),
        ("London, Ontario", "America/Toronto"),
        ("Amstredam", "Europe/Amsterdam"),
        ("nice, I'm in Toronto", "America/Toronto"),
        ("europe/berlin", "Europe/Berlin"),
        ("Asia/Calcutta", "Asia/Calcutta"),
        ("Ushuaia", "America/Argentina/Ushuaia"),
        ("UTC+2", "Etc/GMT-2"),
        ("GMT-3", "Etc/GMT+3"),
        ("+02:00", "Etc/GMT-2"),
        ("UTC +5:30", "Asia/Kolkata"),
        ("UTC", "Etc/UTC"),
        ("EST", "America/New_York"),
        ("pacific time", "America/Los_Angeles"),
        ("CET", "Europe/Berlin"),
        ("it's 2:05 pm in Lisbon", "Europe/Lisbon"),
        ("it's 14:05 here in London", "Europe/London"),
    ],
)
def test_a_place_has_its_zone(text: str, zone: str) -> None:
    read = read_place(text, NOW)
    assert isinstance(read, PlaceRead)
    assert read.zone == zone


@pytest.mark.parametrize(
    ("text", "some"),
    [
        ("Cambridge", {"Europe/London", "America/New_York"}),
        ("Birmingham", {"Europe/London", "America/Chicago"}),
        ("Portland", {"America/Los_Angeles", "America/New_York"}),
        ("Valencia", {"Europe/Madrid", "America/Caracas"}),
        ("Georgia", {"Asia/Tbilisi", "America/New_York"}),
        ("Washington", {"America/New_York", "America/Los_Angeles"}),
        ("USA", {"America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles"}),
        ("Canada", {"America/Toronto", "America/Vancouver"}),
        ("Australia", {"Australia/Sydney", "Australia/Perth"}),
        ("Brazil", {"America/Sao_Paulo", "America/Manaus"}),
        ("Russia", {"Europe/Moscow", "Asia/Vladivostok"}),
        ("Mexico", {"America/Mexico_City", "America/Tijuana"}),
        ("Indonesia", {"Asia/Jakarta", "Asia/Makassar"}),
        ("IST", {"Asia/Kolkata", "Europe/Dublin"}),
        ("it's 14:05 here", {"Europe/Berlin", "Africa/Johannesburg"}),
        ("2:05pm", {"Europe/Berlin"}),
        ("my clock says 21:05", {"Asia/Tokyo"}),
    ],
)
def test_several_likely_places_are_a_choice(text: str, some: set[str]) -> None:
    read = read_place(text, NOW)
    assert isinstance(read, PlaceChoice)
    assert some <= {option.zone for option in read.options}
    assert len({option.name for option in read.options}) == len(read.options)


@pytest.mark.parametrize("zone", ["UTC", "Asia/Tokyo"])
@pytest.mark.parametrize("hour", range(24))
def test_a_clock_alone_gives_few_zones_the_most_peopled_first(hour: int, zone: str) -> None:
    read = read_place(f"it's {hour:02}:05 here", at("2026-01-10T12:05", zone))
    options = read.options if isinstance(read, PlaceChoice) else (read,)
    zones_read = [option.zone for option in options if isinstance(option, PlaceRead)]
    assert len(zones_read) <= 4
    assert zones_read == sorted(zones_read, key=WELL_KNOWN.index)


@pytest.mark.parametrize("text", ["Remote", "somewhere", "", "🌍", "12", "99:99"])
def test_what_is_no_place_is_asked_again(text: str) -> None:
    assert read_place(text, NOW) == Ask(reason=Reason.NO_PLACE)


def test_every_place_has_zones_that_exist() -> None:
    assert {
        zone for namesakes in places().values() for place in namesakes for zone in place.zones
    } <= available_timezones()


def test_every_city_lies_in_a_region_with_a_name() -> None:
    """Its own, or the country of which it is a part."""
    wheres = {place.where for namesakes in places().values() for place in namesakes if place.where}
    missing = {where for where in wheres if not {where, where.partition("-")[0]} & set(regions())}
    assert missing <= CITY_STATES


CITY_STATES = frozenset(
    "IM JE GG MC LI VA SM MT AD GI AX FO GL SG BN TL HK MO MU RE SC CW AW GF FJ NC PF WS TO PR GU".split()  # noqa: SIM905
) | {"AU-ACT", "CA-YT", "CA-NT", "CA-NU"}
"""Small countries that go by the name of their one city."""


def test_the_table_knows_well_over_a_thousand_places() -> None:
    assert len({place for namesakes in places().values() for place in namesakes}) > 1500


def test_the_zones_are_those_of_the_time_zone_database() -> None:
    assert all(ZoneInfo(name) for name in zones().values())
