"""Whether they were in touch, kept their promises, and keep the dates they name."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from bot.say.record import record
from storage.facts import Event, EventType, Known, Promise, Side
from tests.in_place import NOW, Chat, acme, facts, met_gamma


def test_word_from_them_leads_to_what_they_said() -> None:
    chat = Chat(acme()).press("word.yes", 1)
    assert "What did they say?" in chat.said
    assert chat.tap("A no").event.type is EventType.REJECTED
    assert "Which one" in Chat(met_gamma(acme())).press("word.yes").said


def test_no_word_is_answered_with_the_day_that_is_known() -> None:
    chat = Chat(acme()).press("word.no", 1)
    assert "You may ask from Thu 10 Dec" in chat.said
    assert facts(chat.known) == facts(acme())
    assert "nothing is decided" in Chat(met_gamma(acme())).press("word.none").said


def promised() -> Known:
    theirs = Promise(id=5, opportunity_id=1, what="contract", due=date(2026, 12, 1), side=Side.THEIRS, made_at=NOW)
    return replace(acme(), promises=(theirs,))


def test_a_promise_of_theirs_was_kept_or_broken_and_may_be_kept_late() -> None:
    kept = Chat(promised()).press("theirs.kept", 5)
    assert kept.known.promises[0].done_at == NOW
    assert kept.press("theirs.broken", 5).toast
    broken = Chat(promised()).press("theirs.broken", 5)
    assert broken.known.promises[0].broken
    assert broken.press("theirs.kept", 5).known.promises[0].done_at == NOW


def test_how_they_keep_their_dates_is_counted() -> None:
    later = datetime(2026, 12, 20, 9, tzinfo=UTC)
    known = promised()
    assert record(known, known.opportunities[0], NOW) == (0, 0)
    kept = Chat(known).press("theirs.kept", 5).known
    assert record(kept, kept.opportunities[0], later) == (1, 1)
    named = Chat(kept).say("they said by Friday").known
    assert record(named, named.opportunities[0], NOW) == (1, 1)
    assert record(named, named.opportunities[0], later) == (1, 2)
    wrote = Event(id=90, opportunity_id=1, type=EventType.INVITATION, at=datetime(2026, 12, 4, 9, tzinfo=UTC))
    answered = replace(named, events=(*named.events, wrote))
    assert record(answered, answered.opportunities[0], later) == (2, 2)


def test_status_tells_it_in_one_line_when_there_is_something_to_tell() -> None:
    assert "They named" not in Chat(acme()).say("/status").said
    assert "They named one date and let it pass." in Chat(promised()).press("theirs.broken", 5).say("/status").said
