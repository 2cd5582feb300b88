"""Which zone a TZID means, and how clock times in it become moments.

Quiet. No text from a file is ever used as a path: names are looked up in the list that tzdata ships. The order is
rule 1 of the calendar notes in docs: an IANA name (or a tail that is one), the file's own VTIMEZONE, Windows' names,
what Outlook shows to people.
"""

from __future__ import annotations

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
_PREFIX = re.compile(r"\((?:UTC|GMT)[^)]*\)\s*", re.IGNORECASE)


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
    tzid = tzid.strip().strip('"').strip()
    return _by_tail(tzid) or own(tzid) or _by_offset(tzid) or _by_other_name(tzid)


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
    """Every IANA name, by the lower case of its last part."""
    return {name.rpartition("/")[2].lower(): name for name in _names().values() if "/" in name}


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


def _by_other_name(tzid: str) -> Zone | None:
    name = tzid.lower()
    place = _windows().get(name) or _by_display_name(_PREFIX.sub("", name).strip())
    return iana(place) if place else None


def _by_display_name(name: str) -> str | None:
    """`Eastern Time (US & Canada)`, or the first known city of `Canberra, Melbourne, Sydney`."""
    for part in (name, *name.split(",")):
        place = SHOWN.get(part.strip()) or _cities().get(part.strip().replace(" ", "_"))
        if place:
            return place
    return None


@cache
def _windows() -> dict[str, str]:
    return {name.lower(): place for name, place in WINDOWS_TO_OLSON.items()}
