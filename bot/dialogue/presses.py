"""The buttons, as a table: verb, and what a press does. No press fails silently, however old the button is.

Everything a button names is looked up among the Person's own rows, so a forged number finds nothing of anybody else's.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from zoneinfo import available_timezones

from bot.coaching import drafts, unasked
from bot.dialogue import adding, check_in, contact, endings, happenings, place, questions, statements
from bot.dialogue.check_in import Part
from bot.dialogue.talk import Pressed, Talk, parse
from storage.facts import ContactKind, Event, EventType, Interview, Opportunity, Parked, Promise

LENGTHS = (30, 45, 60, 90)
"""Minutes that have a button."""
Handler = Callable[[Talk, Pressed], None]
RULE = re.compile(r"R([1-9]|[1-3]\d|4[0-4])")


def answer(talk: Talk) -> None:
    """Do what the pressed button says."""
    pressed = parse(talk.incoming.data)
    handler = _handler(pressed.verb) if pressed else None
    if pressed is None or handler is None:
        talk.toast("toast.unknown")
    else:
        handler(talk, pressed)


def _handler(verb: str) -> Handler | None:
    if verb.startswith("zone="):
        return _zone_chosen
    if verb.startswith("length."):
        return _length
    if verb.startswith("why."):
        return _why
    return VERBS.get(verb)


def _old(talk: Talk) -> None:
    """The button belongs to something that is finished: say so, change nothing."""
    talk.toast("toast.finished")


# The check-in


def _check_in(part: Part, value: str, talk: Talk, pressed: Pressed) -> None:
    interview = talk.find(Interview, pressed.row)
    if interview is None or getattr(interview, part.field) is not None or not check_in.has_begun(talk.known, interview):
        return _old(talk)
    talk.seal(pressed.verb)
    talk.ask(part.name, interview.id)
    if part is check_in.CHANNEL:
        check_in.set_channel(talk, interview, part.learn[value])
    elif part is check_in.PROMISED and value == "yes":
        return check_in.ask_promise(talk, interview)
    else:
        check_in.answer(talk, part, interview, part.learn[value])
    questions.ask_next(talk)
    return None


def _not_held(talk: Talk, pressed: Pressed) -> None:
    interview = talk.find(Interview, pressed.row)
    if interview is None or interview.cancelled or interview.mood is not None:
        return _old(talk)
    check_in.not_held(talk, interview)
    return None


def _fix_window(talk: Talk, pressed: Pressed) -> None:
    interview = talk.find(Interview, pressed.row)
    if interview is None or interview.window_latest is None:
        return _old(talk)
    talk.ask("new_window", interview.id)
    talk.say("ask.new_window")
    return None


def _fix_date(talk: Talk, pressed: Pressed) -> None:
    if talk.find(Event, pressed.row) is None:
        return _old(talk)
    talk.ask("new_date", pressed.row)
    talk.say("ask.new_window")
    return None


# Adding and correcting


def _length(talk: Talk, pressed: Pressed) -> None:
    minutes, interview = pressed.verb.removeprefix("length."), talk.find(Interview, pressed.row)
    if interview is None or interview.length_known or not minutes.isdigit() or int(minutes) not in LENGTHS:
        return _old(talk)
    talk.seal(pressed.verb)
    adding.set_length(talk, interview, int(minutes))
    questions.ask_next(talk)
    return None


def _skip_role(talk: Talk, pressed: Pressed) -> None:
    interview = talk.find(Interview, pressed.row)
    opportunity = talk.opportunity_of(interview) if interview else None
    if opportunity is None or opportunity.role or opportunity.role_asked:
        return _old(talk)
    talk.seal(pressed.verb)
    talk.change(opportunity, role_asked=True)
    questions.ask_next(talk)
    return None


def _past(is_over: bool, talk: Talk, pressed: Pressed) -> None:
    sketch = talk.known.sketch
    if sketch is None or sketch.start is None or sketch.past_confirmed:
        return _old(talk)
    talk.seal(pressed.verb)
    talk.sketch(past_confirmed=is_over, start=sketch.start if is_over else None)
    questions.ask_next(talk)
    return None


def _edit(question: str, talk: Talk, pressed: Pressed) -> None:
    interview = talk.find(Interview, pressed.row)
    if interview is None or interview.cancelled:
        return _old(talk)
    talk.ask(question, interview.id)
    talk.say(f"ask.{question}")
    return None


def _drop(talk: Talk, pressed: Pressed) -> None:
    interview = talk.find(Interview, pressed.row)
    if interview is None or interview.cancelled:
        return _old(talk)
    talk.rewrite(adding.card(talk, interview))
    endings.drop(talk, interview)
    return None


def _undrop(talk: Talk, pressed: Pressed) -> None:
    interview = talk.find(Interview, pressed.row)
    if interview is None or not interview.cancelled:
        return _old(talk)
    endings.undrop(talk, interview)
    interview = talk.find(Interview, pressed.row) or interview
    talk.rewrite(adding.card(talk, interview), adding.card_buttons(talk, interview))
    return None


# The zone


def _zone_yes(talk: Talk, pressed: Pressed) -> None:
    if talk.person.zone is None or (talk.person.zone_confirmed and talk.person.asking != "zone"):
        return _old(talk)
    talk.seal(pressed.verb)
    place.confirm(talk)
    questions.ask_next(talk)
    return None


def _zone_no(talk: Talk, _pressed: Pressed) -> None:
    talk.ask("zone", 0)
    talk.say("again.zone")


def _zone_chosen(talk: Talk, pressed: Pressed) -> None:
    zone = pressed.verb.removeprefix("zone=")
    if zone not in available_timezones():
        return _old(talk)
    place.move(talk, zone)
    talk.rewrite(talk.words("marked.plain", answer=place.city(zone)))
    place.confirm(talk)
    questions.ask_next(talk)
    return None


# Under the nudges


def _of_opportunity(act: Callable[[Talk, Opportunity], None], talk: Talk, pressed: Pressed) -> None:
    """A button about an Opportunity: it acts once, and not after something else was sent."""
    opportunity = talk.find(Opportunity, pressed.row)
    if opportunity is None or opportunity.closed_at or pressed.version != unasked.contacts_sent(talk, opportunity):
        return _old(talk)
    talk.seal(pressed.verb)
    act(talk, opportunity)
    return None


def _sent(kind: ContactKind, talk: Talk, opportunity: Opportunity) -> None:
    if kind is ContactKind.THANK_YOU:
        contact.thank(talk, opportunity)
    else:
        contact.sent(talk, opportunity, kind, opportunity.preferred_channel)


def _did(about: str, talk: Talk, opportunity: Opportunity) -> None:
    contact.did(talk, opportunity, about)


def _later(talk: Talk, opportunity: Opportunity) -> None:
    talk.say("later.thank_you", employer=opportunity.employer)


def _wont_thank(talk: Talk, opportunity: Opportunity) -> None:
    over = [interview for interview in talk.interviews_of(opportunity) if interview.end <= talk.now]
    if over:
        talk.change(over[-1], thank_you_declined=True)
    talk.say("wont.thank_you")


def _wait(talk: Talk, opportunity: Opportunity) -> None:
    talk.say("wait.follow_up", employer=opportunity.employer)


def _close(talk: Talk, opportunity: Opportunity) -> None:
    endings.close(talk, opportunity)
    talk.say("closed", employer=opportunity.employer)


def _keep(talk: Talk, opportunity: Opportunity) -> None:
    talk.say("kept", employer=opportunity.employer)


def _rest(talk: Talk, opportunity: Opportunity) -> None:
    endings.close(talk, opportunity)
    talk.say("closed.rest", employer=opportunity.employer)


def _show_rejection(talk: Talk, opportunity: Opportunity) -> None:
    interviews = talk.interviews_of(opportunity)
    draft = drafts.rejection_thanks(talk.known, opportunity, interviews[-1] if interviews else None)
    version = unasked.contacts_sent(talk, opportunity)
    buttons = (
        (talk.button("sent.reply", opportunity.id, version),),
        (talk.button("rest", opportunity.id, version),),
    )
    talk.say("nudge.rejection_thanks", buttons, employer=opportunity.employer, draft=unasked.in_block(talk, draft))


def _done_promise(talk: Talk, pressed: Pressed) -> None:
    promise = talk.find(Promise, pressed.row)
    if promise is None or promise.done_at is not None:
        return _old(talk)
    talk.seal(pressed.verb)
    endings.keep_promise(talk, promise)
    return None


# What came from them


def _came(kind: str, talk: Talk, opportunity: Opportunity) -> None:
    match kind:
        case "invitation":
            endings.invited(talk, opportunity)
        case "offer":
            contact.happened(talk, opportunity, EventType.OFFER)
            talk.say("offer.written", employer=opportunity.employer)
        case "no":
            endings.rejected(talk, opportunity)
        case "later":
            talk.ask("which_date", opportunity.id)
            talk.say("ask.new_window")
        case _:
            talk.say("heard.courtesy", employer=opportunity.employer)


def _came_pressed(kind: str, talk: Talk, pressed: Pressed) -> None:
    opportunity = talk.find(Opportunity, pressed.row)
    if opportunity is None or opportunity.closed_at is not None:
        return _old(talk)
    talk.seal(pressed.verb)
    _came(kind, talk, opportunity)
    return None


def _which(talk: Talk, pressed: Pressed) -> None:
    opportunity = talk.find(Opportunity, pressed.row)
    if opportunity is None or talk.person.asking != "which" or not talk.person.asking_text:
        return _old(talk)
    name, _, text = talk.person.asking_text.partition(" ")
    talk.drop_question()
    talk.chosen = opportunity
    talk.rewrite(talk.words("marked.plain", answer=opportunity.employer))
    statements.go_on(talk, name, text)
    return None


def _resume(talk: Talk, _pressed: Pressed) -> None:
    if not talk.person.paused:
        return _old(talk)
    talk.change_person(paused=False)
    talk.rewrite(talk.words("resumed"))
    return None


def _told(talk: Talk, opportunity: Opportunity) -> None:
    endings.told_withdrawal(talk, opportunity)
    talk.say("closed", employer=opportunity.employer)


def _why(talk: Talk, pressed: Pressed) -> None:
    rule = pressed.verb.removeprefix("why.")
    opportunity = talk.find(Opportunity, pressed.row)
    if opportunity is None or not RULE.fullmatch(rule):
        return _old(talk)
    talk.say(f"rule.{rule}")
    return None


def _while_open(act: Callable[[Talk, Opportunity], None], talk: Talk, pressed: Pressed) -> None:
    """A button about an Opportunity that may be pressed again, as long as it is open."""
    opportunity = talk.find(Opportunity, pressed.row)
    if opportunity is None or opportunity.closed_at is not None:
        return _old(talk)
    return act(talk, opportunity)


def _throw(talk: Talk, pressed: Pressed) -> None:
    parked = talk.find(Parked, pressed.row)
    if parked is None or parked.handed_at is not None:
        return _old(talk)
    talk.seal(pressed.verb)
    contact.throw_away(talk, parked)
    return None


VERBS: dict[str, Handler] = {
    **{f"{part.name}.{value}": partial(_check_in, part, value) for part in check_in.PARTS for value in part.learn},
    "mood.not_held": _not_held,
    "fix.window": _fix_window,
    "fix.date": _fix_date,
    "skip.role": _skip_role,
    "past.yes": partial(_past, True),
    "past.no": partial(_past, False),
    "edit.start": partial(_edit, "new_start"),
    "edit.length": partial(_edit, "new_length"),
    "edit.employer": partial(_edit, "new_employer"),
    "edit.role": partial(_edit, "new_role"),
    "drop": _drop,
    "undrop": _undrop,
    "zone.yes": _zone_yes,
    "zone.no": _zone_no,
    "which": _which,
    "resume": _resume,
    "news": partial(_while_open, happenings.menu),
    **happenings.VERBS,
    "park": partial(_while_open, contact.ask_for_draft),
    "throw": _throw,
    "sealed": lambda talk, _pressed: _old(talk),
    "done.promise": _done_promise,
    "sent.thank_you": partial(_of_opportunity, partial(_sent, ContactKind.THANK_YOU)),
    "sent.follow_up": partial(_of_opportunity, partial(_sent, ContactKind.FOLLOW_UP)),
    "sent.reply": partial(_of_opportunity, endings.replied),
    "did.debrief": partial(_of_opportunity, partial(_did, "debrief")),
    "did.offer_deadline": partial(_of_opportunity, partial(_did, "competing_offer")),
    "did.logistics": partial(_of_opportunity, partial(_did, "logistics")),
    "did.withdraw": partial(_of_opportunity, _told),
    "told.withdraw": partial(_of_opportunity, _told),
    "later.thank_you": partial(_of_opportunity, _later),
    "wont.thank_you": partial(_of_opportunity, _wont_thank),
    "wait.follow_up": partial(_of_opportunity, _wait),
    "heard": partial(_of_opportunity, contact.ask_what_came),
    "close": partial(_of_opportunity, _close),
    "keep": partial(_of_opportunity, _keep),
    "rest": partial(_of_opportunity, _rest),
    "show.rejection": partial(_of_opportunity, _show_rejection),
    **{f"came.{kind}": partial(_came_pressed, kind) for kind in ("invitation", "offer", "no", "later", "courtesy")},
}
