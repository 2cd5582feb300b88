"""How a correction begins: "no, Thursday", "sorry, I meant Thursday"."""

from __future__ import annotations

import re

from bot.dialogue.talk import Talk

NO = (
    r"^\W*(no+|nope|sorry|actually|i mean(t)?|wait|correction|rather)\b[\s,:.;!–—-]+"
    r"(it'?s |i mean(t)? |make (it|that) )?"
)
_NO = re.compile(NO, re.IGNORECASE)


def corrected(text: str) -> str | None:
    """What is right instead; None when the text does not begin like a correction."""
    rest = _NO.sub("", text)
    return rest if rest and rest != text else None


def may_correct(talk: Talk, text: str) -> bool:
    """Whether the text may correct what was last repeated to the Person."""
    return talk.person.amending is not None and corrected(text) is not None
