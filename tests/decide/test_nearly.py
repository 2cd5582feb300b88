"""What else a question may be about: buttons under an answer that was in doubt, pressed or typed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from bot import words
from bot.coaching.answers.rows import ROWS
from bot.hear.act import By
from bot.hear.buttons import act_of
from bot.hear.fold import fold
from bot.hear.listened import Listened
from bot.respond import respond
from bot.turn import Button, Incoming, Kind, Message, Turn
from storage.facts import Known
from tests.decide import rows
from tests.decide.rows import NOW

TOPICS = sorted(ROWS.keys() - {"other"})
LONGEST = 34
"""Characters of a button that a narrow telephone shows whole, on a line of its own."""
ASKED = "they said something odd at the end, what do i make of it?"
DOUBT = {"hint": 0.4, "signs_words": 0.3, "legal": 0.1, "age": 0.02}


def turn(known: Known, said: str, topics: Mapping[str, float] | None = None) -> Turn:
    """The answer to a text, with what a listener takes it to be about."""
    incoming = Incoming(kind=Kind.TEXT, person_id=7, chat_id=7, text=said, message_id=5)
    if topics is not None:
        incoming = replace(incoming, listened=Listened(by=By.HEADS, text=fold(said), topics=topics))
    return respond(incoming, known, NOW)


def pressed(known: Known, button: Button) -> Turn:
    """The answer to a press."""
    incoming = Incoming(kind=Kind.PRESS, person_id=7, chat_id=7, data=button.data, press_id="p", message_id=6)
    return respond(incoming, known, NOW)


def told(done: Turn) -> str:
    return "\n".join(str(one.text) for one in done.say if isinstance(one, Message))


def offered(done: Turn) -> list[Button]:
    """The buttons with topics."""
    shown = (one for say in done.say if isinstance(say, Message) for row in say.buttons for one in row)
    return [one for one in shown if one.data.startswith("1:topic=")]


def known_after(done: Turn) -> Known:
    assert done.known is not None
    return done.known


def person(language: str = "en") -> Known:
    known = rows.acme()
    return replace(known, person=replace(known.person, language=language, zone_confirmed=True))


def test_an_answer_in_doubt_offers_the_next_likeliest() -> None:
    done = turn(person(), ASKED, DOUBT)
    assert "Or did you mean …" in told(done)
    assert [one.label for one in offered(done)] == ["… What their words mean", "… What the law says"]


def test_an_answer_that_was_sure_offers_nothing() -> None:
    assert offered(turn(person(), ASKED, {"hint": 0.8, "signs_words": 0.15})) == []


def test_what_nobody_has_heard_offers_nothing() -> None:
    assert offered(turn(person(), ASKED)) == []


def test_facts_alone_offer_nothing() -> None:
    done = turn(person(), "They said they decide by Friday 11 December.", DOUBT)
    assert offered(done) == []


def test_a_general_answer_offers_three() -> None:
    faint = {"hint": 0.3, "signs_words": 0.2, "legal": 0.1, "age": 0.09}
    done = turn(person(), "and what about the plants in the hall there, then?", faint)
    assert "Or is it about …" in told(done)
    assert len(offered(done)) == 3


@pytest.mark.parametrize(
    "said", ["2", "the second one", "What the law says", "what the law says.", "… What the law says"]
)
def test_what_can_be_pressed_can_be_typed(said: str) -> None:
    first = turn(person(), ASKED, DOUBT)
    by_press, by_word = pressed(known_after(first), offered(first)[1]), turn(known_after(first), said)
    assert told(by_word) == told(by_press)
    assert "lawyer" in told(by_press)
    assert offered(by_word) == []


def test_a_button_answers_about_the_same_employer_and_learns_nothing() -> None:
    first = turn(person(), ASKED, DOUBT)
    act = act_of(offered(first)[0].data)
    assert act is not None
    assert act.row == known_after(first).opportunities[0].id
    after = known_after(pressed(known_after(first), offered(first)[0]))
    assert (after.interviews, after.contacts, after.events, after.notes) == (
        person().interviews,
        person().contacts,
        person().events,
        person().notes,
    )


def test_a_number_is_no_topic_once_something_else_was_asked() -> None:
    first = turn(person(), ASKED, DOUBT)
    later = turn(known_after(first), "should I call or mail them?")
    assert known_after(later).person.asking != "nearly"


def test_a_button_of_no_topic_is_none() -> None:
    assert act_of("1:topic=nothing:1:0") is None


@pytest.mark.parametrize("language", words.languages())
def test_each_topic_has_words_of_its_own_that_fit_a_button(language: str) -> None:
    labels = [words.plain("near.label", language, topic=words.plain(f"topic.{one}", language)) for one in TOPICS]
    assert [label for label in labels if len(label) > LONGEST] == []
    assert len({label.casefold() for label in labels}) == len(labels)


@pytest.mark.parametrize("topic", TOPICS)
def test_each_topic_can_be_carried_by_a_button(topic: str) -> None:
    data = f"1:topic={topic}:{10**12}:0"
    assert len(data.encode()) <= 64
    act = act_of(data)
    assert act is not None
    assert (act.name, act.get("topic")) == ("question", topic)


def test_it_is_asked_in_german_too() -> None:
    done = turn(person("de"), "die haben am Ende was Komisches gesagt, was heißt das?", DOUBT)
    assert "Oder meinst du …" in told(done) or "Oder geht es um …" in told(done)
    assert offered(done)[-1].label == "… Was rechtlich gilt"
