"""The bot's own process, with a death sentence: it ends right before or right after its n-th commit."""

from __future__ import annotations

import os
import socket
from itertools import count
from typing import Any

from sqlmodel import Session

SIGNAL_9 = 137


def perform(control: socket.socket, settings: dict[str, Any], now: str, running: bool) -> None:
    """Run the bot as a rehearsal does; `settings["dies"]` may be (number of a commit, "before" or "after")."""
    from bot.rehearsal.performance import perform as live

    number, when = settings.get("dies", (0, ""))
    commits, commit = count(1), Session.commit

    def fatal(session: Session) -> None:
        this = next(commits)
        if (this, when) == (number, "before"):
            os._exit(SIGNAL_9)
        commit(session)
        if (this, when) == (number, "after"):
            os._exit(SIGNAL_9)

    Session.commit = fatal  # type: ignore[assignment,method-assign]
    live(control, settings, now, running)
