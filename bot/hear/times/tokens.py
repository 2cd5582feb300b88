"""From a typed text to tokens: figures, words and marks, each with its place. No word of a language is known here."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

LONGEST = 4096
"""Characters that are read; a Telegram message has no more."""

TOKEN = re.compile(
    r"""
      (?P<site>[^\W_]++\.(?:com|io|ai|co|org|net|de|uk)\b)
    | (?P<word>[^\W\d_]++(?:'[^\W\d_]++)*)
    | (?P<iso>(?<!\d)\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?!\d))
    | (?P<hm>(?<!\d)\d{1,2}:\d{2}(?::\d{2})?(?!\d))
    | (?P<slashed>(?<!\d)\d{1,2}/\d{1,2}(?:/(?:\d{4}|\d{2}))?(?![\d/]))
    | (?P<dashed>(?<!\d)\d{1,2}-\d{1,2}-(?:\d{4}|\d{2})(?![\d-]))
    | (?P<dotted>(?<!\d)\d{1,2}\.\d{1,2}(?:\.(?:\d{4}|\d{2})|\.(?!\w))?(?!\d))
    | (?P<hxx>(?<!\d)\d{1,2}h\d{2}(?![\dm]))
    | (?P<ord>(?<!\d)\d{1,2}(?:st|nd|rd|th)(?![^\W\d_]))
    | (?P<num>\d+)
    | (?P<mark>[-,.;:!?()/+@&\n–—|•])
    | (?P<other>\S)
    """,
    re.VERBOSE,
)
FIGURES = frozenset({"iso", "hm", "slashed", "dashed", "dotted", "hxx"})
SOFT, STOP = ",", "¶"
MARKS = {"-": "-", "–": "-", "/": "/", "+": "plus", "@": "at", "&": "and"}
SOFTS = frozenset(",:()—|")
QUOTES = frozenset("\"'*_~#")

FRACTIONS = (
    ("½", re.compile(r"(?<=\d)\s?½"), ".5"),
    ("½", re.compile("½"), " half "),
    ("¼", re.compile("¼"), " quarter "),
)
MARKS_OF_TYPE = (
    (re.compile("[‘’ʼ´′]"), "'"),
    (re.compile("[“”„«»″]"), '"'),
    (re.compile("[‐‑‒−]"), "-"),
    (re.compile("[→⇒➔]"), " to "),
)
RESPELLED = (
    ("`", re.compile("`"), "'"),
    ("'", re.compile(r"(?<=[a-z] )'(?=\d\d\b)", re.IGNORECASE), "20"),  # July '26
    (">", re.compile("(?<![-=])[-=]++>"), " to "),
    ("20", re.compile(r"(?<!\d)(20\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])\b"), r"\1-\2-\3"),
    ("'", re.compile(r"\bwe'd\b", re.IGNORECASE), "we would"),
    ("wed ", re.compile(r"\bwed (?=(?:hear|know|be|get|have|find|meet|speak|talk|like|love)\b)"), "we would "),
    (".", re.compile(r"(?<=[\d ])([ap])\.\s?m\b\.?", re.IGNORECASE), r"\1m"),
    (
        "",
        re.compile(r"(?<![^\W\d_])(?<![^\W\d_]\d)(\d)(?:( ?[ap]) m|(p|(?<!\b1)a))\b", re.IGNORECASE),
        r"\1\2\3m",
    ),  # 1a is first class
    ("/", re.compile(r"\b(w)/([ceb])\b", re.IGNORECASE), r"\1\2"),
    ("/", re.compile(r"\bn/a\b", re.IGNORECASE), "na"),
    ("/", re.compile(r"\bw/(?:in|i)\b", re.IGNORECASE), "within"),
    ("/", re.compile(r"\bw/(?=days?\b)", re.IGNORECASE), "w"),
    (".", re.compile(r"\b([ce])\.\s?o\.\s?([bdpwmy])\b\.?", re.IGNORECASE), r"\1o\2"),
    (
        ",",
        re.compile(r"\b(at|um) (\d\d?), ?(?=\d+ ?(?:h|hrs?|hours?|std|stunden?|min\w*)\b)", re.IGNORECASE),
        r"\1 \2:00 ",
    ),
    (".", re.compile(r"\b(\d\d?)(?: ?uhr)? c\. ?t\b\.?", re.IGNORECASE), r"\1:15"),
    (".", re.compile(r"\b(\d\d?)(?: ?uhr)? s\. ?t\b\.?", re.IGNORECASE), r"\1:00"),
    (".", re.compile(r"\ba\.s\.a\.p\b\.?", re.IGNORECASE), "asap"),
)
"""Spellings that would be torn apart, put into one word; in front, the mark without which there is nothing to do."""
TORN_APART = re.compile(r"[`'>./\d]|\bwed ")
"""A text without any of these marks and figures has none of them."""


INVISIBLE = re.compile("[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\u0300-\u036f]")
"""Marks of direction, joiners, variants of emoji, accents that belong to no letter."""


class Token(NamedTuple):
    """`kind` is the name of the group in TOKEN. `tight`: joined to the token before by a hyphen."""

    kind: str
    text: str
    start: int
    end: int
    tight: bool = False


def clean(text: str) -> str:
    """The text in one Unicode form, without invisible marks, cut to LONGEST characters."""
    text = text[:LONGEST] if text.isascii() else _plain(text[: 2 * LONGEST])
    if TORN_APART.search(text) is None:
        return text
    for mark, pattern, instead in RESPELLED:
        if mark in text:
            text = pattern.sub(instead, text)
    return text


def _plain(text: str) -> str:
    for mark, pattern, instead in FRACTIONS:
        if mark in text:
            text = pattern.sub(instead, text)
    text = INVISIBLE.sub("", unicodedata.normalize("NFKC", text)[:LONGEST])
    for pattern, instead in MARKS_OF_TYPE:
        text = pattern.sub(instead, text)
    return text


def tokenise(text: str) -> list[Token]:
    """The tokens of a cleaned text; blanks are gone, hyphens inside words are remembered in `tight`."""
    tokens: list[Token] = []
    tight = False
    for match in TOKEN.finditer(text):
        kind, word = str(match.lastgroup), match.group()
        if word in QUOTES:
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
