"""What the process of a bot does that a test kills: the real bot, in time that runs on, perhaps with a death sentence.

Nothing of the tests' own side is loaded here.
"""

from __future__ import annotations

import asyncio
import os
from dataclasses import dataclass
from datetime import timedelta
from itertools import count
from typing import Any

from sqlmodel import Session

from storage import in_the_loop, units

SIGNAL_9 = 137


@dataclass(frozen=True, slots=True, kw_only=True)
class Life:
    """How one process lives, and when it dies."""

    settings: dict[str, Any]
    ahead: timedelta = timedelta()
    """How far its clock is ahead of the machine's."""
    fetches: bool = True
    """One of several on the same store fetches updates; the others apply, nudge and send."""
    lease: timedelta = timedelta(seconds=3)
    """How long the messages of one that has died stay with it, and its questions, where several share a store."""
    dies: tuple[int, str] | None = None
    """The number of a commit, and whether the end comes right `before` or right `after` it."""
    notes: str | None = None
    """A file that gets the chat of every call in a line of its own; nobody else hears of them."""


def live(life: Life) -> None:
    """Run the bot until it is killed or dies."""
    from bot import app, listening, logs
    from bot.settings import Settings
    from scheduler.clock import MovedClock, SystemClock
    from storage import outbox

    logs.set_up("ERROR")
    outbox.rows.LEASE = listening.SLACK = life.lease
    if life.dies is not None:
        _sentence(*life.dies)
    if life.notes is not None:
        _note_calls(life.notes)
    clock = MovedClock(SystemClock().now() + life.ahead, running=True)
    built = app.build(Settings.model_validate(life.settings), clock)
    asyncio.run(app.run(built, asyncio.Event()) if life.fetches else _work(built))


async def _work(built: Any) -> None:
    await built.telegram.open()
    async with asyncio.TaskGroup() as tasks:
        for part in (built.turns, built.nudger, built.courier):
            tasks.create_task(part.run())


def command(settings: dict[str, Any]) -> None:
    """What `afterword run` does, on the machine's own clock, until it is told to stop."""
    from bot.__main__ import main

    os.environ.update({f"AFTERWORD_{name.upper()}": str(value) for name, value in settings.items()})
    main(["run"])


def _note_calls(path: str) -> None:
    from bot.line.telegram import Telegram

    notes = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    numbers = count(1)

    async def call(_self: Telegram, _method: str, body: dict[str, Any]) -> Any:
        os.write(notes, b"%d\n" % body.get("chat_id", 0))
        await asyncio.sleep(0)
        return {"message_id": next(numbers)}

    Telegram.call = call  # type: ignore[assignment,method-assign]


def _sentence(number: int, when: str) -> None:
    commits, end = count(1), units.end

    def fatal(session: Session) -> None:
        this = next(commits)
        if (this, when) == (number, "before"):
            os._exit(SIGNAL_9)
        end(session)
        if (this, when) == (number, "after"):
            os._exit(SIGNAL_9)

    units.end = in_the_loop.end = fatal
