"""Readers of time to compare, Afterword and every library at hand, all answering in the form of the phrase files.

Each gets what it needs to know: the moment, the language, the order of day and month. What it finds is turned to its
favour: the last time of several, a day as a window of one day, a length counted from now.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from bot.hear.times import command
from bot.hear.times.context import Context, Kind, Order

Record = dict[str, Any]
Answer = dict[str, Any]
Reader = Callable[[Record], Answer]
ASK: Answer = {"ask": True}


def afterword(record: Record) -> Answer:
    return command.one(record["kind"], record["text"], record["now"], record["tz"], record.get("language", "en"))


def with_dateparser() -> Reader:
    from dateparser import search

    def read(record: Record) -> Answer:
        found = search.search_dates(
            record["text"],
            languages=[record.get("language", "en")],
            settings={
                "RELATIVE_BASE": datetime.fromisoformat(record["now"]),
                "PREFER_DATES_FROM": "future",
                "DATE_ORDER": "MDY" if month_first(record) else "DMY",
            },
        )
        return of_moment(record, found[-1][1] if found else None)

    return read


def with_parsedatetime() -> Reader:
    import parsedatetime

    calendar = parsedatetime.Calendar()

    def read(record: Record) -> Answer:
        found, status = calendar.parseDT(record["text"], sourceTime=datetime.fromisoformat(record["now"]))
        return of_moment(record, found if status else None)

    return read


def with_recognizers() -> Reader:
    import emoji

    if not hasattr(emoji, "UNICODE_EMOJI"):
        emoji.UNICODE_EMOJI = emoji.EMOJI_DATA  # its name up to emoji 1; the only thing the library lacks
    from recognizers_date_time import Culture, recognize_datetime

    def read(record: Record) -> Answer:
        found = recognize_datetime(record["text"], Culture.English, reference=datetime.fromisoformat(record["now"]))
        values = [value for one in found for value in (one.resolution or {}).get("values", ())]
        return of_value(record, values[-1]) if values else ASK

    return read


OTHERS = {"dateparser": with_dateparser, "parsedatetime": with_parsedatetime, "recognizers-text": with_recognizers}


def at_hand() -> tuple[dict[str, Reader], list[str]]:
    """Every reader that can be had, and why each of the others cannot."""
    found: dict[str, Reader] = {"Afterword": afterword}
    missing = []
    for name, make in OTHERS.items():
        try:
            found[name] = make()
        except ImportError as error:
            missing.append(f"{name}: {error}")
    return found, missing


def month_first(record: Record) -> bool:
    moment = datetime.fromisoformat(record["now"]).replace(tzinfo=ZoneInfo(record["tz"]))
    return Context(moment, Kind.WINDOW).order is not Order.DAY_FIRST


def of_moment(record: Record, moment: datetime | None) -> Answer:
    if moment is None:
        return ASK
    if record["kind"] == "window":
        return {"earliest": str(moment.date()), "latest": str(moment.date())}
    if record["kind"] == "snooze":
        return {"at": minute(moment)}
    return {"start": minute(moment), "end": None}


def of_value(record: Record, value: dict[str, str]) -> Answer:
    """A value of recognizers-text: a period, whose end lies just behind it, a length in seconds, or a moment."""
    now = datetime.fromisoformat(record["now"])
    try:
        if record["kind"] == "window" and ("start" in value or "end" in value):
            return {"earliest": value.get("start", "")[:10] or None, "latest": last_day(value)}
        if value.get("type") == "datetimerange":
            start, end = (minute(datetime.fromisoformat(value[name])) for name in ("start", "end"))
            return {"start": start, "end": end} if record["kind"] == "interview_time" else ASK
        if value.get("type") == "duration":
            return of_moment(record, now + timedelta(seconds=float(value["value"])))
        if value.get("type") == "time":
            return of_moment(record, datetime.fromisoformat(f"{now.date()} {value['value']}"))
        return of_moment(record, datetime.fromisoformat(value["value"]))
    except (KeyError, ValueError, OverflowError):
        return ASK


def last_day(value: dict[str, str]) -> str | None:
    """The last day of a period; "by" and "before" are the same to the library, and "by" is what people say."""
    if "end" not in value:
        return None
    end = date.fromisoformat(value["end"][:10])
    return str(end - timedelta(days="start" in value))


def minute(moment: datetime) -> str:
    return f"{moment:%Y-%m-%dT%H:%M}"
