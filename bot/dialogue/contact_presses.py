"""The buttons about contact with an employer: sent, will not send, they answered, why, keep it for later."""

from __future__ import annotations

import re
from functools import partial

from bot.dialogue import contact, endings, offers
from bot.dialogue.talk import Pressed, Talk
from bot.dialogue.taps import Handler, finished, once, while_open
from storage.facts import ContactKind, Opportunity, Parked, Promise

RULE = re.compile(r"R([1-9]|[1-3]\d|4[0-4])")


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


def _keep(talk: Talk, opportunity: Opportunity) -> None:
    talk.say("kept", employer=opportunity.employer)


def _done_promise(talk: Talk, pressed: Pressed) -> None:
    promise = talk.find(Promise, pressed.row)
    if promise is None or promise.done_at is not None:
        return finished(talk)
    talk.seal(pressed.verb)
    endings.keep_promise(talk, promise)
    return None


# What came from them


def _came(kind: str, talk: Talk, opportunity: Opportunity) -> None:
    match kind:
        case "invitation":
            endings.invited(talk, opportunity)
        case "offer":
            offers.offered(talk, opportunity)
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
        return finished(talk)
    talk.seal(pressed.verb)
    _came(kind, talk, opportunity)
    return None


# Why, and what waits for its day


def _why(talk: Talk, pressed: Pressed) -> None:
    rule = pressed.verb.removeprefix("why.")
    opportunity = talk.find(Opportunity, pressed.row)
    if opportunity is None or not RULE.fullmatch(rule):
        return finished(talk)
    talk.say(f"rule.{rule}")
    return None


def _throw(talk: Talk, pressed: Pressed) -> None:
    parked = talk.find(Parked, pressed.row)
    if parked is None or parked.handed_at is not None:
        return finished(talk)
    talk.seal(pressed.verb)
    contact.throw_away(talk, parked)
    return None


VERBS: dict[str, Handler] = {
    "park": partial(while_open, contact.ask_for_draft),
    "throw": _throw,
    "done.promise": _done_promise,
    "sent.thank_you": partial(once, partial(_sent, ContactKind.THANK_YOU)),
    "sent.follow_up": partial(once, partial(_sent, ContactKind.FOLLOW_UP)),
    "sent.reply": partial(once, endings.replied),
    "did.debrief": partial(once, partial(_did, "debrief")),
    "did.offer_deadline": partial(once, partial(_did, "competing_offer")),
    "did.logistics": partial(once, partial(_did, "logistics")),
    "later.thank_you": partial(once, _later),
    "wont.thank_you": partial(once, _wont_thank),
    "wait.follow_up": partial(once, _wait),
    "heard": partial(once, contact.ask_what_came),
    "keep": partial(once, _keep),
    **{f"came.{kind}": partial(_came_pressed, kind) for kind in ("invitation", "offer", "no", "later", "courtesy")},
}
CARRYING: dict[str, Handler] = {"why.": _why}
"""Verbs that carry something behind them, by how they begin."""
