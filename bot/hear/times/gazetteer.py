"""Places by name: the tables `cities.tsv` and `regions.tsv`, and the cities in the names of IANA zones.

`where` is a country (ISO 3166-1) or a part of one (`US-OR`). A place marked minor gives way to a namesake unless
its region is named too.
"""

from __future__ import annotations

import csv
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources

from bot.hear.times.typos import Typos

AREAS = frozenset(
    {"Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific"}
)


@dataclass(frozen=True, slots=True)
class Place:
    """A city, or a country or state (`region`), with its zones, the most peopled first."""

    name: str
    where: str
    zones: tuple[str, ...]
    minor: bool = False
    region: bool = False


def fold(text: str) -> str:
    """A name as it is looked up: without case, accents, dots and hyphens."""
    letters = text.casefold()
    if not letters.isascii():
        plain = unicodedata.normalize("NFKD", letters)
        letters = "".join(char for char in plain if unicodedata.category(char) not in ("Mn", "Cf"))
    for mark, instead in (("-", " "), ("_", " "), (".", ""), ("'", ""), ("’", ""), ("ß", "ss"), ("ø", "o"), ("ł", "l")):
        letters = letters.replace(mark, instead)
    return " ".join(letters.split())


@cache
def zones() -> dict[str, str]:
    """Every IANA zone by its folded name."""
    names = resources.files("tzdata").joinpath("zones").read_text(encoding="utf-8").split()
    return {name.casefold(): name for name in names}


@cache
def places() -> dict[str, tuple[Place, ...]]:
    """Every known place by each of its folded names."""
    found: dict[str, list[Place]] = {}
    for place, names in (*_table("cities.tsv"), *_table("regions.tsv")):
        for name in dict.fromkeys(fold(name) for name in names):
            found.setdefault(name, []).append(place)
    for place in _of_zones():
        found.setdefault(fold(place.name), [place])
    return {name: tuple(namesakes) for name, namesakes in found.items()}


@cache
def first_words() -> frozenset[str]:
    """The words with which the names of places begin."""
    return frozenset(name.partition(" ")[0] for name in places())


@cache
def regions() -> dict[str, str]:
    """The name of each country and state by its code."""
    return {place.where: place.name for place, _ in reversed(list(_table("regions.tsv")))}


@cache
def typos() -> Typos:
    """Slips in the words of names."""
    words = {word for name in places() for word in name.split()}
    return Typos((word for word in words if len(word) >= 5), words)


def _table(file: str) -> Iterator[tuple[Place, list[str]]]:
    text = resources.files("bot.hear.times").joinpath(file).read_text(encoding="utf-8")
    for row in csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE):
        held = tuple((row.get("zone") or row.get("zones") or "").split())
        place = Place(row["name"], row["where"], held, bool(row.get("minor")), region="zones" in row)
        yield place, [row["name"], *(also for also in row["also"].split("|") if also)]


def _of_zones() -> Iterator[Place]:
    for name in zones().values():
        area, _, city = name.partition("/")
        if area in AREAS and city:
            yield Place(city.rpartition("/")[2].replace("_", " "), "", (name,))
