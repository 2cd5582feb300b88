"""A call and the question that was put in it are one contact; another one is told as another."""

import pytest

from tests.hear.heard import hear


def asked(text: str, language: str) -> int:
    """How many questions to them are heard."""
    return sum(act.get("what") == "follow_up" for act in hear(text, "overdue", language).acts)


@pytest.mark.parametrize(
    ("text", "language", "count"),
    [
        ("i rang them yesterday and asked how it looks", "en", 1),
        ("emailed priya on monday and followed up", "en", 1),
        ("called this morning. asked whether there is any news", "en", 1),
        ("hab gestern angerufen und gefragt wie es aussieht", "de", 1),
        ("heute hab ich priya gemailt und nachgefragt", "de", 1),
        ("hab ihr geschrieben und gefragt ob es was neues gibt", "de", 1),
        ("i called on monday and emailed today", "en", 2),
        ("i called on monday and followed up again", "en", 2),
        ("hab am montag angerufen und ihr heute gemailt", "de", 2),
        ("hab am montag angerufen und nochmal nachgefragt", "de", 2),
    ],
)
def test_a_question_in_a_call_is_no_second_contact(text: str, language: str, count: int) -> None:
    assert asked(text, language) == count
