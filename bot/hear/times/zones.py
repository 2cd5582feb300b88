"""Zones by what people call them beside a clock time: ET, CET, UTC+2, London time."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.hear.times.gazetteer import fold, places

NAMES = {
    "America/New_York": "et,est,edt,eastern,eastern time,eastern standard time,eastern daylight time,us eastern",
    "America/Chicago": "ct,cst,cdt,central,central time,central standard time,us central",
    "America/Denver": "mt,mst,mdt,mountain,mountain time,mountain standard time",
    "America/Los_Angeles": "pt,pst,pdt,pacific,pacific time,pacific standard time,us pacific",
    "America/Anchorage": "akst,akdt,alaska time",
    "Pacific/Honolulu": "hst,hawaii time",
    "America/Halifax": "ast,adt,atlantic,atlantic time",
    "America/St_Johns": "nst,ndt,newfoundland time",
    "America/Sao_Paulo": "brt",
    "America/Argentina/Buenos_Aires": "art",
    "Europe/London": "bst,uk,british,british time,british summer time,uk time",
    "Europe/Dublin": "irish,irish time",
    "Europe/Lisbon": "wet,west,western european time",
    "Europe/Berlin": "cet,cest,mez,mesz,central european time,central european summer time,european time,german",
    "Europe/Athens": "eet,eest,eastern european time",
    "Europe/Istanbul": "trt",
    "Europe/Moscow": "msk,moscow time",
    "Africa/Lagos": "wat,west africa time",
    "Africa/Johannesburg": "sast",
    "Africa/Nairobi": "eat,east africa time",
    "Africa/Harare": "cat,central africa time",
    "Asia/Dubai": "gst,gulf time",
    "Asia/Karachi": "pkt",
    "Asia/Kolkata": "ist,indian standard time,indian",
    "Asia/Dhaka": "bdt",
    "Asia/Bangkok": "ict",
    "Asia/Jakarta": "wib",
    "Asia/Makassar": "wita",
    "Asia/Manila": "pht,phst",
    "Asia/Singapore": "sgt",
    "Asia/Hong_Kong": "hkt",
    "Asia/Tokyo": "jst",
    "Asia/Seoul": "kst",
    "Australia/Sydney": "aest,aedt,aet",
    "Australia/Adelaide": "acst,acdt",
    "Australia/Perth": "awst",
    "Pacific/Auckland": "nzst,nzdt,nzt",
    "Etc/UTC": "utc,gmt,zulu,z",
}
ZONE_OF = {name: zone for zone, names in NAMES.items() for name in names.split(",")}
FIRST_WORDS = frozenset(name.split()[0] for name in ZONE_OF)
NAMESAKES = {
    "ist": ("Asia/Kolkata", "Europe/Dublin", "Asia/Jerusalem"),
    "cst": ("America/Chicago", "Asia/Shanghai"),
    "bst": ("Europe/London", "Asia/Dhaka"),
    "ast": ("America/Halifax", "Asia/Riyadh"),
}
"""Abbreviations in use in several parts of the world; a person's own zone decides, else they are asked."""
SHOUTED = frozenset({"eat", "cat", "art", "wet", "west", "atlantic", "mt", "german", "indian", "british", "irish"})
ALSO_WORDS = SHOUTED | {"eastern", "central", "pacific", "mountain"}
"""Ordinary words. The first name a zone only in capitals or before "time", the others right behind a clock time."""
OFFSET = re.compile(r"(?:utc|gmt)?\s{0,9}([+-])\s{0,9}(\d{1,2})(?::?(\d{2}))?", re.IGNORECASE)
OWN = frozenset({"my", "local", "our", "own", "your"})


def zone_of_words(typed: str, now: datetime) -> str | None:
    """The IANA zone that `typed` names beside a clock time, None when it names none."""
    offset = OFFSET.fullmatch(typed.strip(" ,()"))
    if offset:
        return fixed_zone(offset)
    name, named = _name(typed)
    if name in ALSO_WORDS and not named and not typed.strip(" ,()").isupper():
        return None if name in SHOUTED else ZONE_OF[name]
    return abbreviated(name, now) or (_of_place(name) if named else None)


def own_time(typed: str) -> bool:
    """Does it say that the clock is the person's own: "my time"?"""
    name, named = _name(typed)
    return named and name in OWN


def _name(typed: str) -> tuple[str, bool]:
    """The name of a zone without the words around it, and whether "time" stood behind it."""
    words = [word.strip(".,()").casefold() for word in typed.split()]
    named = words[-1:] == ["time"]
    return " ".join(word for word in words if word not in ("time", "the", "in", "")), named


def named_zones(name: str) -> tuple[str, ...]:
    """The zones that go by a name, when nothing is known of where the person is."""
    if name in NAMESAKES:
        return NAMESAKES[name]
    return (ZONE_OF[name],) if name in ZONE_OF else ()


def abbreviated(name: str, now: datetime) -> str | None:
    """The zone of an abbreviation; the person's own zone where it goes by the same name (IST in Dublin)."""
    zone = ZONE_OF.get(name)
    if zone is None:
        return None
    own = now.tzinfo
    if isinstance(own, ZoneInfo) and name.upper() in _names_through_the_year(now):
        return own.key
    return zone


def _names_through_the_year(now: datetime) -> set[str | None]:
    return {(now + timedelta(days=30 * month)).tzname() for month in range(12)}


def fixed_zone(offset: re.Match[str]) -> str | None:
    """A zone of whole hours from UTC. The names of these zones count westward, so the sign turns round."""
    sign, hours, minutes = offset.groups()
    if int(hours) > (14 if sign == "+" else 12) or (minutes and int(minutes)):
        return None
    return f"Etc/GMT{'-' if sign == '+' else '+'}{int(hours)}" if int(hours) else "Etc/UTC"


def _of_place(name: str) -> str | None:
    """The zone of a city or a country that has only one."""
    namesakes = places().get(fold(name), ())
    found = {zone for place in namesakes if not place.minor for zone in place.zones}
    return found.pop() if len(found) == 1 else None
