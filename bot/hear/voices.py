"""Whose words these are: what stands between quotation marks is said by somebody, and wishes nothing of the coach.

A listener adds nothing from there: what a text of somebody else says can be told by the Person, not do anything by
itself. And what takes away or changes how the coach behaves needs the Person's own plain words, which the rules know.
"""

from __future__ import annotations

import re

from bot.hear import inventory
from bot.hear.act import Act
from bot.hear.clause import Clause, Context
from bot.hear.fold import words_of
from bot.hear.listened import Candidate, Stretch

_MARKED = re.compile(r'(?<!\w)"[^"]+(?:"|$)|\{.+(?:\}|$)|<\w[^>]*>.+', re.DOTALL)
"""Words between quotation marks, and what people do not type: braces, tags."""
_COLON = re.compile(r":\s")
FEWEST_WORDS = 2
"""A single word between marks is a name, or meant otherwise."""
MOST_BEFORE = 5
"""Words before a mark that tell whose words follow."""
WISHES = frozenset(row.name for row in inventory.WISHES) - {"correct"}
OWN_VOICE = WISHES | {"accepted", "declined", "withdrew", "no_answer_given_up"}
"""What only the Person can say."""
PLAIN = WISHES - {"snooze", "place"}
"""What is done only where the rules hear it too."""


def between_marks(text: str) -> tuple[Stretch, ...]:
    """What stands between quotation marks, several words each, in a text that says something beside."""
    if not any(mark in text for mark in '"{<'):
        return ()
    found = [one for one in _MARKED.finditer(text) if len(one.group().split()) >= FEWEST_WORDS]
    beside = sum(one.end() - one.start() for one in found) < len(text.strip())
    return tuple(Stretch(start=one.start(), end=one.end()) for one in found) if beside else ()


def is_anothers(act: Act, clause: Clause, context: Context) -> bool:
    """Whether the Person's own voice is heard in words that stand between marks, and are not quoted as their own."""
    if act.name not in OWN_VOICE:
        return False
    spoken = [one for one in between_marks(context.text) if one.meets(clause.start, clause.end)]
    return any(not _is_name(one, clause) and (act.name in WISHES or not _is_own(one, context.text)) for one in spoken)


def _is_name(marked: Stretch, clause: Clause) -> bool:
    """Whether all of it is a name."""
    return any(name.start <= marked.start + 1 and marked.end <= name.end + 1 for name in clause.names)


def _is_own(marked: Stretch, text: str) -> bool:
    """ "I told them": the Person says what they have said."""
    before = words_of(text[: marked.start])[-MOST_BEFORE:]
    return any(word.text in ("i", "ich") for word in before)


def may_add(candidate: Candidate, context: Context) -> bool:
    """Whether a listener may add this to what the rules have heard."""
    start, end = candidate.at.start, candidate.at.end
    if candidate.name in PLAIN or any(one.start <= start and end <= one.end + 1 for one in between_marks(context.text)):
        return False
    return candidate.name not in OWN_VOICE or not _is_read_out(start, context.text)


def _is_read_out(start: int, text: str) -> bool:
    """ "Their letter ends: ...": what follows is not said by the Person, unless they say that they have said it."""
    colons = [one for one in _COLON.finditer(text, 0, start) if text[: one.start()].strip()]
    return any(not _is_own(Stretch(start=one.start(), end=one.end()), text) for one in colons)
