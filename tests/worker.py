"""A process that applies, nudges and sends, and fetches nothing: one of several on the same store."""

from __future__ import annotations

import asyncio
from datetime import timedelta

LEASE = timedelta(seconds=3)
"""How long the messages of one that has died stay with it."""


def work(store_url: str, telegram_url: str, token: str) -> None:
    """Work until killed."""
    asyncio.run(_work(store_url, telegram_url, token))


async def _work(store_url: str, telegram_url: str, token: str) -> None:
    from bot import app, logs
    from bot.settings import Settings
    from scheduler.clock import SystemClock
    from storage import outbox

    logs.set_up("ERROR")
    outbox.LEASE = LEASE
    given = {"token": token, "store_url": store_url, "telegram_url": telegram_url, "data_dir": "nowhere"}
    built = app.build(Settings.model_validate(given), SystemClock())
    await built.telegram.open()
    async with asyncio.TaskGroup() as tasks:
        for part in (built.turns, built.nudger, built.courier):
            tasks.create_task(part.run())
