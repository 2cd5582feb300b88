"""What the tests of this room share: Ana and her interviews, a turn in which acts are learned, and what it says."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from bot import words
from bot.hear.act import Act, By
from bot.learn.ledger import Ledger, Part
from bot.learn.lines import key_of
from bot.words.named import Listed, Moment, Press, Text, Value
from storage.facts import (
    Contact,
    ContactKind,
    Event,
    EventType,
    Interview,
    Known,
    Nudged,
    Opportunity,
    Person,
    Promise,
)

Acts = Mapping[str, Callable[[Ledger, Act], None]]
NOW = datetime(2026, 12, 2, 12, tzinfo=UTC)
"""A Wednesday at noon in London."""
TODAY = NOW.date()
YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)
FRIDAY = date(2026, 12, 11)
OPENS = date(2026, 12, 15)
"""The first day for a question when they answer by FRIDAY."""
HOUR = timedelta(hours=1)


def stranger() -> Known:
    """Ana, of whom nothing else is known."""
    return Known(person=Person(id=7, name="Ana", zone="Europe/London", zone_confirmed=True, serial=100))


def met(**changes: Any) -> Known:
    """Ana was at Acme yesterday afternoon; nothing else is known of it."""
    start = datetime(2026, 12, 1, 15, tzinfo=UTC)
    interview = Interview(id=2, opportunity_id=1, start=start, end=start + HOUR)
    known = replace(stranger(), opportunities=(Opportunity(id=1, employer="Acme"),), interviews=(interview,))
    return changed(known, **changes)


def changed(known: Known, **changes: Any) -> Known:
    """The same with other values in the talk at Acme."""
    return replace(known, interviews=tuple(replace(i, **changes) if i.id == 2 else i for i in known.interviews))


def waiting() -> Known:
    """They answer by FRIDAY."""
    return met(window_latest=FRIDAY)


def overdue() -> Known:
    """It was three weeks ago, and their day has passed."""
    start = NOW - timedelta(days=21)
    return met(start=start, end=start + HOUR, window_latest=date(2026, 11, 20))


def ahead() -> Known:
    """Ana goes to Acme tomorrow."""
    start = NOW + timedelta(days=1)
    return met(start=start, end=start + HOUR)


def two() -> Known:
    """Globex besides."""
    start = NOW - timedelta(days=2)
    talk = Interview(id=12, opportunity_id=11, start=start, end=start + HOUR, interviewers=("Dana Reed",))
    known = waiting()
    globex = Opportunity(id=11, employer="Globex")
    return replace(known, opportunities=(*known.opportunities, globex), interviews=(*known.interviews, talk))


def happened(known: Known, kind: EventType, *, hours: float = 1, row: int = 1, **more: Any) -> Known:
    """Something happened so many hours ago."""
    event = Event(id=30 + len(known.events), opportunity_id=row, type=kind, at=NOW - hours * HOUR, **more)
    return replace(known, events=(*known.events, event))


def wrote(known: Known, kind: ContactKind, *, hours: float = 1, **more: Any) -> Known:
    """Something was sent to Acme so many hours ago."""
    made = Contact(id=50 + len(known.contacts), opportunity_id=1, at=NOW - hours * HOUR, kind=kind, **more)
    return replace(known, contacts=(*known.contacts, made))


def promise(known: Known, what: str, due: date = FRIDAY, **more: Any) -> Known:
    """Something is promised."""
    made = Promise(id=70 + len(known.promises), opportunity_id=1, what=what, due=due, made_at=NOW - 20 * HOUR, **more)
    return replace(known, promises=(*known.promises, made))


def nudged(known: Known, name: str, *, hours: float = 1) -> Known:
    """A nudge about Acme was said so many hours ago."""
    said = Nudged(id=90 + len(known.nudged), once=f"{name}:1", name=name, opportunity_id=1, at=NOW - hours * HOUR)
    return replace(known, nudged=(*known.nudged, said))


def let_go(known: Known) -> Known:
    """Acme is closed."""
    return replace(
        known, opportunities=(replace(known.opportunities[0], closed_at=NOW - HOUR), *known.opportunities[1:])
    )


def person(known: Known, **changes: Any) -> Known:
    """The same with other values in the Person."""
    return replace(known, person=replace(known.person, **changes))


# A turn


def learn(table: Acts, known: Known, *acts: Act, now: datetime = NOW) -> Ledger:
    """The turn in which all these acts were heard and, as far as this table knows them, learned."""
    ledger = Ledger(known, now)
    ledger.acts = acts
    for act in acts:
        if act.name in table:
            table[act.name](ledger, act)
    for part in (*ledger.reply.kept, *ledger.reply.answers):
        for language in words.languages():
            assert said(part.text, language)
            assert all(said(press.label, language) for line in part.presses for press in line if press.label)
    return ledger


def act(name: str, **slots: Any) -> Act:
    """An act that was typed."""
    return Act(name, slots)


def pressed(verb: str, name: str, row: int, version: int = 0, **slots: Any) -> Act:
    """An act from a button."""
    return Act(name, slots, by=By.BUTTON, row=row, version=version, verb=verb)


def bare(name: str, row: int, **slots: Any) -> Act:
    """An act that answers the open question."""
    return Act(name, slots, by=By.BARE, row=row)


# What was said


def keys(ledger: Ledger) -> list[str]:
    """The sentences in which facts were told, without what stands around them."""
    return [key_of(part.text) for part in ledger.reply.kept]


def answers(ledger: Ledger) -> list[str]:
    """The sentences that answer."""
    return [key_of(part.text) for part in ledger.reply.answers]


def around(ledger: Ledger) -> list[str]:
    """All names of sentences in the first line kept, from the outside in."""
    found, value = [], ledger.reply.kept[0].text
    while isinstance(value, Text):
        found.append(value.key)
        value = value.params.get("said", "")
    return found


def opens(ledger: Ledger) -> Value | None:
    """The day that the last line kept names for a question."""
    value: Value | None = ledger.reply.kept[-1].text
    while isinstance(value, Text):
        if "opens" in value.params:
            return value.params["opens"]
        value = value.params.get("said")
    return None


def drafts(ledger: Ledger) -> list[str]:
    """The drafts that may be shown at once."""
    return [press.verb.removeprefix("show.draft=") for part in ledger.reply.kept for press in _all(part)]


def _all(part: Part) -> list[Press]:
    return [press for line in part.presses for press in line]


def lines(ledger: Ledger, language: str = "en") -> list[str]:
    """What was kept, in words."""
    return [re.sub(r"<[^>]+>", "", said(part.text, language)) for part in ledger.reply.kept]


def said(value: Any, language: str) -> str:
    """A value in words; every sentence has some, and whatever stands in it is given."""
    match value:
        case Text(key=key) if key.startswith("@"):
            return key
        case Text(key=key, params=params):
            filled = {name: one if isinstance(one, int) else said(one, language) for name, one in params.items()}
            return str(
                words.say(key, language, **{n: words.Html(v) if isinstance(v, str) else v for n, v in filled.items()})
            )
        case Listed(names=names):
            return ", ".join(names)
        case Moment(at=at):
            return at.isoformat()
        case date():
            return words.day(value, language)
    return str(value)
