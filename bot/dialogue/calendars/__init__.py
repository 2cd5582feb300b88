"""Calendars: files that the Person sends, the feed that is connected, and the coach's own dates as a file.

Quiet. `VERBS` are buttons, `STATEMENTS` what is said; `take` answers a file or an address, `command` is /calendar,
`look` decides from a look at a feed.
"""

from __future__ import annotations

from bot.dialogue.calendars import dates, feed, pasted, presses, sent
from bot.dialogue.calendars.feed import Look, command, feed_of, look
from bot.dialogue.talk import Talk
from bot.dialogue.taps import Handler
from bot.turn import Kind

__all__ = ["STATEMENTS", "VERBS", "Look", "command", "feed_of", "look", "take"]


def take(talk: Talk) -> None:
    """Answer a calendar file or the address of a feed."""
    if talk.incoming.kind is Kind.FEED:
        feed.connect(talk)
    else:
        sent.take(talk)


VERBS: dict[str, Handler] = {**presses.VERBS, **feed.VERBS, **dates.VERBS}
STATEMENTS = pasted.STATEMENTS
