"""An invitation pasted from a mail: its time, employer and role, where they are plain, proposed like those of a file.

Quiet. What is not plain is left to the ordinary ways of adding an interview.
"""

from __future__ import annotations

import re
from datetime import UTC

from bot.dialogue.calendars.naming import employer_in, role_in
from bot.dialogue.calendars.showing import propose
from bot.dialogue.statement import Statement, sounds
from bot.dialogue.talk import Talk
from bot.hear.times import InterviewRead
from storage.facts import Appointment

FEWEST_LINES = 3
LONGEST_HEAD = 60
"""Characters of a line that can be a heading."""
_LINK = re.compile(r"https?://\S+")
_INVITES = re.compile(r"\b(interview|invit\w+|phone screen|screening)\b", re.IGNORECASE)
_NAME = r"(?-i:[A-Z0-9][\w&.'-]*(?: (?:[A-Z0-9&][\w&.'-]*))*)"
_EMPLOYER = re.compile(
    rf"\b(?:interview|invit\w+|role|position|applying|call)\b[^.\n]*?\s(?:with|at|to|from)\s(?P<name>{_NAME})", re.I
)
_ROLE = re.compile(r"\bfor (?:the|our|an?) (?P<name>[\w /&-]{3,50}?) (?:role|position|job|vacancy)\b", re.IGNORECASE)
_LABEL = re.compile(r"^\W*(?:date|when|time|day|where|link|location|zoom|join|duration|interviewers?)\b", re.IGNORECASE)
_WHEN = re.compile(r"\d[:.h]\d\d|\d\s?[ap]m\b|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
_CHANGES = re.compile(r"\b(re-?schedul\w*|moved?|postpone\w*|new time|instead|cancel\w*)\b", re.IGNORECASE)
"""Told of an interview that is known, and heard by others."""


def take(talk: Talk, text: str) -> bool:
    """Propose what a pasted invitation says; False when it is none, or its time is not plain."""
    lines = [line.strip() for line in _LINK.sub("", text).splitlines() if line.strip()]
    if len(lines) < FEWEST_LINES or not _INVITES.search(text) or _CHANGES.search(text):
        return False
    read = talk.time_in("\n".join(lines))
    if not isinstance(read, InterviewRead) or read.start <= talk.now:
        return False
    start = read.start.astimezone(UTC)
    if any(interview.start == start and not interview.cancelled for interview in talk.known.interviews):
        return False
    row = talk.add(
        Appointment,
        uid=f"pasted-{talk.person.serial}-{start.isoformat()}",
        start=start,
        end=read.end.astimezone(UTC) if read.end else start,
        title=_title(lines),
        zone="UTC" if read.fixed else None,
    )
    propose(talk, [row])
    return True


def _title(lines: list[str]) -> str:
    """A title of our own, from what the invitation names."""
    text = "\n".join(lines)
    named, role = _EMPLOYER.search(text), _ROLE.search(text)
    heads = " - ".join(line for line in lines[:3] if _is_head(line))
    employer = named["name"].rstrip(".'") if named else employer_in(heads, "")
    wanted = role["name"].strip() if role else role_in(heads)
    return "Interview" + (f": {wanted}" if wanted else "") + (f" at {employer}" if employer else "")


def _is_head(line: str) -> bool:
    """Whether a line names something: no label, no time."""
    return len(line) <= LONGEST_HEAD and not _LABEL.match(line) and not _WHEN.search(line)


STATEMENTS = (
    Statement(
        "pasted",
        sounds(r"\n(?s:.*)\n(?s:.*)|zoom\.us|teams\.microsoft|meet\.google"),
        take,
        needs_opportunity=False,
    ),
)
