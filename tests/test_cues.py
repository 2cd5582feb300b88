"""The words without which a pattern cannot fit, and that no row is left out for them."""

import json
from pathlib import Path

import pytest

from bot.dialogue.cues import Cued, ways
from bot.dialogue.statements import STATEMENTS, in_earshot

SAID = [
    json.loads(line)["text"]
    for name in ("intents.jsonl", "intents_de.jsonl", "phrases_own.jsonl")
    for line in (Path(__file__).parent / "data" / name).read_text().splitlines()
]


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        (r"\b(called|phoned) me\b", [[{"called", "phoned"}, {"me"}]]),
        (
            r"called me|(phoned|rang) (us|them)|wrote",
            [[{"wrote"}], [{"called"}, {"me"}], [{"phoned", "rang"}, {"us", "them"}]],
        ),
        (r"cancell?ed", [[{"cancel"}, {"ed"}]]),
        (r"(?!.*never)(it )?(?:is )*over", [[{"over"}]]),
        (r"they (?=.*\bFriday\b)", [[{"friday"}, {"they"}]]),
        (r"straße", [[{"strasse"}]]),
        (r"yes|no?", [[{"yes", "n"}]]),
        (r"yes|(no)?", [[]]),
        (r"[aeiou]\w{0,3}", [[]]),
    ],
)
def test_the_words_of_one_way_stand_in_every_text_that_fits(pattern: str, expected: list[list[set[str]]]) -> None:
    found = ways(pattern)
    assert len(found) == len(expected)
    assert all(list(map(set, way)) in expected for way in found)


def test_a_row_is_tried_where_all_words_of_a_way_are_in_the_text() -> None:
    rows = Cued([["called (me|us)|wrote"], [r"\d"], ["rang"]])
    assert list(rows.worth_a_try("They CALLED us")) == [0, 1]
    assert list(rows.worth_a_try("they called them")) == [1]
    assert list(rows.worth_a_try("she rang and wrote")) == [0, 1, 2]


def test_what_cannot_be_read_is_no_pattern_of_ours() -> None:
    with pytest.raises(AssertionError, match="cannot be read"):
        ways(r"(?P<a>x)(?(a)y|z)")


@pytest.mark.parametrize("language", ["en", "de"])
def test_no_row_is_left_out_that_is_heard(language: str) -> None:
    for text in SAID:
        heard = [row for row in STATEMENTS if row.is_heard_in(text, language)]
        near = list(in_earshot(text, language))
        assert all(row in near for row in heard), text
