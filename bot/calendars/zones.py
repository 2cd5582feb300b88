"""Which zone a TZID means, and how clock times in it become moments.

Quiet. No text from a file is ever used as a path: names are looked up in the list that tzdata ships. The order is
told in docs/reading.md: a name that everybody knows (IANA's, Windows', what Outlook shows to people), whatever the file
says of it; the file's own VTIMEZONE; what a name may mean that is no zone's (`EST`, `GMT+2`, a city in it).
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from functools import cache
from importlib import resources
from typing import Protocol
from zoneinfo import ZoneInfo

from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from bot.calendars.zone_names import SHOWN

_OFFSET = re.compile(r"(?:UTC|GMT)?([+-])(\d{1,2}):?(\d{2})?", re.IGNORECASE)
_PREFIX = re.compile(r"\((?:UTC|GMT)[^)]{0,40}\)\s{0,40}", re.IGNORECASE)
_NUMBERED = re.compile(r"(?<!\s)\s++\d{1,2}$")
"""Exchange counts the zones of its own that are named alike: `Eastern Standard Time 1`."""
_ESCAPED = re.compile(r"\\([\\,;])")
_BETWEEN = re.compile("[,/]")
OF_NO_PLACE = frozenset({"cet", "eet", "est", "gmt", "hst", "met", "mst", "wet"})
"""IANA names that programs also give to zones of their own, with summer time in them."""


class Zone(Protocol):
    """A way from clock times to moments and back."""

    @property
    def name(self) -> str:
        """IANA name, or what the file calls it."""

    def moment(self, wall: datetime) -> datetime:
        """The moment, in UTC, at which clocks show `wall` (naive): the first one when they do so twice.

        Raises OverflowError outside of the years 1 to 9999.
        """

    def wall(self, moment: datetime) -> datetime:
        """What clocks show (naive) at a moment."""


Own = Callable[[str], Zone | None]


class Known:
    """A zone of the IANA list, or a fixed distance from UTC."""

    def __init__(self, name: str, zone: ZoneInfo | timezone) -> None:
        self.name = name
        self._zone = zone

    def moment(self, wall: datetime) -> datetime:
        """See `Zone`."""
        return wall.replace(tzinfo=self._zone).astimezone(UTC)

    def wall(self, moment: datetime) -> datetime:
        """See `Zone`."""
        return moment.astimezone(self._zone).replace(tzinfo=None)


UNIVERSAL = Known("UTC", UTC)


def find(tzid: str, own: Own) -> Zone | None:
    """The zone that `tzid` means; `own` knows the VTIMEZONEs of the file. None: nobody knows it."""
    tzid = plainly(tzid)
    return _known_name(tzid) or own(tzid) or _by_tail(tzid) or _by_offset(tzid) or _by_city(tzid)


def plainly(tzid: str) -> str:
    """A TZID without quotation marks and escapes, of iCalendar or of HTML."""
    return _ESCAPED.sub(r"\1", html.unescape(tzid.strip().strip('"').strip()))


@cache
def _known_name(tzid: str) -> Zone | None:
    """The zone of a name that means the same to everybody."""
    if tzid.lower() in OF_NO_PLACE:
        return None
    name = _NUMBERED.sub("", tzid.lower()).replace(" daylight time", " standard time")
    shown = _PREFIX.sub("", name).replace(" and ", " & ").strip()
    place = _windows().get(name) or SHOWN.get(shown) or _of_all_cities(shown)
    return _by_tail(tzid) or (iana(place) if place else None)


def _of_all_cities(shown: str) -> str | None:
    """Of `Sarajevo/Warsaw/Zagreb` the first, when every one of them is known."""
    places = [_city(part) for part in _BETWEEN.split(shown)]
    return places[0] if all(places) else None


def _city(name: str) -> str | None:
    return SHOWN.get(name.strip()) or _cities().get(name.strip().replace(" ", "_"))


@cache
def iana(name: str) -> Zone | None:
    """The zone of an IANA name, whatever its case."""
    key = _names().get(name.strip().replace(" ", "_").lower())
    return Known(key, ZoneInfo(key)) if key else None


@cache
def _names() -> dict[str, str]:
    """Every IANA name, by its lower case."""
    return {name.lower(): name for name in resources.files("tzdata").joinpath("zones").read_text().split()}


@cache
def _cities() -> dict[str, str]:
    """Every IANA name of a place, by the lower case of its last part."""
    places = (name for name in _names().values() if "/" in name and not name.startswith("Etc/"))
    return {name.rpartition("/")[2].lower(): name for name in places}


@cache
def _by_tail(tzid: str) -> Zone | None:
    """`Europe/Berlin` as it stands, or at the end of a path such as `/mozilla.org/20050126_1/Europe/Berlin`."""
    parts = tzid.split("/")[-3:]
    return next((zone for first in range(len(parts)) if (zone := iana("/".join(parts[first:])))), None)


def _by_offset(tzid: str) -> Zone | None:
    """`UTC+2` and `GMT+0530`."""
    found = _OFFSET.fullmatch(tzid.replace(" ", ""))
    distance = timedelta(hours=int(found[2]), minutes=int(found[3] or 0)) if found else None
    if found is None or distance is None or distance >= timedelta(hours=24):
        return None
    return Known(tzid, timezone(-distance if found[1] == "-" else distance))


def _by_city(tzid: str) -> Zone | None:
    """The first known city in it."""
    places = map(_city, _BETWEEN.split(_PREFIX.sub("", tzid.lower())))
    return next((iana(place) for place in places if place), None)


@cache
def _windows() -> dict[str, str]:
    return {name.lower(): place for name, place in WINDOWS_TO_OLSON.items()}
