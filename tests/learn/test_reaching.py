"""Whom a letter has reached and whom none can: no note to them is drafted, nor reminded of; who is one is one."""

from __future__ import annotations

from dataclasses import replace

from bot.coaching.drafts import next_to_thank
from bot.learn import table
from bot.learn.people import is_one, joined
from scheduler import nudges
from storage.facts import ContactKind, Interview, Known
from tests.learn import rows
from tests.learn.rows import act, keys


def panel(*names: str) -> Known:
    known = rows.met()
    return replace(known, interviews=tuple(replace(one, interviewers=names) for one in known.interviews))


def talk(known: Known) -> Interview:
    return known.interviews[0]


def test_whom_nobody_can_write_to_gets_no_draft_and_no_nudge() -> None:
    ledger = rows.learn(table.TABLE, panel("Siobhan Keane", "Declan"), act("no_address", who="declan"))
    assert keys(ledger) == ["kept.no_address"]
    thanked = rows.learn(table.TABLE, ledger.known, act("sent", what="thank_you", to="siobhan"))
    assert next_to_thank(thanked.known, talk(thanked.known)) is None
    names = {plan.name for _, plan in nudges.coming(thanked.known, rows.NOW).values()}
    assert not names & {"thank_you", "thank_you_again"}


def test_told_again_it_stands() -> None:
    once = rows.learn(table.TABLE, panel("Siobhan Keane", "Declan"), act("no_address", who="Declan"))
    again = rows.learn(table.TABLE, once.known, act("no_address", who="Declan"))
    assert again.known.interviews == once.known.interviews
    assert keys(again) == ["kept.no_address"]


def test_of_two_in_one_message_none_comes_next() -> None:
    acts = (act("sent", what="thank_you", to="Siobhan"), act("sent", what="thank_you", to="Declan"))
    ledger = rows.learn(table.TABLE, panel("Siobhan Keane", "Declan"), *acts)
    assert [one.to for one in ledger.known.contacts if one.kind is ContactKind.THANK_YOU] == ["Siobhan Keane", "Declan"]
    assert "kept.sent.thank_you.next" not in keys(ledger)


def test_a_copy_is_the_same_letter() -> None:
    acts = (act("sent", what="thank_you", to="Siobhan"), act("sent", to="Declan"))
    ledger = rows.learn(table.TABLE, panel("Siobhan Keane", "Declan"), *acts)
    assert [one.kind for one in ledger.known.contacts] == [ContactKind.THANK_YOU, ContactKind.THANK_YOU]


def test_one_person_under_two_spellings_is_one() -> None:
    assert joined(("Declan", "Siobhán"), ("Siobhan Keane",)) == ("Declan", "Siobhan Keane")
    assert is_one("Herrn Kruse", "Kruse")
    assert not is_one("Frau Kruse", "Herr Kruse")
    known = panel("Declan", "Siobhán", "Siobhan Keane")
    ledger = rows.learn(table.TABLE, known, act("met", names=("Siobhan",), roles=("HR",)))
    assert talk(ledger.known).interviewers == ("Declan", "Siobhan Keane")
    assert [(note.about, note.text) for note in ledger.known.notes] == [("Siobhan Keane", "HR")]
