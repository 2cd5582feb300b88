"""What the tests of faults share: how much to do, where to begin, and the figures that they leave.

`make test` runs a part, `make test-faults` (FAULTS=all) the whole. SEED repeats what a failure has printed.
"""

from __future__ import annotations

import json
import os
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.faults.figures import Figures

ALL = os.environ.get("FAULTS") == "all"
FIGURES = os.environ.get("FIGURES", "")
Report = Callable[[Figures], None]
_KEPT = pytest.StashKey[list[Figures]]()


def size(part: int, whole: int) -> int:
    """How much to do: a part in every run of the tests, the whole for the table."""
    return whole if ALL else part


@pytest.fixture
def seed() -> int:
    """What every chance of a test comes from. It is printed, and so shown when the test fails."""
    chosen = int(os.environ.get("SEED") or random.SystemRandom().randrange(1 << 32))
    print(f"SEED={chosen}")
    return chosen


@pytest.fixture
def report(request: pytest.FixtureRequest) -> Report:
    """Puts figures into the table. To be called before they are asserted: what was lost is to be seen, too."""
    return request.config.stash.setdefault(_KEPT, []).append


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Leave the figures to whoever runs the whole matrix."""
    if FIGURES:
        figures = session.config.stash.get(_KEPT, [])
        Path(FIGURES).write_text(json.dumps([one.as_json() for one in figures]))
