"""Offers, as people tell them in one sentence: from elsewhere, spoken, or on paper with a day to answer by."""

from __future__ import annotations

from functools import partial

from bot.dialogue.happening_rows import NO_CONDITION, as_told, if_dated, row
from bot.dialogue.statement import Statement
from storage.facts import EventType

_ELSE = r"(another|an ?other|other|different|second|rival|competing)"
_OFFER = r"\b(offer(ed|s)?)\b"
_SPOKEN = r"\b(verbal(ly)?|spoken|oral(ly)?|(on|by|over|via) the phone|by phone|on a call|in person|called to offer)\b"

STATEMENTS: tuple[Statement, ...] = (
    row(
        "competing_offer",
        rf"\b{_ELSE} (company|employer|firm|place|one|team|startup|organi[sz]ation)\b.*{_OFFER}"
        rf"|\b{_ELSE} (job |written |good |firm )?offer\b|{_OFFER}.*\b(elsewhere|somewhere else|from (someone"
        rf"|somebody) else"
        rf"|(from|by|at|with) {_ELSE} (company|employer|firm|place))\b",
        partial(as_told, EventType.COMPETING_OFFER),
    ),
    row(
        "verbal_offer",
        rf"{_OFFER}.*{_SPOKEN}|{_SPOKEN}.*{_OFFER}|\b(called|rang|phoned)( me)? to offer\b",
        partial(as_told, EventType.VERBAL_OFFER),
    ),
    row(
        "offer_deadline",
        _OFFER,
        partial(if_dated, EventType.OFFER),
        done=False,
        also=rf"{NO_CONDITION}(?!.*(\b(no|not|never|without|nobody)\b|n't))",
    ),
)
