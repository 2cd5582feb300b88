"""`afterword ready`: what the bot that runs on this machine says of itself, for whatever watches over it."""

from __future__ import annotations

import urllib.error
import urllib.request

from bot.settings import Settings

PATIENCE_S = 5
NOBODY = "No bot answers at"
_ANYWHERE = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104  what is listened on is not what is asked


def troubles(settings: Settings) -> str:
    """What keeps the bot from its work, in one line; empty when nothing does."""
    if not settings.health_port:
        return "The bot does not tell how it is. Set AFTERWORD_HEALTH_PORT to a free port."
    host = _ANYWHERE.get(settings.health_host, settings.health_host)
    address = f"http://{f'[{host}]' if ':' in host else host}:{settings.health_port}/ready"
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        opener.open(address, timeout=PATIENCE_S).close()
    except urllib.error.HTTPError as error:
        with error:
            return "; ".join(error.read(10_000).decode(errors="replace").split("\n")).strip("; ")
    except OSError:
        return f"{NOBODY} {address}."
    return ""
