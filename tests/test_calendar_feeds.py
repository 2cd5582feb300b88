"""A feed connected, looked at and disconnected; what is secret stays secret."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.feeds.living import Life, living
from tests.feeds.server import HOST
from tests.test_calendar_files import calendar, event

PATH = "/private-7f3a/basic.ics"
ADDRESS = f"https://{HOST}{PATH}"
START = "2026-09-10T09:00"


async def connect(life: Life, *events: str) -> None:
    """Ana sends the address of a calendar with these events."""
    life.server.serve(PATH, calendar(*events, method="PUBLISH"))
    await life.say(ADDRESS)


async def test_a_feed_is_connected_and_its_interview_found_moved_and_cancelled(tmp_path: Path) -> None:
    async with living(tmp_path, START) as life:
        await connect(life, event(), event("gym@x", SUMMARY="Gym"))
        await life.press("Plan it")
        await life.until("2026-09-10T14:00")
        moved = event(start="20260910T150000Z", end="20260910T160000Z", SEQUENCE="1")
        await connect_again(life, moved)
        await life.until("2026-09-10T15:30")
        off = event(start="20260910T150000Z", end="20260910T160000Z", SEQUENCE="2", STATUS="CANCELLED")
        await connect_again(life, off)
        await life.until("2026-09-12T09:00")
        for line in life.told():
            print(line)
    raise SystemExit


async def connect_again(life: Life, *events: str) -> None:
    life.server.serve(PATH, calendar(*events, method="PUBLISH"))
