"""What handlers of buttons have in common: how an old one is answered, and what is looked up first."""

from __future__ import annotations

from collections.abc import Callable

from bot.coaching.showing import contacts_sent
from bot.dialogue.talk import Pressed, Talk
from storage.facts import Opportunity

Handler = Callable[[Talk, Pressed], None]
Act = Callable[[Talk, Opportunity], None]


def finished(talk: Talk) -> None:
    """The button belongs to something that is finished: say so, change nothing."""
    talk.toast("toast.finished")


def once(act: Act, talk: Talk, pressed: Pressed) -> None:
    """A button about an open Opportunity: it acts once, and not after something else was sent."""
    opportunity = talk.find(Opportunity, pressed.row)
    if opportunity is None or opportunity.closed_at or pressed.version != contacts_sent(talk, opportunity):
        return finished(talk)
    talk.seal(pressed.verb)
    act(talk, opportunity)
    return None


def while_open(act: Act, talk: Talk, pressed: Pressed) -> None:
    """A button about an Opportunity that may be pressed again, as long as it is open."""
    opportunity = talk.find(Opportunity, pressed.row)
    if opportunity is None or opportunity.closed_at is not None:
        return finished(talk)
    return act(talk, opportunity)


def argument(pressed: Pressed) -> str:
    """What a verb carries behind its equals sign: the name of a draft, a zone."""
    return pressed.verb.partition("=")[2]
