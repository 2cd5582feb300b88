"""Which recurrence rules may reach the libraries: none below a day, beyond all measure, or on days that never come.

Quiet. An interview is never hourly, so an event whose rule is refused keeps its first occurrence.
"""

from __future__ import annotations

import re
from math import prod

MOST_RULES = 4
WIDEST_INTERVAL = 1000
MOST_TIMES_A_DAY = 24
MOST_VALUES = 400
FREQUENCIES = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY", "HOURLY", "MINUTELY", "SECONDLY")
_LONGEST_MONTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_LETTER_FREQUENCIES = {"D": "DAILY", "W": "WEEKLY", "MD": "MONTHLY", "MP": "MONTHLY", "YM": "YEARLY"}


class TooHeavy(ValueError):  # noqa: N818  reads as what it says
    """A rule that would be worth reading, if it were not below a day or beyond all measure."""


def is_harmless(rule: str) -> bool:
    """Whether a rule (in upper case) can be worked out in little time."""
    parts = _parts(rule)
    times = prod(len(parts.get(name, "0").split(",")) for name in ("BYHOUR", "BYMINUTE", "BYSECOND"))
    return (
        parts.get("FREQ") in FREQUENCIES[:4]
        and re.fullmatch(r"\A0*[1-9]\d{0,3}", parts.get("INTERVAL", "1"), re.ASCII) is not None
        and int(parts.get("INTERVAL", "1")) <= WIDEST_INTERVAL
        and times <= MOST_TIMES_A_DAY
        and rule.count(",") <= MOST_VALUES
        and _has_days(parts)
    )


def _has_days(parts: dict[str, str]) -> bool:
    """False for 30 February and its like."""
    if "BYMONTH" not in parts or "BYMONTHDAY" not in parts:
        return True
    months = [int(month) for month in parts["BYMONTH"].split(",") if re.fullmatch(r"0?[1-9]|1[012]", month)]
    days = [int(day) for day in parts["BYMONTHDAY"].split(",") if re.fullmatch(r"[+-]?\d{1,2}", day)]
    return any(0 < abs(day) <= _LONGEST_MONTHS[month - 1] for month in months for day in days)


def plain_rule(text: str) -> str:
    """A rule as the libraries take it, without what is the rule anyway (RSCALE=GREGORIAN).

    Raises ValueError for what is no rule, and TooHeavy for one that is refused.
    """
    rule = text.strip().upper().strip(";")
    if "=" not in rule:
        rule = from_vcalendar(rule)
    parts = _parts(rule)
    if re.search(r"\s", rule) or parts.get("FREQ") not in FREQUENCIES:
        raise ValueError(f"{text[:40]!r} is no rule")
    if parts.pop("RSCALE", "GREGORIAN") != "GREGORIAN" or parts.pop("SKIP", "OMIT") != "OMIT":
        raise ValueError(f"{text[:40]!r} is not of our calendar")
    rule = ";".join(f"{name}={value}" for name, value in parts.items())
    if not is_harmless(rule):
        raise TooHeavy(rule[:40])
    return rule


def from_vcalendar(text: str) -> str:
    """A rule of vCalendar 1.0, such as `W2 TU TH #10` or `MP1 2- FR 20261231T000000Z`, in today's form.

    Raises ValueError when it cannot be said.
    """
    kind, *words = text.split() or [""]
    found = re.fullmatch(r"(MD|MP|YM|D|W)(\d{1,3})", kind)
    if not found:
        raise ValueError(f"{text[:40]!r} is no rule")
    rule = [f"FREQ={_LETTER_FREQUENCIES[found[1]]}", f"INTERVAL={found[2]}"]
    rule += [f"COUNT={word[1:]}" for word in words if re.fullmatch(r"#[1-9]\d*", word)]
    rule += [f"UNTIL={word}" for word in words if re.fullmatch(r"\d{8}(T\d{6}Z?)?", word)]
    values = [word for word in words if re.fullmatch(r"[A-Z]{2}|\d{1,2}[+-]?|LD", word)]
    by = {"W": "BYDAY", "MP": "BYDAY", "MD": "BYMONTHDAY", "YM": "BYMONTH"}.get(found[1])
    if by and values:
        rule.append(f"{by}={','.join(_with_places(values) if found[1] == 'MP' else map(_signed, values))}")
    return ";".join(rule)


def _with_places(words: list[str]) -> list[str]:
    """`1+ MO WE 2- FR` as `1MO 1WE -2FR`."""
    place, found = "", []
    for word in words:
        if word[0].isdigit():
            place = _signed(word)
        else:
            found.append(place + word)
    return found


def _signed(word: str) -> str:
    if word == "LD":  # last day
        return "-1"
    return f"-{word[:-1]}" if word.endswith("-") else word.removesuffix("+")


def _parts(rule: str) -> dict[str, str]:
    return {name: value for name, _, value in (part.partition("=") for part in rule.split(";")) if value}
