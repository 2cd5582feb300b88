"""Later, not this one, not for a while: what was asked for, when it comes again, and the way back."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from scheduler import nudges
from storage.facts import Nudged
from tests.in_place import NOW, Chat, acme, facts, just_over, met_gamma, nudged, with_gamma

FIVE_PAST_TWELVE = datetime(2026, 11, 30, 12, 5, tzinfo=UTC)


def put_off() -> Chat:
    """Ana has just been asked how it went, on a Monday at noon, and has pressed "Later"."""
    chat = just_over()
    return chat.press("snooze", chat.known.nudged[-1].id)


def comes_again(chat: Chat) -> datetime:
    """When the coach asks again (UTC)."""
    return chat.hear("check_in").now


@pytest.mark.parametrize(
    ("label", "at"),
    [
        ("Tonight", datetime(2026, 11, 30, 20, tzinfo=UTC)),
        ("Tomorrow", datetime(2026, 12, 1, 9, tzinfo=UTC)),
        ("In two days", datetime(2026, 12, 2, 9, tzinfo=UTC)),
    ],
)
def test_later_offers_three_moments_and_it_comes_again_at_the_one_that_was_chosen(label: str, at: datetime) -> None:
    chat = put_off()
    assert "When shall I say it again?" in chat.said
    chat.tap(label)
    assert "again" in chat.said
    assert chat.asked is None
    assert comes_again(chat) == at


def test_ones_own_words_are_read_too() -> None:
    chat = put_off().say("wednesday at 6pm")
    assert "Wed 2 Dec" in chat.said
    assert comes_again(chat) == datetime(2026, 12, 2, 18, tzinfo=UTC)


def test_words_that_name_no_moment_are_not_taken_for_one() -> None:
    chat = put_off().say("when pigs fly")
    assert all(nudge.again_at is None for nudge in chat.known.nudged)
    assert chat.said


def test_a_moment_in_the_night_becomes_the_morning_and_that_is_said() -> None:
    chat = put_off().say("tonight at 23:00")
    assert "Tue 1 Dec, 08:00" in chat.said
    assert comes_again(chat) == datetime(2026, 12, 1, 8, tzinfo=UTC)


def test_what_will_be_of_no_use_any_more_is_not_promised() -> None:
    chat = Chat(nudged(acme(), "hold")).press("snooze", 18).tap("In two days")
    assert "won't come again" in chat.said
    assert "Next I'll write" in chat.said
    assert all(nudge.again_at is None for nudge in chat.known.nudged)


def test_tonight_is_not_offered_when_it_is_over() -> None:
    late = datetime(2026, 12, 2, 20, 30, tzinfo=UTC)
    assert list(Chat(nudged(acme()), late).press("snooze", 18).buttons) == ["Tomorrow", "In two days"]


@pytest.mark.parametrize(
    ("words", "at"),
    [
        ("remind me tonight", datetime(2026, 11, 30, 20, tzinfo=UTC)),
        ("ping me on Wednesday", datetime(2026, 12, 2, 9, tzinfo=UTC)),
        ("can you ask me again tomorrow?", datetime(2026, 12, 1, 9, tzinfo=UTC)),
    ],
)
def test_a_time_typed_at_any_moment_is_about_the_last_nudge(words: str, at: datetime) -> None:
    assert comes_again(just_over().say(words)) == at


@pytest.mark.parametrize("words", ["later", "not now", "not today", "ok, later", "maybe later", "ask me later"])
def test_later_without_a_time_asks_for_one(words: str) -> None:
    chat = Chat(nudged(acme())).say(words)
    assert chat.asked == "snooze_when"
    assert "Tomorrow" in chat.buttons


def test_without_a_nudge_there_is_nothing_to_say_again() -> None:
    assert "nothing I could bring up" in Chat(acme()).say("remind me tonight").said


def test_of_two_nudges_the_one_about_the_employer_that_is_named_comes_again() -> None:
    chat = just_over()
    known = replace(chat.known, opportunities=with_gamma(chat.known, closed=False).opportunities)
    newer = Nudged(id=19, once="hold:3", name="hold", opportunity_id=3, at=chat.now)
    chat = Chat(replace(known, nudged=(*known.nudged, newer)), chat.now).say("remind me tomorrow about Acme")
    assert [n.again_at is not None for n in chat.known.nudged] == [True, False]


def test_a_nudge_about_something_closed_is_finished() -> None:
    known = nudged(with_gamma(acme()), about=3)
    assert "done already" in Chat(known).press("snooze", 18).toast
    assert "nothing I could bring up" in Chat(known).say("remind me tonight").said


# Not this one


@pytest.mark.parametrize("words", ["stop asking about Acme", "mute Acme"])
def test_not_another_word_about_one_employer(words: str) -> None:
    chat = Chat(acme()).say(words)
    assert chat.known.opportunities[0].muted
    assert "?" not in chat.said
    assert not chat.say("undo").known.opportunities[0].muted


def test_what_is_muted_is_not_asked_about_either() -> None:
    chat = Chat(met_gamma(acme())).say("mute Acme")
    assert "Gamma" not in chat.said.replace("Not another word about Acme", "")
    chat.say("I sent the thank-you to Gamma")
    assert "with Acme" not in chat.said


@pytest.mark.parametrize("words", ["unmute Acme", "remind me about Acme again"])
def test_the_way_back(words: str) -> None:
    assert not Chat(acme(muted=True)).say(words).known.opportunities[0].muted


def test_news_is_a_way_back_too() -> None:
    assert not Chat(acme(muted=True)).say("they asked me to be patient").known.opportunities[0].muted
    assert not Chat(acme(muted=True)).say("they made me an offer").known.opportunities[0].muted


def test_the_button_mutes_once() -> None:
    chat = Chat(acme()).press("mute", 1)
    assert chat.known.opportunities[0].muted
    assert chat.press("mute", 1).toast


# Not for a while


@pytest.mark.parametrize(
    ("words", "until"),
    [
        ("leave me alone until Monday", datetime(2026, 12, 7, 9, tzinfo=UTC)),
        ("no messages until tomorrow please", datetime(2026, 12, 3, 9, tzinfo=UTC)),
        ("/stop until Friday", datetime(2026, 12, 4, 9, tzinfo=UTC)),
    ],
)
def test_quiet_for_a_while(words: str, until: datetime) -> None:
    chat = Chat(nudged(acme())).say(words)
    assert chat.known.person.paused_until == until
    assert not nudges.is_paused(chat.known.person, until)
    assert "quiet until" in chat.said


@pytest.mark.parametrize("words", ["pause", "leave me alone", "stop messaging me", "/stop"])
def test_quiet_until_the_person_comes_back(words: str) -> None:
    chat = Chat(acme()).say(words)
    assert (chat.known.person.paused, chat.known.person.paused_until) == (True, None)


@pytest.mark.parametrize("words", ["no messages from them yet", "no news so far"])
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


def test_undo_takes_a_pause_back_as_well() -> None:
    chat = Chat(acme()).say("leave me alone until Monday").say("undo")
    assert chat.known.person.paused_until is None


def test_the_evening_question_can_be_refused_and_wanted_again() -> None:
    chat = Chat(acme()).press("word.stop")
    assert chat.known.person.unwanted == ("any_word",)
    assert chat.press("word.stop").known.person.unwanted == ("any_word",)
    assert chat.say("ask me again in the evenings").known.person.unwanted == ()


def test_what_is_said_about_resting_changes_no_fact_about_an_employer() -> None:
    for words in ("later", "pause", "leave me alone", "remind me tonight", "ask me again in the evenings"):
        assert facts(Chat(nudged(acme())).say(words).known) == facts(acme())


def test_who_is_quiet_for_a_while_hears_nothing_until_then() -> None:
    chat = Chat(acme(), FIVE_PAST_TWELVE + timedelta(days=2)).say("leave me alone until Monday")
    assert nudges.next_wake(chat.known, chat.now) == datetime(2026, 12, 7, 9, tzinfo=UTC)
