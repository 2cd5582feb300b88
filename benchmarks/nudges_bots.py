"""The bots of `benchmarks.nudges`: each sends the same nudges, all due at one instant, as its library comes.

A bot is a coroutine that is given its Work; in its first life it first stores what is to be sent, later it finds that.
Everything is imported by the bot that needs it: huey and procrastinate are no dependencies of ours.
"""

from __future__ import annotations

import asyncio
import importlib.machinery
import logging
import sys
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from storage.facts import Interview, Known, Opportunity, Person

TOKEN = "1000000001:a-token-that-opens-nothing"
TEXT = "How did it go at Acme? One word is enough, and then one thing you want to remember from it. 🙂"
AT_ONCE = 8
"""Sends in flight where a bot has to be told a number: few suit the library's client best."""
ZONES = (
    "Pacific/Honolulu",
    "America/Los_Angeles",
    "America/New_York",
    "America/Sao_Paulo",
    "Europe/London",
    "Europe/Berlin",
    "Asia/Dubai",
    "Asia/Kolkata",
    "Asia/Singapore",
    "Asia/Tokyo",
    "Australia/Sydney",
    "Pacific/Auckland",
)
DAYTIME = range(10, 18)
EMPLOYERS = ("Acme", "Globex", "Initech", "Umbrella", "Northwind", "Contoso", "Fabrikam")
LIBRARY_CONNECTIONS = 256
POOL_S = 1.0
"""The library's own defaults for a bot in an application."""
PATIENCE_S = 120.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """What a bot has to do, and where."""

    url: str
    """Where Telegram answers."""
    folder: str
    postgres: str
    due: datetime
    chats: list[int]
    is_first: bool
    """Whether nothing is stored yet."""

    def again(self) -> Work:
        """The same for a bot that is started again."""
        return replace(self, is_first=False)


def has(module: str, others: str) -> bool:
    """Whether it can be imported, from `others` if nowhere else."""
    return importlib.machinery.PathFinder.find_spec(module, [*sys.path, others]) is not None


# Afterword


def somebody(person_id: int, due: datetime) -> Known:
    """Somebody for whom it is daytime, and whose check-in is due then: an interview has ended shortly before."""
    from scheduler.nudges.quiet_hours import CHECK_IN_AFTER

    end = due - CHECK_IN_AFTER
    awake = [zone for zone in ZONES if due.astimezone(ZoneInfo(zone)).hour in DAYTIME]
    employer = EMPLOYERS[person_id % len(EMPLOYERS)]
    return Known(
        person=Person(
            id=person_id,
            name="Ana",
            zone=awake[person_id % len(awake)],
            zone_confirmed=True,
            heard_at=due - timedelta(days=1),
            serial=2,
        ),
        opportunities=(Opportunity(id=1, employer=employer, role="product designer"),),
        interviews=(Interview(id=2, opportunity_id=1, start=end - timedelta(hours=1), end=end),),
    )


def store_people(url: str, people: Iterable[int], due: datetime) -> None:
    """Write them into the store, those who are there already left alone."""
    from sqlmodel import Session

    from scheduler import nudges
    from storage import known
    from storage.migrate import migrate
    from storage.store import Store

    store = Store(url)
    migrate(store.engine)
    with Session(store.engine) as session:
        for person_id in people:
            facts = somebody(person_id, due)
            wake_at = nudges.next_wake(facts, due - timedelta(minutes=1))
            assert wake_at == due, "the check-in is what comes next"
            known.keep(session, None, facts, wake_at)
        session.commit()
    store.close()


def store_url(folder: str) -> str:
    """Where Afterword's store lies."""
    return f"sqlite:///{Path(folder) / 'afterword.db'}"


def settings(work: Work) -> Any:
    """Those of an operator whose bot may send as many messages as it can."""
    from bot.settings import Settings

    values: dict[str, Any] = {
        "token": TOKEN,
        "data_dir": work.folder,
        "store_url": store_url(work.folder),
        "telegram_url": work.url,
    }
    for name in ("nudges_per_second", "sends_in_flight"):
        values[name] = next(limit.le for limit in Settings.model_fields[name].metadata if hasattr(limit, "le"))
    return Settings.model_validate(values)


async def afterword(work: Work, ready: Callable[[], None]) -> None:
    """The bot that `afterword run` starts."""
    from bot import app, logs
    from scheduler.clock import SystemClock

    logs.set_up("ERROR")
    if work.is_first:
        store_people(store_url(work.folder), work.chats, work.due)
    built = app.build(settings(work), SystemClock())
    ready()
    await app.run(built, asyncio.Event())


# The others


_open_bots: list[Any] = []
"""The library's bot, for jobs that are stored and so cannot hold it."""


async def _open(url: str, pool_timeout: float = POOL_S) -> None:
    from telegram import Bot
    from telegram.request import HTTPXRequest

    logging.disable()  # what they cannot send is counted where it does not arrive

    request = HTTPXRequest(connection_pool_size=LIBRARY_CONNECTIONS, pool_timeout=pool_timeout)
    bot = Bot(TOKEN, base_url=f"{url}/bot", request=request)
    await bot.initialize()
    _open_bots.append(bot)


async def send(chat_id: int) -> None:
    """A job of APScheduler's."""
    await _open_bots[0].send_message(chat_id, TEXT)


async def apscheduler(work: Work, ready: Callable[[], None], pool_timeout: float = POOL_S, **job_defaults: Any) -> None:
    """A date job for each nudge in its SQLAlchemy store on SQLite."""
    from apscheduler.jobstores.sqlalchemy import SQLAlchemyJobStore
    from apscheduler.schedulers.asyncio import AsyncIOScheduler

    await _open(work.url, pool_timeout)
    store = SQLAlchemyJobStore(url=f"sqlite:///{Path(work.folder) / 'jobs.db'}")
    scheduler = AsyncIOScheduler(jobstores={"default": store}, job_defaults=job_defaults, timezone=UTC)
    scheduler.start(paused=True)
    for chat_id in work.chats if work.is_first else ():
        scheduler.add_job(send, "date", run_date=work.due, args=[chat_id], id=str(chat_id))
    scheduler.resume()
    ready()
    await asyncio.Event().wait()


async def apscheduler_patient(work: Work, ready: Callable[[], None]) -> None:
    """The same, told that no job is ever too late, and that sends may wait for a connection."""
    await apscheduler(work, ready, PATIENCE_S, misfire_grace_time=None)


async def job_queue(work: Work, ready: Callable[[], None], pool_timeout: float = POOL_S, **job_kwargs: Any) -> None:
    """The library's JobQueue. It keeps its jobs in memory: in another life there are none."""
    from telegram.ext import Application, CallbackContext

    async def say(context: CallbackContext[Any, Any, Any, Any]) -> None:
        assert context.job is not None
        assert context.job.chat_id is not None
        await context.bot.send_message(context.job.chat_id, TEXT)

    builder = Application.builder().token(TOKEN).base_url(f"{work.url}/bot")
    application = builder.connection_pool_size(LIBRARY_CONNECTIONS).pool_timeout(pool_timeout).build()
    assert application.job_queue is not None
    logging.disable()
    await application.initialize()
    await application.start()
    for chat_id in work.chats if work.is_first else ():
        application.job_queue.run_once(say, work.due, chat_id=chat_id, job_kwargs=job_kwargs)
    ready()
    await asyncio.Event().wait()


async def job_queue_patient(work: Work, ready: Callable[[], None]) -> None:
    """The same, told that no job is ever too late, and that sends may wait for a connection."""
    await job_queue(work, ready, PATIENCE_S, misfire_grace_time=None)


async def huey(work: Work, ready: Callable[[], None]) -> None:
    """Its consumer with threads, which have the bot's loop send, and SQLite."""
    from huey import SqliteHuey  # type: ignore[import-not-found]

    await _open(work.url)
    loop = asyncio.get_running_loop()
    tasks = SqliteHuey(filename=str(Path(work.folder) / "huey.db"), utc=True)

    @tasks.task()  # type: ignore[untyped-decorator]
    def nudge(chat_id: int) -> None:
        asyncio.run_coroutine_threadsafe(send(chat_id), loop).result()

    for chat_id in work.chats if work.is_first else ():
        nudge.schedule((chat_id,), eta=work.due)
    tasks.create_consumer(workers=AT_ONCE).start()
    ready()
    await asyncio.Event().wait()


async def procrastinate(work: Work, ready: Callable[[], None]) -> None:
    """Its worker, on PostgreSQL."""
    from procrastinate import App, PsycopgConnector  # type: ignore[import-not-found]

    await _open(work.url)
    tasks = App(connector=PsycopgConnector(conninfo=work.postgres))

    @tasks.task(name="nudge")  # type: ignore[untyped-decorator]
    async def nudge(chat_id: int) -> None:
        await send(chat_id)

    async with tasks.open_async():
        if work.is_first:
            await tasks.connector.execute_query_async("DROP SCHEMA public CASCADE")
            await tasks.connector.execute_query_async("CREATE SCHEMA public")
            await tasks.schema_manager.apply_schema_async()
            later = nudge.configure(schedule_at=work.due)
            await later.batch_defer_async(*({"chat_id": chat_id} for chat_id in work.chats))
        ready()
        await tasks.run_worker_async(concurrency=AT_ONCE, install_signal_handlers=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Nudger:
    """A bot, what it needs to have installed, and how many sends it has in flight at most."""

    run: Callable[[Work, Callable[[], None]], Awaitable[None]]
    needs: str = "bot"
    at_once: int = AT_ONCE


AFTERWORD = "Afterword"
PROCRASTINATE = "procrastinate, 8 at once, PostgreSQL"
NUDGERS = {
    AFTERWORD: Nudger(run=afterword),
    "APScheduler, SQLite": Nudger(run=apscheduler, needs="apscheduler", at_once=LIBRARY_CONNECTIONS),
    "APScheduler, patient": Nudger(run=apscheduler_patient, needs="apscheduler", at_once=LIBRARY_CONNECTIONS),
    "JobQueue, in memory": Nudger(run=job_queue, needs="apscheduler", at_once=LIBRARY_CONNECTIONS),
    "JobQueue, patient": Nudger(run=job_queue_patient, needs="apscheduler", at_once=LIBRARY_CONNECTIONS),
    "huey, 8 threads, SQLite": Nudger(run=huey, needs="huey"),
    PROCRASTINATE: Nudger(run=procrastinate, needs="procrastinate"),
}
