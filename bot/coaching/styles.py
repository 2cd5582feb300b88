"""How a draft should sound, as people say it: "short please", "nett und warm", "tone it down"."""

from __future__ import annotations

import re

from bot.coaching.drafts import Style

_SHORTER = re.compile(
    r"\b(short\w*|brief\w*|concise|crisp|tight\w*|(one|two|three|1|2|3|4|couple of) (lines?|sentences?)"
    r"|less (long|wordy|text)|too (long|wordy|pushy|much)|tone (it )?down|cut (it )?down|to the point"
    r"|kurz\w*|kürz\w*|knapp\w*|straff\w*|zu (lang|viel|aufdringlich)|(zwei|drei|vier|2|3|4) (sätze\w*|zeilen\w*))",
    re.IGNORECASE,
)
_WARMER = re.compile(
    r"\b(warm\w*|friendl\w*|kind\w*|nice\w*|heartfelt|thankful|personal|less (formal|stiff|cold)"
    r"|too (formal|stiff|cold)|casual|relaxed|freundlich\w*|herzlich\w*|nett\w*|persönlich\w*|locker\w*"
    r"|weniger (förmlich|steif)|zu (förmlich|steif|kalt))",
    re.IGNORECASE,
)
_PLAIN = re.compile(r"\b(as it was|back|original|plain\w*|first (one|version)|wie vorher|zurück)\b", re.IGNORECASE)


def style_of(words: str) -> Style | None:
    """The style that a few words ask for; None when they ask for something else."""
    found = ((Style.SHORTER, _SHORTER), (Style.WARMER, _WARMER), (Style.PLAIN, _PLAIN))
    return next((style for style, pattern in found if pattern.search(words)), None)
