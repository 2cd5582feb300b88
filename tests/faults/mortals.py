"""People who talk to bots that die: what they said, what they are due, what of it arrived, and how often.

The bots are processes; their Telegram and a look into their store are here.
"""

from __future__ import annotations

import asyncio
import contextlib
import multiprocessing
import os
import random
import signal
from collections import Counter
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from multiprocessing.process import BaseProcess
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session

from bot.rehearsal.api import api_app
from bot.rehearsal.process import warm_up
from bot.rehearsal.serving import serve
from bot.rehearsal.telegram import CUT, LocalTelegram, Reply
from scheduler.clock import SystemClock
from storage import known
from storage.engine import read_url
from storage.facts import Interview, Known, Opportunity, Person
from tests.conftest import NOON
from tests.faults.figures import Figures
from tests.faults.life import Life, command, live
from tests.wired import TOKEN

REPLIES = 1
"""To an unknown command: that it is unknown, with the list of those that are known."""
LONGEST_S = 240
MODEL_S = 0.5
"""So long a model may take."""
TOLD = "the frumious /{name}n{number} gimbled in the wabe"
"""To this: that it is kept as a note."""
_CONTEXT = multiprocessing.get_context("forkserver")


class Bot:
    """A bot's process that is killed, or dies by itself, and is started again."""

    def __init__(self, life: Life) -> None:
        self.life = life
        self.command: dict[str, Any] | None = None
        """If set, what runs is the command line itself with these settings."""
        self._process: BaseProcess | None = None

    @property
    def is_dead(self) -> bool:
        return self._process is None or not self._process.is_alive()

    @property
    def exit_code(self) -> int | None:
        return None if self._process is None else self._process.exitcode

    @property
    def pid(self) -> int:
        assert self._process is not None
        assert self._process.pid is not None
        return self._process.pid

    def strike(self) -> None:
        """Kill it with signal 9."""
        if self._process is not None:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self.pid, signal.SIGKILL)

    async def rise(self) -> None:
        """Start it, after its end if it lives."""
        await self.bury()
        target, given = (command, self.command) if self.command else (live, self.life)
        self._process = _CONTEXT.Process(target=target, args=(given,), daemon=True)
        await asyncio.to_thread(self._process.start)

    async def stop(self, longest_s: float) -> int | None:
        """Ask it to end (SIGTERM) and return its exit code; None: it still runs when so much time is over."""
        assert self._process is not None
        os.kill(self.pid, signal.SIGTERM)
        await asyncio.to_thread(self._process.join, longest_s)
        return self._process.exitcode

    async def bury(self) -> None:
        """Kill it if it lives, and return once it is gone."""
        self.strike()
        if self._process is not None:
            await asyncio.to_thread(self._process.join)
        self._process = None


class Fatal(LocalTelegram):
    """A Telegram that may strike a bot dead before or after it takes a call."""

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
class Crowd:
    """People, their Telegram, the bots they talk to, and what those keep."""

    telegram: Fatal
    engine: sa.Engine
    """To look into the store beside the bots; it locks nothing."""
    settings: dict[str, Any]
    ahead: timedelta
    bots: list[Bot]
    said: Counter[str] = field(default_factory=Counter)
    due: list[str] = field(default_factory=list)
    """People to whom something is to be said unasked."""
    words: str = "/{name}n{number}"
    """What they say: a command that nobody knows."""

    # What people do

    def say(self, name: str) -> None:
        """The person's next message, each with a number of its own."""
        self.said[name] += 1
        self.telegram.say(name, self.words.format(name=name, number=self.said[name]))

    def say_in_turn(self, updates: int, people: int = 10) -> None:
        """So many messages from so many people."""
        for turn in range(updates):
            self.say(f"p{turn % people}")

    def meet(self, number: int, zone: str = "Europe/London") -> None:
        """So many people had an interview that has ended half an hour ago: a check-in is due."""
        end = self.telegram.now() - timedelta(minutes=30)
        self.due = [f"met{one}" for one in range(number)]
        with Session(self.engine, autoflush=False) as session:
            for name in self.due:
                someone = self.telegram.person(name)
                someone.started = True
                known.keep(session, None, after_a_talk(someone.id, zone, end), end)
            session.commit()

    # What became of it

    def ask(self, query: str) -> list[tuple[Any, ...]]:
        """What is in the store."""
        with self.engine.connect() as connection:
            return [tuple(row) for row in connection.execute(sa.text(query))]

    @property
    def expected(self) -> int:
        """How many messages everybody is to get in all."""
        return REPLIES * self.said.total() + len(self.due)

    @property
    def seen(self) -> int:
        """How many messages Telegram has taken."""
        return self.telegram.counts["sendMessage", 200]

    def is_over(self) -> bool:
        """Whether everything has been said to everybody, and the bots have written that down."""
        if self.telegram.pending() or self.seen < self.expected:
            return False
        return self.ask("SELECT state, count(*) FROM outbox GROUP BY 1") == [("sent", self.expected)]

    async def die_by_turns(self, kills: int, chance: random.Random) -> None:
        """One of the bots is killed and started again, so many times while all is being said."""
        for kill in range(1, kills + 1):
            enough = self.expected * kill // (kills + 1)
            await until(lambda: self.seen >= enough)  # noqa: B023
            await chance.choice(self.bots).rise()

    async def finish(self, every_s: float = 0.02) -> None:
        """Return once all is said. Nobody may have ended by themselves."""
        await until(lambda: self.is_over() or any(bot.is_dead for bot in self.bots), every_s)
        assert self.is_over(), "a bot has ended by itself"

    def answers(self, name: str) -> list[str]:
        """Which of their messages were answered, in the order of the first answers."""
        heard = [e.text for e in self.telegram.transcript if (e.sender, e.person, e.kind) == ("bot", name, "message")]
        words = [word.strip(".,:;!“”\"'") for text in heard for word in text.split()]
        return list(dict.fromkeys(word for word in words if word.startswith(f"/{name}n")))

    def lateness(self, name: str, since: datetime | None = None) -> timedelta:
        """The longest that this person waited for an answer; what they said before `since` counts from then on."""
        said, worst = {}, timedelta()
        for entry in self.telegram.transcript:
            if entry.person == name and entry.sender == "person":
                said[entry.text] = max(entry.at, since or entry.at)
            elif entry.person == name and (word := entry.text.partition("/")[2].partition("n")[2]):
                number = "".join(letter for letter in word.split(" ")[0] if letter.isdigit())
                asked = said.pop(f"/{name}n{number}", None)
                worst = max(worst, entry.at - asked) if asked is not None else worst
        assert not said, "somebody was not answered"
        return worst

    def figures(self, fault: str, trials: int, lateness: timedelta | None = None) -> Figures:
        """What was lost, applied twice and said twice: what is kept beside what people saw."""
        sent = self.ask("SELECT chat_id, message_id FROM outbox WHERE state = 'sent'")
        entries = [e for e in self.telegram.transcript if (e.sender, e.kind) == ("bot", "message")]
        seen = {(self.telegram.person(entry.person).id, entry.id) for entry in entries}
        arrived = sum(row in seen for row in sent)
        versions = dict(self.ask("SELECT id, version FROM person"))
        owing = [n - versions.get(self.telegram.person(name).id, 0) for name, n in self.said.items()]
        ((doubly_due,),) = self.ask("SELECT count(*) - count(DISTINCT person_id) FROM nudged")
        return Figures(
            fault=fault,
            store="sqlite" if self.engine.dialect.name == "sqlite" else "postgresql",
            trials=trials,
            lost=max(self.expected - arrived, 0) + sum(max(n, 0) for n in owing),
            applied_twice=sum(max(-n, 0) for n in owing) + doubly_due,
            sent_twice=len(entries) - arrived,
            lateness=lateness,
        )

    def in_doubt(self) -> int:
        """How many messages were under way when a bot died: so many may have been said twice."""
        return int(self.ask("SELECT coalesce(sum(attempts), 0) FROM outbox")[0][0])

    def check(self, figures: Figures) -> None:
        """Every promise, after the end."""
        assert (figures.lost, figures.applied_twice) == (0, 0), figures
        assert figures.sent_twice <= self.in_doubt(), "said twice without need"
        for name, number in self.said.items():
            assert self.answers(name) == [f"/{name}n{n}" for n in range(1, number + 1)], "out of order"
        assert self.ask("SELECT count(*) FROM inbox WHERE state <> 'done'") == [(0,)]
        if self.engine.dialect.name == "sqlite":
            assert self.ask("PRAGMA integrity_check") == [("ok",)]


class Tellers(Crowd):
    """People who say what no rule knows, so that a model is asked; each is kept, and answered with one message."""

    def answers(self, name: str) -> list[str]:
        """Which of their messages were kept, in their order."""
        whose = self.telegram.person(name).id
        texts = self.ask(f"SELECT text FROM open_point WHERE person_id = {whose} ORDER BY id")
        return [word for (text,) in texts for word in text.split() if word.startswith(f"/{name}n")]


def after_a_talk(person_id: int, zone: str, end: datetime) -> Known:
    """Somebody whose first interview, at Acme, ended then."""
    return Known(
        person=Person(id=person_id, name="Somebody", zone=zone, zone_confirmed=True, serial=2),
        opportunities=(Opportunity(id=1, employer="Acme", role="designer"),),
        interviews=(Interview(id=2, opportunity_id=1, start=end - timedelta(hours=1), end=end),),
    )


@asynccontextmanager
async def crowd(
    store_url: str, number: int = 1, ahead: timedelta | None = None, model_url: str = "", **life: Any
) -> AsyncIterator[Crowd]:
    """A crowd at noon of a weekday (or so far `ahead` of the machine's clock), and so many bots on the store there;
    none has been started. With a model they say what it is asked about."""
    warm_up()
    ahead = NOON - SystemClock().now() if ahead is None else ahead
    telegram = Fatal(lambda: SystemClock().now() + ahead, token=TOKEN)
    serving, _ = await serve(api_app(telegram))
    settings = {"token": TOKEN, "store_url": store_url, "telegram_url": serving.url, "nudges_per_second": 1000}
    settings |= {"model_url": model_url, "model": "m", "model_timeout": MODEL_S}
    first = Life(settings=settings, ahead=ahead, **life)
    engine = sa.create_engine(read_url(store_url), poolclass=sa.NullPool)
    bots = [Bot(replace(first, fetches=place == 0)) for place in range(number)]
    try:
        given = telegram, engine, settings, ahead, bots
        yield Tellers(*given, words=TOLD) if model_url else Crowd(*given)
    finally:
        for bot in bots:
            await bot.bury()
        engine.dispose()
        await serving.stop()


def zone_of_noon() -> str:
    """A zone in which it is between twelve and one at this moment."""
    ahead = 12 - SystemClock().now().hour
    return f"Etc/GMT{-ahead:+d}"


async def until(condition: Callable[[], bool], every_s: float = 0.005) -> None:
    """Return once the condition holds; what is waited for happens in other processes."""
    async with asyncio.timeout(LONGEST_S):
        while not condition():  # noqa: ASYNC110
            await asyncio.sleep(every_s)
