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
        "there is no point in going on",
        "been thinking about ending things",
        "I keep looking at the tablets on my shelf",
        "took all the pills out of the drawer",
        "some days I think about driving into a tree",
        "who would notice if I was gone",
        "I wish I could fall asleep and never wake up",
        "I just want to disappear for good",
        "why should I, I am only a burden",
        "ich denke dauernd daran, einfach Schluss zu machen",
        "mein Leben hat keinen Sinn mehr",
        "die Tabletten liegen hier, Schlaftabletten genug",
        "es wäre besser, wenn ich nicht mehr da wäre",
        "keiner würde es merken, wenn ich weg bin",
        "ich hab schon einen Abschiedsbrief geschrieben",
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
        "my battery is about to die",
        "we drove over the bridge to the interview",
        "there is no point in writing to them",
        "ich muss noch Schluss machen für heute",
        "mein Lebenslauf hat keinen roten Faden mehr",
        "deadline is friday",
        "",
    ],
)
def test_a_figure_of_speech_is_not(text: str) -> None:
    assert not speaks_of_dying(text)
