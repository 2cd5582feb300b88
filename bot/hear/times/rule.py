"""A rule: what it matches, what that means, and examples that the tests run. Rules are applied in the order of
their tables; each replaces what it matches by a value.

A pattern is a regular expression over the symbols of a Line. Its brackets group without capturing, and these
names stand for sets: {day} a day or a holiday, {when} any Span, {unit} a unit of time, {to} what joins the ends
of a range, {end} the end of a clause (matched, not taken).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from bot.hear.bounded import bounded
from bot.hear.times.context import Kind
from bot.hear.times.line import Hit, Item, Line, valued
from bot.hear.times.needs import Need, needs
from bot.hear.times.values import Value

Meaning = Value | str | tuple[Value | str, ...] | None
"""A value, a plain word, several of them, or None: the rule does not apply here after all."""

SETS = {
    "day": "<(day|holiday)>",
    "when": "<(day|holiday|week|weekend|month|quarter|year|part)>",
    "unit": "(second-unit|minute|hour|day|bday|week|fortnight|month|quarter|year)",
    "to": "(to|-|until|through)",
    "end": "(?= ([,¶]|$))",
}
EVERY_KIND = frozenset(Kind)
WINDOWS = frozenset({Kind.WINDOW})
TIMES = frozenset({Kind.TIME})
SNOOZES = frozenset({Kind.SNOOZE})
TIMED = TIMES | SNOOZES
NOT_TIMED = WINDOWS | SNOOZES
NOT_SNOOZED = WINDOWS | TIMES


@dataclass(frozen=True)
class Rule:
    """One way of speaking. Examples read `text -> window`, `text => interview`, `text ~> snooze`."""

    name: str
    pattern: str
    meaning: Callable[[Hit], Meaning]
    examples: tuple[str, ...] = ()
    kinds: frozenset[Kind] = EVERY_KIND

    @cached_property
    def regex(self) -> re.Pattern[str]:
        grouped = re.sub(r"\((?!\?)", "(?:", self._with_sets(self.pattern))
        return re.compile(bounded(f" (?:{grouped})(?= )"))

    @cached_property
    def needs(self) -> tuple[Need, ...]:
        """What a line must hold for the rule to be worth a try."""
        return needs(self._with_sets(self.pattern))

    def applied(self, line: Line) -> Line:
        """The line with every match replaced by what it means; the same line where nothing is."""
        items: list[Item] = []
        done = 0
        for match in self.regex.finditer(line.symbols):
            hit = Hit(line, line.index(match.start()), line.index(match.end()))
            meaning = hit.trouble or self.meaning(hit)
            if meaning is None:
                continue
            items += line.items[done : hit.first]
            items += _items(meaning, hit)
            done = hit.end
        return line.holding((*items, *line.items[done:])) if done else line

    @staticmethod
    def _with_sets(pattern: str) -> str:
        for name, meaning in SETS.items():
            pattern = pattern.replace("{" + name + "}", meaning)
        return pattern


def _items(meaning: Value | str | tuple[Value | str, ...], hit: Hit) -> list[Item]:
    parts = meaning if isinstance(meaning, tuple) else (meaning,)
    start, end = hit.items[0].start, hit.items[-1].end
    return [Item(part, start, end) if isinstance(part, str) else valued(part, start, end) for part in parts]
