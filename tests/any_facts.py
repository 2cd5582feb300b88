"""Facts of any kind with any values that they may have, for properties that hold whatever is known."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta, timezone
from enum import StrEnum
from typing import Any, get_args, get_type_hints

from hypothesis import strategies as st

from storage import facts, known
from storage.facts import Appointment, Interview, Known, Nudged, Opportunity, Person, Week

KATHMANDU = timezone(timedelta(hours=5, minutes=45))
texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20)
moments = st.datetimes(datetime(2020, 1, 1), datetime(2040, 1, 1), timezones=st.sampled_from([UTC, KATHMANDU]))
days = st.dates(date(2020, 1, 1), date(2040, 1, 1))


def may_be_none(annotation: object) -> bool:
    return type(None) in get_args(annotation)


def anything(kind: Any, name: str) -> st.SearchStrategy[Any]:
    """Any value that a field of this kind may have."""
    if may_be_none(kind):
        return st.none() | anything(next(part for part in get_args(kind) if part is not type(None)), name)
    if get_args(kind):
        return st.lists(st.integers(0, 6) if get_args(kind)[0] is int else texts, max_size=4).map(tuple)
    if issubclass(kind, StrEnum):
        return st.sampled_from(kind)
    plain = {
        str: texts,
        bool: st.booleans(),
        int: st.integers(0, 2**31 - 1),
        datetime: moments,
        date: days,
        time: st.times(),
    }
    return plain[kind]


def any_fact(kind: type[Any], **fixed: Any) -> st.SearchStrategy[Any]:
    hints = get_type_hints(kind)
    return st.builds(kind, **{name: anything(hint, name) for name, hint in hints.items() if name not in fixed} | fixed)


def numbered(rows: list[Any]) -> tuple[Any, ...]:
    """Rows under numbers of their own, and what must differ made different."""
    return tuple(replace(row, id=n, **_different(row, n)) for n, row in enumerate(rows, 1))


def _different(row: Any, n: int) -> dict[str, Any]:
    match row:
        case Nudged(once=once):
            return {"once": f"{once}{n}"}
        case Week(monday=monday):
            return {"monday": monday.replace(year=2040 + n, day=1)}
        case Appointment(uid=uid, start=start, end=end):
            return {"uid": f"{uid}{n}", "start": min(start, end), "end": max(start, end)}
    return {}


def tidy(interview: Interview) -> Interview:
    """The same with its ends in order and its numbers on their scales."""
    early, late = interview.window_earliest, interview.window_latest
    if early and late and late < early:
        interview = replace(interview, window_earliest=late, window_latest=early)
    if interview.interest_shown is not None:
        interview = replace(interview, interest_shown=interview.interest_shown % 6)
    start, end = sorted((interview.start, interview.end))
    return replace(interview, start=start, end=end if end > start else start + timedelta(seconds=1))


OF_ONE = {"id": st.just(0), "opportunity_id": st.just(1), "text": texts.map("x".__add__)}


def of_one(fact: type[Any]) -> dict[str, Any]:
    """What a fact of the first Opportunity always has, as far as it has it."""
    return {name: values for name, values in OF_ONE.items() if name in get_type_hints(fact)}


@st.composite
def anybody(draw: st.DrawFn) -> Known:
    """A Person about whom anything may be known."""
    others = {
        name: numbered(draw(st.lists(any_fact(fact, **of_one(fact)), max_size=3)))
        for name, fact, _ in known.COLLECTIONS
        if name != "opportunities"
    }
    opportunities = draw(
        st.lists(any_fact(Opportunity, id=st.just(0), employer=texts.map("x".__add__)), min_size=1, max_size=3)
    )
    others["interviews"] = tuple(map(tidy, others["interviews"]))
    others["feeds"] = others["feeds"][:1]
    person = draw(any_fact(Person, id=st.just(1001)))
    sketch = draw(st.none() | any_fact(facts.Sketch, id=st.just(1)))
    return Known(person=person, sketch=sketch, opportunities=numbered(opportunities), **others)
