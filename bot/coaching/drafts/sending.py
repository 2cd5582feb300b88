"""Things that the Person owes, as a letter names them: the spelling of each, and how it stands inside a sentence."""

from __future__ import annotations

from bot.coaching.drafts import told, turning_de, turning_en
from bot.coaching.drafts.habits import HABITS
from bot.coaching.drafts.spelling import listed
from bot.hear.things import things


def owed(text: str | None, language: str) -> str | None:
    """Things that are owed, each of them a plain thing with the spelling of a letter; None where they are none."""
    found = told.thing(text, language)
    return (listed(things(found, language), language) or None) if found and language in HABITS else found


def sent(what: str, language: str) -> str | None:
    """A thing as it stands behind "I'm sending you": "references" is "my references", "der Link" is "den Link".

    None where its article is not known: then no sentence can hold it.
    """
    if language == "en":
        return f"my {what}" if turning_en.is_bare(what) else what
    return turning_de.accusative(what) if language == "de" else what
