"""Kinds of questions in words of their own: each is answered by what it is about, and near misses are not."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.answers.scenes import Scene, ask, scene

UNPAID = "(shorter part|kürzerer Teil)"
NO = "owe nobody a reason|Grund schuldest du niemandem"
LATE = "once it's announced|wenn es angekündigt ist"
HEARSAY = "hearsay|Hörensagen"
EVENING = timedelta(hours=8)
FINE = "asking or answering once|Einmal klar zu fragen"


@pytest.mark.parametrize(
    ("name", "said", "words"),
    [
        ("waiting", "they want me to run the stall all weekend and won't pay me. is that usual?", UNPAID),
        ("waiting", "the case study eats three evenings and nobody pays for it, do i really have to?", UNPAID),
        ("wartend", "ich soll die ganze Woche ohne Lohn zur Probe arbeiten, ist das üblich?", UNPAID),
        ("wartend", "muss ich die Testaufgabe umsonst machen?", UNPAID),
        ("waiting", "how do I turn the other place down without hurting anybody?", NO),
        ("wartend", "wie sag ich der anderen Firma ab, ohne dass es peinlich wird?", NO),
        ("waiting", "the transcript I promised them will be late, do I say so?", LATE),
        ("wartend", "die Bescheinigung, die ich versprochen habe, kommt später. Soll ich das sagen?", LATE),
        ("waiting", "my friend says people there heard a rumour about a freeze. is that true?", HEARSAY),
        ("wartend", "angeblich nehmen die nur Leute mit Abitur, sagt ein Kumpel. Stimmt das?", HEARSAY),
        ("waiting", "I asked them straight out for an answer on the phone. was that rude?", FINE),
        ("wartend", "ich hab am Telefon direkt gefragt, wie es steht. War das zu viel?", FINE),
    ],
)
def test_a_question_is_answered_by_what_it_is_about(name: str, said: str, words: str) -> None:
    got = ask(said, scene(name))
    assert any(one in got.words for one in words.strip("()").split("|")), got.words


@pytest.mark.parametrize(
    ("name", "said", "others"),
    [
        ("waiting", "the trial day was paid, and it went well", UNPAID),
        ("waiting", "they said no this morning", NO),
        ("waiting", "I sent the certificate that I promised", LATE),
        ("waiting", "they told me they decide on Friday", HEARSAY),
        ("wartend", "der Probetag wird bezahlt", UNPAID),
        ("wartend", "ich habe die Bescheinigung geschickt", LATE),
    ],
)
def test_what_is_told_is_no_such_question(name: str, said: str, others: str) -> None:
    got = ask(said, scene(name))
    assert not any(one in got.words for one in others.strip("()").split("|")), got.words


@pytest.mark.parametrize(
    ("name", "said", "words"),
    [
        ("waiting", "the jobcentre wants proof of attendance. can i ask them for that?", "practical request"),
        ("waiting", "may i ask them for a proof of attendance?", "practical request"),
        ("wartend", "darf ich sie um eine Teilnahmebestätigung bitten?", "praktische Bitte"),
        ("wartend", "das Jobcenter will eine Bestätigung, kann ich die Firma darum bitten?", "praktische Bitte"),
    ],
)
def test_a_paper_that_only_they_can_give_may_be_asked_for(name: str, said: str, words: str) -> None:
    assert words in ask(said, scene(name)).words


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("waiting", "Priya wrote 'we were glad to meet you and wish you a good week'. Do I reply to that?"),
        ("waiting", "the manager said 'we have a strong field this time around'. what does that mean?"),
        ("wartend", "Frau Kern schrieb „vielen Dank für Ihre Zeit und das nette Gespräch“. Soll ich darauf antworten?"),
    ],
)
def test_words_of_theirs_are_no_letter_of_ones_own(name: str, said: str) -> None:
    assert "greeting is missing" not in (got := ask(said, scene(name)).words)
    assert "Anrede" not in got


def test_ones_own_words_are_looked_at_still() -> None:
    said = "I wrote 'I would be glad to work with you and learn about the lab'. Is that ok?"
    assert "greeting" in ask(said, scene("waiting")).words


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("waiting", "a rumour says they offered it to my neighbour, is that true?"),
        ("waiting", "someone told me they already said no to everybody, can i believe that?"),
        ("wartend", "angeblich gibt es einen Einstellungsstopp, sagt ein Kumpel. Stimmt das?"),
        ("wartend", "ein Kumpel meint, die haben mir die Stelle schon zugesagt. Kann ich das glauben?"),
    ],
)
def test_hearsay_changes_no_state(name: str, said: str) -> None:
    there = scene(name)
    known = ask(said, there).known
    assert known.events == there.known.events
    assert known.opportunities == there.known.opportunities


@pytest.mark.parametrize(
    ("name", "said", "begins"),
    [
        ("past", "should i ring them or write?", False),
        ("past", "may i write to them now?", True),
        ("past", "can i ask them now or is that too pushy?", True),
        ("past", "do i ask her directly or through the agency?", False),
    ],
)
def test_a_yes_stands_only_where_yes_or_no_is_an_answer(name: str, said: str, *, begins: bool) -> None:
    assert ask(said, scene(name)).words.startswith("Yes") is begins


@pytest.mark.parametrize(
    ("name", "said", "words"),
    [
        ("waiting", "I put my old phone number on the form, do I email her or is that chasing?", "it's no chasing"),
        ("wartend", "in der Bewerbung steht meine alte Nummer, soll ich das sagen?", "kein Drängeln"),
        ("justafter", "my thank you bounced. mailer daemon. now what?", "letter by letter"),
        ("danach", "meine Mail kam zurück, unzustellbar. was jetzt?", "Buchstabe für Buchstabe"),
        ("justafter", "he said I was overqualified. how do I fix that?", "in your thank-you"),
        ("danach", "er meinte, ich sei überqualifiziert. was mach ich da?", "in der Dankesmail darauf"),
        ("rejected", "is there any point staying in touch with her?", "something opens again"),
        ("wartend", "soll ich schreiben, dass ich noch ein anderes Gespräch hab?", "macht niemandem Beine"),
        ("wartend", "die haben auf Kununu nur zwei Sterne, trotzdem hingehen?", "als Fragen"),
        ("waiting", "if they ask why I left my last job what do I say? I was let go", "straight on to what you want"),
        ("absage", "die Absage kam von noreply, kann ich da antworten?", "liest niemand"),
        ("offer", "do I say yes right away?", "on the spot"),
        ("angebot", "soll ich sofort zusagen?", "Sofort ja sagen musst du nicht"),
        ("offer_other", "should I say my deadline is earlier than it is?", "Keep to the true day"),
        ("waiting", "I overslept and missed the interview. what do I do?", "Ring them now"),
        ("waiting", "I sent her the wrong CV version, an old one. swap it?", "Send the right one today"),
        ("waiting", "does saturday count as a working day?", "Monday to Friday count"),
    ],
)
def test_what_is_seldom_asked_has_its_answer_too(name: str, said: str, words: str) -> None:
    assert words in ask(said, scene(name), heads=False).words


@pytest.mark.parametrize(
    ("said", "kept", "answered"),
    [
        ("met Priya, they decide by Friday week. do I thank the receptionist too?", "Fri", "your note to"),
        ("they'll ring next week. should I keep my phone on at work?", "Fri", "Let it ring"),
    ],
)
def test_beside_what_is_told_a_question_has_its_answer(said: str, kept: str, answered: str) -> None:
    got = ask(said, scene("justafter"))
    assert kept in got.words
    assert answered in got.words


def test_after_a_yes_elsewhere_a_talk_is_called_off() -> None:
    there = scene("waiting")
    signed = ask("I've signed with Globex!", there)
    assert (
        "call it off today"
        in ask("do I still have to go to the Northwind interview?", Scene(signed.known, there.now)).words
    )


def test_a_letter_that_waits_for_a_yes_is_not_out() -> None:
    got = ask("wrote them a long email about my blackout. hit send?", scene("justafter"))
    assert got.known.contacts == ()


def test_who_has_only_one_address_is_told_through_whom_it_goes() -> None:
    there = scene("justafter")
    talk = replace(there.known.interviews[0], interviewers=("Sam Hart", "Wendy", "Mr Cole"))
    got = ask(
        "who gets the thank you if I only have Sam's address?",
        Scene(replace(there.known, interviews=(talk,)), there.now),
    )
    assert "Write to Sam Hart" in got.words
    assert "Wendy and Mr Cole" in got.words


@pytest.mark.parametrize(
    ("name", "said", "words"),
    [
        (
            "rejected",
            "she shook my hand and said welcome to the team, and now this. can they do that?",
            "one person's wish",
        ),
        ("absage", "die meinten willkommen im Team, und jetzt das. dürfen die das?", "Wunsch einer Person"),
        (
            "justafter",
            "the interviewer asked about kids if i want kids, i lied. can that backfire?",
            "needs no putting right",
        ),
        (
            "danach",
            "haben nach kinderwunsch gefragt, ich hab gelogen. fällt das auf mich zurück?",
            "richtigstellen musst du nichts",
        ),
        ("wartend", "Probetag am Donnerstag, ist das üblich und was zieh ich an?", "Probetag"),
    ],
)
def test_a_question_is_answered_by_its_case(name: str, said: str, words: str) -> None:
    assert words in ask(said, scene(name), heads=False).words


@pytest.mark.parametrize(
    ("name", "yes", "said", "words"),
    [
        ("waiting", "I've signed with Globex!", "my boss offers me more money to stay. take it?", "your word"),
        (
            "wartend",
            "Ich hab bei Globex unterschrieben!",
            "mein Chef bietet mir mehr, wenn ich bleibe. Was jetzt?",
            "dein Wort",
        ),
        ("waiting", "I've signed with Globex!", "told my boss im leaving and he offered 5k more to stay", "your word"),
    ],
)
def test_after_a_yes_another_offer_is_weighed_against_it(name: str, yes: str, said: str, words: str) -> None:
    there = scene(name)
    signed = ask(yes, there, heads=False)
    got = ask(said, Scene(signed.known, there.now), heads=False)
    assert words in got.words
    assert got.known.events == signed.known.events


@pytest.mark.parametrize(
    ("name", "said", "words"),
    [
        ("agency", "can I go past the agency and thank them directly?", "pass them on"),
        ("agency", "should I ask the client directly, behind the agency's back?", "behind the agency"),
    ],
)
def test_thanks_go_through_an_agency_too(name: str, said: str, words: str) -> None:
    there = scene(name)
    fresh = (
        Scene(replace(there.known, contacts=()), there.known.interviews[0].end + EVENING)
        if words == "pass them on"
        else there
    )
    assert words in ask(said, fresh, heads=False).words


def test_what_is_added_in_the_same_sentence_is_answered_too() -> None:
    got = ask("Probetag am Donnerstag, ist das üblich und was zieh ich an?", scene("wartend"), heads=False)
    assert "Probetag" in got.words
    assert "bequem zum Sitzen" in got.words
