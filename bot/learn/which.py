"""Which employer, and which talk, an act is about: by the names in it, by what is open, by what was spoken of last."""

from __future__ import annotations

import json
import re
from datetime import timedelta
from functools import cache, lru_cache
from typing import Any

from bot.hear.act import Act, By
from bot.hear.fold import fold, words_of
from bot.hear.vocabulary import vocabulary
from bot.learn.ledger import Ledger, Stale
from bot.learn.likely import (
    NEWS,
    asked_about,
    just_out_of,
    known_as,
    may_be_called,
    mentioned,
    waited_for,
    where_it_was,
    without_a_clock,
)
from bot.learn.waiting_acts import as_json
from bot.words import languages, plain
from storage.facts import Contact, Event, Interview, Note, OpenKind, Opportunity, Parked, Promise

UNNAMED = "employer.unnamed"
LEGAL = frozenset(
    ["ag", "co", "corp", "corporation", "gmbh", "inc", "kg", "limited", "llc", "ltd", "plc", "se", "ug", "the"]
)
LONGEST_ROLE = 80
ASSUMED = timedelta(hours=1)
ROWS = (Interview, Event, Contact, Promise, Note, Parked)
POINTED = (By.BUTTON, By.BARE)
"""An act that was pressed, or that answers the open question, says by its row what it is about."""
BEFORE_A_TALK = frozenset({"wanted"})
"""What can be said of a talk that is still to come: it makes none that has been."""


def is_unnamed(opportunity: Opportunity) -> bool:
    """Whether the Person has not said yet with which employer it is."""
    return opportunity.employer in _names_of_nobody()


@cache
def _names_of_nobody() -> frozenset[str]:
    return frozenset(plain(UNNAMED, language) for language in languages())


@lru_cache(maxsize=4096)
def _words(name: str) -> tuple[str, ...]:
    found = re.findall(r"\w+", name.casefold().replace("'s", "").replace("’s", ""))
    return tuple([word for word in found if word not in LEGAL] or found)


@lru_cache(maxsize=4096)
def _behind_kind(words: tuple[str, ...]) -> tuple[str, ...]:
    said = words_of(fold(" ".join(words)))
    found = (vocabulary(language)["kind"].find(said) for language in languages())
    ends = [end for start, end in (one for one in found if one is not None) if start == 0]
    return words[max(ends) :] if ends else ()


def same_name(one: str, other: str) -> bool:
    """Whether two names are one employer's: the same words, or one is how the other one begins ("Ashdown"), or what
    stands behind the kind of house that it is ("Holler" of "Bäckerei Holler")."""
    first, second = _words(one), _words(other)
    short, long = sorted((first, second), key=len)
    if short and short == _behind_kind(long):
        return True
    return bool(short) and (short == long[: len(short)] or "".join(short) == "".join(word[0] for word in long))


def named(ledger: Ledger, name: str) -> Opportunity | None:
    """The Opportunity of that name, an open one before one that was let go of, the latest first."""
    found = [o for o in reversed(ledger.known.opportunities) if same_name(o.employer, name)]
    exact = [o for o in found if _words(o.employer) == _words(name)]
    ranked = sorted(exact or found, key=lambda o: o.closed_at is not None)
    return ranked[0] if ranked else None


def named_in(ledger: Ledger, typed: str) -> Opportunity | None:
    """The only open one that is called by a word of this text."""
    said = {word.text for word in words_of(fold(typed))}
    ours = [o for o in ledger.open_opportunities if not is_unnamed(o) and called(o) in said]
    return ours[0] if len(ours) == 1 else None


def called(opportunity: Opportunity) -> str | None:
    """The word by which people call an employer; None where it could be any word."""
    return known_as(opportunity.employer)


def by_person(ledger: Ledger, act: Act) -> Opportunity | None:
    """The one at which somebody whom the act names was met."""
    people = [act.get("to"), act.get("who"), *act.get("names", ()), *act.get("with", ())]
    wanted = {str(name).casefold().split()[0] for name in people if name}
    found = [o for o in ledger.open_opportunities if wanted & _met(ledger, o)]
    return found[0] if len(found) == 1 else None


def _met(ledger: Ledger, opportunity: Opportunity) -> set[str]:
    return {
        part for i in ledger.interviews_of(opportunity) for name in i.interviewers for part in name.casefold().split()
    }


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
    if act.name == "interview" and act.get("elsewhere"):
        found: Opportunity | None = next(iter(_nameless(ledger, act)), None) or _added(ledger, act)
    else:
        found = _told(ledger, act) or _only(ledger, act)
    if found is None and act.has("about") and new:
        found = _added(ledger, act)
    if found is None and not ledger.open_opportunities and new:
        found = _after_all(ledger, act) or _added(ledger, act)
    if found is None:
        if new:
            wait_for_name(ledger, act)
        return None
    ledger.speak_of(found)
    return found


def _told(ledger: Ledger, act: Act) -> Opportunity | None:
    if act.has("about"):
        return _fitting(ledger, act)
    if found := by_person(ledger, act) or mentioned(ledger, act):
        return found
    spoken_of = ledger.find(Opportunity, ledger.meant)
    return _unless_ahead(ledger, act, spoken_of) if spoken_of is not None else None


def _unless_ahead(ledger: Ledger, act: Act, found: Opportunity) -> Opportunity | None:
    return where_it_was(ledger, act, found) if ledger.next_ahead(found) is not None else found


def _fitting(ledger: Ledger, act: Act) -> Opportunity | None:
    """By its name; the one that had none yet gets it, if it can be that one."""
    if found := named(ledger, name := str(act.get("about"))):
        return found
    maybe = _nameless(ledger, act)
    spoken_of = [o for o in maybe if o.id == ledger.person.topic] if len(maybe) > 1 else maybe
    return ledger.change(spoken_of[0], employer=name) if spoken_of else None


def _nameless(ledger: Ledger, act: Act) -> list[Opportunity]:
    """The open Opportunities without a name of which the act can be told."""
    return [o for o in ledger.open_opportunities if is_unnamed(o) and may_be_called(ledger, o, act)]


def _only(ledger: Ledger, act: Act) -> Opportunity | None:
    """Without a name: the only one there is, else the one that is being talked about."""
    if act.has("about"):
        return None
    ours = waited_for(ledger, act)
    if len(ours) == 1:
        return ours[0]
    just = just_out_of(ledger, act)
    if just is not None and just in ours:
        return just
    asked = asked_about(ledger)
    if asked is not None and asked in ours:
        return _unless_ahead(ledger, act, asked)
    topic = where_it_was(ledger, act, without_a_clock(ledger, act) or ledger.find(Opportunity, ledger.person.topic))
    return topic if topic in ours and act.name not in NEWS else None


def _after_all(ledger: Ledger, act: Act) -> Opportunity | None:
    """With nothing open, news and thanks are about the one that was spoken of last."""
    if act.name == "interview" and not act.get("over"):
        return None
    topic = ledger.find(Opportunity, ledger.person.topic)
    return topic or (ledger.known.opportunities[-1] if ledger.known.opportunities else None)


def _added(ledger: Ledger, act: Act) -> Opportunity:
    name = act.get("about") or plain(UNNAMED, ledger.person.language)
    return ledger.add(Opportunity, employer=str(name), role=role_of(ledger, act))


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
        start = min(ahead.start, ledger.now - ASSUMED) if ahead.start > ledger.now else ahead.start
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
