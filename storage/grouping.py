"""Rows by what they hang on: those of one Opportunity are found at once, however many a Person has.

Quiet. Facts are never changed in place, so what has been sorted out for a collection holds for as long as it is there.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from operator import attrgetter
from typing import Any, Generic, TypeVar

from storage.facts import Interview, Known, Opportunity

T = TypeVar("T")
FEW = 12
"""So many rows are looked through; most people have no more of a kind."""
SORTED_OUT = 128
"""Collections that are remembered: a turn asks a dozen of one Person, again and again, and the next one another's."""


class Same(Generic[T]):
    """A value as the key of a memory: it is the same as itself and as nothing else, and need not be compared."""

    __slots__ = ("value",)

    def __init__(self, value: T) -> None:
        self.value = value

    def __hash__(self) -> int:
        return id(self.value)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and self.value is other.value


def about(rows: tuple[T, ...], opportunity_id: int) -> tuple[T, ...]:
    """Those of the rows that belong to an Opportunity, in their order."""
    return _those(rows, "opportunity_id", opportunity_id)


def noted_of(rows: tuple[T, ...], interview_id: int) -> tuple[T, ...]:
    """Those of the Notes that belong to an Interview, in their order."""
    return _those(rows, "interview_id", interview_id)


def numbered(rows: tuple[T, ...], number: int) -> T | None:
    """The row of that number."""
    return next(iter(_those(rows, "id", number)), None)


def pursued(known: Known) -> tuple[Interview, ...]:
    """The Interviews of Opportunities that are still being pursued, in their order."""
    return _pursued(Same(known.opportunities), Same(known.interviews))


@lru_cache(maxsize=SORTED_OUT)
def _pursued(
    opportunities: Same[tuple[Opportunity, ...]], interviews: Same[tuple[Interview, ...]]
) -> tuple[Interview, ...]:
    open_ones = {opportunity.id for opportunity in opportunities.value if opportunity.closed_at is None}
    return tuple([interview for interview in interviews.value if interview.opportunity_id in open_ones])


def _those(rows: tuple[T, ...], field: str, value: int) -> tuple[T, ...]:
    if len(rows) > FEW:
        return _sorted_out(Same(rows), field).get(value, ())
    return tuple([row for row in rows if getattr(row, field) == value])


@lru_cache(maxsize=SORTED_OUT)
def _sorted_out(rows: Same[tuple[Any, ...]], field: str) -> Mapping[int, tuple[Any, ...]]:
    found: dict[int, list[Any]] = {}
    for value, row in zip(map(attrgetter(field), rows.value), rows.value, strict=True):
        found.setdefault(value, []).append(row)
    return {value: tuple(those) for value, those in found.items()}
