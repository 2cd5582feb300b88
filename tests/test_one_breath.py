"""What people tell in one breath, shouted, or right out of the room: the right talk, the right day, nothing made up."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from storage.facts import ContactKind, EventType, Known, Person
from tests.hear.heard import hear, names, slots
from tests.in_place import ANA, Chat

LONDON = ZoneInfo("Europe/London")
MONDAY = datetime(2026, 11, 9, 17, 15, tzinfo=LONDON)


def stranger(language: str = "en") -> Chat:
    person = Person(id=ANA, name="Ana", zone="Europe/London", zone_confirmed=True, serial=20, language=language)
    return Chat(Known(person=person), MONDAY)


def starts(chat: Chat, employer: str) -> list[datetime]:
    """When that employer's talks begin, by Ana's clock."""
    ids = {o.id for o in chat.known.opportunities if o.employer == employer}
    return [i.start.astimezone(LONDON) for i in chat.known.interviews if i.opportunity_id in ids and not i.cancelled]


# A second talk in the same breath


@pytest.mark.parametrize(
    ("language", "told", "hour", "first", "second"),
    [
        (
            "en",
            "I interviewed with Acme today and have another on Thursday at the museum",
            "thurs at 11",
            "Acme",
            "the museum",
        ),
        ("en", "Had an interview with Acme today, and one on Thursday with Globex", "thursday at 11", "Acme", "Globex"),
        (
            "de",
            "Heute Gespräch bei Nordbank gehabt und am Do noch eins bei der Klinik",
            "do um 11.",
            "Nordbank",
            "die Klinik",
        ),
        ("de", "Heute war mein Gespräch bei Nordbank und am Do eins bei Zalando", "am do um 11", "Nordbank", "Zalando"),
    ],
)
def test_a_second_talk_is_one_to_come_and_the_next_fragment_gives_its_hour(
    language: str, told: str, hour: str, first: str, second: str
) -> None:
    chat = stranger(language).say(told)
    assert [one.date() for one in starts(chat, first)] == [date(2026, 11, 9)]
    assert [one.date() for one in starts(chat, second)] == [date(2026, 11, 12)]
    chat.later(minutes=3).say(hour)
    assert starts(chat, second) == [datetime(2026, 11, 12, 11, tzinfo=LONDON)]
    assert len(chat.known.interviews) == 2


def test_two_things_on_one_day_are_no_two_talks() -> None:
    chat = stranger().say("Had an interview with Acme today and saw one of them on Thursday at the museum")
    assert [o.employer for o in chat.known.opportunities] == ["Acme"]


# Right out of the room


@pytest.mark.parametrize(
    ("language", "first", "told"),
    [
        (
            "en",
            "Had an interview with Acme today, and one on Thursday at 9 with Globex",
            "phew. four people, they all wrote",
        ),
        (
            "de",
            "Heute Gespräch bei Acme gehabt und am Do um 9 eins bei Globex",
            "uff, vier Leute, alle haben geschrieben",
        ),
    ],
)
def test_what_is_told_right_out_of_a_talk_is_of_it_and_no_word_from_them(language: str, first: str, told: str) -> None:
    chat = stranger(language).say(first).at(datetime(2026, 11, 12, 10, 35, tzinfo=LONDON)).say(told)
    globex = next(o.id for o in chat.known.opportunities if o.employer == "Globex")
    assert chat.known.contacts == ()
    assert [note.opportunity_id for note in chat.known.notes] == [globex]
    said = "sie sagen in zwei Wochen" if language == "de" else "they say in two weeks"
    chat.later(minutes=3).say(said)
    assert [i.window_latest for i in chat.known.interviews if i.opportunity_id == globex] == [date(2026, 11, 26)]


def test_a_letter_from_them_is_word_from_them_also_right_after_a_talk() -> None:
    chat = stranger().say("Had an interview with Acme today at 3pm").say("they all wrote me an email")
    assert [contact.opportunity_id for contact in chat.known.contacts]


# Shouted


@pytest.mark.parametrize(
    "text",
    ["BEN JUST RANG THEYRE OFFERING IT TO ME", "OMG THEY ARE OFFERING ME THE JOB", "SIE BIETEN MIR DIE STELLE AN"],
)
def test_what_is_shouted_is_heard_and_names_nobody(text: str) -> None:
    act = next(act for act in hear(text, language="de" if text.startswith("SIE") else "en").acts if act.name == "offer")
    assert not act.has("about")


def test_a_name_in_capitals_stays_one() -> None:
    assert slots("interview", "interview with SOLBERG FOODS GMBH today")["about"] == "SOLBERG FOODS GMBH"
    assert slots("offer", "I GOT THE JOB AT TESCO")["about"] == "Tesco"


def test_a_grade_of_pay_is_no_hour() -> None:
    assert "S8a" in str(slots("they_promised", "S8a stufe 3, Vertrag kommt nächste Woche", language="de")["what"])
    assert slots("interview", "interview at Globex tomorrow at 8a")["start"].hour == 8


# What was said, and why


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "they say in 3 weeks because of the works council. is that normal?"),
        ("en", "she says three weeks, since the head is away"),
        ("de", "die sagen in 3 wochen weil noch personalrat. is das normal??"),
        ("de", "sie meint in drei Wochen wegen dem Betriebsrat"),
    ],
)
def test_what_they_say_now_is_their_time_and_the_reason_takes_nothing_away(language: str, text: str) -> None:
    chat = stranger(language).say("Interview with Acme today" if language == "en" else "Heute Gespräch bei Acme gehabt")
    chat.later(minutes=3).say(text)
    assert [i.window_latest for i in chat.known.interviews] == [date(2026, 11, 30)]


@pytest.mark.parametrize(
    ("language", "text"), [("en", "what do they say on friday"), ("de", "was sagen die am freitag?")]
)
def test_a_question_names_no_time(language: str, text: str) -> None:
    assert "window" not in names(text, language=language)


# Another day


@pytest.mark.parametrize(
    ("language", "first", "moved", "again"),
    [
        (
            "en",
            "My trial shift at Acme is on Friday at 8",
            "could not go, told her and she was kind, now it's weds 18th same time",
            "they moved it again, it's thursday the 19th at 9 now",
        ),
        (
            "de",
            "Mein Probetag bei Acme ist am Freitag um 8",
            "geht doch nicht, hab ihr abgesagt, jetzt ist es Mi 18. selbe Zeit",
            "wurde nochmal verschoben, jetzt ist es Do 19. um 9",
        ),
    ],
)
def test_a_day_that_is_told_anew_moves_the_talk_as_often_as_it_is_told(
    language: str, first: str, moved: str, again: str
) -> None:
    chat = stranger(language).say(first).later(days=1).say(moved)
    assert starts(chat, "Acme") == [datetime(2026, 11, 18, 8, tzinfo=LONDON)]
    assert [event.type for event in chat.known.events if event.type is EventType.DECLINED] == []
    chat.later(days=1).say(again)
    assert starts(chat, "Acme") == [datetime(2026, 11, 19, 9, tzinfo=LONDON)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Frau Kern hat angerufen Probetag am Fr 20. von 8 bis 12"),
        ("en", "Maria called, trial shift on friday 20th from 8 to 12"),
    ],
)
def test_a_day_ahead_is_ahead_though_the_call_is_past(language: str, text: str) -> None:
    chat = stranger(language).say(text)
    told = [interview.start.astimezone(LONDON) for interview in chat.known.interviews]
    assert told == [datetime(2026, 11, 20, 8, tzinfo=LONDON)]


# Ends that are none


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "ich glaub das wird nix mehr mit mir"),
        ("de", "am liebsten würde ich das abhaken"),
        ("en", "i feel like giving up on them"),
        ("en", "maybe i should count it as a no"),
    ],
)
def test_who_only_thinks_of_giving_up_has_closed_nothing(language: str, text: str) -> None:
    assert "no_answer_given_up" not in names(text, language=language)


def test_who_gives_up_has() -> None:
    assert "no_answer_given_up" in names("i'm giving up on them")
    assert "no_answer_given_up" in names("ich hake das ab", language="de")


def taken(language: str) -> Chat:
    """Acme is taken, Globex has not answered yet, and was spoken of last."""
    chat = stranger(language)
    chat.say("interviews with Acme and Globex today").say("Acme offered me the job").say("I accepted Acme's offer")
    return chat.later(days=2).say("nothing from Globex yet")


@pytest.mark.parametrize(("language", "text"), [("en", "signed!!!! finally"), ("de", "unterschrieben!!!! endlich")])
def test_what_is_signed_is_what_was_taken(language: str, text: str) -> None:
    chat = taken(language).later(days=1).say(text)
    accepted = [event.opportunity_id for event in chat.known.events if event.type is EventType.ACCEPTED]
    acme = next(o.id for o in chat.known.opportunities if o.employer == "Acme")
    assert set(accepted) == {acme}


def test_a_yes_on_the_telephone_is_no_question() -> None:
    chat = stranger().say("interview with Acme today").say("Acme offered me the job").later(days=1)
    chat.say("rang her and said yes to the offer")
    assert all(contact.kind is not ContactKind.FOLLOW_UP for contact in chat.known.contacts)
    assert chat.event.type is EventType.ACCEPTED


# One's own letter


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "I wrote it myself: 'Dear Ms Wolf, thank you for this morning and for the tour.' Is it acceptable?"),
        (
            "en",
            'wrote her this: "Hello Mira, thank you for the talk today and for the tour." Does that read too stiff?',
        ),
        ("de", "Hab das geschrieben: „Hallo Frau Kern, vielen Dank für das Gespräch heute.“ Kann der so raus?"),
    ],
)
def test_ones_own_letter_with_a_question_is_checked_and_not_taken_for_sent(language: str, text: str) -> None:
    assert names(text, language=language) == {"check_text"}


def test_a_bare_name_behind_the_news_is_whose_it_is() -> None:
    chat = stranger("de").say("Heute Gespräch bei Acme gehabt").say("Gestern war das Gespräch bei Globex")
    chat = chat.later(days=3).say("absage. globex.")
    rejected = [event.opportunity_id for event in chat.known.events if event.type is EventType.REJECTED]
    assert rejected == [o.id for o in chat.known.opportunities if o.employer == "Globex"]


# Put right, and arranged by somebody else


@pytest.mark.parametrize(
    ("language", "first", "text", "role"),
    [
        (
            "en",
            "Interview with Acme today for a planner job",
            "Correction: the role is Senior Planner",
            "Senior Planner",
        ),
        ("de", "Heute Gespräch bei Acme als Referentin", "Korrektur: die Stelle ist Teamleiterin", "Teamleiterin"),
    ],
)
def test_a_role_is_put_right_also_after_the_talk(language: str, first: str, text: str, role: str) -> None:
    chat = stranger(language).say(first).later(minutes=5).say(text)
    assert [o.role for o in chat.known.opportunities] == [role]
    assert "Which of these" not in chat.said
    assert "Was davon" not in chat.said
    assert len(chat.known.interviews) == 1


@pytest.mark.parametrize(
    ("language", "first", "text"),
    [
        ("en", "Interview with Acme today", "they want to see me again, the recruiter is setting it up"),
        ("de", "Heute Gespräch bei Acme gehabt", "die wollen mich nochmal sehen, die Agentur macht den Termin aus"),
    ],
)
def test_no_answer_is_owed_where_somebody_else_finds_the_day(language: str, first: str, text: str) -> None:
    chat = stranger(language).say(first).later(days=2).say(text)
    assert [event.type for event in chat.known.events] == [EventType.SCHEDULING_PENDING]


def test_an_invitation_that_i_arrange_myself_is_to_be_answered() -> None:
    chat = stranger().say("Interview with Acme today").later(days=2)
    chat.say("they want to see me again, i will arrange the day with them")
    assert [event.type for event in chat.known.events] == [EventType.INVITATION]
