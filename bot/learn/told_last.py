"""What the message before this one has made and changed, as its journal tells."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Any

from bot.learn.ledger import Ledger
from storage import journal
from storage.facts import Interview
from storage.journal import Change

HANGS_ON = ("interviews", "contacts", "promises", "events", "notes", "parked")
"""The collections whose rows belong to an Opportunity."""
OF_A_TALK = tuple(one.name for one in fields(Interview) if one.name not in ("id", "version", "opportunity_id"))
"""The fields of an Interview that were told: the others belong to the row."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row as it is now, and as it was (plain values; None: it was not there)."""

    change: Change
    now: Any

    @property
    def is_new(self) -> bool:
        """Whether the message has made it."""
        return self.change.before is None


def rows_of_last(ledger: Ledger, opportunity: int) -> Iterator[Row]:
    """The rows of an Opportunity that the message before this one has made or changed, and that are still there."""
    for change in _changes(ledger):
        rows = getattr(ledger.known, change.collection, ()) if change.collection in journal.KINDS else ()
        now = next((row for row in rows if row.id == change.id), None)
        if getattr(now, "opportunity_id", None) == opportunity:
            yield Row(change, now)


def told_of(ledger: Ledger) -> tuple[int, ...]:
    """The Opportunities about which the message before this one has told something, each once."""
    ours = (one.id for one in ledger.known.opportunities)
    return tuple(number for number in ours if any(rows_of_last(ledger, number)))


def _changes(ledger: Ledger) -> list[Change]:
    kept = json.loads(ledger.before.person.journal or '{"lines": []}')
    return journal.from_json(json.dumps([change for line in kept["lines"] for change in line["changes"]]))
