"""On which days an employer works, and when it is closed: told days, which are no answer dates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from babel.dates import get_day_names

from bot.hear.act import Act
from bot.hear.clause import Clause, Context, Keyed, Rule, Subject, on
from bot.hear.times import WindowRead, read_window
from bot.hear.vocabulary import LANGUAGES

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
USUAL = frozenset(range(5))
EVERY_DAY, MOST_OFF = frozenset(range(7)), 3
MONDAY_TO_SATURDAY = frozenset(range(6))
LONGEST = timedelta(days=120)
"""A time for which a firm is closed; longer ones are slips, or no closing."""
_UNTIL_REOPENING = re.compile(r"\b(until|till|til)\b", re.IGNORECASE)
_TELLS_DAYS = re.compile(
    r"\b(?:from|between|until|till|til|through|on|over|vom|von|zwischen|bis|am|ab)\b|\d", re.IGNORECASE
)
_CLOSING = re.compile(r"\b(?:closed|shut|down|geschlossen|zu|dicht|betriebs\w+|werksferien)\b", re.IGNORECASE)
_BETWEEN_YEARS = re.compile(
    r"\bbetween (?:christmas|xmas)(?: day)? and (?:the )?new year|\bbetween the (?:years|holidays)\b"
    r"|\bzwischen (?:den (?:jahren|feiertagen)|(?:weihnachten|heiligabend) und (?:neujahr|silvester|dreikönig))",
    re.IGNORECASE,
)
_OVER_CHRISTMAS = re.compile(
    r"\b(?:over|for|at) (?:christmas|xmas)(?!\W{0,3}(?:and|until|till|to|-)\b)"
    r"|\b(?:über|an) (?:weihnachten|die weihnachtstage|den weihnachtstagen)(?! bis)\b",
    re.IGNORECASE,
)
_BACK = re.compile(r"\b(re-?opens?|back|wieder (da|offen|auf|im haus))\b", re.IGNORECASE)


def work_week(clause: Clause, context: Context) -> Iterator[Act]:
    """They work Sunday to Thursday, their office works on Saturdays too, freitags ist da keiner."""
    if clause.subject in (Subject.I, Subject.YOU) or clause.says("no_work_week") or not _is_theirs(clause, context):
        return
    found = _days_told(clause)
    if found is not None and found != frozenset():
        yield clause.act("work_week", about=clause.employer, days=tuple(DAYS[day] for day in sorted(found)))


def _is_theirs(clause: Clause, context: Context) -> bool:
    return bool(context.scene.employers or clause.employer)


def _days_told(clause: Clause) -> frozenset[int] | None:
    """The working days that a clause tells, Monday is 0."""
    text = clause.text.casefold()
    names = "|".join(sorted(_weekdays(), key=len, reverse=True))
    if clause.says("six_days"):
        return MONDAY_TO_SATURDAY
    between = re.search(rf"\b({names})\s*(?:to|through|thru|until|till|bis|-|–)\s*({names})\b", text)
    if between:
        first, last = (_weekdays()[name] for name in between.groups())
        return frozenset((first + more) % 7 for more in range((last - first) % 7 + 1))
    told = frozenset(_weekdays()[name] for name in re.findall(rf"\b({names})\b", text))
    if not told:
        return None
    if clause.says("weekend_days"):
        return EVERY_DAY - told if len(told) <= MOST_OFF and _is_plural(text) else None
    if clause.says("works_not", "closed_word") or clause.negated:
        return USUAL - told if told <= USUAL and _is_plural(text) else None
    return USUAL | told if clause.says("works_too") and _is_plural(text) else None


def _is_plural(text: str) -> bool:
    """Whether every such day is meant, not the coming one: Fridays, samstags, jeden Freitag, am Samstag auch."""
    return (
        re.search(r"days\b|tags\b|abends\b|\b(every|each|jeden|immer|never|nie)\b|wochenende|weekend", text) is not None
    )


@cache
def _weekdays() -> dict[str, int]:
    """Every name of a weekday, and its plural."""
    found: dict[str, int] = {}
    for language in LANGUAGES:
        for width in ("wide", "abbreviated"):
            for day, name in get_day_names(width, locale=language).items():
                low = name.casefold().rstrip(".")
                found |= {low: day, f"{low}s": day}
    return found | {"sonnabend": 5, "sonnabends": 5}


def closed(clause: Clause, context: Context) -> Iterator[Act]:
    """The office is closed from the 24th to the 2nd, Betriebsferien bis 8. Januar."""
    if clause.subject is Subject.I or not is_told(clause) or not _is_theirs(clause, context):
        return
    here = context.scene.now
    feast = _over_feast(clause.text, here.date())
    if feast is not None:
        yield clause.act("closed", about=clause.employer, **{"from": feast[0], "until": feast[1]})
        return
    read = read_window(_dates(clause.text), here, clause.language)
    days = _closing(clause, read, here.date()) if isinstance(read, WindowRead) else None
    if days is not None and timedelta() <= days[1] - days[0] <= LONGEST:
        yield clause.act("closed", about=clause.employer, **{"from": days[0], "until": days[1]})


def _over_feast(text: str, today: date) -> tuple[date, date] | None:
    """The days of the turn of the year, as people name them without dates."""
    year = today.year - (today.month == 1 and today.day == 1)
    if _BETWEEN_YEARS.search(text):
        return date(year, 12, 24), date(year + 1, 1, 1)
    return (date(year, 12, 24), date(year, 12, 26)) if _OVER_CHRISTMAS.search(text) else None


def _dates(text: str) -> str:
    """The part of a clause that tells days: what stands before it would be read as no answer."""
    found = _TELLS_DAYS.search(text)
    return _CLOSING.sub(" ", text[found.start() :]) if found else ""


def _closing(clause: Clause, read: WindowRead, today: date) -> tuple[date, date] | None:
    """First and last day. "Closed until Monday" opens on Monday; "from Friday until Monday" has Monday in it."""
    if read.latest is None:
        return None
    back = _BACK.search(clause.text)
    if read.earliest is not None and not back:
        return read.earliest, read.latest
    opens = back or (clause.language == "en" and _UNTIL_REOPENING.search(clause.text))
    return today, read.latest - timedelta(days=1 if opens else 0)


def is_told(clause: Clause) -> bool:
    """Whether a clause speaks of being closed: no date in it is one of an answer."""
    nobody_works = clause.says("works_not") and _BETWEEN_YEARS.search(clause.text) is not None
    return (clause.says("closed_word") or nobody_works) and not clause.says("not_closed")


def they_meet(clause: Clause) -> bool:
    """Whether they sit down among themselves: "the panel meets on Monday" is no talk with the Person."""
    place = clause.where("they_meet")
    if (
        place is None
        or clause.subject is Subject.I
        or any(word.text in ("i", "we", "ich", "wir") for word in clause.words)
    ):
        return False
    with_me = clause.where("meets_me", place[1] if clause.language == "en" else 0)
    return with_me is None or (clause.language == "en" and with_me[0] > place[1] + 1)


RULES: tuple[Rule | Keyed, ...] = (
    on(work_week, "works_days", "works_too", "works_not", "six_days", "weekend_days", "closed_word"),
    on(closed, "closed_word", "works_not"),
)
