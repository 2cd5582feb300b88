"""Steps 9 and 14: what the Person promised to send (R11).

Quiet. Each step answers with a Verdict, or None when its line of section 3 does not apply.
"""

from __future__ import annotations

from scheduler.policy.moment import Moment
from scheduler.policy.verdict import Answer, Kind, Verdict


def promise_due(moment: Moment) -> Verdict | None:
    """9. A promise is due today or overdue: it goes today, weekend or not."""
    if not moment.situation.promises or moment.situation.promises[0].due > moment.today:
        return None
    is_overdue = moment.situation.promises[0].due < moment.today
    return _only_promise(moment, "overdue" if is_overdue else "due_today")


def promise_pending(moment: Moment) -> Verdict | None:
    """14. A promise is not due yet: it may go any time until its day."""
    return _only_promise(moment, "pending") if moment.situation.promises else None


def _only_promise(moment: Moment, word: str) -> Verdict:
    promise = moment.situation.promises[0]
    return moment.only(
        Answer.ONLY_PROMISE,
        Kind.PROMISE,
        "R11",
        f"verdict.promise.{word}",
        what=promise.what,
        due=promise.due,
    )
