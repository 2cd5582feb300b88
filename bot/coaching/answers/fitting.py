"""Which way to answer fits: by the stage, or by what is known of this person. One row a name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta

from bot.coaching.answers.case import Case, Stage
from bot.coaching.letters import interviews_of, last_over
from storage.facts import EventType

SOON = timedelta(hours=36)
"""So near a talk is soon, and so lately an offer has just come."""
WAITING = (Stage.WAIT, Stage.OPEN, Stage.AGAIN)


def _has_been(case: Case) -> bool:
    """Whether there has been a talk."""
    return last_over(case.known, case.opportunity, case.now) is not None


def _has_said_yes(case: Case) -> bool:
    """Whether the Person has said yes to somebody."""
    return any(e.type in (EventType.ACCEPTED, EventType.ACCEPTED_OTHER_OFFER) for e in case.known.events)


def _is_one_of_several(case: Case) -> bool:
    over = [i for i in interviews_of(case.known, case.opportunity) if i.end <= case.now]
    return case.stage is Stage.FRESH and len(over) > 1


FITS: Mapping[str, Callable[[Case], bool]] = {
    "dated": lambda case: case.named is not None,
    "fresh_until": lambda case: case.stage is Stage.FRESH and case.opens is not None,
    "more": _is_one_of_several,
    "late": lambda case: case.stage in WAITING and not case.is_thanked,
    "thanked": lambda case: case.stage in (*WAITING, Stage.SPENT) and case.is_thanked,
    "today": lambda case: case.stage is Stage.WAIT and case.named == case.today,
    "due": lambda case: case.deadline_elsewhere is not None and case.other is not None,
    "undated": lambda case: case.other is not None,
    "agency": lambda case: case.opportunity.via_agency,
    "one_address": lambda case: bool(case.reached) and bool(case.unreached),
    "signed": _has_said_yes,
    "taken": lambda case: case.is_taken_elsewhere,
    "answered": lambda case: case.is_answered,
    "further": lambda case: case.stage is Stage.AHEAD and _has_been(case),
    "set": lambda case: case.stage is Stage.AHEAD and case.talk is not None,
    "soon": lambda case: case.talk is not None and case.talk - case.now <= SOON,
    "just_offered": lambda case: case.offer is not None and case.now - case.offer.at <= SOON,
    "over": _has_been,
    "rung": lambda case: case.has_come(EventType.REFERENCE_CALLED),
    "wanted": lambda case: case.has_come(EventType.REQUEST),
}
"""What is known, beside the stages, which fit by their own name."""


def fits(case: Case, name: str) -> bool:
    """Whether a way to answer fits."""
    return FITS[name](case) if name in FITS else case.stage == name
