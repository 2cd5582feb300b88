"""What is told in passing, by its words or in parts: kept as what it is, and nothing promised that cannot come."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from storage.facts import Answer, Known
from tests.decide.test_tongues import Stranger
from tests.in_place import NOW, Chat, acme


def asked_what_they_promised(language: str = "en") -> Chat:
    """Ana, who has passed over whether she said that she wants it, and is asked what she promised."""
    known = acme()
    talk = replace(known.interviews[0], mood="fine", window_answer=Answer.YES, window_latest=date(2026, 12, 11))
    talk = replace(talk, passed_over=("aside:said",))
    person = replace(known.person, language=language, asking="promised", asking_about=2, heard_at=NOW)
    return Chat(replace(known, person=person, interviews=(talk,)))


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("de", "ja ich habe gesagt"),
        ("de", "ja, hab ich ihnen gesagt"),
        ("en", "yes i told them"),
        ("en", "yes, I said it"),
    ],
)
def test_i_said_so_answers_what_was_asked_before(language: str, words: str) -> None:
    talk = asked_what_they_promised(language).say(words).known.interviews[0]
    assert (talk.interest_said, talk.promise_answer) == (Answer.YES, None)


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", ("yes", "by friday", "my references")), ("de", ("ja", "bis freitag", "meine zeugnisse"))],
)
def test_a_promise_may_be_told_with_its_day_first(language: str, words: tuple[str, ...]) -> None:
    chat = asked_what_they_promised(language)
    for told in words:
        chat.say(told)
    assert [promise.due for promise in chat.known.promises] == [date(2026, 12, 4)]
    assert (chat.known.notes, chat.known.open_points) == ((), ())


def test_their_day_told_once_more_is_known() -> None:
    chat = asked_what_they_promised().say("no")
    chat.known = replace(chat.known, person=replace(chat.known.person, asking=None))
    chat.say("by the 11th")
    assert (chat.known.notes, chat.known.interviews[0].window_latest) == ((), date(2026, 12, 11))


def stranger_asked() -> str:
    return Stranger("en").say("interview at Acme on 4 December at 2pm, an hour").said


def test_whoever_is_asked_for_the_clock_is_told_why_and_promised_nothing() -> None:
    said = stranger_asked()
    assert "I'll ask how it went" not in said
    assert "Once I know, I can ask and remind you by myself." in said


def test_it_is_promised_once_the_clock_is_known() -> None:
    chat = Stranger("en").say("interview at Acme on 4 December at 2pm, an hour, I'm in London")
    assert "I'll ask how it went when it's over." in chat.said


def lived(chat: Stranger) -> Known:
    assert chat.known is not None
    return chat.known


def test_whoever_chooses_german_is_taken_to_live_by_its_clock() -> None:
    chat = Stranger("uk").say("завтра о 15:00 співбесіда EPAM")
    before = lived(chat)
    chat.say("auf Deutsch bitte")
    after = lived(chat)
    assert (before.person.zone, after.person.zone, after.person.zone_confirmed) == (
        "Europe/London",
        "Europe/Berlin",
        False,
    )
    assert before.interviews[0].start - after.interviews[0].start == timedelta(hours=1)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("pl", "mają zadzwonić w ciągu dwóch tygodni"),
        ("es", "les dije que me interesa muchísimo"),
        ("it", "me l'ha detto Marco"),
    ],
)
def test_nothing_of_another_language_is_a_fact_of_its_own(language: str, words: str) -> None:
    chat = Stranger(language).say("12/1 10:00 interview ACME")
    known = lived(chat)
    known = replace(
        known, interviews=tuple(replace(one, end=datetime(2026, 12, 1, 11, tzinfo=UTC)) for one in known.interviews)
    )
    chat.known = known
    chat.say(words)
    assert [talk.interviewers for talk in lived(chat).interviews] == [() for _ in known.interviews]
    assert (lived(chat).promises, lived(chat).events) == ((), ())


@pytest.mark.parametrize(
    ("language", "words"),
    [("hi", "हिंदी में बताओ"), ("pl", "po polsku proszę"), ("es", "español por favor"), ("ru", "по-русски пожалуйста")],
)
def test_a_wish_for_another_language_is_answered_in_it(language: str, words: str) -> None:
    chat = Stranger(language).say("/start").say(words)
    assert "note" not in chat.said
    assert {"Deutsch", "English"} == set(chat.buttons)
