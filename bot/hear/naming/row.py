"""A clause as a row of words as they were typed, with what has been found in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from bot.hear.clause import Clause, Name
from bot.hear.naming.ordinary import is_ordinary
from bot.hear.role import Role
from bot.hear.vocabulary import LANGUAGES, alone, given_names, vocabulary
from bot.hear.vocabulary.letters import plain_letters

WORD = re.compile(r"[^\W_]+(?:['&+.-][^\W_]+)*|[&+]")
ABBREVIATED = frozenset({"dr", "mr", "mrs", "ms", "st", "prof", "fa"})


class Typed(NamedTuple):
    """A word as typed. `mark` stands before it ("", ",", "(")."""

    text: str
    low: str
    start: int
    end: int
    mark: str

    @property
    def is_capital(self) -> bool:
        """Whether it is written as a name is: Monzo, N26, 8Bit, iTech."""
        return _has_capital(self.text)

    @property
    def bare(self) -> str:
        """Without the ending of a possessive."""
        return self.text.removesuffix("'s").removesuffix("'")

    @property
    def bare_low(self) -> str:
        """The same in lower case, without umlauts."""
        return self.low.removesuffix("'s").removesuffix("'")


class Row:
    """The words of a clause, and which of them are taken by a name already."""

    def __init__(self, clause: Clause) -> None:
        self.clause = clause
        self.words = list(_typed(clause))
        self.bare = [word.bare_low if "'" in word.low else word.low for word in self.words]
        self.said = [_says(word.low, clause.language) for word in self.words]
        self.keys = frozenset().union(*self.said)
        self.has_marks = any(word.mark for word in self.words)
        self.taken: set[int] = set()
        self.names: list[Name] = []

    def __len__(self) -> int:
        return len(self.words)

    @property
    def is_shouted(self) -> bool:
        """Whether everything is written in capitals, so that they tell nothing."""
        return len(self.words) > 2 and self.clause.text.isupper()

    def free(self, at: int) -> bool:
        """Whether there is a word that no name has taken."""
        return 0 <= at < len(self.words) and at not in self.taken

    def is_a(self, at: int, *keys: str) -> bool:
        """Whether a word is one of those that a key of the vocabulary lists."""
        return 0 <= at < len(self.said) and not self.said[at].isdisjoint(keys)

    def places(self, *keys: str) -> list[int]:
        """The words that one of these keys lists."""
        if self.keys.isdisjoint(keys):
            return []
        return [at for at, said in enumerate(self.said) if not said.isdisjoint(keys)]

    def is_common(self, at: int) -> bool:
        """Whether it is an ordinary word in any language that is heard."""
        return _is_common(self.words[at].low)

    def is_given(self, at: int, *, sure: bool = False) -> bool:
        """Whether it is a given name; `sure`: one that is no word."""
        if not 0 <= at < len(self.words):
            return False
        if not self.may_be_given(at):
            return False
        if self.bare[at] in given_names()["words"]:
            dated = at + 1 < len(self.words) and self.words[at + 1].low[:1].isdigit()
            return not sure and self.words[at].is_capital and not dated
        return True

    def may_be_given(self, at: int) -> bool:
        """Whether it may be a given name, however it is written: "from jo", "told mark"."""
        return self.bare[at] in _all_given()

    def given(self) -> list[int]:
        """The words that may be given names."""
        known = _all_given()
        return [at for at, low in enumerate(self.bare) if low in known]

    def says(self, *keys: str) -> bool:
        """Whether the clause says one of these."""
        return self.clause.says(*keys)

    def text(self, first: int, last: int) -> str:
        """The text of the words from one up to (without) another."""
        start, end = self.words[first].start, self.words[last - 1].end
        return self.clause.text[start - self.clause.start : end - self.clause.start]

    def take(self, role: Role, first: int, last: int, text: str = "", *, known: bool = False, title: str = "") -> None:
        """Put down a name."""
        if last <= first or any(at in self.taken for at in range(first, last)):
            return
        self.taken.update(range(first, last))
        words = self.words
        if not (text or known) and role in (Role.EMPLOYER, Role.AGENCY):
            text = self._calm(first, last)
        name = Name(role, text or self.text(first, last), words[first].start, words[last - 1].end, known, title)
        self.names.append(name)

    def _calm(self, first: int, last: int) -> str:
        """A name as typed; where other words are shouted, too ("NO it's LLOYDS"), its capitals tell nothing."""
        typed, rest = self.text(first, last), (*self.words[:first], *self.words[last:])
        shouts = any(len(word.text) > 1 and word.text.isupper() and is_ordinary(word.low) for word in rest)
        return typed.title() if typed.isupper() and shouts and len(typed) > LETTERS else typed


LETTERS = 3
"""So many capitals are letters that stand for a name: BBC."""


@lru_cache(maxsize=8192)
def _has_capital(text: str) -> bool:
    return any(char.isupper() for char in text)


@lru_cache(maxsize=8192)
def _low(word: str) -> str:
    return plain_letters(word)


@cache
def _all_given() -> frozenset[str]:
    return frozenset().union(*given_names().values())


@lru_cache(maxsize=8192)
def _is_common(low: str) -> bool:
    word = low.partition("'")[0] if "'" in low[:6] else low
    return word.isdigit() or any(word in vocabulary(language)[key].alone for language in LANGUAGES for key in COMMON)


@lru_cache(maxsize=8192)
def _says(word: str, language: str) -> frozenset[str]:
    """What a word says by itself in the language of its clause, and what it says in any."""
    return alone(word, language) | (INTERNATIONAL & frozenset().union(*(alone(word, one) for one in LANGUAGES)))


INTERNATIONAL = frozenset(
    {
        *("job_word", "job_part", "title_word", "house_tail", "place_tail", "at_sure"),
        *("at_maybe", "at_lower", "word_from", "word_to", "word_of", "word_out"),
        *("word_for", "word_and", "only_beside_talk", "name_article", "of_kind", "name_joint"),
        *("never_joint", "applied_to", "sons", "house", "name_opens", "being"),
        *("the_one", "name_stop", "agency_near", "beside_person", "says_word", "before_deed"),
        *("legal_form", "office_of_house", "employer_contacts", "team_word", "kind_of_team", "contact_verb"),
        *("behind_contact", "at_place", "like_word", "time_word", "through_word", "contact_to"),
        *("written_to", "waiting_word", "named_so"),
    }
)
"""Keys that are looked up in every language: people put "interview bei Monzo" and "der manager" into one sentence."""
COMMON = ("common", "nobodys_name", "verb", "language", "kind", "title_word", "talk", "answer_word", "job_noun")


def _typed(clause: Clause) -> Iterator[Typed]:
    before = 0
    for match in WORD.finditer(clause.text):
        first, last = match.span()
        mark = clause.text[before:first].strip()
        word = match.group()
        if mark == "." and clause.text[:before].rpartition(" ")[2].casefold() in ABBREVIATED:
            mark = ""
        yield Typed(word, _low(word), clause.start + first, clause.start + last, mark)
        before = last
