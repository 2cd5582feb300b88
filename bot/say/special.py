"""Texts made of all that is known at the end of a turn: whoever decides names them, and their words come from here.

`Text("@status")`, `Text("@card", {"interview": 3})`, `Text("@span", {"interview": 3})`,
`Text("@plan", {"opportunity": 1})`.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TypeVar

from bot.coaching.repeats import shared, told
from bot.coaching.verdicts import sentences, verdict_on
from bot.say.cards import card, card_presses, span
from bot.say.plan import plan
from bot.say.status import glance, status, status_presses
from bot.words.named import Presses, Text, Value, lines, text
from storage.facts import Interview, Known, Opportunity

NOTHING = lines(())
"""What is said of a row that is gone by the end of the turn."""
Row = TypeVar("Row", Interview, Opportunity)


def _row(rows: tuple[Row, ...], meant: Text, name: str) -> Row | None:
    return next((row for row in rows if row.id == meant.params[name]), None)


def _card(known: Known, now: datetime, meant: Text) -> Value:
    interview = _row(known.interviews, meant, "interview")
    return NOTHING if interview is None else card(known, now, interview)


def _card_presses(known: Known, _now: datetime, meant: Text) -> Presses:
    interview = _row(known.interviews, meant, "interview")
    return () if interview is None else card_presses(interview)


def _span(known: Known, _now: datetime, meant: Text) -> Value:
    interview = _row(known.interviews, meant, "interview")
    return NOTHING if interview is None else span(known, interview)


def _plan(known: Known, now: datetime, meant: Text) -> Value:
    opportunity = _row(known.opportunities, meant, "opportunity")
    return NOTHING if opportunity is None else plan(known, now, opportunity)


def _wait(known: Known, now: datetime, meant: Text) -> Value:
    """Why to wait with one of them: what its picture shows, in words."""
    opportunity = _row(known.opportunities, meant, "opportunity")
    if opportunity is None:
        return NOTHING
    head = text("title.plain", employer=opportunity.employer)
    return lines((head, sentences(verdict_on(known, opportunity, now))))


SPECIAL: dict[str, Callable[[Known, datetime, Text], Value]] = {
    "@status": lambda known, now, meant: glance(known, now) if meant.params.get("short") else status(known, now),
    "@wait": _wait,
    "@progress": lambda known, now, _meant: told(known, now),
    "@shared": lambda known, now, _meant: shared(known, now),
    "@card": _card,
    "@span": _span,
    "@plan": _plan,
}
PRESSES: dict[str, Callable[[Known, datetime, Text], Presses]] = {
    "@status": lambda known, now, _meant: status_presses(known, now),
    "@card": _card_presses,
}
"""The buttons that belong under them."""
