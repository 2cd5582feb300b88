"""Things that the Person owes, as a letter names them: the spelling of each, and how it stands inside a sentence."""

from __future__ import annotations

import re

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
    return (_owned(what) or turning_de.accusative(what)) if language == "de" else what


_SHE = r"e(?= \w{1,60}(?:ung|ion|[hk]eit|schaft|tät|mappe|kopie)$)"
_STRONG = re.compile(
    rf"((?!(?:uns|dies|jed|jen|all|ih|ein|kein|mein))[a-zäöüß]{{2,30}})(es|er(?= [A-ZÄÖÜ]\w{{1,60}}$)|{_SHE}) [A-ZÄÖÜ]"
)
"""One thing behind an adjective that shows whether it is a he, a she or an it: "letztes Zeugnis"."""
_MINE = {"es": "mein", "e": "meine"}


def _owned(what: str) -> str | None:
    """In German what is sent is the Person's own: "letzter Nachweis" is "meinen letzten Nachweis"."""
    if (own := _STRONG.match(what)) is None:
        return None
    return f"meinen {own[1]}en{what[own.end(2) :]}" if own[2] == "er" else f"{_MINE[own[2]]} {what}"


def figure(pay: str, language: str) -> str:
    """A sum as a letter writes it: "52k" is "52,000", in German "52.000 Euro" where no currency was told."""

    def written(found: re.Match[str]) -> str:
        tenths = round(float(found[1].replace(",", ".")) * 10)
        whole = f"{tenths * 100:,}"
        return whole.replace(",", ".") if language == "de" else whole

    spelled = re.sub(r"\b(\d{1,3}(?:[.,]\d)?)\s?k\b", written, pay, flags=re.IGNORECASE)
    is_bare = re.search(r"\d\s*$", spelled) is not None and not re.search(r"[£$€]", spelled)
    return f"{spelled} Euro" if language == "de" and is_bare else spelled
