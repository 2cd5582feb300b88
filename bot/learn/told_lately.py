"""What was told just now: by this message, and by the one before it. Its "today" was read on the clock assumed then."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import timedelta
from typing import Any

from bot.learn.ledger import Ledger
from storage.facts import Event, Interview, Promise
from storage.plain import plain

LATELY = timedelta(hours=6)
"""A message that is longer ago is none of just now."""
Fact = Interview | Promise | Event


class ToldLately:
    """The rows that were made or changed just now, each as it was before (as plain values; None: it was not there)."""

    def __init__(self, ledger: Ledger) -> None:
        self._before: dict[int, Mapping[str, Any] | None] = {**dict(_by_last(ledger)), **dict(_by_this(ledger))}

    def has(self, fact: Fact, field: str) -> bool:
        """Whether that field of the fact was told just now."""
        if fact.id not in self._before:
            return False
        before = self._before[fact.id]
        return before is None or before.get(field) != plain(fact)[field]


def _by_last(ledger: Ledger) -> Iterator[tuple[int, Mapping[str, Any] | None]]:
    """By the message before this one, as its journal tells."""
    person = ledger.before.person
    if person.journal is None or person.heard_at is None or ledger.now - person.heard_at > LATELY:
        return
    for line in json.loads(person.journal)["lines"]:
        for change in line["changes"]:
            yield change["id"], change["before"]


def _by_this(ledger: Ledger) -> Iterator[tuple[int, Mapping[str, Any] | None]]:
    for name in ("interviews", "promises", "events"):
        old = {fact.id: fact for fact in getattr(ledger.before, name)}
        for fact in getattr(ledger.known, name):
            if old.get(fact.id) != fact:
                yield fact.id, plain(old[fact.id]) if fact.id in old else None
