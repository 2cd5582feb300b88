"""What a Draft may speak of, and the voice that it is written in: language, address, country, place in a panel."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from babel.dates import format_date

from bot import words
from bot.coaching.contact_people import one_reader
from bot.coaching.drafts import addressing, houses, told
from bot.coaching.drafts.mentioning import KEEP_IN_MIND, mentions
from bot.coaching.drafts.spelling import in_full
from bot.coaching.drafts.talk_day import day_of, how_long_ago
from bot.coaching.drafts.ways import turn, voices, ways
from scheduler.calendar_days import country_of
from scheduler.nudges import zone_of
from storage.facts import Channel, Interview, Known, Mood, Opportunity


class Style(StrEnum):
    """How a Draft sounds."""

    PLAIN = "plain"
    SHORTER = "shorter"
    WARMER = "warmer"
    SOFTER = "softer"
    """Asked for in words only: the question without any push."""


WHOLE_NAMES = ("de",)
"""Languages in which who is not yet a friend is greeted by the whole name: "Guten Tag Anna Weber,"."""
FAMILIAR = ("de",)
"""Languages that speak to a friend in another way."""
DU, LOOSE, DATED = "du", "loose", "dated"
"""How letters are to be; `dated`: the talk is named by its weekday, which stays true whenever the letter goes."""
SMALL_AFTER_GREETING = ("de",)
"""Languages in which a letter goes on small behind the comma of its greeting."""
SWISS = ("CH", "LI")


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
    now: datetime | None = None
    """When it is written; None: nothing is said of how long ago the talk was."""
    mention: str = ""
    """What the Person asked to have in it, in their own words."""
    is_goodbye: bool = False
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
        kept = voices(self.style, via_agency=self.opportunity.via_agency, address=self.address)
        known = (ways(f"draft.{key}{voice}", self.language) for voice in kept)
        found = next(filter(None, known), (f"draft.{key}",))
        met = self.interview.interviewers if self.interview else ()
        return words.plain(found[(self.place + turn(self.opportunity.id, met)) % len(found)], self.language, **params)

    @property
    def me(self) -> str:
        """The name under a Draft."""
        return told.name(self.known.person.name)

    @property
    def signed(self) -> str:
        """The name as it stands under a letter: the first one between people who say "du"."""
        return told.called(self.me) if self.address == DU else self.me

    @property
    def regards(self) -> str:
        """What stands above it."""
        return self.line("regards.us" if self._is_formal_us else "regards")

    @property
    def employer(self) -> str:
        """The employer, as the Person calls it."""
        return houses.named(told.name(self.opportunity.employer))

    @property
    def there(self) -> str:
        """ "At Northwind", as the letter's language says it."""
        return houses.at(told.name(self.opportunity.employer), self.language)

    @property
    def job(self) -> str:
        """The bare name of the job; empty where it is not known."""
        return told.role(self.opportunity.role or "", self.language)

    @property
    def role(self) -> str:
        """The job inside a sentence, as precisely as it is known."""
        return self._job_in("role")

    def _job_in(self, key: str) -> str:
        return self.line(f"{key}.{'named' if self.job else 'unnamed'}", role=self.job, there=self.there)

    @property
    def title(self) -> str:
        """The job as it begins a subject; the application where it is not known what job it is."""
        said = self._job_in("title")
        return said[:1].upper() + said[1:]

    @property
    def asks_to_be_kept_in_mind(self) -> bool:
        """Whether the Person asked to have that wish in it."""
        return any(key == KEEP_IN_MIND for key, _ in mentions(self.mention, self.language))

    @property
    def was_good(self) -> bool:
        """Whether the talk went well, as far as the Person said."""
        return self.interview is not None and self.interview.mood in (Mood.GREAT, Mood.FINE)

    @property
    def met_on(self) -> str | None:
        """The day of the talk; None when no Interview is known."""
        return None if self.interview is None else self.day(self.interview.start.astimezone(self._zone).date())

    @property
    def when(self) -> str:
        """How long ago the talk was for who reads it, behind a word: " this morning", " on Tuesday"; may be empty."""
        there = self._zone
        key = how_long_ago(self.interview, self.now, there, may_go_later=DATED in self._manners)
        if key is None or self.interview is None:
            return ""
        start = self.interview.start.astimezone(there).date()
        return " " + self.line(key, day=format_date(start, "EEEE", locale=self.language))

    @property
    def on_day(self) -> str:
        """The day of the talk behind a word: " on Tuesday" in its week, then " on 1 December"; may be empty."""
        found = day_of(self.interview, self.now, self._zone)
        if found is None:
            return ""
        day, is_near = found
        pattern = "EEEE" if is_near else self.line("date.us" if self._is_us else "date")
        return " " + self.line("when.day", day=format_date(day, pattern, locale=self.language))

    @property
    def _is_us(self) -> bool:
        return self.language == "en" and self.country == "US"

    @property
    def named_day(self) -> date | None:
        """The day by which they meant to answer, as they said last; None: they named none."""
        moved = [e for e in self.known.events if e.opportunity_id == self.opportunity.id and e.latest is not None]
        newest = max(moved, key=lambda event: event.at, default=None)
        return newest.latest if newest else self.interview.window_latest if self.interview else None

    @property
    def today(self) -> date | None:
        """The day at the reader's."""
        return self.now.astimezone(self._zone).date() if self.now else None

    @property
    def country(self) -> str | None:
        """Where it is read: it decides how a letter begins and ends."""
        return self.opportunity.country or country_of(self._zone.key)

    def day(self, value: date) -> str:
        """A day, written out."""
        key = "day.us" if self._is_us else "day"
        return format_date(value, self.line(key), locale=self.language)

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
        reader = self._reader
        is_whole = self.language in WHOLE_NAMES and self.address != DU
        called = told.name(reader) if is_whole else told.called(reader)
        if self._is_formal_us:
            return self.line("greeting.titled.us", name=re.sub(r"^(Ms|Mrs|Mr)\b\.?", r"\1.", called))
        key = addressing.greeting(reader, is_said=self.channel in (Channel.PHONE, Channel.TEXT))
        key = "greeting.text" if key == "greeting.named" and self.channel is Channel.TEXT else key
        said = self.line(key, name=called) if called else self.line("greeting")
        return said.rstrip(",") if self._is_swiss else said

    @property
    def _reader(self) -> str:
        return addressing.addressed(self.to or one_reader(self.known, self.opportunity, self.interview), self.language)

    @property
    def _is_formal_us(self) -> bool:
        return self._is_us and not self.address and told.is_titled(self._reader)

    @property
    def _is_swiss(self) -> bool:
        return self.country in SWISS and self.language in WHOLE_NAMES

    def spelled(self, text: str) -> str:
        """As it is written where it is read: there is no ß in Switzerland, and "I'd" is not formal."""
        is_formal = self.language == "en" and self.channel in (None, Channel.EMAIL) and not self.address
        text = in_full(text) if is_formal and told.is_titled(self._reader) else text
        return text.replace("ß", "ss") if self._is_swiss else text

    def begun(self, first: str) -> str:
        """The first line as it stands behind the greeting."""
        capital = re.match(rf"(?:Sie|Ihr\w*|{re.escape(self.employer)})\b", first) is not None
        small = self.language in SMALL_AFTER_GREETING and self.greeting.endswith(",") and not capital
        return first[:1].lower() + first[1:] if small else first

    def opening(self, said: str) -> str:
        """How a call begins: who it is, and about what unless that is `said` next."""
        key = "phone" if self.role in said else "phone.role"
        return self.line(key, name=self.me, role=self.role) if self.me else self.line(f"{key}.unnamed", role=self.role)
