"""Every rule of the small grammar does what its examples say."""

from __future__ import annotations

import re

import pytest

from bot.hear.times import grammar
from bot.hear.times.context import Context
from bot.hear.times.lexicon import LANGUAGES, lexicon
from bot.hear.times.line import Line
from bot.hear.times.needs import needs
from bot.hear.times.rule import Rule
from bot.hear.times.rulebook import Rulebook
from tests.reading.examples import NOON, is_past, read, shown, split_example

EXAMPLES = [(rule, example) for rule in grammar.RULES for example in rule.examples]


@pytest.mark.parametrize(("rule", "example"), EXAMPLES, ids=[example for _, example in EXAMPLES])
def test_a_rule_reads_its_example(rule: Rule, example: str) -> None:
    text, kind, expected, language = split_example(example)
    fired: set[str] = set()
    past = is_past(example)
    grammar.parse(text, NOON, kind, language, fired, past=past)
    assert shown(read(text, kind, language, past=past)) == expected
    assert rule.name in fired


def test_every_rule_has_an_example() -> None:
    assert [rule.name for rule in grammar.RULES if not rule.examples] == []


def test_no_two_rules_share_a_name() -> None:
    names = [rule.name for rule in grammar.RULES]
    assert sorted(set(names)) == sorted(names)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_means_two_things(language: str) -> None:
    words = LANGUAGES[language]
    tables = (words.phrases, words.cues, words.holidays)
    surfaces = [surface for table in tables for listed in table.values() for surface in listed.split("|")]
    surfaces += [surface for listed in words.numbers for surface in listed.split("|")]
    assert sorted({surface for surface in surfaces if surfaces.count(surface) > 1}) == []


def test_every_word_of_a_pattern_can_be_said_in_english() -> None:
    known = lexicon("en")
    meanings = {word for meaning in known.symbols() for word in meaning.split()}
    foreign = {"vor", "halfto", "threequarter", "overnext", "holiday"}
    patterns = " ".join(
        re.sub(r"<[^>]*>|\{\w+\}|holiday:\S+|\[a-z\]|\\[wdD]", " ", rule.pattern) for rule in grammar.RULES
    )
    words = set(re.findall(r"(?<![\\\w])[A-Za-z][\w-]*", patterns))
    assert sorted(word for word in words - foreign if word not in meanings and word not in known.plain) == []


@pytest.mark.parametrize(
    ("pattern", "needed"),
    [
        ("by( the)? <day>", [{"by"}, {"<day>"}]),
        ("<(day|week)> or <month>", [{"<day>", "<week>"}, {"or"}, {"<month>"}]),
        ("next( <num>)? week", [{"next"}, {"week"}]),
        ("<num>|soon", [{"<num>", "soon"}]),
        ("now to <day>|now", [{"now"}]),
        ("(an? )?hour( , hour)*", [{"hour"}]),
        ("in <length>(?! <day> )(?= (,|$))", [{"in"}, {"<length>"}]),
        ("(FIX )+\\w+ [a-z]+", [{"FIX"}]),
        ("now|[a-z]+", []),
    ],
)
def test_what_a_pattern_cannot_do_without(pattern: str, needed: list[set[str]]) -> None:
    assert sorted(map(sorted, needs(pattern))) == sorted(map(sorted, needed))


def test_no_rule_that_would_match_is_left_out() -> None:
    """Every rule that reads an example also reads it when all rules are tried on every line."""
    for _, example in EXAMPLES:
        text, kind, _, language = split_example(example)
        book = grammar.BOOKS[kind]
        line = lexicon(language).line(text, Context(NOON, kind))
        assert book.read(line).symbols == tried_one_by_one(book, line).symbols


def tried_one_by_one(book: Rulebook, line: Line) -> Line:
    for rule in book.rules:
        line = rule.applied(line)
    return line
