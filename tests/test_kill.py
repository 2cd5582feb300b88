"""The real bot, killed: every update is applied once and in order, no message is lost, and few are said twice.

A message may come twice only if the bot died after Telegram had taken it and before that was written down.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import random
import shutil
import signal
import sqlite3
from collections import Counter
from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from bot.rehearsal import process
from bot.rehearsal.api import api_app
from bot.rehearsal.process import BotProcess, warm_up
from bot.rehearsal.serving import serve
from bot.rehearsal.telegram import CUT, LocalTelegram, Reply
from storage.migrate import migrate
from storage.store import Store
from tests import dying_bot
from tests.conftest import NOON
from tests.wired import TOKEN, until

KILLS = 40
REPLIES = 2
"""To an unknown command: that it is unknown, and the list of those that are known."""


class Mortal(BotProcess):
    """A bot that may have died by itself."""

    @property
    def is_dead(self) -> bool:
        return self._process is None or not self._process.is_alive()

    def strike(self) -> None:
        """Kill it with signal 9."""
        if self._process is not None and self._process.pid is not None:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self._process.pid, signal.SIGKILL)

    def pardon(self) -> None:
        """From its next life on it may live."""
        self._settings.pop("dies", None)

    async def bury(self) -> None:
        """Kill it if it lives, and return once it is gone."""
        self.strike()
        if self._process is not None and self._writer is not None:
            await asyncio.to_thread(self._process.join)
            self._writer.close()
        self._process = self._reader = self._writer = None


class Fatal(LocalTelegram):
    """A Telegram that may strike the bot dead before or after it takes a call."""

    strike: Callable[[], None] | None = None
    in_calls = 0
    after = False

    def doom(self, strike: Callable[[], None], in_calls: int, *, after: bool) -> None:
        """At the call that is so many away; `after` it counted, or before it was heard."""
        self.strike, self.in_calls, self.after = strike, in_calls, after

    def call(self, token: str, method: str, raw: Mapping[str, Any]) -> Reply:
        """As ever, until the doomed call."""
        self.in_calls -= 1
        if self.strike is None or self.in_calls != 0:
            return super().call(token, method, raw)
        if self.after:
            super().call(token, method, raw)
        self.strike()
        return CUT


@dataclass(slots=True)
class Scene:
    """People who talk to a bot that dies, and what is in its store."""

    telegram: Fatal
    bot: Mortal
    store: Path
    said: Counter[str] = field(default_factory=Counter)
    in_doubt: list[str] = field(default_factory=list)
    """Bodies of the calls that were being made when the bot died."""

    def say(self, person: str) -> None:
        """The person's next message: a command that nobody knows, each with a number of its own."""
        self.said[person] += 1
        self.telegram.say(person, f"/{person}{self.said[person]}")

    def ask(self, query: str) -> list[tuple[Any, ...]]:
        """What is in the store."""
        with contextlib.closing(sqlite3.connect(self.store)) as connection:
            return connection.execute(query).fetchall()

    def is_over(self) -> bool:
        """Whether everything that was said has been answered, and the bot has written that down."""
        if self.telegram.pending() or self.telegram.counts["sendMessage", 200] < REPLIES * self.said.total():
            return False
        return self.ask("SELECT state, count(*) FROM outbox GROUP BY 1") == [("sent", REPLIES * self.said.total())]

    async def rise(self) -> None:
        """Start the bot again, however it ended."""
        await self.bot.bury()
        self.in_doubt += [body for (body,) in self.ask("SELECT body FROM outbox WHERE state = 'sending'")]
        await self.bot.start(NOON)

    def heard(self, person: str) -> list[str]:
        """What the person saw of the bot."""
        return [e.text for e in self.telegram.transcript if (e.sender, e.person, e.kind) == ("bot", person, "message")]

    def answers(self, person: str) -> list[str]:
        """Which of their messages were answered, in the order of the first answers."""
        words = [word.strip(".,:;!“”\"'") for text in self.heard(person) for word in text.split()]
        return list(dict.fromkeys(word for word in words if word.startswith(f"/{person}")))

    @property
    def doubled(self) -> int:
        """How many messages were seen more often than they were meant."""
        return sum(len(self.heard(person)) - REPLIES * number for person, number in self.said.items())

    def check(self) -> None:
        """Every promise, after the end."""
        for person, number in self.said.items():
            assert self.answers(person) == [f"/{person}{n}" for n in range(1, number + 1)], "lost, or out of order"
            assert len(self.heard(person)) >= REPLIES * number, "lost"
        versions = dict(self.ask("SELECT id, version FROM person"))
        assert versions == {self.telegram.person(name).id: n for name, n in self.said.items()}, "not applied once"
        assert self.ask("SELECT state, count(*) FROM outbox GROUP BY 1") == [("sent", REPLIES * self.said.total())]
        assert 0 <= self.doubled <= len(self.in_doubt), "said twice without need"
        assert self.ask("PRAGMA integrity_check") == [("ok",)]


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with its tables, to be copied."""
    path = tmp_path_factory.mktemp("empty") / "afterword.db"
    store = Store(f"sqlite:///{path}")
    migrate(store.engine)
    store.close()
    return path


@contextlib.asynccontextmanager
async def opened(empty: Path, folder: Path, **settings: Any) -> AsyncIterator[Scene]:
    """A scene that is about to begin; the bot has not been started."""
    warm_up()
    await asyncio.to_thread(shutil.copytree, empty.parent, folder)
    telegram = Fatal(lambda: NOON)
    serving, port = await serve(api_app(telegram))
    given = {"token": TOKEN, "data_dir": str(folder), "log_level": "ERROR", "telegram_url": f"http://127.0.0.1:{port}"}
    bot = Mortal(given | settings, running=False)
    try:
        yield Scene(telegram, bot, folder / "afterword.db")
    finally:
        await bot.bury()
        await serving.stop()


async def test_killed_at_random_in_the_middle_of_bursts_it_loses_nothing(empty: Path, tmp_path: Path) -> None:
    seed = int(os.environ.get("SEED", "1"))
    chance = random.Random(seed)
    async with opened(empty, tmp_path / "store") as scene:
        await scene.bot.start(NOON)
        for _ in range(KILLS):
            for _ in range(chance.randint(1, 6)):
                scene.say(chance.choice(["ana", "ben", "cleo"]))
            scene.telegram.doom(scene.bot.strike, chance.randint(1, 12), after=chance.random() < 0.5)
            await until(lambda: scene.bot.is_dead or scene.is_over())
            await scene.rise()
        scene.telegram.strike = None

        await until(scene.is_over)

        scene.check()
        print(
            f"\nseed {seed}: {KILLS} kills, {scene.said.total()} updates, {scene.doubled} messages said twice, 0 lost"
        )


async def converse(scene: Scene) -> bool:
    """A short conversation of two people with a bot that is doomed; whether it died. In the end all is said."""
    scene.say("ana")
    scene.say("ben")
    await scene.bot.start(NOON)
    await until(lambda: scene.bot.is_dead or scene.is_over())
    died = scene.bot.is_dead
    if died:
        scene.bot.pardon()
        await scene.rise()
        await until(scene.is_over)
    scene.check()
    return died


@pytest.mark.parametrize("when", ["before", "after"])
async def test_killed_at_any_commit_it_loses_nothing(
    empty: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, when: str
) -> None:
    monkeypatch.setattr(process, "_perform", dying_bot.perform)
    died, deaths, doubled = True, 0, 0
    while died:
        async with opened(empty, tmp_path / str(deaths), dies=(deaths + 1, when)) as scene:
            died = await converse(scene)
            deaths, doubled = deaths + died, doubled + scene.doubled

    assert deaths > 10, "it has died at many commits"
    print(f"\n{deaths} deaths {when} a commit, {doubled} messages said twice, 0 lost")


@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
async def test_killed_at_any_call_it_repeats_no_more_than_was_under_way(
    empty: Path, tmp_path: Path, after: bool
) -> None:
    died, deaths, doubled = True, 0, 0
    while died:
        async with opened(empty, tmp_path / str(deaths)) as scene:
            scene.telegram.doom(scene.bot.strike, deaths + 1, after=after)
            died = await converse(scene)
            deaths, doubled = deaths + died, doubled + scene.doubled

    assert deaths >= 2 * REPLIES, "it has died at every message"
    print(f"\n{deaths} deaths {'after' if after else 'before'} a call, {doubled} messages said twice, 0 lost")
