"""What else is heard in the words that tell of what the Person owes: a request, a window, a bare contact. It falls."""

from __future__ import annotations

from collections.abc import Iterable

from bot.hear.act import Act
from bot.hear.clause import Clause, Context
from bot.hear.talk_known import agree
from bot.hear.things import things
from bot.hear.vocabulary import LANGUAGES

CONFIRMED = ("confirmation", "Bestätigung")
"""What is owed to whoever wants a yes in writing."""


def is_surely_owed(act: Act, clause: Clause, context: Context) -> bool:
    """Whether it is of a thing that is known to be owed, or of a task with its end: nobody needs to doubt it."""
    if act.name not in ("kept", "promised"):
        return False
    return act.get("what") in _named(context) or (act.has("due") and clause.says("their_task", "confirmed_by_me"))


def without_owed(acts: list[Act], context: Context) -> list[Act]:
    """The acts without those that say less of what is owed than another one does."""
    acts = _with_deadline(acts)
    named = _named(context)
    owed = [act for act in acts if act.name in ("kept", "promised") and act.get("what") in named]
    ends = {(act.span, act.get("due")) for act in acts if act.name == "promised"}
    kept = [act for act in acts if act in owed or not (_is_of_owed(act, owed) or _ends_it(act, ends))]
    return [act for act in kept if act not in owed or act is max(_same(act, owed), key=lambda one: len(one.slots))]


def _same(act: Act, owed: Iterable[Act]) -> list[Act]:
    """What is told of the same thing in the same words, by whichever rule."""
    return [one for one in owed if (one.name, one.get("what"), one.span) == (act.name, act.get("what"), act.span)]


def _with_deadline(acts: list[Act]) -> list[Act]:
    """Where they have offered, the day by which the Person is to confirm is that of the answer to their offer."""
    confirmed = next((act for act in acts if act.name == "promised" and act.get("what") in CONFIRMED), None)
    offer = next((act for act in acts if act.name == "offer"), None)
    if confirmed is None or offer is None:
        return acts
    dated = offer if offer.has("deadline") else offer.with_slots(deadline=confirmed.get("due"))
    return [dated if act is offer else act for act in acts if act is not confirmed]


def _named(context: Context) -> set[str]:
    """All that is owed to anybody, together and each by itself."""
    rows = [what for employer in context.scene.employers for what in employer.promises]
    return {*rows, *(one for row in rows for language in LANGUAGES for one in things(row, language))}


def _is_of_owed(act: Act, owed: Iterable[Act]) -> bool:
    """A request, or a "sent" that does not say what, in the same words; the same act once more."""
    falls = (act.name == "heard" and act.get("what") == "request") or (act.name == "sent" and not act.get("what"))
    same = [one for one in owed if one.span and (one.span in act.span or act.span in one.span)]
    return any(falls or act.name == one.name for one in same)


def _ends_it(act: Act, ends: set[tuple[str, object]]) -> bool:
    """Whether a time of theirs is the end of what the Person is to do: "she wants it confirmed by Friday"."""
    days = {due for span, due in ends if span == act.span}
    if act.name == "correct":
        return bool(days)  # "no wait, I did say I'd send it" puts nothing right
    return (act.name == "window" and act.get("latest") in days) or (act.name == "channel" and bool(days))


def without_calls_that_decided(acts: list[Act], context: Context) -> list[Act]:
    """ "Rang her and said yes" asks nothing: it is the yes, and no follow-up. "Sent it" under a draft is that draft."""
    decided = [act for act in acts if act.name in ("accepted", "declined")]
    asked = [act for act in acts if act.name == "sent" and act.get("what") in (None, "follow_up")]
    if context.scene.draft_shown is not None:
        asked = [act for act in asked if act.slots.keys() - {"about"}]
    told = [act for act in asked if any(agree(act.get("about"), one.get("about")) for one in decided)]
    return [act for act in acts if act not in told]


def without_needless_time(acts: list[Act]) -> list[Act]:
    """Without time that they need, in words that tell what they need of the Person: "sie brauchen noch ..."."""
    wanted = {act.get("about") for act in acts if act.name == "heard" and act.get("what") == "request"}
    return [act for act in acts if not (_asks_for_time(act) and act.get("about") in wanted)]


def _asks_for_time(act: Act) -> bool:
    return act.name == "asked_to_wait" or (act.name == "heard" and act.get("what") == "more_time")
