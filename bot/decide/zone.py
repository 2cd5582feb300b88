"""Where the Person's clock stands: asked by the time it shows, once the first things are told, and then seldom."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta

from bot.decide.question import Question, keyboard
from bot.hear.act import Act
from bot.hear.scene import Expected
from bot.learn.ledger import Ledger
from bot.words import clock
from scheduler import nudges
from scheduler.nudges import Plan
from storage.facts import Known

ASKED_AGAIN, ASKED_SELDOM = timedelta(hours=6), timedelta(days=1)
"""So long it is not asked again; and when it was asked FEW times in vain."""
FEW = 2
ASLEEP_FROM, ASLEEP_UNTIL = time(23), time(7)
"""Nobody is asked whether it is such an hour for them: they have just written."""
MOST_WORDS = 4
"""A "yes" or a "no" with more words than these answers something else."""
CITY = "city"
"""In `Person.asking_text`: no hour was named."""
ASKED = "asked in a reply"


def zone_open(known: Known, now: datetime) -> int | None:
    """Open until the Person has told; whoever was asked lately is left alone."""
    asked_at = known.person.zone_asked_at
    in_vain = sum(nudged.name == "zone" for nudged in known.nudged)
    rest = ASKED_AGAIN if in_vain < FEW else ASKED_SELDOM
    if known.person.zone_confirmed or (asked_at is not None and now - asked_at < rest):
        return None
    return 0


def is_needed(known: Known) -> bool:
    """Whether nothing can be said unasked before it is known, and it was never asked."""
    return known.person.zone_asked_at is None and nudges.is_unplaced(known.person)


def _unplaced(known: Known, now: datetime) -> int | None:
    """Open before other things are asked, while nothing can be said unasked."""
    return zone_open(known, now) if nudges.is_unplaced(known.person) else None


def _say(ledger: Ledger, row: int) -> None:
    """Is it 14:05 for you now? Not as a moment: Telegram would show each reader their own."""
    is_first = is_needed(ledger.known)
    ledger.change_person(zone_asked_at=ledger.now)
    asked = Plan(name="zone", once=f"zone:{ledger.now:%Y%m%dT%H%M%S}", opportunity_id=None, subject=0, at=ledger.now)
    if all(nudged.once != asked.once for nudged in ledger.known.nudged):
        ledger.known = nudges.note_said(ledger.known, asked, ledger.now, dropped=ASKED)
    if _is_unlikely(ledger):
        ledger.ask("zone", row, CITY)
        return ledger.pose("zone.city")
    return ledger.pose("zone.is_it.why" if is_first else "zone.is_it", keyboard(ZONE, row), time=clock(ledger.here))


def _is_unlikely(ledger: Ledger) -> bool:
    """Whether people are asleep by the clock that is guessed, and this one has just written."""
    here = ledger.here.time()
    return here >= ASLEEP_FROM or here < ASLEEP_UNTIL


def _means(ledger: Ledger, act: Act) -> Act | None:
    """Yes, it is; no: then where?"""
    is_typed = not act.verb and act.name in ("yes", "no")
    if is_typed and (ledger.before.person.asking_text == CITY or len(ledger.incoming.text.split()) > MOST_WORDS):
        return None
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
FIRST = replace(ZONE, open=_unplaced)
"""The same question, in front of all that only helps to tell more."""
