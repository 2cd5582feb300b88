"""The rules: what is said beside each of them holds, and a message costs little."""

import sys
from types import FrameType
from typing import Any

import pytest

from bot.hear import corpus
from bot.hear.clause import Keyed
from bot.hear.listen import RULES, context_of, listen
from bot.hear.scenes import SCENES
from tests.hear.heard import moment

TEXTS = [
    (language, text)
    for language in corpus.LANGUAGES
    for name in sorted(corpus.acts(language))
    for text in corpus.sentences(language, name, bears=True)
]
KEYED = [rule for rule in RULES if isinstance(rule, Keyed)]
MOST_CALLS = 3000
"""Python functions that are called for a short message, at most: well under a millisecond."""


@pytest.mark.parametrize("scene", ["waiting", "just_over", "stranger"])
def test_a_rule_says_nothing_without_its_words(scene: str) -> None:
    for language, text in TEXTS:
        context = context_of(text, moment(scene, language))
        for clause in context.clauses:
            for rule, keys in KEYED:
                if clause.keys.isdisjoint(keys):
                    assert list(rule(clause, context)) == [], (rule, text)


@pytest.mark.parametrize(
    "text",
    [
        "thanks, that helps",
        "they said by Friday",
        "interview with Acme tomorrow at 3pm",
        "they said they would decide by the end of next week",
        "ich hatte heute ein Gespräch bei Lohmann",
    ],
)
def test_a_short_message_is_heard_in_few_steps(text: str) -> None:
    listen(text, SCENES["waiting"])
    calls = 0

    def count(_frame: FrameType, event: str, _argument: Any) -> None:
        nonlocal calls
        calls += event == "call"

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        listen(text, SCENES["waiting"])
    finally:
        sys.setprofile(before)
    assert calls < MOST_CALLS
