"""What is so about an employer: its kind, where it is, who has left."""

from __future__ import annotations

import pytest

from bot.hear.act import Act
from bot.learn.circumstances import ACTS
from bot.learn.ledger import Ledger
from storage.facts import Known, Sector
from tests.learn import rows
from tests.learn.rows import act, around, keys


def learn(known: Known, *acts: Act) -> Ledger:
    return rows.learn(ACTS, known, *acts)


@pytest.mark.parametrize("sector", [Sector.PUBLIC, Sector.ACADEMIC])
def test_a_slow_kind_of_employer_gets_more_time(sector: Sector) -> None:
    ledger = learn(rows.met(), act("sector", sector=sector.value))
    assert ledger.known.opportunities[0].sector is sector
    assert around(ledger) == ["kept.opens", f"event_said.sector.{sector}"]
    assert around(learn(ledger.known, act("sector", sector=sector.value)))[0] == "kept.stands"


def test_where_they_are_gives_their_clock_and_their_holidays() -> None:
    ledger = learn(rows.met(), act("their_place", city="Berlin"))
    (opportunity,) = ledger.known.opportunities
    assert (opportunity.zone, opportunity.country) == ("Europe/Berlin", "DE")
    assert "event_said.place" in around(ledger)
    assert around(learn(ledger.known, act("their_place", zone="Europe/Berlin")))[0] == "kept.stands"


def test_what_is_no_place_changes_nothing() -> None:
    ledger = learn(rows.met(), act("their_place", city="Nowhere at all"))
    assert ledger.known.opportunities == rows.met().opportunities


def test_somebody_who_left_decides_nothing() -> None:
    ledger = learn(rows.waiting(), act("contact_left"))
    assert ledger.known.opportunities == rows.waiting().opportunities
    assert keys(ledger) == ["contact_left"]
