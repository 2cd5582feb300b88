"""Whether an event is a job interview, told by its words.

Quiet. Three answers: plan it, ask about it, leave it alone. Words in the title decide first, look-alikes before
interviews; then links of applicants' systems; then how much else speaks for it. What is doubtful is asked, not planned.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from enum import Enum, StrEnum, auto
from functools import lru_cache

from bot.calendars import title_words as words
from bot.hear.bounded import bounded

LONGEST = 5000


class Label(StrEnum):
    """What to do with an event."""

    INTERVIEW = "interview"
    ASK = "ask"
    NOT = "not"


class _Kind(Enum):
    """What a title alone says."""

    LOOKALIKE = auto()
    DOUBTFUL = auto()
    STRONG = auto()
    WEAK = auto()
    NOTHING = auto()


def _any_of(patterns: Iterable[str]) -> re.Pattern[str]:
    return re.compile(bounded("|".join(patterns)))


_KINDS = {
    _Kind.LOOKALIKE: _any_of(words.LOOKALIKES),
    _Kind.DOUBTFUL: _any_of(words.DOUBTFUL),
    _Kind.STRONG: _any_of(words.STRONG),
    _Kind.WEAK: _any_of(words.WEAK),
}
_ASKING_OTHERS, _SCHEDULERS = _any_of(words.ASKING_OTHERS), _any_of(words.SCHEDULERS)
_EVIDENCE = [re.compile(pattern) for pattern in words.EVIDENCE]
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]")
_CALLED_OFF = re.compile(words.CALLED_OFF, re.IGNORECASE)
_HIRING_ADDRESS = re.compile(words.HIRING_ADDRESS)


def label(title: str, description: str, organizer: str, location: str, employers: Sequence[str] = ()) -> Label:
    """What an event is, by strangers' texts; `employers` are those that the Person has told about."""
    head = _plain(title)
    kind = _kind(head)
    if kind is _Kind.LOOKALIKE:
        return Label.NOT
    text = _plain(f"{title}\n{description}\n{location}")
    if _ASKING_OTHERS.search(text):
        return Label.NOT
    if kind is _Kind.DOUBTFUL:
        return Label.ASK
    if kind is _Kind.STRONG or _SCHEDULERS.search(text):
        return Label.INTERVIEW
    return _weighed(kind is _Kind.WEAK, head, text, _plain(organizer), employers)


@lru_cache(maxsize=2000)  # in a calendar the same few titles come again and again
def _kind(head: str) -> _Kind:
    return next((kind for kind, pattern in _KINDS.items() if pattern.search(head)), _Kind.NOTHING)


def could_be_interview(
    title: str, description: str, organizer: str, location: str, employers: Sequence[str] = ()
) -> bool:
    """Whether an event, called off or not, is worth a closer look."""
    return label(without_mark(title), description, _address(organizer), location, employers) is not Label.NOT


def _address(organizer: str) -> str:
    return organizer.removeprefix("mailto:").removeprefix("MAILTO:")


def is_called_off(title: str) -> bool:
    """Whether a title says in front that the event is cancelled."""
    return _CALLED_OFF.match(title[:LONGEST]) is not None


def without_mark(title: str) -> str:
    """A title without that word."""
    return _CALLED_OFF.sub("", title[:LONGEST])


def _weighed(weak: bool, head: str, text: str, organizer: str, employers: Sequence[str]) -> Label:
    """By how much speaks for it beside a title that says little or nothing."""
    evidence = sum(pattern.search(text) is not None for pattern in _EVIDENCE)
    evidence += _HIRING_ADDRESS.match(organizer) is not None
    evidence += any(_names(head, employer) or _names(organizer, employer) for employer in map(_plain, employers))
    if evidence >= 3 or (weak and evidence == 2):
        return Label.INTERVIEW
    return Label.ASK if evidence == 2 or (weak and evidence == 1) else Label.NOT


def _names(text: str, employer: str) -> bool:
    return bool(employer) and re.search(rf"\b{re.escape(employer)}\b", text) is not None


def _plain(text: str) -> str:
    """Lower case, one kind of apostrophe, no marks of direction, and no longer than what matters."""
    text = unicodedata.normalize("NFC", text[:LONGEST]).casefold().replace("’", "'").replace("\u00a0", " ")
    return _INVISIBLE.sub("", text)
