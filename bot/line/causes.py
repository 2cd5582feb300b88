"""Why a call to Telegram failed, in a few words for whoever runs the bot: nothing of what was sent, and no address."""

from __future__ import annotations

import ssl

import aiohttp
from telegram.error import BadRequest, Conflict, Forbidden, InvalidToken, NetworkError, RetryAfter, TelegramError

from bot.line.telegram import is_page
from bot.line.transport import NotSent

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
        below = below.__cause__ if isinstance(below, NotSent) else below
        return _unanswered(below) if below is not None else "5xx, Telegram has a trouble of its own"
    return type(error).__name__


def _unanswered(error: BaseException) -> str:
    """Why no answer came. The text of the error itself is not used: some quote the address, which holds the token."""
    match error:
        case aiohttp.ClientConnectorDNSError():
            return "the name of the host is not known (DNS)"
        case ssl.SSLCertVerificationError():
            return "no trust in its certificate (TLS)"
        case aiohttp.ClientSSLError() | ssl.SSLError():
            return "it speaks no TLS that is understood here"
        case aiohttp.ClientHttpProxyError():
            return f"the proxy answers {error.status}"
        case aiohttp.ClientProxyConnectionError():
            return f"the proxy is not reached, {_of_system(error.os_error)}"
        case aiohttp.ClientConnectorError():
            return _of_system(error.os_error)
        case aiohttp.ConnectionTimeoutError():
            return "no connection in time"
        case TimeoutError():
            return "no answer in time"
        case aiohttp.ServerDisconnectedError() | ConnectionError():
            return "the connection is cut"
    return type(error).__name__


def _of_system(error: OSError) -> str:
    return "connection refused" if isinstance(error, ConnectionRefusedError) else error.strerror or type(error).__name__
