"""How a correction begins: "no, Thursday", "sorry, I meant Thursday"."""

from __future__ import annotations

import re

from bot.dialogue.talk import Talk

NO = (
    r"^\W*(no+|nope|sorry|actually|i mean(t)?|wait|correction|rather"
    r"|nein|nee|nö|quatsch|moment|ich mein(t?e)?)\b[\s,:.;!–—-]+"
    r"(it'?s |i mean(t)? |make (it|that) |es ist |es war |ich mein(t?e)? |doch )?"
)
TAKE_BACK = (
    r"^\W*(no,? |please |sorry,? |oops,? )*(undo|scratch|forget|delete|remove|cancel|take back|ignore)"
    r"( (that|it|this|the last( one| message| thing)?))?( again| please| back)*\W*$"
)
_TAKE_BACK = re.compile(TAKE_BACK, re.IGNORECASE)
_NO = re.compile(NO, re.IGNORECASE)


def corrected(text: str) -> str | None:
    """What is right instead; None when the text does not begin like a correction."""
    rest = _NO.sub("", text)
    return rest if rest and rest != text else None


def may_correct(talk: Talk, text: str) -> bool:
    """Whether the text may correct what was last repeated to the Person, or takes back what was told last."""
    return bool(_TAKE_BACK.search(text)) or (talk.person.amending is not None and corrected(text) is not None)
