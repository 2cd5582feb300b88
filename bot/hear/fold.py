"""The text as it is heard: one form of every mark, no long runs, not too long. And its words.

This stands before everything else, so that no pattern ever sees a text that could keep it busy.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from bot.hear.clause import Word
from bot.hear.naming.ordinary import is_ordinary
from bot.hear.times.tokens import clean
from bot.hear.vocabulary import LANGUAGES, vocabulary
from bot.hear.vocabulary.letters import UMLAUTS
from bot.hear.vocabulary.spelling import spelled

HEARD = 2500
"""Characters that are heard: five minutes of talking into the phone."""
LONGEST_WORD = 40

LINES = re.compile(r"(?<!\s)[^\S\n]*+\n\s*+")
BLANKS = re.compile(r"[^\S\n]{2,}|[^\S \n]")
"""All but a single blank, which stays as it is."""
RUNS = re.compile(r"(.)\1{3,}")
DIGITS = re.compile(r"\d")
WITHDRAWN = re.compile(
    r"\b(wegen|am|um|bis|mit|für|von|bei|zum|zur|im|nach|on|at|by|with|for|from|because of|about)\b"
    r" [^.!?\n]{1,40}?[?!,.-]?\s+(?:(?:äh|ähm|uh|um|er|ach|ah|oh|halt|actually)[ ,]+)?"
    r"(?<!\ba )(?<!\bthe )(?<!\bein )(?<!\bdas )(?<!\bsaid )(?<!\bsay )(?<!\bgot )"
    r"(?:nee?|nein|no|sorry|quatsch|falsch|moment|scratch that|wait)(?:[ ,]+(?:quatsch|warte|wait|sorry|nein|no"
    r"|falsch|moment|ich meine?|ich meinte|i mean|i meant))?[ ,:.!-]+(?=\1\b)",
    re.IGNORECASE,
)
"""What is taken back in the same breath: "because of the fair? no wait, because of the move" is the move alone;
"a no from them" takes nothing back."""
SHOUTED = re.compile(r"\b[A-ZÄÖÜ][A-ZÄÖÜ'’]*+(?:[ ,]{1,2}[A-ZÄÖÜ][A-ZÄÖÜ'’]*+){2,}+(?![a-zäöüß\w])")
"""Three words and more in capitals: shouted, where most of them are ordinary ones, so that a capital marks no name."""
QUOTES = str.maketrans({"„": '"', "“": '"', "”": '"', "«": '"', "»": '"', "–": "-", "—": "-", "…": "."})

WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*|[☀-➿\U0001f300-\U0001faff]")

NOT = {"can't": "can not", "won't": "will not", "shan't": "shall not", "ain't": "is not", "cannot": "can not"}
TAILS = {"ll": "will", "d": "would", "ve": "have", "re": "are", "m": "am"}


def fold(text: str) -> str:
    """The text in one form: places in it are the places of everything that is heard."""
    text = clean(text[: 2 * HEARD]).translate(QUOTES)
    text = SHOUTED.sub(_said_softly, BLANKS.sub(" ", LINES.sub("\n", text)).strip())
    return _cut(WITHDRAWN.sub("", RUNS.sub(_shortened, text)))


def _said_softly(run: re.Match[str]) -> str:
    words = [word.strip("'’,") for word in run.group().split()]
    ordinary = sum(is_ordinary(_unmarked().get(word.casefold(), word)) for word in words)
    return run.group().lower() if ordinary > len(words) / 2 else run.group()


def _shortened(run: re.Match[str]) -> str:
    char = run.group(1)
    return run.group() if DIGITS.match(char) and len(run.group()) < 9 else char * 3


def _cut(text: str) -> str:
    """Not longer than what is heard, cut between two words where there are any."""
    if len(text) <= HEARD:
        return text
    blank = text.rfind(" ", HEARD - 2 * LONGEST_WORD, HEARD)
    return text[: blank if blank > 0 else HEARD]


def words_of(text: str, start: int = 0) -> tuple[Word, ...]:
    """The words of a part of a folded text that begins at `start`: lower case, contractions opened, no umlauts."""
    found: list[Word] = []
    for match in WORD.finditer(text):
        first, last = match.span()
        for part in _folded(match.group()):
            found.append(Word(part, start + first, start + last))
    return tuple(found)


@lru_cache(maxsize=8192)
def _folded(word: str) -> tuple[str, ...]:
    """A word as typed in the words that it is for us."""
    return tuple(spelled(part[:LONGEST_WORD]) for part in _opened(word.casefold().translate(UMLAUTS)))


def _opened(word: str) -> tuple[str, ...]:
    """A contraction as the words it stands for."""
    word = _unmarked().get(word, word)
    if word in NOT:
        return tuple(NOT[word].split())
    head, mark, tail = word.rpartition("'")
    if not mark:
        return (word,)
    if tail == "t" and head.endswith("n"):
        return head[:-1], "not"
    if tail == "s":
        return _with_s(head)
    return (head, TAILS[tail]) if tail in TAILS else (head + tail,)


def _with_s(head: str) -> tuple[str, ...]:
    """It's, let's, gibt's; else the ending of a possessive, which says nothing."""
    if head == "let":
        return head, "us"
    if head in vocabulary("en")["contracted"].alone:
        return head, "is"
    return (head, "es") if head in vocabulary("de")["contracted"].alone else (head,)


@cache
def _unmarked() -> Mapping[str, str]:
    """Contractions that people type without the apostrophe, with it."""
    return {word: _with_mark(word) for language in LANGUAGES for word in vocabulary(language)["unmarked"].alone}


def _with_mark(word: str) -> str:
    """The contraction that was typed without its apostrophe."""
    if word.endswith("nt"):
        return word[:-1] + "'t"
    tail = next(tail for tail in ("ll", "ve", "re", "d", "m", "s") if word.endswith(tail))
    return f"{word.removesuffix(tail)}'{tail}"
