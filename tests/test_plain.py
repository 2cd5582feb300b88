"""Facts as plain values: what is written is read as the same, and what is taken along says everything but registers."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storage import known
from storage.facts import (
    Appointment,
    Event,
    EventType,
    Feed,
    Interview,
    Known,
    Nudged,
    OpenKind,
    OpenPoint,
    Opportunity,
    Person,
    Sketch,
    Stage,
    Week,
    Window,
)
from storage.plain import REGISTERS, fact_of, known_as_plain, plain, values_of
from tests.any_facts import any_fact, anybody
from tests.conftest import NOON

KINDS = [Person, Sketch, Window, *(fact for _, fact, _ in known.COLLECTIONS)]
ACME = Opportunity(id=1, employer="Acme")
TALK = Interview(id=2, opportunity_id=1, start=NOON, end=NOON + timedelta(hours=1), interviewers=("Marta",))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_what_is_written_is_read_as_the_same(kind: type[Any], data: st.DataObject) -> None:
    fact = data.draw(any_fact(kind))

    assert fact_of(kind, json.loads(json.dumps(plain(fact)))) == fact


def test_a_fact_is_written_in_plain_words() -> None:
    there = datetime.fromisoformat("2026-12-01T10:30:00+01:00")
    event = Event(id=3, opportunity_id=1, type=EventType.OFFER, at=there, deadline=date(2026, 12, 9))

    written = plain(event)

    assert (written["type"], written["at"], written["deadline"]) == ("offer", "2026-12-01T09:30:00+00:00", "2026-12-09")
    assert type(written["type"]) is str
    assert plain(TALK)["interviewers"] == ["Marta"]
    assert plain(Person(id=1))["quiet_from"] == "21:00:00"


def test_what_an_older_release_did_not_write_has_its_default_and_what_a_newer_one_wrote_is_left_out() -> None:
    written = {"id": 1, "employer": "Acme", "wages": "good"}

    assert fact_of(Opportunity, written) == ACME
    assert values_of(Opportunity, written) == {"id": 1, "employer": "Acme"}


@pytest.mark.parametrize(
    ("kind", "wrong"),
    [
        (Interview, {"stage": "seventh"}),
        (Interview, {"stage": ["first"]}),
        (Interview, {"start": "2026-12-01T09:00:00"}),
        (Interview, {"start": "soon"}),
        (Interview, {"start": 7}),
        (Interview, {"start": None}),
        (Interview, {"cancelled": 1}),
        (Interview, {"interviewers": "Marta"}),
        (Interview, {"interviewers": ["Marta", 7]}),
        (Interview, {"version": True}),
        (Interview, {"window_latest": "2026-13-01"}),
        (Interview, {"window_words": None}),
        (Sketch, {"clock": "noon"}),
        (Sketch, {"employer": 7}),
    ],
)
def test_a_value_that_cannot_be_is_refused_and_not_repeated(kind: type[Any], wrong: dict[str, Any]) -> None:
    whole = plain(TALK if kind is Interview else Sketch())
    ((name, value),) = wrong.items()

    with pytest.raises(ValueError, match=f"{kind.__name__}.{name} ") as refused:
        fact_of(kind, whole | wrong)

    assert str(value) not in str(refused.value) or value in (None, 1, True)


def test_what_has_no_default_is_needed() -> None:
    with pytest.raises(ValueError, match="Opportunity without employer, id"):
        fact_of(Opportunity, {"role": "cook"})


def test_a_naive_moment_is_not_written() -> None:
    with pytest.raises(ValueError, match="zone"):
        plain(Week(id=1, monday=datetime(2026, 12, 1), applications=1))


# What a Person takes along

FULL = Known(
    person=Person(id=1001, name="Ana", zone="Europe/London", asking="mood", asking_about=2, journal="[]", serial=9),
    sketch=Sketch(employer="Beta", stage=Stage.FINAL),
    opportunities=(ACME,),
    interviews=(TALK,),
    open_points=(OpenPoint(id=5, kind=OpenKind.NOTE, at=NOON, text="hm", acts="[1]", opportunity_id=1),),
    appointments=(Appointment(id=6, uid="a@b", start=NOON, end=NOON, stamp=NOON, title="Talk"),),
    feeds=(Feed(id=7, host="feed.example", sealed="secret", since=NOON, look_at=NOON),),
    nudged=(
        Nudged(id=8, once="check_in:2", name="check_in", opportunity_id=1, at=NOON),
        Nudged(id=9, once="applications:3", name="applications", opportunity_id=None, at=NOON),
    ),
)


def test_the_copy_holds_what_is_known_in_readable_form() -> None:
    at = NOON.astimezone(UTC).isoformat()
    told = known_as_plain(FULL)

    assert told["person"] == {
        "id": 1001, "name": "Ana", "language": "en", "zone": "Europe/London", "zone_confirmed": False,
        "quiet_from": "21:00:00", "quiet_until": "08:00:00", "paused": False, "reproaches": 0, "no_model": False,
        "most_a_day": 3,
        "helps": False, "pictures": "light", "blocked": False,
    }  # fmt: skip
    assert told["sketch"] == {"id": 1, "employer": "Beta", "stage": "final", "past_confirmed": False}
    assert told["interviews"][0]["employer"] == "Acme"
    assert told["open_points"] == [
        {"id": 5, "kind": "note", "at": at, "text": "hm", "opportunity_id": 1, "employer": "Acme"}
    ]
    assert told["feeds"] == [{"id": 7, "host": "feed.example", "since": at}]
    assert told["nudged"] == [
        {"id": 8, "name": "check_in", "opportunity_id": 1, "employer": "Acme", "at": at},
        {"id": 9, "name": "applications", "at": at},
    ]
    assert told["notes"] == []


def test_without_a_sketch_the_copy_says_nothing_of_one() -> None:
    assert "sketch" not in known_as_plain(Known(person=Person(id=1)))


@settings(max_examples=25, deadline=None)
@given(who=anybody())
def test_the_copy_of_anybody_is_json_without_registers(who: Known) -> None:
    told = json.loads(json.dumps(known_as_plain(who)))

    rows = [row for rows in told.values() for row in (rows if isinstance(rows, list) else [rows])]
    assert all(REGISTERS.isdisjoint(row) for row in rows)
    assert len(told["opportunities"]) == len(who.opportunities)
