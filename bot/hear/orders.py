"""Orders to the coach to tell somebody something: "tell Acme I have an offer" is for a letter, and no news."""

from __future__ import annotations

from bot.hear.clause import Clause

TELL = frozenset({"tell", "let", "sag"})
"""What begins such an order."""
TO_ME = frozenset({"me", "us", "mir", "uns"})


def tells_to_tell(clause: Clause) -> bool:
    """Whether somebody else is to be told what stands behind it."""
    words = [word.text for word in clause.words[:2]]
    return clause.says("tell_them") and words[0] in TELL and words[-1] not in TO_ME
