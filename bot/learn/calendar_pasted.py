"""An invitation pasted from a mail: its time, employer and role, where they are plain, as one act.

What is not plain is left to what else is heard in it.
"""

from __future__ import annotations

import re
from datetime import datetime

from bot.hear.act import Act
from bot.hear.times import InterviewRead, read_interview_time
from bot.learn.calendar_names import employer_in, role_in, stage_in

FEWEST_LINES = 3
LONGEST = 2500
LONGEST_HEAD = 60
"""Characters of a line that can be a heading."""
_LINK = re.compile(r"https?://\S+")
_INVITES = re.compile(
    r"\b(interview|invit\w+|phone screen|screening|einladung|\w{0,30}gespräch|kennenlern\w*)\b", re.IGNORECASE
)
_NAME = r"(?-i:[A-Z0-9ÄÖÜ][\w&.'-]*+(?: (?:[A-Z0-9&ÄÖÜ][\w&.'-]*+))*+)"
_EMPLOYER = re.compile(
    rf"\b(?:interview|invit\w+|role|position|applying|call|\w{{0,30}}gespräch)\b[^.\n]{{0,150}}?\s(?:with|at|to|from|bei|mit)\s"
    rf"(?:der |dem )?(?P<name>{_NAME})",
    re.IGNORECASE,
)
_ROLE = re.compile(r"\bfor (?:the|our|an?) (?P<name>[\w /&-]{3,50}?) (?:role|position|job|vacancy)\b", re.IGNORECASE)
_LABEL = re.compile(
    r"^\W*(?:date|when|time|day|where|link|location|zoom|join|duration|interviewers?|datum|wann|uhrzeit|zeit|ort|wo"
    r"|dauer|teilnehmer\w*)\b",
    re.IGNORECASE,
)
_WHEN = re.compile(
    r"\d[:.h]\d\d|\d\s?[ap]m\b|\d uhr\b|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b"
    r"|\b(?:mon|diens|donners|frei|sams|sonn)tag\b|\bmittwoch\b",
    re.IGNORECASE,
)
_CHANGES = re.compile(
    r"\b(re-?schedul\w*|moved?|postpone\w*|new time|instead|cancel\w*|verschieb\w*|verschoben|verleg\w*|absag\w*)\b",
    re.IGNORECASE,
)
"""Told of an interview that is known, and heard by others."""
_OWN = re.compile(r"\b(i|i'm|i’m|my|me|ich|mir|mich|meine?[mnrs]?)\b", re.IGNORECASE)
"""Said by the Person: a story of their own, and no invitation."""


def invitation_in(text: str, here: datetime, language: str) -> Act | None:
    """What a pasted invitation says; None when it is none, or not plain. `here` is now, on the Person's clock."""
    text = text[:LONGEST]
    if len(text.splitlines()) < FEWEST_LINES:
        return None
    lines = [line.strip() for line in _LINK.sub("", text).splitlines() if line.strip()]
    if not _is_invitation(text, lines):
        return None
    read = read_interview_time("\n".join(lines), here, language)
    if not isinstance(read, InterviewRead) or read.start <= here:
        return None
    said = {
        "about": _employer(lines),
        "role": _role(lines),
        "stage": stage_in(_heads(lines)),
        "start": read.start,
        "end": read.end,
        "fixed": read.fixed or None,
    }
    return Act("interview", {slot: value for slot, value in said.items() if value is not None}, span=text)


def _is_invitation(text: str, lines: list[str]) -> bool:
    """Whether it speaks of an interview, in several lines, with a label or a link, and in nobody's own voice."""
    if len(lines) < FEWEST_LINES or not _INVITES.search(text) or _CHANGES.search(text) or _OWN.search(text):
        return False
    return _LINK.search(text) is not None or any(_LABEL.match(line) for line in lines)


def _employer(lines: list[str]) -> str | None:
    named = _EMPLOYER.search("\n".join(lines))
    return named["name"].rstrip(".'") if named else employer_in(_heads(lines), "")


def _role(lines: list[str]) -> str | None:
    named = _ROLE.search("\n".join(lines))
    return named["name"].strip() if named else role_in(_heads(lines))


def _heads(lines: list[str]) -> str:
    return " - ".join(line for line in lines[:3] if _is_head(line))


def _is_head(line: str) -> bool:
    """Whether a line names something: no label, no time."""
    return len(line) <= LONGEST_HEAD and not _LABEL.match(line) and not _WHEN.search(line)
