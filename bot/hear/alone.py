"""What a listener may tell that the rules have not heard at all: an interview with its day, news of a kind. Told
without them they are worth less than a question later on.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from bot.hear.act import Act
from bot.hear.clause import Clause, Context, Subject
from bot.hear.rules.feelings import is_relieved
from bot.hear.rules.their_calendar import they_meet

FEWEST_WORDS = 3
"""Fewer words bear nothing that has details."""
_LAUGHS = re.compile(r"\b(?:lol|lmao|xd|(?:ha){2,9}|(?:hi){2,9})\b|[😂🤣😅😄]", re.IGNORECASE)
TALKS = frozenset({"interview", "invited", "call_planned"})
"""What their own meeting is not."""
Needs = Callable[[Act, Clause, Context], bool]


def may_stand_alone(act: Act, clause: Clause, context: Context) -> bool:
    """Whether an act that only a listener has heard is told with all that it needs."""
    if act.name in TALKS and they_meet(clause):
        return False
    needs = NEEDS.get(act.name)
    return needs is None or (len(act.span.split()) >= FEWEST_WORDS and needs(act, clause, context))


def _interview(act: Act, _clause: Clause, context: Context) -> bool:
    """When, and with whom where that could be another one than the one that is known."""
    return act.has("start", "day") and (act.has("about") or not context.scene.employers)


def _window(act: Act, clause: Clause, context: Context) -> bool:
    """Until when, and not by when the Person does something; not where they ask what was meant."""
    is_asked = "?" in context.text
    return act.has("latest", "none") and clause.subject is not Subject.I and not is_asked


def _they_promised(act: Act, clause: Clause, _context: Context) -> bool:
    """What it is; an answer that they promise is a window."""
    return act.has("what") and not clause.says("answer", "their_answer")


def _heard(act: Act, _clause: Clause, _context: Context) -> bool:
    return act.has("what")


def _danger(_act: Act, _clause: Clause, context: Context) -> bool:
    """Whoever laughs about it is on pins and needles, and in no danger; nor whose thoughts go round, and no more."""
    goes_round = all(one.says("goes_round") and not one.says("low") for one in context.clauses)
    return not (goes_round or _LAUGHS.search(context.text))


def _worry(act: Act, clause: Clause, context: Context) -> bool:
    """Not what is told as gone."""
    near = [one for one in context.clauses if act.span in one.text or one.text in act.span]
    return not any(map(is_relieved, (clause, *near)))


def _joy(_act: Act, clause: Clause, context: Context) -> bool:
    """Not what is to stand in a letter, nor beside a fear."""
    return not any(one.says("put_it_in") for one in context.clauses)


NEEDS: dict[str, Needs] = {
    "worry": _worry,
    "joy": _joy,
    "interview": _interview,
    "window": _window,
    "they_promised": _they_promised,
    "heard": _heard,
    "danger": _danger,
}
