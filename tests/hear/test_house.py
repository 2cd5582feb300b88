"""What can be pressed or commanded, typed in a word or two: only when the message says nothing else."""

import pytest

from tests.hear.heard import names, slots


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("so why?", "en", "why"),
        ("show me my calendar please", "en", "calendar"),
        ("that's all for today, thanks", "en", "enough"),
        ("that is not quite right", "en", "wrong"),
        ("my practice list", "en", "practise"),
        ("I want to do the debrief", "en", "debrief"),
        ("no thank-you mail", "en", "wont"),
        ("aber warum nicht", "de", "why"),
        ("das stimmt nicht ganz", "de", "wrong"),
        ("zeig mir mal meinen Kalender", "de", "calendar"),
    ],
)
def test_said_in_a_few_words(text: str, language: str, name: str) -> None:
    assert names(text, "told", language) - {"thanks"} == {name}


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("why don't they ring", "en", "why"),
        ("warum immer ich", "de", "why"),
        ("was hab ich falsch gemacht", "de", "wrong"),
        ("had to cancel my interview, flu", "en", "cancel"),
        ("don't forget it", "en", "cancel"),
        ("stop asking me about Acme", "en", "enough"),
        ("bin fertig mit den Nerven", "de", "enough"),
    ],
)
def test_a_word_of_it_in_a_sentence_is_none(text: str, language: str, name: str) -> None:
    assert name not in names(text, "told", language)


@pytest.mark.parametrize(
    ("text", "language"),
    [("scratch that", "en"), ("forget it", "en"), ("lösch das bitte wieder", "de"), ("vergiss es", "de")],
)
def test_taken_back_right_after_it_was_kept(text: str, language: str) -> None:
    assert names(text, "told", language, kept_last=("window",)) == {"undo"}


def test_forget_it_leaves_an_open_question() -> None:
    for text, language in (("forget it", "en"), ("vergiss es", "de")):
        assert names(text, "told", language, kept_last=("window",), asked="promised") == {"cancel"}
        assert names(text, "told", language) == {"cancel"}
    assert "undo" not in names("forget Acme", "told", kept_last=("window",))


def test_an_employer_that_is_kept_open() -> None:
    assert slots("keep_open", "keep Acme open") == {"about": "Acme"}
    assert "keep_open" not in names("the role is kept open until March")
