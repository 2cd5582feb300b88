"""The time they named, told as a note without a verb: an answer and its day, who calls when, how long it takes."""

from __future__ import annotations

from datetime import date

import pytest

from tests.hear.heard import hear

TOLD = [
    ("Band 4 at Ripley Court. Interview on the 26th. Outcome by the 4th, by email", "en", "2026-12-04"),
    ("trial shift at Nero's on Saturday. Manager texts me Tuesday", "en", "2026-12-01"),
    ("interview with Wincanton last Thursday. Agency rings Monday", "en", "2026-12-07"),
    ("Interview at Mercer today. NM hopes to decide in 2 to 3 weeks", "en", "2026-12-21"),
    ("Interview at Leicester Royal today, porter. 2 to 3 weeks", "en", "2026-12-21"),
    ("Interview at Belmont today. Yes or no by Monday", "en", "2026-12-07"),
    ("interview at Lidl yesterday, results on the 8th", "en", "2026-12-08"),
    ("Interview at Corvin two weeks ago. Feedback in three weeks", "en", "2026-12-07"),
    ("Gespräch beim Klinikum Fulda heute. Bescheid bis Dienstag telefonisch", "de", "2026-12-01"),
    ("Gespräch bei Aldi heute. PDL: zwei Wochen", "de", "2026-12-14"),
    ("Gespräch bei Rewe heute. Kunde meldet sich binnen ner Woche", "de", "2026-12-07"),
    ("Interview bei Otto heute, das Ganze drei Wochen", "de", "2026-12-21"),
    ("Gespräch bei Hartmann heute. Zusage oder Absage bis Freitag", "de", "2026-12-04"),
]
OTHER = [
    ("Outcome of my exam by the 4th, then interview at Acme on the 10th", "en", "stranger"),
    ("Interview at Boots today. Start date 4 January", "en", "stranger"),
    ("Interview at Aldi today. Holiday from the 4th to the 11th", "en", "stranger"),
    ("Manager meets me Tuesday at Boots", "en", "stranger"),
    ("my own decision by Friday", "en", "waiting"),
    ("Decision from Globex came Friday", "en", "waiting"),
    ("was the outcome due by Friday?", "en", "waiting"),
    ("Gespräch bei Aldi heute, Prüfungsergebnis bis Freitag", "de", "stranger"),
    ("meine Antwort bis Freitag", "de", "waiting"),
    ("Ergebnis von Globex kam Freitag", "de", "waiting"),
]


@pytest.mark.parametrize(("text", "language", "day"), TOLD)
def test_a_note_names_the_day_of_their_answer(text: str, language: str, day: str) -> None:
    acts = hear(text, "stranger", language).acts
    assert [one.get("latest") for one in acts if one.name == "window"] == [date.fromisoformat(day)]
    assert {one.name for one in acts}.isdisjoint({"invited", "offer", "rejected"})


@pytest.mark.parametrize(("text", "language", "scene"), OTHER)
def test_another_day_is_none_of_their_answer(text: str, language: str, scene: str) -> None:
    assert not [one for one in hear(text, scene, language).acts if one.name.startswith("window")]


def test_of_two_days_of_theirs_the_later_counts() -> None:
    for text, language in (
        ("Interview at Belmont today. Said by the 8th, then moved to the 15th", "en"),
        ("Gespräch heute bei Otto. Erst 8. gesagt, jetzt 15.", "de"),
    ):
        days = [one.get("latest") for one in hear(text, "stranger", language).acts if one.name.startswith("window")]
        assert days[-1] == date(2026, 12, 15)


def test_no_call_back_is_no_invitation() -> None:
    assert "invited" not in {one.name for one in hear("message left with HR Monday, no call back", "waiting").acts}
