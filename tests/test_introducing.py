"""What a bot shows by itself: set at the start where it differs, told where it was somebody else's; and what a log says
of Telegram's troubles."""

from __future__ import annotations

import logging
import socket
import ssl
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest
from aiohttp.client_reqrep import ConnectionKey
from telegram.error import InvalidToken, NetworkError, TelegramError, TimedOut

from bot.line.causes import cause
from bot.line.introducing import introduce, shown
from bot.line.transport import _as_the_library_says_it, _cause
from tests.wired import TOKEN, Line, open_line

KEY = ConnectionKey("api.telegram.org", 443, True, True, None, None, None)


@pytest.fixture
async def line(tmp_path: Path) -> AsyncIterator[Line]:
    async with open_line(tmp_path) as opened:
        yield opened


def sets(line: Line) -> int:
    """How often something was set."""
    return sum(number for (method, _), number in line.local.counts.items() if method.startswith("set"))


async def test_everything_is_shown_in_every_language_and_set_once(line: Line) -> None:
    await introduce(line.telegram, line.clock)

    about = line.local.settings.about
    assert about["description", ""].startswith("After a job interview")
    assert "I never write to an employer for you." in about["description", ""]
    assert "Ich schreibe nie selbst an einen Arbeitgeber." in about["description", "de"]
    assert {"short_description", "description"} == {name for name, _ in about}
    first = sets(line)
    assert first == len(list(shown())) - 1, "the menu button is the one that is wanted"

    await introduce(line.telegram, line.clock)

    assert sets(line) == first


async def test_what_the_owner_had_set_is_replaced_and_told(line: Line, caplog: pytest.LogCaptureFixture) -> None:
    await line.telegram.call("setMyDescription", {"description": "Another bot", "language_code": "de"})
    with caplog.at_level(logging.WARNING):
        await introduce(line.telegram, line.clock)

    assert caplog.messages == ["the description of the bot (de) were others than this release's, and are replaced"]


async def test_it_is_tried_until_it_works(line: Line, caplog: pytest.LogCaptureFixture) -> None:
    line.local.fault("5xx", times=2)

    with caplog.at_level(logging.INFO):
        await introduce(line.telegram, line.clock)

    told = [message for message in caplog.messages if "introducing" in message]
    assert told[0] == f"introducing the bot at {line.telegram.address} fails: {cause(page())}"
    assert "works again, after 2 failures" in told[1]
    assert f"Telegram answers at {line.telegram.address}, this is @afterword_bot" in caplog.messages
    assert TOKEN.partition(":")[2] not in caplog.text


# Why a call failed


def transported(error: Exception) -> TelegramError:
    """The error as the transport raises it."""
    made = _as_the_library_says_it(error)
    made.__cause__ = _cause(error)
    return made


def under(error: OSError) -> aiohttp.ClientConnectorError:
    return aiohttp.ClientConnectorError(KEY, error)


def page() -> TelegramError:
    error = InvalidToken()
    error.__cause__ = TelegramError("no JSON")
    return error


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (transported(aiohttp.ClientConnectorDNSError(KEY, socket.gaierror(-2, "unknown"))), "(DNS)"),
        (transported(under(ConnectionRefusedError(111, "refused"))), "connection refused"),
        (transported(under(OSError(101, "Network is unreachable"))), "Network is unreachable"),
        (transported(aiohttp.ClientConnectorCertificateError(KEY, ssl.SSLCertVerificationError())), "(TLS)"),
        (transported(aiohttp.ClientConnectorSSLError(KEY, ssl.SSLError())), "speaks no TLS"),
        (transported(aiohttp.ClientProxyConnectionError(KEY, ConnectionRefusedError())), "the proxy is not reached"),
        (transported(aiohttp.ConnectionTimeoutError()), "no connection in time"),
        (transported(TimeoutError()), "no answer in time"),
        (transported(aiohttp.ServerDisconnectedError()), "the connection is cut"),
        (InvalidToken(), "401"),
        (page(), "a page instead of an answer"),
        (NetworkError("Bad Gateway"), "5xx"),
        (TimedOut(), "5xx"),
    ],
)
def test_the_cause_is_named(error: TelegramError, said: str) -> None:
    assert said in cause(error)
