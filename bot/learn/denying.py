"""What the Person says was never so, and was kept all the same: the newest fact of that kind is taken back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from bot.hear.act import Act
from bot.learn.called import named
from bot.learn.events import newest
from bot.learn.exchanged import out_of
from bot.learn.ledger import Ledger
from bot.learn.lines import keep, moved
from bot.learn.offers import OFFERS
from bot.learn.plan import day_of, opens_on
from bot.learn.told_last import rows_of_last
from bot.learn.which import opportunity_for
from storage import journal
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
    others = [] if act.has("about") or what in KINDS else ledger.known.opportunities
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
    if what == "follow_up" and _were_thanks(ledger, opportunity):
        ledger.change(contact, kind=ContactKind.THANK_YOU)  # with its day, and the act beside it says so
        return
    ledger.remove(Contact, contact.id)
    who = contact.to or opportunity.employer
    moved(ledger, opportunity, "kept.denied.sent", before, who=who, day=day_of(ledger, contact.at))


def _were_thanks(ledger: Ledger, opportunity: Opportunity) -> bool:
    """Whether it is said that the question was the letter of thanks, and no other one is out since the talk."""
    over = ledger.last_over(opportunity)
    thanks = out_of(ledger, opportunity, ContactKind.THANK_YOU)
    is_out = any(over is None or contact.at >= over.start for contact in thanks)
    return not is_out and any(one.name == "sent" and one.get("what") == "thank_you" for one in ledger.acts)


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


def _undecided(ledger: Ledger, opportunity: Opportunity, what: str) -> None:
    """The newest news or decision of that kind, and what it closed."""
    event, before = newest(ledger, opportunity, *ENDS[what]), opens_on(ledger, opportunity)
    if event is None or ledger.now - event.at > LONG:
        return None
    ledger.remove(Event, event.id)
    if what == "offer":
        taken = [one.id for one in ledger.events_of(opportunity) if one.type in ENDS["accepted"] and one.at >= event.at]
        ledger.remove(Event, *taken)
    if opportunity.closed_at is not None and opportunity.closed_at >= event.at:
        ledger.change(ledger.found(Opportunity, opportunity.id), closed_at=None)
    said = f"kept.denied.{what}"
    if what in ("offer", "rejected"):
        return moved(ledger, opportunity, said, before, employer=opportunity.employer)
    return keep(ledger, opportunity, said, employer=opportunity.employer)


def _no_employer(ledger: Ledger, opportunity: Opportunity, _what: str) -> None:
    """What was taken for an employer is none: it goes, with all that hangs on it."""
    ledger.known = journal.take_back(ledger.known, [journal.Change("opportunities", opportunity.id, None)])
    if ledger.person.topic == opportunity.id:
        ledger.change_person(topic=None)
    if ledger.meant == opportunity.id:
        ledger.meant = None
    ledger.keep("kept.denied.employer", employer=opportunity.employer)


def contradicted(ledger: Ledger, act: Act) -> None:
    """ "Acme hasn't been in touch": an offer or a no that the message before has kept there never came."""
    opportunity = named(ledger, str(act.get("about"))) if act.has("about") else None
    if opportunity is None:
        return
    told = [row.now for row in rows_of_last(ledger, opportunity.id) if row.is_new]
    for what in ("offer", "rejected"):
        if any(isinstance(one, Event) and one.type in ENDS[what] for one in told):
            _undecided(ledger, opportunity, what)


def _number(talk: Interview) -> int:
    return talk.id


ENDS = {
    "offer": OFFERS,
    "accepted": (EventType.ACCEPTED, EventType.ACCEPTED_OTHER_OFFER),
    "declined": (EventType.DECLINED,),
    "withdrew": (EventType.USER_WITHDRAWS,),
    "rejected": (EventType.REJECTED,),
}
LONG = timedelta(days=21)
"""News and decisions that are older were true, or would have been put right."""
TAKES_BACK: dict[str, Callable[[Ledger, Opportunity, str], None]] = {
    **dict.fromkeys(KINDS, _unsent),
    "call": _uncalled,
    "talk": _uninvited,
    **dict.fromkeys(ENDS, _undecided),
    "employer": _no_employer,
}
ACTS: dict[str, Callable[[Ledger, Act], None]] = {"denied": denied}
