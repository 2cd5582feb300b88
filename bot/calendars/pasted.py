"""Whether a text is a calendar file, pasted into the chat as it stands.

Quiet.
"""

from __future__ import annotations

import re

_BEGINS = re.compile(r"\A\s*BEGIN:VCALENDAR\b", re.IGNORECASE)


def is_calendar(text: str) -> bool:
    """Whether it begins as every calendar file does."""
    return _BEGINS.match(text) is not None
