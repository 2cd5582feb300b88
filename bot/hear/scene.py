"""What the listener may know of the moment in which a text was typed: names, times and what was asked, no facts."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from bot.hear.listened import Listened
from storage.values import dataclass


class Expected(StrEnum):
    """What a bare answer to the open question would be. An open question is only a hint for bare answers."""

    NOTHING = "nothing"
    YES_NO = "yes_no"
    MOOD = "mood"
    WINDOW = "window"
    """By when they answer."""
    DAY = "day"
    """A day, such as that by which something was promised."""
    START = "start"
    """When an interview is or was: a day, a clock time, or both."""
    LENGTH = "length"
    EMPLOYER = "employer"
    ROLE = "role"
    NAMES = "names"
    """Who was there."""
    CHANNEL = "channel"
    NUMBER = "number"
    PROMISE = "promise"
    """What was promised, and by when."""
    PLACE = "place"
    """Where the Person's clock stands: a city, a country, a zone, or what the clock shows."""
    SNOOZE = "snooze"
    """When to be reminded."""
    WORDS = "words"
    """Something in the Person's own words, such as a note; whatever says nothing else is the answer."""
    VERBATIM = "verbatim"
    """The text as it stands, whatever it says: a letter to be kept, or to be checked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk:
    """An interview that is known: start and end, aware, on the Person's clock."""

    start: datetime
    end: datetime
    start_known: bool = True
    is_told: bool = True
    """Whether the Person has said that it took place: how it went, or anything of it."""

    def is_over(self, now: datetime) -> bool:
        """Whether it has ended."""
        return self.end <= now


@dataclass(frozen=True, slots=True, kw_only=True)
class Employer:
    """An employer that is known, by the name the Person gave it."""

    name: str
    house: str | None = None
    """What house it is, where the Person told that: "bank"."""
    role: str | None = None
    is_open: bool = True
    has_refused: bool = False
    """They have said no."""
    people: tuple[str, ...] = ()
    """Who was met there, and who wrote."""
    talks: tuple[Talk, ...] = ()
    """Its interviews that were not called off, in order."""
    promises: tuple[str, ...] = ()
    """What the Person still owes them."""
    answer_by: date | None = None
    """The last day of the time that they named for their answer."""
    offered: bool = False
    """They have offered the job, and it is neither taken nor turned down yet."""
    offered_by_mouth: bool = False
    """The same, spoken, and not on paper yet."""
    to_be_dated: bool = False
    """They want to meet again, and the day is not known yet."""
    decide_by: date | None = None
    """The day by which the Person is to answer that offer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """The moment in which a text was typed."""

    now: datetime
    """Aware, in the Person's zone (the one that is assumed while it is not known)."""
    language: str = "en"
    """The language in which the Person is spoken to; what they type may be another one."""
    employers: tuple[Employer, ...] = ()
    asked: str | None = None
    """The name of the open question."""
    expects: Expected = Expected.NOTHING
    about: str | None = None
    """The employer that the open question, or what was said last, is about."""
    spoken_of: str | None = None
    """The employer that the Person spoke of last: "the other one" is none of these."""
    agencies: tuple[str, ...] = ()
    name: str = ""
    """The Person's own name: who signs with it has written a letter of their own."""
    unplaced: bool = False
    """The Person has not said where they live: a bare city tells it, whatever was asked."""
    draft_shown: str | None = None
    """The name of the draft that was shown last: "shorter" and "sent it" are about it."""
    nudged: bool = False
    """The coach spoke last, of its own accord: "in two hours" and "tomorrow" say when it is to come back."""
    kept_last: tuple[str, ...] = ()
    """The names of the acts that the Person's last message gave: "no, Thursday" puts the last date right."""
    listened: Listened | None = None
    """What a listener has made of the text before; None: the rules listen alone."""
