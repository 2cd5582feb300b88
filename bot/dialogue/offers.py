"""An offer: spoken or on paper, by when it is to be answered, and who else may be told of it (R3, R4, R10)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from babel.lists import format_list

from bot.coaching.showing import contacts_sent, show_button
from bot.dialogue import drafting
from bot.dialogue.happening_dates import day_in
from bot.dialogue.happening_keeping import NO_DATE, keep_event
from bot.dialogue.talk import Pressed, Talk
from bot.dialogue.taps import Handler, finished
from bot.turn import Button
from bot.words import plain
from scheduler import nudges
from storage.facts import Event, EventType, Opportunity

MOST_OTHERS = 3


def offered(talk: Talk, opportunity: Opportunity, *, spoken: bool = False) -> None:
    """They want the Person: thanks first, then by when they would like the answer."""
    offer = keep_event(talk, opportunity, EventType.VERBAL_OFFER if spoken else EventType.OFFER)
    if not spoken:
        talk.ask("offer_deadline", offer.id)
        buttons = ((talk.button("skip.deadline", offer.id),),)
        talk.say("ask.offer_deadline", buttons, employer=opportunity.employer)


def set_deadline(talk: Talk, offer: Event, deadline: date) -> None:
    """The day by which they want the answer, and what follows from it."""
    changed = talk.change(offer, deadline=deadline)
    opportunity = talk.opportunity_of(changed)
    talk.change_person(amending="offer_deadline", amending_about=changed.id)
    buttons = ((show_button(talk, opportunity, "more_time"),),)
    talk.say("offer.deadline_known", buttons, employer=opportunity.employer, day=talk.day(deadline))
    tell_others(talk, opportunity)


def undated(talk: Talk, opportunity: Opportunity) -> Event | None:
    """Their offer on paper whose day is not known."""
    offers = [e for e in talk.known.events if e.opportunity_id == opportunity.id and e.type is EventType.OFFER]
    return offers[-1] if offers and offers[-1].deadline is None else None


def take_deadline(talk: Talk, text: str) -> bool:
    """By when they want the answer, or that they did not say."""
    offer, deadline = talk.find(Event, talk.person.asking_about), day_in(talk, text)
    if offer is None:
        return True
    if deadline is None or deadline < talk.here.date():
        if deadline is None and NO_DATE.search(text):
            talk.say("offer.no_deadline")
            return True
        return False
    talk.drop_question()
    set_deadline(talk, offer, deadline)
    return True


def _skip_deadline(talk: Talk, pressed: Pressed) -> None:
    offer = talk.find(Event, pressed.row)
    if offer is None or offer.deadline is not None or talk.person.asking != "offer_deadline":
        return finished(talk)
    talk.seal(pressed.verb)
    talk.drop_question()
    return talk.say("offer.no_deadline")


# The others


def tell_others(talk: Talk, opportunity: Opportunity) -> None:
    """Whom the Person would rather have may be told once of the day (R10); never as a bluff (R42)."""
    deadline = _deadline(talk, opportunity)
    others = [other for other in talk.open_opportunities if _may_hear(talk, other, opportunity)][:MOST_OTHERS]
    if deadline is None or not others:
        return
    names = format_list([other.employer for other in others], style="or", locale=talk.person.language)
    talk.say("offer.others", tuple((_tell_button(talk, o),) for o in others), names=names, day=talk.day(deadline))


def _deadline(talk: Talk, opportunity: Opportunity) -> date | None:
    offers = [e for e in talk.known.events if e.opportunity_id == opportunity.id and e.type is EventType.OFFER]
    return offers[-1].deadline if offers else None


def _may_hear(talk: Talk, other: Opportunity, opportunity: Opportunity) -> bool:
    """In the middle of it: somebody there has met the Person, and nothing is decided."""
    met = any(interview.end <= talk.now for interview in talk.interviews_of(other))
    return other.id != opportunity.id and met and not nudges.has_ended(talk.known, other)


def _tell_button(talk: Talk, other: Opportunity) -> Button:
    label = plain("offer.tell_label", talk.person.language, employer=other.employer[:20])
    return talk.button("others.tell", other.id, contacts_sent(talk, other), label=label)


def _tell(talk: Talk, pressed: Pressed) -> None:
    """The other employer is preferred: the offer is one from elsewhere for them."""
    other = talk.find(Opportunity, pressed.row)
    offers = [
        e for e in talk.known.events if e.type is EventType.OFFER and e.deadline and e.opportunity_id != pressed.row
    ]
    stale = other is not None and pressed.version != contacts_sent(talk, other)
    if other is None or other.closed_at is not None or stale or not offers:
        return finished(talk)
    known = [
        e.deadline for e in talk.known.events if e.opportunity_id == other.id and e.type is EventType.COMPETING_OFFER
    ]
    if offers[-1].deadline not in known:
        talk.add(
            Event, opportunity_id=other.id, type=EventType.COMPETING_OFFER, at=talk.now, deadline=offers[-1].deadline
        )
    return drafting.offer_to_show(talk, other, "deadline")


# On paper?


def _paper(on_paper: bool, talk: Talk, opportunity: Opportunity) -> None:
    if on_paper:
        offered(talk, opportunity)
    else:
        buttons = ((show_button(talk, opportunity, "spoken_offer"),),)
        talk.say("paper.not_yet", buttons, employer=opportunity.employer)


def _paper_pressed(on_paper: bool, talk: Talk, pressed: Pressed) -> None:
    """Whether the spoken offer is on paper by now."""
    opportunity = talk.find(Opportunity, pressed.row)
    if opportunity is None or opportunity.closed_at is not None or _has_paper(talk, opportunity):
        return finished(talk)
    talk.seal(pressed.verb)
    return _paper(on_paper, talk, opportunity)


def _has_paper(talk: Talk, opportunity: Opportunity) -> bool:
    """Whether a written offer has come since the last spoken one."""
    kinds = (EventType.OFFER, EventType.VERBAL_OFFER)
    offers = [e.type for e in talk.known.events if e.opportunity_id == opportunity.id and e.type in kinds]
    return bool(offers) and offers[-1] is EventType.OFFER


QUESTIONS: dict[str, Callable[[Talk, str], bool | None]] = {"offer_deadline": take_deadline}
VERBS: dict[str, Handler] = {
    "skip.deadline": _skip_deadline,
    "others.tell": _tell,
    "paper.yes": partial(_paper_pressed, True),
    "paper.no": partial(_paper_pressed, False),
}
