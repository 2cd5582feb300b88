"""What a bare answer is where the Person's own words are asked for: those words, or that there are none."""

from __future__ import annotations

from dataclasses import replace

from bot.coaching.looking_back import is_nothing
from bot.hear.act import Act, By
from bot.learn.ledger import Ledger, Stale

FEW = 3
"""A "yes" or a "no" with more words than these tells something."""
ANSWERS = ("words", "note")
PASSES = ("skip", "no", "yes")


def own_words(ledger: Ledger, act: Act) -> str | None:
    """The answer; None where it is none, or says that there is nothing to tell."""
    said = _said(ledger, act)
    return said if said is not None and not is_nothing(said) else None


def _said(ledger: Ledger, act: Act) -> str | None:
    if act.name in ANSWERS and act.by is By.BARE:
        return str(act.get("text") or "").strip()
    typed = ledger.incoming.text.strip() if act.name in ("yes", "no") and act.by is not By.BUTTON else ""
    return typed if len(typed.split()) > FEW else None


def is_passed(ledger: Ledger, act: Act) -> bool:
    """Whether it says that there is nothing to tell, or nothing that is to be told."""
    if act.name in PASSES:
        return _said(ledger, act) is None
    if act.name == "nothing_heard":
        return is_nothing(act.span)
    said = _said(ledger, act)
    return said is not None and is_nothing(said)


def told_or_passed(name: str, ledger: Ledger, act: Act) -> Act | None:
    """The act of that name with the Person's words, or without where nothing is to be told; None: it is no answer."""
    row, said = act.row or ledger.before.person.asking_about or 0, own_words(ledger, act)
    if said is not None:
        return replace(act, name=name, slots={"text": said}, row=row)
    is_none = act.name == "enough" or is_passed(ledger, act)
    return replace(act, name=name, slots={}, row=row) if is_none else None


def take_press(name: str, ledger: Ledger, act: Act) -> None:
    """Take a press of the button that stands under the question of that name, once. Raises Stale where it is no longer
    asked."""
    if act.by is not By.BUTTON:
        return
    if (ledger.before.person.asking, ledger.before.person.asking_about) != (name, act.row):
        raise Stale
    ledger.mark(act.verb)
