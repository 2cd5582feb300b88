"""The journal of a message: what it made is taken back whole, and nothing else is."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storage import journal
from storage.facts import (
    Contact,
    ContactKind,
    Interview,
    Known,
    Mood,
    Nudged,
    Opportunity,
    Person,
)
from storage.journal import KINDS, OF_PERSON, Change, changes, take_back
from tests.any_facts import anybody
from tests.conftest import NOON

ACME = Opportunity(id=1, employer="Acme", version=4)
TALK = Interview(id=2, opportunity_id=1, start=NOON, end=NOON + timedelta(hours=1))
ANA = Known(person=Person(id=1001, name="Ana", serial=2), opportunities=(ACME,), interviews=(TALK,))
THANKS = Contact(id=3, opportunity_id=1, at=NOON, kind=ContactKind.THANK_YOU)


def unversioned(known: Known) -> Known:
    """The same, as if no row had ever changed."""
    plain: dict[str, Any] = {
        name: tuple(replace(row, version=1) if hasattr(row, "version") else row for row in getattr(known, name))
        for name in KINDS
    }
    return replace(known, person=replace(known.person, version=1, serial=0, journal=None), **plain)


@st.composite
def messages(draw: st.DrawFn) -> tuple[Known, Known]:
    """What was known before a message and after it; what a message is not taken back from has stayed the same."""
    before, other = draw(anybody()), draw(anybody())
    person = {name: getattr(other.person, name) for name in (*OF_PERSON, "serial", "journal", "version")}
    rows = {name: getattr(other, name) for name in KINDS}
    return before, replace(before, person=replace(before.person, **person), **rows)


@settings(max_examples=60, deadline=None)
@given(message=messages())
def test_what_a_message_made_is_taken_back(message: tuple[Known, Known]) -> None:
    before, after = message
    kept = journal.from_json(journal.to_json(changes(before, after)))

    back = take_back(after, kept)

    assert unversioned(back) == unversioned(before)


@settings(max_examples=30, deadline=None)
@given(message=messages())
def test_no_version_that_was_ever_shown_comes_back(message: tuple[Known, Known]) -> None:
    before, after = message
    was = {(name, row.id): row for name in KINDS for row in getattr(before, name) if hasattr(row, "version")}
    now = {(name, row.id): row for name in KINDS for row in getattr(after, name) if hasattr(row, "version")}

    back = take_back(after, changes(before, after))

    for key, old in was.items():
        row = next(row for row in getattr(back, key[0]) if row.id == key[1])
        same = key in now and now[key] == old
        assert row.version == old.version if same else row.version > old.version
        assert key not in now or same or row.version == max(now[key].version, old.version) + 1


def test_nothing_happened_and_nothing_is_taken_back() -> None:
    assert changes(ANA, ANA) == []
    assert take_back(ANA, []) == ANA
    assert journal.from_json(None) == []


def test_only_what_differs_is_in_the_journal() -> None:
    after = replace(
        ANA,
        person=replace(ANA.person, name="Anna", zone="Europe/London", serial=3, asking="mood"),
        interviews=(replace(TALK, mood=Mood.GREAT, version=2),),
        contacts=(THANKS,),
    )

    found = changes(ANA, after)

    assert [(change.collection, change.id) for change in found] == [
        ("interviews", 2),
        ("contacts", 3),
        ("person", 1001),
    ]
    assert (found[1].before, found[2].before) == (None, {"zone": None})
    back = take_back(after, found)
    assert (back.interviews, back.contacts) == ((replace(TALK, version=3),), ())
    assert back.person == replace(after.person, zone=None)


def test_what_has_come_since_stays() -> None:
    after = replace(ANA, contacts=(THANKS,))
    later = replace(after, contacts=(THANKS, replace(THANKS, id=4)), interviews=(replace(TALK, mood=Mood.FINE),))

    back = take_back(later, changes(ANA, after))

    assert back == replace(later, contacts=(replace(THANKS, id=4),))


def test_with_an_opportunity_goes_what_was_said_about_it() -> None:
    before = Known(person=ANA.person)
    said = Nudged(id=5, once="check_in:2", name="check_in", opportunity_id=1, at=NOON)
    about_all = replace(said, id=6, once="applications:2", opportunity_id=None)

    back = take_back(replace(ANA, nudged=(said, about_all)), changes(before, ANA))

    assert back == replace(before, nudged=(about_all,))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{}",
        "null",
        "[7]",
        '[{"collection": "feeds", "id": 1, "before": null}]',
        '[{"collection": "notes", "id": "1", "before": null}]',
        '[{"collection": "notes", "id": 1, "before": []}]',
        '[{"collection": "notes", "id": 1}]',
    ],
)
def test_what_is_no_journal_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  json's own, too
        journal.from_json(text)


def test_a_row_that_cannot_be_is_refused() -> None:
    with pytest.raises(ValueError, match="Interview without"):
        take_back(ANA, [Change("interviews", 2, {"id": 2})])


def test_every_collection_is_taken_back_or_is_named_here() -> None:
    collections = {field.name for field in fields(Known)} - {"person", "sketch"}

    assert collections - KINDS.keys() == {"nudged", "appointments", "feeds"}
