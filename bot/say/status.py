"""/status: a block for each Opportunity, the most urgent first; what comes next and when, what was sent, what is open.

It asks the same two functions that send the nudges, so what it promises is what will happen.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from bot.learn.interviews import title
from bot.say import record, unclear
from bot.say.board import MOST_ROWS, Row, row_of, urgent_first
from bot.say.cards import span
from bot.say.drawing.letters import is_written
from bot.say.states import QUIET
from bot.words.named import Lines, Moment, Press, Presses, Text, Value, lines, text
from scheduler import nudges
from scheduler.nudges import Look, Plan
from storage.facts import PICTURES_OFF, Contact, Known
from storage.grouping import Same

LONGEST_LIST = 15
MOST_BUTTONS = 4
LONGEST_NAME = 20
AT_THE_START = ("pocket_card", "lessons", "check_in")
"""Nudges whose moment hangs on the start or the end of an Interview."""
NAMED_ABOUT = ("debrief", "competing_offer", "withdraw", "logistics", "keep_in_touch")


def status(known: Known, now: datetime) -> Lines:
    """Everything at a glance."""
    looks = urgent_first(Same(known), now)
    return lines((*_blocks(known, now, looks), *_rest(known, now, looks), *unclear.unclear(known, now)), "\n\n")


def glance(known: Known, now: datetime) -> Lines:
    """The same in one line for each, where a picture leaves no more room."""
    looks = urgent_first(Same(known), now)
    lined = [_line(look, row_of(look), number) for number, look in enumerate(looks[:LONGEST_LIST], 1)]
    return lines((lines(lined), *_rest(known, now, looks), *unclear.unclear(known, now)), "\n\n")


def status_presses(known: Known, now: datetime) -> Presses:
    """News from the most urgent ones; what settles an open point."""
    asked = [look.opportunity for look in urgent_first(Same(known), now)[:MOST_BUTTONS]]
    news = tuple((Press("news", o.id, label=text("button.news", employer=o.employer[:LONGEST_NAME])),) for o in asked)
    return (*news, *unclear.settling(known, now))


def _blocks(known: Known, now: datetime, looks: Sequence[Look]) -> Iterator[Value]:
    if not looks:
        yield text("status.empty_closed" if known.opportunities else "status.empty")
        return
    shown = looks[:LONGEST_LIST]
    coming = nudges.coming(known, now, looks, [look.opportunity.id for look in shown])
    for number, look in enumerate(shown, 1):
        yield lines(_block(look, number, coming.get(look.opportunity.id)))


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


def _line(look: Look, row: Row, number: int) -> Text:
    """Its name and how it stands; a name that the picture cannot write has its number there."""
    opportunity, name = look.opportunity, title(look.opportunity)
    is_drawn = look.known.person.pictures != PICTURES_OFF and number <= MOST_ROWS
    if is_drawn and not is_written(f"{opportunity.employer}{opportunity.role or ''}"):
        name = text("status.numbered", number=number, title=name)
    return text("status.line", title=name, state=row.state)


def _block(look: Look, number: int, following: tuple[datetime, Plan] | None) -> Iterator[Value]:
    row = row_of(look)
    yield _line(look, row, number)
    if row.asks_from is not None and not row.is_said:
        yield text("status.asks_from", day=row.asks_from)
    yield from _muted(look)
    yield from _ahead(look)
    if following is not None:
        yield from _next(look, *following)
    if nudges.waiting_draft(look.known, look.opportunity) is not None:
        yield text("status.parked")
    dates = record.told(look.known, look.opportunity, look.now)
    if dates is not None:
        yield dates
    if row.sent:
        yield text("status.sent", what=lines((_sent(look, contact) for contact in row.sent), ", "))


def _ahead(look: Look) -> Iterator[Value]:
    """The talk to come, where the line above speaks of what is more urgent."""
    ahead = [i for i in look.interviews if i.end > look.now and i.day_known and not i.cancelled]
    if ahead and look.end is None and look.verdict.verdict not in QUIET:
        yield text("status.talk_ahead", when=span(look.known, min(ahead, key=lambda interview: interview.start)))


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
