"""Which Opportunity a text is about: the one it names, the only one there is, or the one that is asked for."""

from __future__ import annotations

from bot.dialogue.talk import Talk
from storage.facts import Opportunity

MOST_BUTTONS = 10


def named_in(talk: Talk, text: str) -> list[Opportunity]:
    """The open Opportunities whose employer stands in the text."""
    lower = text.casefold()
    return [o for o in talk.open_opportunities if o.employer.casefold() in lower]


def about(talk: Talk, text: str, purpose: str) -> Opportunity | None:
    """The Opportunity that `text` is about; None when the Person has been asked which.

    `purpose` and the text are kept, so that one tap goes on with them.
    """
    chosen = talk.chosen
    if chosen is not None:
        return chosen
    candidates = named_in(talk, text) or list(talk.open_opportunities)
    if len(candidates) == 1:
        return candidates[0]
    talk.ask("which", None, f"{purpose} {text}")
    buttons = tuple((talk.button("which", o.id, label=_label(o)),) for o in candidates[:MOST_BUTTONS])
    talk.say("ask.which", buttons)
    return None


def _label(opportunity: Opportunity) -> str:
    return f"{opportunity.employer} · {opportunity.role}" if opportunity.role else opportunity.employer
