"""Whom a letter has reached, whom none can reach, and who somebody is."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from bot.hear.scenes import SCENES
from tests.hear.heard import hear, names, slots

ACME = SCENES["waiting"].employers[0]
OURS: dict[str, Any] = {"employers": (replace(ACME, people=("Siobhan Keane", "Declan")),), "about": ACME.name}
THEIRS: dict[str, Any] = {"employers": (replace(ACME, people=("Frau Petersen", "Herr Kruse")),), "about": ACME.name}


def readers(text: str, language: str = "en", **more: Any) -> list[str | None]:
    return [one.get("to") for one in hear(text, "waiting", language, **more).acts if one.name == "sent"]


@pytest.mark.parametrize(
    ("text", "to"),
    [
        ("sent it to declan just now and cc'd siobhan", ["declan", "siobhan"]),
        ("sent it to Declan and Siobhan this morning", ["Declan", "Siobhan"]),
        ("siobhan got the thank you last night too", ["siobhan"]),
        ("both got it", [None]),
        ("sent it to both", [None]),
    ],
)
def test_whom_it_has_reached(text: str, to: list[str | None]) -> None:
    assert readers(text, **OURS) == to


@pytest.mark.parametrize(
    ("text", "to"),
    [
        ("Dankesmail an Frau Petersen und Herrn Kruse ist raus", ["Frau Petersen", "Kruse"]),
        ("Frau Petersen hat die Dankesmail auch", ["Frau Petersen"]),
        ("hab jetzt selber was getippt und an beide raus", [None]),
        ("hab ich doch gestern schon geschickt, an beide", [None]),
        ("Frau Petersen war in kopie", ["Frau Petersen"]),
    ],
)
def test_the_same_in_german(text: str, to: list[str | None]) -> None:
    assert readers(text, "de", **THEIRS) == to


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("should I cc Declan?", "en"),
        ("did Siobhan get the thank you?", "en"),
        ("I haven't sent it to both yet", "en"),
        ("soll ich Kruse in kopie setzen?", "de"),
        ("hat Frau Petersen die Dankesmail?", "de"),
    ],
)
def test_a_question_or_a_denial_has_reached_nobody(text: str, language: str) -> None:
    assert "sent" not in names(text, "waiting", language, **(OURS if language == "en" else THEIRS))


@pytest.mark.parametrize(
    ("text", "language", "who"),
    [
        ("i dont have declans email", "en", "declan"),
        ("no address for Declan", "en", "Declan"),
        ("hab keine mailadresse von Kruse", "de", "Kruse"),
        ("hab petersens mailadresse nicht", "de", "petersen"),
    ],
)
def test_whom_none_can_reach(text: str, language: str, who: str) -> None:
    heard = slots("no_address", text, "waiting", language, **(OURS if language == "en" else THEIRS))
    assert heard["who"] == who


@pytest.mark.parametrize(
    ("text", "language", "names_of", "roles"),
    [
        (
            "shes called Siobhan. shes the hr one, declan is the team lead",
            "en",
            ("Siobhan", "Declan"),
            ("HR", "team lead"),
        ),
        ("Petersen (HR), Kruse wär mein chef", "de", ("Petersen", "Kruse"), ("HR", "chef")),
        ("Frau Petersen ist die Personalerin", "de", ("Frau Petersen",), ("Personalerin",)),
    ],
)
def test_who_somebody_is(text: str, language: str, names_of: tuple[str, ...], roles: tuple[str, ...]) -> None:
    heard = slots("met", text, "waiting", language, **(OURS if language == "en" else THEIRS))
    assert (heard["names"], heard["roles"]) == (names_of, roles)


def test_a_copy_to_her_is_not_to_whom_no_address_is_known() -> None:
    assert readers("no i already cc'd her. declan tho i dont have his address", **OURS) == []
