"""Where the Person's clock stands: asked by the time it shows, once the first things are told, and then seldom."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from bot.decide.question import Question, keyboard
from bot.hear.act import Act
from bot.hear.scene import Expected
from bot.learn.ledger import Ledger
from bot.words import clock
from storage.facts import Known

ASKED_AGAIN = timedelta(hours=6)
"""So long it is not asked again."""


def zone_open(known: Known, now: datetime) -> int | None:
    """Open until the Person has told; whoever was asked lately is left alone."""
    person = known.person
    if person.zone_confirmed or (person.zone_asked_at is not None and now - person.zone_asked_at < ASKED_AGAIN):
        return None
    return 0


def _say(ledger: Ledger, row: int) -> None:
    """Is it 14:05 for you now? Not as a moment: Telegram would show each reader their own."""
    ledger.change_person(zone_asked_at=ledger.now)
    ledger.pose("zone.is_it", keyboard(ZONE, row), time=clock(ledger.here))


def _means(ledger: Ledger, act: Act) -> Act | None:
    """Yes, it is; no: then where?"""
    if act.name == "yes":
        return replace(act, name="place", slots={"zone": ledger.before.person.zone or "UTC"})
    return replace(act, name="place", slots={}, span="") if act.name == "no" else None


ZONE = Question(
    name="zone",
    open=zone_open,
    expects=Expected.PLACE,
    means=_means,
    answered_by=frozenset({"place"}),
    presses=(("zone.yes", "zone.no"),),
    say=_say,
)
