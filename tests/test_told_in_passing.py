"""What is told in passing, by its words or in parts: kept as what it is, and nothing promised that cannot come."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from storage.facts import Answer, Event, EventType, Known, Mood
from tests.decide.test_tongues import Stranger
from tests.in_place import NOW, Chat, acme, met_gamma


def asked_what_they_promised(language: str = "en") -> Chat:
    """Ana, who has passed over whether she said that she wants it, and is asked what she promised."""
    known = acme()
    talk = replace(known.interviews[0], mood=Mood.FINE, window_answer=Answer.YES, window_latest=date(2026, 12, 11))
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


@pytest.mark.parametrize(
    ("language", "words"), [("en", "mixed, i'd say"), ("de", "eher mau"), ("de", "durchwachsen, würd ich sagen")]
)
def test_a_mixed_talk_is_called_no_solid_one(language: str, words: str) -> None:
    known = acme()
    person = replace(known.person, language=language, asking="mood", asking_about=2, heard_at=NOW)
    chat = Chat(replace(known, person=person)).say(words)
    assert chat.known.interviews[0].mood == "fine"
    assert "solid" not in chat.said
    assert "ordentlich" not in chat.said


def refused(hours: float) -> Known:
    """Ana, to whom Acme has said no so many hours ago."""
    no = Event(id=5, opportunity_id=1, type=EventType.REJECTED, at=NOW - timedelta(hours=hours))
    return replace(acme(), events=(no,))


def test_grief_over_a_no_is_no_fear_of_the_talk_named_beside_it() -> None:
    chat = Chat(refused(1)).say(
        "how do i stop feeling like crap, got another interview on 10 December 10am at Crestline"
    )
    assert "flutter" not in chat.said


@pytest.mark.parametrize(
    ("language", "words"), [("en", "there's no point in any of this"), ("de", "ich lass das alles")]
)
def test_whoever_sees_no_use_is_given_no_task(language: str, words: str) -> None:
    known = met_gamma(refused(30))
    chat = Chat(replace(known, person=replace(known.person, language=language))).say(words)
    assert "Better use" not in chat.said
    assert "Besser für heute" not in chat.said


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "it was dull, kind of hoping they don't offer it"),
        ("en", "honestly I hope I don't get the job"),
        ("de", "hoffe ehrlich gesagt, dass die mich nicht nehmen"),
        ("de", "hoffentlich krieg ich die Stelle nicht"),
    ],
)
def test_whoever_hopes_for_a_no_does_not_want_it(language: str, words: str) -> None:
    known = acme()
    chat = Chat(replace(known, person=replace(known.person, language=language))).say(words)
    assert chat.known.interviews[0].still_wanted is Answer.NO


@pytest.mark.parametrize("words", ["I hope they don't say no", "fingers crossed they don't offer it to somebody else"])
def test_whoever_fears_a_no_still_wants_it(words: str) -> None:
    assert Chat(acme()).say(words).known.interviews[0].still_wanted is not Answer.NO


def test_a_vaguer_word_leaves_the_day_that_is_known() -> None:
    known = acme()
    talk = replace(known.interviews[0], window_answer=Answer.YES, window_earliest=date(2027, 1, 18))
    person = replace(known.person, asking="promised", asking_about=2, heard_at=NOW)
    chat = Chat(replace(known, person=person, interviews=(talk,))).say("mid January")
    (told,) = chat.known.interviews
    assert (told.window_earliest, told.window_latest) == (date(2027, 1, 18), None)


def test_what_they_answer_to_an_offer_elsewhere_is_a_new_day() -> None:
    known = acme()
    talk = replace(known.interviews[0], window_answer=Answer.YES, window_latest=date(2026, 12, 18))
    other = Event(id=6, opportunity_id=1, type=EventType.COMPETING_OFFER, at=NOW, deadline=date(2026, 12, 11))
    chat = Chat(replace(known, interviews=(talk,), events=(other,)))
    chat.say("told Acme about my other offer today, they said by 10 December")
    assert [event.latest for event in chat.known.events if event.type is EventType.WINDOW_EXTENDED] == [
        date(2026, 12, 10)
    ]


@pytest.mark.parametrize(("via_agency", "says"), [(False, "Once when their time"), (True, "About once a week")])
def test_how_often_one_may_ring(via_agency: bool, says: str) -> None:
    chat = Chat(acme(via_agency=via_agency)).say("how often can I ring them without driving them mad?")
    assert says in chat.said
    assert chat.known.open_points == ()


def test_a_clock_read_off_beside_other_news_says_where_somebody_lives() -> None:
    now = NOW + timedelta(hours=5)
    chat = Stranger("en").say("had an interview this morning with Harbor Arts, it went really well", now)
    chat.say("it was at 10. and no its 12:00 here, new york", now)
    assert (lived(chat).person.zone, lived(chat).person.zone_confirmed) == ("America/New_York", True)
    assert lived(chat).interviews[0].start_known


@pytest.mark.parametrize(
    ("words", "via_agency", "says"),
    [
        ("tempted to email Priya's boss directly, should I contact somebody else there?", True, "Not past the agency"),
        ("i have no email address for them, just a phone number. where do i send it?", False, "Then ring"),
        ("nothing yet. is there still hope?", False, "no sign"),
    ],
)
def test_an_answer_fits_what_is_known(words: str, via_agency: bool, says: str) -> None:
    assert says in Chat(acme(via_agency=via_agency)).say(words).said
