"""Offers, as people tell them in one sentence: from elsewhere, spoken, or on paper with a day to answer by."""

from __future__ import annotations

import re
from functools import partial

from bot.dialogue import offers
from bot.dialogue.happening_dates import dates_of, passed
from bot.dialogue.happening_keeping import told
from bot.dialogue.happening_rows import NAME, NO_CONDITION, THEY, as_told, is_name, row
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


def _dated(talk: Talk, opportunity: Opportunity, text: str) -> bool:
    """By when they want the answer: of the offer that is known, or of one that is told with its day."""
    dates = dates_of(talk, EventType.OFFER, text)
    if not dates:
        return False
    known = offers.undated(talk, opportunity)
    if known is not None and passed(talk, dates) is None:
        talk.drop_question()
        offers.set_deadline(talk, known, dates["deadline"])
    else:
        told(talk, opportunity, EventType.OFFER, text)
        offers.tell_others(talk, opportunity)
    return True


_WITHIN = re.compile(
    r"\b(me|have|got|have only|'ve)\s+(?=(an?|one|two|three|\d+|a few)\s+(days?|weeks?)\b)", re.IGNORECASE
)
""" "A week" to decide is a day, once it is said as "within a week"."""
_DECIDE = re.compile(
    r"\b(decide|decision|accept|sign|make up my mind|think (about it|it over)|say yes|my answer|answer from me)\b",
    re.IGNORECASE,
)


def _to_decide(talk: Talk, opportunity: Opportunity, text: str) -> bool:
    """ "They gave me until Friday to decide": whoever may decide has an offer."""
    within = _WITHIN.sub(r"\g<0>within ", text)
    readings = (within, re.sub(r"\bto (accept|sign|make|say|give|think)\b.*", "", within))
    return _DECIDE.search(text) is not None and any(_dated(talk, opportunity, reading) for reading in readings)


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
        r"|(\bi|\bi've|\bwe|^\W*)( just| finally| have| actually)* ?(got|landed) the (job|position|role)\b|\b(called"
        r"|rang|phoned)\b.*\boffered me\b|\b(hired|hiring|want(s|ed)? to hire) me\b",
        partial(as_told, EventType.VERBAL_OFFER),
    ),
    row(
        "offer_deadline",
        _OFFER,
        _dated,
        done=False,
        also=rf"{NO_CONDITION}(?!.*(\b(no|not|never|without|nobody)\b|n't))",
    ),
    row(
        "offer_deadline",
        rf"({THEY}|\b[a-z]\w+) (\w+ )?(gave|given|gives?|are giving|is giving|left|want|wants|need|needs) (me"
        rf"|my answer|my"
        rf" decision|an answer from me)\b.*\b(until|till|by|before|\w+ (days?|weeks?|hours))\b|\bi('ve| have)?( got"
        rf"| only have)?"
        r" (have |got )?(until|till|\w+ (days?|weeks?)) .*\b(to )(decide|accept|sign|make up my mind|say yes"
        r"|give (them|her|him)"
        r" (an|my) answer)\b",
        _to_decide,
        done=False,
    ),
)
