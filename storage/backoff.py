"""How long to wait before something is tried again: the one place that says so."""

from __future__ import annotations

import random

MOST_DOUBLINGS = 20


def seconds_before(failures: int, first_s: float, longest_s: float) -> float:
    """Seconds to wait after so many failures in a row (one or more): `first_s`, doubled each time, up to `longest_s`.

    Up to a quarter less of it by chance: what has failed at one moment for many is not tried again at one moment.
    """
    longest = min(first_s * float(2 ** min(failures - 1, MOST_DOUBLINGS)), longest_s)
    return longest * random.uniform(0.75, 1)  # noqa: S311  no secret is made of it
