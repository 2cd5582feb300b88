"""A model's words for a Draft, held against what was told: they stand only where every one of them may.

A word may stand that somebody has told (a name letter by letter, any other but for its ending), or that claims nothing:
the lists beside this module. So a name, a number, a day or a deed of the model's own is always found, whatever it is.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import cache
from importlib import resources

from bot.coaching.checking.values import FOLLOW_UPS, Kind, Purpose
from bot.coaching.checks import check
from bot.coaching.lettering.brief import BETWEEN, Brief
from bot.coaching.lettering.telling import TASK
from bot.hear.fold import fold
from bot.hear.said_json import Unusable, object_in

WORD = re.compile(r"\d+(?:[.,:/]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*")
ALLOWED = re.compile(r"[\w\s.,;:!?'’‘\"“”„()\-–—&/%+€$£]*")
"""No brackets to be filled in, no address, no picture."""
ADDRESS = re.compile(r"https?:|www\.|\w\.(?:com|org|net|io|de|eu)\b", re.IGNORECASE)
IN_A_ROW = 6
"""So many words of the task, one behind the other, are the task."""
ENDINGS = {"en": ("'s", "ing", "ed", "ly", "es", "er", "s", "d"), "de": ("es", "en", "er", "em", "e", "s", "n")}
INFLECTED = {"en": ("ly", "ing", "es", "s"), "de": ("est", "et", "en", "er", "es", "em", "st", "e", "n", "s", "t")}
"""Endings of a word that claims nothing; "ed" is none of them: "worked" says what somebody has done."""
SHORTEST_STEM = 4
LEFT_TO_THE_PERSON = frozenset({Kind.OTHER_LANGUAGE, Kind.MISSPELLING, Kind.EMPLOYER_NAME, Kind.PERSON_NAME})
"""What a check of a stranger's text would ask about; here every name is one that was told."""
_WANTS = re.compile(r"\b(?:interess|freu|gern|möcht|würd|wünsch|begeister|lust\b|hoff|reiz)", re.IGNORECASE)
_WANTS_NOT = re.compile(r"\b(?:nicht|kein\w*|nie)\b[^.!?]{0,30}\b(?:interess|freu|gern|lust|möcht)\w*", re.IGNORECASE)
_THANKS = re.compile(r"\b(?:thank|grateful|appreciat)|dank", re.IGNORECASE)
_ASKS = re.compile(
    r"\?|\b(?:let me know|tell me|share|(?:grateful|glad|happy) (?:for|about|to hear)|appreciate|whether"
    r"|ob|wann|wie|sagen|mitteilen|verraten|rückmeldung|bescheid)\b",
    re.IGNORECASE,
)
_FAMILIAR = re.compile(r"\b(?:du|dir|dich|dein\w*|euch|euer|eure\w*)\b", re.IGNORECASE)
_FORMAL = re.compile(r"\b(?:Ihnen|Ihre?[mnrs]?)\b|(?<=[a-zäöüß,] )Sie\b")


def body_in(answer: str, brief: Brief) -> str:
    """What a model's answer says between greeting and regards. Raises Unusable, with what is wrong in a few words."""
    lines = object_in(answer).get("lines")
    if not isinstance(lines, list) or not lines or not all(isinstance(line, str) for line in lines):
        raise Unusable("form")
    body = BETWEEN.join(tidy for line in lines if (tidy := " ".join(line.split())))
    for fault in _faults(body, brief):
        raise Unusable(fault)
    return body


def _faults(body: str, brief: Brief) -> Iterator[str]:
    """What is wrong with it, the gravest first."""
    if not body or not ALLOWED.fullmatch(body) or ADDRESS.search(body):
        yield "form"
    if _is_task(body):
        yield "task"
    untold = untold_in(body, brief)
    if untold:
        yield f"untold: {', '.join(untold[:5])}"
    most_lines, most_words = brief.limits
    whole = brief.whole(body).text
    if body.count(BETWEEN) >= most_lines or len(whole.split()) > most_words:
        yield "length"
    missing = next(_missing(body, brief), None)
    if missing:
        yield missing
    worse = _kinds(whole, brief) - _kinds(brief.whole(brief.ours).text, brief) - LEFT_TO_THE_PERSON
    if worse:
        yield f"check: {min(worse)}"


def _is_task(body: str) -> bool:
    said, task = WORD.findall(body.casefold()), " ".join(WORD.findall(TASK.casefold()))
    return any(" ".join(said[at : at + IN_A_ROW]) in task for at in range(len(said) - IN_A_ROW + 1))


def _kinds(whole: str, brief: Brief) -> set[Kind]:
    """What the coach would find in it if the Person had written it."""
    return {finding.kind for finding in check(whole, brief.about)} if brief.language == "en" else set()


def _missing(body: str, brief: Brief) -> Iterator[str]:
    """What our own words say and these do not."""
    purpose, ours = brief.about.purpose, brief.ours
    if _THANKS.search(ours) and purpose in (Purpose.THANK_YOU, Purpose.AFTER_NO) and not _THANKS.search(body):
        yield "thanks"
    if ("?" in ours or purpose in FOLLOW_UPS) and not _ASKS.search(body):
        yield "question"
    if brief.language == "de":
        if (_WANTS.search(ours) and not _WANTS.search(body)) or _WANTS_NOT.search(body):
            yield "interest"
        mine = brief.whole(ours).text
        if (_FAMILIAR.search(body) and not _FAMILIAR.search(mine)) or (_FORMAL.search(body) and _FAMILIAR.search(mine)):
            yield "address"


# What was told


def untold_in(body: str, brief: Brief) -> list[str]:
    """Words that nobody has told and that claim something."""
    told, endings = _words(brief.told), ENDINGS.get(brief.language, ())
    stems = {_stem(word, endings) for word in told}
    return [
        word
        for word in dict.fromkeys(WORD.findall(fold(body)))
        if not (_is_among(_small(word), told, stems, endings) or _is_harmless(_small(word), brief.language))
    ]


def _is_among(word: str, words: Collection[str], stems: Collection[str], endings: tuple[str, ...]) -> bool:
    return (
        word in words or word.removesuffix("'s") in words or (not word[0].isdigit() and _stem(word, endings) in stems)
    )


def _is_harmless(word: str, language: str) -> bool:
    endings = INFLECTED.get(language, ())
    return _is_among(word, *harmless_words(language), endings)


def _words(text: str) -> set[str]:
    return {_small(word) for word in WORD.findall(fold(text))}


def _small(word: str) -> str:
    return word.casefold().replace("’", "'")


def _stem(word: str, endings: tuple[str, ...]) -> str:
    """Without its ending, where enough is left."""
    ending = next((one for one in endings if word.endswith(one)), "")
    short = word.removesuffix(ending)
    return short if len(short) >= SHORTEST_STEM else word


@cache
def harmless_words(language: str) -> tuple[frozenset[str], frozenset[str]]:
    """The words of a language that claim nothing, and their stems; none of a language that has no list."""
    file = resources.files(__package__).joinpath(f"words_{language}.txt")
    rows = file.read_text(encoding="utf-8").splitlines() if file.is_file() else []
    words = frozenset(_small(word) for row in rows if not row.startswith("#") for word in row.split())
    return words, frozenset(_stem(word, INFLECTED[language]) for word in words)
