"""Which employer an act fits that names none, by what is known: what is waited for, what has no clock time yet."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.coaching.contact_people import contact_people
from bot.hear.act import Act
from bot.hear.fold import fold, words_of
from bot.hear.vocabulary import is_said
from bot.learn.ledger import Ledger
from scheduler import nudges
from storage.facts import Event, Interview, Opportunity, Promise

NEWS = frozenset(
    {
        *("rejected", "offer", "invited", "accepted", "declined", "withdrew", "position_gone", "reopened"),
        *("window_moved", "paused", "heard", "scheduling", "call_planned", "no_answer_given_up", "feedback"),
        *("interview_moved", "interview_called_off"),
    }
)
"""What must not land on the wrong one: with several open and no name in the text, it is asked."""
OF_A_WAIT = frozenset(
    {
        *("reposted", "profile_viewed", "nothing_heard", "reference_called", "asked_to_wait", "silence_means_no"),
        *("window", "may_ask_from", "no_contact", "away"),
    }
)
"""What tells something only of an employer that has not decided yet."""
FEWEST_LETTERS, FEWEST_OF_A_PERSON = 4, 3
"""Of a name that is hardly another word as well."""
ASKED = timedelta(days=2)
"""So long a question is still the one that was just put."""
HOURS_AFTER = timedelta(hours=3)
"""So long after a talk one is just out of it."""
OF_A_TALK = frozenset({"felt", "interest", "met", "shown"})
"""What can only be said of an employer where a talk took place."""
AFTERWARDS = frozenset({"thank_you", "well", "badly", "reaction"})
"""Letters and notes of a talk that took place."""
AFTER_AN_END = frozenset({"reopened", "feedback", "heard"})
"""What may come from one that said no, too."""


def may_be_called(ledger: Ledger, nameless: Opportunity, act: Act) -> bool:
    """Whether the name in an act can be that of an employer which was told of without one: not where the act tells of
    a first talk at another time or for another job, or of what only comes after a talk while its own is ahead."""
    if act.name in ANSWERED and ledger.last_over(nameless) is None and ledger.next_ahead(nameless) is not None:
        return False
    if act.name != "interview" or any(one.name == "correct" for one in ledger.acts):
        return True
    role, told = act.get("role"), nameless.role
    if role and told and not {*role.casefold().split()} & {*told.casefold().split()}:
        return False
    talks = [talk for talk in ledger.interviews_of(nameless) if talk.day_known]
    return not talks or act.get("stage") in LATER or any(_may_be_at(ledger, talk, act) for talk in talks)


def _may_be_at(ledger: Ledger, talk: Interview, act: Act) -> bool:
    """Whether the day of an act, and its hour, is that of a talk, as far as both are known."""
    start, began = act.get("start"), talk.start.astimezone(ledger.zone)
    if isinstance(start, datetime):
        told = start.astimezone(ledger.zone)
        return told.date() == began.date() and (not talk.start_known or told == began)
    if act.has("day"):
        return bool(act.get("day") == began.date())
    return not act.get("over") or talk.start <= ledger.now


ANSWERED = frozenset({"rejected", "offer", "accepted", "declined", "felt", "feedback"})
"""What is told of an employer only after a talk with it."""
LATER = frozenset({"second", "final"})
"""Rounds that are hardly the first talk of which anything is told."""


def waited_for(ledger: Ledger, act: Act) -> tuple[Opportunity, ...]:
    """Those that it may be about: news from where nothing has ended, as long as something is waited for there."""
    ours = ledger.open_opportunities
    running = tuple(o for o in ours if not nudges.has_ended(ledger.known, o))
    return running if running and act.name in (NEWS - AFTER_AN_END) | OF_A_WAIT else ours


def without_a_clock(ledger: Ledger, act: Act) -> Opportunity | None:
    """A clock time is that of the one talk on its day of which none is known."""
    start = act.get("start") if act.name == "interview" else None
    if not isinstance(start, datetime):
        return None
    day = start.astimezone(ledger.zone).date()
    ours = {o.id for o in ledger.open_opportunities}
    talks = [i for i in ledger.known.interviews if i.opportunity_id in ours and not i.cancelled]
    fit = [i for i in talks if not i.start_known and i.day_known and i.start.astimezone(ledger.zone).date() == day]
    return ledger.opportunity_of(fit[0]) if len(fit) == 1 else None


def asked_about(ledger: Ledger) -> Opportunity | None:
    """The one that the coach has just asked about."""
    said = [ledger.before.person.heard_at, *(n.at for n in ledger.before.nudged if n.dropped is None)]
    if ledger.now - max((at for at in said if at is not None), default=ledger.now) > ASKED:
        return None
    row = ledger.before.person.asking_about
    fact = ledger.find(Interview, row) or ledger.find(Event, row) or ledger.find(Promise, row)
    return ledger.opportunity_of(fact) if fact is not None else ledger.find(Opportunity, row)


def just_out_of(ledger: Ledger, act: Act) -> Opportunity | None:
    """Whose talk has ended in these hours, where nobody has spoken since: what is told now, without a name and without
    being news, is of it, whatever was spoken of before."""
    if act.name in NEWS:
        return None
    spoken = ledger.before.person.heard_at
    over = [
        talk
        for one in ledger.open_opportunities
        for talk in ledger.interviews_of(one)
        if talk.end <= ledger.now <= talk.end + HOURS_AFTER and talk.mood is None and talk.day_known
    ]
    new = [talk for talk in over if spoken is None or spoken < talk.end]
    return ledger.opportunity_of(new[0]) if len(new) == 1 else None


def where_it_was(ledger: Ledger, act: Act, found: Opportunity | None) -> Opportunity | None:
    """What only a talk that took place can have is of the one where it did: not of one that is still ahead."""
    if not _is_of_a_talk(act) or (found is not None and _has_begun(ledger, found)):
        return found
    over = [(last.end, o) for o in ledger.open_opportunities if (last := ledger.last_over(o)) is not None]
    if len(over) == 1 or (over and found is not None and ledger.next_ahead(found) is not None):
        asked = asked_about(ledger)
        return next((o for _, o in over if o == asked), max(over, key=lambda one: one[0])[1])
    return found


def _is_of_a_talk(act: Act) -> bool:
    of_it = act.name in OF_A_TALK or (act.name == "interview" and act.has("over"))
    return of_it or not AFTERWARDS.isdisjoint((act.get("kind"), act.get("what")))


def _has_begun(ledger: Ledger, opportunity: Opportunity) -> bool:
    ahead = ledger.next_ahead(opportunity)
    return ledger.last_over(opportunity) is not None or (ahead is not None and ahead.start <= ledger.now)


def mentioned(ledger: Ledger, act: Act) -> Opportunity | None:
    """The only one of which the words of the act name the agency, or somebody who is known there."""
    known = [(o, names) for o in ledger.open_opportunities if (names := _known_by(ledger, o))]
    if not known:
        return None
    said = {word.text for word in words_of(fold(act.span))}
    ours = [o for o, names in known if said & names]
    return ours[0] if len(ours) == 1 else None


def _known_by(ledger: Ledger, opportunity: Opportunity) -> set[str]:
    wrote = (c.to for c in ledger.known.contacts if c.opportunity_id == opportunity.id)
    met = (name for talk in ledger.interviews_of(opportunity) for name in talk.interviewers)
    told = contact_people(ledger.known, opportunity)
    people = (known_as(name, fewest=FEWEST_OF_A_PERSON) for name in (*wrote, *met, *told) if name)
    called = (known_as(opportunity.agency or ""), *people)
    return {word for word in called if word}


def known_as(name: str, fewest: int = FEWEST_LETTERS) -> str | None:
    """The word by which somebody of this name is spoken of; None where it could be any word, or there is none."""
    first = next((word.text for word in words_of(fold(name))), "")
    is_a_word = len(first) < FEWEST_LETTERS and is_said(words_of(first), "common")
    return first if len(first) >= fewest and not is_a_word else None
