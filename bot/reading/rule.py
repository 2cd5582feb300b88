"""A rule: what it matches, what that means, and examples that the tests run. Rules are applied in the order of
their tables; each replaces what it matches by a value.

A pattern is a regular expression over the symbols of a Line. Its brackets group without capturing, and these
names stand for sets: {day} a day or a holiday, {when} any Span, {unit} a unit of time, {to} what joins the ends
of a range, {end} the end of a clause (matched, not taken).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from bot.reading.context import Kind
from bot.reading.line import Hit, Item, Line, valued
from bot.reading.values import Value

Meaning = Value | str | tuple[Value | str, ...] | None
"""A value, a plain word, several of them, or None: the rule does not apply here after all."""

SETS = {
    "day": "<(?:day|holiday)>",
    "when": "<(?:day|holiday|week|weekend|month|quarter|year|part)>",
    "unit": "(?:second-unit|minute|hour|day|bday|week|fortnight|month|quarter|year)",
    "to": "(?:to|-|until|through)",
    "end": r"(?= (?:[,¶]|$))",
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
        grouped = re.sub(r"\((?!\?)", "(?:", self.pattern)
        for name, meaning in SETS.items():
            grouped = grouped.replace("{" + name + "}", meaning)
        return re.compile(f" (?:{grouped})(?= )")

    @cached_property
    def tags(self) -> frozenset[str]:
        """The tags of which a line must hold at least one; empty: no way to tell beforehand."""
        return needed_tags(self.regex.pattern)


GROUP = re.compile(r"\((\?[:=!])((?:[^()])*)\)([?*]|\{0)?")


def needed_tags(pattern: str) -> frozenset[str]:
    """The tags without which a pattern cannot match, read off its innermost brackets outwards."""
    plain = re.sub(r"<\(\?:([\w|]+)\)>", lambda tags: "<" + tags[1].replace("|", "><") + ">", pattern)
    while (smaller := GROUP.sub(_of_group, plain)) != plain:
        plain = smaller
    return frozenset(_of_alternatives(plain))


def _of_group(group: re.Match[str]) -> str:
    if group[1] != "?:" or group[3]:
        return ""
    return "".join(sorted(_of_alternatives(group[2])))


def _of_alternatives(pattern: str) -> set[str]:
    """Tags of all alternatives, when each has one."""
    found = [set(re.findall(r"<\w+>", one)) for one in pattern.split("|")]
    return set.union(*found) if all(found) else set()


def apply(rules: Iterable[Rule], line: Line, fired: set[str] | None = None) -> Line:
    """The line after all rules that are meant for its kind of question. `fired` collects their names."""
    for rule in rules:
        if line.context.kind in rule.kinds and (not rule.tags or rule.tags & line.vocabulary):
            line = _rewrite(rule, line, fired)
    return line


def _rewrite(rule: Rule, line: Line, fired: set[str] | None) -> Line:
    items: list[Item] = []
    done = 0
    for match in rule.regex.finditer(line.symbols):
        hit = Hit(line, line.places[match.start()], line.places[match.end()])
        meaning = hit.trouble or rule.meaning(hit)
        if meaning is None:
            continue
        if fired is not None:
            fired.add(rule.name)
        items += line.items[done : hit.first]
        items += _items(meaning, hit)
        done = hit.end
    return replace(line, items=(*items, *line.items[done:])) if done else line


def _items(meaning: Value | str | tuple[Value | str, ...], hit: Hit) -> list[Item]:
    parts = meaning if isinstance(meaning, tuple) else (meaning,)
    start, end = hit.items[0].start, hit.items[-1].end
    return [Item(part, start, end) if isinstance(part, str) else valued(part, start, end) for part in parts]
