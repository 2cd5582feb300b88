"""Whoever reads German is spoken to in German, from the first word on, and understood in German as well."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from bot import words
from bot.coaching.drafts import told
from bot.coaching.drafts.forms import Form, Reader, Told
from bot.coaching.drafts.voice import Facts
from bot.respond import respond
from bot.turn import Incoming, Kind, Message
from storage.facts import Answer, ContactKind, EventType, Known, Mood, Stage
from tests.conftest import NOON
from tests.in_place import ANA, Chat, at_noon


def auf_deutsch() -> Known:
    """Ana in Berlin, whose interview at Acme ended at noon (UTC) on a Monday."""
    known = at_noon()
    return replace(known, person=replace(known.person, zone="Europe/Berlin", language="de"))


def gefragt() -> Chat:
    """Ana has just been asked how it went."""
    return Chat(auf_deutsch(), NOON).hear("check_in")


@pytest.mark.parametrize("code", ["de", "de-AT"])
def test_german_from_the_first_word_on(code: str) -> None:
    start = Incoming(kind=Kind.TEXT, person_id=ANA, chat_id=ANA, name="Ana", language_code=code, text="/start")
    (hello,) = [message for message in respond(start, None, NOON).say if isinstance(message, Message)]
    assert hello.text.startswith("Hallo Ana.")
    assert "13:00" in hello.text


def test_dates_are_written_as_people_there_write_them() -> None:
    assert words.day(date(2026, 12, 15), "de") == "Di., 15. Dezember"
    assert words.day(date(2026, 12, 15), "en") == "Tue 15 Dec"


@pytest.mark.parametrize(
    ("said", "employer", "role", "stage"),
    [
        ("Vorstellungsgespräch bei Initech, Produktdesignerin", "Initech", "Produktdesignerin", Stage.FIRST),
        ("Bewerbungsgespräch bei der Stadt Köln als Sachbearbeiterin", "Stadt Köln", "Sachbearbeiterin", Stage.FIRST),
        ("Zweitgespräch mit Globex", "Globex", None, Stage.SECOND),
        ("Telefoninterview bei Initech", "Initech", None, Stage.PHONE_SCREEN),
        ("interview with Initech, designer", "Initech", "designer", Stage.FIRST),
    ],
)
def test_an_interview_is_named_in_german_and_still_in_english(
    said: str, employer: str, role: str | None, stage: Stage
) -> None:
    when = "am Donnerstag um 15 Uhr" if "interview with" not in said else "on Thursday at 3pm"
    named = said.partition(",")
    chat = Chat(auf_deutsch(), NOON).say(f"{named[0]} {when}{named[1]}{named[2]}")
    opportunity, interview = chat.known.opportunities[-1], chat.known.interviews[-1]
    assert (opportunity.employer, opportunity.role, interview.stage) == (employer, role, stage)
    assert interview.start.day == 3


def test_a_check_in_typed_in_german_keeps_what_was_said() -> None:
    chat = gefragt()
    for said in ("lief richtig gut", "nein, hab ich nicht gesagt", "bis Ende nächster Woche", "Zeugnisse bis Mittwoch"):
        chat.say(said)
    interview, (promise,) = chat.interview, chat.known.promises
    assert (interview.mood, interview.interest_said) == (Mood.GREAT, Answer.NO)
    assert interview.window_latest == date(2026, 12, 11)
    assert (promise.what, promise.due) == ("Zeugnisse", date(2026, 12, 2))
    assert "So geht es weiter mit Acme" in chat.said


def test_everything_in_one_breath() -> None:
    chat = gefragt().say(
        "lief super, hab gesagt dass ich die Stelle will, sie melden sich bis Freitag, ich war mit Anna und Ben im Raum"
    )
    interview = chat.interview
    assert (interview.mood, interview.interest_said) == (Mood.GREAT, Answer.YES)
    assert interview.window_latest == date(2026, 12, 4)


def test_the_draft_is_a_german_letter() -> None:
    chat = gefragt().say("lief gut").say("nein").say("überspringen").say("nein").say("ja").say("weiter")
    chat.say("Anna Weber").say("dass sie jeden Prototyp zweimal bauen").say("reicht")
    letter = chat.hear("thank_you").said
    assert re.search(r"Guten Tag Anna Weber,\n\n[a-z]", letter)
    assert ", dass Sie jeden Prototyp zweimal bauen. " in letter
    assert "So würde ich sehr gern arbeiten, und am liebsten bei Ihnen." in letter
    assert "Freundliche Grüße\nAna" in letter


@pytest.mark.parametrize(
    ("said", "form", "stands"),
    [
        ("sie haben erzählt, dass sie umziehen", Form.CLAUSE, "dass Sie umziehen"),
        ("sie haben mir die Nervosität genommen", Form.CLAUSE, "dass Sie mir die Nervosität genommen haben"),
        ("dass ihre Kunden selbst testen", Form.CLAUSE, "dass Ihre Kunden selbst testen"),
        ("dass ihre Kunden mit ihren Daten testen", Form.CLAUSE, "dass ihre Kunden mit ihren Daten testen"),
        ("sie stellen gerade auf Strom um", Form.CLAUSE, "dass Sie gerade auf Strom umstellen"),
        ("Sie haben letztes Jahr ein Werk gebaut", Form.CLAUSE, "dass Sie letztes Jahr ein Werk gebaut haben"),
        ("das Team hat sich verdoppelt", Form.CLAUSE, "dass das Team sich verdoppelt hat"),
        ("sie bauen ein Tool, das niemand nutzt", Form.CLAUSE, "dass Sie ein Tool bauen, das niemand nutzt"),
        ("es war spannend, wie sie neue Leute einarbeiten", Form.CLAUSE, "wie Sie neue Leute einarbeiten"),
        ("der neue Standort in Leipzig", Form.THING, "über den neuen Standort in Leipzig"),
        ("das Lager, das niemand aufräumt", Form.THING, "über das Lager, das niemand aufräumt"),
        ("sie hat von dem neuen Werk erzählt", Form.THING, "von dem neuen Werk"),
        ("ihr Hund", Form.ONE, "Ihr Hund"),
        ("sie arbeiten alle im selben Raum", Form.CLAUSE, "dass Sie alle im selben Raum arbeiten"),
        ("die Vier-Tage-Woche", Form.THING, "über die Vier-Tage-Woche"),
    ],
)
def test_what_they_said_is_turned_round_for_a_german_letter(said: str, form: Form, stands: str) -> None:
    assert told.detail(said, "de", Reader()) == Told(form, stands)


@pytest.mark.parametrize(
    "said",
    [
        "dass sie sehr streng ist",
        "der Chef war unhöflich",
        "dass wir uns gut verstanden haben",
        "du nervst",
        "das Labor macht im Mai auf",
    ],
)
def test_what_is_not_sure_or_not_fit_stands_in_no_german_letter(said: str) -> None:
    assert told.detail(said, "de", Reader()) is None


@pytest.mark.parametrize(
    ("said", "stands"),
    [
        ("wie sie neue Leute einarbeiten", "wie ihr neue Leute einarbeitet"),
        ("dass sie ihr Lager selbst bauen", "dass ihr euer Lager selbst baut"),
        ("das Werk, das sie gebaut haben", "über das Werk, das ihr gebaut habt"),
    ],
)
def test_among_friends_they_are_ihr(said: str, stands: str) -> None:
    turned = told.detail(said, "de", Reader(is_friend=True))
    assert turned is not None
    assert turned.text == stands


def test_of_one_woman_sie_is_turned_where_she_reads_it() -> None:
    own = told.detail("dass sie das Team seit zehn Jahren leitet", "de", Reader(is_speaker=True))
    assert own == Told(Form.CLAUSE, "dass Sie das Team seit zehn Jahren leiten")


def test_a_letter_to_switzerland_is_written_as_there() -> None:
    known = auf_deutsch()
    there = replace(known, opportunities=(replace(known.opportunities[0], zone="Europe/Zurich"),))
    said = Chat(there, NOON).later(hours=1).say("schreib mir die Dankesmail").said
    assert "Guten Tag\n\nVielen Dank" in said
    assert "Freundliche Grüsse" in said


def test_the_overview_reads_german() -> None:
    chat = gefragt().say("gut").say("ja").say("bis Freitag").say("nein")
    overview = chat.say("/status").said
    assert overview.startswith("Acme · designer: Dankesmail ab Mo., 30. November\n")
    assert "Nachfragen kannst du ab Di., 8. Dezember." in overview


def test_a_no_in_german_ends_it() -> None:
    chat = Chat(auf_deutsch(), NOON).later(minutes=10).say("sie haben mir leider abgesagt")
    assert chat.event.type is EventType.REJECTED
    assert chat.say("rückgängig").known.events == ()


def test_a_day_is_put_right_in_german() -> None:
    chat = gefragt().say("gut").say("ja").say("bis Freitag").say("nein, sie melden sich bis Donnerstag")
    assert chat.interview.window_latest == date(2026, 12, 3)


def test_whether_to_write_is_asked_in_german_and_answered_with_a_day() -> None:
    chat = gefragt().say("gut").say("ja").say("bis Freitag").say("ich habe die Dankesmail geschickt")
    assert [contact.kind for contact in chat.known.contacts] == [ContactKind.THANK_YOU]
    assert "Di., 8. Dezember" in chat.say("Soll ich jetzt nachfragen?").said


def test_whoever_writes_german_is_answered_in_german() -> None:
    chat = Chat(at_noon(), NOON).later(minutes=10).say("sie haben mir heute leider abgesagt")
    assert chat.event.type is EventType.REJECTED
    assert chat.known.person.language == "de"
    assert "Das tut mir leid" in chat.said


def test_a_german_word_alone_changes_no_language() -> None:
    chat = Chat(at_noon(), NOON).later(minutes=10).say("ja genau")
    assert chat.known.person.language == "en"


def test_danger_is_heard_in_german_before_any_coach() -> None:
    chat = Chat(auf_deutsch(), NOON).say("ich will einfach nicht mehr aufwachen")
    assert "TelefonSeelsorge" in chat.said
    assert "Acme" not in chat.said


@pytest.mark.parametrize(
    ("first", "stands"),
    [("Vielen Dank.", "vielen Dank."), ("Sie haben gefragt.", "Sie haben gefragt."), ("Acme!", "Acme!")],
)
def test_a_letter_goes_on_small_unless_the_word_is_written_large(first: str, stands: str) -> None:
    known = auf_deutsch()
    assert Facts(known=known, opportunity=known.opportunities[0]).begun(first) == stands
