"""The state of the status question: open, waiting for its day, or used up (steps 12 and 16).

Quiet. The open date comes from `open_date.py`, the count from `tally.py`.
"""

from __future__ import annotations

from datetime import date, datetime

from scheduler.policy import closed
from scheduler.policy.case import Case
from scheduler.policy.closed import KEEP_LOOKING
from scheduler.policy.open_date import Opening, past_leaves
from scheduler.policy.parameters import OFFICE_HOURS
from scheduler.policy.situation import Situation
from scheduler.policy.verdict import Answer, Kind, Param, Verdict
from storage.facts import Sector

REASONS = {
    "R4": "verbal_offer",
    "R7": "reopened",
    "R18": "window",
    "R19": "leeway",
    "R21": "invited",
    "R22": "no_window",
    "R23": "second",
    "R27": "new_date",
    "R28": "asked_to_wait",
    "R29": "paused",
    "R30": "scheduling",
    "R32": "away",
    "R39": "other_role",
}
"""The last word of the sentence's key, by the rule that sets the day."""


def state(situation: Situation, now: datetime) -> Verdict:
    """Whether a status question may go at `now` (aware), and if not, from which day."""
    today = situation.calendar.day_of(now)
    override = (
        closed.interview_ahead(situation, now)
        or closed.accepted(situation)
        or closed.asked_not_to_write(situation, today)
        or closed.silence_means_no(situation, today)
    )
    if override is not None:
        return override
    if situation.opening is None:
        return closed.nothing_known(situation)
    return closed.used_up(situation, today) or _next_question(situation, situation.opening, now, today)


def is_still_so(situation: Situation, state: Verdict, today: date) -> bool:
    """Whether the question waits for its day as before (`state`) although time has passed, up to a moment `today`."""
    opening = situation.opening
    if opening is None or state.asks_from is None or state.rule in ("R36", "R32") or situation.leaves:
        return False
    return today < state.asks_from and not (state.rule == "R18" and opening.named is not None and today > opening.named)


def _next_question(situation: Situation, opening: Opening, now: datetime, today: date) -> Verdict:
    """The next status question: on its day, in office hours (R36)."""
    day, rule = first_day(situation, opening, today)
    if day > today:
        return _wait(situation, opening, day, rule, today)
    if situation.calendar.is_within(now, OFFICE_HOURS):
        return _go(situation, opening, now)
    opens = situation.calendar.next_within(now, OFFICE_HOURS)
    next_day = situation.calendar.day_of(opens)
    after_leave = past_leaves(next_day, situation.leaves)
    if after_leave > next_day:
        return _wait(situation, opening, after_leave, "R32", today)
    return _hold(situation, "R36", "office_hours", opens, hours=str(OFFICE_HOURS))


def first_day(situation: Situation, opening: Opening, today: date) -> tuple[date, str]:
    """The first day for the next status question, and the rule that sets it."""
    days = [(opening.day, opening.rule)]
    if situation.tally.gap_ends is not None:
        days.append((situation.tally.gap_ends, "R23"))
    if situation.asked_elsewhere is not None:
        days.append((situation.asked_elsewhere[0], "R39"))
    day, rule = max(days, key=lambda pair: pair[0])
    after_leave = past_leaves(day, situation.leaves, today)
    return (after_leave, "R32") if after_leave > day else (day, rule)


def _wait(situation: Situation, opening: Opening, day: date, rule: str, today: date) -> Verdict:
    if rule == "R19" and opening.named is not None and today <= opening.named:
        rule = "R18"
    opens = situation.calendar.at(day, OFFICE_HOURS.start)
    word = REASONS[rule]
    if rule == "R22":
        word = _usual_wait(situation.case) if opening.named is None else "not_before"
    return _hold(situation, rule, word, opens, **_words(situation, opening, rule))


def _usual_wait(case: Case) -> str:
    """Whose usual wait it is that counts when no window is known (R22)."""
    if case.sector is not Sector.PRIVATE:
        return "no_window_slow"
    return "no_window_agency" if case.via_agency else "no_window"


def _words(situation: Situation, opening: Opening, rule: str) -> dict[str, Param]:
    """What the sentence about a wait needs besides the day."""
    words: dict[str, Param] = {}
    if opening.named is not None:
        words["named"] = opening.named
    if rule == "R39" and situation.asked_elsewhere is not None:
        words["role"] = situation.asked_elsewhere[1] or "-"
    return words


def _hold(situation: Situation, rule: str, word: str, opens: datetime, **params: Param) -> Verdict:
    day = situation.calendar.day_of(opens)
    tells_count = rule == "R23"
    early = ("verdict.also.early",) if situation.tally.early and not tells_count else ()
    return Verdict(
        verdict=Answer.HOLD,
        rule=rule,
        kind=Kind.FOLLOW_UP,
        not_before=day,
        asks_from=day,
        opens_at=opens,
        reason=f"verdict.hold.{word}",
        params={"day": day, **_count(situation), **params},
        also=(*early, KEEP_LOOKING),
        count=situation.tally.count,
    )


def _go(situation: Situation, opening: Opening, now: datetime) -> Verdict:
    is_last = situation.tally.left == 1
    rule = "R23" if is_last else opening.rule
    also = [f"verdict.channel.{situation.channel}"]
    if situation.case.via_agency:
        also.append("verdict.also.via_agency")
    if situation.owes_thanks:
        also.append("verdict.also.thanks_folded")
    word = "not_before" if rule == "R22" and opening.named is not None else REASONS[rule]
    return Verdict(
        verdict=Answer.GO,
        rule=rule,
        kind=Kind.FOLLOW_UP,
        channel=situation.channel,
        opens_at=now,
        reason=f"verdict.go.{word}",
        params={**_count(situation), **_words(situation, opening, rule)},
        also=tuple(also),
        count=situation.tally.count,
    )


def _count(situation: Situation) -> dict[str, Param]:
    used, allowed = situation.tally.count
    return {"used": used, "allowed": allowed}
