"""A Draft in the words of a model, where the Person asks in words of their own and the operator has one."""

from __future__ import annotations

from typing import Any

from bot.coaching.drafts import Style
from bot.coaching.lettering.brief import BETWEEN, Brief, brief_of
from bot.coaching.lettering.reading import body_in
from bot.decide.buttons import contacts_sent, own_press, sent_press
from bot.hear.said_json import Unusable
from bot.learn.ledger import Ledger
from bot.learn.reported import shown_last
from bot.turn import Kind
from bot.words.named import Block, Press, Presses, text
from storage.facts import Opportunity

ASKING = frozenset({"ask_draft", "change_draft"})
ENOUGH = 6
"""Words of a wish that says how the letter is to be; what is shorter says only which one."""


def worded(
    ledger: Ledger, opportunity: Opportunity, name: str, style: Style, extras: dict[str, Any]
) -> tuple[Block, str] | None:
    """The Draft as a model has put it, and which one has; None where ours is to be shown.

    Where a model may be asked and was not, the turn says so (`Ledger.brief`), and is made again with its answer.
    """
    brief = _brief(ledger, opportunity, name, style, extras)
    if brief is None:
        return None
    written = ledger.incoming.written
    if written is None:
        ledger.brief = ledger.brief or brief
        return None
    if written.answer is None:
        return None
    try:
        return brief.whole(body_in(written.answer, brief)), written.by
    except Unusable:
        return None


def _brief(ledger: Ledger, opportunity: Opportunity, name: str, style: Style, extras: dict[str, Any]) -> Brief | None:
    wish = _wish(ledger)
    if not wish or not ledger.incoming.has_writer or ledger.person.no_model:
        return None
    before = _before(ledger, opportunity, name)
    return brief_of(ledger.known, opportunity, ledger.now, name, style=style, wish=wish, before=before, **extras)


def _wish(ledger: Ledger) -> str:
    """What the Person has typed, where it says how the Draft is to be."""
    incoming = ledger.incoming
    asked = [act for act in ledger.acts if act.name in ASKING]
    if incoming.kind is not Kind.TEXT or incoming.forwarded or incoming.text.startswith("/") or not asked:
        return ""
    says_how = any(act.name == "change_draft" or act.has("style", "mention") for act in asked)
    return incoming.text if says_how or len(incoming.text.split()) >= ENOUGH else ""


def _before(ledger: Ledger, opportunity: Opportunity, name: str) -> str:
    """What a model has written of the Draft that was shown last, if it is this one that is to be changed."""
    shown, letter = shown_last(ledger), ledger.person.letter
    is_changed = any(act.name == "change_draft" for act in ledger.acts)
    if letter is None or not is_changed or shown is None or (shown[0].id, shown[1]) != (opportunity.id, name):
        return ""
    return BETWEEN.join(letter.split(BETWEEN)[1:-1])


def presses(ledger: Ledger, opportunity: Opportunity, name: str) -> Presses:
    """Under a Draft of a model's: it was sent, ours instead, or the Person's own."""
    ours = Press(
        f"style.{Style.PLAIN}={name}", opportunity.id, contacts_sent(ledger.known, opportunity), text("button.ours")
    )
    sent = sent_press(ledger.known, opportunity, name)
    first: Presses = ((sent,),) if sent else ()
    return (*first, (ours,), (own_press(ledger.known, opportunity, name),))
