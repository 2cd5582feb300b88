"""What somebody sent as one and Telegram brings as several: a long text in pieces, the pictures of an album.

Quiet: updates as they came, in JSON. A long text carries no mark that it goes on: apps cut it at 4,096 characters, some
at a break in the second half of those, and send the pieces at once. Nobody types a second message in that time.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

Raw = dict[str, Any]
LONGEST_TEXT = 4096
"""UTF-16 units that a message may have."""
SHORTEST_PIECE = LONGEST_TEXT // 2
MOST_PIECES = 3
AT_ONCE = timedelta(seconds=1)
"""Telegram tells whole seconds."""
STILL_COMING = timedelta(seconds=3)
"""So long after it was sent, what belongs to a message may not be here yet."""
LAST = "units_of_last_piece"
"""Where a message that was put together tells how long its last piece is."""
_MEDIA = ("photo", "video")
_OF_ONE_MOMENT = ("date", "message_id")


def goes_on(raw: Raw) -> bool:
    """Whether another message may belong to this one."""
    message = raw.get("message")
    return isinstance(message, dict) and (_album(message) is not None or _units(message) >= SHORTEST_PIECE)


def is_fresh(raw: Raw, now: datetime) -> bool:
    """Whether it was sent so lately that the rest of it may still be on its way."""
    return now.timestamp() - _date(raw["message"]) <= STILL_COMING.total_seconds()


def belong(first: Raw, second: Raw) -> bool:
    """Whether the second goes on where the first one ends."""
    one, other = first.get("message"), second.get("message")
    if not isinstance(one, dict) or not isinstance(other, dict) or one.get("chat") != other.get("chat"):
        return False
    if not 0 <= _date(other) - _date(one) <= AT_ONCE.total_seconds():
        return False
    if _album(one) is not None:
        return _album(one) == _album(other)
    text = other.get("text")
    is_text = isinstance(text, str) and not text.startswith("/") and "reply_to_message" not in other
    is_open = _units(one) >= SHORTEST_PIECE and len(one["text"]) < MOST_PIECES * LONGEST_TEXT
    return is_text and is_open and _origin(one) == _origin(other)


def joined(first: Raw, second: Raw) -> Raw:
    """One message in the place of the first, with the words of both."""
    one, other = first["message"], second["message"]
    name = "text" if "text" in one else "caption"
    words = [str(part[name]) for part in (one, other) if part.get(name)]
    between = "" if name == "text" and _units(one) % LONGEST_TEXT == 0 else _gap(words[0] if words else "")
    message = {**one, "date": other["date"], LAST: _units(other), **({name: between.join(words)} if words else {})}
    return {**first, "message": message}


def _gap(before: str) -> str:
    """What was cut away at the end of a piece: a line's end behind a sentence, else a blank."""
    return "\n" if before.endswith((".", "!", "?", ":", ",", ";")) else " "


def _album(message: Raw) -> str | None:
    """The mark that the pictures of one album have in common."""
    found = message.get("media_group_id")
    return found if isinstance(found, str) and any(message.get(name) for name in _MEDIA) else None


def _origin(message: Raw) -> Raw | None:
    """From whom it was forwarded."""
    origin = message.get("forward_origin")
    return {name: one for name, one in origin.items() if name not in _OF_ONE_MOMENT} if origin else None


def _units(message: Raw) -> int:
    """UTF-16 units of a text, or of its last piece; of whatever is none, 0."""
    if LAST in message:
        return int(message[LAST])
    text = message.get("text")
    return len(text.encode("utf-16-le", "surrogatepass")) // 2 if isinstance(text, str) else 0


def _date(message: Raw) -> float:
    """When it was sent, in seconds; long ago where it does not say."""
    date = message.get("date")
    return float(date) if isinstance(date, int) else 0.0
