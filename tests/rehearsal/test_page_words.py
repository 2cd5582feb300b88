"""The words of the page: each that it asks for stands in the catalogues, and each that stands there is asked for."""

import re
from pathlib import Path

import pytest

from bot import words
from bot.rehearsal import page

ROOT = Path(page.__file__).parent
FILES = {path.name: path.read_text() for path in (ROOT / "static").iterdir() if path.suffix in {".js", ".html"}}
MARKED = re.compile(r'data-(?:word|label)="([^"]+)"')
SAID = re.compile(r'say\("([a-z._]+)"')
NAMED = re.compile(r'"([a-z._]+)"')
PUT_TOGETHER = re.compile(r"(event|trouble|presence|move|error)\..*|.*\.(undo|short)")
"""Families of which a script puts the name together, or the server says one."""


@pytest.mark.parametrize("name", FILES)
def test_every_word_that_is_asked_for_is_there(name: str) -> None:
    asked = {*MARKED.findall(FILES[name]), *SAID.findall(FILES[name])}
    assert asked - words.beginning("page.").keys() == set()


def test_no_word_is_there_for_nothing() -> None:
    asked = {word for text in FILES.values() for word in NAMED.findall(text)}
    left = words.beginning("page.").keys() - asked
    assert {word for word in left if not PUT_TOGETHER.fullmatch(word)} == set()


def test_the_page_itself_says_nothing_in_one_language() -> None:
    """Between its marks stand signs alone, and the name of the bot."""
    text = re.sub(r"<head>.*?</head>|<!doctype html>|<[^>]*>", " ", FILES["index.html"], flags=re.DOTALL)
    assert set(text.split()) <= {"Afterword", "&nbsp;", "/", "↓", "✕"}
