"""What short answers and clear clauses sound like, one table a language.

Nothing is kept and nothing is said here. A new language is one module with a `TABLE`, named in `TABLES`.
"""

from __future__ import annotations

from bot.dialogue.answers import de, en
from bot.dialogue.answers.table import AnswerTable, Clause, Facet

__all__ = ["AnswerTable", "Clause", "Facet", "of"]

TABLES = {"en": en.TABLE, "de": de.TABLE}


def of(language: str) -> AnswerTable:
    """The table of a language; English for one that has none."""
    return TABLES.get(language, en.TABLE)
