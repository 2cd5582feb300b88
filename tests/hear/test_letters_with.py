"""Letters that are ordered with what is to be in them: a detail of the talk, or more pay."""

import pytest

from tests.hear.heard import names, slots


@pytest.mark.parametrize(
    ("text", "language", "to", "mention"),
    [
        (
            "can you do the thank you to Priya, she talked about the new hub in Easter, id love to mention that",
            "en",
            "Priya",
            "the new hub in Easter",
        ),
        ("write to Priya that i found the bit about the new hub exciting", "en", "Priya", "the new hub"),
        (
            "wollte Frau Siebert danken, schreib mal was, und dass ich das mit der Ladungssicherung spannend fand",
            "de",
            "Frau Siebert",
            "die Ladungssicherung",
        ),
        (
            "schreib Frau Siebert, dass ich das mit der Ladungssicherung spannend fand",
            "de",
            "Frau Siebert",
            "die Ladungssicherung",
        ),
    ],
)
def test_a_thank_you_for_one_with_a_detail(text: str, language: str, to: str, mention: str) -> None:
    assert slots("ask_draft", text, "told", language) == {"kind": "thank_you", "to": to, "mention": mention}
    assert "change_draft" not in names(text, "told", language)


@pytest.mark.parametrize(
    ("text", "language", "mention"),
    [
        ("can you write the bit to Priya asking for 26k, i have 3 yrs experience", "en", "a salary of 26k"),
        ("write Globex a mail asking for a higher salary", "en", "a higher salary"),
        ("schreib denen eine Mail dass ich 48000 möchte", "de", "ein Gehalt von 48000"),
        ("kannst du Globex schreiben dass ich mehr Gehalt will", "de", "ein höheres Gehalt"),
    ],
)
def test_more_pay_is_asked_for_with_the_answer_to_the_offer(text: str, language: str, mention: str) -> None:
    told = slots("ask_draft", text, "offer", language)
    assert (told["kind"], told["mention"]) == ("offer_received", mention)


def test_without_an_offer_there_is_no_pay_to_ask_for() -> None:
    assert slots("ask_draft", "write them a mail asking for 26k", "waiting").get("kind") != "offer_received"
