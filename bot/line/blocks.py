"""The words of a message that is made of blocks: paragraphs, headings, lists, tables, texts inside one another.

Quiet. Blocks of kinds that are not known yet are read by the same few names.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

DEEPEST = 20
_INSIDE = ("text", "title", "blocks", "items", "rows", "cells", "caption", "summary")
"""Where a block keeps its words, or further blocks."""


def words_of(message: Any) -> str:
    """Its words, a line for each block; empty where it has none."""
    return "\n".join(filter(None, (line.strip() for line in _lines(message, DEEPEST))))


def _lines(value: Any, depth: int) -> Iterator[str]:
    """The texts of a block and of those inside it."""
    if isinstance(value, list) and depth:
        for one in value:
            yield from _lines(one, depth - 1)
    elif isinstance(value, dict) and depth:
        for name in _INSIDE:
            if name == "text":
                yield _inline(value.get(name), depth - 1)
            else:
                yield from _lines(value.get(name), depth - 1)
    elif isinstance(value, str):
        yield value


def _inline(value: Any, depth: int) -> str:
    """Text in one line, whatever it is marked with."""
    match value:
        case str():
            return value
        case list() if depth:
            return "".join(_inline(one, depth - 1) for one in value)
        case dict() if depth:
            return _inline(value.get("text"), depth - 1)
        case _:
            return ""
