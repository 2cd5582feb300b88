"""What the Person asks of their own facts: "what time is it again", "until when do I have", "wer war nochmal Dana"."""

from __future__ import annotations

from bot.hear.clause import Clause, Context

MOST = 12
"""Words of a question about one fact."""


def asks_back(clause: Clause, context: Context) -> bool:
    """Whether something told is asked back: "again" beside a plain question, or "remind me" before it."""
    if len(clause.words) > MOST or not clause.says("fact_asked") or clause.says("no_fact_asked"):
        return False
    asked_again = clause.says("again_asked") or is_reminded_of(clause, context)
    return asked_again or (clause.says("own_fact_asked") and _has_it(clause, context))


def is_reminded_of(clause: Clause, context: Context) -> bool:
    """ "Remind me, when are they meant to get back": what stands behind "remind me" is to be told now."""
    before = context.before(clause)
    reminded = before is not None and before.sentence == clause.sentence and before.says("reminds_me", "remind")
    return reminded and before is not None and len(before.words) <= FEW


FEW = 4
"""Words of "can you remind me"."""


def asks_it_now(clause: Clause, context: Context) -> bool:
    """Whether "remind me" is only the beginning of a question, and no wish for a later message."""
    behind = context.after(clause)
    return behind is not None and is_reminded_of(behind, context) and behind.says("fact_asked")


def _has_it(clause: Clause, context: Context) -> bool:
    """Whether there is an offer to decide on, or a talk to come, that can be meant."""
    now = context.scene.now
    meant = [one for one in context.scene.employers if clause.employer in (None, one.name)]
    coming = any(not talk.is_over(now) for one in meant for talk in one.talks)
    return any(one.offered for one in meant) or (coming and clause.says("talk_fact_asked"))
