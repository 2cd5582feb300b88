"""What a fault did: the figures of one trial or many, and the table of all."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from datetime import timedelta
from typing import Any

HEAD = ("fault", "store", "trials", "lost", "applied twice", "sent twice", "worst lateness")


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What was counted while one fault happened; the same fault on the same store adds up."""

    fault: str
    """Its number in the matrix and its name: `01 killed at every commit and call`."""
    store: str
    """`sqlite`, `postgresql`, or `-` where no store is part of it."""
    trials: int
    """How often it happened: kills, injected errors, examples."""
    lost: int = 0
    """Updates and messages that never arrived."""
    applied_twice: int = 0
    sent_twice: int = 0
    """Messages that somebody saw more often than they were meant."""
    lateness: timedelta | None = None
    """The longest that a message came after its moment, the fault's own duration left out."""

    def __add__(self, other: Figures) -> Figures:
        known = [late for late in (self.lateness, other.lateness) if late is not None]
        return replace(
            self,
            trials=self.trials + other.trials,
            lost=self.lost + other.lost,
            applied_twice=self.applied_twice + other.applied_twice,
            sent_twice=self.sent_twice + other.sent_twice,
            lateness=max(known, default=None),
        )

    def as_json(self) -> dict[str, Any]:
        """As it is handed from process to process."""
        late = None if self.lateness is None else self.lateness.total_seconds()
        return {**asdict(self), "lateness": late}

    @classmethod
    def from_json(cls, told: dict[str, Any]) -> Figures:
        """The other way."""
        late = told["lateness"]
        return cls(**{**told, "lateness": None if late is None else timedelta(seconds=late)})

    def row(self) -> tuple[str, ...]:
        """As it stands in the table."""
        late = "-" if self.lateness is None else f"{self.lateness.total_seconds():.2f} s"
        return (
            self.fault,
            self.store,
            f"{self.trials:,}",
            f"{self.lost:,}",
            f"{self.applied_twice:,}",
            f"{self.sent_twice:,}",
            late,
        )


def table(figures: Iterable[Figures]) -> list[str]:
    """The lines of the table, as Markdown: a row for each fault on each store."""
    rows: dict[tuple[str, str], Figures] = {}
    for one in figures:
        key = one.fault, one.store
        rows[key] = rows[key] + one if key in rows else one
    lines = [HEAD, *(rows[key].row() for key in sorted(rows))]
    widths = [max(len(line[place]) for line in lines) for place in range(len(HEAD))]
    ruler = tuple("-" * width for width in widths)
    told = [lines[0], ruler, *lines[1:]]
    return [f"| {' | '.join(cell.ljust(width) for cell, width in zip(line, widths, strict=True))} |" for line in told]
