"""Calendars in the conversation: files that the Person sends, the feed that is connected, what is asked about both.

What comes in as a file or an address is taken by `take`, what is pressed, commanded or typed by the act `calendar`.
"""

from __future__ import annotations

from collections.abc import Callable

from bot.calendars.events import Reading, Rejected
from bot.calendars.merging import identity
from bot.calendars.plan import SAYS_NOTHING
from bot.decide import calendar_answers as answers
from bot.decide import calendar_feed as feed
from bot.decide import calendar_typed as typed
from bot.decide.calendar_asking import QUESTIONS, propose
from bot.decide.calendar_dates import dates
from bot.hear.act import Act, Heard
from bot.learn.calendar import interview_of
from bot.learn.calendar_following import follow
from bot.learn.calendar_welcome import MOST_SHOWN
from bot.learn.ledger import Ledger
from bot.turn import Kind
from bot.words.named import text
from storage.facts import Decision

__all__ = ["ACTS", "QUESTIONS", "heard", "take"]

heard = typed.heard
_SAID_BY_FILES = frozenset(
    {
        *("interview", "interview_moved", "interview_called_off", "employer", "calendar"),
        *("unclear", "words", "note", "off_topic"),
        *("yes", "no", "hello", "thanks", "bye", "joy", "skip"),
    }
)
"""Acts of a caption that name what the file tells better, or nothing."""


def take(ledger: Ledger) -> None:
    """Answer a calendar file, or the address of a feed."""
    if ledger.incoming.kind is Kind.FEED:
        return feed.connect(ledger)
    match ledger.incoming.calendar:
        case Rejected(reason=reason):
            return ledger.answer(f"calendar.rejected.{reason}")
        case Reading(method=method) if method in SAYS_NOTHING:
            return ledger.answer("calendar.only_an_answer")
        case Reading() as reading:
            return _take(ledger, reading)
        case _:
            return ledger.answer("calendar.not_fetched")


def _take(ledger: Ledger, reading: Reading) -> None:
    followed = follow(ledger, reading, feed=False)
    feed.tell(ledger, followed)
    if followed.new:
        propose(ledger, followed.new, followed.more)
    elif not followed.is_told:
        _nothing_new(ledger, reading)


def _nothing_new(ledger: Ledger, reading: Reading) -> None:
    """It says what is known: that is shown again, and what was refused may be planned after all."""
    uids = {identity(one) for one in reading.occurrences if not one.cancelled}
    rows = [row for row in ledger.known.appointments if row.uid in uids and not row.cancelled]
    planned = [interview for row in rows if (interview := interview_of(ledger, row))]
    if planned:
        ledger.answer("calendar.have")
        ledger.tell(text("@card", interview=planned[0].id))
    elif rows:
        again = [ledger.change(row, decision=Decision.OPEN, interview_id=None) for row in rows]
        propose(ledger, again[:MOST_SHOWN])
    else:
        _nothing_to_plan(ledger, reading, only_off=bool(reading.cancellations) and not uids)


def _nothing_to_plan(ledger: Ledger, reading: Reading, *, only_off: bool) -> None:
    """Why nothing changes: what is older than what is planned is no cancellation of something unknown."""
    off = {one.uid for one in reading.cancellations}
    rows = (row for row in ledger.known.appointments if row.uid in off)
    standing = next((talk for row in rows if (talk := interview_of(ledger, row)) is not None), None)
    if only_off and standing is not None:
        employer = ledger.opportunity_of(standing).employer
        return ledger.answer("calendar.older_cancelled", employer=employer, when=text("@span", interview=standing.id))
    return ledger.answer("calendar.only_cancelled" if only_off else "calendar.nothing_ahead")


def beside(caption: Heard) -> tuple[Act, ...]:
    """What is told under a file, besides what the file itself says: when the talk is, and what is no news."""
    return tuple(act for act in caption.acts if act.name not in _SAID_BY_FILES)


DOES: dict[str, Callable[[Ledger, Act], None]] = {
    "show": feed.show,
    "plan": answers.plan,
    "pick": answers.pick,
    "not": answers.not_one,
    "none": answers.none,
    "moved": answers.moved,
    "other": answers.other,
    "off": answers.off,
    "still": answers.still,
    "left": answers.left,
    "dates": dates,
    "disconnect": feed.disconnect,
}


def calendar(ledger: Ledger, act: Act) -> None:
    """What is done about the calendar."""
    DOES[str(act.get("do"))](ledger, act)


ACTS: dict[str, Callable[[Ledger, Act], None]] = {"calendar": calendar}
