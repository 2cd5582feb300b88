"""How the local Telegram says no: an HTTP code with Telegram's own words. No rule lives here."""

from __future__ import annotations


class RefusedError(Exception):
    """A call that Telegram answers with `ok: false`. `retry_after` is in seconds and belongs to code 429."""

    def __init__(self, code: int, description: str, retry_after: int | None = None) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.retry_after = retry_after


def bad(reason: str) -> RefusedError:
    """The caller's mistake (400)."""
    return RefusedError(400, f"Bad Request: {reason}")


def forbidden(reason: str) -> RefusedError:
    """The bot may not do that in this chat (403)."""
    return RefusedError(403, f"Forbidden: {reason}")


def conflict(reason: str) -> RefusedError:
    """Somebody else receives the updates (409)."""
    return RefusedError(409, f"Conflict: {reason}")


def too_many_requests(seconds: int) -> RefusedError:
    """Flood control (429): nothing was done, come back after `seconds`."""
    return RefusedError(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)
