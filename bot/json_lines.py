"""JSON Lines in, JSON Lines out: what the commands share that answer one line with one line.

Quiet: lines in, lines out.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any

Record = dict[str, Any]
MALFORMED: tuple[type[Exception], ...] = (ValueError, OverflowError, RecursionError)
"""What a line that cannot be read raises; everything else is a mistake of ours."""


def answered(
    lines: Iterable[str],
    answer: Callable[[Record], Record],
    *,
    such_as: str = "",
    numbered: bool = False,
    malformed: tuple[type[Exception], ...] = MALFORMED,
) -> Iterator[str]:
    """One answer for each line that is not empty, in its place; a line that cannot be read says why.

    `such_as`: an example of a line, for whoever wrote none. `numbered`: a line without an id has its number (from 1).
    """
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        name: Any = None
        try:
            record = json.loads(line)
            if not isinstance(record, dict):
                raise ValueError(f"a line is one object{such_as and f', such as {such_as}'}")
            name = record.get("id", number if numbered else None)
            yield as_line({"id": name, **answer(record)})
        except json.JSONDecodeError as error:
            yield as_line({"id": name, "error": f"this line is not JSON: {error}"})
        except malformed as error:
            yield as_line({"id": name, "error": str(error)})


def as_line(answer: Record) -> str:
    """An answer as one line of JSON in readable letters; what no encoding can carry is escaped."""
    return json.dumps(answer, ensure_ascii=False).encode("utf-8", "backslashreplace").decode("utf-8")
