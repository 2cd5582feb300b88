"""A word about what the Person wished to send, when the answer is to wait.

Quiet. Wishes change no verdict here: whatever has no step of its own is judged as a status question (R40).
"""

from __future__ import annotations

from scheduler.policy.case import IntentKind
from scheduler.policy.moment import Moment
from scheduler.policy.verdict import Answer, Kind, Verdict

BLUFF = "bluff"


def about_the_wish(moment: Moment, verdict: Verdict) -> tuple[str, ...]:
    """The key of a sentence about the intent; none when it may go, or when there is nothing to add."""
    if moment.intent is None or verdict.verdict is not Answer.HOLD or verdict.kind is not Kind.FOLLOW_UP:
        return ()
    if moment.asks(BLUFF):
        return ("verdict.also.no_bluff",)
    match moment.intent.kind:
        case IntentKind.THANK_YOU:
            missing = moment.situation.owes_thanks
            return ("verdict.also.late_note" if missing else "verdict.also.one_note",)
        case IntentKind.LINKEDIN:
            return ("verdict.also.connect_later",)
        case IntentKind.OTHER:
            return ("verdict.also.hidden_question",)
        case _:
            return ()
