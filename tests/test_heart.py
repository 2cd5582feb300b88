"""Danger, worry, anger, small talk, another language: a human answer to each."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.decide.danger import ELSEWHERE
from bot.hear.danger import speaks_of_dying
from bot.words import plain
from storage.facts import Interview, Known
from tests.conftest import HERE
from tests.in_place import NOW, Chat, acme, facts, met_gamma, nudged


def living_in(zone: str | None) -> Known:
    return replace(acme(), person=replace(acme().person, zone=zone))


# Danger

IN_DANGER = (
    "I want to die",
    "they said no and I just want to end it all",
    "I'm going to kill myself",
    "there is no reason to live any more",
    "I don’t want to be here anymore",
    "everyone would be better off without me",
    "I keep thinking about suicide",
    "I wish I was dead",
    "i feel like ending my life",
    "I could kill myself",
    "Ich will nicht mehr leben",
    "ich bringe mich um",
    "ich sehe keinen Sinn mehr im Leben",
    "ich denke oft an Selbstmord",
)
FIGURES_OF_SPEECH = (
    "I'm dying to know",
    "this job is killing me",
    "I killed it",
    "I'm dead tired",
    "I could have died of embarrassment",
    "I wanted to die of shame",
    "I'd die for this job",
    "it would be career suicide",
    "my phone died",
    "I'd rather die than work there",
    "I could kill myself for saying that",
    "I'm killing myself over this cover letter",
    "I don't want to be here when they call",
    "I want to end the process with Acme",
    "there's no reason to wait",
    "the deadline is Friday",
    "der Job bringt mich um",
    "ich sterbe vor Neugier",
    "life is worth living again",
)


@pytest.mark.parametrize("words", IN_DANGER)
def test_who_speaks_of_dying_gets_a_line_to_call_and_no_coach(words: str) -> None:
    chat = Chat(acme()).say(words)
    assert "Samaritans, 116 123" in chat.said
    assert chat.buttons == {}
    assert facts(chat.known) == facts(acme())


@pytest.mark.parametrize("words", FIGURES_OF_SPEECH)
def test_a_figure_of_speech_is_no_cry_for_help(words: str) -> None:
    assert not speaks_of_dying(words)
    assert "116 123" not in Chat(acme()).say(words).said


def test_no_sentence_about_work_is_a_cry_for_help() -> None:
    lines = (HERE / "data" / "told.jsonl").read_text().splitlines()
    assert [line for line in lines if speaks_of_dying(json.loads(line)["text"])] == []


def test_the_coach_is_quiet_for_some_days_and_nothing_is_lost() -> None:
    known = replace(acme(), person=replace(acme().person, asking="window", asking_about=2))
    chat = Chat(known).say("I want to die")
    assert chat.known.person.paused_until == datetime(2026, 12, 5, 8, tzinfo=UTC)
    assert (chat.known.person.asking, chat.known.person.asking_about) == ("window", 2)
    assert chat.say("by Friday").known.interviews[0].window_latest == date(2026, 12, 4)


def test_who_wanted_quiet_for_longer_keeps_it() -> None:
    stopped = replace(acme(), person=replace(acme().person, paused=True))
    assert Chat(stopped).say("I want to die").known.person.paused_until is None
    later = NOW + timedelta(days=9)
    resting = replace(acme(), person=replace(acme().person, paused_until=later))
    assert Chat(resting).say("I want to die").known.person.paused_until == later


def test_it_is_heard_in_the_middle_of_a_text_that_is_taken_word_for_word() -> None:
    chat = Chat(acme()).say("write me a thank-you").tap("My own words").say("I can't. I want to die.")
    assert "116 123" in chat.said
    assert chat.known.person.asking == "own_text"


def test_the_line_is_that_of_the_persons_country() -> None:
    lines = {
        "America/New_York": "988",
        "Europe/Berlin": "0800 111 0 111",
        "Asia/Tokyo": "0120 279 338",
        "Australia/Perth": "13 11 14",
    }
    for zone, number in lines.items():
        assert number in Chat(living_in(zone)).say("I want to die").said
    for unknown in ("Etc/GMT-3", "Antarctica/Troll"):
        assert ELSEWHERE in Chat(living_in(unknown)).say("I want to die").said


def test_without_a_country_that_is_known_for_sure_the_line_is_one_that_leads_to_all() -> None:
    unsure = living_in("Europe/London")
    for known in (living_in(None), replace(unsure, person=replace(unsure.person, zone_confirmed=False))):
        said = Chat(replace(known, person=replace(known.person, zone_confirmed=False))).say("I want to die").said
        assert ELSEWHERE in said


# Worry


def thanked() -> Known:
    return Chat(acme()).say("I sent the thank-you").known


@pytest.mark.parametrize(
    "words",
    [
        *("I can't sleep", "I'm so nervous", "they must think I'm an idiot", "did they laugh at my answers?"),
        *("are they laughing at me", "did I sound stupid?", "why don't they call?", "why haven't they written yet"),
    ],
)
def test_a_worry_is_answered_calmly_with_the_day_that_is_known(words: str) -> None:
    chat = Chat(thanked(), NOW + timedelta(days=2)).say(words)
    assert "From Thu 10 Dec you may ask Acme" in chat.said
    assert facts(chat.known) == facts(thanked())


@pytest.mark.parametrize("words", ["what does the silence mean?", "have they forgotten me?", "when will they call me?"])
def test_what_cannot_be_known_is_answered_with_the_day_that_is_known(words: str) -> None:
    chat = Chat(thanked(), NOW + timedelta(days=2)).say(words)
    assert "Thu 10 Dec" in chat.said
    assert facts(chat.known) == facts(thanked())


def test_three_worries_in_a_week_get_three_answers_with_the_same_date() -> None:
    chat = Chat(thanked(), NOW + timedelta(days=1, hours=12))
    answers = [chat.later(days=1).say(words).said for words in ("I can't sleep", "so nervous", "I'm so worried")]
    sentences = [part.strip() for answer in answers for part in re.split(r"(?<=[.;:])\s", answer)]
    assert len(set(sentences)) == len(sentences)
    assert all("Thu 10 Dec" in answer for answer in answers)


def test_after_a_worry_no_open_question_is_asked_again() -> None:
    known = nudged(acme(), "check_in")
    asked = replace(known, person=replace(known.person, asking="window", asking_about=2))
    chat = Chat(asked).say("I can't sleep, I'm so nervous")
    assert not chat.said.endswith("?")
    assert chat.known.person.asking == "window"
    assert "They have until Fri" in chat.say("by Friday").said


def test_with_several_employers_a_worry_names_no_day_of_the_wrong_one() -> None:
    said = Chat(met_gamma(thanked()), NOW + timedelta(days=2)).say("I can't sleep").said
    assert "Acme" not in said
    assert "Gamma" not in said


def test_when_a_question_may_go_the_worry_ends_in_a_draft() -> None:
    start = NOW - timedelta(days=20)
    past = Interview(id=2, opportunity_id=1, start=start, end=start + timedelta(hours=1))
    assert "Show me a draft" in Chat(replace(acme(), interviews=(past,))).say("I can't sleep").buttons


# Self-reproach, anger, small talk


@pytest.mark.parametrize(
    "words",
    [
        "I blew it",
        "I totally messed up",
        "nobody wants me",
        "I'll never find a job",
        "I feel like a failure",
        "I'm such an idiot",
    ],
)
def test_self_reproach_gets_a_kind_sentence_first(words: str) -> None:
    kind = {plain(f"worry.{case}.{way}", "en") for case in ("over", "plain") for way in range(1, 6)}
    chat = Chat(acme()).say(words, 3)
    assert chat.said.split("\n\n")[0] in kind
    assert chat.known.events == ()


@pytest.mark.parametrize("words", ["you're useless", "stupid bot", "fuck off", "shut up", "you suck"])
def test_an_insult_is_answered_calmly_and_shows_the_way_out(words: str) -> None:
    said = Chat(acme()).say(words).said
    assert "/stop" in said
    assert len(said) < 120


@pytest.mark.parametrize(
    ("words", "part"),
    [
        ("who are you?", "a program"),
        ("are you a bot?", "a program"),
        ("am I talking to a human?", "a program"),
        ("any news?", "Acme"),
        ("what can you do?", "/forget"),
        ("help", "/status"),
        ("thanks!", "welcome"),
        ("good morning", "Acme"),
        ("tell me a joke", "beyond me"),
    ],
)
def test_small_talk_is_no_dead_end(words: str, part: str) -> None:
    chat = Chat(acme()).say(words)
    assert part in chat.said
    assert facts(chat.known) == facts(acme())


def test_a_feeling_answers_the_question_that_is_open_too() -> None:
    known = nudged(acme(), "check_in")
    asked = replace(known, person=replace(known.person, asking="mood", asking_about=2))
    assert Chat(asked).say("I blew it").known.interviews[0].mood == "rough"


# Languages


@pytest.mark.parametrize(
    ("words", "part"),
    [
        ("Tengo una entrevista mañana con Acme", "inglés"),
        ("J'ai un entretien demain chez Acme avec le directeur", "anglais"),
        ("Ho un colloquio domani con la Acme", "inglese"),
        ("Eu tenho uma entrevista amanhã com a Acme", "inglês"),
        ("Mam jutro rozmowę w Acme i nie wiem", "angielsku"),
        ("завтра собеседование в Acme", "английский"),
    ],
)
def test_another_language_is_told_in_it_which_ones_work(words: str, part: str) -> None:
    chat = Chat(acme()).say(words)
    assert part in chat.said
    assert {"English", "Deutsch"} <= set(chat.buttons)
    assert facts(chat.known)[0] == facts(acme())[0]


@pytest.mark.parametrize(
    "words", ["Acme", "La Poste", "Ich habe morgen ein Gespräch bei Acme", "I met Juan de la Cruz at Acme today", "ok"]
)
def test_names_and_what_is_understood_are_not_called_foreign(words: str) -> None:
    assert "Deutsch" not in Chat(acme()).say(words).buttons


def test_every_message_of_the_heart_is_short() -> None:
    for words in ("I blew it", "who are you?", "you suck", "nobody wants me", "I'm so nervous", "good morning"):
        assert len(Chat(acme()).say(words).said) < 400
