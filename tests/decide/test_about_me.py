"""The language, a copy of all that is known, and that it is forgotten: by words and by buttons."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.decide.about_me import FORGET, LANGUAGE, code_of, export, forget, knows_anything, language, without
from bot.hear.act import Act, By
from bot.learn.ledger import Ledger, Stale
from storage.facts import (
    Appointment,
    Decision,
    EventType,
    Known,
    Note,
    NoteKind,
    OpenKind,
    OpenPoint,
    Week,
)
from tests.decide.rows import NOW, acme, bare, done, happened, keys, ledger, nudged, press, presses, said, stranger, two
from tests.decide.turns import Turns

# The language


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("de", "de"),
        ("Deutsch", "de"),
        ("german", "de"),
        ("English.", "en"),
        ("Englisch", "en"),
        ("fr", None),
        ("Klingon", None),
        ("", None),
    ],
)
def test_a_language_goes_by_its_code_and_by_its_name_in_each_of_them(words: str, code: str | None) -> None:
    assert code_of(words) == code


def test_a_language_that_is_spoken_is_spoken_from_now_on() -> None:
    made = done(acme(), language, Act("language", {"code": "de"}))
    assert (made.person.language, keys(made)) == ("de", ["language.done"])
    assert "Deutsch" in said(made, "de")
    made = done(acme(), language, press("language=de", "language", 0, code="de"))
    assert made.reply.rewritten is not None


def test_one_that_is_not_spoken_is_said_so_with_the_buttons() -> None:
    made = done(acme(), language, Act("language", {"code": "fr"}))
    assert "Je comprends" in said(made)
    assert [one.verb for one in presses(made)] == ["language=de", "language=en"]
    made = done(acme(), language, Act("language", {"code": "sv"}))
    assert keys(made) == ["language.unknown", "ask.language"]
    assert "Svenska yet, only Deutsch, English" in said(made)
    made = done(acme(), language, Act("language", {"code": "??"}))
    assert made.person.language == "en"


def test_without_one_it_is_asked_and_a_name_is_the_answer() -> None:
    turns = Turns(acme()).hear(Act("language", by=By.COMMAND))
    assert turns.asked == "language"
    assert turns.hear(Act("language", {"code": "Deutsch"})).known.person.language == "de"
    assert "language" in LANGUAGE.answered_by


# A copy


def test_all_that_is_known_is_handed_over_as_a_file() -> None:
    made = done(two(), export, Act("export"))
    ((name, content, line),) = made.reply.files
    told = json.loads(content)
    assert name == "afterword-2026-12-02.json"
    assert line.key == "export.here"  # type: ignore[union-attr]
    assert [opportunity["employer"] for opportunity in told["opportunities"]] == ["Acme", "Globex"]
    assert told["person"]["name"] == "Ana"
    assert made.known == made.before
    assert done(stranger(), export, press("export", "export", 0)).reply.mark == "export"


# Forgetting all


def test_it_is_asked_once_and_yes_forgets_everything() -> None:
    for yes in ("typed", "pressed"):
        turns = Turns(two()).hear(Act("forget", {"all": True}))
        assert turns.keys[-1] == "ask.forget"
        (delete, _) = presses(turns.last)
        pressed = Act(
            "forget", {"all": True, "confirmed": True}, by=By.BUTTON, row=0, version=delete.version, verb="forget.yes"
        )
        turns.hear(bare("yes") if yes == "typed" else pressed)
        person = turns.known.person
        assert turns.keys[0] == "forget.done"
        assert (turns.known.opportunities, turns.known.interviews, person.name, person.journal) == ((), (), "", None)
        assert (person.language, person.zone) == ("en", "Europe/London")
        assert person.serial >= 20, "row numbers go on"


def test_whoever_says_it_once_more_has_said_yes() -> None:
    turns = Turns(two()).hear(Act("forget", {"all": True})).hear(Act("forget", {"all": True}))
    assert turns.known.opportunities == ()
    turns = Turns(two()).hear(Act("forget", {"all": True})).hear(Act("forget", {"about": "Acme"}))
    assert turns.keys == ["ask.forget.one"]


@pytest.mark.parametrize("no", [bare("no"), bare("skip"), press("forget.no", "no", 0, asked="forget")])
def test_no_keeps_everything(no: Act) -> None:
    turns = Turns(two()).hear(Act("forget", {"all": True})).hear(no)
    assert turns.keys[0] == "forget.kept"
    assert len(turns.known.opportunities) == 2


def test_a_button_from_before_something_was_told_forgets_nothing() -> None:
    act = Act("forget", {"all": True, "confirmed": True}, by=By.BUTTON, row=0, version=19, verb="forget.yes")
    with pytest.raises(Stale):
        done(acme(), forget, act)
    nobody = replace(stranger().person, name="")
    with pytest.raises(Stale):
        done(Known(person=nobody), forget, replace(act, version=nobody.serial))
    assert knows_anything(stranger())


def test_without_a_word_about_what_everything_is_meant() -> None:
    assert keys(done(acme(), forget, Act("forget"))) == ["ask.forget"]


# Forgetting one


def rich() -> Known:
    """Acme and Globex, with something of every kind that hangs on Acme."""
    known = nudged(happened(two(), EventType.INVITATION))
    return replace(
        known,
        notes=(
            Note(id=50, opportunity_id=1, kind=NoteKind.WELL, text="calm", at=NOW),
            Note(id=51, opportunity_id=11, kind=NoteKind.WELL, text="quick", at=NOW),
        ),
        open_points=(
            OpenPoint(id=60, kind=OpenKind.NOTE, at=NOW, text="acme is odd", acts="[]"),
            OpenPoint(id=61, kind=OpenKind.NOTE, at=NOW, text="something else", acts="[]"),
        ),
        appointments=(
            Appointment(
                id=70,
                uid="a",
                start=NOW,
                end=NOW + timedelta(hours=1),
                title="Acme talk",
                decision=Decision.PLANNED,
                interview_id=2,
            ),
        ),
        weeks=(Week(id=80, monday=NOW.date(), applications=2),),
        person=replace(known.person, topic=1, journal="{}"),
    )


def test_one_employer_is_forgotten_with_whatever_hangs_on_it() -> None:
    turns = Turns(rich()).hear(Act("forget", {"about": "acme"}))
    assert "everything about Acme" in turns.said
    (delete, _) = presses(turns.last)
    assert delete.row == 1
    turns.hear(bare("yes"))
    known = turns.known
    assert [o.employer for o in known.opportunities] == ["Globex"]
    assert [i.id for i in known.interviews] == [12]
    assert (known.contacts, known.events) == ((), ())
    assert {nudged.opportunity_id for nudged in known.nudged} <= {known.opportunities[0].id}
    assert ([n.id for n in known.notes], [p.id for p in known.open_points]) == ([51], [61])
    assert (known.appointments[0].decision, known.appointments[0].title) == (Decision.IGNORED, "")
    assert len(known.weeks) == 1
    assert (known.person.topic, known.person.journal) == (None, None)
    assert "Acme" not in json.dumps(turns.said).replace("Everything about Acme is deleted.", "")


def test_an_old_button_forgets_nothing() -> None:
    act = Act("forget", {"all": True, "confirmed": True}, by=By.BUTTON, row=1, version=7, verb="forget.yes")
    with pytest.raises(Stale):
        done(rich(), forget, act)
    with pytest.raises(Stale):
        done(rich(), forget, replace(act, row=99))


def test_an_employer_that_is_not_known_cannot_be_forgotten() -> None:
    made = done(acme(), forget, Act("forget", {"about": "Umbrella"}))
    assert keys(made) == ["wish.unknown"]
    assert made.known == made.before


def test_nothing_else_is_touched() -> None:
    known = rich()
    left = without(known, known.opportunities[1])
    assert [o.employer for o in left.opportunities] == ["Acme"]
    assert left.person == known.person


def test_other_words_are_no_answer_to_whether_it_is_forgotten() -> None:
    made: Ledger = ledger(acme())
    made.ask("forget", 0, "20")
    assert FORGET.means is not None
    assert FORGET.means(Ledger(made.known, NOW), bare("note", text="maybe")) is None
