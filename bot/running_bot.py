"""Whether a bot runs on a store, and what it says of itself, for `afterword check`."""

from __future__ import annotations

from bot import ready
from bot.settings import Settings
from storage.addresses import StoreUnusable, read_url
from storage.engine import is_taken


def told(settings: Settings) -> tuple[list[str], bool]:
    """The lines to show, and whether all is well: a bot that does not run is none of its own troubles."""
    runs = _runs(settings)
    if not settings.health_port:
        return [f"bot: {runs}"] if runs else [], True
    troubles = ready.troubles(settings)
    if troubles.startswith(ready.NOBODY):
        return [f"bot: {runs or 'nobody answers'}; {troubles}"], runs != _RUNS
    return [f"bot: runs, {f'and says: {troubles}' if troubles else 'and is ready'}"], not troubles


_RUNS, _RUNS_NOT = "runs on this store", "does not run on this store"


def _runs(settings: Settings) -> str:
    """On SQLite the lock tells; on a server several processes may be at work, and each tells for itself."""
    try:
        url = read_url(settings.store_url)
    except StoreUnusable:
        return ""
    taken = is_taken(url)
    return "" if taken is None else _RUNS if taken else _RUNS_NOT
