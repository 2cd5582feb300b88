"""How the patterns of a table are made. No words of any language here."""

from __future__ import annotations

import re


def pattern(text: str) -> re.Pattern[str]:
    """A pattern that ignores case and reads across lines."""
    return re.compile(text, re.IGNORECASE | re.DOTALL)
