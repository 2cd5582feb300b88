"""What Telegram says of the bot, for `afterword check`: who it is, what waits for it, where updates are brought to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlsplit

from telegram.error import InvalidToken, TelegramError

from bot.line.causes import cause
from bot.line.telegram import connect
from bot.settings import NO_WEBHOOK, Settings

LONGEST_TOLD = 200
"""Letters of an error that are repeated."""


async def asked(settings: Settings, now: datetime) -> tuple[list[str], bool]:
    """The lines to show, and whether all is well. Nothing is changed, and no update is taken."""
    if settings.token is None:
        return ["Telegram: not asked, there is no token"], True
    telegram = connect(settings.token.get_secret_value(), settings.telegram_url, 1)
    await telegram.open()
    try:
        me = await telegram.call("getMe", {})
        found = await telegram.call("getWebhookInfo", {})
    except InvalidToken:
        return ["Telegram: refuses the token; set AFTERWORD_TOKEN to the one that @BotFather shows"], False
    except TelegramError as error:
        return [f"Telegram: does not answer at {masked(settings.telegram_url)} ({cause(error)})"], False
    finally:
        await telegram.shut()
    in_the_way = list(_in_the_way(settings, str(found.get("url") or "")))
    lines = [f"Telegram: answers, this is @{me.get('username')}", *waiting(found, now), *in_the_way]
    return lines, not in_the_way


def waiting(found: Mapping[str, Any], now: datetime) -> Iterator[str]:
    yield f"updates at Telegram: {int(found.get('pending_update_count') or 0)}"
    at, why = found.get("last_error_date"), str(found.get("last_error_message") or "")
    if at:
        minutes = max(int((now - datetime.fromtimestamp(int(at), UTC)).total_seconds()) // 60, 0)
        told = "".join(letter for letter in why[:LONGEST_TOLD] if letter.isprintable())
        yield f"last error of the webhook: {told} ({minutes} min ago)"


def _in_the_way(settings: Settings, url: str) -> Iterator[str]:
    """A webhook where updates are to be fetched, or another one than the one that is set."""
    if settings.worker or settings.webhook_url in (NO_WEBHOOK, url):
        return
    if url and not settings.webhook_url:
        yield (
            f"webhook: Telegram brings updates to {masked(url)}, so they cannot be fetched. Set "
            "AFTERWORD_WEBHOOK_URL to `off` to take it away, or to its address to serve it here"
        )
    elif url:
        yield f"webhook: Telegram brings updates to {masked(url)} until `afterword run` sets AFTERWORD_WEBHOOK_URL"


_MASKED = "********"


def masked(address: str) -> str:
    """Without what stands before the host, or behind a question mark: either may be a key."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return _MASKED
    host = parts.netloc.rpartition("@")[2]
    return parts._replace(netloc=f"{_MASKED}@{host}" if "@" in parts.netloc else host, query="").geturl()
