"""What is read in a calendar file, as frozen values, and what may be asked of the reading.

Quiet, and light: the bot imports these, while the libraries that read live in the child process alone.
Moments are aware and in UTC; whole days are dates, whose end is exclusive.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

Moment = datetime | date
LONGEST_FILE = 10_000_000
"""Bytes. A year of a busy calendar is about a twentieth of it."""
LONGEST_TITLE = 200


class Reason(StrEnum):
    """Why a file gives nothing to plan; the words are `calendar.rejected.<reason>`."""

    EMPTY = "empty"
    TOO_BIG = "too_big"
    TOO_HEAVY = "too_heavy"
    PICTURE = "picture"
    ARCHIVE = "archive"
    DOCUMENT = "document"
    WEB_PAGE = "web_page"
    NOT_A_CALENDAR = "not_a_calendar"
    MAIL_WITHOUT_CALENDAR = "mail_without_calendar"
    CUT_OFF = "cut_off"
    NO_EVENT = "no_event"
    NO_START = "no_start"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Rejected:
    """Nothing to plan."""

    reason: Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """How new a VEVENT is: SEQUENCE, DTSTAMP and LAST-MODIFIED, as written in it."""

    sequence: int = 0
    stamp: datetime | None = None
    modified: datetime | None = None


UNNUMBERED = Version()


@dataclass(frozen=True, slots=True, kw_only=True)
class Occurrence:
    """One event at one time. Every text is a stranger's, as it stands in the file: see `shown`."""

    uid: str | None
    start: Moment
    end: Moment
    end_known: bool = True
    """False: the file gives no usable end; `end` is then the start, or the day after an all-day start."""
    recurrence: Moment | None = None
    """Which one of a series this is: the start that the rule gave it. None: there is only one."""
    override: bool = False
    """Whether a VEVENT of its own tells about this one of a series."""
    summary: str | None = None
    description: str = ""
    location: str = ""
    organizer: str = ""
    """Address or name of who sent it."""
    status: str | None = None
    cancelled: bool = False
    """By METHOD, STATUS or, as Outlook's feeds do it, by the title alone."""
    version: Version = UNNUMBERED
    zone: str | None = None
    """The zone that the file names, as an IANA name where it is one."""
    floating: bool = False
    """The file names no zone that anybody knows, so one was assumed: say which, or ask."""
    unknown_zone: str | None = None

    @property
    def all_day(self) -> bool:
        """Whether it is a day, not a time."""
        return not isinstance(self.start, datetime)

    @property
    def title(self) -> str:
        """The summary, fit to be shown."""
        return shown(self.summary or "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cancellation:
    """A VEVENT that takes something back: all of `uid`, or one of its series."""

    uid: str
    recurrence: Moment | None = None
    version: Version = UNNUMBERED


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What stands in a file: occurrences in order of start, end, uid and summary."""

    occurrences: tuple[Occurrence, ...] = ()
    cancellations: tuple[Cancellation, ...] = ()
    method: str | None = None
    more: bool = False
    """Whether there are further occurrences than were asked for."""
    whole: bool = True
    """Whether every calendar in it is closed; a page that is not whole is no news of what is gone."""
    skipped: int = 0
    """How many VEVENTs could not be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Interest:
    """Which events of a feed matter: possible interviews, and those that are planned already."""

    employers: tuple[str, ...] = ()
    uids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is asked of a reading."""

    zone: str = "UTC"
    """IANA zone of the Person, for times without one."""
    window: tuple[datetime, datetime] | None = None
    """Only what starts in it, both ends included; None: all time."""
    interest: Interest | None = None
    """None: every event."""
    limit: int = 500
    """Occurrences."""
    recurring: bool = True
    """False: of every series only the first occurrence, for files whose rules proved too heavy."""


def shown(text: str) -> str:
    """A stranger's text fit to be shown: one line, no marks of direction or control, at most 200 characters."""
    visible = "".join(" " if letter.isspace() else letter for letter in text if _is_visible(letter))
    single = re.sub(" +", " ", visible).strip()
    return single if len(single) <= LONGEST_TITLE else single[: LONGEST_TITLE - 1] + "…"


def _is_visible(letter: str) -> bool:
    return letter.isspace() or unicodedata.category(letter) not in ("Cc", "Cf", "Cs", "Co", "Cn")
