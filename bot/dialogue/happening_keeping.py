"""Keeping what the Person told: one fact, one sentence about what it changes, one tap to take it back.

What people say and which fact it is lives in the tables of the other modules.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Any

from bot.coaching import plan
from bot.coaching.showing import show_button
from bot.dialogue.happening_dates import NEEDS_A_DAY, dates_of, passed
from bot.dialogue.happening_undo import BEFORE, opens_on, undo_button
from bot.dialogue.talk import Talk
from bot.turn import Button, Rows
from bot.words import Html
from storage.facts import Channel, Contact, ContactKind, Direction, Event, EventType, Opportunity

NEXT_DRAFTS: dict[EventType, tuple[str, ...]] = {
    EventType.REQUEST: ("document_sent",),
    EventType.MISSED_CALL: ("late_call",),
    EventType.INVITATION: ("reply_invitation",),
    EventType.SCHEDULING_PENDING: ("reply_invitation",),
    EventType.OFFER: ("offer_received", "more_time"),
    EventType.VERBAL_OFFER: ("spoken_offer",),
    EventType.REOPENED: ("reply_invitation",),
}
"""What the Person may want to send next: one tap shows it."""
NO_DATE = re.compile(
    r"\b(no|none|skip|unknown|don'?t know|did ?n'?t say|not said|no idea|open|nothing)\b", re.IGNORECASE
)
"""They named no day."""


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
    _wake(talk, opportunity)
    text = sentences(talk, opportunity, before, key, **params)
    show(talk, text, undo_button(talk, event.id), draft_rows(talk, event))
    return event


def draft_rows(talk: Talk, event: Event) -> Rows:
    """What may be sent because of it; a date elsewhere has to be known before anybody is told of it (R10)."""
    names = NEXT_DRAFTS.get(event.type, ())
    if event.type is EventType.COMPETING_OFFER and event.deadline is not None:
        names = ("deadline",)
    return tuple((show_button(talk, talk.opportunity_of(event), name),) for name in names)


def _wake(talk: Talk, opportunity: Opportunity) -> None:
    """Whoever tells news about an employer wants to hear of it again."""
    if opportunity.muted:
        talk.change(opportunity, muted=False)


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


def echo(talk: Talk, opportunity: Opportunity, before: date | None, key: str, button: Button, **params: object) -> None:
    """Repeat what was kept, and the day from which they may ask, when that has changed. `button` takes it back."""
    show(talk, sentences(talk, opportunity, before, key, **params), button)


def sentences(talk: Talk, opportunity: Opportunity, before: date | None, key: str, **params: object) -> Html:
    """What was kept, and the day from which they may ask, when that is not `before` any more."""
    lines = [talk.words(key, employer=opportunity.employer, **params)]
    opens = opens_on(talk, opportunity)
    if opens is not None and opens != before:
        lines.append(talk.words("event_said.opens", opens=talk.day(opens)))
    return talk.join(lines, " ")


def show(talk: Talk, text: Html, button: Button, more: Rows = ()) -> None:
    """Say it; `button`, or a word, takes it back."""
    talk.change_person(amending=button.data, amending_about=None)
    talk.tell(text, (*more, (button,)))
