"""What each Person has typed last, for as long as a talk goes on: in memory alone, and gone with the process.

A question often makes sense only with what was told before it ("they moved my start by a week" ... "do I reply to
that?"). It is a help and no fact: whoever comes to another process, or after a start, is heard without it.
"""

from __future__ import annotations

import re
from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime, timedelta

GOES_ON = timedelta(hours=1)
"""After so long another talk begins."""
MOST_PEOPLE = 4_096
LONGEST = 300
"""Characters: what was told longer ago is seldom what a question is about."""
FEWEST_WORDS = 4
"""A shorter sentence answers the coach, or greets."""
_SENTENCES = re.compile(r"(?<=[.!?])\s+|\n+")


class SaidLately:
    """The last words of those who have typed last."""

    def __init__(self) -> None:
        self._said: OrderedDict[int, Said] = OrderedDict()

    def before(self, person_id: int, update_id: int, text: str, now: datetime) -> str:
        """What was told before this message, but for questions; empty where it was another talk.

        An update that is tried again has the same before it.
        """
        last = self._said.pop(person_id, None)
        if last is None or last.update_id != update_id:
            told = last.told if last is not None and now - last.at <= GOES_ON else ""
            last = Said(update_id, now, told, told_in(f"{told}\n{text}"))
        self._said[person_id] = last
        if len(self._said) > MOST_PEOPLE:
            self._said.popitem(last=False)
        return last.before


@dataclass(frozen=True, slots=True)
class Said:
    """A message, what was told before it, and what is told by then."""

    update_id: int
    at: datetime
    before: str
    told: str


def told_in(text: str) -> str:
    """The last whole sentences of a text that ask nothing, as far as they fit."""
    kept: list[str] = []
    for sentence in reversed(_SENTENCES.split(text.strip())):
        if "?" in sentence or len(sentence.split()) < FEWEST_WORDS:
            continue
        if kept and len(sentence) + sum(map(len, kept)) > LONGEST:
            break
        kept.append(sentence[-LONGEST:])
    return " ".join(reversed(kept))
