"""Of which employer something is told that is not named: by its kind, its job, its people, its place."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from bot.hear.act import Act
from bot.hear.scene import Employer, Expected, Talk
from tests.hear.heard import hear, moment

NOW = moment("waiting").now
BANK = {"name": "the bank", "house": "bank", "role": "forklift driver", "days": 1, "people": ("Priya", "Dave Holt")}
HARLOW = {"name": "Harlow", "house": "charity", "role": "data analyst", "days": 2, "people": ("Sarah Beck",)}
KITA = {"name": "die Kita", "house": "Kita", "role": "Erzieherin", "days": 1, "people": ("Frau Dr. Ahrens",)}
MAURER = {"name": "Spedition Maurer", "house": None, "role": "Disponent", "days": 2, "people": ("Herr Brandt",)}


def employer(name: str, house: str | None, role: str, days: int, people: tuple[str, ...]) -> Employer:
    start = NOW - timedelta(days=days)
    talk = Talk(start=start, end=start + timedelta(hours=1))
    return Employer(name=name, house=house, role=role, people=people, talks=(talk,))


def told(text: str, language: str, last: str = "", **more: Any) -> tuple[Act, ...]:
    """The acts of a text where two employers are known, one of which was spoken of last."""
    known = [employer(**one) for one in ((BANK, HARLOW) if language == "en" else (KITA, MAURER))]  # type: ignore[arg-type]
    last = last or known[1].name
    return hear(text, "waiting", language, employers=tuple(known), about=last, spoken_of=last, **more).acts


def whose(text: str, language: str, name: str, last: str = "") -> Any:
    return next(act.get("about") for act in told(text, language, last) if act.name == name)


@pytest.mark.parametrize(
    ("text", "language", "name", "employer"),
    [
        ("the bank rang, they said no", "en", "rejected", "the bank"),
        ("bank turned me down", "en", "rejected", "the bank"),
        ("sent the bank a thank you", "en", "sent", "the bank"),
        ("the charity went great", "en", "felt", "Harlow"),
        ("die Kita hat abgesagt", "de", "rejected", "die Kita"),
        ("bei der Kita lief es gut", "de", "felt", "die Kita"),
        ("Spedition hat abgesagt", "de", "rejected", "Spedition Maurer"),
        ("the forklift one went great", "en", "felt", "the bank"),
        ("the data job went great", "en", "felt", "Harlow"),
        ("forklift people said no", "en", "rejected", "the bank"),
        ("die Stelle als Disponent habe ich bekommen, sie haben mir zugesagt", "de", "offer", "Spedition Maurer"),
        ("Priya says they need until Friday", "en", "window_moved", "the bank"),
        ("Dave rang, it's a no", "en", "rejected", "the bank"),
        ("Frau Ahrens hat mir abgesagt", "de", "rejected", "die Kita"),
        ("Herr Brandt hat mir abgesagt", "de", "rejected", "Spedition Maurer"),
        ("the ones from saturday said no", "en", "rejected", "Harlow"),
        ("die von samstag haben abgesagt", "de", "rejected", "Spedition Maurer"),
        ("the first lot said no", "en", "rejected", "Harlow"),
    ],
)
def test_who_is_meant(text: str, language: str, name: str, employer: str) -> None:
    known = ("the bank", "Harlow") if language == "en" else ("die Kita", "Spedition Maurer")
    assert [whose(text, language, name, last) for last in known] == [employer, employer]


@pytest.mark.parametrize(
    ("text", "language", "known"),
    [
        ("the other one said no", "en", ("the bank", "Harlow")),
        ("the other lot said no", "en", ("the bank", "Harlow")),
        ("die anderen haben abgesagt", "de", ("die Kita", "Spedition Maurer")),
    ],
)
def test_the_other_one_is_not_the_one_spoken_of_last(text: str, language: str, known: tuple[str, str]) -> None:
    assert [whose(text, language, "rejected", last) for last in known] == [known[1], known[0]]


@pytest.mark.parametrize(
    ("text", "language", "house"),
    [
        ("interview at the bakery tomorrow at 10", "en", "bakery"),
        ("had an interview at a GP surgery today", "en", "GP surgery"),
        ("my interview at the garden centre is on friday", "en", "garden centre"),
        ("heute Gespräch in einer kleinen Kanzlei gehabt", "de", "Kanzlei"),
        ("morgen Gespräch beim Zahnarzt", "de", None),
    ],
)
def test_a_kind_is_no_name(text: str, language: str, house: str | None) -> None:
    acts = [act for act in hear(text, "stranger", language).acts if act.name == "interview"]
    assert [(act.get("about"), act.get("house")) for act in acts] in ([(None, house)], [(None, "Zahnarzt")])


@pytest.mark.parametrize(
    ("text", "language", "about", "house"),
    [
        ("it's called Fallowfield, the bank", "en", "Fallowfield", "bank"),
        ("die Kita heißt übrigens Wurzelkinder", "de", "Wurzelkinder", "Kita"),
        ("die Kanzlei heißt Ahrens & Vogt", "de", "Ahrens & Vogt", "Kanzlei"),
    ],
)
def test_a_name_is_told_of_what_had_none(text: str, language: str, about: str, house: str) -> None:
    assert ("interview", about, house) in [(a.name, a.get("about"), a.get("house")) for a in told(text, language)]


def test_interviews_at_two_houses_are_two() -> None:
    acts = hear("interview at the bank tomorrow at 10 and one at the library on Thursday", "stranger").acts
    assert [act.get("house") for act in acts] == ["bank", "library"]


def test_of_two_people_of_one_name_neither_is_meant() -> None:
    known = [employer("Tolland", None, "a", 1, ("Sarah",)), employer("Greenwood", None, "b", 2, ("Sarah Beck",))]
    acts = hear("Sarah rang, it's a no", "waiting", employers=tuple(known), about="Tolland", spoken_of="Tolland").acts
    assert [(act.get("about"), act.get("somebody")) for act in acts if act.name == "rejected"] == [(None, True)]
    whole = hear("Sarah Beck rang, it's a no", "waiting", employers=tuple(known), about="Tolland").acts
    assert [act.get("about") for act in whole if act.name == "rejected"] == ["Greenwood"]


@pytest.mark.parametrize(
    "text", ["the other applicants were older", "die anderen Bewerber waren älter", "the others were nice"]
)
def test_other_people_are_no_employer(text: str) -> None:
    language = "de" if "Bewerber" in text else "en"
    assert all(act.get("about") != "the bank" and not act.get("somebody") for act in told(text, language))


def test_a_day_that_is_told_of_another_answers_no_question() -> None:
    acts = told("Herr Brandt meint, am Montag", "de", "die Kita", expects=Expected.DAY, asked="offer_deadline")
    assert all(act.name != "day" for act in acts)


def test_what_is_told_of_a_talk_before_its_name_is_of_it() -> None:
    acts = told("trial shift done, Dave says they'll tell me tomorrow", "en", "Harlow")
    assert {act.get("about") for act in acts} == {"the bank"}


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        ("Sandra from HR rang me, it's a no", "en", ("Sandra",)),
        ("Lena Voss aus der Personalabteilung hat mich eingeladen", "de", ("Lena Voss",)),
        ("my friend Sandra rang me", "en", None),
    ],
)
def test_who_does_what_they_do_is_one_of_theirs(text: str, language: str, names: tuple[str, ...] | None) -> None:
    found = [act.get("names") for act in told(text, language) if act.name == "named_there"]
    assert found == ([names] if names else [])


def test_people_named_beside_a_talk_that_was_are_kept() -> None:
    acts = hear("heute Gespräch bei Maurer mit Herrn Wolf, war eher schlecht", "stranger", "de").acts
    assert [act.get("names") for act in acts if act.name == "met"] == [("Herrn Wolf",)]
