""" "Sent it": which draft is meant, and what is kept for each."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from bot.coaching.showing import SENT
from bot.dialogue import contact, endings
from bot.dialogue.happening_keeping import keep_contact
from bot.dialogue.talk import Talk
from scheduler import nudges
from storage.facts import Channel, ContactKind, Opportunity

SHOWN = "shown "
"""Before the name of a draft that was shown last, where what was understood last is remembered."""
OF_NUDGES = {
    "thank_you": "thank_you",
    "thank_you_again": "thank_you",
    "promise": "promised",
    "promise_eve": "promised",
    "reply_owed": "reply_invitation",
    "rejection_thanks": "rejection_thanks",
    "follow_up": "follow_up",
    "second_follow_up": "follow_up",
    "follow_up_again": "follow_up",
    "parked": "follow_up",
    "linkedin": "linkedin",
}
"""The draft that a nudge brings."""


def remember_shown(talk: Talk, opportunity: Opportunity, name: str) -> None:
    """The Person may report this draft with a plain "sent it"."""
    talk.change_person(amending=f"{SHOWN}{name}", amending_about=opportunity.id)


def shown(talk: Talk) -> tuple[Opportunity, str] | None:
    """The draft that was shown at the Person's wish, if nothing was kept since."""
    name = (talk.person.amending or "").removeprefix(SHOWN)
    opportunity = talk.find(Opportunity, talk.person.amending_about)
    return (opportunity, name) if opportunity is not None and name in (*SENT, "promised") else None


def brought(talk: Talk, opportunity: Opportunity) -> str:
    """The draft that a nudge brought last."""
    said = [n for n in talk.known.nudged if n.opportunity_id == opportunity.id and n.name in OF_NUDGES]
    return OF_NUDGES[max(said, key=lambda nudged: nudged.at).name] if said else "follow_up"


def report(talk: Talk, opportunity: Opportunity, name: str) -> None:
    """Keep that a draft was sent."""
    talk.change_person(amending=None, amending_about=None)
    _KEPT.get(name, endings.replied)(talk, opportunity)


def _asked(talk: Talk, opportunity: Opportunity) -> None:
    contact.sent(talk, opportunity, ContactKind.FOLLOW_UP, opportunity.preferred_channel)


def _promised(talk: Talk, opportunity: Opportunity) -> None:
    owed = nudges.owed(talk.known, opportunity)
    if owed:
        endings.keep_promise(talk, owed[0])
    else:
        keep_contact(talk, opportunity, ContactKind.PROMISE, talk.now)


def _connected(talk: Talk, opportunity: Opportunity) -> None:
    keep_contact(talk, opportunity, ContactKind.LINKEDIN, talk.now, channel=Channel.LINKEDIN)


def _did(about: str, talk: Talk, opportunity: Opportunity) -> None:
    contact.did(talk, opportunity, about)


_KEPT: dict[str, Callable[[Talk, Opportunity], None]] = {
    "thank_you": contact.thank,
    "follow_up": _asked,
    "second_follow_up": _asked,
    "promised": _promised,
    "linkedin": _connected,
    "withdrawal": endings.told_withdrawal,
    "deadline": partial(_did, "competing_offer"),
    "late_call": partial(_did, "logistics"),
    "keep_in_touch": partial(_did, "keep_in_touch"),
}
