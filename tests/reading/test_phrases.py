"""Whole files of phrases, field by field: our own, and the corpus where it is at hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.reading.examples import HEARD, OWN, misread, phrases

CORPUS = Path(__file__).parents[3] / "shared" / "phrases" / "phrases.jsonl"


def test_our_own_phrases_are_read_as_meant() -> None:
    assert misread(phrases(OWN)) == []


def test_phrases_heard_later_are_read_as_meant() -> None:
    assert misread(phrases(HEARD)) == []


def test_the_corpus_is_read_as_meant() -> None:
    if not CORPUS.exists():
        pytest.skip("corpus not found")
    assert misread(phrases(CORPUS)) == []


def test_our_own_phrases_stand_on_every_weekday_and_in_both_languages() -> None:
    records = list(phrases(OWN))
    assert {record.get("language", "en") for record in records} == {"en", "de"}
    assert {record["kind"] for record in records} == {"window", "interview_time", "snooze"}
