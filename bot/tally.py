"""What this process has done, in numbers, for whoever runs it. No name of a number or of its parts names a person."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter

STEPS_S = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
"""Up to so many seconds each: how long turns take is counted in these steps."""


class Tally:
    """Numbers that only grow, since the process has started."""

    def __init__(self) -> None:
        self.counts: Counter[tuple[str, tuple[str, ...]]] = Counter()
        """By what is counted, and its parts."""
        self.turns: list[int] = [0] * (len(STEPS_S) + 1)
        self.turn_seconds = self.told_to_wait_s = 0.0

    def count(self, what: str, *parts: str) -> None:
        """One more."""
        self.counts[what, parts] += 1

    def add(self, what: str, number: int, *parts: str) -> None:
        """So many more."""
        self.counts[what, parts] += number

    def turn(self, seconds: float) -> None:
        """A turn has taken so long."""
        self.turns[bisect_left(STEPS_S, seconds)] += 1
        self.turn_seconds += seconds


TALLY = Tally()
"""Of this process."""
