"""The scene in which a text was typed, as far as the listener may know it: names and times, and what was asked."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from datetime import date, timedelta, tzinfo
from functools import lru_cache

from bot.coaching.contact_people import contact_people
from bot.decide import nearly, offered, questions
from bot.decide.question import Question
from bot.decide.taking_back import kept_last
from bot.hear.scene import Employer, Expected, Scene, Talk
from bot.learn.ends import end_of
from bot.learn.events import newest
from bot.learn.ledger import Ledger
from bot.learn.offers import OFFERS
from bot.learn.reported import shown_last
from storage.facts import Event, EventType, Interview, Opportunity, Promise, Side
from storage.grouping import FEW, Same, about

NUDGE_LIVES = timedelta(days=2)
"""So long a bare time says when a nudge is to come again."""


def scene_of(ledger: Ledger) -> Scene:
    """What the listener may know now."""
    question = _asked(ledger)
    return Scene(
        now=ledger.here,
        language=ledger.person.language,
        employers=_employers(ledger),
        asked=question.name if question else None,
        expects=question.expects if question else _after(ledger),
        about=_about(ledger),
        spoken_of=_spoken_of(ledger),
        agencies=tuple(o.agency for o in ledger.known.opportunities if o.agency),
        name=ledger.person.name,
        unplaced=not ledger.person.zone_confirmed,
        draft_shown=_shown(ledger),
        nudged=_is_nudged(ledger),
        kept_last=kept_last(ledger.person.journal),
        listened=ledger.incoming.listened,
    )


def _asked(ledger: Ledger) -> Question | None:
    """The open question; buttons with other topics wait for no answer, only a draft beside them does."""
    question = questions.current(ledger)
    if question is not nearly.NEARLY:
        return question
    return offered.OFFERED if nearly.has_draft(ledger.before.person) else None


def _after(ledger: Ledger) -> Expected:
    """Without an open question a bare answer can only put right what was kept last."""
    last = kept_last(ledger.person.journal)
    if "interview" in last and _is_without_a_clock(ledger):
        return Expected.START
    if "window" in last or "window_moved" in last:
        return Expected.WINDOW
    return Expected.START if "interview" in last else Expected.NOTHING


def _is_without_a_clock(ledger: Ledger) -> bool:
    """Whether it is not known at what time the talk was that was told of last."""
    topic = ledger.find(Opportunity, ledger.person.topic)
    talks = ledger.interviews_of(topic) if topic else []
    return bool(talks) and not talks[-1].start_known


def _shown(ledger: Ledger) -> str | None:
    shown = shown_last(ledger)
    return shown[1] if shown is not None else None


def _is_nudged(ledger: Ledger) -> bool:
    """Whether the coach has spoken last, of its own accord, and not long ago."""
    said = [nudged.at for nudged in ledger.before.nudged if nudged.dropped is None]
    heard_at = ledger.before.person.heard_at
    last = max(said, default=None)
    return last is not None and ledger.now - last <= NUDGE_LIVES and (heard_at is None or last > heard_at)


def _about(ledger: Ledger) -> str | None:
    """The employer that the open question is about, else the one that was spoken of last."""
    row = ledger.person.asking_about
    fact = ledger.find(Interview, row) or ledger.find(Event, row) or ledger.find(Promise, row)
    opportunity = ledger.opportunity_of(fact) if fact else ledger.find(Opportunity, row or ledger.person.topic)
    opportunity = opportunity or ledger.find(Opportunity, ledger.person.topic)
    return opportunity.employer if opportunity else None


def _spoken_of(ledger: Ledger) -> str | None:
    topic = ledger.find(Opportunity, ledger.person.topic)
    return topic.employer if topic else None


def _employers(ledger: Ledger) -> tuple[Employer, ...]:
    """All of them; where they are many, what was made of them for the last message is remembered."""
    known = ledger.known
    if len(known.opportunities) <= FEW:
        return tuple([_employer(ledger, opportunity) for opportunity in known.opportunities])
    made_of = (known.opportunities, known.interviews, known.contacts, known.promises, known.events, known.notes)
    return _made_of(_Remembered(ledger, (*map(Same, made_of), ledger.zone.key)))


class _Remembered:
    """A moment that equals another one in which all that employers are made of is the very same."""

    __slots__ = ("ledger", "made_of")

    def __init__(self, ledger: Ledger, made_of: tuple[Hashable, ...]) -> None:
        self.ledger, self.made_of = ledger, made_of

    def __hash__(self) -> int:
        return hash(self.made_of)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Remembered) and self.made_of == other.made_of


@lru_cache(maxsize=32)
def _made_of(moment: _Remembered) -> tuple[Employer, ...]:
    ledger = moment.ledger
    return tuple([_employer(ledger, opportunity) for opportunity in ledger.known.opportunities])


def _employer(ledger: Ledger, opportunity: Opportunity) -> Employer:
    talks = ledger.interviews_of(opportunity)
    owed = [p for p in about(ledger.known.promises, opportunity.id) if p.side is Side.OURS]
    happened = about(ledger.known.events, opportunity.id)
    return Employer(
        name=opportunity.employer,
        house=opportunity.house,
        role=opportunity.role,
        is_open=opportunity.closed_at is None,
        has_refused=bool(happened) and end_of(ledger, opportunity) is EventType.REJECTED,
        people=_people(ledger, opportunity, talks),
        talks=tuple([_talk(interview, ledger.zone) for interview in talks]),
        promises=tuple(promise.what for promise in owed if promise.done_at is None) + _asked_for(happened),
        answer_by=next((talk.window_latest for talk in reversed(talks) if talk.window_latest), None),
        offered=_is_offered(happened),
        offered_by_mouth=_is_offered(happened, EventType.VERBAL_OFFER),
        to_be_dated=bool(happened) and _is_to_be_dated(ledger, opportunity, talks),
        decide_by=_decide_by(ledger, opportunity) if happened else None,
    )


def _decide_by(ledger: Ledger, opportunity: Opportunity) -> date | None:
    """The day by which the Person is to answer their offer, spoken or on paper."""
    offer = newest(ledger, opportunity, *OFFERS)
    return offer.deadline if offer is not None and end_of(ledger, opportunity) is None else None


def _is_to_be_dated(ledger: Ledger, opportunity: Opportunity, talks: list[Interview]) -> bool:
    """Whether they want to meet again since the last talk, and none is to come."""
    asked = newest(ledger, opportunity, EventType.INVITATION, EventType.SCHEDULING_PENDING, EventType.REOPENED)
    return asked is not None and all(talk.end <= asked.at for talk in talks)


def _is_offered(happened: Iterable[Event], offer: EventType = EventType.OFFER) -> bool:
    """Whether they have offered the job, and it is neither taken nor turned down yet."""
    decided = (offer, EventType.ACCEPTED, EventType.DECLINED)
    said = [event.type for event in happened if event.type in decided]
    return bool(said) and said[-1] is offer


def _asked_for(happened: Iterable[Event]) -> tuple[str, ...]:
    """What they would like to have: to send it is to keep one's word."""
    return tuple([event.what for event in happened if event.type is EventType.REQUEST and event.what])


def _people(ledger: Ledger, opportunity: Opportunity, talks: list[Interview]) -> tuple[str, ...]:
    met = [name for interview in talks for name in interview.interviewers]
    wrote = [c.to for c in about(ledger.known.contacts, opportunity.id) if c.to and c.to != "agency"]
    return tuple(dict.fromkeys((*met, *wrote, *contact_people(ledger.known, opportunity))))


def _talk(interview: Interview, zone: tzinfo) -> Talk:
    start, end = interview.start.astimezone(zone), interview.end.astimezone(zone)
    return Talk(start=start, end=end, start_known=interview.start_known, is_told=interview.mood is not None)
