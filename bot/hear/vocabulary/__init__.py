"""The words of each language by what they mean: folders of tables, one a language, with the same keys in each.

A table is `key <tab> alternatives between bars`; a key may have several lines. In an alternative

- `word*` is any word that begins so, `*word` any that ends so,
- `_` is any one word, `~` up to four words, or none: `let ~ know`, `sag* ~ ab`.

Words are written as `bot.hear.fold.words_of` gives them: lower case, contractions opened (`did not`, `they would`),
umlauts as one likes (they are folded here too).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from functools import cache, lru_cache
from itertools import chain
from pathlib import Path
from typing import NamedTuple, Protocol

from bot.hear.vocabulary.letters import UMLAUTS

TABLES = Path(__file__).parent
LANGUAGES = ("en", "de")
"""The languages that are heard."""
GAP = 4
"""Words between two parts of an alternative, at most."""


class HasText(Protocol):
    """A word of a text."""

    @property
    def text(self) -> str: ...


class Meaning:
    """All the ways in which one thing is said."""

    __slots__ = ("alone", "by_first", "ends", "loose", "stems")

    def __init__(self, alternatives: Sequence[str]) -> None:
        parts = [tuple(alternative.split()) for alternative in alternatives]
        single = [one[0] for one in parts if len(one) == 1]
        several = [one for one in parts if len(one) > 1]
        self.alone = frozenset(word for word in single if "*" not in word)
        self.stems = tuple(word[:-1] for word in single if word.endswith("*"))
        self.ends = tuple(word[1:] for word in single if word.startswith("*"))
        self.by_first: dict[str, list[tuple[str, ...]]] = {}
        self.loose = [one for one in several if "*" in one[0]]
        for one in several:
            if "*" not in one[0]:
                self.by_first.setdefault(one[0], []).append(one)

    def alternatives(self) -> Iterator[tuple[str, ...]]:
        """Each alternative as its parts."""
        yield from ((word,) for word in self.alone)
        yield from ((f"{stem}*",) for stem in self.stems)
        yield from ((f"*{end}",) for end in self.ends)
        yield from chain.from_iterable(self.by_first.values())
        yield from self.loose

    def holds(self, word: str) -> bool:
        """Whether one word says it."""
        return word in self.alone or word.startswith(self.stems) or word.endswith(self.ends)

    def find(self, words: Sequence[HasText], since: int = 0) -> tuple[int, int] | None:
        """The first place where it is said: from one word up to (without) another. The longest there wins."""
        for at in range(since, len(words)):
            end = self.end_at(words, at)
            if end:
                return at, end
        return None

    def end_at(self, words: Sequence[HasText], at: int) -> int:
        """Where the longest way to say it ends that begins at a word; 0 when none does."""
        word = words[at].text
        end = at + 1 if self.holds(word) else 0
        for parts in self.by_first.get(word, ()):
            end = max(end, _matched(parts, words, at))
        for parts in self.loose:
            end = max(end, _matched(parts, words, at))
        return end


def _matched(parts: Sequence[str], words: Sequence[HasText], at: int) -> int:
    """Where the words that these parts describe end; 0 when they do not stand here."""
    for number, part in enumerate(parts):
        if part == "~":
            tail = parts[number + 1 :]
            found = (_matched(tail, words, at + skipped) for skipped in range(GAP + 1))
            return next((end for end in found if end), 0)
        if at >= len(words) or (part != words[at].text and not _is(part, words[at].text)):
            return 0
        at += 1
    return at


def _is(part: str, word: str) -> bool:
    """Whether a part that is not this very word stands for it."""
    if part.endswith("*"):
        return word.startswith(part[:-1])
    return word.endswith(part[1:]) if part.startswith("*") else part == "_"


@cache
def vocabulary(language: str) -> Mapping[str, Meaning]:
    """The words of a language, by key."""
    found: dict[str, list[str]] = {}
    for table in sorted((TABLES / language).glob("*.tsv")):
        for line in table.read_text(encoding="utf-8").splitlines():
            key, _, alternatives = line.partition("\t")
            if alternatives and not line.startswith("#"):
                found.setdefault(key, []).extend(_alternatives(alternatives))
    return {key: Meaning(alternatives) for key, alternatives in found.items()}


def _alternatives(text: str) -> list[str]:
    return [one.strip() for one in text.casefold().translate(UMLAUTS).split("|") if one.strip()]


class Places(NamedTuple):
    """What words say of the vocabulary, and where. Most of it is never asked for, so places are told on demand."""

    keys: frozenset[str] = frozenset()
    """Everything that is said."""
    begun: Sequence[tuple[frozenset[str], Mapping[str, int]]] = ()
    """For each word the keys that it says alone, and those it begins, with the end of the longest way to say each."""

    def of(self, key: str) -> Iterator[tuple[int, int]]:
        """The places where a key is said, in order: from one word up to (without) another."""
        for at, (alone, longer) in enumerate(self.begun):
            if key in longer:
                yield at, longer[key]
            elif key in alone:
                yield at, at + 1


NOWHERE = Places()


def is_said(words: Sequence[HasText], key: str) -> bool:
    """Whether one of the ways to say this stands in these words, in any language that is heard."""
    return any(vocabulary(language)[key].find(words) is not None for language in LANGUAGES)


def said_in(words: Sequence[HasText], language: str) -> Places:
    """Everything that is said in these words, found in one go: a word leads to what may begin with it."""
    texts = frozenset([ANY, *[word.text for word in words]])
    begun: list[tuple[frozenset[str], Mapping[str, int]]] = []
    for at, word in enumerate(words):
        alone, followed = _begun_with(word.text, language)
        begun.append((alone, _beginning_at(words, at, texts, followed)))
    return Places(frozenset().union(*[alone for alone, _ in begun], *[longer for _, longer in begun]), begun)


def _beginning_at(words: Sequence[HasText], at: int, texts: Set[str], followed: Followed) -> Mapping[str, int]:
    """The keys that are said from this word on, and where the longest way to say each ends. `texts`: of all words."""
    found: dict[str, int] = {}
    behind = followed.get(words[at + 1].text) if at + 1 < len(words) else None
    for by_needed in (behind or NOTHING, followed.get(ANY, NOTHING)):
        for needed in by_needed.keys() & texts if by_needed else ():
            for key, rest in by_needed[needed]:
                end = _matched(rest, words, at + 1)
                if end > found.get(key, 0):
                    found[key] = end
    return found


Rest = tuple[str, tuple[str, ...]]
"""A key, and what follows the first word of one of its alternatives."""
NONE: tuple[Rest, ...] = ()
ANY = ""
"""Stands for whatever word there is."""
ByNeeded = Mapping[str, Sequence[Rest]]
"""Alternatives by a word that must stand somewhere in a text that says them."""
Followed = Mapping[str, ByNeeded]
NOTHING: ByNeeded = {}


class Begun(NamedTuple):
    """What a word may begin."""

    alone: frozenset[str]
    """The keys that it says by itself."""
    followed: Followed
    """Alternatives that go on with a certain word, by that word; under ANY those that may go on with several."""


def alone(word: str, language: str) -> frozenset[str]:
    """The keys that a word says by itself."""
    return _begun_with(word, language).alone


@lru_cache(maxsize=8192)
def _begun_with(word: str, language: str) -> Begun:
    """What this word says by itself, and what it may begin."""
    index = _index(language)
    rests = [*index.get(word, NONE), *index.get("*", NONE)]
    for count in range(1, len(word) + 1):
        rests += index.get(f"{word[:count]}*", NONE)
        rests += index.get(f"*{word[-count:]}", NONE)
    followed: dict[str, dict[str, list[Rest]]] = {}
    for key, rest in rests:
        if rest:
            following, behind = (rest[0], rest[1:]) if is_plain(rest[0]) else (ANY, rest)
            needed = max(filter(is_plain, behind), key=len, default=ANY)  # a long word stands in few texts
            followed.setdefault(following, {}).setdefault(needed, []).append((key, rest))
    return Begun(frozenset(key for key, rest in rests if not rest), followed)


def is_plain(part: str) -> bool:
    """Whether a part of an alternative is a word that must stand there as it is."""
    return part not in ("_", "~") and "*" not in part


@cache
def _index(language: str) -> Mapping[str, Sequence[Rest]]:
    """From a first word, or the beginning or end of one, to what may follow; under `*` what begins with any word."""
    found: dict[str, list[Rest]] = {}
    for key, meaning in vocabulary(language).items():
        for first, *rest in meaning.alternatives():
            found.setdefault("*" if first in ("_", "~", "*") else first, []).append((key, tuple(rest)))
    return found


@cache
def given_names() -> Mapping[str, frozenset[str]]:
    """Given names by where they are from; under `words` those that are words too."""
    lines = (TABLES / "given_names.tsv").read_text(encoding="utf-8").casefold().translate(UMLAUTS).splitlines()
    rows = (line.partition("\t") for line in lines if not line.startswith("#"))
    return {key: frozenset(names.split()) for key, _, names in rows}
