"""Drafts that ask: how things stand, once and once more, and for an answer before a date elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from bot.coaching.drafts import told
from bot.coaching.drafts.composing import Draft, Line, Need, letter, matter_of
from bot.coaching.drafts.recalling import idea_line, reason
from bot.coaching.drafts.voice import Facts, Style
from storage.facts import Channel, ContactKind, Event, EventType

SATURDAY = 5


def follow_up(facts: Facts) -> Draft:
    """The first status question: the interest, a point of the talk, the question, no reproach (advice 47, R43)."""
    return letter(facts, matter_of(facts, "follow_up.subject", on=facts.on_day), _follow_up(facts))


def _follow_up(facts: Facts) -> Iterator[Line]:
    day, is_call = facts.met_on, facts.channel is Channel.PHONE
    if is_call:
        yield Line(facts.line("follow_up.moment"))
    which, thanked = (-1, True) if _thanked(facts) else (0, False)  # what stood in the note is not said twice
    if day and facts.style is not Style.SHORTER:
        is_good = facts.was_good and not facts.opportunity.via_agency and not is_call
        key = ("follow_up.met" if is_good else "follow_up.met_plain") if thanked else "follow_up.met_thanks"
        yield Line(facts.line(key, day=day, role=facts.role), Need.MUST if is_call else Need.GOOD)
        yield from _to_pass_on(facts, thanked=thanked)
        yield Line(facts.line("follow_up.interest", reason=reason(facts, which)))
    else:
        yield Line(facts.line("follow_up.interest_role", role=facts.role, reason=reason(facts, which)))
    yield from idea_line(facts, Need.EXTRA)
    yield Line(_question(facts), begins=True)
    if is_call:
        yield from _what_follows(facts)


def _to_pass_on(facts: Facts, *, thanked: bool) -> Iterator[Line]:
    """Through an agency, the thanks that have not gone yet are also for whom the Person met."""
    seen = facts.interview.interviewers if facts.interview and facts.opportunity.via_agency else ()
    if len(seen) == 1 and not thanked:
        yield Line(facts.line("thank_you.pass_on_plain", name=told.object_of(seen[0], facts.language)), Need.EXTRA)


def _what_follows(facts: Facts) -> Iterator[Line]:
    """On the phone: what to say to news, to none, and to a voicemail."""
    for key in ("follow_up.news", "follow_up.no_news"):
        yield Line(facts.line(key), begins=True)
    yield Line(facts.line("follow_up.voicemail", opening=facts.opening("")), begins=True)


def _question(facts: Facts) -> str:
    """The one question; with the day that they had named, once it is over."""
    named = facts.named_day
    if facts.channel is Channel.TEXT:
        return facts.line("follow_up.question.shorter")
    if named is None or facts.today is None or named >= facts.today or facts.style is Style.SOFTER:
        return facts.line("follow_up.question")
    return facts.line("follow_up.question_named", day=facts.day(named))


def _thanked(facts: Facts) -> bool:
    """Whether a thank-you has gone; one that has not is folded in (R15)."""
    since = facts.interview.start if facts.interview else None
    return any(
        contact.opportunity_id == facts.opportunity.id
        and contact.kind is ContactKind.THANK_YOU
        and (since is None or contact.at >= since)
        for contact in facts.known.contacts
    )


def second_follow_up(facts: Facts) -> Draft:
    """The second and last one (R23); it names another point of the talk when there is another."""
    return letter(facts, matter_of(facts, "follow_up.subject", on=facts.on_day), _second_follow_up(facts))


def _second_follow_up(facts: Facts) -> Iterator[Line]:
    spoken = facts.channel is Channel.PHONE  # the call has begun with the role
    key = "second.interest_spoken" if spoken else "second.interest"
    yield Line(facts.line(key, role=facts.role, reason=reason(facts, -2)))  # the last stood in the first question
    yield Line(facts.line("second.question"), begins=True)
    yield Line(facts.line("second.otherwise"), Need.EXTRA)


def deadline(facts: Facts, *, by: date | None = None) -> Draft:
    """A real offer elsewhere (R10): the fact, its date, the first choice, the question. The other is never named."""
    return letter(facts, matter_of(facts, "deadline.subject"), _deadline(facts, by))


def _deadline(facts: Facts, by: date | None) -> Iterator[Line]:
    offer = last_event(facts, EventType.COMPETING_OFFER)
    by = by or (offer.deadline if offer else None)
    if by:
        yield Line(facts.line("deadline.fact", by=facts.day(by)))
    else:
        yield Line(facts.line("deadline.fact_undated"))
    yield Line(facts.line("deadline.choice", role=facts.role))
    if by:
        yield Line(facts.line("deadline.question", then=_day_before(facts, by)), begins=True)
    else:
        yield Line(facts.line("deadline.question_undated"), begins=True)
    yield Line(facts.line("deadline.patience"), Need.EXTRA)


def _day_before(facts: Facts, by: date) -> str:
    """The working day before the one on which the Person must answer, so that there is time to do so."""
    day = by - timedelta(days=1)
    while day.weekday() >= SATURDAY:
        day -= timedelta(days=1)
    is_ahead = facts.today is None or day > facts.today
    return facts.line("deadline.before", day=facts.day(day)) if is_ahead else facts.line("deadline.then")


def last_event(facts: Facts, *types: EventType) -> Event | None:
    """The latest event of these types in the Opportunity."""
    found = (e for e in facts.known.events if e.opportunity_id == facts.opportunity.id and e.type in types)
    return max(found, key=lambda event: event.at, default=None)
