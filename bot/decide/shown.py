"""A draft as it is shown: with all that can be done to it, and remembered: "sent it" and "shorter" are about it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from bot.coaching.drafts import Style, left_out
from bot.coaching.letters import FIXED, made
from bot.decide import because, worded
from bot.decide.buttons import draft_presses
from bot.learn.ledger import Ledger
from bot.learn.reported import IN, OF_NUDGES, SHOWN, TO, WITH, mention_shown, reader_shown, shown_last, style_shown
from bot.words.named import Press, Value, lines, text
from scheduler import nudges
from storage.facts import Opportunity

LONGEST_MENTION = 400


def show(
    ledger: Ledger,
    opportunity: Opportunity,
    name: str,
    style: Style = Style.PLAIN,
    extras: dict[str, Any] | None = None,
    *more: Press,
) -> None:
    """A draft with all that can be done to it, and `more` buttons."""
    if show_worded(ledger, opportunity, name, style, extras or {}, *more):
        return
    remember_shown(ledger, opportunity, name, extras or {}, style)
    said = draft_text(ledger, opportunity, name, style, extras or {})
    presses = draft_presses(ledger.known, opportunity, name, style)
    ledger.tell(said, (*presses, more) if more else presses)
    because.ask(ledger, opportunity, name)


def show_worded(
    ledger: Ledger, opportunity: Opportunity, name: str, style: Style, extras: dict[str, Any], *more: Press
) -> bool:
    """Show it as a model has put it, where one has. False: it is shown in our words."""
    found = worded.worded(ledger, opportunity, name, style, extras)
    if found is None:
        return False
    block, by = found
    remember_shown(ledger, opportunity, name, extras, style)
    ledger.change_person(letter=block.text)
    presses = worded.presses(ledger, opportunity, name)
    said = text("draft_shown.written", employer=opportunity.employer, model=by, draft=block)
    ledger.tell(said, (*presses, more) if more else presses)
    return True


def draft_text(ledger: Ledger, opportunity: Opportunity, name: str, style: Style, extras: dict[str, Any]) -> Value:
    """For whom it is, the draft, and what the Person has to add themselves."""
    block = made(ledger.known, opportunity, ledger.now, name, style, **extras)
    said = text(f"draft_shown.{style}", employer=opportunity.employer, draft=block)
    left = left_out(name, ledger.known, opportunity, str(extras.get("mention") or "")[:LONGEST_MENTION])
    return lines([said, text("draft_note.yours_to_add", mention=left)], "\n\n") if left else said


def restyle(ledger: Ledger, opportunity: Opportunity, name: str, style: Style) -> None:
    """Another style, in the place of the one whose button was pressed."""
    extras = extras_shown(ledger) if shown_last(ledger) == (opportunity, name) else {}
    remember_shown(ledger, opportunity, name, extras, style)
    presses = draft_presses(ledger.known, opportunity, name, style)
    ledger.rewrite(draft_text(ledger, opportunity, name, style, extras), presses)


def can_be_made(ledger: Ledger, opportunity: Opportunity, name: str) -> bool:
    """Whether all that a draft is made of is kept."""
    return name not in FIXED and (name != "promised" or bool(nudges.owed(ledger.known, opportunity)))


def remember_shown(
    ledger: Ledger,
    opportunity: Opportunity,
    name: str,
    extras: Mapping[str, Any] = MappingProxyType({}),
    style: Style = Style.PLAIN,
) -> None:
    """The Person may report this draft with a plain "sent it", and change it with a plain "shorter"."""
    ledger.speak_of(opportunity)
    to, mention = (str(extras.get(key) or "") for key in ("to", "mention"))
    styled = f"{IN}{style}" if style is not Style.PLAIN else ""
    shown = f"{SHOWN}{name}{styled}{TO if to else ''}{to}{WITH if mention else ''}{mention[:LONGEST_MENTION]}"
    ledger.change_person(amending=shown, amending_about=opportunity.id, letter=None)


def extras_shown(ledger: Ledger) -> dict[str, str]:
    """Who reads the draft that was shown last, and what it is to mention."""
    extras = {"to": reader_shown(ledger), "mention": mention_shown(ledger)}
    return {key: value for key, value in extras.items() if value}


def as_shown(ledger: Ledger, opportunity: Opportunity, name: str) -> dict[str, Any]:
    """How a draft was shown last, to make it so once more: its style, who reads it, what it mentions."""
    if shown_last(ledger) != (opportunity, name):
        return {}
    return {**extras_shown(ledger), "style": Style(style_shown(ledger) or Style.PLAIN)}


def brought(ledger: Ledger) -> tuple[Opportunity, str] | None:
    """The draft that a nudge brought last."""
    said = [n for n in ledger.known.nudged if n.name in OF_NUDGES and n.dropped is None]
    last = max(said, key=lambda nudged: (nudged.at, nudged.id), default=None)
    opportunity = ledger.find(Opportunity, last.opportunity_id) if last else None
    return (opportunity, OF_NUDGES[last.name]) if last and opportunity else None
