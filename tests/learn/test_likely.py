"""Which employer is meant where none is named: by the agency, by somebody who is known there, by what is waited for."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.hear.act import Act
from bot.learn.ledger import Ledger
from bot.learn.likely import known_as, mentioned
from bot.learn.which import opportunity_for
from storage.facts import ContactKind, EventType, Known
from tests.learn import rows
from tests.learn.rows import NOW


def known() -> Known:
    """Acme through Sterling, where Fiona was written to; Globex besides."""
    both = rows.wrote(rows.two(), ContactKind.FOLLOW_UP, to="Fiona Walsh")
    first, *rest = both.opportunities
    return replace(both, opportunities=(replace(first, via_agency=True, agency="Sterling"), *rest))


@pytest.mark.parametrize("words", ["somebody from sterling rang", "Hi Fiona, is there any news?"])
def test_the_agency_and_whoever_was_written_to_name_the_employer(words: str) -> None:
    found = mentioned(Ledger(known(), NOW), Act("heard", {"what": "call"}, span=words))
    assert found is not None
    assert found.id == 1


def test_nobody_in_particular_is_nobody() -> None:
    assert mentioned(Ledger(known(), NOW), Act("heard", {"what": "call"}, span="somebody rang")) is None


def test_news_is_from_where_nothing_has_ended() -> None:
    ended = rows.happened(rows.two(), EventType.REJECTED, row=11)
    found = opportunity_for(Ledger(ended, NOW), Act("offer", {}, span="he called, an offer!"))
    assert found is not None
    assert found.id == 1
    assert opportunity_for(Ledger(rows.two(), NOW), Act("offer", {}, span="he called, an offer!")) is None


@pytest.mark.parametrize(("name", "known"), [("Acme Ltd", "acme"), ("IBM", None), ("!!!", None), ("", None)])
def test_a_name_is_known_by_its_first_word_unless_it_could_be_any(name: str, known: str | None) -> None:
    assert known_as(name) == known
