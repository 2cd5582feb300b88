"""The child that reads strangers' calendar files: `python -m bot.calendars.worker`, asked through its stdin by `guard`.

Noisy. It loads the libraries once and forks for every file, so no file meets what another left behind, and the fork has
little time and memory. It holds no secrets: no token, no store, no network.
A question is a line with two lengths in bytes, then what is wanted (JSON), then the file. An answer is a line with one
length, then JSON.
"""

from __future__ import annotations

import contextlib
import os
import resource
import signal
import sys
from dataclasses import replace

from bot.calendars import wire
from bot.calendars.events import Reason, Rejected, Wanted
from bot.calendars.reading import read

FIRST_TRY, SECOND_TRY, FOR_A_MEGABYTE = 0.6, 0.3, 0.15
"""Seconds of CPU; a file whose rules are too heavy for the first try gets a second one without them."""
WALL_SECONDS = 5.0
MEMORY = 140_000_000
"""Bytes that a fork may have beyond what it begins with."""


def main() -> None:
    """Answer until the questions end."""
    questions, answers = sys.stdin.buffer, sys.stdout.buffer
    read(b"BEGIN:VEVENT\nDTSTART:20260101T000000Z\nRRULE:FREQ=DAILY;COUNT=1\nEND:VEVENT\n", Wanted())  # loads the rest
    while head := questions.readline():
        asked, size = map(int, head.split())
        wanted, data = wire.unpack_wanted(questions.read(asked)), questions.read(size)
        more = size / 1e6 * FOR_A_MEGABYTE
        answer = _tried(data, wanted, FIRST_TRY + more)
        if answer is None and b"RRULE" in data:
            answer = _tried(data, replace(wanted, recurring=False), SECOND_TRY + more)
        packed = answer or wire.pack(Rejected(Reason.TOO_HEAVY))
        answers.write(b"%d\n" % len(packed) + packed)
        answers.flush()


def _tried(data: bytes, wanted: Wanted, seconds: float) -> bytes | None:
    """What a fork makes of it; None when it had to be ended."""
    ours, theirs = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(ours)
        _answer(data, wanted, theirs, seconds)
    os.close(theirs)
    with open(ours, "rb") as pipe:
        answer = pipe.read()
    _, status = os.waitpid(child, 0)
    return answer if status == 0 and answer else None


def _answer(data: bytes, wanted: Wanted, to: int, seconds: float) -> None:
    """In the fork: read within the limits, answer, end. What is too heavy ends it without an answer."""
    try:
        _limit(seconds)
        packed = wire.pack(read(data, wanted))
    except (MemoryError, RecursionError):
        os._exit(1)
    except Exception:  # noqa: BLE001  the last fence: it is answered, and counts as a mistake of ours
        packed = wire.pack(Rejected(Reason.FAILED))
    with open(to, "wb") as pipe:
        pipe.write(packed)
    os._exit(0)


def _limit(seconds: float) -> None:
    """From here on little time and memory, and no files but those to read from. The kernel ends what goes beyond."""
    for number in (signal.SIGPROF, signal.SIGALRM, signal.SIGXCPU):
        signal.signal(number, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    signal.setitimer(signal.ITIMER_REAL, WALL_SECONDS)
    limits = {resource.RLIMIT_CPU: int(seconds) + 2, resource.RLIMIT_FSIZE: 0, resource.RLIMIT_CORE: 0}
    limits[resource.RLIMIT_AS] = _size() + MEMORY
    for kind, limit in limits.items():
        with contextlib.suppress(ValueError, OSError):  # what a system cannot limit, the clock still does
            resource.setrlimit(kind, (limit, limit))


def _size() -> int:
    """Bytes of address space in use."""
    try:
        with open("/proc/self/statm", encoding="ascii") as told:
            return int(told.read().split()[0]) * resource.getpagesize()
    except OSError:
        return 400_000_000


if __name__ == "__main__":
    main()
