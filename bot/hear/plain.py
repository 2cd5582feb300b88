"""The text of a clause as its times are read: without names, and without words that only look like a clock."""

from __future__ import annotations

import re

from bot.hear.clause import Clause

SO = re.compile(r"(?<!\bam)(?<!\bbis)(?<!\bab)(?<!\bsa und) so\b", re.IGNORECASE)
"""The German word that is a Sunday only behind a few words."""
HOUR = re.compile(r"(\bum \d{1,2})\.$", re.IGNORECASE)
"""A sentence that ends with an hour, which is no ordinal."""
DATE = re.compile(r"\b(am|vom|zum) (\d{1,2})\.(0?[1-9]|1[0-2])\.?$", re.IGNORECASE)
"""A clause that ends with a date: "das war am 16.11." names no clock."""
MONTHS = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split()  # noqa: SIM905
ONE = re.compile(r"\bein\b(?!\s+(?:uhr|paar|tag|monat|jahr|vierteljahr|halb))", re.IGNORECASE)
"""The German article, which is a number only before a few words: "morgen ein Gespräch" is no hour."""
AN = re.compile(r"(?<!\w)'?n(e|er|em|en)\b", re.IGNORECASE)
"""The article as it is spoken: "binnen ner Woche"."""
PEOPLE = re.compile(
    r"\b(?:\d|two|three|four|five|six|zwei|drei|vier|fünf|sechs)"
    r"(?= (?:people|persons|men|women|others|managers|partners|of (?:them|us)|leute|personen|männer|frauen)\b)",
    re.IGNORECASE,
)
"""Figures that count people: "this morning, four people" names no hour."""
ONE_OF_THEM = re.compile(r"\b(the|this|that|which|another|other|each|every) one\b", re.I)
"""A pronoun that is no clock: "the one tomorrow is Oakmere"."""
ANOTHER = re.compile(
    r"(?<=\b(?:and|had|got) )one (?=(?:today|tomorrow|yesterday|this|next|last|on|at)\b)"
    r"|(?<!\b(?:um|ab) )(?<!\b(?:halb|nach) )(?<!\bgegen )(?<!\b(?:bis|von|vor) )"
    r"\beins (?=(?:beim?|in|im|am|mit) )",
    re.IGNORECASE,
)
"""A second talk, and no clock: "and one today at Oakmere", "übermorgen eins bei Lang"; "um eins bei Lang" is one."""


def plain(clause: Clause) -> str:
    """The text without its names: "Friday Films" is no Friday."""
    text = clause.text
    for name in reversed(clause.names):
        first, last = name.start - clause.start, name.end - clause.start
        text = f"{text[:first]}X{text[last:]}" if 0 <= first < last <= len(text) else text
    text = ANOTHER.sub("", ONE_OF_THEM.sub(r"\1", PEOPLE.sub("some", text)))
    if clause.language != "de":
        return text
    text = AN.sub(r"ein\1", text)
    return DATE.sub(_spelt_out, HOUR.sub(r"\1", SO.sub(" ", ONE.sub(" ", text))))


def _spelt_out(date_found: re.Match[str]) -> str:
    """ "Am 16.11" as "am 16. November"."""
    return f"{date_found[1]} {date_found[2]}. {MONTHS[int(date_found[3]) - 1]}"
