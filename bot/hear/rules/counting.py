"""Numbers in a clause."""

from __future__ import annotations

from bot.hear.clause import Clause

MOST = 500
WORDS = {
    "en": "no one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen",
    "de": "null eine zwei drei vier fuenf sechs sieben acht neun zehn elf zwoelf dreizehn vierzehn fuenfzehn",
}
NUMBERS: dict[str, dict[str, int]] = {
    language: {word: number for number, word in enumerate(words.split())} for language, words in WORDS.items()
}
ALSO = {
    "en": {"a": 1, "an": 1, "zero": 0, "none": 0, "couple": 2, "dozen": 12, "twenty": 20},
    "de": {"ein": 1, "einen": 1, "keine": 0, "zwo": 2, "zwanzig": 20, "dutzend": 12},
}
SMALL = frozenset({"a", "an", "no", "ein", "einen", "eine"})
"""Words that are a number only where nothing else is one, and hardly anything else is said."""
VAGUE = frozenset({"few", "several", "many", "lot", "lots", "bunch", "some", "paar", "einige", "viele", "mehrere"})
FEW = 2


def value(word: str, language: str) -> int | None:
    """The number that a word or its figures stand for."""
    if word.isascii() and word.isdigit():
        return int(word) if len(word) <= 3 and int(word) <= MOST else None
    return {**NUMBERS.get(language, {}), **ALSO.get(language, {})}.get(word)


def numbers_in(clause: Clause) -> list[int]:
    """The numbers of a clause, in order."""
    values = (value(word.text, clause.language) for word in clause.words)
    return [number for number in values if number is not None]


def counted(clause: Clause) -> list[int]:
    """The numbers that a short answer counts with: "a couple" is two, and "no sorry I didn't" none at all."""
    short = len(clause.words) <= FEW
    if (clause.negated and not short) or any(word.text in VAGUE for word in clause.words):
        return []
    numbers = [(word.text, value(word.text, clause.language)) for word in clause.words]
    told = [number for word, number in numbers if number is not None and word not in SMALL]
    alone = [number for _, number in numbers if number is not None] if short else []
    return told or alone


def number_in(clause: Clause, *, beside: str | None = None) -> int | None:
    """The number of a clause; the last one in front of the word of a key, when there is one."""
    values = ((at, value(word.text, clause.language)) for at, word in enumerate(clause.words))
    numbers = [(at, number) for at, number in values if number is not None]
    place = clause.where(beside) if beside else None
    before = [number for at, number in numbers if place is None or at < place[0]]
    return before[-1] if before else None
