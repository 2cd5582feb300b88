"""Taking back: the whole of what the last message made, or one line of it. Nothing older is ever touched."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import lru_cache
from typing import Any

from bot.decide import lessons
from bot.hear.act import Act
from bot.learn.ledger import Ledger, Stale
from bot.learn.talks import WRONG
from bot.words.named import Press, Presses, text
from storage import journal
from storage.values import dataclass

MOST_LINES = 8
LONGEST_LABEL = 38


@dataclass(frozen=True, slots=True)
class Entry:
    """One line that was kept, as it was said, and what it changed."""

    act: str
    said: str
    changes: Sequence[journal.Change]


def written(entries: Sequence[Entry], now: datetime, typed: str = "") -> str | None:
    """The entries of a turn as they are kept with the Person; None when it made nothing. `typed`: without names."""
    return _again(entries, _stamp(now), typed)


def _again(entries: Sequence[Entry], stamp: int, typed: str) -> str | None:
    if not entries:
        return None
    lines = [{"act": e.act, "said": e.said, "changes": journal.as_plain(e.changes)} for e in entries]
    return json.dumps({"at": stamp, "lines": lines, **({"typed": typed} if typed else {})}, ensure_ascii=False)


def _stamp(now: datetime) -> int:
    """What tells the buttons of one message from those of another."""
    return int(now.timestamp()) % 10**9


def entries(ledger: Ledger) -> tuple[int, list[Entry]]:
    """What the last message made, and its stamp."""
    kept: dict[str, Any] = json.loads(ledger.before.person.journal or '{"at": 0, "lines": []}')
    found = [Entry(line["act"], line["said"], journal.from_json(json.dumps(line["changes"]))) for line in kept["lines"]]
    return kept["at"], found


def _typed(ledger: Ledger) -> str:
    """What was typed, where it may be kept."""
    return str(json.loads(ledger.before.person.journal or "{}").get("typed", ""))


@lru_cache(maxsize=64)  # a message asks for it several times
def kept_last(text_of_journal: str | None) -> tuple[str, ...]:
    """The names of the acts that the last message gave."""
    if not text_of_journal:
        return ()
    return tuple(line["act"] for line in json.loads(text_of_journal)["lines"])


def undo(ledger: Ledger, _act: Act) -> None:
    """Take back exactly what the last message made."""
    _, made = entries(ledger)
    if not made:
        return ledger.answer("undo.nothing")
    _take_back(ledger, made)
    if ledger.before.person.asking == WRONG:
        lessons.learn(ledger, _typed(ledger), wrong=[entry.act for entry in made])
    ledger.drop_question()
    return ledger.answer("undo.done")


def _take_back(ledger: Ledger, made: Sequence[Entry]) -> None:
    for entry in reversed(made):
        ledger.known = journal.take_back(ledger.known, entry.changes)


def wrong(ledger: Ledger, _act: Act) -> None:
    """Not right: everything that was understood, each line with a button that drops it."""
    stamp, made = entries(ledger)
    if not made:
        return ledger.answer("undo.nothing")
    presses = _drops([entry for entry in made if entry.said], stamp)
    ledger.ask(WRONG)
    return ledger.answer("wrong.list", (*presses, (Press("undo", 0, 0, text("button.undo.all")),)))


def _drops(shown: Sequence[Entry], stamp: int) -> Presses:
    """A button for each line that was understood."""
    rows = enumerate(shown[:MOST_LINES])
    return tuple((Press("drop.line", index, stamp, f"✗ {_short(entry.said)}"),) for index, entry in rows)


def _short(said: str) -> str:
    return said if len(said) <= LONGEST_LABEL else f"{said[: LONGEST_LABEL - 1]}…"


def drop_line(ledger: Ledger, act: Act) -> None:
    """That line was not meant: what it changed is as before."""
    stamp, made = entries(ledger)
    shown = [entry for entry in made if entry.said]
    if act.version != stamp or act.row >= len(shown):
        raise Stale
    dropped = shown[act.row]
    _take_back(ledger, [dropped])
    left = [entry for entry in made if entry is not dropped]
    ledger.change_person(journal=_again(left, stamp, _typed(ledger)))
    lessons.learn(ledger, _typed(ledger), wrong=[dropped.act], right=[entry.act for entry in left])
    ledger.rewrite(text("wrong.dropped", said=dropped.said), _drops([e for e in shown if e is not dropped], stamp))


ACTS: dict[str, Callable[[Ledger, Act], None]] = {
    "undo": undo,
    "take_back": undo,
    "wrong": wrong,
    "drop_line": drop_line,
}
