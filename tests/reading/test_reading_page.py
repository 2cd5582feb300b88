"""The page that explains reading to people says what the code does."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.hear.times.context import Kind
from tests.reading.examples import read, shown

PAGE = Path(__file__).parents[2] / "docs" / "reading.md"
KINDS = {
    "When they will answer": Kind.WINDOW,
    "When an interview is": Kind.TIME,
    "When to be reminded": Kind.SNOOZE,
}


def rows() -> list[tuple[Kind, str, str]]:
    """Kind, text and answer of every row of the page's tables."""
    found = []
    for section in PAGE.read_text(encoding="utf-8").split("\n## ")[1:]:
        title, *lines = section.splitlines()
        if title not in KINDS:
            continue
        cells = [[cell.strip() for cell in line.split("|")] for line in lines if line.startswith("| ")]
        found += [(KINDS[title], text, answer) for _, text, answer, *_ in cells[1:]]
    return found


@pytest.mark.parametrize(("kind", "text", "answer"), rows(), ids=[text for _, text, _ in rows()])
def test_an_example_of_the_page_is_read_as_it_says(kind: Kind, text: str, answer: str) -> None:
    assert shown(read(text, kind)).partition(" ")[0] == answer


def test_every_family_has_its_examples() -> None:
    assert {kind for kind, _, _ in rows()} == set(Kind)
