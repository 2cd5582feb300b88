"""From a typed text to tokens: figures, words and marks, each with its place. No word of a language is known here."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

LONGEST = 4096
"""Characters that are read; a Telegram message has no more."""

TOKEN = re.compile(
    r"""
      (?P<iso>(?<!\d)\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?!\d))
    | (?P<hm>(?<!\d)\d{1,2}:\d{2}(?::\d{2})?(?!\d))
    | (?P<slashed>(?<!\d)\d{1,2}/\d{1,2}(?:/(?:\d{4}|\d{2}))?(?![\d/]))
    | (?P<dashed>(?<!\d)\d{1,2}-\d{1,2}-(?:\d{4}|\d{2})(?![\d-]))
    | (?P<dotted>(?<!\d)\d{1,2}\.\d{1,2}(?:\.(?:\d{4}|\d{2})|\.(?!\w))?(?!\d))
    | (?P<hxx>(?<!\d)\d{1,2}h\d{2}(?![\dm]))
    | (?P<ord>(?<!\d)\d{1,2}(?:st|nd|rd|th)(?![^\W\d_]))
    | (?P<site>[^\W_]+\.(?:com|io|ai|co|org|net|de|uk)\b)
    | (?P<num>\d+)
    | (?P<word>[^\W\d_]+(?:'[^\W\d_]+)*)
    | (?P<mark>[-,.;:!?()/+@&\n–—|•])
    | (?P<blank>[^\S\n]+)
    | (?P<other>.)
    """,
    re.VERBOSE,
)
FIGURES = frozenset({"iso", "hm", "slashed", "dashed", "dotted", "hxx"})
SOFT, STOP = ",", "¶"
MARKS = {"-": "-", "–": "-", "/": "/", "+": "plus", "@": "at", "&": "and"}
SOFTS = frozenset(",:()—|")

RESPELLED = (
    (re.compile(r"(?<=\d)\s?½"), ".5"),
    (re.compile("½"), " half "),
    (re.compile("¼"), " quarter "),
    (re.compile("[‘’ʼ`´′]"), "'"),
    (re.compile("[“”„«»″]"), '"'),
    (re.compile("[‐‑‒−]"), "-"),
    (re.compile(r"(?<=[\d ])([ap])\.\s?m\b\.?", re.IGNORECASE), r"\1m"),
    (re.compile(r"(?<=\d)([ap])(?: m)?\b", re.IGNORECASE), r"\1m"),
    (re.compile(r"(?<=\d )([ap]) m\b", re.IGNORECASE), r"\1m"),
    (re.compile(r"\b(w)/([ceb])\b", re.IGNORECASE), r"\1\2"),
    (re.compile(r"\bn/a\b", re.IGNORECASE), "na"),
    (re.compile(r"\bw/(?:in|i)\b", re.IGNORECASE), "within"),
    (re.compile(r"\bw/(?=days?\b)", re.IGNORECASE), "w"),
    (re.compile(r"\b([ce])\.\s?o\.\s?([bdpwmy])\b\.?", re.IGNORECASE), r"\1o\2"),
    (re.compile(r"\ba\.s\.a\.p\b\.?", re.IGNORECASE), "asap"),
)
"""Spellings that would be torn apart, put into one word. """


INVISIBLE = re.compile("[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\u0300-\u036f]")
"""Marks of direction, joiners, variants of emoji, accents that belong to no letter."""


@dataclass(frozen=True, slots=True)
class Token:
    """`kind` is the name of the group in TOKEN. `tight`: joined to the token before by a hyphen."""

    kind: str
    text: str
    start: int
    end: int
    tight: bool = False


def clean(text: str) -> str:
    """The text in one Unicode form, without invisible marks, cut to LONGEST characters."""
    for pattern, instead in RESPELLED[:3]:
        text = pattern.sub(instead, text[: 2 * LONGEST])
    text = unicodedata.normalize("NFKC", text)[:LONGEST]
    text = INVISIBLE.sub("", text)
    for pattern, instead in RESPELLED[3:]:
        text = pattern.sub(instead, text)
    return text


def tokenise(text: str) -> list[Token]:
    """The tokens of a cleaned text; blanks are gone, hyphens inside words are remembered in `tight`."""
    tokens: list[Token] = []
    tight = False
    for match in TOKEN.finditer(text):
        kind, word = str(match.lastgroup), match.group()
        if kind == "blank" or word in "\"'*_~#":
            continue
        if word in "-–" and _inside(text, match.start()):
            tight = True
            continue
        tokens.append(Token(kind, _spelling(kind, word), match.start(), match.end(), tight))
        tight = False
    return tokens


def _inside(text: str, at: int) -> bool:
    """Does a hyphen join two words or numbers without a blank?"""
    return 0 < at < len(text) - 1 and text[at - 1].isalnum() and text[at + 1].isalnum()


def _spelling(kind: str, word: str) -> str:
    if kind == "word":
        folded = word.casefold()
        return folded.replace("'ll", "will").removesuffix("'")
    if kind == "mark":
        return MARKS.get(word) or (SOFT if word in SOFTS else STOP)
    return SOFT if kind == "other" else word
