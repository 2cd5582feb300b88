"""The address of a feed is a password: it is sealed before an update is kept, and stands in no store in plain text.

Quiet: an update as it came in, the same as it is kept out.
"""

from __future__ import annotations

from typing import Any

from bot.calendars.feeds.addresses import Sealed, address_in, without_feeds
from bot.calendars.feeds.seal import Seal
from bot.line.tidy import tidied

SEALED = "afterword_feed"
"""Where a message that was written to send an address holds it, sealed: `[host, address]`."""
DEEPEST = 60
"""Levels of an update; nobody's message has half of them."""
_WRITTEN = ("message", "edited_message")
_KEPT = ("message_id", "date", "from", "chat", "forward_origin")


def hidden(raw: dict[str, Any], seal: Seal) -> dict[str, Any]:
    """The update as it is kept: the address that it brings is sealed, any other one of a feed is cut to its host."""
    found = {kind: _sealed(message, seal) for kind in _WRITTEN if isinstance(message := raw.get(kind), dict)}
    masked: dict[str, Any] = _masked({**raw, **found}, DEEPEST)
    return masked


def sealed_in(message: Any) -> Sealed | None:
    """The address that a message brings."""
    found = message.get(SEALED)
    return None if found is None else Sealed(*found)


def _sealed(message: dict[str, Any], seal: Seal) -> dict[str, Any]:
    text = message.get("text")
    address = address_in(tidied(text)) if isinstance(text, str) else None
    if address is None:
        return {name: value for name, value in message.items() if name != SEALED}
    closed = seal.close(address)
    kept = {name: message[name] for name in _KEPT if name in message}
    return {**kept, "text": closed.host or "feed", SEALED: [closed.host, closed.address]}


def _masked(node: Any, levels: int) -> Any:
    if isinstance(node, str):
        return without_feeds(node)
    if not isinstance(node, dict | list) or not levels:
        return node if not isinstance(node, dict | list) else None
    if isinstance(node, list):
        return [_masked(one, levels - 1) for one in node]
    return {name: _masked(one, levels - 1) for name, one in node.items()}
