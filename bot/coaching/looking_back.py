"""What the Person's own words about an interview say: self-reproach, nothing, how long the answers were, what of."""

from __future__ import annotations

from bot.hear.clause import Word
from bot.hear.fold import fold, words_of
from bot.hear.vocabulary import Places, said_in, vocabulary
from bot.words import languages

TOPICS = (
    *("salary", "weakness", "failure", "strength", "leaving", "motivation"),
    *("future", "people", "leading", "pressure", "technical"),
)
"""What interview questions are about."""
LENGTHS = ("too_long", "too_short", "right")


def topics_of(text: str) -> tuple[str, ...]:
    """What a question of an interview is about."""
    return tuple(topic for topic in TOPICS if _says(text, topic))


def length_in(text: str) -> str | None:
    """Whether the answers were too long, too short, or right, as far as the words say it."""
    return next((length for length in LENGTHS if length == text or _says(text, length)), None)


def judged(text: str) -> str | None:
    """What somebody says of an answer that they have just practised: it is `solid`, or they `try` again."""
    said = _words(text)
    verdicts = ("solid", "try")
    return next((one for one in verdicts for language in languages() if said and _is_all(said, language, one)), None)


def is_unsure(text: str) -> bool:
    """Whether somebody does not know yet."""
    return _says(text, "unsure")


def is_nothing(text: str) -> bool:
    """Whether a whole answer says that there is nothing to tell."""
    said = _words(text)
    return any(_is_all(said, language, "nothing") for language in languages())


def _is_all(said: tuple[Word, ...], language: str, key: str) -> bool:
    at = 0
    while at < len(said) and (end := _end(said, language, key, at)):
        at = end
    return at == len(said)


def is_reproach(text: str) -> bool:
    """Whether somebody is hard on themselves in it (advice 34)."""
    said = _words(text)
    return any(_reproaches(said_in(said, language)) for language in languages())


def _reproaches(places: Places) -> bool:
    return "back_reproach" in places.keys or _joined(places, "self", "bad") or _joined(places, "did", "done")


def _joined(places: Places, head: str, tail: str) -> bool:
    """Whether `tail` stands behind `head`, with nothing but small words between them."""
    between, tails = dict(places.of("back_between")), dict(places.of(f"back_{tail}"))
    for _, end in places.of(f"back_{head}"):
        behind = end
        while behind in between:
            behind = between[behind]
        if behind in tails:
            return True
    return False


def _end(said: tuple[Word, ...], language: str, key: str, at: int) -> int:
    """Where the words of that key end that stand at this place; 0 when they do not stand here."""
    return vocabulary(language)[f"back_{key}"].end_at(said, at)


def _says(text: str, key: str) -> bool:
    said = _words(text)
    return any(vocabulary(language)[f"back_{key}"].find(said) is not None for language in languages())


def _words(text: str) -> tuple[Word, ...]:
    return words_of(fold(text))
