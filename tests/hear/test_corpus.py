"""Every sentence of the corpus bears its act in some scene, and no near miss bears it in any."""

import pytest

from bot.hear import corpus, house, inventory
from bot.hear.acts import KINDS
from tests.hear.heard import EVERYWHERE, names

NOT_TYPED = {row.name for row in house.ROWS}
"""Acts that are pressed or commanded; some can be typed too."""
NOT_YET: set[tuple[str, str]] = {
    ("en", "I've a chat with Norfolk Instruments on Thursday at 10"),
    ("en", "they wrote that the decision is delayed to next Friday"),
    ("de", "die Entscheidung verschiebt sich auf nächsten Freitag"),
}
"""Sentences that are not heard as they should be yet."""
LINES = [
    (language, name, text, bears)
    for language in corpus.LANGUAGES
    for name in sorted(corpus.acts(language))
    for bears in (True, False)
    for text in corpus.sentences(language, name, bears=bears)
]


@pytest.mark.parametrize("language", corpus.LANGUAGES)
def test_every_act_that_is_told_has_sentences(language: str) -> None:
    assert {row.name for row in inventory.ROWS} - corpus.acts(language) == set()
    assert corpus.acts(language) <= set(KINDS)


@pytest.mark.parametrize(("language", "name", "text", "bears"), LINES)
def test_a_sentence_bears_its_act(language: str, name: str, text: str, bears: bool) -> None:
    heard = any(name in names(text, scene, language) for scene in EVERYWHERE)
    if heard is not bears and (language, text) in NOT_YET:
        pytest.xfail("not heard yet")
    assert heard is bears


@pytest.mark.parametrize("name", KINDS)
def test_the_table_knows_its_sentences(name: str) -> None:
    kind = KINDS[name]
    assert kind.examples("en") or name in NOT_TYPED
    assert all(kind.name == name for _ in kind.near_misses("de"))
