"""What is told in plain words stays told: beside a question, behind another wish of theirs, in the other order."""

from __future__ import annotations

from datetime import date, time

import pytest

from tests.hear.heard import act, hear, names

FIRST = (
    "after my 2nd interview with Orvance on Nov 12 I wrote thank you letters. "
    "last Monday I called HR. until now no call. is there still hope?"
)


@pytest.mark.parametrize(
    ("text", "language", "days"),
    [
        ("they want two references from me by Monday and will decide by the 11th", "en", (None, "2026-12-11")),
        ("die meinten, das ganze dauert zwei wochen", "de", ("2026-12-15", "2026-12-15")),
        ("she said the whole process takes two weeks", "en", ("2026-12-15", "2026-12-15")),
        ("vor dem 18. entscheiden sie nicht", "de", ("2026-12-18", None)),
    ],
)
def test_the_day_of_their_answer(text: str, language: str, days: tuple[str | None, str | None]) -> None:
    found = next(one for one in hear(text, language=language).acts if one.name.startswith("window"))
    named = [date.fromisoformat(day) if day else None for day in days]
    assert [found.get("earliest"), found.get("latest")] == named


def test_the_draft_and_the_yes_elsewhere_are_both_told() -> None:
    said = names("sent it. and I accepted Acme", "offer", draft_shown="decline")
    assert {"sent", "accepted"} <= said
    assert "sent" in names("hab sie abgeschickt", "waiting", "de", draft_shown="thank_you")


def test_what_is_told_of_somebody_new_stays_beside_the_question() -> None:
    acts = hear(FIRST, "stranger").as_asked().acts
    assert {"interview", "sent", "question"} <= {one.name for one in acts}


def test_a_house_with_its_day_names_no_clause_before_it() -> None:
    told = "Acme was Tuesday, I've thanked them. Globex was yesterday, not thanked yet"
    assert act("sent", told, "stranger").get("about") == "Acme"


def test_what_the_job_is() -> None:
    assert act("interview", "the job is program coordinator").get("role") == "program coordinator"
    assert act("interview", "war ne Teamassistenz in Teilzeit", language="de").get("role") == "Teamassistenz"


def test_an_academic_quarter_is_fifteen_minutes() -> None:
    told = act("interview", "Vorstellungsgespräch an der Uni Kiel am 3.12. um 10 c.t.", "stranger", "de")
    assert told.get("start").time() == time(10, 15)


def test_who_answers_yes_asks_nothing() -> None:
    assert not any(name.startswith("ask") for name in names("ja hab ich, ich hab gesagt dass ich will", language="de"))
