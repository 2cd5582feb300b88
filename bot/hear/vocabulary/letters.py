"""Letters as they are compared: umlauts written out, accents left away."""

from __future__ import annotations

import unicodedata

UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def plain_letters(text: str) -> str:
    """A text in lower case without umlauts and accents: "Siobhán" is siobhan."""
    apart = unicodedata.normalize("NFKD", text.casefold().translate(UMLAUTS))
    return "".join(char for char in apart if not unicodedata.combining(char))
