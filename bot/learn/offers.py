"""An offer, spoken or on paper, and what the Person says to it (R3, R4)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from bot.hear.act import Act, By
from bot.hear.fold import fold, words_of
from bot.hear.vocabulary import is_said
from bot.learn.ends import call_off, end_of
from bot.learn.events import happened, newest, taken_up_again
from bot.learn.exchanged import went_out
from bot.learn.ledger import Ledger, Stale
from bot.learn.lines import draft, keep, stands
from bot.learn.pressed import about, also, is_pointed
from bot.words.named import Listed, Presses
from storage.facts import ContactKind, Event, EventType, Opportunity

OFFERS = (EventType.OFFER, EventType.VERBAL_OFFER)
MOST_DRAFTS = 3
DECIDES = {"decline": "declined", "acceptance": "accepted"}
"""Drafts that decide about an offer once they are sent, and the act that says so."""


def offer(ledger: Ledger, act: Act) -> None:
    """They want the Person; the deadline is the Person's own."""
    opportunity = about(ledger, act)
    if opportunity is None:
        return None
    if end_of(ledger, opportunity) is EventType.ACCEPTED and act.by is not By.BUTTON:
        return None  # the contract comes behind the yes
    known = _standing(ledger, opportunity, act)
    if act.verb == "paper.yes" and known is not None and known.type is EventType.OFFER:
        raise Stale
    if known is not None and not _is_more(known, act):
        return _known_already(ledger, opportunity, known, act)
    opportunity = taken_up_again(ledger, opportunity)
    spoken = act.get("form") == "spoken"
    kind = EventType.VERBAL_OFFER if spoken else EventType.OFFER
    deadline = act.get("deadline") or (known.deadline if known else None)
    what = act.get("what") or (known.what if known else None)
    event = happened(ledger, opportunity, kind, deadline=deadline, what=what)
    if known is not None and also(ledger, "accepted"):
        return None  # what is taken needs no more said of it
    return _tell(ledger, opportunity, event, "kept.offer.spoken" if spoken else "kept.offer")


def _standing(ledger: Ledger, opportunity: Opportunity, act: Act) -> Event | None:
    """The offer that is known and not answered yet."""
    pointed = ledger.find(Event, act.row) if is_pointed(act) else None
    if pointed is not None and pointed.type in OFFERS:
        return pointed
    return newest(ledger, opportunity, *OFFERS) if end_of(ledger, opportunity) is None else None


def _is_more(known: Event, act: Act) -> bool:
    """Whether what had been spoken is on paper now."""
    return known.type is EventType.VERBAL_OFFER and act.get("form") == "paper"


def _known_already(ledger: Ledger, opportunity: Opportunity, known: Event, act: Act) -> None:
    """Told again; with a day that was missing, or with another one."""
    deadline = act.get("deadline")
    if deadline is None or deadline == known.deadline:
        return _tell(ledger, opportunity, known, "kept.offer.again", again=True)
    _follows(ledger, known, deadline)
    return _tell(ledger, opportunity, ledger.change(known, deadline=deadline), "kept.offer.deadline")


def _follows(ledger: Ledger, offer: Event, deadline: date) -> None:
    """The others were to learn of this offer with its day: what is kept of it there has the new one."""
    for event in ledger.known.events:
        is_copy = event.type is EventType.COMPETING_OFFER and event.opportunity_id != offer.opportunity_id
        if is_copy and offer.deadline is not None and event.deadline == offer.deadline:
            ledger.change(event, deadline=deadline)


def _tell(ledger: Ledger, opportunity: Opportunity, event: Event, key: str, *, again: bool = False) -> None:
    names = ["spoken_offer"] if event.type is EventType.VERBAL_OFFER else ["offer_received"]
    params: dict[str, Any] = {"employer": opportunity.employer}
    taken = also(ledger, "accepted")
    if taken and again:
        return
    if event.deadline is not None and not taken:
        names.append("more_time")
        params["day"] = event.deadline
        key = key if key == "kept.offer.deadline" else f"{key}.dated"
    presses = () if again or taken else draft(ledger, opportunity, *names)
    (stands if again else keep)(ledger, opportunity, key, presses, **params)


# What the Person says to it


def accepted(ledger: Ledger, act: Act) -> None:
    """The Person takes the job: this one, or one that is none of those that are known."""
    nobody = not ledger.open_opportunities and not act.has("about") and not act.row
    if act.get("elsewhere") or nobody or _is_the_other(ledger, act):
        return _accepted_elsewhere(ledger, act)
    return _decided(ledger, act, EventType.ACCEPTED, "kept.accepted")


def _is_the_other(ledger: Ledger, act: Act) -> bool:
    """Without a name, whether the offer that was told of is one from elsewhere: nobody here has made one."""
    if act.has("about", "house", "somebody") or act.row or ledger.meant is not None:
        return False
    running = [o for o in ledger.open_opportunities if end_of(ledger, o) is None]
    told_of = any(newest(ledger, o, EventType.COMPETING_OFFER) for o in running)
    return told_of and not any(newest(ledger, o, *OFFERS) for o in running)


def declined(ledger: Ledger, act: Act) -> None:
    """The Person has turned it down."""
    _decided(ledger, act, EventType.DECLINED, "kept.declined")


def decide(ledger: Ledger, opportunity: Opportunity, name: str, at: datetime) -> None:
    """Who has sent the draft of a yes or a no to an offer has decided."""
    ACTS[DECIDES[name]](ledger, Act(DECIDES[name], {"about": opportunity.employer}, by=By.CHOSEN))
    went_out(ledger, opportunity, ContactKind.REPLY, at)


def _decided(ledger: Ledger, act: Act, kind: EventType, key: str) -> None:
    opportunity = about(ledger, _of_the_offer(ledger, act))
    if opportunity is None:
        return None
    end = end_of(ledger, opportunity)
    if act.by is By.BUTTON and end is not None:
        raise Stale
    if end is kind:
        return stands(ledger, opportunity, key, employer=opportunity.employer)
    happened(ledger, taken_up_again(ledger, opportunity), kind)
    call_off(ledger, opportunity)
    if act.get("told") == "no":
        yes = draft(ledger, opportunity, "acceptance")
        return keep(ledger, opportunity, f"{key}.to_tell", yes, employer=opportunity.employer)
    others = _to_be_told(ledger, opportunity) if kind is EventType.ACCEPTED else []
    if not others:
        return keep(ledger, opportunity, key, employer=opportunity.employer)
    names = Listed(tuple(other.employer for other in others))
    presses = _goodbyes(ledger, others)
    key = f"{key}.signed" if is_said(words_of(fold(ledger.incoming.text)), "has_signed") else f"{key}.others"
    return keep(ledger, opportunity, key, presses, employer=opportunity.employer, employers=names)


def _to_be_told(ledger: Ledger, taken: Opportunity) -> list[Opportunity]:
    """Who else still waits for the Person (R8); nobody as long as the offer is only spoken (R4)."""
    offer = newest(ledger, taken, *OFFERS)
    if offer is not None and offer.type is EventType.VERBAL_OFFER:
        return []
    return [o for o in ledger.open_opportunities if o.id != taken.id and end_of(ledger, o) is None]


def _of_the_offer(ledger: Ledger, act: Act) -> Act:
    """Without a name, it is the only one that has made an offer; where nobody's is open, the one that was taken."""
    if act.has("about", "house", "somebody") or act.row or ledger.meant is not None:
        return act
    ours = ledger.open_opportunities
    offered = [o for o in ours if newest(ledger, o, *OFFERS) and end_of(ledger, o) is None]
    taken = [o for o in ours if act.name == "accepted" and end_of(ledger, o) is EventType.ACCEPTED]
    fit = offered or taken  # "signed it", days after the yes
    return act.with_slots(about=fit[0].employer) if len(fit) == 1 else act


def _accepted_elsewhere(ledger: Ledger, act: Act) -> None:
    """Every process that still runs is left (R8)."""
    running = [o for o in ledger.open_opportunities if end_of(ledger, o) is None]
    if act.by is By.BUTTON:
        if not running:
            raise Stale
        ledger.mark(act.verb)
    for opportunity in running:
        happened(ledger, opportunity, EventType.ACCEPTED_OTHER_OFFER)
        call_off(ledger, opportunity)
    if not running:
        return ledger.keep("kept.accepted.elsewhere.alone")
    return ledger.keep(
        "kept.accepted.elsewhere", _goodbyes(ledger, running), employers=Listed(tuple(o.employer for o in running))
    )


def _goodbyes(ledger: Ledger, running: list[Opportunity]) -> Presses:
    return tuple(row for o in running[:MOST_DRAFTS] for row in draft(ledger, o, "withdrawal"))


ACTS: dict[str, Callable[[Ledger, Act], None]] = {"offer": offer, "accepted": accepted, "declined": declined}
