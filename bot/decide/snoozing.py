"""Not now: when the Person wants to hear a nudge again, with a tap or in their own words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from bot.decide.meant import mark
from bot.decide.question import Question, pose
from bot.hear.act import Act, By
from bot.hear.scene import Expected
from bot.hear.times import SnoozeRead, read_snooze
from bot.learn.ledger import Ledger, Stale
from bot.words.named import Moment, Press
from scheduler import nudges
from storage.facts import Nudged, Opportunity

CHOICES = {"snooze.tonight": "tonight", "snooze.tomorrow": "tomorrow", "snooze.days": "in two days"}
"""The buttons, and what is read for them as if it had been typed in English."""


def snooze(ledger: Ledger, act: Act) -> None:
    """Say a nudge again at a moment; without one, ask when. Typed: the nudge that was said last."""
    nudged = ledger.find(Nudged, act.row) if act.row else last(ledger)
    if nudged is None or not is_alive(ledger, nudged):
        if act.by is By.BUTTON:
            raise Stale
        return ledger.answer("snooze.nothing")
    at = moment(ledger, act)
    if at is None:
        return pose(ledger, SNOOZE_WHEN, nudged.id)
    ledger.known = nudges.snooze(ledger.known, nudged.once, at)
    if act.has("when"):
        mark(ledger, act)
    return ledger.keep("snoozed", when=Moment(at))


def moment(ledger: Ledger, act: Act) -> datetime | None:
    """The moment that is meant (UTC), awake and not in the middle of an Interview; None when it is none ahead."""
    until = act.get("until")
    at = until if isinstance(until, datetime) else _read(ledger, str(act.get("when") or ""))
    return nudges.undisturbed(at.astimezone(UTC), ledger.known) if at is not None and at > ledger.now else None


def _read(ledger: Ledger, words: str) -> datetime | None:
    read = read_snooze(words, ledger.here, "en")
    return read.at if isinstance(read, SnoozeRead) else None


def last(ledger: Ledger) -> Nudged | None:
    """The nudge that was said last; about the employer that the message names, if it names one."""
    said = [n for n in ledger.known.nudged if n.dropped is None and ledger.meant in (None, n.opportunity_id)]
    return max(said, key=lambda nudged: (nudged.at, nudged.id), default=None)


def is_alive(ledger: Ledger, nudged: Nudged) -> bool:
    """Whether it is still worth saying: an Opportunity that was let go of is not brought up again."""
    about = ledger.find(Opportunity, nudged.opportunity_id)
    return nudged.opportunity_id is None or (about is not None and about.closed_at is None)


def _ask_when(ledger: Ledger, row: int) -> None:
    """Only times that are still ahead are offered."""
    ahead = [verb for verb, words in CHOICES.items() if _read(ledger, words) is not None]
    ledger.pose("ask.snooze_when", (tuple(Press(verb, row) for verb in ahead),))


SNOOZE_WHEN = Question(name="snooze_when", expects=Expected.SNOOZE, answered_by=frozenset({"snooze"}), say=_ask_when)
QUESTIONS = (SNOOZE_WHEN,)
ACTS: dict[str, Callable[[Ledger, Act], None]] = {"snooze": snooze}
