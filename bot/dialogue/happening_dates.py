"""The days and moments that a told fact names, and whether they can be right.

Quiet, and only about time: what a day means for a fact, and what is said about it, lives beside the facts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

from bot.dialogue.talk import Talk
from bot.hear.times import Ask, InterviewRead, Unknown, WindowRead, read_window
from storage.facts import EventType

_WEEKDAY = r"(?:mon|tue|wed|thu|fri|sat|sun)\w*"
_STRONG = re.compile(r"\b(?:no later than|at the latest|by|until|till|before|due|deadline|back)\b", re.IGNORECASE)
_WEAK = re.compile(
    rf"\b(?:from|after|starting|not before|on|within|in|for|next|this|(?:the )?end of|the \d|\d|tomorrow|today|tonight"
    rf"|yesterday|{_WEEKDAY})\b",
    re.IGNORECASE,
)
_RANGE = re.compile(
    r"\b(?:from|between)\s+(?P<first>.+?)\s+(?:to|until|till|through|and|–|-)\s+(?P<last>.+)", re.IGNORECASE
)
_BACK = re.compile(r"\b(?:back|return\w*)\b(?: \w+){0,3}? (?P<day>(?:on|in|from|next|tomorrow).*)", re.IGNORECASE)
_LASTING = re.compile(r"^for (?=(?:an?|one|two|three|four|five|six|\d+|another|the next)\b)", re.IGNORECASE)
_ASK_ON = re.compile(
    r".*\b(?:ask|call|ring|phone|write|e-?mail|check in|follow(?:ing)? up|get in touch|contact|reach out"
    r"|ping)\b(?P<day>.*)",
    re.IGNORECASE | re.DOTALL,
)
_AGO = re.compile(r"\b(?P<n>\d+|an?|one|two|three|four|five|six) (?P<unit>day|week)s? ago\b", re.IGNORECASE)
_NUMBERS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_LAST = re.compile(rf"\b(?:last|this past|on|past)\s+(?P<day>{_WEEKDAY}|week)\b", re.IGNORECASE)
_EARLIER = re.compile(
    r"\b(?:yesterday|(?:on )?(?:the )?\d{1,2}(?:st|nd|rd|th)?(?: of)? [a-z]{3,9}|(?:on )?[a-z]{3,9} \d{1,2}(?:st|nd"
    r"|rd|th)?"
    r"|on the \d{1,2}(?:st|nd|rd|th)?)\b",
    re.IGNORECASE,
)
A_YEAR_OFF = timedelta(days=300)
"""A day named without its year that is read this far ahead was meant in the year before."""
NOON = time(12)

FIELD: dict[EventType, str] = {
    EventType.PROCESS_PAUSED: "until",
    EventType.RECRUITER_AWAY: "until",
    EventType.SILENCE_MEANS_NO: "until",
    EventType.VERBAL_OFFER: "until",
    EventType.OFFER: "deadline",
    EventType.COMPETING_OFFER: "deadline",
    EventType.REQUEST: "deadline",
    EventType.INVITED_FOLLOW_UP: "since",
}
"""What the day means that is told with a fact of each kind."""
NEEDS_A_DAY = (EventType.RECRUITER_AWAY, EventType.INVITED_FOLLOW_UP, EventType.COMPETING_OFFER)
"""Without a day, these facts change nothing: it is asked for."""


def dates_of(talk: Talk, kind: EventType, text: str) -> dict[str, date]:
    """The days at the employer that `text` names, by the field of the Event they belong to."""
    if kind is EventType.RECRUITER_AWAY:
        return _absence(talk, text)
    asked = _ASK_ON.match(text) if kind is EventType.INVITED_FOLLOW_UP else None
    read = window_in(talk, asked["day"] if asked and asked["day"].strip() else text)
    if read is None or kind not in FIELD:
        return {}
    ends = (read.earliest, read.latest) if kind is EventType.INVITED_FOLLOW_UP else (read.latest, read.earliest)
    return {FIELD[kind]: next(day for day in ends if day is not None)}


def passed(talk: Talk, dates: dict[str, date]) -> date | None:
    """The last day named, when it is over already: it cannot be what they said."""
    last = max(dates.values(), default=None)
    return last if last is not None and last < talk.here.date() else None


def _absence(talk: Talk, text: str) -> dict[str, date]:
    """First and last day of a leave; "back on Monday" ends the day before."""
    back = _BACK.search(text)
    day = back and day_in(talk, back["day"])
    if day:
        return {"until": day - timedelta(days=1)}
    stretch, language = _RANGE.search(text), talk.person.language
    if stretch:
        first = _read(talk, f"on {stretch['first']}")
        since = first and first.earliest
        last = since and _dated(read_window(stretch["last"], datetime.combine(since, NOON, talk.zone), language), since)
        if since and last:
            return {"since": since, "until": last.latest or last.earliest or since}
    read = window_in(talk, text)
    days = {"since": read.earliest, "until": read.latest or read.earliest} if read else {}
    return {field: day for field, day in days.items() if day is not None}


def day_in(talk: Talk, text: str) -> date | None:
    """The last day that a text names."""
    read = window_in(talk, text)
    return (read.latest or read.earliest) if read else None


def window_in(talk: Talk, text: str) -> WindowRead | None:
    """The days that a text names, whatever else it says."""
    reads = (_read(talk, phrase) for phrase in _phrases(text))
    return next((read for read in reads if read is not None), None)


def _phrases(text: str) -> Iterator[str]:
    for marks in (_STRONG, _WEAK):
        yield from (_LASTING.sub("in ", text[found.start() :]) for found in marks.finditer(text))
    yield text


def _read(talk: Talk, phrase: str) -> WindowRead | None:
    return _dated(talk.window_in(phrase), talk.here.date())


def _dated(read: WindowRead | Unknown | Ask, today: date) -> WindowRead | None:
    if not isinstance(read, WindowRead) or (read.latest or read.earliest) is None:
        return None
    earliest, latest = (_in_this_year(day, today) for day in (read.earliest, read.latest))
    return WindowRead(earliest=earliest, latest=latest)


def _in_this_year(day: date | None, today: date) -> date | None:
    if day is None or day - today < A_YEAR_OFF or day.month == 2:
        return day
    return day.replace(year=day.year - 1)


def moment_in(talk: Talk, text: str) -> datetime | None:
    """The day and clock time that a text names (UTC)."""
    read = talk.time_in(text)
    return read.start.astimezone(UTC) if isinstance(read, InterviewRead) else None


def past_in(talk: Talk, text: str) -> datetime:
    """When something was done: the day before now that a text names, else now (UTC).

    At noon there, or after the last interview of that day: what is told of afterwards came afterwards.
    """
    day = _past_day(talk, text)
    if day is None or day >= talk.here.date():
        return talk.now
    ends = [i.end for i in talk.known.interviews if i.end.astimezone(talk.zone).date() == day and not i.cancelled]
    return max([datetime.combine(day, NOON, talk.zone).astimezone(UTC), *ends])


def _past_day(talk: Talk, text: str) -> date | None:
    if re.search(r"\blast (night|evening)\b", text, re.IGNORECASE):
        return talk.here.date() - timedelta(days=1)
    ago = _AGO.search(text)
    if ago:
        n = _NUMBERS.get(ago["n"].casefold()) or int(ago["n"])
        return talk.here.date() - timedelta(days=min(n, 500) * (7 if ago["unit"].casefold() == "week" else 1))
    last = _LAST.search(text)
    if last:
        day = "Friday" if last["day"].casefold() == "week" else last["day"]
        return _latest(talk, day, whole_weeks=last["day"].casefold() == "week", last="last" in last[0].casefold())
    said = _EARLIER.search(text)
    return _latest(talk, said[0]) if said else None


def _latest(talk: Talk, phrase: str, *, whole_weeks: bool = False, last: bool = False) -> date | None:
    """The latest day of that name that is not ahead; `whole_weeks`: not in the current week either."""
    read = _read(talk, phrase)
    day, today = (read.latest or read.earliest) if read else None, talk.here.date()
    limit = today - timedelta(days=today.weekday() + 1) if whole_weeks else today
    if day is None or not re.search(rf"\b{_WEEKDAY}", phrase, re.IGNORECASE):
        return day
    if day > limit:
        day -= timedelta(days=7 * -(-(day - limit).days // 7))
    if day >= limit - timedelta(days=1) and not whole_weeks and last:
        day -= timedelta(days=7)  # who means yesterday says so
    return day
