"""The agency that stands between, and one employer that was kept as two: the agency beside the house it sends to."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from bot.hear.act import Act
from bot.learn.called import named
from bot.learn.ledger import Ledger
from bot.learn.lines import moved
from bot.learn.plan import opens_on
from bot.learn.pressed import also
from bot.learn.told_last import HANGS_ON, OF_A_TALK
from bot.learn.which import opportunity_for
from storage import journal
from storage.facts import Interview, Opportunity


def agency(ledger: Ledger, act: Act) -> None:
    """Somebody stands between: what is written goes to them (R12). One that was kept as an employer is none."""
    name = act.get("name")
    wrong = named(ledger, str(name)) if name else None
    opportunity = _behind(ledger, act, wrong) if wrong is not None else opportunity_for(ledger, _of_employer(act))
    if opportunity is None:
        return None
    if also(ledger, "sent") and opportunity.via_agency and not name:
        return None  # "I called the agency" says nothing new of it
    before = opens_on(ledger, opportunity)
    if wrong is not None and wrong.id != opportunity.id:
        opportunity = merge(ledger, wrong, opportunity)
    changed = ledger.change(opportunity, via_agency=True, agency=str(name) if name else opportunity.agency)
    if name:
        return moved(ledger, changed, "kept.agency.named", before, employer=changed.employer, agency=str(name))
    return moved(ledger, changed, "kept.agency", before, employer=changed.employer)


def _of_employer(act: Act) -> Act:
    return act.without("about") if act.get("about") == act.get("name") else act


def _behind(ledger: Ledger, act: Act, agency: Opportunity) -> Opportunity | None:
    """The employer behind an agency that was kept as one: the one that is named with it, else the only other one."""
    about = act.get("about")
    told = named(ledger, str(about)) if about else None
    if told is not None and told.id != agency.id:
        return told
    if about and told is None:
        return ledger.change(agency, employer=str(about))
    others = [one for one in ledger.open_opportunities if one.id != agency.id]
    return others[0] if len(others) == 1 else None


def merge(ledger: Ledger, wrong: Opportunity, right: Opportunity) -> Opportunity:
    """The right one with all that was told of the wrong one; talks of one day are one talk."""
    for talk in ledger.interviews_of(wrong):
        same = next((one for one in ledger.interviews_of(right) if _is_one(ledger, one, talk)), None)
        if same is not None:
            _into(ledger, same, talk)
    for name in (*HANGS_ON, "open_points"):
        for row in [one for one in getattr(ledger.known, name) if one.opportunity_id == wrong.id]:
            ledger.change(row, opportunity_id=right.id)
    right = ledger.change(right, role=right.role or wrong.role)
    ledger.known = journal.take_back(ledger.known, [journal.Change("opportunities", wrong.id, None)])
    ledger.speak_of(right)
    return right


def _is_one(ledger: Ledger, one: Interview, other: Interview) -> bool:
    days = {talk.start.astimezone(ledger.zone).date() for talk in (one, other)}
    return len(days) == 1 or not (one.day_known and other.day_known)


def _into(ledger: Ledger, kept: Interview, other: Interview) -> None:
    """What only the other talk knows goes into the one that is kept, and whatever hangs on it goes along."""
    plain = Interview(id=0, opportunity_id=0, start=other.start, end=other.end)
    told: dict[str, Any] = {}
    for name in OF_A_TALK:
        if getattr(kept, name) == getattr(plain, name) != getattr(other, name):
            told[name] = getattr(other, name)
    ledger.change(kept, **told)
    for note in [one for one in ledger.known.notes if one.interview_id == other.id]:
        ledger.change(note, interview_id=kept.id)
    for row in [one for one in ledger.known.appointments if one.interview_id == other.id]:
        ledger.change(row, interview_id=kept.id)
    if ledger.person.asking_about == other.id:
        ledger.drop_question()
    ledger.remove(Interview, other.id)


ACTS: dict[str, Callable[[Ledger, Act], None]] = {"agency": agency}
