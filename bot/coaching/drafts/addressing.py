"""How a reader is greeted: the title in the language of the letter, and the family's name behind it."""

from __future__ import annotations

from bot.coaching.drafts import told
from bot.coaching.drafts.spelling import named
from bot.hear.naming.families import family_first
from bot.hear.vocabulary import given_names


def addressed(text: str, language: str) -> str:
    """A name with its title in the language of the letter: "Frau Keller" is "Ms Keller" in English."""
    whole = named(told.name(text))
    first, _, rest = whole.partition(" ")
    title = _TITLES.get(language, {}).get(first.casefold().rstrip("."))
    if first.casefold().rstrip(".") in _BEFORE_SURNAMES:
        return f"{title or first} {_surname(named(rest))}".rstrip()
    return f"{title} {named(rest)}" if title and rest else whole


def greeting(reader: str, *, is_said: bool) -> str:
    """The line that greets somebody: German "Sehr geehrte Frau Keller" in a letter, not where it is spoken."""
    written = _GREETED.get(reader.partition(" ")[0].casefold()) if not is_said else None
    return written or ("greeting.titled" if told.is_titled(reader) else "greeting.named")


_GREETED = {"frau": "greeting.titled.she", "herr": "greeting.titled.he"}
_BEFORE_SURNAMES = ("frau", "herr", "herrn", "ms", "mrs", "mr", "miss")


def _surname(rest: str) -> str:
    """ "Julia Kern" behind "Frau" is "Kern"; whole where it is not sure which is the first name."""
    given, _, family = rest.partition(" ")
    is_given = given.casefold() in frozenset().union(*given_names().values())
    return family if family and is_given and not family_first(given, family) else rest


_TITLES = {
    "en": {"frau": "Ms", "herr": "Mr", "herrn": "Mr"},
    "de": {"ms": "Frau", "mrs": "Frau", "miss": "Frau", "mr": "Herr", "herrn": "Herr"},
}
