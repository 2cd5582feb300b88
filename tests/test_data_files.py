"""Data files say where they come from, and cities are in zones that their country has."""

from __future__ import annotations

import re
from importlib import resources
from pathlib import Path

from bot.hear.times.gazetteer import Place, places

ROOT = Path(__file__).parent.parent
CODE = {".py", ".pyc", ".pyi"}
ROW = re.compile(r"\| `(bot/[^`]+)` \| (.+) \| (.+) \| (.+) \|")
WITHOUT_A_CODE = {"XK"}
"""Kosovo: ISO 3166 has no code for it, so tzdata names no zone of it; its clocks are those of Belgrade."""


def tabled() -> list[tuple[str, ...]]:
    """File, content, source, licence, as docs/reading.md has them."""
    found = (ROW.fullmatch(line) for line in (ROOT / "docs" / "reading.md").read_text().splitlines())
    return [one.groups() for one in found if one]


def test_every_data_file_has_its_source_and_licence_in_one_row() -> None:
    held = {path: 0 for path in (ROOT / "bot").rglob("*") if path.is_file() and path.suffix not in CODE}
    assert len(held) > 50
    for pattern, *_ in tabled():
        found = list(ROOT.glob(pattern))
        assert found, f"nothing is at {pattern}"
        for path in found:
            held[path] += 1
    assert {str(path.relative_to(ROOT)): rows for path, rows in held.items() if rows != 1} == {}


def zones_by_country() -> dict[str, set[str]]:
    """By ISO 3166 code; from tables of tzdata, which are in the public domain."""
    found: dict[str, set[str]] = {}
    for table in ("zone.tab", "zone1970.tab"):
        text = resources.files("tzdata").joinpath("zoneinfo", table).read_text(encoding="utf-8")
        for line in text.splitlines():
            if not line.startswith("#"):
                countries, _, zone, *_ = line.split("\t")
                for country in countries.split(","):
                    found.setdefault(country, set()).add(zone)
    return found


def test_every_place_is_in_zones_of_its_country() -> None:
    of = zones_by_country()
    known: set[Place] = {place for namesakes in places().values() for place in namesakes if place.where}
    assert len(known) > 1000
    strange = {
        (place.name, place.where, zone)
        for place in known
        if (country := place.where.partition("-")[0]) not in WITHOUT_A_CODE
        for zone in place.zones
        if zone not in of[country]
    }
    assert strange == set()
