"""Names in a clause: employers, people, jobs, agencies."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from bot.hear.clause import Clause
from bot.hear.scene import Scene


def named(clauses: Iterable[Clause], scene: Scene) -> tuple[Clause, ...]:
    """The clauses with the names in them."""
    return tuple(replace(clause, names=()) for clause in clauses)
