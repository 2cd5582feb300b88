"""Which zones write dates in which order, and where people are off on Easter Monday or Boxing Day. Little but data."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from scheduler.calendar_days import country_of
from scheduler.holiday_lists import usual_week


def _zones(area: str, cities: str) -> frozenset[str]:
    return frozenset(f"{area}/{city}" for city in cities.split())


CANADA = _zones(
    "America",
    """Toronto Vancouver Edmonton Winnipeg Halifax St_Johns Regina Montreal Moncton Glace_Bay Goose_Bay
    Swift_Current Yellowknife Whitehorse Dawson Dawson_Creek Fort_Nelson Creston Iqaluit Rankin_Inlet Resolute
    Cambridge_Bay Inuvik Atikokan Thunder_Bay Nipigon Rainy_River Pangnirtung Blanc-Sablon Coral_Harbour""",
) | _zones("Canada", "Atlantic Central Eastern Mountain Newfoundland Pacific Saskatchewan Yukon")

UNITED_STATES = (
    _zones(
        "America",
        """New_York Chicago Denver Los_Angeles Phoenix Anchorage Detroit Boise Juneau Sitka Metlakatla Yakutat
        Nome Adak Menominee Louisville Indianapolis Fort_Wayne Shiprock Puerto_Rico Kentucky/Louisville
        Kentucky/Monticello Indiana/Indianapolis Indiana/Vincennes Indiana/Winamac Indiana/Marengo
        Indiana/Petersburg Indiana/Vevay Indiana/Tell_City Indiana/Knox North_Dakota/Center
        North_Dakota/New_Salem North_Dakota/Beulah""",
    )
    | _zones(
        "US",
        """Alaska Aleutian Arizona Central East-Indiana Eastern Hawaii Indiana-Starke Michigan Mountain Pacific
        Samoa""",
    )
    | _zones("Pacific", "Honolulu Guam Saipan Pago_Pago Johnston Midway")
    | {"EST5EDT", "CST6CDT", "MST7MDT", "PST8PDT", "Navajo"}
)

MONTH_FIRST = UNITED_STATES | {"Asia/Manila"}

DAY_FIRST_IN_ENGLISH = (
    *("Europe/London", "Europe/Belfast", "Europe/Dublin", "Europe/Jersey", "Europe/Guernsey", "Europe/Isle_of_Man"),
    *("Europe/Gibraltar", "Europe/Malta", "GB", "Eire", "Australia/", "Pacific/Auckland", "NZ", "Africa/", "Indian/"),
    *("Asia/Kolkata", "Asia/Calcutta", "Asia/Singapore", "Asia/Hong_Kong", "Asia/Karachi", "Asia/Dhaka"),
    *("Asia/Colombo", "Asia/Kuala_Lumpur", "America/Jamaica", "America/Port_of_Spain", "America/Barbados"),
)
"""Zones, by how their names begin, where whoever writes English means the third of December by 3/12. Elsewhere an
English writer may have come from a place where the month stands first."""

NORTH_AMERICA = UNITED_STATES | CANADA

EASTER_MONDAY_OFF = (
    "Europe/",
    "Australia/",
    "Pacific/Auckland",
    "Africa/Johannesburg",
    "Africa/Lagos",
    "Africa/Nairobi",
)
"""Zones whose names begin so. Portugal, Russia and a few more differ by place or by church; close enough."""

BOXING_DAY_OFF = (*EASTER_MONDAY_OFF, "America/Toronto", "Asia/Hong_Kong")


@dataclass(frozen=True, slots=True)
class WorkWeek:
    """On which weekday the working week begins (Monday is 0), and how many days it has."""

    begins: int = 0
    days: int = 5


MONDAY_TO_FRIDAY = WorkWeek()


@lru_cache(maxsize=256)
def work_week_of(zone: str) -> WorkWeek:
    """Of the country in which a zone is; a week with a day off in its middle counts as Monday to Friday."""
    days = usual_week(country_of(zone)) if zone else frozenset()
    begins = [day for day in days if (day - 1) % 7 not in days]
    return WorkWeek(begins[0], len(days)) if len(begins) == 1 else MONDAY_TO_FRIDAY
