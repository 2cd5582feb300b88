"""Edits of what was said before: Telegram tells of them also where nothing changed (a reaction, a preview of a link).

Of the last messages a fingerprint each is kept with the Person, from which their words cannot be read.
"""

from __future__ import annotations

from hashlib import blake2s

from bot.learn.ledger import Ledger
from bot.turn import Incoming

MOST_KEPT = 20
FINGERPRINT_BYTES = 8


def remember(ledger: Ledger) -> None:
    """Keep what tells this message from an edit of it."""
    if ledger.incoming.message_id is not None:
        kept = (*ledger.person.said_lately, _fingerprint(ledger.incoming))
        ledger.change_person(said_lately=kept[-MOST_KEPT:])


def says_the_same(ledger: Ledger) -> bool:
    """Whether the message was the same before it was edited."""
    return _fingerprint(ledger.incoming) in ledger.person.said_lately


def _fingerprint(incoming: Incoming) -> str:
    said = f"{incoming.person_id}:{incoming.message_id}:{incoming.text}"
    return blake2s(said.encode(), digest_size=FINGERPRINT_BYTES).hexdigest()
