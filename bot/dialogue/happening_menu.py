"""Two taps instead of a sentence: what happened, and the one thing that is missing; and the typed answers to that."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from bot.dialogue import endings, offers
from bot.dialogue.happening_contacts import take_promise_day
from bot.dialogue.happening_dates import dates_of, moment_in, passed
from bot.dialogue.happening_keeping import NO_DATE, ask_day, keep_contact, keep_event, told
from bot.dialogue.happening_requests import what_in
from bot.dialogue.happening_undo import UNDO, undo
from bot.dialogue.talk import Pressed, Talk
from bot.turn import Rows
from storage.facts import ContactKind, EventType, Opportunity

Handler = Callable[[Talk, Pressed], None]
MENU = (
    ("ev.asked", "ev.back"),
    ("ev.wait", "ev.hold"),
    ("ev.away", "ev.other_offer"),
    ("ev.offer", "ev.no"),
    ("ev.wrote",),
    ("ev.else",),
)
WROTE = (
    ("ev.wrote.thank_you", "ev.wrote.follow_up"),
    ("ev.wrote.reply", "ev.wrote.promise"),
    ("ev.wrote.linkedin",),
)


def menu(talk: Talk, opportunity: Opportunity) -> None:
    """What happened at Acme? One tap, and perhaps one more word."""
    talk.say("ask.ev_menu", _buttons(talk, opportunity, MENU), employer=opportunity.employer)


def _buttons(talk: Talk, opportunity: Opportunity, verbs: tuple[tuple[str, ...], ...]) -> Rows:
    version = _page(talk, opportunity)
    return tuple(tuple(talk.button(verb, opportunity.id, version) for verb in line) for line in verbs)


def _page(talk: Talk, opportunity: Opportunity) -> int:
    """Grows with everything that is kept: a menu shown before that is an old one."""
    events = [event.id for event in talk.known.events if event.opportunity_id == opportunity.id]
    contacts = [contact.id for contact in talk.known.contacts if contact.opportunity_id == opportunity.id]
    return max((*events, *contacts), default=0)


def _tap(act: Callable[[Talk, Opportunity], None], talk: Talk, pressed: Pressed) -> None:
    """A button of the menu acts once; an old one says so."""
    opportunity = talk.find(Opportunity, pressed.row)
    if opportunity is None or opportunity.closed_at or pressed.version != _page(talk, opportunity):
        return talk.toast("toast.finished")
    talk.seal(pressed.verb)
    act(talk, opportunity)
    return None


def _happened(kind: EventType, talk: Talk, opportunity: Opportunity) -> None:
    keep_event(talk, opportunity, kind)


def _when(kind: EventType, talk: Talk, opportunity: Opportunity) -> None:
    ask_day(talk, opportunity, kind, f"ask.ev_day.{kind}", employer=opportunity.employer)


def _what(talk: Talk, opportunity: Opportunity) -> None:
    talk.ask("ev_what", opportunity.id)
    talk.say("ask.ev_what", employer=opportunity.employer)


def _wrote(talk: Talk, opportunity: Opportunity) -> None:
    talk.say("ask.ev_wrote", _buttons(talk, opportunity, WROTE), employer=opportunity.employer)


def _sent(kind: ContactKind, talk: Talk, opportunity: Opportunity) -> None:
    keep_contact(talk, opportunity, kind, talk.now)


def _else(talk: Talk, opportunity: Opportunity) -> None:
    talk.say("ask.ev_else", employer=opportunity.employer)


def _undated(talk: Talk, pressed: Pressed) -> None:
    """They named no day: what can be kept without one is kept."""
    opportunity, (kind, more) = talk.find(Opportunity, pressed.row), _asked(talk)
    if opportunity is None or kind is None or talk.person.asking_about != opportunity.id:
        return talk.toast("toast.finished")
    talk.seal(pressed.verb)
    talk.drop_question()
    keep_event(talk, opportunity, kind, **more)
    return None


def _asked(talk: Talk) -> tuple[EventType | None, dict[str, str]]:
    """What the open question about a day is about, and what was said of it already."""
    kind, _, what = (talk.person.asking_text or "").partition(" ")
    if talk.person.asking != "ev_day" or kind not in tuple(EventType):
        return None, {}
    return EventType(kind), {"what": what} if what else {}


# Typed answers


def take_day(talk: Talk, text: str) -> bool | None:
    """The day that belongs to what happened, or that they named none."""
    opportunity, (kind, more) = talk.find(Opportunity, talk.person.asking_about), _asked(talk)
    if opportunity is None or kind is None:
        return True
    dates = dates_of(talk, kind, text)
    if not dates and not NO_DATE.search(text):
        return False
    if passed(talk, dates) is not None:
        told(talk, opportunity, kind, text, **more)
        return None
    keep_event(talk, opportunity, kind, **dates, **more)
    if kind is EventType.OFFER:
        offers.tell_others(talk, opportunity)
    return True


def take_what(talk: Talk, text: str) -> bool | None:
    """What they asked for, and by when if they said."""
    opportunity, what = talk.find(Opportunity, talk.person.asking_about), what_in(text)
    if opportunity is None:
        return True
    if not what:
        return False
    talk.drop_question()
    told(talk, opportunity, EventType.REQUEST, text, what=what)
    return True if talk.person.asking is None else None


def take_call(talk: Talk, text: str) -> bool:
    """When they will call."""
    opportunity, at = talk.find(Opportunity, talk.person.asking_about), moment_in(talk, text)
    if opportunity is None:
        return True
    if at is None or at <= talk.now:
        return False
    keep_event(talk, opportunity, EventType.SCHEDULED_CALL, planned_for=at)
    return True


QUESTIONS: dict[str, Callable[[Talk, str], bool | None]] = {
    "ev_day": take_day,
    "ev_what": take_what,
    "ev_call": take_call,
    "ev_promise": take_promise_day,
}
VERBS: dict[str, Handler] = {
    UNDO: undo,
    "ev.undated": _undated,
    "ev.asked": partial(_tap, _what),
    "ev.back": partial(_tap, partial(_happened, EventType.SCHEDULING_PENDING)),
    "ev.wait": partial(_tap, partial(_happened, EventType.ASKED_TO_WAIT)),
    "ev.hold": partial(_tap, partial(_when, EventType.PROCESS_PAUSED)),
    "ev.away": partial(_tap, partial(_when, EventType.RECRUITER_AWAY)),
    "ev.other_offer": partial(_tap, partial(_when, EventType.COMPETING_OFFER)),
    "ev.offer": partial(_tap, partial(_when, EventType.OFFER)),
    "ev.no": partial(_tap, endings.rejected),
    "ev.wrote": partial(_tap, _wrote),
    "ev.else": partial(_tap, _else),
    **{f"ev.wrote.{kind}": partial(_tap, partial(_sent, kind)) for kind in ContactKind if kind != ContactKind.OTHER},
}
