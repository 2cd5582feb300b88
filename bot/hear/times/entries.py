"""A language's table of words as single entries: what is typed, and what it means to the rules."""

from __future__ import annotations

from collections.abc import Iterator

from bot.hear.times.values import MonthName, Number, Ordinal, Unit, Value, Weekday
from bot.hear.times.words import Words

HEDGE, VAGUE_HEDGE = "HEDGE", "SOMETIME"
Meaning = Value | str


def entries(words: Words) -> Iterator[tuple[str, Meaning]]:
    for surfaces, (low, high) in words.numbers.items():
        yield from _each(surfaces, Number(low, high, loose=low != high))
    yield from _tens(words)
    for index, surfaces in enumerate(words.ordinals.split("|"), 1):
        yield from _each(surfaces.replace(",", "|"), Ordinal(index, spelled=True))
    for index, surfaces in enumerate(words.weekdays):
        yield from _each(surfaces, Weekday(index))
        plurals = words.plural_weekdays
        yield plurals[index] if plurals else surfaces.split("|")[0] + "s", Weekday(index, plural=True)
    for index, surfaces in enumerate(words.months, 1):
        yield from _each(surfaces, MonthName(index))
    for table in (words.phrases, words.cues):
        for symbol, surfaces in table.items():
            yield from _each(surfaces, symbol)
    for name, surfaces in words.holidays.items():
        yield from _each(surfaces, f"holiday:{name}")
    yield from _each(words.hedges, HEDGE)
    yield from _each(words.vague_hedges, VAGUE_HEDGE)


def respelled(words: Words) -> Iterator[tuple[str, Meaning]]:
    """Every entry, and once more with the letters that are also written otherwise."""
    for surface, meaning in entries(words):
        yield surface, meaning
        other = surface
        for letter, letters in words.respelled.items():
            other = other.replace(letter, letters)
        if other != surface:
            yield other, meaning


def abbreviations(words: Words) -> frozenset[str]:
    """The short names of weekdays, months and units, and what the table adds."""
    units = [names for unit, names in words.phrases.items() if unit in set(Unit)]
    short = {name for names in (*words.weekdays, *words.months, *units) for name in names.split("|") if len(name) < 5}
    return frozenset(short | set(words.abbreviations.split("|")))


def _each(surfaces: str, meaning: Meaning) -> Iterator[tuple[str, Meaning]]:
    return ((surface, meaning) for surface in surfaces.split("|"))


def _tens(words: Words) -> Iterator[tuple[str, Meaning]]:
    ones = [(surface.split("|")[0], low) for surface, (low, _) in words.numbers.items() if 0 < low < 10]
    for surfaces, ten in words.tens.items():
        for surface in surfaces.split("|"):
            yield surface, Number(ten, ten)
            for one, n in ones:
                yield f"{surface} {one}", Number(ten + n, ten + n)


def long_words(words: Words) -> frozenset[str]:
    """The words that are worth a typo: long ones that look like no other."""
    whole = [names.split("|")[0] for names in (*words.weekdays, *words.months)]
    units = [name for names in words.phrases.values() for name in names.split("|")]
    return frozenset(name for name in (*whole, *units) if " " not in name and len(name) >= 6)
