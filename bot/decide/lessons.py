"""What was heard wrongly, kept for whoever mends the hearing: only where the Person has said so, and without names.

A word is kept where it stands in our own tables of words; every other one, whoever or whatever it names, is a
placeholder, and so is every number. So no name can slip through because nobody has thought of it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain

from bot.coaching.lettering.reading import harmless_words
from bot.hear.act import Act
from bot.hear.fold import WORD, fold, words_of
from bot.hear.vocabulary import LANGUAGES, given_names, vocabulary
from bot.learn.ledger import Ledger
from bot.turn import Kind
from storage.facts import Known

MOST = 20
"""Of one Person; the oldest go first."""
LONGEST = 300
EMPLOYER, PERSON, NUMBER, OTHER = "[employer]", "[person]", "[number]", "[name]"


def heard_text(ledger: Ledger) -> str:
    """What was typed, as it may be kept; empty where nothing is to be."""
    if not ledger.person.helps or ledger.incoming.kind is not Kind.TEXT:
        return ""
    return without_names(ledger.incoming.text, ledger.known)


def learn(ledger: Ledger, text: str, **right: object) -> None:
    """Keep what a text was taken for, and what was right instead."""
    if not ledger.person.helps or not text:
        return
    told = json.dumps({"lang": ledger.person.language, "text": text, **right}, ensure_ascii=False)
    ledger.change_person(lessons=(*ledger.person.lessons, told)[-MOST:])


def chosen(ledger: Ledger, said: str, readings: Sequence[Act], at: int) -> None:
    """Keep which of several readings of a text was meant."""
    if ledger.person.helps:
        others = [act.name for number, act in enumerate(readings) if number != at]
        learn(ledger, without_names(said, ledger.known), wrong=others, right=[readings[at].name])


def without_names(text: str, known: Known) -> str:
    """A text in the words of our own tables, with placeholders for all others."""
    employers = {part for one in known.opportunities for part in _parts(one.employer)}
    people = {part for one in known.interviews for name in one.interviewers for part in _parts(name)}
    people |= set(_parts(known.person.name))
    said = fold(text)[:LONGEST]
    return WORD.sub(lambda found: _shown(found.group(), employers, people), said)


def _shown(word: str, employers: set[str], people: set[str]) -> str:
    parts = list(_parts(word))
    if any(char.isdigit() for char in word):
        return NUMBER
    if employers.intersection(parts):
        return EMPLOYER
    if people.intersection(parts) or _given().intersection(parts):
        return PERSON
    return word if all(part in _ordinary() for part in parts) else OTHER


def _parts(text: str) -> Iterator[str]:
    return (word.text for word in words_of(fold(text)))


@cache
def _ordinary() -> frozenset[str]:
    """The words of the tables that hear, and of those that write."""
    tables = [meaning for language in LANGUAGES for meaning in vocabulary(language).values()]
    hearing = (part for meaning in tables for alternative in meaning.alternatives() for part in alternative)
    writing = chain.from_iterable(harmless_words(language)[0] for language in LANGUAGES)
    return frozenset(chain(hearing, (part for word in writing for part in _parts(word))))


@cache
def _given() -> frozenset[str]:
    """Given names that are no words, too."""
    names = given_names()
    return frozenset(chain.from_iterable(names.values())) - names.get("words", frozenset())
