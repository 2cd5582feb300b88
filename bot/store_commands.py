"""`afterword backup`, `restore`, `doctor` and `corpus`: what is done with the whole store, and what is told."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.exc import DatabaseError
from sqlmodel import Session

from bot import settings
from bot.commandline import Wrong, print_all
from bot.line import painting
from scheduler import nudges
from scheduler.clock import SystemClock
from storage import backup as copies
from storage import known, lessons
from storage.doctor import findings
from storage.engine import StoreUnusable, explain, make_reader, read_url
from storage.migrate import HEAD
from storage.units import session_on


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


def doctor() -> list[str]:
    """What is wrong with the store. Raises Wrong, and the findings stand in it, when there is anything."""
    with _told_in_a_line():
        found = _findings(read_url(settings.load().store_url), SystemClock().now())
    if found:
        print_all(found)
        raise Wrong(f"{len(found)} findings, each with what mends it.")
    return ["The store is as it should be.", *([] if painting.is_able() else [painting.MISSING])]


def _findings(url: sa.URL, now: datetime) -> list[str]:
    if url.get_backend_name() == "sqlite" and not Path(url.database or "").exists():
        return []  # it is made at the first start
    engine = make_reader(url)
    try:
        with session_on(engine, {}) as session:
            return list(findings(session, now)) or list(_never_woken(session, now))
    except DatabaseError as error:
        raise explain(error, url) from error
    finally:
        engine.dispose()


def _never_woken(session: Session, now: datetime) -> Iterator[str]:
    """People to whom something is to be said some day, and whom nothing wakes."""
    lost = 0
    for person_id in known.never_woken(session):
        person = known.recall(session, person_id)
        lost += person is not None and nudges.next_wake(person, now) is not None
    if lost:
        yield f"{lost} people would never be written to unasked. Their next message mends it, or an older copy."


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
