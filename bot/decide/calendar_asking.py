"""What is asked about a calendar: whether it is an interview, which ones are, whether one moved, or is off."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from bot.decide.calendar_showing import as_list, details, list_presses, name, when
from bot.decide.question import Question, pose
from bot.hear.act import Act, By
from bot.hear.scene import Expected
from bot.learn.calendar import interview_of, waiting
from bot.learn.interviews import span, title
from bot.learn.ledger import Ledger, Stale
from bot.words.named import Press, Presses, text
from storage.facts import Appointment, Decision, Interview

ADDRESS_ASKED = "calendar_address"
LEFT = "left"
"""Of a question that is passed over: what is done about it, which is nothing."""


def propose(ledger: Ledger, rows: Sequence[Appointment], more: int = 0) -> None:
    """Propose to plan them: one with its own words, several as a list with a button each."""
    if not rows or ledger.reply.question is not None:
        return None
    if len(rows) == 1 and not more:
        return pose(ledger, FOUND, rows[0].id)
    ledger.ask(LIST.name, 0)
    said = as_list(ledger, rows, more)
    return ledger.pose(said.key, list_presses(ledger, rows), **said.params)


def _say_found(ledger: Ledger, number: int) -> None:
    row = ledger.found(Appointment, number)
    key = "calendar.doubtful" if row.decision is Decision.DOUBTFUL else "calendar.found"
    presses = _both(row, "cal.plan", "cal.not")
    if row.end <= ledger.now:
        key += ".past"
        presses = ((replace(presses[0][0], label=text("button.cal.keep")), presses[0][1]),)
    ledger.pose(key, presses, title=name(row), when=details(ledger, row))


def _say_list(ledger: Ledger, _number: int) -> None:
    rows = waiting(ledger)
    if not rows:
        raise Stale
    said = as_list(ledger, rows)
    ledger.pose(said.key, list_presses(ledger, rows), **said.params)


def _say_replaces(ledger: Ledger, number: int) -> None:
    row = ledger.found(Appointment, number)
    talk = _planned(ledger, ledger.find(Appointment, row.replaces))
    old = {"title": title(ledger.opportunity_of(talk)), "old": span(talk)}
    presses = _both(row, "cal.moved", "cal.other")
    ledger.pose("calendar.replaces", presses, new=name(row), when=when(ledger, row), **old)


def _planned(ledger: Ledger, row: Appointment | None) -> Interview:
    """The Interview that a question is about. Raises Stale when it has gone while the question was open."""
    talk = interview_of(ledger, row)
    if talk is None:
        raise Stale
    return talk


def _say_gone(ledger: Ledger, number: int) -> None:
    row = ledger.found(Appointment, number)
    talk = _planned(ledger, row)
    presses = _both(row, "cal.off", "cal.still")
    ledger.pose("calendar.gone", presses, title=title(ledger.opportunity_of(talk)), when=span(talk))


def _both(row: Appointment, yes: str, no: str) -> Presses:
    return ((Press(yes, row.id, row.version), Press(no, row.id, row.version)),)


def _means(yes: str, no: str, ledger: Ledger, act: Act) -> Act | None:
    """What a bare yes or no is here."""
    does = {"yes": yes, "no": no, "skip": LEFT, "enough": LEFT}.get(act.name)
    row = ledger.before.person.asking_about or 0
    return Act("calendar", {"do": does}, span=act.span, by=By.BARE, row=row) if does else None


ADDRESS = Question(name=ADDRESS_ASKED, answered_by=frozenset({"calendar"}))
FOUND = Question(
    name="calendar_found",
    expects=Expected.YES_NO,
    means=partial(_means, "plan", "not"),
    answered_by=frozenset({"calendar"}),
    presses=(("cal.plan", "cal.not"),),
    say=_say_found,
)
LIST = Question(
    name="calendar_list",
    expects=Expected.YES_NO,
    means=partial(_means, "", "none"),
    answered_by=frozenset({"calendar"}),
    say=_say_list,
)
REPLACES = Question(
    name="calendar_replaces",
    expects=Expected.YES_NO,
    means=partial(_means, "moved", "other"),
    answered_by=frozenset({"calendar"}),
    presses=(("cal.moved", "cal.other"),),
    say=_say_replaces,
)
GONE = Question(
    name="calendar_gone",
    expects=Expected.YES_NO,
    means=partial(_means, "off", "still"),
    answered_by=frozenset({"calendar"}),
    presses=(("cal.off", "cal.still"),),
    say=_say_gone,
)
QUESTIONS = (ADDRESS, FOUND, LIST, REPLACES, GONE)
