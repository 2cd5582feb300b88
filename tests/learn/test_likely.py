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


def with_one_ahead() -> Known:
    """Acme, where a talk is over; Globex, spoken of last, where the only one is ahead."""
    both = rows.two()
    ahead = replace(both.interviews[-1], start=NOW + 2 * rows.HOUR * 24, end=NOW + 2 * rows.HOUR * 24 + rows.HOUR)
    person = replace(both.person, topic=11)
    return replace(both, person=person, interviews=(*both.interviews[:-1], replace(ahead, interviewers=())))


@pytest.mark.parametrize(
    "act",
    [
        Act("felt", {"mood": "fine"}, span="fine i think"),
        Act("met", {"names": ("Denise",)}, span="Denise was lovely"),
        Act("sent", {"what": "thank_you"}, span="sent the thank you"),
        Act("ask_may_write", {"kind": "thank_you"}, span="do i thank them"),
        Act("ask_draft", {"kind": "thank_you"}, span="write the thank-you"),
        Act("note", {"kind": "reaction", "text": "nodded"}, span="they nodded"),
    ],
)
def test_what_only_a_talk_that_is_over_can_have_is_not_of_one_ahead(act: Act) -> None:
    ledger = Ledger(with_one_ahead(), NOW)
    for spoken_of in (None, 11):
        ledger.meant = spoken_of
        found = opportunity_for(ledger, act)
        assert found is not None
        assert found.id == 1
    named = opportunity_for(ledger, Act(act.name, {**act.slots, "about": "Globex"}, span=act.span))
    assert named is not None
    assert named.id == 11, "who names it means it"


def test_what_a_talk_ahead_may_have_stays_with_the_one_spoken_of() -> None:
    found = opportunity_for(Ledger(with_one_ahead(), NOW), Act("note", {"kind": "detail", "text": "x"}, span="x"))
    assert found is not None
    assert found.id == 11
