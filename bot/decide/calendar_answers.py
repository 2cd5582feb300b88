"""What is answered about what was found: plan it, or not; it has moved, is another one, is off, stands."""

from __future__ import annotations

from bot.decide.calendar_asking import REPLACES, propose
from bot.decide.calendar_showing import as_list, list_presses, name
from bot.decide.meant import mark
from bot.decide.question import pose
from bot.hear.act import Act, By
from bot.learn import calendar
from bot.learn.calendar import interview_of, waiting
from bot.learn.calendar_welcome import MOST_SHOWN
from bot.learn.interviews import span, title
from bot.learn.ledger import Ledger, Stale
from bot.words.named import Press, Text, text
from storage.facts import Appointment, Decision, Interview


def plan(ledger: Ledger, act: Act) -> None:
    """It is an interview; its card takes the place of the proposal."""
    _show(ledger, act, calendar.plan(ledger, _proposed(ledger, act)))


def pick(ledger: Ledger, act: Act) -> None:
    """One of the list; the list goes on without it."""
    planned = calendar.plan(ledger, _proposed(ledger, act))
    if act.by is By.BUTTON:
        _rewrite_list(ledger)
        return ledger.tell(_card(planned))
    _keep(ledger, planned)
    return propose(ledger, waiting(ledger)[:MOST_SHOWN]) if act is ledger.acts[-1] else None


def _proposed(ledger: Ledger, act: Act) -> Appointment:
    """What may be planned. Raises Stale where it is, or is off."""
    row = ledger.found(Appointment, act.row)
    if row.cancelled or row.decision is Decision.REPLACING or interview_of(ledger, row) is not None:
        raise Stale
    return row


def _rewrite_list(ledger: Ledger) -> None:
    """The list without what has been answered."""
    rows = waiting(ledger)
    if rows:
        ledger.rewrite(as_list(ledger, rows), list_presses(ledger, rows))
    else:
        ledger.rewrite(text("calendar.all_answered"))


def _card(talk: Interview) -> Text:
    return text("@card", interview=talk.id)


def _show(ledger: Ledger, act: Act, talk: Interview) -> None:
    """The card in the place of the question; a line where it was answered in words."""
    if act.by is By.BUTTON:
        ledger.rewrite(_card(talk))
    else:
        _keep(ledger, talk)


def _keep(ledger: Ledger, talk: Interview) -> None:
    """One line: which talk, and when as far as it is known."""
    when = "over" if talk.end <= ledger.now else "coming"
    called = title(ledger.opportunity_of(talk))
    if talk.start_known:
        return ledger.keep(f"kept.interview.{when}.when", title=called, when=span(talk))
    return ledger.keep(f"kept.interview.{when}.day", title=called, day=talk.start.astimezone(ledger.zone).date())


def _say(ledger: Ledger, act: Act, said: Text) -> None:
    """In the place of the message whose button was pressed, or as an answer."""
    if act.by is By.BUTTON:
        ledger.rewrite(said)
    else:
        ledger.tell(said)


def not_one(ledger: Ledger, act: Act) -> None:
    """No interview."""
    row = ledger.found(Appointment, act.row)
    if row.decision is Decision.PLANNED:
        raise Stale
    calendar.refuse(ledger, row)
    _say(ledger, act, text("calendar.ignored", title=name(row)))


def none(ledger: Ledger, act: Act) -> None:
    """None of the others; what was found after the list was shown is not meant."""
    rows = [row for row in waiting(ledger) if not act.version or row.id <= act.version]
    if not rows:
        raise Stale
    for row in rows:
        calendar.refuse(ledger, row)
    _say(ledger, act, text("calendar.all_answered"))


# What may have moved


def moved(ledger: Ledger, act: Act) -> None:
    """The new one takes the place of the old one."""
    row, old, talk = _replacing(ledger, act)
    _show(ledger, act, calendar.take_place_of(ledger, row, old, talk))
    _next(ledger)


def other(ledger: Ledger, act: Act) -> None:
    """The new one stands beside the old one, at the same employer."""
    row, _, talk = _replacing(ledger, act)
    _show(ledger, act, calendar.plan(ledger, row, ledger.opportunity_of(talk)))
    _next(ledger)


def _replacing(ledger: Ledger, act: Act) -> tuple[Appointment, Appointment, Interview]:
    """The new one, the one it may replace, and its Interview. Raises Stale once the question is no longer open."""
    row = _as_shown(ledger, act)
    old = ledger.find(Appointment, row.replaces)
    talk = interview_of(ledger, old)
    if row.decision is not Decision.REPLACING or old is None or talk is None:
        raise Stale
    return row, old, talk


def _as_shown(ledger: Ledger, act: Act) -> Appointment:
    """The row of a button, unless the calendar has said something else since; older buttons carry no version."""
    row = ledger.found(Appointment, act.row)
    if act.version not in (0, row.version):
        raise Stale
    return row


def _next(ledger: Ledger) -> None:
    """What was found besides: the next one that may have moved, else what waits for an answer."""
    for row in ledger.known.appointments:
        old = ledger.find(Appointment, row.replaces)
        if row.decision is Decision.REPLACING and not row.asked and old and interview_of(ledger, old):
            ledger.change(old, asked=True)
            return pose(ledger, REPLACES, ledger.change(row, asked=True).id)
    return propose(ledger, waiting(ledger)[:MOST_SHOWN])


# What is gone


def off(ledger: Ledger, act: Act) -> None:
    """What is gone from the calendar does not take place."""
    row = _as_shown(ledger, act)
    talk = interview_of(ledger, row)
    if talk is None:
        raise Stale
    ledger.remove(Appointment, row.id)
    calendar.call_off(ledger, talk)
    mark(ledger, act)
    employer = ledger.opportunity_of(talk).employer
    ledger.answer("dropped", ((Press("undrop", talk.id),),), employer=employer, when=span(talk))
    _next(ledger)


def still(ledger: Ledger, act: Act) -> None:
    """It stands, whatever the calendar says."""
    row = _as_shown(ledger, act)
    talk = interview_of(ledger, row)
    if talk is None:
        raise Stale
    mark(ledger, act)
    if act.by is not By.BUTTON:
        ledger.answer("calendar.stands", employer=ledger.opportunity_of(talk).employer, when=span(talk))
    _next(ledger)


def left(ledger: Ledger, _act: Act) -> None:
    """It is passed over; the buttons go on working."""
    ledger.drop_question()
    ledger.answer("small.fine")
