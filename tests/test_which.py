"""Which employer a text is about: the one it names, and never another one because it is the only one known."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.dialogue import presses
from bot.dialogue.talk import Talk
from bot.dialogue.which import named_in, none_of_these, stranger_in
from storage.facts import Known, Opportunity
from tests.in_place import NOW, Chat, acme, facts, met_gamma, put_in_place, text

LETTER = "Dear Ana, thank you for coming in. Unfortunately, we have decided to go with another candidate for this role."


@pytest.fixture(autouse=True)
def everything_in_place(monkeypatch: pytest.MonkeyPatch) -> None:
    """The tables as they stand in the conversation, with the button that is new."""
    put_in_place(monkeypatch)
    monkeypatch.setitem(presses.VERBS, "which.none", none_of_these)


def of(*employers: str) -> Known:
    """Ana, with these employers."""
    return replace(acme(), opportunities=tuple(Opportunity(id=n, employer=e) for n, e in enumerate(employers, 1)))


def german() -> Known:
    known = acme()
    return replace(known, person=replace(known.person, language="de"))


def named(words: str, *employers: str) -> list[str]:
    return [o.employer for o in named_in(Talk(text(words), of(*employers), NOW), words)]


def stranger(words: str, known: Known | None = None) -> str | None:
    return stranger_in(Talk(text(words), known or acme(), NOW), words)


@pytest.mark.parametrize(
    "words",
    ["Acme's HR rejected me", "Acme!", "acme rejected me", "Acme GmbH wrote", "ACME REJECTED ME", "at Acme Monday"],
)
def test_a_name_is_heard_however_it_is_written(words: str) -> None:
    assert named(words, "Acme") == ["Acme"]


@pytest.mark.parametrize("words", ["Acme Labs rejected me", "ACME Group tomorrow", "Acmeology wrote"])
def test_a_longer_name_is_another_employer(words: str) -> None:
    assert named(words, "Acme") == []


def test_of_two_names_in_one_place_the_longer_one_counts() -> None:
    assert named("Acme Labs rejected me", "Acme", "Acme Labs") == ["Acme Labs"]
    assert named("acme labs rejected me", "Acme", "Acme Labs") == ["Acme Labs"]
    assert named("Acme and Acme Labs rejected me", "Acme", "Acme Labs") == ["Acme", "Acme Labs"]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Umbrella rejected me", "Umbrella"),
        ("Yesterday Umbrella rejected me", "Umbrella"),
        ("my colleague from Nova Works called: they hired someone else", "Nova Works"),
        ("Initech has just invited me to a second round", "Initech"),
        ("got a rejection from Hooli", "Hooli"),
        ("Anna from Hooli wrote: they went with someone else", "Hooli"),
        ("Stark Industries called, it's a no", "Stark Industries"),
        ("my interview at Umbrella was cancelled", "Umbrella"),
        ("Umbrella HR rejected me", "Umbrella"),
        ("Umbrella put the role on hold", "Umbrella"),
        ("Acme Labs rejected me", "Acme Labs"),
    ],
)
def test_a_stranger_is_an_employer_by_the_words_around_the_name(words: str, name: str) -> None:
    assert stranger(words) == name


@pytest.mark.parametrize(
    "words",
    [
        *("They rejected me", "The recruiter rejected me", "The Hiring Manager rejected me", "HR called: it's a no"),
        *("Anna called, they rejected me", "Anna from HR wrote that they rejected me", "Anna invited me back"),
        *("Monday they cancelled", "Yesterday HR rejected me", "Got rejected", "Interview cancelled", "I got rejected"),
        *("got a call from Anna", "they want me on Monday", "Another company rejected me", "ACME REJECTED ME"),
        *("My interview on Friday was cancelled", "Acme rejected me", "my interview with Anna was moved"),
        *("Mr Jones rejected me", "the interview in January got cancelled", "Recruiter called off the interview"),
    ],
)
def test_a_person_a_day_or_the_beginning_of_a_sentence_is_no_stranger(words: str) -> None:
    assert stranger(words) is None


def test_an_interviewer_is_no_stranger() -> None:
    known = acme()
    met = replace(known, interviews=(replace(known.interviews[0], interviewers=("Zelda Quist",)),))
    assert stranger("Zelda rejected me", met) is None


def test_in_german_a_noun_is_no_stranger_and_no_part_of_a_name() -> None:
    assert stranger("Umbrella hat mir abgesagt", german()) == "Umbrella"
    assert stranger("Die Firma hat mir abgesagt", german()) is None
    assert stranger("Frau Müller hat mich eingeladen", german()) is None
    assert stranger("sie haben mich zum Zweitgespräch eingeladen", german()) is None
    words = "Acme Absage bekommen"
    assert named_in(Talk(text(words), german(), NOW), words)


@pytest.mark.parametrize(
    "words",
    [
        *("Umbrella rejected me", "my colleague from Nova Works called: they hired someone else"),
        *("Umbrella invited me to a second round", "Umbrella made me an offer", f"St Mary's: {LETTER}"),
        f"{LETTER}\n\nKind regards\nTom\nUmbrella Recruiting Team",
    ],
)
def test_news_of_a_stranger_is_never_booked_on_the_only_one(words: str) -> None:
    chat = Chat(acme())
    before = facts(chat.known)
    assert set(chat.say(words).buttons) == {"Acme", "None of these"}
    assert facts(chat.known) == before
    chat.tap("None of these")
    assert "Interview with" in chat.said
    assert (facts(chat.known), chat.known.person.asking) == (before, None)


def test_the_one_that_is_tapped_gets_the_news() -> None:
    chat = Chat(acme()).say("Umbrella rejected me").tap("Acme")
    assert facts(chat.known) != facts(acme())


def test_none_of_these_is_not_offered_when_nobody_strange_is_named() -> None:
    assert set(Chat(met_gamma(acme())).say("they rejected me").buttons) == {"Acme", "Gamma"}


def test_none_of_these_pressed_late_changes_nothing() -> None:
    chat = Chat(acme()).press("which.none")
    assert chat.toast
    assert facts(chat.known) == facts(acme())


def test_a_letter_is_one_behind_the_name_of_its_sender() -> None:
    chat = Chat(acme()).say(f"Acme: {LETTER}")
    assert facts(chat.known) != facts(acme())
    assert "Acme" in chat.said


def test_an_interview_with_a_similar_name_is_with_another_employer() -> None:
    chat = Chat(acme()).say("Interview with Acme Labs tomorrow at 2pm, controller")
    assert "Acme Labs" in [o.employer for o in chat.known.opportunities]


@pytest.mark.parametrize(
    "words", ["Interview with acme tomorrow at 2pm", "Interview with the team tomorrow at 2pm, they said"]
)
def test_an_interview_with_the_one_that_is_known_is_its_next_round(words: str) -> None:
    chat = Chat(acme()).say(words)
    assert [o.employer for o in chat.known.opportunities] == ["Acme"]
    assert len(chat.known.interviews) == 2


def test_an_interview_with_somebody_else_is_not_theirs_for_a_they() -> None:
    chat = Chat(acme()).say("Interview with Umbrella tomorrow at 2pm, they said")
    assert "Umbrella" in [o.employer for o in chat.known.opportunities]
