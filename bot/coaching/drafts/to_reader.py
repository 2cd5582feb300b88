"""What the Person tells of the reader, as it is said to them: "glad to meet him" is "glad to meet you"."""

from __future__ import annotations

import re

from bot.coaching.drafts import turning_en

_OTHERS = re.compile(r"(?<!^)(?<![.!?] )\b(?!I\b)[A-Z][a-z]+\b.*\b(?:he|she|him|her|his|they|them|their)\b")
"""Somebody who is named before: then "she" may be that one."""
_THEY = re.compile(r"\b(?:they(?P<end>(?:'\w+)?)|them|their|theirs)\b")
_YOU = {"them": "you", "their": "your", "theirs": "yours"}
_ENGLISH = re.compile(r"\b(?:he|she|him|her|hers|his|they|them|their|theirs)\b")
_DATIVE = {"ihn": "Sie", "ihm": "Ihnen", "ihnen": "Ihnen"}
_GERMAN = re.compile(r"\b(?:ihn|ihm|ihnen)\b")
_UNSURE = re.compile(r"\b(?:er|sie|ihr\w*|sein\w{0,2}|denen|die beiden)\b")


def to_reader(phrase: str, language: str) -> str | None:
    """The phrase, spoken to its reader; None where it is not sure who is meant."""
    return _in_german(phrase) if language == "de" else _in_english(phrase)


def _in_english(phrase: str) -> str | None:
    if _ENGLISH.search(phrase) is None:
        return phrase
    if _OTHERS.search(phrase):
        return None
    phrase = turning_en.spoken_to(phrase)
    return _THEY.sub(lambda found: f"you{found['end']}" if found["end"] is not None else _YOU[found[0]], phrase)


def _in_german(phrase: str) -> str | None:
    if _UNSURE.search(phrase):
        return None
    return _GERMAN.sub(lambda found: _DATIVE[found[0]], phrase)
