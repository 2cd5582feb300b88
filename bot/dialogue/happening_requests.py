"""What they asked for, as people tell it in one sentence: a thing to send, or a question."""

from __future__ import annotations

import re

from bot.dialogue.happening_keeping import keep_event, told
from bot.dialogue.happening_rows import CHECK_IN, NO_CONDITION, THEM, row
from bot.dialogue.statement import Statement
from bot.dialogue.talk import Talk
from storage.facts import EventType, Opportunity

_WHAT_HEAD = re.compile(
    r"^(?:(?:for|to|me|them|him|her|send|provide|share|submit|upload|hand|in|fill|out|complete|bring|prepare|write"
    r"|do|see|have|get"
    r"|give|e-?mail|my|an?|the|some|over|also|with|copies of|back)\s+)+",
    re.IGNORECASE,
)
_WHAT_TAIL = re.compile(
    r"[\s,]+(by|until|till|before|on|due|within|today|tonight|tomorrow|next|this|asap|as soon|please|deadline"
    r"|mon|tue|wed|thu|fri|sat|sun)\w*\b.*$",
    re.IGNORECASE | re.DOTALL,
)
_ROUND = re.compile(r"\b(final|second|third|next|another|last) (round|interview|talk)\b|\bme back\b", re.IGNORECASE)
_NO_REQUEST = re.compile(
    r"^(me\b|until\b|till\b|by\b|(for )?(\w+ )?(more )?(days?|weeks?|months?)\b|to (know|see me|meet|talk|speak|hear"
    r"|move"
    r"|invite|hire|offer|call|wait|be|come|schedule|discuss|think|decide|make"
    r"|interview|have(?! (my|the|an?|two|copies))|find|proceed|go|fill the|check|confirm that|ask|contact|follow"
    r"|let)|(some |more |a (bit"
    r"|little) |much )*(time|patience)"
    r"|(for )?(more |some |a bit of |a little )*(time|patience)|(another|a second|a further|an answer|someone"
    r"|somebody|people|it\b)"
    r"|for me\b|a (decision|candidate|person))",
    re.IGNORECASE,
)
_ASKED_FOR = re.compile(
    rf"{THEM} (?:(?:asked|is asking|are asking)(?: me)? (?P<a>(?:for|to) .+)"
    r"|(?:(?:want|need|request|require)(?:s|ed)?|would like|(?<='d )like|'d like|(?:is|are|was|were) after"
    r"|(?<='re )after"
    r"|(?<='s )after)(?: me)? (?P<b>.+))",
    re.IGNORECASE | re.DOTALL,
)
LONGEST_WHAT = 120


def what_in(text: str) -> str:
    """The thing itself: "to send my certificates by Friday" is certificates."""
    plain = _WHAT_TAIL.sub("", " ".join(text.split()))
    return _WHAT_HEAD.sub("", plain).strip(" .,;:!")[:LONGEST_WHAT]


def _request(talk: Talk, opportunity: Opportunity, text: str) -> bool:
    found = _ASKED_FOR.search(text)
    asked = (found["a"] or found["b"]) if found else ""
    what = "" if _NO_REQUEST.search(asked) or _ROUND.search(text) else what_in(asked)
    if not what:
        return False
    told(talk, opportunity, EventType.REQUEST, text, what=what)
    return True


def _question(talk: Talk, opportunity: Opportunity, _text: str) -> bool:
    """In the check-in it is part of how the interview went."""
    if talk.person.asking in CHECK_IN:
        return False
    keep_event(talk, opportunity, EventType.QUESTION)
    return True


STATEMENTS: tuple[Statement, ...] = (
    row(
        "question",
        rf"{THEM} asked (me |us )?(about|if|whether|what|when|how|which|why|where|a question|some questions"
        rf"|(an)?other question"
        r"|for my (salary|availability|notice|earliest|expect\w+|start)|my (salary|availability|notice|earliest|start))"
        rf"|{THEM} (wants?|wanted|would like|need|needs) to know\b|(?<!i )(?<!i've )\b(has|have|had|got|sent( me)?"
        rf"|with) (an?|some|one|another|two|a few|more) (more )?questions?\b"
        r"|\bquestions? (came )?from (them|her|him|the|hr)\b",
        _question,
    ),
    row(
        "request",
        rf"{THEM} (asked (me )?(for|to)|(is|are) asking (me )?(for|to)|(want|need|request|require)(s|ed)?|(would"
        rf"|'d) like|(is|are|was|were) after|(?<='re )after|(?<='s )after|(?<='d )like)\b",
        _request,
        also=rf"{NO_CONDITION}(?!.*\b(i|we)( no longer| still| really| just| also| only| don'?t)* (want|need"
        rf"|require)\b)",
    ),
)
