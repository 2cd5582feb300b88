"""Buttons under nudges that tell no news, and the sentences that say the same."""

from __future__ import annotations

import pytest

from bot.decide.nudged import close, keep_open, not_now, refuse
from bot.hear.act import Act
from bot.learn.ledger import Stale
from storage.facts import EventType
from tests.decide import rows
from tests.decide.rows import NOW, done, keys, press, same_facts


@pytest.mark.parametrize(
    ("verb", "what", "key"),
    [
        ("later.thank_you", "thank_you", "later.thank_you"),
        ("wait.follow_up", "follow_up", "wait.follow_up"),
        ("later.rejection", "rejection_thanks", "later.rejection"),
    ],
)
def test_not_now(verb: str, what: str, key: str) -> None:
    made = done(rows.acme(), not_now, press(verb, "not_now", 1, version=1, what=what))
    assert (keys(made), made.reply.mark) == ([key], verb)
    with pytest.raises(Stale):
        done(rows.acme(), not_now, press(verb, "not_now", 1, what=what))
    assert keys(done(rows.acme(), not_now, Act("not_now", {"what": what}))) == [key]


def test_not_now_without_a_word_about_what_is_later() -> None:
    assert keys(done(rows.nudged(rows.acme()), not_now, Act("not_now"))) == ["ask.snooze_when"]
    assert keys(done(rows.stranger(), not_now, Act("not_now", {"what": "thank_you"}))) == ["snooze.nothing"]


def test_keep_it_open() -> None:
    made = done(rows.acme(), keep_open, press("keep", "keep_open", 1, version=1))
    assert keys(made) == ["kept"]
    assert same_facts(made)
    assert keys(done(rows.stranger(), keep_open, Act("keep_open"))) == ["close.nothing"]
    assert done(rows.two(), keep_open, Act("keep_open")).known.open_points


@pytest.mark.parametrize(
    ("verb", "slots", "said_no", "key"),
    [
        ("rest", {"why": "rest"}, True, "closed.rest"),
        ("close", {}, True, "closed"),
        ("close", {}, False, "closed.in_silence"),
    ],
)
def test_let_go(verb: str, slots: dict[str, str], said_no: bool, key: str) -> None:
    known = rows.happened(rows.acme(), EventType.REJECTED) if said_no else rows.acme()
    made = done(known, close, press(verb, "close", 1, version=1, **slots))
    assert made.known.opportunities[0].closed_at == NOW
    assert keys(made) == [key]
    with pytest.raises(Stale):
        done(made.known, close, press(verb, "close", 1, version=1, **slots))
    assert keys(done(made.known, close, Act("close", {"about": "Acme"}))) == ["close.already"]


def test_with_nothing_open_there_is_nothing_to_let_go_of() -> None:
    assert keys(done(rows.stranger(), close, Act("close"))) == ["close.nothing"]
    waiting = done(rows.two(), close, Act("close"))
    assert (keys(waiting), len(waiting.known.open_points)) == ([], 1)


def test_no_more_evening_questions() -> None:
    made = done(rows.acme(), refuse, press("word.stop", "refuse", 0, nudge="any_word"))
    assert made.person.unwanted == ("any_word",)
    assert (keys(made), made.reply.mark) == (["word.stopped"], "word.stop")
