"""What really went out to an employer, and what came in."""

from __future__ import annotations

from datetime import datetime

from bot.hear.act import Act
from bot.learn.ledger import Ledger
from storage.facts import Channel, Contact, ContactKind, Direction, Interview, Opportunity

BOXES = ("own_text", "check_text", "parked")
"""Questions to which a text to an employer is the answer."""


def went_out(
    ledger: Ledger,
    opportunity: Opportunity,
    kind: ContactKind,
    at: datetime,
    *,
    channel: Channel | None = None,
    to: str | None = None,
    about: str | None = None,
) -> Contact:
    """Keep what the Person has sent; the draft that was shown last is not waiting to be reported any more, nor is a
    text of their own waited for."""
    ledger.change_person(amending=None, amending_about=None)
    _close_box(ledger, opportunity, kind, channel)
    return ledger.add(
        Contact,
        opportunity_id=opportunity.id,
        at=at,
        kind=kind,
        direction=Direction.OUT,
        channel=channel,
        to=to,
        about=about,
    )


def _close_box(ledger: Ledger, opportunity: Opportunity, kind: ContactKind, channel: Channel | None) -> None:
    """What was to be written to them is with them; a written question that waited for its day has been asked. After a
    call it still waits, and comes on its day as was promised."""
    person = ledger.person
    if person.asking in BOXES and person.asking_about == opportunity.id:
        ledger.drop_question()
    if kind is ContactKind.FOLLOW_UP and channel is not Channel.PHONE:
        for parked in ledger.known.parked:
            if parked.opportunity_id == opportunity.id and parked.handed_at is None:
                ledger.change(parked, handed_at=ledger.now)


def came_in(
    ledger: Ledger,
    opportunity: Opportunity,
    kind: ContactKind,
    at: datetime,
    *,
    channel: Channel | None = None,
    about: str | None = None,
) -> Contact:
    """Keep that they were in touch."""
    return ledger.add(
        Contact, opportunity_id=opportunity.id, at=at, kind=kind, direction=Direction.IN, channel=channel, about=about
    )


def is_thanked(ledger: Ledger, opportunity: Opportunity, talk: Interview) -> bool:
    """Whether a thank-you has gone to them since this talk."""
    return any(contact.at >= talk.start for contact in out_of(ledger, opportunity, ContactKind.THANK_YOU))


def out_of(ledger: Ledger, opportunity: Opportunity, *kinds: ContactKind) -> list[Contact]:
    """What went out to them, of these kinds, in the order of time."""
    ours = [c for c in ledger.known.contacts if c.opportunity_id == opportunity.id and c.direction is Direction.OUT]
    return sorted((c for c in ours if c.kind in kinds), key=lambda contact: contact.at)


ALL_OF_IT = frozenset({"stuff", "things", "everything", "documents", "papers"})
ALL_OF_IT |= frozenset({"sachen", "zeug", "alles", "unterlagen", "papiere", "kram"})
"""Words for several things at once: "the salary stuff" is all that was promised, not the part that is called so."""


def is_all_of_it(act: Act) -> bool:
    """Whether what was sent is told with a word for all of it."""
    return not ALL_OF_IT.isdisjoint(act.span.casefold().split())
