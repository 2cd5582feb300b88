"""The tables of words: the same keys in every language, each in one table, each used."""

from collections import Counter
from pathlib import Path

import pytest

from bot.hear.fold import words_of
from bot.hear.vocabulary import LANGUAGES, TABLES, Meaning, said_in, vocabulary

HEAR = Path(__file__).parents[2] / "bot" / "hear"


def keys(language: str) -> list[tuple[str, str]]:
    tables = sorted((TABLES / language).glob("*.tsv"))
    return [
        (line.partition("\t")[0], table.stem) for table in tables for line in table.read_text().splitlines() if line
    ]


def test_every_language_has_the_same_keys() -> None:
    known = [{key for key, _ in keys(language) if not key.startswith("#")} for language in LANGUAGES]
    assert all(one == known[0] for one in known)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_key_stands_in_one_table(language: str) -> None:
    tables = Counter(key for key, _ in {one for one in keys(language) if not one[0].startswith("#")})
    assert [key for key, count in tables.items() if count > 1] == []


@pytest.mark.parametrize(
    ("alternative", "text", "place"),
    [
        ("rang", "they rang me", (1, 2)),
        ("reject*", "they rejected me", (1, 2)),
        ("*gespräch", "mein Zweitgespräch", (1, 2)),
        ("let ~ know", "they will let everybody here know", (2, 6)),
        ("let ~ know", "let me know", (0, 3)),
        ("in _ minutes", "starts in 20 minutes", (1, 4)),
        ("rang", "ranger", None),
    ],
)
def test_how_alternatives_are_written(alternative: str, text: str, place: tuple[int, int] | None) -> None:
    assert Meaning([alternative.replace("ä", "ae")]).find(words_of(text)) == place


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_that_is_said_is_found_in_one_go(language: str) -> None:
    words = words_of("they said they would let me know by friday, lief gut, sie melden sich, absage, interview moved")
    places = {key: meaning.find(words) for key, meaning in vocabulary(language).items()}
    said = said_in(words, language)
    assert {key: next(said.of(key)) for key in said.keys} == {key: place for key, place in places.items() if place}
