"""One form of every text, before any pattern sees it."""

import time

import pytest

from bot.hear.fold import HEARD, fold, words_of
from bot.hear.listen import listen
from tests.hear.heard import moment


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("so   \t happy", "so happy"),
        ("noooooo way", "nooo way"),
        ("one\n\n\n  two", "one\ntwo"),
        ("“well” – fine…", '"well" - fine...'),
        ("0000 at 10000", "0000 at 10000"),
    ],
)
def test_runs_and_marks_are_made_plain(typed: str, folded: str) -> None:
    assert fold(typed) == folded


def test_a_long_text_is_cut_between_words() -> None:
    text = fold("word " * 2000)
    assert len(text) <= HEARD
    assert text.endswith("word")


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("I didn't", "i did not"),
        ("theyd said", "they would said"),
        ("can't won't", "can not will not"),
        ("it's Dana's", "it is dana"),
        ("wie geht's, gibts was", "wie geht es gibt es was"),
        ("follow-up", "follow up"),
        ("Rückmeldung", "rueckmeldung"),
    ],
)
def test_contractions_are_opened(typed: str, words: str) -> None:
    assert " ".join(word.text for word in words_of(typed)) == words


@pytest.mark.parametrize(("typed", "meant"), [("interveiwed", "interviewed"), ("wendesday", "wednesday")])
def test_a_slip_of_the_fingers_is_forgiven(typed: str, meant: str) -> None:
    assert [word.text for word in words_of(typed)] == [meant]


def test_a_word_has_its_place_in_the_text() -> None:
    text = "they said they'd call"
    assert [text[word.start : word.end] for word in words_of(text)] == ["they", "said", "they'd", "they'd", "call"]


HOSTILE = (
    *("-" * 4000, "x" * 4000, "and so " * 600, "a, " * 1300, "(a) " * 900, "at At " * 700, "not " * 1000),
    *("Dr " * 1300, "they said by friday " * 200, "let x x x x " * 300, "\n" * 4000, "if i, " * 600),
    "I interviewed with Acme, " * 160,
)


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_keeps_the_listener_busy(text: str) -> None:
    listen("hello", moment("two"))
    started = time.process_time()
    listen(text, moment("two"))
    assert time.process_time() - started < 2


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        (
            "kann sich aber wegen karneval? ne quatsch, wegen betriebsversammlung auf montag ziehen",
            "kann sich aber wegen betriebsversammlung auf montag ziehen",
        ),
        ("das gespräch ist am montag, äh nein, am dienstag", "das gespräch ist am dienstag"),
        ("it's with anna, sorry no, with ben", "it's with ben"),
        ("they answer by friday no wait by monday", "they answer by monday"),
        ("could slip because of the fair, no wait, because of the move", "could slip because of the move"),
        ("they answer by friday, no word by then", "they answer by friday, no word by then"),
        ("am montag kam nix, am dienstag auch nicht", "am montag kam nix, am dienstag auch nicht"),
    ],
)
def test_what_is_taken_back_in_the_same_breath_is_not_heard(typed: str, left: str) -> None:
    assert fold(typed) == left
