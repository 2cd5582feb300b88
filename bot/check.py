"""`afterword check`: every setting and its source, secrets masked; whether store, schema and Telegram answer."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from pathlib import Path

import sqlalchemy as sa
from pydantic import SecretStr
from sqlalchemy.exc import DatabaseError
from sqlmodel import Session

from bot import asked_telegram, asking, running_bot
from bot.asked_telegram import masked
from bot.calendars.feeds.seal import HOW_TO_MAKE_ONE
from bot.settings import Settings
from scheduler.clock import SystemClock
from scheduler.zones import RELEASE, is_old
from storage import daily, figures, owner, pacing
from storage.engine import (
    IN_USE,
    NOT_WRITABLE,
    StoreUnusable,
    explain,
    make_reader,
    read_url,
    shown,
    unusable,
)
from storage.migrate import HEAD, revision
from storage.room import lacks_room
from storage.tables import METADATA, What

LONGEST_LOOK_S = 10
A_DAY = timedelta(days=1)
_MASKED = "********"


async def check(settings: Settings) -> tuple[list[str], bool]:
    """The lines to show, and whether all is well. Nothing is changed, and a running bot is not disturbed."""
    lines = [*_settings(settings)]
    now = SystemClock().now()
    store_lines, store_fine = _store(settings, now)
    bot_lines, bot_fine = running_bot.told(settings)
    copy_lines, copies_fine = _copies(settings, now)
    telegram_lines, telegram_fine = await asked_telegram.asked(settings, now)
    model_line, model_fine = await asking.tried(settings)
    lines += [_zones(now), *store_lines, *copy_lines, *bot_lines, *_feeds(settings), *telegram_lines, model_line]
    return lines, store_fine and copies_fine and bot_fine and telegram_fine and model_fine


def _settings(settings: Settings) -> list[str]:
    lines, environment = [], {name.upper() for name in os.environ}
    for name in Settings.model_fields:
        variable = f"AFTERWORD_{name.upper()}"
        value = getattr(settings, name)
        shown = _MASKED if isinstance(value, SecretStr) else _without_password(name, value)
        elsewhere = ".env" if name in settings.model_fields_set else "default"
        source = "environment" if variable in environment else elsewhere
        lines.append(f"{variable} = {shown} ({source})")
    return lines


def _without_password(name: str, value: object) -> str:
    if name != "store_url":
        return masked(str(value)) if name.endswith("_url") else str(value)
    try:
        return shown(read_url(str(value)))
    except StoreUnusable:
        return _MASKED  # whatever it is, it may hold a password


def _zones(now: datetime) -> str:
    old = ", more than a year old: clocks may have been changed since. Install a newer tzdata" if is_old(now) else ""
    return f"time zones: tzdata {RELEASE}{old}"


def _feeds(settings: Settings) -> list[str]:
    if settings.key is not None:
        return ["calendar feeds: switched on"]
    return [f"calendar feeds: switched off, AFTERWORD_KEY is not set. {HOW_TO_MAKE_ONE}"]


def _store(settings: Settings, now: datetime) -> tuple[list[str], bool]:
    try:
        url = read_url(settings.store_url)
        if url.get_backend_name() == "sqlite":
            if not Path(url.database or "").exists():
                return _not_there(Path(url.database or ""))
            if not os.access(url.database or "", os.W_OK):
                raise unusable(url, NOT_WRITABLE)
        lines, fine = _look(url, now, owner.number_of(settings.token.get_secret_value()) if settings.token else None)
        full = lacks_room(url)
        return [*lines, *([f"disk: {full}"] if full else [])], fine and full is None
    except StoreUnusable as error:
        return [f"store: {error}"], False


def _copies(settings: Settings, now: datetime) -> tuple[list[str], bool]:
    """How many daily copies there are, and whether the newest is of today or yesterday."""
    if settings.backup_dir is None:
        return [], True
    made = daily.copies(settings.backup_dir)
    newest = max(made, default=None)
    if newest is None:
        return [f"daily copies: none in {settings.backup_dir} yet"], True
    late = now.date() - newest > timedelta(days=1)
    told = f"daily copies: {len(made)} in {settings.backup_dir}, the newest of {newest}"
    return [told + ("; none since: see the log of the bot" if late else "")], not late


def _not_there(path: Path) -> tuple[list[str], bool]:
    nearest = next(folder for folder in path.absolute().parents if folder.exists())
    if nearest.is_dir() and os.access(nearest, os.W_OK | os.X_OK):
        return ["store: not there yet; it is made at the first start"], True
    return [f"store: not there, and {nearest} cannot be written. Set AFTERWORD_DATA_DIR to another directory"], False


def _look(url: sa.URL, now: datetime, bot: int | None) -> tuple[list[str], bool]:
    engine = make_reader(url)
    try:
        with Session(engine) as session:
            if url.get_backend_name() != "sqlite":
                session.connection().exec_driver_sql(f"SET LOCAL statement_timeout = '{LONGEST_LOOK_S}s'")
            return _seen(session, url, now, bot)
    except DatabaseError as error:
        raise explain(error, url) from error
    finally:
        engine.dispose()


def _seen(session: Session, url: sa.URL, now: datetime, bot: int | None) -> tuple[list[str], bool]:
    found = revision(session.connection())
    if found == HEAD:
        whose = owner.owner(session.connection())
        if bot is not None and whose not in (None, bot):
            raise StoreUnusable(owner.another(url, whose))
        return [f"store: answers, schema {found} (this release knows {HEAD})", *_figures(session, now)], True
    if found is None:
        if METADATA.tables.keys() & set(sa.inspect(session.connection()).get_table_names()):
            raise unusable(url, IN_USE)
        return ["store: answers, and is empty; its tables are made at the first start"], True
    if found < HEAD:
        return [f"store: answers, schema {found}; the next start brings it to {HEAD}"], True
    raise unusable(
        url,
        f"It was written by a newer Afterword (its schema is {found}, this release knows {HEAD}). Install the newer "
        "release, or name another store.",
    )


def _figures(session: Session, now: datetime) -> list[str]:
    """What is kept, tried again and given up at this moment: counts only."""
    updates, messages = figures.updates_waiting(session), figures.messages_on_their_way(session, now)
    ready, people = messages.ready, figures.people_due(session, now)
    held = pacing.held_until(session, now)
    everybody = f"; the whole bot for {_length(held - now)}" if held is not None else ""
    return [
        f"updates waiting: {updates.number}{_since(updates.since, now)}; tried before: {updates.tried}",
        f"updates set aside: {_by_kind(figures.updates_set_aside(session))}",
        f"messages ready: {ready.number}{_since(ready.since, now)}; held up: {messages.held_up}; "
        f"being sent: {messages.sending}; tried before: {ready.tried}",
        f"messages dropped: {_by_kind(figures.messages_dropped(session))}",
        f"told to wait by Telegram: {pacing.chats_held(session, now)} chats{everybody}",
        f"people due: {people.number}{_since(people.since, now)}",
        f"heard in the last day: {_by_kind(figures.heard(session, now - A_DAY))}",
        *_asked(figures.asked(session, now - A_DAY)),
    ]


_FOR = {What.ACTS: "what was meant", What.LETTER: "the words of a draft", What.VOICE: "what was said in a recording"}


def _asked(asked: Mapping[What, figures.Asked]) -> Iterator[str]:
    """What others were asked, a line for each kind of question."""
    for what, one in asked.items():
        answered = f"{one.answered}, in {one.seconds:.1f} s each" if one.answered else "0"
        cost = f"done without: {_by_kind(one.without)}; tokens: {one.tokens:,}"
        yield f"asked for {_FOR[what]} in the last day: {one.number}; answered: {answered}; {cost}"


def _since(moment: datetime | None, now: datetime) -> str:
    return "" if moment is None else f", the oldest for {_length(now - moment)}"


def _length(time: timedelta) -> str:
    seconds = max(int(time.total_seconds()), 0)
    units = (("days", 86_400), ("h", 3600), ("min", 60))
    return next((f"{seconds // size} {unit}" for unit, size in units if seconds >= 2 * size), f"{seconds} s")


def _by_kind(counts: dict[str, int]) -> str:
    total, kinds = sum(counts.values()), ", ".join(f"{kind} {number}" for kind, number in counts.items())
    return f"{total} ({kinds})" if kinds else "0"
