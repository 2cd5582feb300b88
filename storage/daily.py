"""A copy of the store a day, and no more of them than are wanted."""

from __future__ import annotations

import os
import re
from datetime import date
from pathlib import Path

from storage.backup import backup
from storage.engine import StoreUnusable

_NAME = re.compile(r"afterword-(\d{4}-\d{2}-\d{2})\.db")


def copies(folder: Path) -> dict[date, Path]:
    """The copies that stand there, by their day, the newest first. Other files are none."""
    try:
        found = {_day(path.name): path for path in folder.iterdir()}
    except OSError:
        return {}
    return {day: found[day] for day in sorted(filter(None, found), reverse=True)}


def _day(name: str) -> date | None:
    match = _NAME.fullmatch(name)
    try:
        return date.fromisoformat(match[1]) if match else None
    except ValueError:
        return None


def copy_of(url: str, folder: Path, keep: int, today: date) -> Path | None:
    """Copy the store to a file of today's name, and remove all but the newest `keep` copies; None: it is there already.

    A copy that is not whole never has that name. Raises StoreUnusable.
    """
    target = folder / f"afterword-{today}.db"
    if target.exists():
        return None
    part = target.with_name(target.name + ".part")
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        part.unlink(missing_ok=True)
        backup(url, part)
        os.replace(part, target)
        for old in list(copies(folder).values())[keep:]:
            old.unlink()
    except OSError as error:
        raise StoreUnusable(
            f"The store cannot be copied to {folder} ({error.strerror}). Make room there, or set "
            "AFTERWORD_BACKUP_DIR to another directory."
        ) from error
    return target
