"""Offers, as people tell them in one sentence: from elsewhere, spoken, or on paper with a day to answer by."""

from __future__ import annotations

import re
from functools import partial

from bot.dialogue.happening_keeping import told
from bot.dialogue.happening_rows import NAME, NO_CONDITION, as_told, if_dated, is_name, row
from bot.dialogue.statement import Statement
from bot.dialogue.talk import Talk
from storage.facts import EventType, Opportunity

_ELSE = r"(another|an ?other|other|different|second|rival|competing)"
_OFFER = r"\b(offer(ed|s)?)\b"
_SPOKEN = r"\b(verbal(ly)?|spoken|oral(ly)?|(on|by|over|via) the phone|by phone|on a call|in person|called to offer)\b"

_FROM = re.compile(rf"\boffer (?:from|at|by|with) (?P<name>{NAME})")


def _from_elsewhere(talk: Talk, opportunity: Opportunity, text: str) -> bool:
    """An offer from somebody whom the Person has not told of is one from elsewhere."""
    found = _FROM.search(text)
    met = {name.casefold() for interview in talk.known.interviews for name in interview.interviewers}
    if found is None or not is_name(talk, found["name"]) or found["name"].casefold() in met:
        return False
    told(talk, opportunity, EventType.COMPETING_OFFER, text)
    return True


STATEMENTS: tuple[Statement, ...] = (
    row(
        "competing_offer",
        rf"\b{_ELSE} (company|employer|firm|place|one|team|startup|organi[sz]ation)\b.*{_OFFER}"
        rf"|\b{_ELSE} (job |written |good |firm )?offer\b|{_OFFER}.*\b(elsewhere|somewhere else|from (someone"
        rf"|somebody) else"
        rf"|(from|by|at|with) {_ELSE} (company|employer|firm|place))\b",
        partial(as_told, EventType.COMPETING_OFFER),
    ),
    row("competing_offer", r"\boffer (from|at|by|with) \w", _from_elsewhere),
    row(
        "verbal_offer",
        rf"{_OFFER}.*{_SPOKEN}|{_SPOKEN}.*{_OFFER}|\b(called|rang|phoned)( me)? to offer\b"
        r"|\bgot the (job|position|role)\b|\b(hired|hiring|want(s|ed)? to hire) me\b",
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
