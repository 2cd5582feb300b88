"""The ways in which the catalogue keeps a line of a Draft: for a style, a reader, an address, and one of several."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from bot import words

PLAIN = "plain"


def voices(style: str, *, via_agency: bool, address: str = "") -> Iterator[str]:
    """The endings under which the catalogue may keep a line, the most fitting first."""
    if address:
        yield from (f".{style}.{address}", f".{address}")
    reader = ".agency" if via_agency else ""
    if style != PLAIN:
        yield f".{style}{reader}"
    yield reader
    if style != PLAIN:
        yield f".{style}"
    yield ""


@cache
def ways(name: str, language: str) -> tuple[str, ...]:
    """The catalogue's entries for a line: the line itself, or `.1`, `.2` … when there are several ways to say it."""
    if _exists(name, language):
        return (name,)
    numbered: list[str] = []
    while _exists(f"{name}.{len(numbered) + 1}", language):
        numbered.append(f"{name}.{len(numbered) + 1}")
    return tuple(numbered)


def _exists(name: str, language: str) -> bool:
    try:
        words.plain(name, language)
    except words.NoWords:
        return False
    except KeyError:  # it exists, and has places to fill
        return True
    return True


def turn(number: int, names: Sequence[str]) -> int:
    """Which of several ways an employer's letters begin with: another one for another employer or another talk, and
    always the same for one. `number`: of the employer; `names`: whom the Person met there."""
    return number - 1 + sum(map(ord, names[0] if names else ""))
