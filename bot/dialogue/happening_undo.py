"""Taking back what was kept: exactly what the button belongs to, and everything that hung on it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

from bot.coaching import plan
from bot.dialogue.talk import Pressed, Talk
from bot.turn import Button
from scheduler import nudges
from storage.facts import (
    Channel,
    Contact,
    ContactKind,
    Event,
    EventType,
    Interview,
    Opportunity,
    Promise,
    Sector,
    Stage,
)

UNDO = "ev.undo"
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
BEFORE: tuple[tuple[str, Any], ...] = (
    *(("sector", sector) for sector in Sector),
    *(("preferred_channel", channel) for channel in (None, *Channel)),
    *((field, value) for field in ("via_agency", "muted") for value in (False, True)),
    ("zone", None),
    ("closed_at", None),
)
"""What a field of an Opportunity may be put back to; the button carries the place in this list."""
STAGES = tuple(Stage)
MOST_NAMES = 100
FOLLOWS_FROM = ("ev_", "offer_deadline", "learned")
"""Questions that are only asked because of what was kept."""


def opens_on(talk: Talk, opportunity: Opportunity) -> date | None:
    """The first day for a status question, when it lies ahead and the Opportunity has not ended."""
    here = talk.find(Opportunity, opportunity.id) or opportunity
    ended = here.closed_at is not None or nudges.has_ended(talk.known, here)
    return None if ended else plan.question_opens(talk, here)


def undo_button(talk: Talk, row: int, before: int = 0) -> Button:
    """One tap takes back what was just kept: `row`, and what is needed to put things back as they were."""
    return talk.button(UNDO, row, before)


def micros(moment: datetime) -> int:
    """A moment as a number that a button can carry."""
    return (moment - _EPOCH) // _MICROSECOND


def undo(talk: Talk, pressed: Pressed) -> None:
    """Take back exactly what the button belongs to; what is gone already is said to be."""
    opportunity = next(reversed([*_taken_back(talk, pressed)]), None)
    if opportunity is None:
        return talk.toast("toast.ev_undone")
    if (talk.person.asking or "").startswith(FOLLOWS_FROM):
        talk.drop_question()
    talk.change_person(amending=None, amending_about=None)
    opens = opens_on(talk, opportunity)
    key = "event_said.undone" if opens is None else "event_said.undone_opens"
    talk.rewrite(talk.words(key, opens="" if opens is None else talk.day(opens)))
    return None


def _taken_back(talk: Talk, pressed: Pressed) -> Iterator[Opportunity]:
    """The Opportunity it was about; nothing when it was taken back before."""
    row = pressed.row
    if event := talk.find(Event, row):
        yield talk.opportunity_of(event)
        _forget_event(talk, event, pressed.version)
    elif contact := talk.find(Contact, row):
        yield talk.opportunity_of(contact)
        _forget_contact(talk, contact)
    elif promise := talk.find(Promise, row):
        yield talk.opportunity_of(promise)
        talk.remove("promises", promise.id)
    elif interview := talk.find(Interview, row):
        yield from _forget_names(talk, interview, pressed.version)
    elif opportunity := talk.find(Opportunity, row):
        yield from _put_back(talk, opportunity, pressed.version)


def _forget_event(talk: Talk, event: Event, more: int) -> None:
    """`more`: how many rows after it belong to the same sentence, or when a reopened Opportunity had been closed."""
    if event.type is EventType.REOPENED:
        if more:
            closed_at = _EPOCH + min(more, 10**17) * _MICROSECOND
            talk.change(talk.opportunity_of(event), closed_at=closed_at)
        more = 0
    if event.type is EventType.REJECTED:
        _plan_again(talk, event)
    alike = {e.id for e in talk.known.events if e.type is event.type and event.id <= e.id <= event.id + more}
    talk.remove("events", *alike)


def _plan_again(talk: Talk, event: Event) -> None:
    """What was ahead when they said no takes place after all."""
    for interview in talk.known.interviews:
        if interview.opportunity_id == event.opportunity_id and interview.cancelled and interview.start > event.at:
            talk.change(interview, cancelled=False)


def _forget_contact(talk: Talk, contact: Contact) -> None:
    """What it delivered is owed again."""
    for promise in talk.known.promises:
        same = promise.opportunity_id == contact.opportunity_id and promise.done_at == contact.at
        if same and contact.kind is ContactKind.PROMISE:
            talk.change(promise, done_at=None)
    talk.remove("contacts", contact.id)


def names_before(interview: Interview) -> int:
    """What a button needs to put the names and the stage of an Interview back."""
    return STAGES.index(interview.stage) * MOST_NAMES + len(interview.interviewers)


def _forget_names(talk: Talk, interview: Interview, before: int) -> Iterator[Opportunity]:
    stage, count = divmod(before, MOST_NAMES)
    if len(interview.interviewers) <= count or stage >= len(STAGES):
        return
    yield talk.opportunity_of(interview)
    talk.change(interview, interviewers=interview.interviewers[:count], stage=STAGES[stage])


def _put_back(talk: Talk, opportunity: Opportunity, place: int) -> Iterator[Opportunity]:
    field, value = BEFORE[place] if place < len(BEFORE) else ("", None)
    if not field or getattr(opportunity, field) == value:
        return
    yield opportunity
    more: dict[str, Any] = {"country": None, "region": None} if field == "zone" else {}
    talk.change(opportunity, **{field: value}, **more)
