"""How much room a store on this machine has left to grow."""

from __future__ import annotations

import os
from pathlib import Path

import sqlalchemy as sa

LEAST_ROOM = 1024 * 1024
"""Bytes. With less than this a store stops any moment."""


def lacks_room(url: sa.URL) -> str | None:
    """What to do where a SQLite file has hardly any room left on its disk; None where it has, or is on a server."""
    if url.get_backend_name() != "sqlite":
        return None
    path = Path(url.database or "").absolute()
    try:
        disk = os.statvfs(next(folder for folder in path.parents if folder.exists()))
    except OSError:  # it is told elsewhere that it cannot be reached
        return None
    left = disk.f_bavail * disk.f_frsize
    if left >= LEAST_ROOM:
        return None
    return f"the disk of {path} is full ({left // 1024} KB left). Make room, or set AFTERWORD_DATA_DIR to another disk."
