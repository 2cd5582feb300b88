"""A model's words for a Draft: only what was told stands, and ours wherever anything else is said."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.coaching.drafts import Style
from bot.coaching.lettering.brief import WRITTEN, Brief, brief_of
from bot.coaching.lettering.reading import body_in, untold_in
from bot.coaching.lettering.telling import TASK, question
from bot.hear.said_json import Unusable
from storage.facts import Interview, Known, Note, NoteKind, Opportunity, Person

START = datetime(2026, 12, 1, 15, tzinfo=UTC)
NOW = START + timedelta(days=12)
ACME = Opportunity(id=1, employer="Acme", role="data engineer")
TALK = Interview(id=2, opportunity_id=1, start=START, end=START + timedelta(hours=1), interviewers=("Priya Shah",))
GLOBEX = Opportunity(id=3, employer="Globex", role="analyst")
THERE = Interview(id=4, opportunity_id=3, start=START, end=START + timedelta(hours=1), interviewers=("Dana Reed",))
DOG = Note(id=5, opportunity_id=1, interview_id=2, kind=NoteKind.DETAIL, text="the office dog is called Bruno", at=NOW)
KNOWN = Known(
    person=Person(id=1, name="Sam", zone="Europe/London", language="en"),
    opportunities=(ACME, GLOBEX),
    interviews=(TALK, THERE),
    notes=(DOG,),
)


def brief(name: str = "follow_up", wish: str = "less stiff please", language: str = "en", **more: str) -> Brief:
    known = replace(KNOWN, person=replace(KNOWN.person, language=language))
    made = brief_of(known, ACME, NOW, name, style=Style.PLAIN, wish=wish, before=more.get("before", ""))
    assert made is not None
    return made


def answer(*lines: str) -> str:
    return json.dumps({"lines": lines})


GOOD = (
    "I enjoyed our talk on Tuesday 1 December, and I'm still really keen on the data engineer role at Acme.",
    "The office dog called Bruno stayed with me, too.",
    "Could you tell me roughly when you expect to decide?",
)
GUT = (
    "unser Gespräch am 1. Dezember hat mir richtig Spaß gemacht, und ich würde sehr gern bei Acme anfangen.",
    "Könnten Sie mir sagen, wann ungefähr mit einer Rückmeldung zu rechnen ist?",
)


def test_words_that_were_told_may_stand_in_any_order() -> None:
    made = brief()
    block = made.whole(body_in(answer(*GOOD), made))
    assert block.text == "Hello Priya,\n\n" + "\n\n".join(GOOD) + "\n\nKind regards\nSam"


def test_german_goes_the_same_way() -> None:
    made = brief(language="de", wish="nicht so steif, bitte rechnen Sie")
    assert body_in(answer(*GUT), made) == "\n\n".join(GUT)


BAD: dict[str, tuple[tuple[str, ...], str]] = {
    "invents a name": ((*GOOD, "Marcus said so, too."), "untold: Marcus"),
    "invents a name at the start": (("Deepak was lovely.", *GOOD), "untold: Deepak"),
    "names another employer": ((*GOOD, "Globex liked me."), "untold: Globex"),
    "invents a number": ((*GOOD, "I can bring 12 things."), "untold: 12"),
    "writes a number out": ((*GOOD, "I can bring twelve things."), "untold: twelve"),
    "invents a date": ((GOOD[0].replace("Tuesday 1", "Monday 7"), *GOOD[1:]), "untold: Monday, 7"),
    "invents a past": ((*GOOD, "I led such a team with years of experience."), "untold: led, years, experience"),
    "invents an offer": ((*GOOD, "I have another offer."), "untold: offer"),
    "is too long": ((GOOD * 4), "length"),
    "has too many lines": ((*GOOD, *("It was good.",) * 5), "length"),
    "speaks French": (("Bonjour, je suis toujours très intéressé. Quand saurez-vous?",), "untold: "),
    "forgets the question": (GOOD[:2], "question"),
    "forgets the interest": (("I enjoyed our talk.", GOOD[2]), "check: no_interest"),
    "is no longer interested": (("I'm not interested in the role.", GOOD[2]), "check: no_interest"),
    "greets": (("Hi [Name], it was good.", *GOOD), "form"),
    "brings an address": ((*GOOD, "See acme.com."), "form"),
    "presses": ((*GOOD, "I expect your answer soon, you have to decide."), "check: pressure"),
    "tells the task": (("Say only what stands in letter, before, facts or wish.", *GOOD), "task"),
}


@pytest.mark.parametrize("fault", BAD)
def test_what_was_not_told_does_not_stand(fault: str) -> None:
    lines, why = BAD[fault]
    with pytest.raises(Unusable) as refused:
        body_in(answer(*lines), brief())
    assert str(refused.value).startswith(why)


@pytest.mark.parametrize(
    ("lines", "why"),
    [
        ((*GUT, "Marcus war auch nett."), "untold: Marcus"),
        ((*GUT, "Ich habe zehn Jahre Erfahrung."), "untold: zehn, Jahre, Erfahrung"),
        ((GUT[0].replace("1. Dezember", "3. Dezember"), GUT[1]), "untold: 3"),
        (GUT[:1], "question"),
        (("unser Gespräch war gut.", GUT[1]), "interest"),
        (("ich bin leider nicht mehr interessiert.", GUT[1]), "interest"),
        ((GUT[0], "Kannst du mir sagen, wann ihr euch meldet?"), "address"),
        (GOOD, "untold: "),
    ],
)
def test_what_was_not_told_does_not_stand_in_german(lines: tuple[str, ...], why: str) -> None:
    with pytest.raises(Unusable) as refused:
        body_in(answer(*lines), brief(language="de", wish="nicht so steif, bitte rechnen Sie"))
    assert str(refused.value).startswith(why)


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("", "empty"),
        ("I cannot help with that.", "words"),
        ('{"lines": ["I enjoyed', "half"),
        ('{"lines": "I enjoyed it"}', "form"),
        ('{"lines": []}', "form"),
        ('{"lines": [""]}', "form"),
        ('{"text": "I enjoyed it"}', "form"),
        ('{"lines": [7]}', "form"),
    ],
)
def test_an_answer_that_is_none_is_told_in_one_word(said: str, why: str) -> None:
    with pytest.raises(Unusable) as refused:
        body_in(said, brief())
    assert str(refused.value) == why


def test_a_fence_and_thoughts_around_it_are_no_trouble() -> None:
    said = f"<think>hm {{</think>```json\n{answer(*GOOD)}\n```"
    assert body_in(said, brief()) == "\n\n".join(GOOD)


def test_what_the_wish_tells_may_be_said() -> None:
    lines = (*GOOD, "I'm free on Monday from 9.")
    assert body_in(answer(*lines), brief(wish="say that I'm free on Monday from 9"))


def test_a_letter_that_was_changed_before_is_changed_again() -> None:
    made = brief(wish="shorter", before="Marcus was there, too.")
    assert json.loads(question(made))["before"] == "Marcus was there, too."
    assert untold_in("Marcus was there.", made) == []


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("name", sorted(WRITTEN))
@pytest.mark.parametrize("style", list(Style))
def test_our_own_words_would_stand(name: str, language: str, style: Style) -> None:
    known = replace(KNOWN, person=replace(KNOWN.person, language=language))
    made = brief_of(known, ACME, NOW, name, style=style, wish="as it is", before="")
    assert made is not None
    assert body_in(answer(*made.ours.split("\n\n")), made) == made.ours


@pytest.mark.parametrize("name", ["acceptance", "decline", "withdrawal", "more_time", "deadline", "late_call"])
def test_what_decides_something_is_never_left_to_a_model(name: str) -> None:
    assert brief_of(KNOWN, ACME, NOW, name, style=Style.PLAIN, wish="nicer", before="") is None


def test_nothing_is_told_of_others() -> None:
    told = question(brief())
    assert "Bruno" in told
    assert not any(name in told for name in ("Globex", "Dana", "analyst"))
    assert question(brief(), ("{}", "untold: Marcus")).endswith('"cannot be used, because": "untold: Marcus"}')
    assert "json" in TASK.casefold()
