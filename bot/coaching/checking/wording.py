"""How it is put: phrases that weaken a text, questions out of season, slang, shouting, slips."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.coaching.checking.letter import Letter
from bot.coaching.checking.lexicon import Lexicon, Pattern
from bot.coaching.checking.spelling import any_of
from bot.coaching.checking.values import About, Finding, Kind, Purpose

BRACKETS = re.compile(r"\[([^\]\n]{1,40})\]|\{([^}\n]{1,40})\}|<([^>\n@]{1,40})>|\(([^)\n]{1,40})\)")
UNFILLED = re.compile(r"(?<!\w)(?:X{3,}|_{3,}|TBD|TODO|N\.N\.|\?{3,})(?!\w)|(?<=\s)\.{4,}(?=\s)")
EMOJI = re.compile(
    r"[\U0001F000-\U0001FAFF\u2600-\u27BF\u2B50\u2764\uFE0F]+|(?<![\w:;])(?:[:;]-?[)(DPp]|<3|xD|:'\()(?!\w)"
)
CAPITALS = re.compile(r"(?<!\w)[^\W\d_a-zß-ÿ]{2,}(?:[ ,'-]+[^\W\d_a-zß-ÿ]{2,})*(?!\w)")
MARKS = re.compile(r"\S{0,30}(?:(?:!\s?){2,}+|\?!++|!\?++|\?{2,}+)")
MOST_MARKS = 3
"""Exclamation marks in one text."""


def unfilled(letter: Letter, lexicon: Lexicon) -> Iterator[Finding]:
    """Places of a template that nobody filled in."""
    said = letter.addressed()
    for match in BRACKETS.finditer(said):
        inside = next(filter(None, match.groups()))
        square = match.group().startswith(("[", "{")) and re.search(r"[^\W\d_]", inside)
        if square or lexicon.placeholder_words.fullmatch(inside.strip()):
            yield Finding(Kind.PLACEHOLDER, letter.quote(*match.span()))
    for match in UNFILLED.finditer(said):
        yield Finding(Kind.PLACEHOLDER, letter.quote(*match.span()))


def phrases(letter: Letter, about: About, lexicon: Lexicon) -> Iterator[Finding]:
    """Stock phrases, superlatives, pressure, reproach, begging, apologies: the table of the language."""
    said = letter.addressed()
    for phrase in lexicon.phrases:
        if phrase.purposes is None or about.purpose in phrase.purposes:
            for match in phrase.ways.finditer(said):
                yield Finding(phrase.kind, letter.quote(*match.span()), {"better": phrase.better})


def status_questions(letter: Letter, about: About, lexicon: Lexicon) -> Iterator[Finding]:
    """Questions about the decision where none may be (R13, R18)."""
    for ways in _forbidden(about, lexicon):
        for quote in letter.found(ways):
            yield Finding(Kind.STATUS_QUESTION, quote)


def _forbidden(about: About, lexicon: Lexicon) -> tuple[Pattern, ...]:
    if about.purpose is Purpose.AFTER_NO or (about.may_ask and about.purpose is not Purpose.THANK_YOU):
        return ()
    if about.purpose is Purpose.DEADLINE:  # R10: it asks for an answer by a date
        return (lexicon.verdict_question,)
    if about.purpose is Purpose.THANK_YOU:  # R13: it may ask for the timeline
        return lexicon.verdict_question, lexicon.status_question
    return lexicon.verdict_question, lexicon.status_question, lexicon.timeline_question


def chat_style(letter: Letter, lexicon: Lexicon) -> Iterator[Finding]:
    """Slang, with the right words, and emoji."""
    said = letter.addressed()
    for match in any_of(tuple(lexicon.slang)).finditer(said):
        if not match.group().isupper():  # "RN", "U" in capitals are something else
            right = lexicon.slang[match.group().casefold()]
            yield Finding(Kind.SLANG, letter.quote(*match.span()), {"right": right})
    for match in EMOJI.finditer(letter.text):
        yield Finding(Kind.SLANG, match.group(), {"right": ""})


def shouting(letter: Letter, lexicon: Lexicon) -> Iterator[Finding]:
    """Words in capitals that are no abbreviation, and exclamation marks in a row."""
    for match in CAPITALS.finditer(letter.prose):
        words = [word.casefold() for word in re.findall(r"\w+", match.group())]
        if any(len(word) > 2 and word in lexicon.stock_words for word in words):
            yield Finding(Kind.SHOUTING, letter.quote(*match.span()))
    marks = list(MARKS.finditer(letter.addressed()))
    for match in marks:
        yield Finding(Kind.SHOUTING, letter.quote(*match.span()))
    if not marks and letter.addressed().count("!") > MOST_MARKS:
        yield Finding(Kind.SHOUTING, "!")
