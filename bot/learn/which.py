"""Which employer, and which talk, an act is about: by the names in it, by what is open, by what was spoken of last."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

from bot.hear.act import Act, By
from bot.hear.naming.kinds import is_kind
from bot.hear.vocabulary.letters import plain_letters
from bot.learn.called import (
    UNNAMED,
    has_no_name,
    is_naming,
    is_of_another_kind,
    is_unnamed,
    named,
    of_kind,
    stand_in,
    where_people_are,
)
from bot.learn.ledger import Ledger, Stale
from bot.learn.likely import (
    NEWS,
    asked_about,
    just_out_of,
    may_be_called,
    mentioned,
    waited_for,
    where_it_was,
    without_a_clock,
)
from bot.learn.waiting_acts import as_json
from bot.words import plain
from storage.facts import Contact, Event, Interview, Note, OpenKind, Opportunity, Parked, Promise

LONGEST_ROLE = 80
ASSUMED = timedelta(hours=1)
ROWS = (Interview, Event, Contact, Promise, Note, Parked)
POINTED = (By.BUTTON, By.BARE)
"""An act that was pressed, or that answers the open question, says by its row what it is about."""
BEFORE_A_TALK = frozenset({"wanted"})
"""What can be said of a talk that is still to come: it makes none that has been."""


# From a button


def target(ledger: Ledger, act: Act) -> Opportunity:
    """The Opportunity that a button's row is, or belongs to. Raises Stale where there is none any more."""
    opportunity = ledger.find(Opportunity, act.row)
    if opportunity is not None:
        return opportunity
    for kind in ROWS:
        fact: Any = ledger.find(kind, act.row)
        if fact is not None:
            return ledger.opportunity_of(fact)
    raise Stale


def _pointed_at(ledger: Ledger, act: Act) -> Opportunity:
    opportunity = target(ledger, act)
    ledger.speak_of(opportunity)
    return opportunity


# From words


def opportunity_for(ledger: Ledger, act: Act, *, new: bool = True) -> Opportunity | None:
    """The Opportunity that an act is about, made where a new employer is named. None: the Person is asked which one,
    and the act waits; or there is none, and `new` is False."""
    if act.row and act.by in POINTED:
        return _pointed_at(ledger, act)
    found = _found(ledger, act, new=new)
    if found is None:
        if new:
            wait_for_name(ledger, act)
        return None
    ledger.speak_of(found)
    return found


def _found(ledger: Ledger, act: Act, *, new: bool) -> Opportunity | None:
    if is_in_doubt(ledger, act):
        return None
    if act.name == "interview" and act.get("elsewhere"):
        return next(iter(_nameless(ledger, act)), None) or _added(ledger, act)
    found = _told(ledger, act) or _only(ledger, act)
    if found is None and new and (act.has("about") or (act.has("house") and not of_kind(ledger, act.get("house")))):
        found = _added(ledger, act)
    if found is None and not ledger.open_opportunities and new:
        found = _after_all(ledger, act) or _added(ledger, act)
    return found


def is_in_doubt(ledger: Ledger, act: Act) -> bool:
    """Whether several are meant equally: by a name that people at two of them have, or by what house they are."""
    if act.has("about"):
        return False
    return bool(act.get("somebody")) or (not act.has("house") and len(where_people_are(ledger, act)) > 1)


def _told(ledger: Ledger, act: Act) -> Opportunity | None:
    if act.has("about"):
        return _fitting(ledger, act)
    if act.has("house"):
        return _of_house(ledger, act)
    if found := next(iter(where_people_are(ledger, act)), None) or mentioned(ledger, act):
        return found
    spoken_of = ledger.find(Opportunity, ledger.meant)
    return _unless_ahead(ledger, act, spoken_of) if spoken_of is not None else None


def _unless_ahead(ledger: Ledger, act: Act, found: Opportunity) -> Opportunity | None:
    has_none = ledger.next_ahead(found) is not None or not ledger.interviews_of(found)
    return where_it_was(ledger, act, found) if has_none else found


def _fitting(ledger: Ledger, act: Act) -> Opportunity | None:
    """By its name; the one that had none yet gets it, if it can be that one."""
    name = str(act.get("about"))
    if found := named(ledger, name):
        return _described(ledger, found, act)
    maybe = of_kind(ledger, act.get("house")) if act.has("house") else []
    maybe = [one for one in maybe if has_no_name(one)] or _nameless(ledger, act, named=is_naming(act))
    spoken_of = [o for o in maybe if o.id == ledger.person.topic] if len(maybe) > 1 else maybe
    return _described(ledger, ledger.change(spoken_of[0], employer=name), act) if spoken_of else None


def _described(ledger: Ledger, found: Opportunity, act: Act) -> Opportunity:
    """With what house it is, where that is told beside its name."""
    return ledger.change(found, house=act.get("house")) if act.has("house") and found.house is None else found


def _of_house(ledger: Ledger, act: Act) -> Opportunity | None:
    """The only one of that kind; one of which nothing was told yet is called so from now on."""
    house = str(act.get("house"))
    ours = of_kind(ledger, house)
    if ours:
        return ours[0] if len(ours) == 1 else None
    maybe = [one for one in _nameless(ledger, act) if is_unnamed(one) and one.house is None]
    if len(maybe) == 1:
        return ledger.change(maybe[0], employer=stand_in(ledger, house), house=house)
    return None


def _nameless(ledger: Ledger, act: Act, *, named: bool = False) -> list[Opportunity]:
    """The open Opportunities without a name of which the act can be told; `named`: it tells of a name that one of them
    has, so that it may be one which is called by its kind so far."""
    ours = [o for o in ledger.open_opportunities if has_no_name(o) and may_be_called(ledger, o, act)]
    return [one for one in ours if one.house is None or (named and not _is_another(one, str(act.get("about"))))]


def _is_another(nameless: Opportunity, name: str) -> bool:
    """Whether a name tells another kind of house than the one that is known: "Holler Bakery" is not "the bank"."""
    return is_kind(plain_letters(name).split()[-1]) and is_of_another_kind(nameless, name)


def _only(ledger: Ledger, act: Act) -> Opportunity | None:
    """Without a name: the only one there is, else the one that is being talked about."""
    if act.has("about"):
        return None
    ours = _not_ruled_out(act, waited_for(ledger, act))
    if len(ours) == 1:
        return ours[0] if not (act.has("house") and act.name == "interview") else None
    if act.has("house"):
        return None
    just = without_a_clock(ledger, act) or just_out_of(ledger, act)
    if just is not None and just in ours:
        return just
    asked = asked_about(ledger)
    if asked is not None and asked in ours:
        return _unless_ahead(ledger, act, asked)
    topic = where_it_was(ledger, act, ledger.find(Opportunity, ledger.person.topic))
    return topic if topic in ours and act.name not in NEWS else None


def _not_ruled_out(act: Act, ours: tuple[Opportunity, ...]) -> tuple[Opportunity, ...]:
    """Those that may be a house of the kind that is told."""
    house = act.get("house")
    return tuple(one for one in ours if not is_of_another_kind(one, house)) if house else ours


def _after_all(ledger: Ledger, act: Act) -> Opportunity | None:
    """With nothing open, news and thanks are about the one that was spoken of last."""
    if act.name == "interview" and not act.get("over"):
        return None
    topic = ledger.find(Opportunity, ledger.person.topic)
    found = topic or (ledger.known.opportunities[-1] if ledger.known.opportunities else None)
    return None if found is None or (act.has("house") and is_of_another_kind(found, act.get("house"))) else found


def _added(ledger: Ledger, act: Act) -> Opportunity:
    house = act.get("house")
    name = act.get("about") or (stand_in(ledger, house) if house else plain(UNNAMED, ledger.person.language))
    return ledger.add(Opportunity, employer=str(name), house=house, role=role_of(ledger, act))


def role_of(ledger: Ledger, act: Act) -> str | None:
    """The role as it stands in a letter: a German one begins with a capital, however it was typed."""
    role = str(act.get("role") or "")[:LONGEST_ROLE]
    return (f"{role[:1].upper()}{role[1:]}" if ledger.person.language == "de" else role) or None


def wait_for_name(ledger: Ledger, act: Act) -> None:
    """The act waits until the Person has said which employer it is about."""
    waiting = next((p for p in ledger.known.open_points if p.kind is OpenKind.WHICH and p.at == ledger.now), None)
    if waiting is None:
        ledger.leave_open(OpenKind.WHICH, ledger.incoming.text or act.span, as_json([act]))
    else:
        ledger.change(waiting, acts=json.dumps([*json.loads(waiting.acts), *json.loads(as_json([act]))]))


def interview_for(ledger: Ledger, act: Act, opportunity: Opportunity) -> Interview:
    """The talk that a fact about how it went belongs to: the latest that is over, else the one that is just over,
    else one whose day is not known yet."""
    if act.by in POINTED and (pressed := ledger.find(Interview, act.row)) is not None:
        return pressed
    over = ledger.last_over(opportunity)
    if over is not None:
        return over
    ahead = ledger.next_ahead(opportunity)
    if ahead is not None and act.name in BEFORE_A_TALK:
        return ahead
    if ahead is not None and ahead.start.astimezone(ledger.zone).date() <= ledger.today:
        start = min(ahead.start, ledger.now - ASSUMED) if ahead.start >= ledger.now else ahead.start
        return ledger.change(ahead, start=start, end=ledger.now, start_known=start == ahead.start)
    return ledger.add(
        Interview,
        opportunity_id=opportunity.id,
        start=ledger.now - ASSUMED,
        end=ledger.now,
        length_known=True,
        day_known=False,
        start_known=False,
    )
