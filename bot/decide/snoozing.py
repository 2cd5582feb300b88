"""When a nudge is to be said again: the question, with the times that are still ahead."""

from __future__ import annotations

from bot.decide.question import Question
from bot.hear.act import Act
from bot.hear.scene import Expected
from bot.learn.ledger import Ledger
from bot.learn.reminders import ASKS, CHOICES, moment
from bot.words.named import Press


def _ask_when(ledger: Ledger, row: int | None) -> None:
    ahead = [verb for verb, words in CHOICES.items() if moment(ledger, Act("snooze", {"when": words})) is not None]
    key = "ask.remind_when" if ledger.person.asking_text else "ask.snooze_when"
    ledger.pose(key, (tuple(Press(verb, row or 0) for verb in ahead),))


SNOOZE_WHEN = Question(name=ASKS, expects=Expected.SNOOZE, answered_by=frozenset({"snooze"}), say=_ask_when)
QUESTIONS = (SNOOZE_WHEN,)
