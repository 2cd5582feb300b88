"""`afterword backup`, `restore` and `corpus`: what an operator does with the whole store, and what is told."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

from bot import settings
from bot.commandline import Wrong
from scheduler.clock import SystemClock
from storage import backup as copies
from storage import lessons
from storage.engine import StoreUnusable
from storage.migrate import HEAD


def backup(file: str) -> list[str]:
    """Copy the store to a file. Raises Wrong."""
    with _told_in_a_line():
        copies.backup(settings.load().store_url, Path(file))
    return [f"The store is copied to {file}."]


def restore(file: str) -> list[str]:
    """Put a copy in the place of the store. Raises Wrong."""
    with _told_in_a_line():
        done = copies.restore(settings.load().store_url, Path(file), SystemClock().now())
    return [
        f"The store is restored from {file}.",
        *([] if done.found == HEAD else [f"Its schema was {done.found} and is {HEAD} now."]),
        "Rows: " + ", ".join(f"{table} {number:,}" for table, number in done.rows.items()) + ".",
        "What came in after the copy was made is not in it and is not brought again; later nudges may come once more.",
        *([f"The store before it is kept as {done.before}."] if done.before else []),
    ]


def corpus() -> list[str]:
    """What was heard wrongly, of those who let it be kept. Raises Wrong."""
    with _told_in_a_line():
        return list(lessons.everybodys(settings.load().store_url))


@contextlib.contextmanager
def _told_in_a_line() -> Iterator[None]:
    """What is wrong with the settings or the store is the operator's to mend."""
    try:
        yield
    except (settings.SettingsUnusable, StoreUnusable) as error:
        raise Wrong(str(error)) from error
