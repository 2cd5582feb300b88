"""Every pattern of ours, and texts that would keep a bad one busy.

What is hostile to a pattern is made from its own parse: something that it matches so far, what it repeats, again and
again, and an end that it does not want.
"""

from __future__ import annotations

import ast
import dataclasses
import importlib
import pkgutil
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from re import _constants as codes
from re import _parser as parser
from typing import Any

from bot.hear.times.rule import Rule

ROOT = Path(__file__).resolve().parent.parent
OURS = ("bot", "scheduler", "storage")
Found = dict[tuple[str | bytes, int], str]
"""Pattern and flags, and where it is compiled."""
MANY = 10
"""What may come so often may be repeated without end, for our purposes."""
ENDS = ("", "\0", "x\n\n")


def in_sources() -> Iterator[tuple[str | bytes, int, str]]:
    """Patterns that stand as they are in a call of `re`, wherever that is reached."""
    for package in OURS:
        for path in sorted((ROOT / package).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text())):
                if isinstance(node, ast.Call) and _is_of_re(node.func) and node.args:
                    yield from _written(node, f"{path.relative_to(ROOT)}:{node.lineno}")


def _is_of_re(function: ast.expr) -> bool:
    return isinstance(function, ast.Attribute) and isinstance(function.value, ast.Name) and function.value.id == "re"


def _written(call: ast.Call, where: str) -> Iterator[tuple[str | bytes, int, str]]:
    first = call.args[0]
    if not (isinstance(first, ast.Constant) and isinstance(first.value, str | bytes)):
        return
    flags = re.RegexFlag(0)
    for node in (*call.args[1:], *(word.value for word in call.keywords if word.arg == "flags")):
        for name in ast.walk(node):
            if (
                isinstance(name, ast.Attribute)
                and _is_of_re(name)
                and isinstance(getattr(re, name.attr, None), re.RegexFlag)
            ):
                flags |= getattr(re, name.attr)
    if getattr(call.func, "attr", "") != "escape":
        yield first.value, int(flags), where


def collected() -> Found:
    """All patterns that our modules hold, wherever in them, and those that stand in a call."""
    found: Found = {}
    for package in OURS:
        for module in pkgutil.walk_packages([str(ROOT / package)], f"{package}."):
            if "migrations" not in module.name and not module.name.endswith("__main__"):
                for one in _held(importlib.import_module(module.name)):
                    found.setdefault((one.pattern, one.flags & ~int(re.UNICODE)), module.name)
    for pattern, flags, where in in_sources():
        found.setdefault((pattern, flags), where)
    return found


def _held(module: Any) -> Iterator[re.Pattern[Any]]:
    """The patterns in what a module defines, in its tables and in their rows."""
    waiting, seen = list(vars(module).values()), set[int]()
    while waiting:
        one = waiting.pop()
        if id(one) in seen:
            continue
        seen.add(id(one))
        if isinstance(one, re.Pattern):
            yield one
        elif isinstance(one, Mapping):
            waiting += one.values()
        elif isinstance(one, tuple | list | set | frozenset):
            waiting += one
        elif dataclasses.is_dataclass(one) and not isinstance(one, type) and type(one).__module__.startswith(OURS):
            waiting += [getattr(one, field.name) for field in dataclasses.fields(one)]
            waiting += [one.regex] if isinstance(one, Rule) else []


def example(items: Any) -> str:
    """Something short that these parts of a pattern match, more or less."""
    return "".join(_one(code, value) for code, value in items)


def _one(code: Any, value: Any) -> str:
    match code:
        case codes.LITERAL:
            return chr(value)
        case codes.NOT_LITERAL:
            return "b" if value == ord("a") else "a"
        case codes.ANY:
            return "a"
        case codes.IN:
            return _of_set(value)
        case codes.BRANCH:
            return min((example(branch) for branch in value[1]), key=len)
        case codes.SUBPATTERN:
            return example(value[3])
        case codes.ATOMIC_GROUP:
            return example(value)
        case codes.MAX_REPEAT | codes.MIN_REPEAT | codes.POSSESSIVE_REPEAT:
            return example(value[2]) * value[0]
        case codes.CATEGORY:
            return _CATEGORIES.get(value, "a")
        case codes.ASSERT if value[0] > 0:
            return ""
        case codes.GROUPREF:
            return "a"
    return ""


_CATEGORIES = {codes.CATEGORY_DIGIT: "1", codes.CATEGORY_SPACE: " ", codes.CATEGORY_NOT_WORD: "-"}


def _members(items: Any) -> list[str]:
    """A few characters of a set, one of each thing that it lists."""
    if items and items[0][0] is codes.NEGATE:
        return [
            c for c in 'a 1-,.\n"' if not re.fullmatch("[" + "".join(map(re.escape, _members(items[1:]))) + "]", c)
        ][:3] or ["ж"]
    found = []
    for code, value in items:
        if code is codes.LITERAL:
            found.append(chr(value))
        elif code is codes.RANGE:
            found.append(chr(value[0]))
        elif code is codes.CATEGORY:
            found.append(_CATEGORIES.get(value, "a"))
    return found or ["a"]


def _of_set(items: Any) -> str:
    return _members(items)[0]


def hostile(pattern: re.Pattern[Any]) -> Iterator[tuple[str, str, str]]:
    """What stands first, what is repeated, and how it ends, for each thing that the pattern repeats."""
    seen = set()
    whole = parser.parse(
        pattern.pattern, pattern.flags & ~int(re.UNICODE) if isinstance(pattern.pattern, bytes) else pattern.flags
    )
    for before, body in _repeats(whole, ""):
        for pump in sorted({body, *_alternatives(body), before[-6:] + body, before}):
            for start in sorted({"", before}):
                for end in ENDS:
                    one = start, pump, end
                    if pump and one not in seen:
                        seen.add(one)
                        yield one


def _alternatives(body: str) -> set[str]:
    return {" ", "a"} if len(body) == 1 else set()


def _repeats(items: Any, before: str) -> Iterator[tuple[str, str]]:
    """Each part that may be repeated, with something that gets the pattern there."""
    for code, value in items:
        if code in (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT):
            _, most, body = value
            if most is codes.MAXREPEAT or most >= MANY:
                inner = list(body)
                if len(inner) == 1 and inner[0][0] is codes.IN:
                    yield from ((before, char) for char in _members(inner[0][1])[:4])
                else:
                    yield before, example(body)
            yield from _repeats(body, before)
        elif code is codes.SUBPATTERN:
            yield from _repeats(value[3], before)
        elif code is codes.ATOMIC_GROUP:
            yield from _repeats(value, before)
        elif code is codes.BRANCH:
            for branch in value[1]:
                yield from _repeats(branch, before)
        elif code in (codes.ASSERT, codes.ASSERT_NOT):
            yield from _repeats(value[1], before if value[0] > 0 else "")
        before += _one(code, value)
