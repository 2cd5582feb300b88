"""`afterword check`: every setting and its source, secrets masked; whether store, schema and Telegram answer."""

from __future__ import annotations

import os

import sqlalchemy as sa
from pydantic import SecretStr
from sqlalchemy.exc import DatabaseError
from sqlmodel import Session
from telegram.error import InvalidToken, TelegramError

from bot.feeds.seal import HOW_TO_MAKE_ONE
from bot.settings import Settings
from bot.telegram import connect
from storage import inbox, outbox
from storage.engine import StoreUnusable, explain, read_url
from storage.migrate import HEAD, revision

_MASKED = "********"


async def check(settings: Settings) -> tuple[list[str], bool]:
    """The lines to show, and whether all is well. Nothing is changed, and a running bot is not disturbed."""
    lines = [*_settings(settings)]
    store_lines, store_fine = _store(settings)
    telegram_line, telegram_fine = await _telegram(settings)
    return [*lines, *store_lines, *_feeds(settings), telegram_line], store_fine and telegram_fine


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
        return str(value)
    try:
        return read_url(str(value)).render_as_string(hide_password=True)
    except StoreUnusable:
        return _MASKED  # whatever it is, it may hold a password


def _feeds(settings: Settings) -> list[str]:
    if settings.key is not None:
        return ["calendar feeds: switched on"]
    return [f"calendar feeds: switched off, AFTERWORD_KEY is not set. {HOW_TO_MAKE_ONE}"]


def _store(settings: Settings) -> tuple[list[str], bool]:
    try:
        url = read_url(settings.store_url)
    except StoreUnusable as error:
        return [f"store: {error}"], False
    if url.get_backend_name() == "sqlite" and not os.path.exists(url.database or ""):
        return ["store: not there yet; it is made at the first start"], True
    engine = sa.create_engine(url)
    try:
        with Session(engine) as session:
            found = revision(session.connection())
            lines = [f"store: answers, schema {found} (this release knows {HEAD})"]
            if found == HEAD:
                lines.append(f"inbox: {inbox.counts(session)}, outbox: {outbox.counts(session)}")
            return lines, found in (HEAD, None)
    except DatabaseError as error:
        return [f"store: {explain(error, url)}"], False
    finally:
        engine.dispose()


async def _telegram(settings: Settings) -> tuple[str, bool]:
    if settings.token is None:
        return "Telegram: not asked, there is no token", True
    telegram = connect(settings.token.get_secret_value(), settings.telegram_url, 1)
    await telegram.open()
    try:
        me = await telegram.call("getMe", {})
    except InvalidToken:
        return "Telegram: refuses the token; set AFTERWORD_TOKEN to the one that @BotFather shows", False
    except TelegramError as error:
        return f"Telegram: does not answer at {settings.telegram_url} ({type(error).__name__})", False
    finally:
        await telegram.shut()
    return f"Telegram: answers, this is @{me.get('username')}", True
