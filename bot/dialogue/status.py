"""/status: one line for each Opportunity, what comes next and when, and what has been sent; the most urgent first.

It asks the same two functions that send the nudges, so what it promises is what will happen.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from bot.dialogue.adding import span, title
from bot.dialogue.talk import Talk
from bot.dialogue.word_from_them import record
from bot.turn import Button
from bot.words import Html, plain
from scheduler import nudges, policy
from scheduler.nudges import Plan
from storage.facts import Contact, Direction, EventType, Opportunity

LONGEST_LIST = 15
DECIDED = (EventType.ACCEPTED, EventType.DECLINED, EventType.ACCEPTED_OTHER_OFFER)
MOST_BUTTONS = 4
NAMED_ABOUT = ("debrief", "competing_offer", "withdraw", "logistics", "keep_in_touch")
_URGENCY = (
    policy.Answer.REPLY_NOW,
    policy.Answer.ONLY_PROMISE,
    policy.Answer.GO,
    policy.Answer.ONLY_THANK_YOU,
    policy.Answer.HOLD,
    policy.Answer.MOVE_ON,
)


def show(talk: Talk, _rest: str) -> None:
    """Everything at a glance."""
    if not talk.open_opportunities:
        talk.say("status.empty_closed" if talk.known.opportunities else "status.empty")
        return
    looks = [nudges.look_at(talk.known, opportunity, talk.now) for opportunity in talk.open_opportunities]
    looks.sort(key=_urgency)
    shown = looks[:LONGEST_LIST]
    coming = nudges.coming(talk.known, talk.now, looks, [look.opportunity.id for look in shown])
    blocks = [_block(talk, look, coming.get(look.opportunity.id)) for look in shown]
    if len(looks) > LONGEST_LIST:
        blocks.append(talk.words("status.more", n=len(looks) - LONGEST_LIST))
    closed = len(talk.known.opportunities) - len(looks)
    if closed:
        blocks.append(talk.words("status.closed", n=closed))
    if nudges.is_paused(talk.person, talk.now):
        blocks.append(talk.words("status.paused"))
    buttons = tuple((_news_button(talk, look.opportunity),) for look in looks[:MOST_BUTTONS])
    talk.tell(talk.join(blocks, "\n\n"), buttons)


def _news_button(talk: Talk, opportunity: Opportunity) -> Button:
    label = plain("button.news", talk.person.language, employer=opportunity.employer[:20])
    return talk.button("news", opportunity.id, label=label)


def _urgency(look: nudges.Look) -> tuple[int, date, int]:
    return _URGENCY.index(look.verdict.verdict), look.verdict.not_before or date.max, look.opportunity.id


def _block(talk: Talk, look: nudges.Look, following: tuple[datetime, Plan] | None) -> Html:
    return talk.join(_lines(talk, look, following))


def _lines(talk: Talk, look: nudges.Look, following: tuple[datetime, Plan] | None) -> Iterator[Html]:
    yield talk.words("status.line", title=title(talk, look.opportunity), state=state(talk, look))
    if following is not None:
        at, planned = following
        yield talk.words("status.next", what=talk.words(f"nudge_name.{planned.name}"), when=talk.when(at))
    waiting = nudges.waiting_draft(talk.known, look.opportunity)
    if waiting is not None:
        yield talk.words("status.parked")
    kept, dates = record(talk.known, look.opportunity, talk.here.date())
    if dates:
        yield talk.words("status.record", kept=kept, n=dates)
    sent = [contact for contact in talk.known.contacts if _is_ours(contact, look.opportunity)]
    if sent:
        yield talk.words("status.sent", what=talk.join((_sent(talk, contact) for contact in sent), ", "))


def _is_ours(contact: Contact, opportunity: Opportunity) -> bool:
    return contact.opportunity_id == opportunity.id and contact.direction is Direction.OUT


def _sent(talk: Talk, contact: Contact) -> Html:
    day = talk.day(contact.at.astimezone(talk.zone).date())
    name = contact.about if contact.about in NAMED_ABOUT else contact.kind
    what = talk.words(f"contact_name.{name}")
    if contact.to:
        return talk.words("status.sent_to", what=what, to=contact.to, day=day)
    return talk.words("status.sent_one", what=what, day=day)


def state(talk: Talk, look: nudges.Look) -> Html:
    """How an Opportunity stands, in a few words."""
    ahead = [interview for interview in look.interviews if interview.end > talk.now]
    verdict = look.verdict
    quiet = verdict.verdict in (policy.Answer.HOLD, policy.Answer.ONLY_THANK_YOU, policy.Answer.MOVE_ON)
    if ahead and quiet:
        return talk.words("state.interview", when=span(talk, min(ahead, key=lambda interview: interview.start)))
    if look.end is not None and look.end.type in DECIDED:
        return talk.words(f"state.ended.{look.end.type}")
    match verdict.verdict:
        case policy.Answer.REPLY_NOW:
            over = nudges.has_ended(talk.known, look.opportunity)
            return talk.words("state.said_no" if over else "state.reply_now")
        case policy.Answer.ONLY_PROMISE:
            return _promise(talk, look)
        case policy.Answer.GO if verdict.kind is policy.Kind.FOLLOW_UP:
            return talk.words("state.follow_up")
        case policy.Answer.GO:
            return talk.words(f"state.go.{verdict.kind}")
        case policy.Answer.ONLY_THANK_YOU:
            return talk.words("state.thank_you")
        case policy.Answer.MOVE_ON:
            return talk.words("state.move_on")
        case policy.Answer.HOLD if verdict.not_before is None:
            return talk.words("state.hold_open")
        case _:
            key = "state.hold_thank_you" if verdict.kind is policy.Kind.THANK_YOU else "state.hold"
            return talk.words(key, day=talk.day(verdict.not_before or talk.here.date()))


def _promise(talk: Talk, look: nudges.Look) -> Html:
    first = nudges.owed(talk.known, look.opportunity)[0]
    return talk.words("state.promise", what=first.what, due=talk.day(first.due))
