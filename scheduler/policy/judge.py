"""The decision: sixteen steps, and the first that applies answers.

Quiet. This is section 3 of docs/contact-policy.md, in code: the order of STEPS is the order of the page.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from functools import lru_cache

from scheduler.policy.again import next_change
from scheduler.policy.answers import fixed_call, open_offer, reply_owed
from scheduler.policy.case import Case, Intent
from scheduler.policy.endings import always_allowed, leaving, they_said_no
from scheduler.policy.lazily import MOMENTS
from scheduler.policy.moment import Moment
from scheduler.policy.notes import thank_you_later, thank_you_now
from scheduler.policy.outreach import agency_debrief, deadline_elsewhere, linkedin_request, past_the_agency
from scheduler.policy.promises import promise_due, promise_pending
from scheduler.policy.situation import Situation
from scheduler.policy.verdict import Answer, Verdict
from scheduler.policy.wishes import about_the_wish
from storage.grouping import Same


def status_question(moment: Moment) -> Verdict | None:
    """12. A status question is open, and it is office hours (R18 to R37)."""
    return moment.state if moment.state.verdict is Answer.GO else None


STEPS: tuple[Callable[[Moment], Verdict | None], ...] = (
    reply_owed,  # 1
    fixed_call,  # 2
    open_offer,  # 3
    they_said_no,  # 4
    leaving,  # 5
    always_allowed,  # 6
    past_the_agency,  # 7
    deadline_elsewhere,  # 8
    promise_due,  # 9
    agency_debrief,  # 10
    linkedin_request,  # 11
    status_question,  # 12
    thank_you_now,  # 13
    promise_pending,  # 14
    thank_you_later,  # 15
)


def judge(case: Case, now: datetime, intent: Intent | None = None) -> Verdict:
    """May something be sent to the employer at `now` (aware, any zone), and if not, from when?

    `intent` is what the Person asks to send, None when they ask for nothing in particular.
    """
    moment = moment_of(case, now, intent)
    verdict = decide(moment)
    also = (*about_the_wish(moment, verdict), *verdict.also)
    change = next_verdict(moment, lambda: verdict)
    return replace(verdict, again=change[0].now if change is not None else None, also=also)


def moment_of(case: Case, now: datetime, intent: Intent | None = None) -> Moment:
    """A Case at `now` (aware, any zone): what a verdict is made from.

    Within a turn many ask about one Case at one moment: what has been worked out for the first is there for the others.
    """
    return _moment_of(Same(case), now.astimezone(UTC), intent)


@lru_cache(maxsize=MOMENTS)
def _moment_of(case: Same[Case], now: datetime, intent: Intent | None) -> Moment:
    return Moment(Situation.at(case.value, now), now, intent)


def next_verdict(
    moment: Moment, verdict: Callable[[], Verdict], until: datetime | None = None
) -> tuple[Moment, Verdict] | None:
    """The first moment after `moment` at which deciding gives something else than `verdict`, and what it gives then;
    None: never, or not by `until` (aware)."""
    return next_change(moment, verdict, decide, until)


def question(case: Case, now: datetime) -> Verdict:
    """The state of the status question alone, whatever else may go first (step 16): when may they be asked?

    `now` is aware, in any zone.
    """
    return moment_of(case, now).state


def decide(moment: Moment) -> Verdict:
    """The first step that applies; 16. otherwise the state of the status question.

    The verdict of `judge` without what few ask for: when it changes (`again`), and the word about the wish.
    """
    verdict: Verdict | None = vars(moment).get("decided")
    if verdict is None:
        verdict = vars(moment)["decided"] = _decided(moment)
    return verdict


def _decided(moment: Moment) -> Verdict:
    for step in STEPS:
        verdict = step(moment)
        if verdict is not None:
            return verdict
    return moment.state
