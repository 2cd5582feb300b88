"""/status: a block for each Opportunity, the most urgent first; what comes next and when, what was sent, what is open.

It asks the same two functions that send the nudges, so what it promises is what will happen.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from functools import lru_cache

from bot.learn.interviews import title
from bot.say import record, unclear
from bot.say.cards import span
from bot.words.named import Lines, Moment, Press, Presses, Text, Value, lines, text
from scheduler import nudges, policy
from scheduler.nudges import Look, Plan
from storage.facts import Contact, Direction, EventType, Interview, Known, Opportunity
from storage.grouping import Same

LONGEST_LIST = 15
MOST_BUTTONS = 4
LONGEST_NAME = 20
AT_THE_START = ("pocket_card", "lessons", "check_in")
"""Nudges whose moment hangs on the start or the end of an Interview."""
DECIDED = (EventType.ACCEPTED, EventType.DECLINED, EventType.ACCEPTED_OTHER_OFFER)
OVER = (EventType.REJECTED, EventType.USER_WITHDRAWS)
"""What ends it once nothing is left to be sent."""
NAMED_ABOUT = ("debrief", "competing_offer", "withdraw", "logistics", "keep_in_touch")
QUIET = (policy.Answer.HOLD, policy.Answer.ONLY_THANK_YOU, policy.Answer.MOVE_ON)
"""An Interview that is ahead is more than these."""
_URGENCY = (
    policy.Answer.REPLY_NOW,
    policy.Answer.ONLY_PROMISE,
    policy.Answer.GO,
    policy.Answer.ONLY_THANK_YOU,
    policy.Answer.HOLD,
    policy.Answer.MOVE_ON,
)


def status(known: Known, now: datetime) -> Lines:
    """Everything at a glance."""
    looks = _urgent_first(Same(known), now)
    return lines((*_blocks(known, now, looks), *_rest(known, now, looks), *unclear.unclear(known, now)), "\n\n")


def status_presses(known: Known, now: datetime) -> Presses:
    """News from the most urgent ones; what settles an open point."""
    asked = [look.opportunity for look in _urgent_first(Same(known), now)[:MOST_BUTTONS]]
    news = tuple((Press("news", o.id, label=text("button.news", employer=o.employer[:LONGEST_NAME])),) for o in asked)
    return (*news, *unclear.settling(known, now))


@lru_cache(maxsize=2)  # the buttons stand in the order of the lines
def _urgent_first(known: Same[Known], now: datetime) -> Sequence[Look]:
    looks = [nudges.look_at(known.value, o, now) for o in known.value.opportunities if o.closed_at is None]
    return sorted(looks, key=_urgency)


def _urgency(look: Look) -> tuple[int, date, int]:
    return _URGENCY.index(look.verdict.verdict), look.verdict.not_before or date.max, look.opportunity.id


def _blocks(known: Known, now: datetime, looks: Sequence[Look]) -> Iterator[Value]:
    if not looks:
        yield text("status.empty_closed" if known.opportunities else "status.empty")
        return
    shown = looks[:LONGEST_LIST]
    coming = nudges.coming(known, now, looks, [look.opportunity.id for look in shown])
    for look in shown:
        yield lines(_block(look, coming.get(look.opportunity.id)))


def _rest(known: Known, now: datetime, looks: Sequence[Look]) -> Iterator[Value]:
    """What is not shown one by one, and whether the coach is quiet."""
    if len(looks) > LONGEST_LIST:
        yield text("status.more", n=len(looks) - LONGEST_LIST)
    closed = len(known.opportunities) - len(looks)
    if closed and looks:
        yield text("status.closed", n=closed)
    for point in nudges.reminders_ahead(known):
        yield text("status.reminder", when=Moment(point.at), said=unclear.quoted(point.text))
    if nudges.is_paused(known.person, now):
        until = known.person.paused_until
        yield text("status.paused") if until is None else text("status.paused_until", until=Moment(until))


# One Opportunity


def _block(look: Look, following: tuple[datetime, Plan] | None) -> Iterator[Value]:
    yield text("status.line", title=title(look.opportunity), state=state(look))
    yield from _asks_from(look)
    yield from _muted(look)
    if following is not None:
        yield from _next(look, *following)
    if nudges.waiting_draft(look.known, look.opportunity) is not None:
        yield text("status.parked")
    dates = record.told(look.known, look.opportunity, look.now)
    if dates is not None:
        yield dates
    sent = [contact for contact in look.contacts if contact.direction is Direction.OUT]
    if sent:
        yield text("status.sent", what=lines((_sent(look, contact) for contact in sent), ", "))


def _asks_from(look: Look) -> Iterator[Value]:
    """From when the Person may ask, where something else stands before it."""
    is_said = look.verdict.verdict is policy.Answer.HOLD and look.verdict.kind is policy.Kind.FOLLOW_UP
    is_their_turn = look.verdict.verdict is not policy.Answer.REPLY_NOW
    if look.end is None and is_their_turn and not is_said and look.question.asks_from is not None:
        yield text("status.asks_from", day=look.question.asks_from)


def _muted(look: Look) -> Iterator[Value]:
    until = look.opportunity.muted_until
    if look.opportunity.muted:
        yield text("status.muted")
    elif until is not None and look.now < until:
        yield text("status.muted_until", until=Moment(until))


def _next(look: Look, at: datetime, planned: Plan) -> Iterator[Value]:
    """What is said next; without an hour that hangs on a start nobody has named, nor what follows an undated talk."""
    when: Value = Moment(at)
    if any(interview.end > look.now and not interview.day_known for interview in look.interviews):
        return
    if planned.name in AT_THE_START:
        interview = next(i for i in look.interviews if i.id == planned.subject)
        if not interview.day_known:
            return
        if not interview.start_known:
            when = at.astimezone(look.zone).date()
    yield text("status.next", what=text(f"nudge_name.{planned.name}"), when=when)


def _sent(look: Look, contact: Contact) -> Text:
    day = contact.at.astimezone(look.zone).date()
    name = contact.about if contact.about in NAMED_ABOUT else contact.kind
    what = text(f"contact_name.{name}")
    if contact.to:
        return text("status.sent_to", what=what, to=contact.to, day=day)
    return text("status.sent_one", what=what, day=day)


# How it stands


def state(look: Look) -> Text:
    """How an Opportunity stands, in a few words."""
    verdict = look.verdict
    ahead = [interview for interview in look.interviews if interview.end > look.now]
    if ahead and verdict.verdict in QUIET:
        return _ahead(look.known, min(ahead, key=lambda interview: interview.start))
    if look.end is not None and _is_over(look.end.type, verdict):
        return text(f"state.ended.{look.end.type}")
    return _by_verdict(look)


def _ahead(known: Known, interview: Interview) -> Text:
    return text("state.interview", when=span(known, interview)) if interview.day_known else text("state.interview_open")


def _is_over(end: EventType, verdict: policy.Verdict) -> bool:
    return end in DECIDED or (end in OVER and verdict.verdict is policy.Answer.MOVE_ON)


def _by_verdict(look: Look) -> Text:
    verdict = look.verdict
    match verdict.verdict:
        case policy.Answer.REPLY_NOW:
            return text("state.said_no" if look.end is not None else "state.reply_now")
        case policy.Answer.ONLY_PROMISE:
            return _promise(look.known, look.opportunity)
        case policy.Answer.GO if verdict.kind is policy.Kind.FOLLOW_UP:
            return text("state.follow_up")
        case policy.Answer.GO:
            return text(f"state.go.{verdict.kind}")
        case policy.Answer.ONLY_THANK_YOU:
            return text("state.thank_you")
        case policy.Answer.MOVE_ON:
            return text("state.move_on")
        case policy.Answer.HOLD:
            return _hold(verdict)


def _hold(verdict: policy.Verdict) -> Text:
    if verdict.not_before is None:
        return text("state.hold_open")
    keys = {policy.Kind.THANK_YOU: "state.hold_thank_you", policy.Kind.FOLLOW_UP: "state.asks_from"}
    key = keys.get(verdict.kind, "state.hold") if verdict.kind else "state.hold"
    return text(key, day=verdict.not_before)


def _promise(known: Known, opportunity: Opportunity) -> Text:
    first = nudges.owed(known, opportunity)[0]
    return text("state.promise", what=first.what, due=first.due)
