"""Names that are put right in the same breath, and names in small letters that the words around them tell."""

from __future__ import annotations

import pytest

from bot.hear.listened import NameHeard, Stretch
from bot.hear.naming.heard import end_of_heard
from bot.hear.role import Role
from tests.hear.heard import act, hear, slots


@pytest.mark.parametrize(
    ("text", "language", "meant"),
    [
        ("I had an interview at Asda, no, Waitrose, yesterday", "en", "Waitrose"),
        ("I had an interview at Asda - sorry, Waitrose - yesterday", "en", "Waitrose"),
        ("had my interview at Asda, I mean Waitrose, today", "en", "Waitrose"),
        ("ich hatte gestern ein Gespräch bei Netto, nein, Kaufland", "de", "Kaufland"),
        ("ich hatte gestern ein Gespräch bei Netto, ich meine Kaufland", "de", "Kaufland"),
    ],
)
def test_the_name_that_is_put_right_is_the_one_that_is_kept(text: str, language: str, meant: str) -> None:
    assert slots("interview", text, "stranger", language)["about"] == meant


def test_a_no_that_is_an_answer_takes_no_name_back() -> None:
    assert slots("rejected", "Acme said no, Globex is still open", "two")["about"] == "Acme"


def test_a_house_in_small_letters_is_named_by_what_it_did_though_a_job_stands_between() -> None:
    text = "quennel (barista) had me in on the 19th and went quiet. the other one, Finch Accounts, is tomorrow at 2"
    told = {one.get("about"): one for one in hear(text, "stranger").acts if one.name == "interview"}
    assert told.keys() == {"Quennel", "Finch Accounts"}
    assert told["Quennel"].get("role") == "barista"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("morgen gespräch bei den stadtwerke siegen um 10", "Stadtwerke Siegen"),
        ("hatte gestern ein gespräch bei der volksbank solingen", "Volksbank Solingen"),
    ],
)
def test_the_town_belongs_to_the_name_of_its_house_though_it_ends_like_a_verb(text: str, name: str) -> None:
    assert act("interview", text, "stranger", "de").get("about") == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("spar rang, they want me", "spar"),
        ("Marsh & Co funeral", "Marsh & Co"),
        ("Brambles nursery", "Brambles nursery"),
        ("brightwell dental", "brightwell dental"),
    ],
)
def test_a_name_that_a_listener_hears_ends_before_what_the_house_does(text: str, name: str) -> None:
    heard = NameHeard(role=Role.EMPLOYER, at=Stretch(start=0, end=len(text.partition(",")[0])), sure=1.0)
    assert text[: end_of_heard(heard, text)] == name
