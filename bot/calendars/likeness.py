"""Whether two events are one interview that moved: applicants' systems send a moved one under a new UID.

Quiet.
"""

from __future__ import annotations

import re

from bot.calendars.titles import without_mark

ROUNDS = frozenset(
    {"first", "second", "third", "final", "last", "phone", "screen", "screening", "technical", "coding", "design", "hr"}
    | {"onsite", "panel", "erstes", "zweites", "drittes", "telefon", "fachgespräch"}
)
_FILLING = re.compile(
    r"\b(?:updated?|re-?scheduled?|moved|new time|changed|invitation|confirmed|confirmation|accepted|"
    r"aktualisiert|verschoben)\b"
)
Told = tuple[str, str]
"""Title and organizer."""


def is_same_interview(old: Told, new: Told) -> bool:
    """Much the same title, of the same round, and not from somebody else."""
    first, second = _words(old[0]), _words(new[0])
    sender, other = old[1].lower(), new[1].lower()
    if not first or not second or _round(first) != _round(second):
        return False
    if sender and other and sender.rpartition("@")[2] != other.rpartition("@")[2]:
        return first == second
    return len(first & second) / len(first | second) >= (0.5 if sender and sender == other else 0.6)


def _words(title: str) -> set[str]:
    return set(re.findall(r"\w+", _FILLING.sub(" ", without_mark(title).lower())))


def _round(words: set[str]) -> set[str]:
    return {word for word in words if word in ROUNDS or re.fullmatch(r"\d", word)}
