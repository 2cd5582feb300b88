"""Drafts as they were asked for: in which language, among friends or not, as a mail, without any push."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.coaching.drafts.mentioning import mention
from bot.coaching.styles import letters_with
from storage.facts import Channel, Known
from tests.in_place import NOW, Chat, acme


def german(**changes: object) -> Known:
    known = acme(**changes)
    talk = replace(known.interviews[0], interviewers=("Mira Holm",))
    return replace(known, person=replace(known.person, language="de"), interviews=(talk,))


def test_a_draft_in_english_is_english_and_stays_so_and_the_talk_goes_on_in_german() -> None:
    chat = Chat(german()).say("schreib mir die Dankesmail auf Englisch")
    assert "Thank you for" in chat.said
    assert "Für Acme" in chat.said
    assert "Best" in chat.tap("Herzlicher").said or "Kind regards" in chat.said
    assert "Kind regards" in chat.say("kürzer").said
    assert "Freundliche Grüße" in chat.say("doch lieber auf deutsch").said


def test_the_draft_of_a_nudge_is_in_the_language_that_was_asked_for() -> None:
    chat = Chat(german()).say("schreib mir die Dankesmail auf Englisch").later(hours=1).hear("follow_up")
    assert "Is there any news" in chat.said
    assert chat.known.person.language == "de"


@pytest.mark.parametrize("words", ["mit der Mira war ich per du", "wir haben uns geduzt"])
def test_among_friends_the_drafts_say_du(words: str) -> None:
    chat = Chat(german()).say(words)
    assert "du" in chat.said
    said = chat.say("schreib mir die Dankesmail").said
    assert "Hallo Mira," in said
    assert "bei euch" in said
    assert not {"Sie", "Ihnen", "Ihre"} & set(said.split())
    formal = chat.say("doch lieber per Sie").said
    assert "bei Ihnen" in formal


def test_a_loose_letter_has_another_greeting_and_stays_formal_to_strangers() -> None:
    said = Chat(german()).say("Dankesmail gern, aber bitte nicht so steif").said
    assert "Hallo Mira Holm," in said
    assert "Viele Grüße" in said
    assert "Betreff: Danke für unser Gespräch" in said


def test_the_draft_that_is_named_is_meant_and_not_the_one_that_was_shown() -> None:
    chat = Chat(german()).say("sie wollen bis morgen noch meine Zeugnisse")
    chat.say("schreib mir die Zeilen dazu")
    assert "Danke für unser Gespräch" in chat.say("eine Dankesmail auch, aber locker bitte und nicht zu steif").said


def test_an_e_mail_has_a_subject_though_they_call() -> None:
    chat = Chat(acme(preferred_channel=Channel.PHONE), NOW.replace(day=16)).say("help me with the e-mail to them")
    assert "Subject:" in chat.said
    assert "Subject:" in chat.say("shorter please").said


@pytest.mark.parametrize("words", ["a bit less pushy", "softer please", "not so pushy please"])
def test_less_pushy_is_a_question_without_any_push(words: str) -> None:
    chat = Chat(acme(), NOW.replace(day=16)).say("draft the follow-up")
    assert "Is there any news yet, or a rough idea of when you'll decide?" in chat.said
    assert "It can wait" in chat.say(words).said
    assert {"As it was", "Shorter", "Warmer"} <= set(chat.buttons)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("mention the plant tour", "I enjoyed the plant tour, too."),
        ("mention Snowflake", "I'd be glad to talk more about Snowflake."),
        ("but mention that I can start in January", "I also wanted to mention that I can start in January."),
        ("mention my Snowflake certificate", "I also wanted to mention my Snowflake certificate."),
    ],
)
def test_what_is_to_be_mentioned_becomes_a_sentence_and_stays_in_the_draft(words: str, sentence: str) -> None:
    chat = Chat(acme()).say("write me a thank-you").say(words)
    assert sentence in chat.said
    assert sentence in chat.say("shorter please").said
    assert sentence in chat.tap("Warmer").said


def test_in_german_as_well() -> None:
    chat = Chat(german()).say("schreib mir die Dankesmail").say("erwähne noch den Hund")
    assert "Über den Hund spreche ich gern noch einmal mit Ihnen." in chat.say("per du bitte").said.replace(
        "mit dir", "mit Ihnen"
    )


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("dass ich ab Januar kann", ("mention.clause", "dass ich ab Januar kann")),
        ("die Führung", ("mention.thanks", "die Führung")),
        ("meine SAP-Erfahrung", ("mention.mine", "meine SAP-Erfahrung")),
        ("dass sie jeden Prototyp zweimal bauen", ("recall.clause", "dass Sie jeden Prototyp zweimal bauen")),
        ("das Gehalt", None),
    ],
)
def test_each_kind_of_thing_to_mention_has_its_sentence(typed: str, line: tuple[str, str] | None) -> None:
    assert mention(typed, "de") == line


def test_what_is_said_later_replaces_what_was_said_before() -> None:
    assert letters_with("", "auf Englisch, per du") == "du en"
    assert letters_with("du en", "auf deutsch") == "de du"
    assert letters_with("de du loose", "lieber siezen") == "de"
    assert letters_with("en", "shorter") == "en"


@pytest.mark.parametrize(
    "words",
    [
        ("write a thank-you to Dana Price",),
        ("write me a thank-you", "it was Dana Price"),
        ("schreib mir die Dankesmail", "das war Dana Price"),
    ],
)
def test_a_name_that_is_given_with_the_wish_or_later_stands_in_the_greeting(words: tuple[str, ...]) -> None:
    chat = Chat(acme())
    for said in words:
        chat.say(said)
    assert "Hello Dana," in chat.said


def test_what_to_mention_may_be_said_with_the_wish() -> None:
    said = Chat(acme()).say("write a thank-you to Dana Price and mention the plant tour").said
    assert "Hello Dana," in said
    assert "I enjoyed the plant tour, too." in said


def test_more_pay_is_a_question_in_the_letter_and_no_private_matter() -> None:
    assert mention("a salary of 26k", "en") == ("mention.pay", "a salary of 26k")
    assert mention("ein Gehalt von 48.000 Euro", "de") == ("mention.pay", "ein Gehalt von 48.000 Euro")
