"""Any word from them, and whether they kept what they promised: what a typed yes or no to the nudge means."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from bot.decide.question import Question
from bot.hear.act import Act, By
from bot.hear.scene import Expected
from bot.learn.ledger import Ledger

KEPT = {"yes": "they_kept", "no": "they_broke"}
CAME = {"yes": "heard", "no": "nothing_heard", "skip": "nothing_heard"}


def _means(acts: Mapping[str, str], ledger: Ledger, act: Act) -> Act | None:
    name = acts.get(act.name)
    return Act(name, by=By.BARE, row=ledger.before.person.asking_about or 0) if name else None


def _question(name: str, acts: Mapping[str, str]) -> Question:
    answered = frozenset(acts.values())
    return Question(name=name, expects=Expected.YES_NO, means=partial(_means, acts), answered_by=answered)


QUESTIONS = (_question("their_promise", KEPT), _question("any_word", CAME))
