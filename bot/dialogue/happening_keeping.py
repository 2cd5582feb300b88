"""Keeping what the Person told: one fact, one sentence about what it changes, one tap to take it back.

What people say and which fact it is lives in the tables of the other modules.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

from bot.coaching import plan
from bot.dialogue.happening_dates import NEEDS_A_DAY, dates_of, passed
from bot.dialogue.talk import Pressed, Talk
from bot.dialogue.turn import Button
from scheduler import nudges
from storage.facts import (
    Channel,
    Contact,
    ContactKind,
    Direction,
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
)
"""What a field of an Opportunity may be put back to; the button carries the place in this list."""
STAGES = tuple(Stage)
MOST_NAMES = 100


def opens_on(talk: Talk, opportunity: Opportunity) -> date | None:
    """The first day for a status question, when it lies ahead and the Opportunity has not ended."""
    here = talk.find(Opportunity, opportunity.id) or opportunity
    ended = here.closed_at is not None or nudges.has_ended(talk.known, here)
    return None if ended else plan.question_opens(talk, here)


# Events


def told(talk: Talk, opportunity: Opportunity, kind: EventType, text: str, **more: Any) -> None:
    """Keep what they did, with the days that `text` names; a day that cannot be right, or is missing, is asked for."""
    dates = dates_of(talk, kind, text)
    over = passed(talk, dates)
    if over is not None:
        ask_day(talk, opportunity, kind, "event_said.passed", more.get("what", ""), day=talk.day(over))
    elif not dates and kind in NEEDS_A_DAY:
        ask_day(talk, opportunity, kind, f"ask.ev_day.{kind}", employer=opportunity.employer)
    else:
        keep_event(talk, opportunity, kind, **dates, **more)


def ask_day(talk: Talk, opportunity: Opportunity, kind: EventType, key: str, what: str = "", **params: object) -> None:
    """Ask for the day that belongs to a fact; nothing is kept until it is known."""
    talk.ask("ev_day", opportunity.id, f"{kind} {what}".strip())
    talk.say(key, ((talk.button("ev.undated", opportunity.id),),), **params)


def keep_event(talk: Talk, opportunity: Opportunity, kind: EventType, **values: Any) -> Event:
    """Keep an Event, and say what it changes."""
    before = opens_on(talk, opportunity)
    event = talk.add(Event, opportunity_id=opportunity.id, type=kind, at=talk.now, **values)
    days = [day for name, day in values.items() if name in ("until", "deadline", "since")]
    key = f"event_said.{kind}" + (".dated" if days else "")
    params = {"day": talk.day(days[-1])} if days else {}
    if event.what:
        params["what"] = event.what
    if event.planned_for is not None:
        params["when"] = talk.when(event.planned_for)
    echo(talk, opportunity, before, key, undo_button(talk, event.id), **params)
    return event


def keep_contact(
    talk: Talk,
    opportunity: Opportunity,
    kind: ContactKind,
    at: datetime,
    *,
    to: str | None = None,
    channel: Channel | None = None,
    about: str | None = None,
) -> None:
    """Keep something the Person sent, and say what it changes."""
    before = opens_on(talk, opportunity)
    sent = talk.add(
        Contact,
        opportunity_id=opportunity.id,
        at=at,
        kind=kind,
        direction=Direction.OUT,
        channel=channel,
        to=to,
        about=about,
    )
    used, allowed = plan.verdict_on(talk, opportunity).count
    day = talk.day(at.astimezone(talk.zone).date())
    word: str = about or kind.value
    if kind is ContactKind.FOLLOW_UP and used == 0:
        word = "earlier"
    elif kind is ContactKind.FOLLOW_UP and before is not None and at.astimezone(talk.zone).date() < before:
        word = "early"
    params = {"who": to or opportunity.employer, "day": day, "used": used, "allowed": allowed}
    echo(talk, opportunity, before, f"event_said.sent.{word}", undo_button(talk, sent.id), **params)


def set_field(talk: Talk, opportunity: Opportunity, field: str, value: object, key: str, **params: object) -> None:
    """Keep something about the employer, and say what it changes."""
    before, old = opens_on(talk, opportunity), getattr(opportunity, field)
    changed = talk.change(opportunity, **{field: value})
    button = undo_button(talk, opportunity.id, BEFORE.index((field, old)))
    echo(talk, changed, before, key, button, **params)


def undo_button(talk: Talk, row: int, before: int = 0) -> Button:
    """One tap takes back what was just kept: `row`, and what is needed to put things back as they were."""
    return talk.button(UNDO, row, before)


def echo(talk: Talk, opportunity: Opportunity, before: date | None, key: str, button: Button, **params: object) -> None:
    """Repeat what was kept, and the day from which they may ask, when that has changed."""
    lines = [talk.words(key, employer=opportunity.employer, **params)]
    opens = opens_on(talk, opportunity)
    if opens is not None and opens != before:
        lines.append(talk.words("event_said.opens", opens=talk.day(opens)))
    talk.tell(talk.join(lines, " "), ((button,),))


# Taking back


def micros(moment: datetime) -> int:
    """A moment as a number that a button can carry."""
    return (moment - _EPOCH) // _MICROSECOND


def undo(talk: Talk, pressed: Pressed) -> None:
    """Take back exactly what the button belongs to; what is gone already is said to be."""
    opportunity = next(reversed([*_taken_back(talk, pressed)]), None)
    if opportunity is None:
        return talk.toast("toast.ev_undone")
    if (talk.person.asking or "").startswith("ev_"):
        talk.drop_question()
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
    alike = {e.id for e in talk.known.events if e.type is event.type and event.id <= e.id <= event.id + more}
    talk.remove("events", *alike)


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
