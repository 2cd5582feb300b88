"""The one source of time zones: the tzdata package that is installed with Afterword, never the machine's own files.

A machine's files are as old as the machine, and a country may change its clocks with three months' notice. Quiet:
`scheduler` and `bot` import this module before any other of their own, so no zone is read before it.
"""

from __future__ import annotations

import re
import zoneinfo
from datetime import UTC, date, datetime, timedelta
from importlib import metadata, resources

RELEASE = metadata.version("tzdata")
"""The release, as year and number in it: `2026.6`."""
LEAD = timedelta(days=183)
"""A release may be half a year younger than the newest leap second it knows of, which is told a year ahead."""
_EXPIRES = re.compile(r"^#expires \d+ \((\d{4}-\d\d-\d\d)", re.MULTILINE)

zoneinfo.reset_tzpath(())
zoneinfo.ZoneInfo.clear_cache()


def is_old(now: datetime) -> bool:
    """Whether the release is more than a year old at `now`, as far as it tells by itself."""
    expires = _expires()
    of_year = int(RELEASE[:4]) if RELEASE[:4].isdecimal() else 0
    return now.year - of_year > 1 or (expires is not None and now.date() > expires + LEAD)


def _expires() -> date | None:
    """Until when the release knows of leap seconds: that is half a year to a year after it was made."""
    found = _EXPIRES.search(resources.files("tzdata").joinpath("zoneinfo", "leapseconds").read_text(encoding="utf-8"))
    return datetime.strptime(found[1], "%Y-%m-%d").replace(tzinfo=UTC).date() if found else None
