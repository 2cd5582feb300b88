"""Why a call to Telegram failed, in a few words for whoever runs the bot: nothing of what was sent, and no address."""

from __future__ import annotations

from telegram.error import BadRequest, Conflict, Forbidden, InvalidToken, NetworkError, RetryAfter, TelegramError

from bot.line.telegram import is_page
from bot.line.transport import NotSent
from bot.line.unanswered import unanswered

_ANSWERS: dict[type[TelegramError], str] = {
    InvalidToken: "401, the token is refused",
    RetryAfter: "429, it asks for a pause",
    Conflict: "409, another process or a webhook is in the way",
    Forbidden: "403, forbidden",
    BadRequest: "400, a bad request",
}


def cause(error: TelegramError) -> str:
    """Why a call failed: what Telegram answered, or why it did not."""
    if is_page(error):
        return "a page instead of an answer; Telegram, or something in between, has a trouble of its own"
    if type(error) in _ANSWERS:
        return _ANSWERS[type(error)]
    if isinstance(error, NetworkError):
        below = error.__cause__
        if isinstance(below, NotSent):
            return str(below)
        return unanswered(below) if below is not None else "5xx, Telegram has a trouble of its own"
    return type(error).__name__
