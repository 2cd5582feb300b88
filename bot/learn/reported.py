"""What a plain "sent it" means: the draft that was shown last, what a nudge brought, or what would have gone next."""

from __future__ import annotations

from bot.coaching.letters import fitting
from bot.hear.act import Act
from bot.learn.exchanged import out_of
from bot.learn.ledger import Ledger
from bot.learn.pressed import about
from bot.learn.which import same_name
from scheduler.policy.case import COMPETING_OFFER, LOGISTICS
from storage.facts import ContactKind, Nudged, Opportunity

SHOWN = "shown "
"""Before the name of the draft that was shown last, in `Person.amending`."""
OF_NUDGES = {
    **dict.fromkeys(("thank_you", "thank_you_again"), "thank_you"),
    **dict.fromkeys(("promise", "promise_eve"), "promised"),
    **dict.fromkeys(("follow_up", "second_follow_up", "follow_up_again", "parked"), "follow_up"),
    "reply_owed": "reply_invitation",
    "rejection_thanks": "rejection_thanks",
    "linkedin": "linkedin",
}
"""The draft that a nudge brings."""
SENT_WITH = {
    "thank_you": (ContactKind.THANK_YOU, None),
    "follow_up": (ContactKind.FOLLOW_UP, None),
    "second_follow_up": (ContactKind.FOLLOW_UP, None),
    "linkedin": (ContactKind.LINKEDIN, None),
    "deadline": (ContactKind.OTHER, COMPETING_OFFER),
    "late_call": (ContactKind.OTHER, LOGISTICS),
    "keep_in_touch": (ContactKind.OTHER, "keep_in_touch"),
}
"""What is sent with a draft, and what it is about; every other one is an answer."""
AN_ANSWER = (ContactKind.REPLY, None)


def meant(ledger: Ledger, act: Act) -> tuple[Opportunity, str] | None:
    """To whom, and which draft. None: the Person is asked at whom."""
    shown = shown_last(ledger)
    if shown is not None and same_name(shown[0].employer, str(act.get("about") or shown[0].employer)):
        ledger.speak_of(shown[0])
        return shown
    opportunity = about(ledger, act)
    return (opportunity, _brought(ledger, opportunity)) if opportunity is not None else None


def shown_last(ledger: Ledger) -> tuple[Opportunity, str] | None:
    """The draft that was shown at the Person's wish, if nothing was sent since."""
    person = ledger.person
    opportunity = ledger.find(Opportunity, person.amending_about)
    is_draft = (person.amending or "").startswith(SHOWN)
    return (opportunity, str(person.amending).removeprefix(SHOWN)) if opportunity is not None and is_draft else None


def _brought(ledger: Ledger, opportunity: Opportunity) -> str:
    """The draft of the last nudge, unless something went out since; else what the policy would have go next."""
    said = [n for n in ledger.known.nudged if n.opportunity_id == opportunity.id and n.name in OF_NUDGES]
    last: Nudged | None = max(said, key=lambda nudged: nudged.at, default=None)
    gone = max((contact.at for contact in out_of(ledger, opportunity, *ContactKind)), default=None)
    if last is not None and (gone is None or gone < last.at):
        return OF_NUDGES[last.name]
    return fitting(ledger.known, opportunity, ledger.now)
