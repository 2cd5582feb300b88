"""What a piece of news lacks: its day, its moment, or what it was. Asked at once, in the turn that brought the news."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime

from bot.decide.question import Question
from bot.hear.act import Act, By
from bot.hear.scene import Expected
from bot.learn.ledger import Ledger, Stale
from bot.words.named import Press, Presses
from scheduler import nudges
from storage.facts import ContactKind, Direction, Event, EventType, Known

UNDATED: dict[EventType, tuple[str, str, str]] = {
    EventType.PROCESS_PAUSED: ("until", "paused", "until"),
    EventType.RECRUITER_AWAY: ("until", "away", "until"),
    EventType.INVITED_FOLLOW_UP: ("since", "may_ask_from", "day"),
    EventType.OFFER: ("deadline", "offer", "deadline"),
}
"""The day that is missing: the field of the Event, and the act and the slot that bring it."""


def _lacks(known: Known, now: datetime, kinds: Iterable[EventType], field: str) -> int | None:
    """The news of this turn that lacks it."""
    new = [e for e in known.events if e.at == now and e.type in kinds and getattr(e, field) is None]
    ended = {o.id for o in known.opportunities if nudges.has_ended(known, o)} if new else ()
    news = [event for event in new if event.opportunity_id not in ended]
    return news[-1].id if news else None


def _lacks_day(known: Known, now: datetime) -> int | None:
    found = (_lacks(known, now, (kind,), field) for kind, (field, _, _) in UNDATED.items())
    return next((row for row in found if row is not None), None)


def _ask_day(ledger: Ledger, row: int) -> None:
    event = ledger.found(Event, row)
    employer = ledger.opportunity_of(event).employer
    if event.type is EventType.OFFER:
        return ledger.pose("ask.offer_deadline", ((Press("skip.deadline", row),),), employer=employer)
    return ledger.pose(f"ask.ev_day.{event.type}", _none(ledger, event), employer=employer)


def _none(ledger: Ledger, event: Event) -> Presses:
    return ((Press("ev.undated", event.opportunity_id),),)


def _day(ledger: Ledger, act: Act) -> Act | None:
    event = ledger.find(Event, ledger.before.person.asking_about)
    if event is None or event.type not in UNDATED:
        return None
    _, name, slot = UNDATED[event.type]
    if act.name == "day":
        return Act(name, {slot: act.get("day")}, span=act.span, by=By.BARE, row=event.id)
    return Act("undated", by=By.BARE, row=event.id) if act.name in ("no", "skip") else None


def undated(ledger: Ledger, act: Act) -> None:
    """They named no day: what is known without one is kept already."""
    if ledger.before.person.asking != DAY.name:
        raise Stale
    if act.verb:
        ledger.mark(act.verb)
    ledger.drop_question()
    ledger.answer("small.fine")


def _lacks_window(known: Known, now: datetime) -> int | None:
    news = [e for e in known.events if e.at == now and e.type is EventType.WINDOW_EXTENDED]
    return news[-1].id if news and news[-1].latest is None and news[-1].earliest is None else None


def _lacks_call(known: Known, now: datetime) -> int | None:
    return _lacks(known, now, (EventType.SCHEDULED_CALL,), "planned_for")


def _lacks_what(known: Known, now: datetime) -> int | None:
    return _lacks(known, now, (EventType.REQUEST,), "what")


def _what(ledger: Ledger, act: Act) -> Act | None:
    """What they asked for, in the Person's own words."""
    if act.name not in ("words", "promised", "note") or act.by is not By.BARE:
        return None
    what = str(act.get("what") or act.get("text") or act.span)
    slots = {"what": what, "due": act.get("due")} if act.has("due") else {"what": what}
    return Act("asked_for", slots, by=By.BARE, row=ledger.before.person.asking_about or 0)


def asked_for(ledger: Ledger, act: Act) -> None:
    """What it is that they asked for."""
    event = ledger.found(Event, act.row)
    ledger.change(event, what=str(act.get("what"))[:120], deadline=act.get("due") or event.deadline)
    ledger.keep("kept.asked_for", employer=ledger.opportunity_of(event).employer, what=str(act.get("what"))[:120])


def _unexplained(known: Known, now: datetime) -> int | None:
    """They were in touch, and nobody has said what it was."""
    came = [c for c in known.contacts if c.at == now and c.direction is Direction.IN and c.about is None]
    if not came or came[-1].kind is not ContactKind.REPLY or any(event.at == now for event in known.events):
        return None
    return came[-1].opportunity_id


def _ask_what_came(ledger: Ledger, row: int) -> None:
    verbs = (("came.invitation", "came.offer"), ("came.no", "came.later"), ("came.courtesy",))
    presses = tuple(tuple(Press(verb, row) for verb in line) for line in verbs)
    ledger.pose("heard.what", presses)


def _say(key: str) -> Callable[[Ledger, int], None]:
    def say(ledger: Ledger, row: int) -> None:
        ledger.pose(key, employer=ledger.opportunity_of(ledger.found(Event, row)).employer)

    return say


DAY = Question(
    name="deadline",
    open=_lacks_day,
    expects=Expected.DAY,
    means=_day,
    answered_by=frozenset({"paused", "away", "may_ask_from", "offer", "undated"}),
    say=_ask_day,
)
QUESTIONS = (
    DAY,
    Question(
        name="ev_window",
        open=_lacks_window,
        expects=Expected.WINDOW,
        answered_by=frozenset({"window", "window_moved"}),
        say=_say("ask.new_window"),
    ),
    Question(
        name="ev_call",
        open=_lacks_call,
        expects=Expected.START,
        answered_by=frozenset({"call_planned", "interview"}),
        say=_say("ask.ev_call"),
    ),
    Question(
        name="ev_what",
        open=_lacks_what,
        expects=Expected.PROMISE,
        means=_what,
        answered_by=frozenset({"asked_for", "promised"}),
        say=_say("ask.ev_what"),
    ),
    Question(
        name="came",
        open=_unexplained,
        answered_by=frozenset({"invited", "offer", "rejected", "window_moved", "heard", "asked_to_wait", "paused"}),
        say=_ask_what_came,
    ),
)
ACTS: dict[str, Callable[[Ledger, Act], None]] = {"undated": undated, "asked_for": asked_for}
