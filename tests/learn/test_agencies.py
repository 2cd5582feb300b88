"""One employer that was kept as two: the agency beside the house that it sends to."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.hear.act import Act
from bot.learn import table
from bot.learn.ledger import Ledger
from storage.facts import Interview, Known, Mood, Note, NoteKind, Opportunity
from tests.learn import rows
from tests.learn.rows import FRIDAY, NOW, keys


def twice() -> Known:
    """Acme, of whose talk nothing is told; and Kontor, with a talk on the same day of which all is told."""
    known = rows.met()
    told = replace(
        known.interviews[0],
        id=61,
        opportunity_id=60,
        mood=Mood.FINE,
        interviewers=("Herr Wolters",),
        window_latest=FRIDAY,
    )
    note = Note(id=62, opportunity_id=60, interview_id=61, kind=NoteKind.DAY, text="the hall", at=NOW)
    known = rows.promise(known, "the concept")
    return replace(
        known,
        opportunities=(*known.opportunities, Opportunity(id=60, employer="Kontor", role="Lagerleiter")),
        interviews=(*known.interviews, told),
        promises=tuple(replace(one, opportunity_id=60) for one in known.promises),
        notes=(note,),
    )


def learn(known: Known, kind: str, **slots: Any) -> Ledger:
    return rows.learn(table.TABLE, known, Act(kind, slots))


@pytest.mark.parametrize(
    ("name", "slots"),
    [
        ("agency", {"name": "Kontor", "about": "Acme"}),
        ("agency", {"name": "Kontor", "about": "Kontor"}),
        ("agency", {"name": "Kontor"}),
        ("belongs", {"about": "Acme", "not": "Kontor", "what": "all"}),
    ],
)
def test_all_that_stands_with_it_goes_to_the_right_one(name: str, slots: dict[str, Any]) -> None:
    known = learn(twice(), name, **slots).known
    acme, talk = known.opportunities[0], known.interviews[0]
    assert [one.employer for one in known.opportunities] == ["Acme"]
    assert acme.role == "Lagerleiter"
    assert len(known.interviews) == 1
    assert (talk.mood, talk.interviewers, talk.window_latest) == (Mood.FINE, ("Herr Wolters",), FRIDAY)
    assert [one.opportunity_id for one in known.promises] == [1]
    assert [(one.opportunity_id, one.interview_id) for one in known.notes] == [(1, talk.id)]
    assert acme.via_agency is (name == "agency")


def test_it_is_said_once() -> None:
    assert keys(learn(twice(), "agency", name="Kontor")) == ["kept.agency.named"]


def test_a_talk_of_another_day_stays_a_talk() -> None:
    known = twice()
    other: Interview = replace(
        known.interviews[1], start=NOW + timedelta(days=3), end=NOW + timedelta(days=3, hours=1), mood=None
    )
    known = replace(known, interviews=(known.interviews[0], other))
    assert len(learn(known, "agency", name="Kontor").known.interviews) == 2


def test_the_employer_behind_an_agency_that_was_the_only_one() -> None:
    known = learn(rows.met(), "agency", name="Acme", about="Rheinlog").known
    assert [(one.employer, one.agency) for one in known.opportunities] == [("Rheinlog", "Acme")]


def test_an_agency_alone_is_no_employer_of_its_own() -> None:
    known = learn(rows.met(), "agency", name="Acme").known
    assert [(one.employer, one.via_agency) for one in known.opportunities] == [("Acme", False)]
