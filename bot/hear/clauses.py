"""Cutting a message into clauses: sentences first, then at marks and joining words where both sides say something.

A piece that says nothing of its own (a list of names, a date, a role: no verb, no noun that stands for one) stays with
the clause before it, or with the one behind it when none is before.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from bot.hear.another import begins_anew
from bot.hear.clause import Clause, Word
from bot.hear.fold import words_of
from bot.hear.language import also_in, language_of
from bot.hear.vocabulary import LANGUAGES, NOWHERE, Meaning, said_in, vocabulary
from storage.values import dataclass

END = re.compile(r"(?<![.!?])[.!?]++(?=[\s\"']|$)|\n|;")
MARK = re.compile(r"[,:()](?=\D|$)|\s-+\s|\s/\s")
A_DAY = re.compile(r"\([^()]{0,8}\d[^()]{0,10}$")  # a bracket with a date, without its end: "last Tuesday (the 6th"
MOST = 80
"""Clauses that are heard."""
MOST_WORDS, MOST_LETTERS = 60, 400
"""Words and letters of a clause; a longer one is cut wherever that is."""
FEW = 3
"""Words of a sentence that tells no language of its own."""
MOST_OF_AN_END = 4
"""Words between "between" and its "and": "the 24th", "dem 24. Dezember"."""


class Piece(NamedTuple):
    """A stretch of text between two places where it might be cut."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Said:
    """The words of a message with what is needed to cut it."""

    text: str
    words: tuple[Word, ...]
    language: str

    def within(self, piece: Piece) -> tuple[Word, ...]:
        """The words of a stretch."""
        if not self.words or (piece.start <= self.words[0].start and self.words[-1].start < piece.end):
            return self.words
        first = bisect_left(self.words, piece.start, key=_start)
        return self.words[first : bisect_left(self.words, piece.end, lo=first, key=_start)]


def _start(word: Word) -> int:
    return word.start


def clauses_of(text: str, spoken: str) -> tuple[Clause, ...]:
    """The clauses of a folded text. `spoken`: the language that is taken where the words do not tell."""
    whole = Said(text, words_of(text), spoken)
    language = language_of(whole.words) or spoken
    found: list[Clause] = []
    for number, sentence in enumerate(_sentences(text, language)):
        words = whole.within(sentence)
        said = Said(text, words, _language_of(words, whole) or language)
        for piece in _joined(said, list(_pieces(said, sentence))):
            found.append(_clause(said, piece, number, len(found)))
            if len(found) == MOST:
                return tuple(found)
    return tuple(found)


def _language_of(words: Sequence[Word], whole: Said) -> str | None:
    """The language of a part, where it is long enough to tell its own: German "do um 9." is no English "do"."""
    return language_of(words) if FEW < len(words) != len(whole.words) else None


def _sentences(text: str, language: str) -> Iterator[Piece]:
    start = 0
    for match in END.finditer(text):
        if match.group() == "." and _is_no_end(text, match.start(), language):
            continue
        if text[start : match.end()].strip():
            yield Piece(start, match.end())
        start = match.end()
    if text[start:].strip():
        yield Piece(start, len(text))


def _is_no_end(text: str, dot: int, language: str) -> bool:
    """An abbreviation, an initial, or a German ordinal: Dr. Wiesner, J. Smith, am 9. Dezember."""
    blank = max(text.rfind(mark, 0, dot) for mark in " \n(/")
    word = text[blank + 1 : dot].casefold()
    if any(word in vocabulary(one)["abbreviated"].alone for one in LANGUAGES) or (len(word) == 1 and word.isalpha()):
        return True
    rest = text[dot + 1 :].lstrip(" ")[:12]
    number = word.rpartition(".")[2].isdigit() and len(word) <= 5 and bool(rest) and rest[0].isalnum()
    if not number or language != "de":
        return number and "." in word and not rest[0].isupper()
    # "Um 11. Mein Eindruck", "6 bis 10. Montag" and "um 9. heute" end there, "am 9. Dezember" does not.
    behind = rest.partition(" ")[0].casefold()
    named = behind in vocabulary("de")["day_word"].alone and len(behind) > FEW + 1
    return not named and text[:blank].rpartition(" ")[2].casefold() != "um"


def _pieces(said: Said, sentence: Piece) -> Iterator[Piece]:
    """The stretches between marks and joining words."""
    start = sentence.start
    every = (word.start for word in said.words[MOST_WORDS::MOST_WORDS])
    for cut in sorted({*_marks(said, sentence), *_joints(said), *every}):
        if cut > start:
            yield Piece(start, cut)
            start = cut
    yield Piece(start, sentence.end)


def _marks(said: Said, sentence: Piece) -> Iterator[int]:
    """Behind each mark, unless what follows belongs to the verb before it: "hab gesagt, dass ich will"."""
    meant = vocabulary(said.language)["complement"].alone
    for match in MARK.finditer(said.text, sentence.start, sentence.end):
        at = bisect_left(said.words, match.end(), key=_start)
        dated = match[0] == ")" and A_DAY.search(said.text, sentence.start, match.start())
        if not dated and (at == len(said.words) or said.words[at].text not in meant):
            yield match.end()


def _joints(said: Said) -> Iterator[int]:
    """Where a word stands that may begin a clause; not behind one that it belongs to: "know if", "told me when"."""
    meant = vocabulary(said.language)
    joint, opens, with_subject = (meant[key].alone for key in ("joint", "opens", "joint_subject"))
    for before, word, behind in zip(said.words, said.words[1:], (*said.words[2:], None), strict=False):
        joins = word.text in joint and before.text not in opens and not _is_alternative(word, behind, said.language)
        joins = joins and not _is_of_a_range(said, word, behind)
        if joins or (word.text in with_subject and behind is not None and _is_subject(behind.text, meant)):
            yield word.start
    for index in range(1, len(said.words) - 1):
        if _begins_anew(said, index) or _runs_on(said, index, meant):
            yield said.words[index].start


def _is_subject(word: str, meant: Mapping[str, Meaning]) -> bool:
    return any(word in meant[key].alone for key in ("pronoun", "verb", "asks"))


def _is_alternative(word: Word, behind: Word | None, language: str) -> bool:
    """Whether an "or" only tells of another day, or answer: "Monday or Tuesday once they are done", "yes or no"."""
    if behind is None or word.text not in ("or", "oder"):
        return False
    return behind.text[:1].isdigit() or vocabulary(language)["or_goes_on"].holds(behind.text)


def _is_of_a_range(said: Said, word: Word, behind: Word | None) -> bool:
    """Whether an "and" only ends what "between" begins: "zwischen Weihnachten und Neujahr geschlossen"."""
    if word.text not in ("and", "und") or behind is None or _is_subject(behind.text, vocabulary(said.language)):
        return False
    at = bisect_left(said.words, word.start, key=_start)
    return any(one.text in ("between", "zwischen") for one in said.words[max(0, at - MOST_OF_AN_END) : at])


def _begins_anew(said: Said, index: int) -> bool:
    """A plain clause right behind an if-clause, without a mark: "if they reject me i am going"."""
    word, behind = said.words[index], said.words[index + 1]
    return word.text == "i" and behind.text in ("am", "will", "would") and said.words[0].text == "if" and index > 2


def _runs_on(said: Said, index: int, meant: Mapping[str, Meaning]) -> bool:
    """Where somebody begins to tell something else without a mark: "it went well I met Anna they said ..."."""
    before, word, behind = said.words[index - 1], said.words[index], said.words[index + 1]
    if word.text not in meant["run_subject"].alone or behind.text not in meant["run_verb"].alone:
        return False
    return before.text not in meant["run_behind"].alone and before.text not in meant["opens"].alone


def _joined(said: Said, pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Pieces put together until each says something."""
    if len(pieces) == 1:
        yield pieces[0]
        return
    current: Piece | None = None
    spoken = False
    for piece in pieces:
        speaks = _speaks(said, piece)
        full = current is not None and piece.end - current.start > MOST_LETTERS
        if current is not None and ((spoken and (speaks or _closes(said, piece))) or full):
            yield current
            current, spoken = piece, speaks
        else:
            current = piece if current is None else Piece(current.start, piece.end)
            spoken = spoken or speaks
    if current is not None:
        yield current


def _closes(said: Said, piece: Piece) -> bool:
    """Whether a bracket that says something ends right before a piece: what stands behind it is another matter."""
    if said.text[piece.start - 1] != ")":
        return False
    return _speaks(said, Piece(said.text.rfind("(", 0, piece.start), piece.start))


def _speaks(said: Said, piece: Piece) -> bool:
    """Whether it has a verb, or a noun that stands for one."""
    words = said.within(piece)
    language = language_of(words) or said.language
    if vocabulary(language)["head"].find(words) or begins_anew(words, said.within(Piece(0, piece.start)), language):
        return True
    hidden = {at for first, last in _places(words, "nonverb", language) for at in range(first, last)}
    # "Like 90 mins" is a length, and no liking.
    hidden |= {at for at in range(len(words) - 1) if words[at].text == "like" and words[at + 1].text[:1].isdigit()}
    return any(at not in hidden and _is_verb(word.text, language) for at, word in enumerate(words))


def _is_verb(word: str, language: str) -> bool:
    meant = vocabulary(language)
    return word in meant["verb"].alone or (word not in meant["noted"].alone and is_participle(word, language))


def is_participle(word: str, language: str) -> bool:
    """Whether a word looks like a past participle or a regular past: rejected, gemeldet, abgesagt."""
    if len(word) < 5 or word in vocabulary(language)["noted"].alone:
        return False
    if language == "de":
        at = word.find("ge")
        return 0 <= at <= 4 and len(word) >= at + 6 and word.endswith(("t", "en"))
    return word.endswith("ed")


def _places(words: Sequence[Word], key: str, language: str) -> Iterator[tuple[int, int]]:
    meaning, since = vocabulary(language)[key], 0
    while place := meaning.find(words, since):
        yield place
        since = place[1]


def _clause(said: Said, piece: Piece, sentence: int, index: int) -> Clause:
    text = said.text[piece.start : piece.end]
    start = piece.start + len(text) - len(text.lstrip(" ,:;()-\n"))
    end = piece.start + len(text.rstrip(" ,:;(-\n"))
    words = said.within(piece)
    language = _language_of(words, said) or said.language
    also = also_in(words, language)
    of_it, of_the_other = said_in(words, language), said_in(words, also) if also else NOWHERE
    keys = of_it.keys | of_the_other.keys
    typed = said.text[start:end]
    return Clause(
        typed, start, end, index, sentence, words, language, also, keys=keys, said=of_it, said_also=of_the_other
    )
