"""No pattern of ours takes longer than a text is long, whatever stands in it."""

from __future__ import annotations

import random
import re
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from bot.hear.bounded import bounded
from tests.faults.conftest import ALL
from tests.patterns import collected, hostile

SHORT, LONG = 24, 4000
MOST_S = 0.005
"""Seconds of work for LONG characters, above which the growth is looked at."""
CAP_S = 1.0
"""No look takes longer: who is given up each time runs away, however fast it was before."""
FEW = 8
"""Texts a pattern in `make test`; all of them for the table of faults."""


@contextmanager
def given_up(seconds: float) -> Iterator[None]:
    """Raises TimeoutError after so long: the engine looks for signals on its way."""

    def stop(*_: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def took(pattern: re.Pattern[Any], text: str) -> float:
    """Seconds of work to look for it everywhere, and to hold the whole against it."""
    given = text.encode() if isinstance(pattern.pattern, bytes) else text
    began = time.thread_time()
    try:
        with given_up(CAP_S):
            for _ in pattern.finditer(given):
                pass
            pattern.fullmatch(given)
    except TimeoutError:
        return CAP_S
    return time.thread_time() - began


GROWTH = 8
"""Four times the text takes four times as long where time is linear, and sixteen times where it is quadratic."""
LOOKS = 3
"""Who seems to run away is looked at so often, and does so each time: a busy machine is not a pattern's fault."""


def runs_away(pattern: re.Pattern[Any], *, everything: bool = ALL) -> str | None:
    """A text with which it takes more than the text is longer; None: none of them does that."""
    texts = list(hostile(pattern))
    for first, pump, end in texts if everything else random.Random(1).sample(texts, min(FEW, len(texts))):

        def of(length: int, first: str = first, pump: str = pump, end: str = end) -> str:
            return first + pump * (length // len(pump)) + end

        if took(pattern, of(SHORT)) > 0.1:
            return f"{pattern.pattern[:80]!r}: {of(SHORT)!r}"
        if took(pattern, of(LONG)) > MOST_S:
            looks = [(took(pattern, of(LONG)), took(pattern, of(4 * LONG))) for _ in range(LOOKS)]
            if all(long >= CAP_S or long > GROWTH * short for short, long in looks):
                short, long = looks[-1]
                return (
                    f"{pattern.pattern[:80]!r}: {pump!r} after {first!r}, before {end!r}: {short:.3f} s, {long:.3f} s"
                )
    return None


def test_every_pattern_takes_linear_time() -> None:
    found = collected()
    assert len(found) > 250
    bad = [
        (where, told) for (pattern, flags), where in found.items() if (told := runs_away(re.compile(pattern, flags)))
    ]
    assert bad == []


@pytest.mark.parametrize("pattern", [r"\s+x", r"(a|a)*b", r"\S+@\S+\.\w+", r"\w*[A-Z]{2}\w*!"])
def test_a_pattern_that_runs_away_is_told(pattern: str) -> None:
    assert runs_away(re.compile(pattern), everything=True)


@pytest.mark.parametrize(
    ("pattern", "as_it_is"),
    [
        (r"(?:very |so )*x\w+", r"(?:very |so ){0,30}x\w{1,60}"),
        (r"\s*\+[*+\]a]+[^]+]*?", r"\s{0,60}\+[*+\]a]{1,60}[^]+]{0,60}?"),
        (r"(?P<n>a{2,})b{2,3}c++(?<!\*)", r"(?P<n>a{2,60})b{2,3}c++(?<!\*)"),
    ],
)
def test_what_is_repeated_ends_somewhere(pattern: str, as_it_is: str) -> None:
    assert bounded(pattern) == as_it_is
