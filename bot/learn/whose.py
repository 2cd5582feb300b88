"""Whose something is that was kept with the wrong employer: it goes to the right one, and the wrong fact is gone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from bot.hear.act import Act
from bot.learn.agencies import merge
from bot.learn.called import named
from bot.learn.ends import call_off
from bot.learn.events import newest
from bot.learn.ledger import Ledger
from bot.learn.lines import keep
from bot.learn.moved_people import move_person
from bot.learn.offers import OFFERS
from bot.learn.pressed import also
from bot.learn.told_last import HANGS_ON, OF_A_TALK, Row, rows_of_last, told_of
from bot.learn.which import interview_for
from storage import journal
from storage.facts import Event, EventType, Interview, Note, Opportunity
from storage.plain import fact_of

LATELY = timedelta(days=14)
"""An offer that was told so long ago may still be put right."""
JUST_NOW = timedelta(days=4)
"""A no that was told so long ago may still be put right: later it may be a second one."""


def belongs(ledger: Ledger, act: Act) -> None:
    """Hand over what was told of the wrong one, and say so in a line; an offer that nobody has is the right one's."""
    right = named(ledger, str(act.get("about")))
    if act.has("who"):
        return move_person(ledger, act, right or ledger.add(Opportunity, employer=str(act.get("about"))))
    if act.get("what") == "no":
        return _hand_over_no(ledger, act, right)
    wrong = _wrong(ledger, act, right)
    if wrong is None or (right is not None and right.id == wrong.id):
        return _only_named(ledger, act, right)
    if act.get("what") == "all":
        return _merged(ledger, wrong, right)
    before = ledger.known
    right = right or ledger.add(Opportunity, employer=str(act.get("about")))
    offer = _hand_over_offer(ledger, wrong, right) if _is_of_an_offer(ledger, act, wrong) else None
    if offer is None and act.get("what") is None:
        _hand_over(ledger, wrong, right)
    ledger.speak_of(right)
    if ledger.known is before or not _has_moved(ledger, before.opportunities, right):
        return _only_named(ledger, act, right)
    _drop_if_empty(ledger, wrong)
    params: dict[str, Any] = {"employer": right.employer, "other": wrong.employer}
    if offer is None:
        return keep(ledger, right, "kept.belongs", **params)
    if offer.deadline is None:
        return keep(ledger, right, "kept.belongs.offer", **params)
    return keep(ledger, right, "kept.belongs.offer.dated", day=offer.deadline, **params)


def _merged(ledger: Ledger, wrong: Opportunity, right: Opportunity | None) -> None:
    """Two employers are one: nothing is left of the other."""
    if right is None:
        return
    merge(ledger, wrong, right)
    keep(ledger, right, "kept.belongs", employer=right.employer, other=wrong.employer)


def _wrong(ledger: Ledger, act: Act, right: Opportunity | None) -> Opportunity | None:
    """The one that is ruled out; without its name, the one of which the message before has told."""
    ruled_out = named(ledger, str(act.get("not"))) if act.has("not") else None
    told = (ledger.find(Opportunity, number) for number in told_of(ledger))
    others = [one for one in told if one is not None and (right is None or one.id != right.id)]
    maybe = [*([ruled_out] if ruled_out else []), *(others if len(others) == 1 else [])]
    of_offer = act.get("what") == "offer"
    return next((one for one in maybe if not of_offer or newest(ledger, one, *OFFERS)), None)


def _is_of_an_offer(ledger: Ledger, act: Act, wrong: Opportunity) -> bool:
    """Whether it is an offer that is handed over: it says so, or the message before told of one there."""
    told = (row.now for row in rows_of_last(ledger, wrong.id))
    return act.get("what") == "offer" or any(isinstance(one, Event) and one.type in OFFERS for one in told)


def _only_named(ledger: Ledger, act: Act, right: Opportunity | None) -> None:
    """Nothing stood with a wrong one: an offer is learned as the right one's, else that one is spoken of."""
    if act.get("what") == "offer" and all(other.name != "offer" for other in ledger.acts):
        ledger.queue.append(Act("offer", {"about": act.get("about")}, span=act.span, by=act.by))
    elif right is not None:
        ledger.speak_of(right)


def _has_moved(ledger: Ledger, before: tuple[Opportunity, ...], right: Opportunity) -> bool:
    known = {one.id for one in before}
    return right.id in known or any(
        row.opportunity_id == right.id for name in HANGS_ON for row in getattr(ledger.known, name)
    )


# An offer


def _hand_over_offer(ledger: Ledger, wrong: Opportunity, right: Opportunity) -> Event | None:
    """The offer, with its day; what followed from it at the wrong one never was. None: there is none to hand over."""
    offer = newest(ledger, wrong, *OFFERS)
    if offer is None or ledger.now - offer.at > LATELY:
        return None
    taken = [event.id for event in ledger.events_of(wrong) if event.type in ANSWERS and event.at >= offer.at]
    ledger.remove(Event, *taken)
    there = newest(ledger, right, *OFFERS)
    if there is None:
        return ledger.change(offer, opportunity_id=right.id)
    ledger.remove(Event, offer.id)
    return ledger.change(there, deadline=there.deadline or offer.deadline)


ANSWERS = (EventType.ACCEPTED, EventType.DECLINED)


# A no


def _hand_over_no(ledger: Ledger, act: Act, right: Opportunity | None) -> None:
    """The no that was kept lately at another one is of this one; where none was, it is learned."""
    others = [one for one in ledger.known.opportunities if right is None or one.id != right.id]
    found = [no for one in others if (no := newest(ledger, one, EventType.REJECTED)) is not None]
    no = max((one for one in found if ledger.now - one.at <= JUST_NOW), key=lambda one: one.at, default=None)
    if no is None and also(ledger, "rejected"):
        return None
    if no is None or (right is not None and newest(ledger, right, EventType.REJECTED) is not None):
        return ledger.queue.append(Act("rejected", {"about": act.get("about")}, span=act.span, by=act.by))
    wrong = ledger.opportunity_of(no)
    right = right or ledger.add(Opportunity, employer=str(act.get("about")))
    for note in [n for n in ledger.known.notes if n.opportunity_id == wrong.id and n.at == no.at]:
        ledger.change(note, opportunity_id=right.id)
    ledger.change(no, opportunity_id=right.id)
    for talk in [i for i in ledger.known.interviews if i.opportunity_id == wrong.id and i.cancelled]:
        if talk.start > ledger.now:
            ledger.change(talk, cancelled=False)
    call_off(ledger, right)
    ledger.speak_of(right)
    return keep(ledger, right, "kept.belongs.no", employer=right.employer, other=wrong.employer)


# All that the message before has told


def _hand_over(ledger: Ledger, wrong: Opportunity, right: Opportunity) -> None:
    """What it made goes over; what it changed at a talk is as it was, and is told of the right one's talk."""
    for row in list(rows_of_last(ledger, wrong.id)):
        if isinstance(row.now, Event) and row.now.type is EventType.COMPETING_OFFER:
            continue  # that somebody else has made an offer is told of this one
        if isinstance(row.now, Note) and row.is_new:
            talk = ledger.last_over(right)
            ledger.change(row.now, opportunity_id=right.id, interview_id=talk.id if talk else None)
        elif row.is_new:
            ledger.change(row.now, opportunity_id=right.id)
        elif isinstance(row.now, Interview):
            _hand_over_talk(ledger, row, right)


def _hand_over_talk(ledger: Ledger, row: Row, right: Opportunity) -> None:
    was = fact_of(Interview, row.change.before or {})
    told = {name: getattr(row.now, name) for name in OF_A_TALK if getattr(row.now, name) != getattr(was, name)}
    ledger.known = journal.take_back(ledger.known, [row.change])
    ledger.change(interview_for(ledger, Act("felt"), right), **told)


def _drop_if_empty(ledger: Ledger, opportunity: Opportunity) -> None:
    """An employer of whom nothing is left was none: it came of the misunderstanding alone."""
    rows = (row for name in HANGS_ON for row in getattr(ledger.known, name))
    if opportunity.role is None and not any(row.opportunity_id == opportunity.id for row in rows):
        ledger.known = journal.take_back(ledger.known, [journal.Change("opportunities", opportunity.id, None)])


ACTS: dict[str, Callable[[Ledger, Act], None]] = {"belongs": belongs}
