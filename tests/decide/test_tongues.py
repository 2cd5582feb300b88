"""Somebody who writes in a language that is not understood: told so in it, and taken by what is typed with digits."""

from __future__ import annotations

from datetime import date, datetime, timedelta

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
    assert "Entiendo inglés" not in chat.said  # it was said with the first message, and is said once


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


REPORTS = [
    ("es", "tengo una entrevista mañana a las 5 de la tarde con cemento sur", "Cemento Sur", 3, 17),
    ("pt", "amanhã às 9h tenho entrevista na petrolux", "Petrolux", 3, 9),
    ("fr", "bonjour, j'ai un entretien vendredi à 11h chez delmarre", "Delmarre", 4, 11),
    ("it", "ho un colloquio domani alle 10 con ferrovie blu", "Ferrovie Blu", 3, 10),
    ("nl", "ik heb morgen om half 3 een gesprek bij brouwers", "Brouwers", 3, 14),
    ("pl", "mam jutro o 14 rozmowę w Zielnex", "Zielnex", 3, 14),
    ("uk", "маю завтра о 11 співбесіду в Норда", "Норда", 3, 11),
    ("hi", "mera kal 3 baje tatvam interview hai", "Tatvam", 3, 15),
]

FIRST = {language: words for language, words, *_ in REPORTS}


@pytest.mark.parametrize(("language", "words", "employer", "day", "hour"), REPORTS)
def test_a_first_report_gives_name_day_and_hour(language: str, words: str, employer: str, day: int, hour: int) -> None:
    chat = Stranger(language).say(words)
    (talk,) = chat.talks
    assert chat.known is not None
    assert [o.employer for o in chat.known.opportunities] == [employer]
    assert (talk.start.day, talk.start_known) == (day, True)
    assert abs(talk.start.hour - hour) <= 1  # their clock is only assumed


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("es", "cemento"),
        ("pt", "entrevista amanhã 10:00 cemento 1 hora"),
        ("es", "4pm tomorrow cemento interview one hour"),
    ],
)
def test_a_name_that_is_typed_where_it_is_asked_for_is_taken(language: str, words: str) -> None:
    first = {"es": "tengo entrevista mañana a las 16:00", "pt": "tenho entrevista amanhã às 10:00"}[language]
    chat = Stranger(language).say(first)
    assert "Which company" in chat.said
    chat.say(words)
    assert "Company X" not in chat.say("/status").said
    assert "Cemento" in chat.said


@pytest.mark.parametrize(
    ("language", "words", "latest"),
    [
        ("es", "me dijeron que en 2 semanas", date(2026, 12, 18)),
        ("pt", "disseram que respondem em 5 dias úteis", date(2026, 12, 11)),
        ("fr", "ils me rappellent mercredi", date(2026, 12, 9)),
        ("it", "mi fanno sapere la prossima settimana", date(2026, 12, 11)),
        ("nl", "ze bellen mij over twee weken", date(2026, 12, 18)),
        ("uk", "сказали що подзвонять наступного тижня", date(2026, 12, 11)),
    ],
)
def test_after_the_talk_their_day_is_kept(language: str, words: str, latest: date) -> None:
    chat = Stranger(language).say(FIRST[language])
    later = NOW + timedelta(days=2, hours=5)
    assert chat.say(words, later).talks[0].window_latest == latest


@pytest.mark.parametrize(
    ("language", "words", "mood"),
    [
        ("es", "salió muy bien, gracias", "great"),
        ("it", "è andata così così", "fine"),
        ("nl", "het ging niet goed", "rough"),
    ],
)
def test_after_the_talk_how_it_went_is_kept(language: str, words: str, mood: str) -> None:
    chat = Stranger(language).say(FIRST[language])
    assert chat.say(words, NOW + timedelta(days=2, hours=5)).talks[0].mood == mood


def test_a_talk_of_yesterday_and_their_day_are_two_days() -> None:
    chat = Stranger("uk").say("доброго дня! вчора була на співбесіді в Zalvero, сказали подзвонять до п'ятниці")
    (talk,) = chat.talks
    assert (talk.start.day, talk.window_latest) == (1, date(2026, 12, 4))


def test_a_wish_to_be_spoken_to_in_it_is_no_name() -> None:
    chat = Stranger("hi").say("कल 3 बजे इंटरव्यू है").say("हिंदी में बताओ")
    assert "हिंदी" not in str([o.employer for o in chat.known.opportunities] if chat.known else [])
    assert {"English", "Deutsch"} <= set(Stranger("hi").say("नमस्ते, आप कैसे हैं").buttons)


def test_one_employer_in_two_endings_is_one() -> None:
    chat = Stranger("pl").say("jutro o 15 mam rozmowę w zielnexie").say("2.12 godz. 15:00 zielnex rozmowa")
    assert chat.known is not None
    assert len(chat.known.opportunities) == 1


def test_dialect_is_asked_for_in_standard_words_once() -> None:
    chat = Stranger("de").say("hoi, ha grad es gspröch gha bi de nordbank, isch no guet gloffe")
    assert "Hochdeutsch" in chat.said
    assert "Hochdeutsch" not in chat.say("si gänd mer nögscht wuche bscheid, isch guet gsi").said
    assert "Notiz" in chat.said
