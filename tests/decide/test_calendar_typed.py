"""What is typed about the calendar instead of pressed; an invitation that was pasted."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.decide.calendar_asking import FOUND, GONE, LIST, QUESTIONS, REPLACES
from bot.decide.calendar_typed import heard
from bot.decide.question import Question
from bot.decide.scene import scene_of
from bot.hear.act import Act, By
from bot.hear.listen import listen
from bot.learn.ledger import Ledger
from bot.turn import Incoming, Kind
from storage.facts import Known
from tests.decide.rows import acme, ledger, stranger
from tests.learn.events import FRIDAY, having, planned, row
from tests.learn.rows import NOW
from tests.learn.test_calendar_pasted import GERMAN, HEADINGS, IN_A_SENTENCE, PLAIN

WAITING = having(row(20), row(21, title="Interview at Globex", start=FRIDAY))


def asking(known: Known, question: Question, number: int = 20) -> Known:
    """The same, with that question open."""
    person = replace(known.person, asking=question.name, asking_about=number, heard_at=NOW)
    return replace(known, person=person)


def typed(known: Known, text: str) -> tuple[Act, ...]:
    """What is heard when that is typed."""
    turn = Ledger(known, NOW, Incoming(kind=Kind.TEXT, person_id=7, chat_id=7, text=text))
    scene = replace(scene_of(turn), asked=known.person.asking)
    return heard(turn, scene, listen(text, scene)).acts


def done(known: Known, text: str) -> list[tuple[str, int]]:
    """What it does with which rows."""
    return [(act.get("do"), act.row) for act in typed(known, text) if act.name == "calendar" and act.by is By.BARE]


@pytest.mark.parametrize(
    ("question", "text", "does"),
    [
        (FOUND, "plan it", "plan"),
        (FOUND, "yes, plan it please", "plan"),
        (FOUND, "trag es bitte ein", "plan"),
        (FOUND, "not an interview", "not"),
        (FOUND, "don't plan it", "not"),
        (FOUND, "kein Gespräch", "not"),
        (FOUND, "none of the others", "none"),
        (LIST, "none of the others", "none"),
        (LIST, "keins davon", "none"),
        (REPLACES, "yes, it moved", "moved"),
        (REPLACES, "no, another one", "other"),
        (REPLACES, "ein anderes", "other"),
        (GONE, "it's off", "off"),
        (GONE, "no, it still stands", "still"),
        (GONE, "it's not cancelled", "still"),
        (GONE, "fällt aus", "off"),
        (GONE, "fällt nicht aus", "still"),
    ],
)
def test_what_a_button_says_can_be_typed(question: Question, text: str, does: str) -> None:
    assert done(asking(planned(), question), text) == [(does, 20)]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Globex", [21]),
        ("only the globex one", [21]),
        ("the second one", [21]),
        ("Acme and Globex", [20, 21]),
        ("Globex and the first one", [20, 21]),
        ("both of them", [20, 21]),
    ],
)
def test_of_a_list_they_are_called_by_name_or_place(text: str, rows: list[int]) -> None:
    assert done(asking(WAITING, LIST, 0), text) == [("pick", number) for number in rows]


@pytest.mark.parametrize(
    ("known", "question", "text"),
    [
        (planned(), GONE, "Globex called it off"),
        (planned(), GONE, "they rejected me, it's off"),
        (planned(), GONE, "I have the day off tomorrow, so I can rest"),
        (planned(), FOUND, ""),
        (WAITING, LIST, "I had lunch with my mum today"),
        (WAITING, LIST, "we are having 2 guests tonight"),
    ],
)
def test_news_is_no_answer(known: Known, question: Question, text: str) -> None:
    assert done(asking(known, question), text) == []


def test_without_the_question_it_says_nothing() -> None:
    assert done(planned(), "it's off") == []


# What a bare answer means


@pytest.mark.parametrize(
    ("question", "yes", "no"),
    [(FOUND, "plan", "not"), (LIST, None, "none"), (REPLACES, "moved", "other"), (GONE, "off", "still")],
)
def test_yes_and_no_mean_what_is_asked(question: Question, yes: str | None, no: str) -> None:
    turn = ledger(asking(planned(), question))
    assert question.means is not None
    means = {name: question.means(turn, Act(name)) for name in ("yes", "no", "skip", "thanks")}
    assert {name: act and act.get("do") for name, act in means.items()} == {
        "yes": yes,
        "no": no,
        "skip": "left",
        "thanks": None,
    }
    assert means["no"] is not None
    assert (means["no"].row, means["no"].by) == (20, By.BARE)


def test_no_question_about_a_calendar_is_put_by_itself() -> None:
    assert all(question.open(planned(), NOW) is None for question in QUESTIONS)


# A pasted invitation


@pytest.mark.parametrize(
    ("text", "about", "role"),
    [
        (PLAIN, "Acme", None),
        (IN_A_SENTENCE, "Globex", "Data Engineer"),
        (HEADINGS, "Initech", "Product Designer"),
        (GERMAN, "Muster GmbH", None),
    ],
)
def test_an_invitation_is_one_interview(text: str, about: str, role: str | None) -> None:
    dated = text.replace("2026", "2027").replace("10 Sept", "9 Sept").replace("10. Sept", "9. Sept")
    dated = dated.replace("September 10", "September 9").replace("11 Sep", "10 Sep")
    known = stranger()
    german = replace(known, person=replace(known.person, language="de")) if text == GERMAN else known
    (told,) = [act for act in typed(german, dated) if act.name not in ("hello", "letter")]
    assert (told.name, told.get("about"), told.get("role")) == ("interview", about, role)
    assert told.has("start", "end")


def test_an_employer_that_is_known_invites_to_a_further_round() -> None:
    text = IN_A_SENTENCE.replace("2026", "2027").replace("11 Sep", "10 Sep").replace("Globex", "Acme")
    names = [act.name for act in typed(acme(), text) if act.name not in ("hello", "letter")]
    assert names == ["invited"]


def test_one_that_is_known_already_is_left_to_others() -> None:
    known = planned()
    text = "Interview with Acme\nDate: 10 December 2026\nTime: 14:00 - 15:00"
    before = listen(text, scene_of(Ledger(known, NOW)))
    turn = Ledger(known, NOW, Incoming(kind=Kind.TEXT, person_id=7, chat_id=7, text=text))
    assert heard(turn, scene_of(turn), before) is before
