"""The rehearsal page: a chat with the real bot on a local Telegram, and a clock to move."""

from __future__ import annotations

import asyncio
import signal
import subprocess
import sys

from bot.rehearsal.page import page_app
from bot.rehearsal.stage import Stage, open_stage
from scheduler.clock import SystemClock


async def rehearse(port: int, *, open_browser: bool) -> None:
    """Serve the page until interrupted. Raises OSError when the port is taken."""
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)

    def app(stage: Stage) -> object:
        return page_app(stage.telegram, stage)

    async with open_stage(SystemClock().now(), running=True, app=app, port=port) as stage:
        print(f"Afterword rehearses at {stage.url} (end it with Ctrl+C)", flush=True)
        browser = show(stage.url) if open_browser else None
        await stop.wait()
        if browser is not None:
            browser.poll()


def show(address: str) -> subprocess.Popen[bytes]:
    """Open a browser, if there is one. It gets no terminal: one that writes text into it would hold up everything."""
    nothing = subprocess.DEVNULL
    words = [sys.executable, "-m", "webbrowser", address]
    return subprocess.Popen(words, stdin=nothing, stdout=nothing, stderr=nothing, start_new_session=True)  # noqa: S603  our own words
