"""Answers to questions: a topic and what is known of this person in, sentences and the draft that helps out.

The rows of `rows` say which facts decide and what helps; the words stand in `words/<language>/advice.po`. An answer
begins with the answer: what holds here, why, and this person's own day.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.coaching.answers.case import Case, Stage
from bot.coaching.answers.fitting import fits
from bot.coaching.answers.rows import OFFERS, ROWS, Row
from bot.coaching.standing import standing
from bot.words.named import Listed, Moment, Text, Value, text
from storage.facts import Known, Opportunity

WAYS: Mapping[str, int] = {"signs": 3, "waiting": 3, "afterwards": 3}
"""Topics with several answers that are all as true: who asks again gets another one."""
WRITES = frozenset({"same_thread", "contact_away", "recruiter_or_manager", "around_agency", "background_check", "hint"})
"""Topics of which some answer tells to write: "there's nothing to send" behind it would take that back."""
NOTHING_TO_SEND = ("stand.their_turn", "stand.move_on")
NOBODY = "HR"
"""Who is written to, in both languages, where nobody is known."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What is said to a question, and what can be done about it at once."""

    said: tuple[Text, ...]
    draft: str | None = None
    """The draft that helps now."""
    parks: bool = False
    """Whether the question to them can be written now, for its day."""


def answer(topic: str, known: Known, opportunity: Opportunity | None, now: datetime, *, way: int = 1) -> Answer:
    """The answer to a question of that topic, the `way`-th of its WAYS; without an employer, what holds for all."""
    row = ROWS[topic]
    ways = f".{way}" if topic in WAYS else ""
    if opportunity is None:
        return Answer((text(f"advice.{topic}{ways}", who=NOBODY),))
    case = Case(known, opportunity, now)
    said = text(f"advice.{topic}{_variant(row, case) or ways}", **_values(case))
    draft = row.draft_at(case)
    return Answer((said, *_behind(row, case)), draft, row.has_day and case.stage is Stage.WAIT and row.parks)


def _variant(row: Row, case: Case) -> str:
    """Which of the ways to answer fits what is known; the first one in the row that does."""
    return next((f".{name}" for name in row.variants if fits(case, name)), "")


def _values(case: Case) -> dict[str, Value]:
    """What the words may name."""
    told: dict[str, Value | None] = {
        "employer": case.opportunity.employer,
        "who": case.who,
        "named": case.named,
        "opens": case.opens,
        "deadline": case.deadline_elsewhere,
        "other": case.other,
        "talk": Moment(case.talk) if case.talk is not None else None,
        "reached": Listed(case.reached),
        "others": Listed(case.unreached),
    }
    return {name: value for name, value in told.items() if value is not None}


def _behind(row: Row, case: Case) -> Iterator[Text]:
    """This person's own day: of the question, of the answer that they owe, or how to come by one."""
    if row.topic in OFFERS and case.deadline is not None:
        yield text("advice.answer_due", deadline=case.deadline)
    elif not row.has_day:
        return
    elif case.stage is Stage.FRESH:
        yield (
            text("stand.only_thank_you", employer=case.opportunity.employer)
            if case.is_dated
            else text("advice.no_date")
        )
    elif case.stage not in (Stage.REFUSED, Stage.OFFERED, Stage.ENDED):
        said = standing(case.known, case.opportunity, case.now)
        if row.topic not in WRITES or said.key not in NOTHING_TO_SEND:
            yield said
