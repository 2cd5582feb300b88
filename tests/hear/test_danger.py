"""Speaking of dying is heard before everything else; a figure of speech is not that."""

import pytest

from bot.hear.danger import speaks_of_dying


@pytest.mark.parametrize(
    "text",
    [
        "I want to die",
        "honestly i dont want to be here any more",
        "what is the point of being alive",
        "I think I'm done with life.",
        "They’d be better off without me",
        "i keep counting the pills",
        "Ich mag nicht mehr leben.",
        "ich will einfach dass alles aufhört",
        "fertig mit dem leben",
    ],
)
def test_it_is_heard(text: str) -> None:
    assert speaks_of_dying(text)


@pytest.mark.parametrize(
    "text",
    [
        "I'm dying to know what they think",
        "the waiting is killing me",
        "I nearly died of embarrassment",
        "I could have killed myself for saying that",
        "leaving now would be career suicide",
        "ich sterbe vor Neugier",
        "my phone died in the middle of the call",
        "deadline is friday",
        "",
    ],
)
def test_a_figure_of_speech_is_not(text: str) -> None:
    assert not speaks_of_dying(text)
