"""English phrases that weaken a text to an employer, by what is wrong with them."""

from __future__ import annotations

from bot.coaching.checking.lexicon import Phrase, pattern
from bot.coaching.checking.pleading_en import APOLOGY, ARGUING, DESPERATION
from bot.coaching.checking.pressing_en import AS_PROMISED, PRESSURE, REPROACH
from bot.coaching.checking.stock_en import STOCK, SUPERLATIVE, Table
from bot.coaching.checking.values import FOLLOW_UPS, Kind, Purpose


def _rows(kind: Kind, table: Table, purposes: frozenset[Purpose] | None = None) -> tuple[Phrase, ...]:
    return tuple(Phrase(kind, better, pattern(*ways), purposes) for better, ways in table.items())


PHRASES = (
    *_rows(Kind.PRESSURE, PRESSURE),
    *_rows(Kind.REPROACH, REPROACH),
    *_rows(Kind.REPROACH, AS_PROMISED, FOLLOW_UPS),
    *_rows(Kind.DESPERATION, DESPERATION),
    *_rows(Kind.ARGUING, ARGUING, frozenset((Purpose.AFTER_NO,))),
    *_rows(Kind.SUPERLATIVE, SUPERLATIVE),
    *_rows(Kind.STOCK_PHRASE, STOCK),
    *_rows(Kind.APOLOGY, APOLOGY),
)
