"""How a draft should sound, as people say it: "short please", "nett und warm", "tone it down"."""

from __future__ import annotations

import re

from bot.coaching.drafts import Style

_SHORTER = re.compile(
    r"\b(short\w*|brief\w*|concise|crisp|tight\w*|(one|two|three|1|2|3|4|couple of) (lines?|sentences?)"
    r"|less (long|wordy|text|gushing)|too (long|wordy|much|gushing)|tone (it )?down|cut (it )?down|to the point"
    r"|kurz\w*|kürz\w*|knapp\w*|straff\w*|zu (lang|viel)|(zwei|drei|vier|2|3|4) (sätze\w*|zeilen\w*))",
    re.IGNORECASE,
)
_WARMER = re.compile(
    r"\b(warm\w*|friendl\w*|kind\w*|nice\w*|heartfelt|thankful|personal|less (formal|stiff|cold)"
    r"|too (formal|stiff|cold)|casual|relaxed|freundlich\w*|herzlich\w*|nett\w*|persönlich\w*|locker\w*"
    r"|weniger (förmlich|steif)|zu (förmlich|steif|kalt))",
    re.IGNORECASE,
)
_SOFTER = re.compile(
    r"\b(soft\w*|gentl\w*|less (pushy|demanding|desperate|insistent)|(too|not so|not too) (pushy|demanding|insistent)"
    r"|sanft\w*|weicher|vorsichtiger|(weniger|zu|nicht so|nicht zu) (aufdringlich|fordernd|drängend))",
    re.IGNORECASE,
)
_PLAIN = re.compile(r"\b(as it was|back|original|plain\w*|first (one|version)|wie vorher|zurück)\b", re.IGNORECASE)


def style_of(words: str) -> Style | None:
    """The style that a few words ask for; None when they ask for something else."""
    found = ((Style.SOFTER, _SOFTER), (Style.SHORTER, _SHORTER), (Style.WARMER, _WARMER), (Style.PLAIN, _PLAIN))
    return next((style for style, pattern in found if pattern.search(words)), None)


# How what is written to one employer is to be, beside a style


_MANNERS = (
    ("en", re.compile(r"\b(in english|auf englisch|englische?n?)\b", re.IGNORECASE)),
    ("de", re.compile(r"\b(in german|auf deutsch)\b", re.IGNORECASE)),
    ("du", re.compile(r"\b(per du|mit du|duz\w*|geduzt|first[- ]name\w*|on a first name)\b", re.IGNORECASE)),
    ("sie", re.compile(r"\b(per sie|mit sie|siez\w*|gesiezt)\b", re.IGNORECASE)),
    ("mail", re.compile(r"\b(e-?mails?|(an?|the|this|that|eine?|die|der|ne) mail)\b", re.IGNORECASE)),
    (
        "dated",
        re.compile(
            r"\b((today|yesterday|this (morning|afternoon|evening)|tonight)\W{1,2}"
            r"(isn\W?t|is not|is wrong|wouldn\W?t be|won\W?t be) ?(right|true)?"
            r"|not (today|yesterday)\b"
            r"|(i('ll| will)? send|sending) (it|this|that) (tomorrow|later|this morning|on \w+day|monday|next)"
            r"|(heute|gestern|heute (früh|morgen)|vorhin)\W{1,2}(stimmt|passt|ist) (\w+ )?(nicht|falsch)"
            r"|(schick\w*|sende)( ich| es| sie| das| die| erst| dann){0,4} (morgen|später|am \w+tag))\b",
            re.IGNORECASE,
        ),
    ),
    (
        "loose",
        re.compile(
            r"\b(locker\w*|loose\w*|casual|informal|relaxed|less (formal|stiff)|(too|not so|not too) (formal|stiff)"
            r"|(weniger|zu|nicht so|nicht zu) (förmlich|formell|steif))\b",
            re.IGNORECASE,
        ),
    ),
)
_LANGUAGES, _ADDRESSES = frozenset({"en", "de"}), frozenset({"du", "loose"})


def speaks_of_letters(words: str) -> bool:
    """Whether they say how letters are to be written."""
    return any(pattern.search(words) for _, pattern in _MANNERS)


def letters_with(letters: str, words: str) -> str:
    """How letters are written once these words are heard too: "auf Englisch", "per du", "nicht so steif"."""
    said = [name for name, pattern in _MANNERS if pattern.search(words)]
    kept = set(letters.split())
    for one in said:
        kept -= _LANGUAGES if one in _LANGUAGES else _ADDRESSES if one == "sie" else set()
        kept |= {one} - {"sie"}
    return " ".join(sorted(kept))
