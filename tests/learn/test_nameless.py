"""An employer that was told of without its name: which of the names that are told later is its own."""

from __future__ import annotations

import pytest

from storage.facts import EventType, Known, Person
from tests.in_place import Chat

FIRST = {
    "en": "I have a job interview on Thursday at 3pm",
    "de": "Ich habe am Donnerstag um 15 Uhr ein Vorstellungsgespräch",
}


def after(language: str, words: str) -> Chat:
    """A conversation that began with a talk without a name, and these words."""
    person = Person(id=7, name="Ana", language=language, zone="Europe/London")
    return Chat(Known(person=person)).say(FIRST[language]).say(words)


def talks(chat: Chat) -> dict[str, int]:
    """The number of talks of each employer."""
    ours = chat.known.interviews
    return {one.employer: sum(talk.opportunity_id == one.id for talk in ours) for one in chat.known.opportunities}


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "Interview with Umbrella tomorrow at 9am"),
        ("en", "Interview at Umbrella on Monday, 2pm, for a data analyst role"),
        ("en", "My interview at Umbrella is on Thursday at 10am"),
        ("en", "I had an interview at Umbrella yesterday"),
        ("en", "Umbrella offered me the job"),
        ("en", "Umbrella rejected me"),
        ("de", "Morgen um 9 Uhr habe ich ein Vorstellungsgespräch bei Umbrella"),
        ("de", "Gestern hatte ich ein Vorstellungsgespräch bei Umbrella"),
        ("de", "Umbrella hat mir abgesagt"),
    ],
)
def test_another_time_or_an_answer_before_its_talk_is_another_employers(language: str, words: str) -> None:
    chat = after(language, words)
    assert len(chat.known.opportunities) == 2
    assert chat.known.opportunities[1].employer == "Umbrella"
    assert talks(chat)[chat.known.opportunities[0].employer] == 1


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "Interview with Umbrella on Thursday at 3pm"),
        ("en", "The interview on Thursday is with Umbrella"),
        ("en", "It's an interview with Umbrella"),
        ("en", "Umbrella"),
        ("en", "the company is called Umbrella"),
        ("de", "Das Vorstellungsgespräch am Donnerstag ist bei Umbrella"),
        ("de", "Umbrella"),
    ],
)
def test_the_same_day_or_only_a_name_names_it(language: str, words: str) -> None:
    assert talks(after(language, words)) == {"Umbrella": 1}


def test_what_comes_after_its_talk_may_be_of_it() -> None:
    chat = after("en", "thanks").later(days=4).say("Umbrella rejected me")
    assert [one.employer for one in chat.known.opportunities] == ["Umbrella"]
    assert [event.type for event in chat.known.events] == [EventType.REJECTED]


def test_another_job_is_another_employers() -> None:
    chat = after("en", "it's for a product designer role").say("Interview with Umbrella for a data analyst position")
    assert [one.role for one in chat.known.opportunities][:1] != ["Data analyst"]


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "Tidewell it's called"), ("en", "Tidewell is the school btw"), ("de", "Reinders heißt die Firma")],
)
def test_what_it_is_called_names_it_beside_others(language: str, words: str) -> None:
    other = {"en": "I had an interview at Umbrella yesterday", "de": "Gestern hatte ich ein Gespräch bei Umbrella"}
    chat = after(language, other[language]).say(words)
    assert talks(chat) == {words.split(maxsplit=1)[0]: 1, "Umbrella": 1}
