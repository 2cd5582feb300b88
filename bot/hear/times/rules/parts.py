"""Parts of a week, a month and longer stretches: "early next week", "mid to late December", "EOM"."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.hear.times import spans
from bot.hear.times.answers import Reason
from bot.hear.times.days import plus
from bot.hear.times.line import Hit
from bot.hear.times.rule import WINDOWS, Meaning, Rule
from bot.hear.times.values import Grain, Span, Trouble

NAMES = ("early", "mid", "late", "finish", "firsthalf", "secondhalf", "rest", "later")
PART = "(early|mid|late|finish|firsthalf|secondhalf|rest|later)"


def part_of_span(hit: Hit) -> Meaning:
    """Early next week, the end of May."""
    name = next(word for word in hit.words if word in NAMES)
    return _checked(hit, spans.part(hit.at, name, hit[0]), this=True)


def part_of_next(hit: Hit) -> Meaning:
    """The beginning of next, after something about this one."""
    name = next(word for word in hit.words if word in NAMES)
    for item in reversed(hit.line.items[: hit.first]):
        span = item.value
        grain = (span.of or span.grain) if isinstance(span, Span) else None
        if grain is Grain.MONTH:
            return spans.part(hit.at, name, spans.month_from(hit.at, 1))
        if grain is not None:
            week = spans.week(hit.at, 1)
            return week if isinstance(week, Trouble) else spans.part(hit.at, name, week)
    return None


def part_of_following(hit: Hit) -> Meaning:
    """The beginning of the following, after something about a week or a part of one."""
    name = next(word for word in hit.words if word in NAMES)
    named = next((item.value for item in reversed(hit.line.items[: hit.first]) if isinstance(item.value, Span)), None)
    if named is None or Grain.WEEK not in (named.grain, named.of):
        return None
    return spans.part(hit.at, name, spans.week_of(plus(named.last, 7)))


def part_of_the(hit: Hit) -> Meaning:
    """The end of the week, mid-month: the part of this one, or of the next where this one's is over."""
    name = next(word for word in hit.words if word in NAMES)
    whole = _bare(hit, 0)
    if isinstance(whole, Trouble):
        return whole
    found = spans.part(hit.at, name, whole)
    over = isinstance(found, Span) and found.last < hit.at.today + timedelta(days=name == "mid" or _begun(hit, name))
    following = _bare(hit, 1)
    if over and not hit.has("this") and isinstance(following, Span):
        found = spans.part(hit.at, name, following)
    return _checked(hit, found, this=hit.has("this"))


def _begun(hit: Hit, name: str) -> bool:
    """The start of the week, said when it has begun."""
    return name == "early" and hit.has("week") and hit.at.today.weekday() > 0


def _bare(hit: Hit, steps: int) -> Span | Trouble:
    unit = next(word for word in hit.words if word in ("week", "month", "quarter", "year"))
    if unit == "week":
        week = hit.at.work_week
        begun = (hit.at.today.weekday() - week.begins) % 7 >= week.days  # it is over, and the next has as good as begun
        if begun and (hit.has("this") or not hit.has("early", "mid", "firsthalf")):
            return Trouble(Reason.AMBIGUOUS, "week")
        return spans.week_of(plus(hit.at.today, 7 * (steps + begun - (begun and steps == 1))), week)
    if unit == "month":
        return spans.month_from(hit.at, steps)
    return spans.quarter_from(hit.at, steps) if unit == "quarter" else spans.year(hit.at, hit.at.today.year + steps)


def _checked(hit: Hit, found: Span | Trouble, *, this: bool) -> Meaning:
    """A part that is over is nothing anyone would promise."""
    if isinstance(found, Span) and this and found.last < hit.at.today:
        return Trouble(Reason.PAST, "part")
    return found


def two_parts(hit: Hit) -> Meaning:
    """Mid to late December; the middle or end of next week."""
    names = [word for word in hit.words if word in NAMES]
    whole = hit.last if hit.values else _bare(hit, 0)
    if isinstance(whole, Trouble):
        return whole
    assert isinstance(whole, Span)
    first, last = (spans.part(hit.at, name, whole) for name in (names[0], names[-1]))
    if isinstance(first, Trouble) or isinstance(last, Trouble):
        return first if isinstance(first, Trouble) else last
    if last.last < first.first:
        return Trouble(Reason.CONTRADICTION, "part")
    return _checked(hit, replace(first, last=last.last, by=last.by, ends=False), this=bool(hit.values))


def end_of(unit: str) -> tuple[str, ...]:
    return ("finish", unit)


def part_of_day(hit: Hit) -> Meaning:
    """The end of Friday is Friday."""
    return hit[0] if hit[0].grain in (Grain.DAY, Grain.HOLIDAY) else None


def part_of_this_or_next(hit: Hit) -> Meaning:
    """The end of this or the beginning of next week."""
    names = [word for word in hit.words if word in NAMES]
    wholes = [spans.month_from(hit.at, n) if hit.has("month") else spans.week(hit.at, n) for n in (0, 1)]
    first, last = (
        whole if isinstance(whole, Trouble) else spans.part(hit.at, name, whole)
        for name, whole in zip(names, wholes, strict=True)
    )
    if isinstance(first, Trouble) or isinstance(last, Trouble):
        return first if isinstance(first, Trouble) else last
    return replace(last, first=first.first)


EARLY = (
    Rule(
        "part of this or of next week",
        f"{PART}( of)? this( ,)?( or| /| and| to)( the)? {PART}( of)?( the)? next (week|month)",
        part_of_this_or_next,
        ("end of this or early next week -> 2026-06-12..2026-06-16",),
        WINDOWS,
    ),
)

WHOLE = "<(week|month|quarter|year|weekend)>"

RULES = (
    Rule("end of a period by its letters", "eow", lambda _: end_of("week"), ("by EOW -> ..2026-06-12",)),
    Rule("end of the month by its letters", "eom", lambda _: end_of("month"), ("EOM -> 2026-06-30",)),
    Rule("end of the quarter by its letters", "eoq", lambda _: end_of("quarter"), ("by EOQ -> ..2026-06-30",)),
    Rule("end of the year by its letters", "eoy", lambda _: end_of("year"), ("by EOY -> ..2026-12-31",)),
    Rule("middle of the week", "midweek", lambda _: ("mid", "week"), ("midweek -> 2026-06-17",)),
    Rule(
        "stretch and its part",
        f"{WHOLE}( ,)? {PART}( of| in)?( the)? (week|month|quarter|year)",
        part_of_span,
        ("next week, midweek -> 2026-06-17", "in July, towards the end of the month -> 2026-07-21..2026-07-31"),
    ),
    Rule(
        "stretch and a part of it",
        f"{WHOLE}( ,)?( in| at| on)?( the)? (early|mid|late|finish|firsthalf|secondhalf)( of (it|that))?{{end}}",
        part_of_span,
        ("next week, probably the first half -> 2026-06-15..2026-06-17", "next week, late -> 2026-06-18..2026-06-19"),
    ),
    Rule(
        "part of the week and the week",
        "{PART}( of| in)?( the)? week( of)? <week>".replace("{PART}", PART),
        part_of_span,
        ("mid-week next week -> 2026-06-17",),
    ),
    Rule(
        "first thing in a week",
        "firstthing( of| in)? <week>",
        lambda hit: spans.part(hit.at, "early", hit[0]),
        ("first thing next week -> 2026-06-15..2026-06-16",),
        WINDOWS,
    ),
    Rule(
        "two parts of one stretch",
        f"{PART}( ,)?( to| until| or| and| -| /)+( the)? {PART}( of| in)?( the)? {WHOLE}",
        two_parts,
        ("mid to late July -> 2026-07-11..2026-07-31",),
    ),
    Rule(
        "two parts of this one",
        f"{PART}( ,)?( to| or| and| -| /)+( the)? {PART}( of| in)?( the| this)? (week|month)",
        two_parts,
        ("beginning to middle of the week -> 2026-06-08..2026-06-10",),
    ),
    Rule(
        "part of a stretch",
        f"(the )?{PART}( of| in| on)?( the)? {WHOLE}",
        part_of_span,
        ("early next week -> 2026-06-15..2026-06-16", "by mid-July -> ..2026-07-15", "end of July -> 2026-07-31"),
    ),
    Rule(
        "part of this one",
        f"(the )?{PART}( of| in| on)?( the| this)? (week|month|quarter|year)(?! (<|commencing|of) )",
        part_of_the,
        ("by the end of the week -> ..2026-06-12", "rest of the week -> ..2026-06-12"),
    ),
    Rule(
        "part of the next one",
        f"(the )?{PART}( of| in)?( the)? next(?= ([,¶]|latest|at|and|or|if|$))",
        part_of_next,
        ("the end of the month or the beginning of next -> 2026-06-30..2026-07-10",),
    ),
    Rule(
        "part of the following one",
        f"(the )?{PART}( of| in)?( the)? following( <num>)?(?= ([,¶]|latest|at|and|or|if|$))",
        part_of_following,
        ("end of next week or beginning of the following -> 2026-06-19..2026-06-23",),
        WINDOWS,
    ),
    Rule(
        "some other part",
        f"(the )?(_|half|<num>|<nth>|<ord>) of( the)? {WHOLE}",
        lambda _: Trouble(Reason.AMBIGUOUS, "part"),
        ("the first decade of July -> ask ambiguous",),
        WINDOWS,
    ),
    Rule(
        "part of a day",
        "(the )?(early|mid|late|finish|later)( of| in| on)?( the)? {day}",
        part_of_day,
        ("by the end of Friday -> ..2026-06-12",),
    ),
)
