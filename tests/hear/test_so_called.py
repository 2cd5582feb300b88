"""What an employer is called, told behind its name or before it: that is a name, no call and nobody's first name."""

from __future__ import annotations

import pytest

from tests.hear.heard import hear, slots


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("Marlow & Finch it's called", "en", "Marlow & Finch"),
        ("btw Tidewell it is called, the nursery", "en", "Tidewell"),
        ("they're called Ottermill", "en", "Ottermill"),
        ("the dentist is called Elm Smiles", "en", "Elm Smiles"),
        ("Ottermill Academy is the school", "en", "Ottermill Academy"),
        ("Tidewell is the charity btw", "en", "Tidewell"),
        ("Elm Smiles, that's the dentist", "en", "Elm Smiles"),
        ("Reinders heißt die Firma", "de", "Reinders"),
        ("übrigens, Reinders heißt der Laden", "de", "Reinders"),
        ("die Firma heißt Lohmann", "de", "Lohmann"),
        ("der Laden heißt übrigens Reinders", "de", "Reinders"),
        ("die heißen Möller & Söhne", "de", "Möller & Söhne"),
        ("Reinders ist die Bäckerei", "de", "Reinders"),
    ],
)
@pytest.mark.parametrize("scene", ["stranger", "waiting"])
def test_a_name_is_told(text: str, language: str, name: str, scene: str) -> None:
    told = slots("interview", text, scene, language)
    assert told == {"about": name, **({"house": told["house"]} if "house" in told else {})}
    assert all(one.name != "heard" for one in hear(text, scene, language).acts)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("the manager is called Martin", "en"),
        ("it's called off", "en"),
        ("they called me back", "en"),
        ("Tidewell is the company I'd like most", "en"),
        ("Hamburg is the office", "en"),
        ("Priya is the school secretary", "en"),
        ("Priya is the agency", "en"),
        ("my favourite is the bank", "en"),
        ("die Chefin heißt Weber", "de"),
        ("das heißt, ich warte", "de"),
        ("Frau Weber ist die Leiterin", "de"),
        ("Berlin ist die Stadt, in der ich wohne", "de"),
        ("mein Favorit ist die Bank", "de"),
    ],
)
def test_no_name_is_told(text: str, language: str) -> None:
    assert all(one.name != "interview" for one in hear(text, "stranger", language).acts)
