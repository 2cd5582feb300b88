"""What is told in plain words stays told: beside a question, behind another wish of theirs, in the other order."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest

from bot.hear.act import By
from bot.hear.fold import fold
from bot.hear.listened import Listened
from bot.hear.scenes import SCENES
from tests.hear.heard import act, hear, names

FIRST = (
    "hab seit november ne mündliche zusage von der charité. jetzt hatte ich letzten do noch ein gespräch bei vivantes "
    "und die gefallen mir viel besser. was mach ich jetzt"
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
    asks = Listened(by=By.HEADS, text=fold(FIRST), topics={"yes_then_other": 0.95})
    acts = hear(FIRST, "stranger", "de", listened=asks).as_asked().acts
    assert [one.get("topic") for one in acts if one.name == "question"] == ["yes_then_other"]
    assert [one.get("about") for one in acts if one.name == "offer"] == ["Charité"]


def test_a_house_with_its_day_names_no_clause_before_it() -> None:
    told = "Kestrel Bank was Tuesday, I've thanked them. Fintan & Co was yesterday, not thanked yet"
    both = tuple(replace(SCENES["waiting"].employers[0], name=name) for name in ("Kestrel Bank", "Fintan & Co"))
    assert act("sent", told, employers=both).get("about") == "Kestrel Bank"


def test_what_the_job_is() -> None:
    assert act("interview", "the job is program coordinator").get("role") == "program coordinator"
    assert act("interview", "war ne Teamassistenz in Teilzeit", language="de").get("role") == "Teamassistenz"


def test_an_academic_quarter_is_fifteen_minutes() -> None:
    told = act("interview", "Vorstellungsgespräch an der Uni Kiel am 3.12. um 10 c.t.", "stranger", "de")
    assert told.get("start").time() == time(10, 15)


def test_who_answers_yes_asks_nothing() -> None:
    assert not any(name.startswith("ask") for name in names("ja hab ich, ich hab gesagt dass ich will", language="de"))
