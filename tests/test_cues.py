"""The words without which a pattern cannot fit, and that no row is left out for them."""

import json
from pathlib import Path

import pytest

from bot.dialogue.cues import cues
from bot.dialogue.statements import STATEMENTS, in_earshot

SAID = [
    json.loads(line)["text"]
    for name in ("intents.jsonl", "intents_de.jsonl", "phrases_own.jsonl")
    for line in (Path(__file__).parent / "data" / name).read_text().splitlines()
]


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        (r"\b(called|phoned) me\b", {"called", "phoned"}),
        (r"cancell?ed", {"cancel"}),
        (r"(?!.*never)(it )?(?:is )*over", {"over"}),
        (r"they (?=.*\bFriday\b)", {"friday"}),
        (r"straße", {"strasse"}),
        (r"yes|no?", {"yes", "n"}),
        (r"yes|(no)?", None),
        (r"[aeiou]\w{0,3}", None),
    ],
)
def test_one_of_them_stands_in_every_text_that_fits(pattern: str, expected: set[str] | None) -> None:
    assert cues(pattern) == expected


def test_what_cannot_be_read_is_no_pattern_of_ours() -> None:
    with pytest.raises(AssertionError, match="cannot be read"):
        cues(r"(?P<a>x)(?(a)y|z)")


@pytest.mark.parametrize("language", ["en", "de"])
def test_no_row_is_left_out_that_is_heard(language: str) -> None:
    for text in SAID:
        heard = [row for row in STATEMENTS if row.is_heard_in(text, language)]
        near = list(in_earshot(text, language))
        assert all(row in near for row in heard), text
