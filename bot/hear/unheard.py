"""Questions of which no rule has heard anything: what to do, and what the coach knows."""

from __future__ import annotations

from collections.abc import Iterator

from bot.hear.act import Act
from bot.hear.clause import Context, Modality

FIRST = 2
"""Words of a clause among which a question for advice begins."""


def questions(context: Context) -> Iterator[Act]:
    """ "Should I haggle?" is a question for advice, though nothing is known of haggling; the first one counts."""
    for clause in context.clauses:
        advice, status = clause.where("asks_advice"), clause.where("asks_status")
        if (
            clause.modality not in (Modality.ASKED, Modality.PLANNED)
            or not clause.text
            or clause.says("asks_no_advice")
        ):
            continue
        if clause.says("topic_legal") and clause.modality is Modality.ASKED:
            yield clause.act("ask_advice", about=clause.employer, topic="legal")
            return
        if status is not None and status[0] <= FIRST and context.scene.employers:
            yield clause.act("ask_status")
            return
        if advice is not None and advice[0] <= FIRST and clause.modality is Modality.ASKED:
            yield clause.act("ask_advice", topic="other")
            return
