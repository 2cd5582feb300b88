"""Names that are those of towns: who writes "from Kampala" or ", Leeds," tells where, not with whom."""

from __future__ import annotations

from bot.hear.naming.row import Row
from bot.hear.times.gazetteer import fold, places

MOST_WORDS = 3


def is_town(row: Row, start: int, last: int) -> bool:
    """Whether these words are nothing but the name of a town or a country."""
    return 0 < last - start <= MOST_WORDS and fold(row.text(start, last)) in places()
