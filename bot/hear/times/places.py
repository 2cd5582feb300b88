"""Reading where a person's clock stands: a city, a country, a zone, an offset, or what the clock shows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.hear.times.answers import Ask, PlaceChoice, PlaceRead, Reason
from bot.hear.times.gazetteer import Place, first_words, fold, places, regions, typos, zones
from bot.hear.times.tokens import clean
from bot.hear.times.zones import ALSO_WORDS, FIRST_WORDS, OFFSET, fixed_zone, named_zones

MOST, MOST_GUESSES = 8, 4
LONGEST_NAME = 5
ORDINARY = frozenset(
    "nice reading bath mobile bend split cork hull derby tours essen male mesa salem us la bari nancy".split()  # noqa: SIM905
)
"""Names that are words too; they count only where no other place is named."""
STATE = re.compile(r"(?:,\s*|\s)([A-Za-z]{2})\W*$")
CLOCK = re.compile(r"(?<![\d:])(\d{1,2})(?:[:.h](\d{2}))?\s*([ap])?\.?m?\b", re.IGNORECASE)
ZONE_NAME = re.compile(r"\b[A-Za-z]+/[A-Za-z_+\-/0-9]+")
WELL_KNOWN = """
Asia/Kolkata Asia/Shanghai Europe/Berlin America/New_York Asia/Jakarta Asia/Karachi Africa/Lagos America/Sao_Paulo
Asia/Dhaka Asia/Tokyo Asia/Manila Africa/Cairo Europe/Moscow America/Mexico_City America/Chicago Asia/Tehran
Europe/Istanbul Europe/London America/Los_Angeles Africa/Johannesburg Africa/Nairobi Asia/Yangon America/Bogota
America/Argentina/Buenos_Aires Asia/Kabul Europe/Kyiv Asia/Tashkent Asia/Kathmandu America/Caracas America/Denver
America/Toronto Australia/Sydney Asia/Almaty Asia/Dubai America/Phoenix Asia/Singapore Australia/Brisbane
Pacific/Auckland Australia/Perth Australia/Adelaide America/Halifax Pacific/Honolulu America/Anchorage
America/St_Johns Atlantic/Cape_Verde Australia/Darwin Pacific/Noumea Atlantic/Azores Pacific/Apia
Pacific/Kiritimati Pacific/Pago_Pago Pacific/Chatham Pacific/Marquesas Atlantic/South_Georgia
""".split()  # noqa: SIM905
"""Zones offered to those who only say what their clock shows or how far it is from UTC, the most people first."""


def read_place(text: str, now: datetime) -> PlaceRead | PlaceChoice | Ask:
    """The zone of what the person typed; a choice where several are likely. `now`: aware, any zone."""
    typed = clean(text[:200])
    for look in (_zone_named, _offset, _named, _abbreviated):
        found = look(typed)
        if found:
            return found[0] if len(found) == 1 else PlaceChoice(options=tuple(found[:MOST]))
    guesses = _by_clock(typed, now)
    return PlaceChoice(options=tuple(guesses[:MOST_GUESSES])) if guesses else Ask(reason=Reason.NO_PLACE)


def begins_with_place(text: str, *, region: bool = False) -> bool:
    """Whether the first words are the name of a place, with or without an article: "the US". `region`: of a country, or
    of a part of one. "us" in small letters is one behind its article alone."""
    words = [word for word in re.split(r"[\s,;:!?()/|]+", fold(text)) if word]
    bare = words[1:] if words[:1] in (["the"], ["der"], ["den"], ["dem"]) else words
    if words[:1] == ["us"] and not text.lstrip().startswith("U"):
        return False
    spelled = [_spelled(word) for word in bare[:LONGEST_NAME]]
    names = filter(None, map(_first_name, (words, bare, spelled)))
    return any(place.region or not region for name in names for place in places()[name])


def _first_name(words: Sequence[str]) -> str | None:
    """The longest known name with which a row of words begins."""
    names = (" ".join(words[:count]) for count in range(min(LONGEST_NAME, len(words)), 0, -1))
    return next((name for name in names if name in places()), None)


def _zone_named(typed: str) -> list[PlaceRead]:
    """Europe/Berlin."""
    names = (zones().get(name.casefold().rstrip(".")) for name in ZONE_NAME.findall(typed))
    return [PlaceRead(zone=name, name=_city(name)) for name in names if name]


def _city(zone: str) -> str:
    return zone.rpartition("/")[2].replace("_", " ")


def _offset(typed: str) -> list[PlaceRead]:
    """UTC+2, GMT -3, +02:00. Where no zone of whole hours has it, the places that keep it."""
    match = re.search(r"(?:\b(?:utc|gmt)|^)\s*[+-]\s*\d{1,2}(?::?\d{2})?(?![\d:])", typed.strip(), re.IGNORECASE)
    parts = OFFSET.fullmatch(match.group().strip()) if match else None
    if parts is None:
        return []
    zone = fixed_zone(parts)
    sign, hours, minutes = parts.groups()
    if zone:
        return [PlaceRead(zone=zone, name=f"UTC{sign}{int(hours)}" if int(hours) else "UTC")]
    wanted = timedelta(hours=int(hours), minutes=int(minutes or 0)) * (1 if sign == "+" else -1)
    winter = datetime(2026, 1, 15)  # noqa: DTZ001 a wall-clock date, to ask each zone for its offset then
    return [_well_known(name) for name in WELL_KNOWN if ZoneInfo(name).utcoffset(winter) == wanted]


def _well_known(zone: str) -> PlaceRead:
    return PlaceRead(zone=zone, name=_city(zone))


def _named(typed: str) -> list[PlaceRead]:
    """Cities and countries, the longest names first; a region behind a city says which one."""
    words = [word for word in re.split(r"[\s,;:!?()/|]+", fold(typed)) if word]
    found = _matches(words) or _matches([_spelled(word) for word in words])
    several = [name for name in found if name not in ORDINARY]
    found = several or found
    if not found:
        return []
    state = _state(typed)
    return _resolve([places()[name] for name in found], state)


def _spelled(word: str) -> str:
    """As it is spelled; a word of a zone is no city with a slip in it: "eastern"."""
    return word if word in FIRST_WORDS else typos().right(word) or word


def _matches(words: Sequence[str]) -> list[str]:
    """The known names in a row of words, the longest at each place."""
    known, found, index = places(), [], 0
    while index < len(words):
        longest = min(LONGEST_NAME, len(words) - index) if words[index] in first_words() else 0
        for count in range(longest, 0, -1):
            name = " ".join(words[index : index + count])
            if name in known:
                found.append(name)
                index += count - 1
                break
        index += 1
    return found


def _state(typed: str) -> str | None:
    """Portland, OR: the two letters at the end."""
    match = STATE.search(typed.rstrip())
    letters = match.group(1) if match else ""
    if not letters.isupper() and "," not in typed:
        return None
    codes = (f"US-{letters.upper()}", f"CA-{letters.upper()}", letters.upper())
    return next((code for code in codes if code in regions()), None)


def _resolve(named: list[tuple[Place, ...]], state: str | None) -> list[PlaceRead]:
    """The places that fit together: a city in the region that is named with it, else everything that is named."""
    wheres = {place.where for namesakes in named for place in namesakes if place.region} | ({state} if state else set())
    inside = [
        place
        for namesakes in named
        for place in namesakes
        if not place.region and any(place.where == where or place.where.startswith(f"{where}-") for where in wheres)
    ]
    if inside:
        return _distinct(inside)
    return _distinct([place for namesakes in named for place in _best(namesakes)])


def _best(namesakes: Iterable[Place]) -> list[Place]:
    """Without the minor ones, where there is another of the name."""
    several = list(namesakes)
    return [place for place in several if not place.minor] or several


def _distinct(found: list[Place]) -> list[PlaceRead]:
    """One answer a zone, each named so that it can be told from the others."""
    by_zone: dict[str, Place] = {}
    for place in found:
        for zone in place.zones:
            by_zone.setdefault(zone, place)
    return [
        PlaceRead(zone=zone, name=_label(place, found) or _city(zone), where=place.where)
        for zone, place in by_zone.items()
    ]


def _label(place: Place, found: list[Place]) -> str:
    if len(place.zones) > 1:
        return ""  # each of its zones goes by its own city
    if any(other.name == place.name and other.zones != place.zones for other in found):
        return f"{place.name} ({_city(place.zones[0]) if place.region else _region(place.where)})"
    return place.name


def _region(where: str) -> str:
    """A state by its name; a part of another country goes by the country."""
    return regions().get(where) or regions().get(where.partition("-")[0], where)


def _abbreviated(typed: str) -> list[PlaceRead]:
    """EST, Pacific time, CET."""
    words = re.split(r"[\s,;:!?()/|.]+", typed.strip())
    folded = [fold(word) for word in words]
    if FIRST_WORDS.isdisjoint(" ".join(folded).split()):
        return []
    for count in range(min(4, len(words)), 0, -1):
        for index in range(len(words) - count + 1):
            name = " ".join(filter(None, folded[index : index + count]))
            behind = folded[index + count : index + count + 1]
            is_named = behind in (["time"], ["standard"])
            if name in ALSO_WORDS and not is_named and len(words) > 1 and not words[index].isupper():
                continue
            found = named_zones(name)
            if found:
                return [_well_known(zone) for zone in found]
    return []


def _by_clock(typed: str, now: datetime) -> list[PlaceRead]:
    """It's 14:05 here: the well-known zones whose clocks show that, give or take some minutes."""
    match = CLOCK.search(typed)
    if match is None or (match[2] is None and match[3] is None):
        return []
    hour, minute = int(match[1]), int(match[2] or 0)
    if hour > 23 or minute > 59 or (match[3] and not 1 <= hour <= 12):
        return []
    hours = _hours(hour, match[1], match[3])
    shown = [(_apart(now.astimezone(ZoneInfo(zone)), hours, minute), zone) for zone in WELL_KNOWN]
    return [_well_known(zone) for apart, zone in shown if apart <= 7]


def _hours(hour: int, digits: str, half: str | None) -> list[int]:
    """The hours of the day that may be meant."""
    if half:
        return [hour % 12 + (12 if half.casefold() == "p" else 0)]
    return [hour] if hour > 12 or digits.startswith("0") else [hour % 24, (hour + 12) % 24]


def _apart(there: datetime, hours: list[int], minute: int) -> int:
    """Minutes between what a clock shows there and what was said."""
    shown = there.hour * 60 + there.minute
    return min(min((shown - said) % 1440, (said - shown) % 1440) for said in (hour * 60 + minute for hour in hours))
