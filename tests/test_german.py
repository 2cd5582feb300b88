"""Whoever reads German is spoken to in German, from the first word on, and understood in German as well."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from bot import words
from bot.coaching.drafts import told
from bot.coaching.drafts.composing import Facts
from bot.dialogue import answers, respond, statements
from bot.dialogue.adding import read_names
from bot.dialogue.check_in.names import people_in
from bot.turn import Incoming, Kind, Message
from storage.facts import Answer, Channel, ContactKind, EventType, Known, Mood, Stage
from tests.conftest import HERE, NOON
from tests.test_check_in import ANA, Chat, at_acme

_LINES = (HERE / "data" / "intents_de.jsonl").read_text().splitlines()
LABELLED = [(line["text"], line["statement"]) for line in map(json.loads, _LINES)]


def auf_deutsch() -> Known:
    """Ana in Berlin, whose interview at Acme ended at noon (UTC) on a Monday."""
    known = at_acme()
    return replace(known, person=replace(known.person, zone="Europe/Berlin", language="de"))


def gefragt() -> Chat:
    """Ana has just been asked how it went."""
    return Chat(auf_deutsch()).hear("check_in")


def begruesst(code: str) -> list[str]:
    """What somebody hears first whose Telegram speaks the language `code`."""
    start = Incoming(kind=Kind.TEXT, person_id=ANA, chat_id=ANA, name="Ana", language_code=code, text="/start")
    return [message.text for message in respond(start, None, NOON).say if isinstance(message, Message)]


@pytest.mark.parametrize("code", ["de", "de-AT"])
def test_german_from_the_first_word_on(code: str) -> None:
    hello, zone = begruesst(code)
    assert hello.startswith("Hallo Ana.")
    assert "Berlin" in zone


def test_dates_are_written_as_people_there_write_them() -> None:
    assert words.day(date(2026, 12, 15), "de") == "Di., 15. Dezember"
    assert words.day(date(2026, 12, 15), "en") == "Tue 15 Dec"


@pytest.mark.parametrize(
    ("said", "employer", "role", "stage"),
    [
        ("Vorstellungsgespräch bei Acme, Produktdesignerin", "Acme", "Produktdesignerin", None),
        ("Bewerbungsgespräch bei der Stadt Köln als Sachbearbeiterin", "Stadt Köln", "Sachbearbeiterin", None),
        ("Zweitgespräch mit Globex", "Globex", None, Stage.SECOND),
        ("Telefoninterview bei Initech", "Initech", None, Stage.PHONE_SCREEN),
        ("interview with Acme, designer", "Acme", "designer", None),
    ],
)
def test_an_interview_is_named_in_german_and_still_in_english(
    said: str, employer: str, role: str | None, stage: Stage | None
) -> None:
    names = read_names(said, "de", bare=False)
    assert (names.employer, names.role, names.stage) == (employer, role, stage)


def test_a_check_in_typed_in_german_keeps_what_was_said() -> None:
    chat = gefragt()
    for said in ("lief richtig gut", "nein, hab ich nicht gesagt", "bis Ende nächster Woche", "per Mail"):
        chat.say(said)
    chat.say("Zeugnisse bis Mittwoch")
    interview, (promise,) = chat.interview, chat.known.promises
    assert (interview.mood, interview.interest_said) == (Mood.GREAT, Answer.NO)
    assert interview.window_latest == date(2026, 12, 11)
    assert chat.known.opportunities[0].preferred_channel is Channel.EMAIL
    assert (promise.what, promise.due) == ("Zeugnisse", date(2026, 12, 2))


def test_people_keep_their_roles() -> None:
    people = people_in(
        "Anna Weber, die Leiterin des Designteams, und Ben aus der Personalabteilung", answers.of("de").people
    )
    assert [(met.name, met.role) for met in people] == [
        ("Anna Weber", "Leiterin des Designteams"),
        ("Ben", "Personalabteilung"),
    ]


def test_the_draft_is_a_german_letter() -> None:
    chat = gefragt().say("lief gut").say("nein").say("überspringen").say("überspringen").say("nein")
    chat.say("Anna Weber").say("dass sie jeden Prototyp zweimal bauen")
    (letter,) = chat.hear("thank_you").said
    assert "Guten Tag Anna Weber,\n\nvielen Dank" in letter
    assert "dass Sie jeden Prototyp zweimal bauen" in letter
    assert "Freundliche Grüße\nAna" in letter


@pytest.mark.parametrize(
    ("said", "stands"),
    [
        ("sie haben erzählt, dass sie umziehen", "dass Sie umziehen"),
        ("dass ihre Kunden selbst testen", "dass ihre Kunden selbst testen"),
        ("dass sie sehr streng ist", None),
        ("der Chef war unhöflich", None),
        ("dass wir uns gut verstanden haben", None),
    ],
)
def test_what_they_said_stands_in_a_german_letter_only_where_it_fits(said: str, stands: str | None) -> None:
    assert told.detail(said, "de", to_them=True) == stands


def test_the_overview_reads_german() -> None:
    chat = gefragt().say("gut").say("ja").say("bis Freitag")
    (overview,) = chat.say("/status").said
    assert overview.startswith("Acme · designer: Dankesmail ab Mo., 30. November\nAls Nächstes: Entwurf der Dankesmail")


def test_a_no_in_german_ends_it() -> None:
    chat = Chat(auf_deutsch()).say("sie haben mir leider abgesagt")
    assert [event.type for event in chat.known.events] == [EventType.REJECTED]
    assert chat.say("rückgängig").known.events == ()


def test_no_thursday_corrects_the_day_that_was_named() -> None:
    chat = gefragt().say("gut").say("ja").say("bis Freitag").say("nein, bis Donnerstag")
    assert chat.interview.window_latest == date(2026, 12, 3)


def test_whether_to_write_is_asked_in_german_and_answered_with_a_day() -> None:
    chat = gefragt().say("gut").say("ja").say("bis Freitag").say("ich habe die Dankesmail geschickt")
    assert [contact.kind for contact in chat.known.contacts] == [ContactKind.THANK_YOU]
    assert "Di., 8. Dezember" in chat.say("Soll ich jetzt nachfragen?").said[0]


@pytest.mark.parametrize(("text", "name"), [(text, name) for text, name in LABELLED if name])
def test_a_german_statement_sounds_like_what_it_says(text: str, name: str) -> None:
    heard = [row.name for row in statements.STATEMENTS if row.german is not None and row.german.search(text)]
    assert name in heard


@pytest.mark.parametrize("text", [text for text, name in LABELLED if name is None])
def test_what_has_not_happened_or_is_not_understood_is_not_kept(text: str) -> None:
    before = auf_deutsch()
    known = Chat(before).say(text).known
    assert (known.events, known.contacts, known.promises, known.interviews) == ((), (), (), before.interviews)


def test_who_reads_english_is_not_heard_in_german() -> None:
    known = at_acme()
    chat = Chat(known).say("sie haben mir leider abgesagt")
    assert chat.known.events == ()


def test_danger_is_heard_in_german_before_any_coach() -> None:
    chat = Chat(auf_deutsch()).say("ich will einfach nicht mehr aufwachen")
    assert len(chat.said) == 1
    assert "Acme" not in chat.said[0]


@pytest.mark.parametrize(
    ("first", "stands"),
    [("Vielen Dank.", "vielen Dank."), ("Sie haben gefragt.", "Sie haben gefragt."), ("Acme!", "Acme!")],
)
def test_a_letter_goes_on_small_unless_the_word_is_written_large(first: str, stands: str) -> None:
    known = auf_deutsch()
    assert Facts(known=known, opportunity=known.opportunities[0]).begun(first) == stands
