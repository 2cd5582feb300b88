"""Letters that are asked for by their reader, by what is to stand in them, or by what they are to bring about."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from bot.hear.scenes import SCENES
from tests.hear.heard import hear, names, slots

ACME = SCENES["waiting"].employers[0]
OURS: dict[str, Any] = {"employers": (replace(ACME, people=("Siobhan Keane", "Herr Kruse")),), "about": ACME.name}


@pytest.mark.parametrize(
    ("text", "language", "told"),
    [
        ("can you do one for siobhán then", "en", {"kind": "thank_you", "to": "siobhán"}),
        ("kannst du noch eine für kruse machen", "de", {"kind": "thank_you", "to": "kruse"}),
        ("hätte gern ne mail an herrn kruse dass ich noch ein angebot hab", "de", {"kind": "deadline", "to": "kruse"}),
        ("write me a msg to siobhan saying ive got another offer", "en", {"kind": "deadline", "to": "siobhan"}),
        ("wie sag ich acme ab ohne dass die sauer sind", "de", {"kind": "decline"}),
        ("how do i turn acme down without annoying them", "en", {"kind": "decline"}),
        ("how do i say no to acme", "en", {"kind": "decline"}),
    ],
)
def test_whose_letter_is_asked_for(text: str, language: str, told: dict[str, str]) -> None:
    heard = slots("ask_draft", text, "waiting", language, **OURS)
    assert {name: heard[name] for name in told} == told
    assert "anger" not in names(text, "waiting", language, **OURS)


@pytest.mark.parametrize(
    ("text", "language", "act", "mention"),
    [
        (
            "can you do one for siobhan, and could it have the galway example in it? like i mediated between two lads",
            "en",
            "ask_draft",
            "i mediated between two lads",
        ),
        ("do one for siobhan please, could it have the audit story in it?", "en", "ask_draft", "the audit story"),
        ("hmm can you put smth in about the stewardship project", "en", "change_draft", "the stewardship project"),
        ("stell bitte rein dass mich die neue anlage begeistert hat", "de", "change_draft", "mich die neue anlage"),
    ],
)
def test_what_is_to_stand_in_it(text: str, language: str, act: str, mention: str) -> None:
    heard = hear(text, "waiting", language, draft_shown="thank_you", **OURS)
    found = next(one for one in heard.acts if one.name == act)
    assert str(found.get("mention")).startswith(mention)


def test_the_draft_that_was_shown_is_asked_for_again() -> None:
    text = "wheres the draft tho with the stewardship bit?"
    assert slots("ask_draft", text, "waiting", draft_shown="thank_you", **OURS)["kind"] == "thank_you"
    assert (
        slots("ask_draft", "wo ist denn der Entwurf?", "waiting", "de", draft_shown="thank_you")["kind"] == "thank_you"
    )
