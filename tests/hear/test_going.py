"""How a talk went, and whether the job is still wanted."""

import pytest

from tests.hear.heard import names, slots


@pytest.mark.parametrize(
    ("text", "language", "mood"),
    [
        ("it went really well", "en", "great"),
        ("it was not bad at all", "en", "fine"),
        ("it was awful", "en", "rough"),
        ("it didn't go well", "en", "rough"),
        ("lief super", "de", "great"),
        ("ging so", "de", "fine"),
        ("es lief nicht gut", "de", "rough"),
    ],
)
def test_how_it_went(text: str, language: str, mood: str) -> None:
    assert slots("felt", text, "just_over", language)["mood"] == mood


@pytest.mark.parametrize("text", ["good luck to me", "that's a good sign", "ok so what now", "I feel bad for Tom"])
def test_what_is_no_mood_of_the_talk(text: str) -> None:
    assert "felt" not in names(text, "told")


@pytest.mark.parametrize("text", ["I don't think it went very well", "I don't think I did great"])
def test_a_doubted_mood_is_the_other_one(text: str) -> None:
    assert slots("felt", text, "just_over")["mood"] == "rough"


@pytest.mark.parametrize(
    "text",
    [
        "it went brilliantly, but I totally messed up the budget part",
        "lief super, nur die Präsentation hab ich vergeigt",
    ],
)
def test_a_talk_of_which_a_part_went_wrong_was_not_great(text: str) -> None:
    assert slots("felt", text, "just_over")["mood"] == "fine"


@pytest.mark.parametrize("text", ["there's one bit that was ok", "the first half was awful", "nur der Anfang war gut"])
def test_the_mood_of_a_part_is_not_that_of_the_talk(text: str) -> None:
    assert "felt" not in names(text, "told")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("I'm not sure that I want the job", "unsure"),
        ("I really want this job", "yes"),
        ("I don't even want it", "no"),
    ],
)
def test_whether_it_is_still_wanted(text: str, value: str) -> None:
    assert slots("wanted", text, "just_over") == {"value": value}


@pytest.mark.parametrize("text", ["I really want to email her", "I don't even want to open the mail"])
def test_what_is_wanted_is_not_always_the_job(text: str) -> None:
    assert "wanted" not in names(text, "just_over")


def test_how_it_went_at_one_that_is_named() -> None:
    assert slots("felt", "acme went ok I guess", "told") == {"about": "Acme", "mood": "fine"}
    assert "felt" not in names("acme was late with the answer", "told")
