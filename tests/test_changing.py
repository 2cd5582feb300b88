"""A fact with a few changes is the one that `dataclasses.replace` makes, and the old one stays as it was."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime

import pytest

from storage.changing import changed
from storage.facts import Known, Person

NOW = datetime(2026, 6, 10, tzinfo=UTC)
ANA = Person(id=7, name="Ana", zone="Europe/Lisbon", serial=3)


def test_what_is_changed_is_changed_and_the_rest_stays() -> None:
    before = replace(ANA)
    assert changed(ANA, heard_at=NOW, name="Bo") == replace(ANA, heard_at=NOW, name="Bo")
    assert before == ANA


def test_it_is_as_good_as_any_other() -> None:
    known = changed(Known(person=ANA), person=changed(ANA, zone=None))
    assert repr(known) == repr(Known(person=replace(ANA, zone=None)))
    assert hash(known.person) == hash(replace(ANA, zone=None))


def test_what_it_does_not_have_cannot_be_changed() -> None:
    with pytest.raises(KeyError):
        changed(ANA, shoe_size=38)


def test_a_dataclass_with_more_to_do_than_to_hold_its_fields_is_none_of_ours() -> None:
    @dataclass(frozen=True, slots=True)
    class Busy:
        one: int = 1
        two: int = 2

        def __post_init__(self) -> None:
            pass

    with pytest.raises(AssertionError, match="Busy"):
        changed(Busy(), one=3)
