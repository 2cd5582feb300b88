"""What a text must hold and how much of it: greeting, interest, one detail of the talk, one question, a few lines."""

from __future__ import annotations

from collections.abc import Iterator

from bot.coaching.checking.letter import WORD, Letter, Span, count_lines, count_words, sentences
from bot.coaching.checking.lexicon import Lexicon
from bot.coaching.checking.values import FOLLOW_UPS, About, Finding, Kind, Purpose

MOST_WORDS = 120
"""Words of prose; advice 16."""
MOST_LINES = 5
"""Lines of prose; advice 16."""
ENOUGH_CONCRETE = 3
"""Words that are in no stock note, when no "you mentioned" leads to them."""
WISHING = FOLLOW_UPS | {Purpose.THANK_YOU, Purpose.DEADLINE}
"""Texts that say that the interest continues (R43)."""
ASKING = {Purpose.REPLY: 3, Purpose.OTHER: 2, Purpose.WITHDRAWAL: 2}
"""Most questions in one text, where it is not one: an offer may be asked about (R3)."""


def missing(letter: Letter, about: About, lexicon: Lexicon) -> Iterator[Finding]:
    """What should be there and is not."""
    if letter.greeting is None:
        yield Finding(Kind.NO_GREETING)
    if about.purpose in WISHING and not wishes(letter, lexicon):
        yield Finding(Kind.NO_INTEREST, "", {"employer": about.employer})
    if about.purpose is Purpose.THANK_YOU and not has_detail(letter, about, lexicon):
        yield Finding(Kind.NO_DETAIL, "", {"detail": about.detail or ""})
    if about.purpose in FOLLOW_UPS and not any(True for _ in questions(letter, lexicon)):
        yield Finding(Kind.NO_QUESTION)


def wishes(letter: Letter, lexicon: Lexicon) -> bool:
    """Does it say that the Person wants the job?"""
    return bool(lexicon.interest.search(lexicon.no_interest.sub(" ", letter.prose)))


def has_detail(letter: Letter, about: About, lexicon: Lexicon) -> bool:
    """Does it hold something of this talk, and not of any (advice 19)?"""
    known = _stems(about.detail or "", lexicon.stock_words)
    if known & _stems(letter.prose, lexicon.stock_words):
        return True
    names = " ".join((about.employer, about.role or "", *about.interviewers))
    ordinary = lexicon.stock_words | {word.casefold() for word in WORD.findall(names)}
    concrete: set[str] = set()
    for sentence in sentences(letter, lexicon):
        found = _stems(_without_phrases(sentence.text, lexicon), ordinary)
        if found and lexicon.told.search(sentence.text):
            return True
        concrete |= found
    return not known and len(concrete) >= ENOUGH_CONCRETE


def _without_phrases(text: str, lexicon: Lexicon) -> str:
    for phrase in lexicon.phrases:
        text = phrase.ways.sub(" ", text)
    return text


def _stems(text: str, without: frozenset[str] | set[str]) -> set[str]:
    """What is left of the words that carry something: their first letters, so that "move" is "moving"."""
    words = (word.casefold().removesuffix("'s") for word in WORD.findall(text))
    return {word[:5] for word in words if len(word) > 2 and word not in without and word.rstrip("s") not in without}


def questions(letter: Letter, lexicon: Lexicon) -> Iterator[Span]:
    """Every question, asked straight or not; one that asks nothing ("is this a good moment?") is none."""
    for sentence in sentences(letter, lexicon):
        text = sentence.text.strip()
        straight = text.endswith("?")
        if straight and lexicon.pleasantry.search(text) and len(text.split()) <= 9:
            continue
        if straight or lexicon.indirect_question.search(text):
            yield sentence
            for half in lexicon.and_question.finditer(sentence.text):
                yield Span(sentence.start + half.start(), sentence.text[half.start() :])


def too_many_questions(letter: Letter, about: About, lexicon: Lexicon) -> Iterator[Finding]:
    """One question gets an answer, three get none."""
    asked = list(questions(letter, lexicon))
    if len(asked) > ASKING.get(about.purpose, 1):
        last = asked[-1]
        yield Finding(Kind.SEVERAL_QUESTIONS, letter.quote(last.start, last.end), {"count": len(asked)})


def size(letter: Letter) -> Iterator[Finding]:
    """Longer than four to five lines (advice 16)."""
    words, lines = count_words(letter), count_lines(letter)
    if words > MOST_WORDS:
        yield Finding(Kind.TOO_LONG, "", {"words": words, "limit": MOST_WORDS})
    elif lines > MOST_LINES:
        yield Finding(Kind.TOO_MANY_LINES, "", {"lines": lines, "limit": MOST_LINES})
