"""What the Person says was never so, and was kept all the same: the newest fact of that kind is taken back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from bot.hear.act import Act
from bot.learn.events import newest
from bot.learn.exchanged import out_of
from bot.learn.ledger import Ledger
from bot.learn.lines import moved
from bot.learn.plan import day_of, opens_on
from bot.learn.which import opportunity_for
from storage.facts import Channel, Contact, ContactKind, Direction, Event, EventType, Interview, Opportunity

LATELY = timedelta(days=7)
"""What is older was not just misunderstood: "I haven't followed up" is then about the next time."""
AT_ONCE = timedelta(days=1)
"""So long "I haven't written to them", which names no kind, denies what was kept."""
KINDS = {
    "thank_you": (ContactKind.THANK_YOU,),
    "follow_up": (ContactKind.FOLLOW_UP,),
    "sent": (ContactKind.THANK_YOU, ContactKind.FOLLOW_UP, ContactKind.REPLY),
}


def denied(ledger: Ledger, act: Act) -> None:
    """Take it back and say so; what was never kept needs no word."""
    what, opportunity = str(act.get("what")), opportunity_for(ledger, act, new=False)
    others = [] if act.has("about") or what in KINDS else ledger.open_opportunities
    for one in (*([opportunity] if opportunity else []), *others):
        before = ledger.known
        TAKES_BACK[what](ledger, one, what)
        if ledger.known is not before:
            return


def _unsent(ledger: Ledger, opportunity: Opportunity, what: str) -> None:
    over = ledger.last_over(opportunity)
    lives = AT_ONCE if what == "sent" else LATELY
    since = max([ledger.now - lives, *([over.end] if over is not None else [])])
    lately = [contact for contact in out_of(ledger, opportunity, *KINDS[what]) if contact.at >= since]
    if not lately:
        return
    contact, before = lately[-1], opens_on(ledger, opportunity)
    ledger.remove(Contact, contact.id)
    who = contact.to or opportunity.employer
    moved(ledger, opportunity, "kept.denied.sent", before, who=who, day=day_of(ledger, contact.at))


def _uncalled(ledger: Ledger, opportunity: Opportunity, _what: str) -> None:
    call, before = newest(ledger, opportunity, EventType.MISSED_CALL), opens_on(ledger, opportunity)
    came = [c for c in ledger.known.contacts if c.opportunity_id == opportunity.id and c.direction is Direction.IN]
    rang = [contact for contact in came if contact.channel is Channel.PHONE and ledger.now - contact.at <= LATELY]
    if call is not None and ledger.now - call.at <= LATELY:
        ledger.remove(Event, call.id)
    elif rang:
        ledger.remove(Contact, rang[-1].id)
    else:
        return
    moved(ledger, opportunity, "kept.denied.call", before, employer=opportunity.employer)


def _uninvited(ledger: Ledger, opportunity: Opportunity, _what: str) -> None:
    """The talk that was told last and is still ahead, and the invitation that brought it."""
    ahead = [one for one in ledger.interviews_of(opportunity) if one.start > ledger.now]
    talk, before = max(ahead, key=_number, default=None), opens_on(ledger, opportunity)
    invitation = newest(ledger, opportunity, EventType.INVITATION)
    fresh = invitation is not None and ledger.now - invitation.at <= LATELY
    if talk is None and not fresh:
        return
    if talk is not None:
        ledger.change(talk, cancelled=True)
    if invitation is not None and fresh:
        ledger.remove(Event, invitation.id)
    moved(ledger, opportunity, "kept.denied.talk", before, employer=opportunity.employer)


def _number(talk: Interview) -> int:
    return talk.id


TAKES_BACK: dict[str, Callable[[Ledger, Opportunity, str], None]] = {
    **dict.fromkeys(KINDS, _unsent),
    "call": _uncalled,
    "talk": _uninvited,
}
ACTS: dict[str, Callable[[Ledger, Act], None]] = {"denied": denied}
