"""What the benchmarks share: percentiles, a table that lines up, the machine, processes that answer questions."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import platform
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

_SPAWN = multiprocessing.get_context("spawn")


def percentile(values: Sequence[float], share: float) -> float:
    """The smallest value that at least `share` (0 to 1) of all values do not exceed; NaN for none."""
    if not values:
        return float("nan")
    ordered = sorted(values)
    return ordered[max(0, -int(-share * len(ordered) // 1) - 1)]


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Rows under a head; the first column to the left, the others to the right."""
    widths = [max(len(line[column]) for line in (head, *rows)) for column in range(len(head))]
    rule = ["-" * width for width in widths]
    return "\n".join(_line(line, widths) for line in (head, rule, *rows))


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    rest = (cell.rjust(width) for cell, width in zip(cells[1:], widths[1:], strict=True))
    return "  ".join((cells[0].ljust(widths[0]), *rest)).rstrip()


def machine() -> str:
    """One line to print above the figures; on a machine that is busy with other things they mean little."""
    kind = f"{platform.system()} {platform.machine()}"
    return f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}, Python {platform.python_version()}, {kind}"


def of_children() -> float:
    """CPU seconds of the processes that this one has started and that still run; 0.0 where the system does not tell."""
    spent = 0.0
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):  # it has just ended
            fields = stat.read_text().rpartition(")")[2].split()
            if int(fields[1]) == os.getpid():
                spent += (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    return spent


class Child:
    """A process of its own, which answers what it is asked through the connection it gets as first argument."""

    def __init__(self, run: Callable[..., None], *arguments: Any) -> None:
        self._line, theirs = _SPAWN.Pipe()
        self._process = _SPAWN.Process(target=run, args=(theirs, *arguments), daemon=True)
        self._process.start()
        theirs.close()

    def ask(self, *question: Any) -> Any:
        """Its answer. Raises EOFError when it has ended."""
        self._line.send(question)
        return self.answer()

    def answer(self) -> Any:
        """What it says next. Raises EOFError when it has ended."""
        return self._line.recv()

    def end(self) -> None:
        """Kill it."""
        self._process.kill()
        self._process.join()
        self._process.close()
        self._line.close()


@contextmanager
def child(run: Callable[..., None], *arguments: Any) -> Iterator[Child]:
    """A process for a while: `run(connection, *arguments)`."""
    started = Child(run, *arguments)
    try:
        yield started
    finally:
        started.end()


__all__ = ["Child", "Connection", "child", "machine", "of_children", "percentile", "table"]
