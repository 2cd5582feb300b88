"""Somebody who writes in a language that is not understood: told so in it, and taken by what is typed with digits."""

from __future__ import annotations

from datetime import datetime

import pytest

from bot.respond import respond
from bot.turn import Incoming, Kind, Message
from storage.facts import Interview, Known
from tests.in_place import NOW


class Stranger:
    """Somebody whose Telegram speaks another language, and what they were told last."""

    def __init__(self, language: str) -> None:
        self.known: Known | None = None
        self.language, self.said, self.buttons = language, "", [""]

    def say(self, words: str, now: datetime = NOW) -> Stranger:
        incoming = Incoming(
            kind=Kind.TEXT, person_id=7, chat_id=7, name="Ana", language_code=self.language, text=words, message_id=3
        )
        turn = respond(incoming, self.known, now)
        self.known = turn.known
        told = [said for said in turn.say if isinstance(said, Message)]
        self.said = " ".join(said.text for said in told)
        self.buttons = [button.label for said in told for line in said.buttons for button in line]
        return self

    @property
    def talks(self) -> tuple[Interview, ...]:
        assert self.known is not None
        return self.known.interviews


@pytest.mark.parametrize(
    ("language", "words", "day", "hour"),
    [
        ("es", "tengo entrevista el 12/15 a las 10:00", 15, 10),
        ("pt", "entrevista amanhã às 10h na ambev", 3, 10),
        ("fr", "j'ai un entretien le 4 déc à 15h chez nestlé", 4, 15),
        ("it", "colloquio domani ore 15:00 intesa sanpaolo", 3, 15),
        ("nl", "gesprek 4-12 om 15u30 colruyt", 4, 15),
        ("pl", "jutro o 15:00 mam rozmowę kwalifikacyjną", 3, 15),
        ("uk", "завтра о 15:00 співбесіда, година", 3, 15),
    ],
)
def test_a_day_and_a_time_in_digits_are_taken_from_any_language(language: str, words: str, day: int, hour: int) -> None:
    (talk,) = Stranger(language).say(words).talks
    assert (talk.start.day, talk.start_known) == (day, True)
    assert abs(talk.start.hour - hour) <= 1  # their clock is only assumed


def test_a_word_in_capitals_is_the_name() -> None:
    chat = Stranger("uk").say("завтра о 15:00 співбесіда EPAM, година")
    assert chat.known is not None
    assert [o.employer for o in chat.known.opportunities] == ["EPAM"]


def test_what_nobody_understands_is_no_name_of_an_employer() -> None:
    chat = Stranger("es").say("tengo entrevista mañana a las 16:00").say("salió muy bien!! les dije que me interesa")
    assert chat.known is not None
    assert "Salió" not in str(chat.known.opportunities)
    assert "Entiendo inglés" in chat.said


def test_it_is_told_in_the_language_of_their_telegram() -> None:
    chat = Stranger("pt").say("foi mais ou menos, travei na parte de inglês")
    assert "Entendo inglês" in chat.said
    assert "Entendo inglês" in chat.say("em português por favor").said
    assert "I don't speak" not in chat.said


def test_the_open_question_comes_again_with_its_buttons() -> None:
    chat = Stranger("fr").say("/start").say("ça a été, un peu stressé mais bon")
    assert "Yes, that's my time" in chat.buttons


def test_english_from_somebody_else_stays_english() -> None:
    chat = Stranger("es").say("Interview with Acme tomorrow at 3pm")
    assert "Entiendo" not in chat.said
    assert len(chat.talks) == 1
