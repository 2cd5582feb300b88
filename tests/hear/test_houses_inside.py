"""A house is told of by where one was, by what it is called, and each talk of a sentence by its own hour."""

from dataclasses import replace
from datetime import datetime

import pytest

from bot.hear.heads.engine import heard_in
from bot.hear.listen import listen
from bot.hear.role import Role
from tests.hear.heard import hear, moment
from tests.hear.test_names import found


@pytest.mark.parametrize(
    ("text", "language", "employers"),
    [
        ("hatte heute vorstellungsgespräch in der kita wurzelzwerge als erzieher", "de", ["kita wurzelzwerge"]),
        ("Ich war am Freitag im Annastift zum Vorstellungsgespräch", "de", ["Annastift"]),
        ("ich war gestern im ulmenhof als pflegehelferin", "de", ["ulmenhof"]),
        ("war heute beim finanzamt wegen der stelle", "de", ["finanzamt"]),
        ("vorstellungsgespräch im seniorenzentrum bergblick war am montag", "de", ["seniorenzentrum bergblick"]),
        ("morgen um 9 hab ich eins in einer kanzlei, lang & partner, empfang", "de", ["lang & partner"]),
        ("i was at rhyl nursery on tuesday for the trial", "en", ["rhyl nursery"]),
        ("I was at the mallory school yesterday", "en", ["mallory school"]),
        ("Ich war am Mittwoch in Freiburg zum Vorstellungsgespräch", "de", []),
        ("ich war gestern im krankenhaus zum vorstellungsgespräch", "de", []),
        ("war gestern im Stau vor dem Vorstellungsgespräch", "de", []),
        ("ich war heute im pflegeheim zum vorstellungsgespräch", "de", []),
        ("ich war gestern am bahnhof, das gespräch war um 10", "de", []),
        ("ich war heute beim arzt", "de", []),
        ("i was at home all day yesterday", "en", []),
        ("i was at the dental practice on monday", "en", []),
        ("montag war ich im rathaus zum gespräch", "de", []),
        ("I was at a nursery on tuesday", "en", []),
    ],
)
def test_where_somebody_was(text: str, language: str, employers: list[str]) -> None:
    assert found(text, Role.EMPLOYER, language) == employers


@pytest.mark.parametrize(
    ("text", "language", "employer"),
    [
        ("die kita heißt übrigens pusteblume", "de", "Pusteblume"),
        ("der laden heißt glaub ich nadelöhr", "de", "Nadelöhr"),
        ("der betrieb hieß übrigens holtkamp", "de", "Holtkamp"),
        ("the shop is actually called brixley", "en", "Brixley"),
        ("the clinic is called by the way harrowdale", "en", "Harrowdale"),
    ],
)
def test_what_a_house_is_called(text: str, language: str, employer: str) -> None:
    scene = moment("stranger", language)
    heard = listen(text, replace(scene, listened=heard_in(text, scene)))
    assert [act.get("about") for act in heard.acts if act.name == "interview"] == [employer]


@pytest.mark.parametrize("text", ["der kunde heißt müller", "das heißt ich muss warten", "wie heißt der laden nochmal"])
def test_what_is_called_something_else(text: str) -> None:
    assert found(text, Role.EMPLOYER, "de") == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("heute zwei gespräche, um 9 uhr bei kolbe als koch und um 14:30 bei der metzgerei lang", "de"),
        ("heute waren zwei interviews, um 9:00 bei kolbe und um 14:30 uhr bei metzgerei lang", "de"),
        ("two interviews today, at 9am at Kolbe as a cook and at 2:30pm at Metzgerei Lang", "en"),
    ],
)
def test_each_talk_of_a_day_has_its_hour(text: str, language: str) -> None:
    told = {act.get("about"): act.get("start") for act in hear(text, "stranger", language).acts if act.has("start")}
    assert {name: start.strftime("%H:%M") for name, start in told.items()} == {
        "Kolbe": "09:00",
        "Metzgerei Lang": "14:30",
    }


def test_a_house_is_called_by_its_own_name_without_its_kind() -> None:
    scene = moment("told", "de")
    known = replace(scene.employers[0], name="Kita Pusteblume")
    heard = listen("pusteblume hat sich gemeldet", replace(scene, employers=(known,), about=None))
    assert [act.get("about") for act in heard.acts] == ["Kita Pusteblume"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("ach ja, ergebnis gibts bis 20. dezember. war um 9 uhr mit herrn lechner", "de"),
        ("forgot to say, they decide by the 20th. it was at 9 with Mr Lechner", "en"),
    ],
)
def test_the_hour_that_was_missing_is_of_the_talk_that_was(text: str, language: str) -> None:
    scene = moment("told", language)
    talk = replace(scene.employers[0].talks[0], start_known=False)
    heard = listen(text, replace(scene, employers=(replace(scene.employers[0], talks=(talk,)),)))
    start = next(act.get("start") for act in heard.acts if act.name == "interview")
    assert start.replace(tzinfo=None) == datetime(2026, 12, 1, 9)


def test_first_class_is_no_hour() -> None:
    assert all(not act.has("start") for act in hear("gespräch bei Kolbe heute lief 1a", "stranger", "de").acts)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("had a chat with acme yesterday and one at globex today", "en"),
        ("had an interview at Acme on tuesday and one today at Globex", "en"),
        ("gestern gespräch bei Acme, übermorgen eins bei Globex", "de"),
        ("hatte gestern ein gespräch bei acme und heute eins beim globex", "de"),
    ],
)
def test_one_more_talk_is_no_hour(text: str, language: str) -> None:
    assert all(not act.has("start") for act in hear(text, "two", language).acts)


@pytest.mark.parametrize(
    ("text", "language", "hour"),
    [
        ("interview at Kolbe tomorrow at one", "en", "13:00"),
        ("morgen um eins bei Kolbe vorstellungsgespräch", "de", "13:00"),
        ("gespräch bei Kolbe morgen halb eins im büro", "de", "12:30"),
        ("vorstellungsgespräch bei Kolbe morgen gegen eins im büro", "de", "13:00"),
    ],
)
def test_one_o_clock_is_an_hour(text: str, language: str, hour: str) -> None:
    starts = [act.get("start") for act in hear(text, "stranger", language).acts if act.has("start")]
    assert [start.strftime("%H:%M") for start in starts] == [hour]
