"""Where a Person may live who has not said so yet: their language narrows it down, and nothing else does.

Quiet. Data, with its reasons. Of places whose clocks show the same all year, one stands for all.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from zoneinfo import ZoneInfo

from scheduler.nudges.plan import zone_of
from storage.facts import Person

WESTERN_EUROPE = "Europe/London"
"""Also Dublin, Lisbon, the Canaries."""
CENTRAL_EUROPE = "Europe/Berlin"
"""Also Vienna, Zurich, Luxembourg, Bolzano, Paris, Brussels, Madrid, Rome, Amsterdam, Warsaw."""
ANYWHERE = (
    "Pacific/Honolulu",
    "America/Anchorage",
    "America/Los_Angeles",
    "America/Denver",
    "America/Chicago",
    "America/New_York",  # also Toronto
    "America/Halifax",
    "America/St_Johns",
    WESTERN_EUROPE,
    "Africa/Lagos",
    "Africa/Johannesburg",
    "Africa/Nairobi",
    "Asia/Karachi",
    "Asia/Kolkata",
    "Asia/Singapore",  # also Manila, Hong Kong, Perth
    "Australia/Adelaide",
    "Australia/Sydney",
    "Pacific/Auckland",
)
"""English is written all around the world, also by those whose own language the coach does not speak."""
BY_LANGUAGE: Mapping[str, tuple[str, ...]] = {
    "de": (CENTRAL_EUROPE,),  # Germany, Austria, Switzerland: one clock
    "en": ANYWHERE,
    "es": (
        CENTRAL_EUROPE,
        "Atlantic/Canary",
        "America/Argentina/Buenos_Aires",
        "America/Santiago",
        "America/Caracas",
        "America/Bogota",  # also Lima, Quito
        "America/Havana",
        "America/Mexico_City",  # also Guatemala, San José
        "America/New_York",
        "America/Los_Angeles",  # also Tijuana
    ),
    "fr": (
        CENTRAL_EUROPE,
        "Africa/Abidjan",  # also Dakar
        "Africa/Kinshasa",  # also Douala, Algiers, Tunis
        "Africa/Casablanca",
        "America/Toronto",  # also Montréal
        "America/Martinique",
        "Indian/Reunion",
    ),
    "it": (CENTRAL_EUROPE,),  # Italy, Ticino
    "nl": (CENTRAL_EUROPE, "America/Paramaribo"),
    "pl": (CENTRAL_EUROPE,),
    "pt": (
        "Europe/Lisbon",
        "Atlantic/Azores",
        "America/Sao_Paulo",
        "America/Manaus",
        "America/Rio_Branco",
        "Africa/Luanda",
        "Africa/Maputo",
    ),
}
"""IANA zones of the countries in which most of those live who write a language."""


def possible_zones(person: Person) -> tuple[ZoneInfo, ...]:
    """Every zone that the Person may live in: the one they have confirmed, or those of their language and the one
    that is guessed."""
    return (zone_of(person),) if person.zone_confirmed else _zones_of(person.language, person.zone)


def has_one_clock(language: str) -> bool:
    """Whether clocks show the same wherever most of those live who write it."""
    return len(BY_LANGUAGE.get(language.partition("-")[0], ANYWHERE)) == 1


@lru_cache(maxsize=256)
def _zones_of(language: str, guessed: str | None) -> tuple[ZoneInfo, ...]:
    """They are kept, for ZoneInfo itself remembers only a few and reads the others from their files again."""
    names = BY_LANGUAGE.get(language.partition("-")[0], ANYWHERE)
    return tuple(map(ZoneInfo, dict.fromkeys((*names, guessed) if guessed else names)))
