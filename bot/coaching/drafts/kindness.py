"""How they treated the Person there: the one thing about the Person themselves for which a letter may thank them."""

from __future__ import annotations

import re

from bot.hear.bounded import bounded

_KIND = {
    "en": re.compile(
        bounded(
            r"^(?:you|they|she|he)(?: \w+ly| all| both)? (?:(?:made (?:it|me)|put me at|let me|gave me"
            r"|took (?:the|your|their|her|his|so much) time|listened|explained|answered|encouraged)\b"
            r"|(?:were|was) (?:\w+ ){0,2}(?:kind|friendly|warm|welcoming|patient|open|honest|encouraging|attentive|nice"
            r"|lovely)\b)"
        ),
        re.IGNORECASE,
    ),
    "de": re.compile(
        bounded(
            r"^(?:dass )?(?:sie|ihr|du|er)\b.{0,80}\b(?:(?:nervosität|aufregung) (?:schnell )?genommen"
            r"|zeit (?:genommen|gelassen)|ruhe gelassen|leicht gemacht|mut gemacht|zugehört|ermutigt|erklärt|geholfen"
            r"|(?:freundlich|herzlich|geduldig|offen|ehrlich|nett|aufmerksam) (?:waren|wart|warst))\b"
        ),
        re.IGNORECASE,
    ),
}


def is_kindness(text: str, language: str) -> bool:
    """Whether it says what they did for the Person there."""
    pattern = _KIND.get(language)
    return pattern is not None and pattern.search(text) is not None
