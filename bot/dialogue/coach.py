"""The tables of what the coach does between the questions: drafts, rest, offers, ends, and word from them.

`VERBS` are buttons; `QUESTIONS` are names of questions and what reads a typed answer, of which those in `VERBATIM` take
whatever is typed. What people say stands in `statements`.
"""

from __future__ import annotations

from collections.abc import Callable

from bot.dialogue import afterwards, calendars, drafting, offers, own_words, resting, snoozing, word_from_them
from bot.dialogue.talk import Talk
from bot.dialogue.taps import Handler

VERBS: dict[str, Handler] = {
    **drafting.VERBS,
    **own_words.VERBS,
    **snoozing.VERBS,
    **resting.VERBS,
    **offers.VERBS,
    **afterwards.VERBS,
    **word_from_them.VERBS,
    **calendars.VERBS,
}
QUESTIONS: dict[str, Callable[[Talk, str], bool | None]] = {
    **own_words.QUESTIONS,
    **snoozing.QUESTIONS,
    **offers.QUESTIONS,
    **afterwards.QUESTIONS,
}
VERBATIM = frozenset((*own_words.VERBATIM, *afterwards.VERBATIM))
