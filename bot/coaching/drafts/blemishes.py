"""What is not as it should be with them: said to be remembered it would hurt, so a letter offers to work on it."""

from __future__ import annotations

import re

from bot.coaching.drafts.forms import Form, Told

_BLEMISHES = {
    "en": re.compile(
        r"\b(?:nobody|no one|never|mess|messy|chaos|chaotic|mistakes?|errors?|broken|turnover|problems?|backlog"
        r"|outages?|unused|outdated|fail\w{0,10})\b",
        re.IGNORECASE,
    ),
    "de": re.compile(
        r"\b(?:niemand\w{0,3}|keine[rn]?|nie|chaos|chaotisch\w{0,3}|durcheinander|fehlern?|fluktuation|kündigungen"
        r"|\w{0,20}probleme?n?|unordnung|rückst[aä]nde?n?|ausf[aä]lle?n?|kaputt\w{0,3}|veraltet\w{0,3})\b",
        re.IGNORECASE,
    ),
}
_OVER = "über "
_NAMED = re.compile(r"(?:über )?(?:the|your|their|an?|das|die|den|ihre?n?|eure?n?|eine?n?) ", re.IGNORECASE)


def is_blemish(told: Told, language: str) -> bool:
    """Whether what they told is a fault of theirs."""
    pattern = _BLEMISHES.get(language)
    return pattern is not None and pattern.search(told.text) is not None


def work_in(told: Told) -> str | None:
    """The fault as something to work on: "the dashboard that nobody opens"; None where no such thing is named."""
    return told.closed.removeprefix(_OVER) if told.form is Form.THING and _NAMED.match(told.text) else None
