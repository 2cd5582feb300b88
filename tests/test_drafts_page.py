"""Forty letters as they would be sent, to be read by anybody: `docs/drafts.md`.

When a draft is changed on purpose, read the difference aloud and write the page anew with
`python -m tests.test_drafts_page`.
"""

from __future__ import annotations

from pathlib import Path

from bot.coaching.letters import made
from tests.drafts_english import english
from tests.drafts_german import german
from tests.drafts_situations import Situation

PAGE = Path(__file__).parents[1] / "docs" / "drafts.md"
HEAD = """# Forty letters

What Afterword writes from what it was told, without a language model, in forty situations; each is made anew by
`python -m tests.test_drafts_page` and stands here as it would be sent. The people in them are made up.
"""


def letter(one: Situation) -> str:
    """One letter with its subject, as text."""
    block = made(one.known, one.known.opportunities[0], one.now, one.name, one.style, **one.params)
    return f"{block.subject}\n\n{block.text}" if block.subject else block.text


def page() -> str:
    """The whole page."""
    numbered = enumerate((*english(), *german()), 1)
    return HEAD + "".join(f"\n## {n}. {one.title}\n\n```text\n{letter(one)}\n```\n" for n, one in numbered)


def test_the_page_of_letters_is_up_to_date() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "read it, then write it anew: python -m tests.test_drafts_page"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
