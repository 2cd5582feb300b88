"""One build function wires the bot: for production, the page, stories and tests.

Only Telegram's address and the clock differ.
"""

from __future__ import annotations

import asyncio
import gc
import logging
import signal
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.exc import DatabaseError
from sqlmodel import Session

from bot.applied import Applied
from bot.calendars.feeds.seal import Seal
from bot.calendars.guard import Guard
from bot.copying import Copies
from bot.housekeeping import Housekeeper
from bot.line import intake, lookout, web
from bot.line.courier import Courier
from bot.line.introducing import introduce
from bot.line.model import Model, model_of
from bot.line.telegram import Telegram, connect
from bot.line.transcribing import Transcriber, transcriber_of
from bot.listening import Listener
from bot.nudging import Nudger
from bot.quotas import Pace
from bot.settings import NO_WEBHOOK, Settings
from bot.turns import Turns
from bot.version import version
from bot.watching import Watcher
from bot.words import languages
from scheduler.clock import Clock
from storage import feeds, inbox, known, outbox, owner
from storage.engine import explain, read_url, shown
from storage.migrate import migrate
from storage.store import Store

log = logging.getLogger(__name__)

SHUTDOWN_S = 8.0
GARBAGE = 10_000, 20, 50
"""New things after which Python looks for rings among them, and how often further back. Nearly nothing here is one, and
with its own 700 a twentieth of all time goes into looking."""


@dataclass(slots=True)
class App:
    """The whole bot, ready to run."""

    store: Store
    telegram: Telegram
    clock: Clock
    turns: Turns
    nudger: Nudger
    watcher: Watcher
    courier: Courier
    settings: Settings
    model: Model | None = None
    transcriber: Transcriber | None = None


def build(settings: Settings, clock: Clock) -> App:
    """Open the store and wire the rooms. Raises StoreUnusable or SettingsUnusable with one line for the operator."""
    token = settings.need_token()
    store = Store(settings.store_url)
    try:
        migrate(store.engine)
        owner.claim(store.engine, owner.number_of(token), clock.now())
    except DatabaseError as error:
        store.close()
        raise explain(error, store.url) from error
    except BaseException:
        store.close()
        raise
    telegram = connect(token, settings.telegram_url, settings.sends_in_flight)
    courier = Courier(store, telegram, clock, settings.sends_in_flight, settings.nudges_per_second)
    nudger = Nudger(store, clock, courier)
    guard, seal = Guard(), _seal_of(settings)

    def looked() -> None:
        courier.ring()
        nudger.ring()

    watcher = Watcher(store, clock, seal, guard, looked)

    def applied(done: Applied) -> None:
        courier.carry(done.claimed, are_more=done.are_more)
        nudger.expect(done.wake_at)
        if done.feeds_changed:
            watcher.ring()

    model = model_of(settings)
    has_heads = settings.listener == "heads"
    transcriber = transcriber_of(settings)
    listener = Listener(
        store,
        telegram,
        clock,
        model,
        tokens_a_day=settings.model_tokens,
        has_heads=has_heads,
        transcriber=transcriber,
    )
    turns = Turns(
        store,
        telegram,
        clock,
        applied,
        hands=lambda: courier.hands,
        guard=guard,
        seal=seal,
        listener=listener,
        pace=Pace(settings.updates_per_minute),
        allowed=settings.allowed_numbers,
        operator=settings.run_by,
        owners=settings.owner_numbers,
    )
    nudger.is_pressed = lambda: turns.is_pressed
    return App(store, telegram, clock, turns, nudger, watcher, courier, settings, model, transcriber)


async def run(app: App, stop: asyncio.Event) -> None:
    """Run until `stop` is set. Raises InvalidToken or SecondPoller when the bot cannot go on."""
    log.info("Afterword %s starts, on %s; %s; speaks %s", *_is_what(app.settings))
    gc.set_threshold(*GARBAGE)
    gc.freeze()  # what has been made by now stays: to look through it for garbage would hold up everybody
    await app.telegram.open()
    for other in (app.model, app.transcriber):
        if other is not None:
            await other.open()
    work = [
        asyncio.create_task(_take_in(app), name="intake"),
        asyncio.create_task(app.turns.run(), name="turns"),
        asyncio.create_task(app.nudger.run(), name="nudger"),
        asyncio.create_task(app.watcher.run(), name="watcher"),
        asyncio.create_task(Housekeeper(app.store, app.clock, _copies(app.settings)).run(), name="housekeeper"),
        asyncio.create_task(lookout.stand(app.settings, app.store, app.clock), name="lookout"),
        asyncio.create_task(app.courier.run(), name="courier"),
    ]
    introduction = asyncio.create_task(introduce(app.telegram, app.clock), name="introduction")
    stopping = asyncio.create_task(stop.wait())
    try:
        done, _ = await asyncio.wait([*work, stopping], return_when=asyncio.FIRST_COMPLETED)
        for task in done:
            task.result()
    finally:
        *makers, courier = work
        for ending in ([*makers, introduction, stopping], [courier]):  # what is still decided is still sent
            for task in ending:
                task.cancel()
            await asyncio.wait(ending, timeout=SHUTDOWN_S / 2)
        await app.telegram.shut()
        for other in (app.model, app.transcriber):
            if other is not None:
                await other.shut()
        app.store.close()
        log.info("Afterword has stopped")


def _copies(settings: Settings) -> Copies | None:
    return Copies(settings.store_url, settings.backup_dir, settings.backup_keep) if settings.backup_dir else None


def _is_what(settings: Settings) -> tuple[str, str, str, str]:
    """Version, store, how updates come, languages: what an operator looks for first in a log."""
    if settings.worker:
        comes = f"works beside the process that takes in updates from {settings.telegram_url}"
    elif settings.webhook_url not in ("", NO_WEBHOOK):
        comes = f"updates are brought to {settings.webhook_host}:{settings.webhook_port}"
    else:
        comes = f"updates are fetched from {settings.telegram_url}"
    return version(), shown(read_url(settings.store_url)), comes, " and ".join(languages())


async def run_until_told_to_stop(app: App) -> None:
    """Run until the process is told to end (SIGTERM, SIGINT)."""
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    await run(app, stop)


def _seal_of(settings: Settings) -> Seal:
    return Seal(settings.key.get_secret_value() if settings.key else None)


async def _take_in(app: App) -> None:
    """Fetch updates, let Telegram bring them, or leave both to another process."""
    if app.settings.worker:
        await intake.leave_to_others(app.telegram, app.clock)
    if app.settings.webhook_url not in ("", NO_WEBHOOK):
        await web.listen(app.settings, app.telegram, app.store, app.clock, app.turns.ring, seal=_seal_of(app.settings))
        return
    if app.settings.webhook_url == NO_WEBHOOK:
        await intake.tell(app.telegram, app.clock, "deleteWebhook", {})
    await intake.poll(app.telegram, app.store, app.clock, app.turns.ring, seal=_seal_of(app.settings))


def at_rest(session: Session, now: datetime) -> tuple[bool, datetime | None]:
    """Whether nothing is left to do at `now`, and the next moment at which there will be."""
    moments = [known.smallest_wake(session), outbox.next_moment(session), feeds.next_look(session)]
    following = min((moment for moment in moments if moment is not None), default=None)
    idle = inbox.is_empty(session) and not outbox.is_sending(session)
    return idle and (following is None or following > now), following
