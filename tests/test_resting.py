"""Later, not this one, not for a while: what was asked for, when it comes again, and the way back."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.dialogue import resting
from bot.dialogue.talk import Talk
from scheduler import nudges
from storage.facts import Known, Nudged
from tests.in_place import NOW, Chat, acme, facts, met_gamma, nudged, put_in_place, text, with_gamma


@pytest.fixture(autouse=True)
def everything_in_place(monkeypatch: pytest.MonkeyPatch) -> None:
    put_in_place(monkeypatch)


def again_at(known: Known) -> datetime | None:
    return known.nudged[-1].again_at


@pytest.mark.parametrize(
    ("label", "at"),
    [
        ("Tonight", datetime(2026, 12, 2, 20, tzinfo=UTC)),
        ("Tomorrow", datetime(2026, 12, 3, 9, tzinfo=UTC)),
        ("In two days", datetime(2026, 12, 4, 9, tzinfo=UTC)),
    ],
)
def test_later_offers_three_moments_and_repeats_the_one_that_was_chosen(label: str, at: datetime) -> None:
    chat = Chat(nudged(acme())).press("snooze", 18)
    assert "When shall I say it again?" in chat.said
    chat.tap(label)
    assert again_at(chat.known) == at
    assert "again" in chat.said
    assert chat.known.person.asking is None


def test_ones_own_words_are_read_too() -> None:
    chat = Chat(nudged(acme())).press("snooze", 18).say("when pigs fly")
    assert "couldn't read" in chat.said
    chat.say("thursday at 6pm")
    assert again_at(chat.known) == datetime(2026, 12, 3, 18, tzinfo=UTC)


def test_a_moment_in_the_night_becomes_the_morning() -> None:
    chat = Chat(nudged(acme())).press("snooze", 18).say("tonight at 23:00")
    assert again_at(chat.known) == datetime(2026, 12, 3, 8, tzinfo=UTC)


def test_tonight_is_not_offered_when_it_is_over() -> None:
    late = datetime(2026, 12, 2, 20, 30, tzinfo=UTC)
    assert list(Chat(nudged(acme()), late).press("snooze", 18).buttons) == ["Tomorrow", "In two days"]


@pytest.mark.parametrize(
    ("words", "at"),
    [
        ("remind me tonight", datetime(2026, 12, 2, 20, tzinfo=UTC)),
        ("ping me on Friday", datetime(2026, 12, 4, 9, tzinfo=UTC)),
        ("can you ask me again tomorrow?", datetime(2026, 12, 3, 9, tzinfo=UTC)),
        ("in two hours please", datetime(2026, 12, 2, 14, tzinfo=UTC)),
        ("come back to this tomorrow evening", datetime(2026, 12, 3, 18, tzinfo=UTC)),
    ],
)
def test_a_time_typed_at_any_moment_is_about_the_last_nudge(words: str, at: datetime) -> None:
    assert again_at(Chat(nudged(acme())).say(words).known) == at


@pytest.mark.parametrize("words", ["later", "not now", "not today", "ok, later", "maybe later", "ask me later"])
def test_later_without_a_time_asks_for_one(words: str) -> None:
    chat = Chat(nudged(acme())).say(words)
    assert chat.known.person.asking == "snooze_when"
    assert "Tomorrow" in chat.buttons


def test_later_skips_a_question_of_the_check_in() -> None:
    known = nudged(acme())
    asked = replace(known.person, asking="channel", asking_about=2)
    chat = Chat(replace(known, person=asked)).say("later")
    assert again_at(chat.known) is None
    assert chat.known.person.asking != "snooze_when"


def test_without_a_nudge_there_is_nothing_to_say_again() -> None:
    assert "nothing I could bring up" in Chat(acme()).say("remind me tonight").said


def test_of_two_nudges_the_one_about_the_employer_that_is_named_comes_again() -> None:
    known = nudged(met_gamma(acme()))
    newer = Nudged(id=19, once="hold:3", name="hold", opportunity_id=3, at=NOW - timedelta(minutes=5))
    chat = Chat(replace(known, nudged=(*known.nudged, newer))).say("remind me tomorrow about Acme")
    assert [n.again_at is not None for n in chat.known.nudged] == [True, False]


def test_a_nudge_about_something_closed_is_finished() -> None:
    known = nudged(with_gamma(acme()), about=3)
    assert "done already" in Chat(known).press("snooze", 18).toast
    assert "nothing I could bring up" in Chat(known).say("remind me tonight").said


@pytest.mark.parametrize("words", ["stop asking about Acme", "mute Acme", "please don't write to me about Acme"])
def test_not_another_word_about_one_employer(words: str) -> None:
    chat = Chat(acme()).say(words)
    assert chat.known.opportunities[0].muted
    assert not chat.tap("Undo").known.opportunities[0].muted


@pytest.mark.parametrize("words", ["unmute Acme", "remind me about Acme again", "Acme again"])
def test_the_way_back(words: str) -> None:
    assert not Chat(acme(muted=True)).say(words).known.opportunities[0].muted


def test_news_is_a_way_back_too() -> None:
    assert not Chat(acme(muted=True)).say("they asked me to be patient").known.opportunities[0].muted
    assert not Chat(acme(muted=True)).say("they made me an offer").known.opportunities[0].muted


def test_the_button_mutes_once() -> None:
    chat = Chat(acme()).press("mute", 1)
    assert chat.known.opportunities[0].muted
    assert chat.press("mute", 1).toast


@pytest.mark.parametrize(
    ("words", "until"),
    [
        ("leave me alone until Monday", datetime(2026, 12, 7, 9, tzinfo=UTC)),
        ("take a break for a week", datetime(2026, 12, 9, 9, tzinfo=UTC)),
        ("no messages until tomorrow please", datetime(2026, 12, 3, 9, tzinfo=UTC)),
    ],
)
def test_quiet_for_a_while(words: str, until: datetime) -> None:
    chat = Chat(nudged(acme())).say(words)
    assert chat.known.person.paused_until == until
    assert not nudges.is_paused(chat.known.person, until)
    assert "quiet until" in chat.said


@pytest.mark.parametrize("words", ["pause", "leave me alone", "I need a break", "stop messaging me"])
def test_quiet_until_the_person_comes_back(words: str) -> None:
    chat = Chat(acme()).say(words)
    assert (chat.known.person.paused, chat.known.person.paused_until) == (True, None)


@pytest.mark.parametrize("words", ["no messages from them yet", "a pause in hiring until March", "no news so far"])
def test_what_they_do_is_no_wish_for_quiet(words: str) -> None:
    assert not nudges.is_paused(Chat(acme()).say(words).known.person, NOW)


@pytest.mark.parametrize("back", ["I'm back", "resume", "ok I'm back", "you can write again"])
def test_being_back_ends_either_kind_of_quiet(back: str) -> None:
    for words in ("pause", "leave me alone until Monday"):
        known = Chat(acme()).say(words).known
        after = Chat(known).say(back)
        assert not nudges.is_paused(after.known.person, NOW)
        assert "good to have you back" in after.said


def test_the_button_ends_it_and_is_finished_afterwards() -> None:
    chat = Chat(acme()).say("leave me alone until Monday").tap("Resume")
    assert chat.known.person.paused_until is None
    assert chat.tap("Resume").toast


def test_stop_with_a_day_is_the_same_function() -> None:
    talk = Talk(text("/stop until Friday"), acme(), NOW)
    resting.pause(talk, "until Friday")
    assert talk.known.person.paused_until == datetime(2026, 12, 4, 9, tzinfo=UTC)


def test_the_evening_question_can_be_refused_and_wanted_again() -> None:
    chat = Chat(acme()).press("word.stop")
    assert chat.known.person.unwanted == ("any_word",)
    assert chat.press("word.stop").known.person.unwanted == ("any_word",)
    assert chat.say("ask me again in the evenings").known.person.unwanted == ()


def test_what_is_said_about_resting_changes_no_fact_about_an_employer() -> None:
    for words in ("later", "pause", "leave me alone", "remind me tonight", "ask me again in the evenings"):
        assert facts(Chat(nudged(acme())).say(words).known) == facts(acme())
