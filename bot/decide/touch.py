"""A sign of life long after the end (R6): whether there is something to say, and what."""

from __future__ import annotations

from bot.decide.meant import mark
from bot.decide.question import Question
from bot.hear.act import Act, By
from bot.hear.scene import Expected
from bot.learn.ledger import Ledger, Stale
from storage.facts import Opportunity


def _news(ledger: Ledger, act: Act) -> Act | None:
    row = ledger.before.person.asking_about or 0
    if act.name in ("no", "skip"):
        return Act("touch_rest", row=row, by=By.BARE)
    said = act.get("text")
    return Act("show_draft", {"draft": "keep_in_touch", "text": said}, row=row, by=By.BARE) if said else None


def _rest(ledger: Ledger, act: Act) -> Act | None:
    """ "No" under the offer of a sign of life; "yes" leads to it."""
    row = act.row or ledger.before.person.asking_about or 0
    if act.name in ("no", "skip"):
        return Act("touch_rest", row=row, verb=act.verb, by=act.by)
    return Act("show_draft", {"draft": "keep_in_touch"}, row=row, by=By.BARE) if act.name == "yes" else None


def touch_rest(ledger: Ledger, act: Act) -> None:
    """No sign of life this time."""
    if ledger.find(Opportunity, act.row) is None:
        raise Stale
    mark(ledger, act)
    ledger.answer("touch.rest")


def _ask_news(ledger: Ledger, row: int) -> None:
    ledger.pose("ask.touch_news", employer=ledger.found(Opportunity, row).employer)


_ANSWERS = frozenset({"show_draft", "touch_rest"})
TOUCH_NEWS = Question(name="touch_news", expects=Expected.WORDS, means=_news, answered_by=_ANSWERS, say=_ask_news)
KEEP_IN_TOUCH = Question(name="keep_in_touch", expects=Expected.YES_NO, means=_rest, answered_by=_ANSWERS)
QUESTIONS = (TOUCH_NEWS, KEEP_IN_TOUCH)
