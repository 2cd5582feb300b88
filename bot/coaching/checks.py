"""The check of the Person's own text to an employer, before they send it (advice 5, 16, 18, 19, 22, 25; R13, R43).

`check` finds and names; it says nothing. The words are in the catalogue under `check.<kind>`, and `spoken` puts
them together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot import words
from bot.coaching.checking import content, names, spelling, wording
from bot.coaching.checking.letter import Letter, read
from bot.coaching.checking.lexicon import Lexicon
from bot.coaching.checking.lexicons import lexicon_for
from bot.coaching.checking.values import About, Finding, Kind, Purpose

__all__ = ["About", "Finding", "Kind", "Purpose", "check", "spoken"]

MOST_OF_A_KIND = 3
"""Findings of one kind: whoever mends three slips finds the fourth in the next check."""
REPEATING = frozenset(Kind) - {Kind.PLACEHOLDER, Kind.SLANG, Kind.DOUBLED_WORD}
"""Kinds whose line would be the same twice."""
ENOUGH_WORDS = 12
"""Words from which on the language of a text can be told."""
ORDER = tuple(Kind)
SLIPS = frozenset((Kind.SLANG, Kind.SHOUTING, Kind.MISSPELLING, Kind.DOUBLED_WORD))


def check(text: str, about: About) -> tuple[Finding, ...]:
    """What to mend in a text, the gravest first; nothing when it is good. Never raises, whatever the text is."""
    lexicon = lexicon_for(about.language)
    letter = read(text, lexicon)
    if not any(char.isalnum() for char in letter.addressed()):
        return (Finding(Kind.EMPTY),)
    found = _all(letter, about, lexicon) if _is_in(letter, lexicon) else _whatever_language(letter, about, lexicon)
    return _sorted(found)


def _all(letter: Letter, about: About, lexicon: Lexicon) -> Iterator[Finding]:
    yield from wording.unfilled(letter, lexicon)
    yield from names.misspelt_names(letter, about, lexicon)
    yield from wording.phrases(letter, about, lexicon)
    yield from wording.status_questions(letter, about, lexicon)
    yield from content.missing(letter, about, lexicon)
    yield from content.too_many_questions(letter, about, lexicon)
    yield from content.size(letter)
    yield from wording.chat_style(letter, lexicon)
    yield from wording.shouting(letter, lexicon)
    yield from spelling.slips(letter, lexicon)
    yield from spelling.doubled_words(letter, lexicon)


def _whatever_language(letter: Letter, about: About, lexicon: Lexicon) -> Iterator[Finding]:
    """What can be seen in any language, and the word that it was only this."""
    yield from wording.unfilled(letter, lexicon)
    yield from names.misspelt_names(letter, about, lexicon)
    yield from content.size(letter)
    yield Finding(Kind.OTHER_LANGUAGE)


def _is_in(letter: Letter, lexicon: Lexicon) -> bool:
    """Is the text in the lexicon's language? About half the words of any text are its small words."""
    said = [span.text.casefold() for span in letter.words()]
    return len(said) < ENOUGH_WORDS or sum(word in lexicon.function_words for word in said) * 4 >= len(said)


def _sorted(found: Iterator[Finding]) -> tuple[Finding, ...]:
    """The gravest first, each piece of the text once, and of no kind too many."""
    kept: list[Finding] = []
    for finding in sorted(found, key=lambda finding: ORDER.index(finding.kind)):
        many = sum(other.kind is finding.kind for other in kept) >= MOST_OF_A_KIND
        if not many and not any(_same_piece(finding, other) for other in kept):
            kept.append(finding)
    return tuple(kept)


def _same_piece(one: Finding, other: Finding) -> bool:
    """Is `one` about words that `other` quotes already? A slip inside a phrase is still a slip."""
    if one.kind in SLIPS and one.kind is not other.kind:
        return False
    if not one.quote or not other.quote:
        return one.kind is other.kind
    return bool(re.search(rf"(?<!\w){re.escape(one.quote)}(?!\w)", other.quote, re.IGNORECASE))


def spoken(findings: tuple[Finding, ...], language: str = words.DEFAULT_LANGUAGE) -> tuple[words.Html, ...]:
    """One line for each finding, with a better wording; one line of pleasure when there is none."""
    if not findings:
        return (words.say("check.none", language),)
    before = (None, *findings)
    return tuple(_line(finding, language, last) for finding, last in zip(findings, before, strict=False))


def _line(finding: Finding, language: str, before: Finding | None) -> words.Html:
    """What was said right before is not said again."""
    if before and before.kind is finding.kind and finding.kind in REPEATING and before.params == finding.params:
        return words.say("check.same", language, quote=" ".join(finding.quote.split()))
    params, quote = dict(finding.params), " ".join(finding.quote.split())
    if "better" in params:
        params["better"] = words.plain(f"check.better.{params['better']}", language)
    return words.say(f"check.{finding.kind}{_variant(finding)}", language, quote=quote, **params)


def _variant(finding: Finding) -> str:
    """Some findings are said in another way when there is less to say."""
    if finding.kind is Kind.NO_DETAIL and finding.params["detail"]:
        return ".known"
    return ".away" if finding.params.get("right") == "" else ""
