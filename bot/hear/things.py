"""Things that are promised, as somebody names them: each a plain noun phrase that can stand in a letter, or nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.hear.fold import fold, words_of
from bot.hear.vocabulary import vocabulary

MOST_WORDS = 8
"""Words of one thing; what is longer is a sentence about it."""
TELLING = 3
"""Letters of a word that tells what a thing is."""
SMALL = frozenset(
    {"the", "and", "for", "with", "und", "der", "die", "das", "den", "dem", "von", "mit", "fuer", "zum", "zur"}
)
_JOINED = re.compile(r" ?(?:,|;|&|\+|\b(?:and|und|u\.?|sowie|plus)(?= )) ?", re.IGNORECASE)
_DENOTES = {
    "en": re.compile(
        r"^(?:(?:my|our|over|also|even|just|still|you|him|her|them|me|to|of|the rest of|those|these|and)\s+)+", re.I
    ),
    "de": re.compile(
        r"^(?:(?:mein\w*|unser\w*|die|den|das|dem|der|eine?n?|ne|nen|ihnen|ihm|ihr|denen|noch|auch|nur|mal|halt|die|und|u)\s+)+",
        re.I,
    ),
}
"""What may stand in front of a thing, and says nothing of it."""
_BEHIND = {
    "en": re.compile(r" (?:to (?:do|finish|complete|submit|hand in)|at home|over|as well|too|for them|and|or|the|to)$"),
    "de": re.compile(r" (?:noch|auch|dazu|nach|zu|und|u|oder|die|der|das|mit|ab|hin|rüber|daheim|zuhause|zu hause)$"),
}
"""What may stand behind it, and is no part of it."""


def things(text: str, language: str) -> tuple[str, ...]:
    """Each thing that is named, without what stands around it; none where one of them is no plain noun phrase."""
    found = tuple(filter(None, (_bare(part, language) for part in _JOINED.split(" ".join(text.split())))))
    return found if all(_is_thing(part, language) for part in found) else ()


def _bare(part: str, language: str) -> str:
    part = _DENOTES[language].sub("", part.strip(" .,;:!\"'„“()"))
    while (left := _BEHIND[language].sub("", part)) != part:
        part = left
    return part.strip()


def _is_thing(part: str, language: str) -> bool:
    words = [word.text for word in words_of(fold(part))]
    if not words or len(words) > MOST_WORDS or re.search(r"[?!\n{}<>\[\]]", part) or _stands_for(words, language):
        return False
    meant = vocabulary(language)
    done = meant["wrote"].alone | meant["sent_off"].alone
    told = meant["no_thing_word"].alone.intersection(words) or (len(words) == 1 and words[0] in done)
    return not told and any(len(word) > 1 for word in words)


def _stands_for(words: Sequence[str], language: str) -> bool:
    """Whether the words stand for a thing and do not name it: "it", "the stuff"."""
    return vocabulary(language)["no_thing_named"].alone.issuperset(words)


def telling(text: str) -> frozenset[str]:
    """The words that carry the meaning, folded: the longer ones, in the singular as in the plural."""
    words = frozenset(word.text.rstrip("s") for word in words_of(fold(text)))
    return frozenset(word for word in words if len(word) >= TELLING and word not in SMALL) or words


def shares(one: str, other: str) -> bool:
    """Whether two texts speak of the same thing: they have a word in common."""
    return bool(telling(one) & telling(other))
