"""How a Draft is put together: its lines, what each is needed for, and the limits it keeps. No wording lives here."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import IntEnum, StrEnum
from functools import cache
from zoneinfo import ZoneInfo

from babel.dates import format_date

from bot import words
from bot.coaching.drafts import told
from scheduler.nudges import zone_of
from storage.facts import Channel, Interview, Known, Opportunity


class Style(StrEnum):
    """How a Draft sounds."""

    PLAIN = "plain"
    SHORTER = "shorter"
    WARMER = "warmer"
    SOFTER = "softer"
    """Asked for in words only: the question without any push."""


class Need(IntEnum):
    """What a line is needed for: the least needed goes first when a Draft is too long."""

    MUST = 0
    GOOD = 1
    EXTRA = 2


WHOLE_NAMES = ("de",)
"""Languages in which who is not yet a friend is greeted by the whole name: "Guten Tag Anna Weber,"."""
FAMILIAR = ("de",)
"""Languages that speak to a friend in another way."""
DU, LOOSE = "du", "loose"
SMALL_AFTER_GREETING = ("de",)
"""Languages in which a letter goes on small behind the comma of its greeting."""
LIMITS = {Style.PLAIN: (5, 120), Style.SHORTER: (3, 70), Style.WARMER: (5, 120), Style.SOFTER: (5, 120)}
"""The most lines between greeting and regards, and the most words in all (advice 16)."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A text to send: a subject for mail, None for what is said on the phone."""

    subject: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a Draft."""

    text: str
    need: Need = Need.MUST


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What a Draft may speak of, and how it is to sound."""

    known: Known
    opportunity: Opportunity
    interview: Interview | None = None
    style: Style = Style.PLAIN
    channel: Channel | None = None
    to: str | None = None
    """Who reads it; with an agency in between, its consultant (R12)."""
    place: int = 0
    """Which of a panel the Draft is about: chooses among the ways to say a line (R16)."""

    @property
    def language(self) -> str:
        """The language of the letter decides the catalogue: that of the Person, unless another one was asked for."""
        return next((one for one in self._manners if one in words.languages()), self.known.person.language)

    @property
    def _manners(self) -> tuple[str, ...]:
        return tuple(self.opportunity.letters.split())

    @property
    def address(self) -> str:
        """How the reader is spoken to: `du` where that is kept and the language has it, else `loose`, or as usual."""
        is_du = DU in self._manners and self.language in FAMILIAR and not self.opportunity.via_agency
        return DU if is_du else LOOSE if {DU, LOOSE} & set(self._manners) else ""

    def line(self, key: str, **params: object) -> str:
        """A line from the catalogue, in the voice that fits: style and reader first, then the place in a panel.

        Raises NoWords for a line that the catalogue does not have.
        """
        voices = _voices(self.style, self.opportunity.via_agency, self.address)
        known = (_ways(f"draft.{key}{voice}", self.language) for voice in voices)
        ways = next(filter(None, known), (f"draft.{key}",))
        return words.plain(ways[self.place % len(ways)], self.language, **params)

    @property
    def me(self) -> str:
        """The name under a Draft."""
        return told.name(self.known.person.name)

    @property
    def employer(self) -> str:
        """The employer, as the Person calls it."""
        return told.name(self.opportunity.employer)

    @property
    def role(self) -> str:
        """The job inside a sentence, as precisely as it is known."""
        role = told.role(self.opportunity.role or "", self.language)
        if role:
            return self.line("role.named", role=role, employer=self.employer)
        return self.line("role.unnamed", employer=self.employer)

    @property
    def met_on(self) -> str | None:
        """The day of the talk; None when no Interview is known."""
        return None if self.interview is None else self.day(self.interview.start.astimezone(self._zone).date())

    def day(self, value: date) -> str:
        """A day, written out."""
        return format_date(value, self.line("day"), locale=self.language)

    def moment(self, value: datetime) -> str:
        """A day with a clock time, both at the employer, who reads them (R36)."""
        there = value.astimezone(self._zone)
        key = (
            "moment"
            if there.utcoffset() == value.astimezone(zone_of(self.known.person)).utcoffset()
            else "moment.theirs"
        )
        return self.line(key, day=self.day(there.date()), clock=words.clock(there))

    @property
    def _zone(self) -> ZoneInfo:
        return ZoneInfo(self.opportunity.zone) if self.opportunity.zone else zone_of(self.known.person)

    @property
    def greeting(self) -> str:
        """By name when one person reads it; an agency's consultant is not among the interviewers."""
        names = self.interview.interviewers if self.interview and not self.opportunity.via_agency else ()
        reader = self.to or (names[0] if len(names) == 1 else "")
        is_whole = self.language in WHOLE_NAMES and self.address != DU
        called = told.name(reader) if is_whole else told.called(reader)
        return self.line("greeting.named", name=called) if called else self.line("greeting")

    def begun(self, first: str) -> str:
        """The first line as it stands behind the greeting."""
        capital = re.match(rf"(?:Sie|Ihr\w*|{re.escape(self.employer)})\b", first) is not None
        small = self.language in SMALL_AFTER_GREETING and self.greeting.endswith(",") and not capital
        return first[:1].lower() + first[1:] if small else first

    def opening(self, said: str) -> str:
        """How a call begins: who it is, and about what unless that is `said` next."""
        key = "phone" if self.role in said else "phone.role"
        return self.line(key, name=self.me, role=self.role) if self.me else self.line(f"{key}.unnamed", role=self.role)


def letter(facts: Facts, subject: str, lines: Iterator[Line]) -> Draft:
    """A mail; on the phone, what to say; elsewhere a message without a subject."""
    if facts.channel is Channel.PHONE:
        return script(facts, lines)
    text = _fitting(facts, list(lines))
    return Draft(subject if facts.channel in (None, Channel.EMAIL) else None, text)


def script(facts: Facts, lines: Iterator[Line]) -> Draft:
    """What to say on the phone: who is calling and about what, then only what must be said."""
    said = " ".join(line.text for line in lines if line.need is Need.MUST)
    return Draft(None, f"{facts.opening(said)} {said}")


def _fitting(facts: Facts, lines: list[Line]) -> str:
    most_lines, most_words = LIMITS[facts.style]
    if facts.style is Style.SHORTER:
        lines = [line for line in lines if line.need is not Need.EXTRA]
    spare = sorted((line for line in lines if line.need is not Need.MUST), key=lambda line: line.need)
    while spare and (len(lines) > most_lines or len(_signed(facts, lines).split()) > most_words):
        lines.remove(spare.pop())
    return _signed(facts, lines)


def _signed(facts: Facts, lines: Sequence[Line]) -> str:
    texts = [line.text for line in lines]
    body = (facts.begun(texts[0]), *texts[1:]) if texts else ()
    return "\n".join((facts.greeting, "", *body, "", facts.line("regards"), facts.me)).rstrip()


def _voices(style: Style, via_agency: bool, address: str = "") -> Iterator[str]:
    """The endings under which the catalogue may keep a line, the most fitting first."""
    if address:
        yield from (f".{style}.{address}", f".{address}")
    reader = ".agency" if via_agency else ""
    if style is not Style.PLAIN:
        yield f".{style}{reader}"
    yield reader
    if style is not Style.PLAIN:
        yield f".{style}"
    yield ""


@cache
def _ways(name: str, language: str) -> tuple[str, ...]:
    """The catalogue's entries for a line: the line itself, or `.1`, `.2` … when there are several ways to say it."""
    if _exists(name, language):
        return (name,)
    numbered: list[str] = []
    while _exists(f"{name}.{len(numbered) + 1}", language):
        numbered.append(f"{name}.{len(numbered) + 1}")
    return tuple(numbered)


def _exists(name: str, language: str) -> bool:
    try:
        words.plain(name, language)
    except words.NoWords:
        return False
    except KeyError:  # it exists, and has places to fill
        return True
    return True
