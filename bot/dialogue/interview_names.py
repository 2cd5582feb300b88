"""How an interview is named, by language: who it is with, for which role, and which round it is. Data only."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.dialogue.answers.de_patterns import pattern as de
from bot.dialogue.answers.patterns import pattern as en
from storage.facts import Stage

_TALK = r"interview(?:ing)?|talk|call|chat|meeting|screen(?:ing)?|round|conversation|assessment"
_GESPRAECH = r"[\w-]*(?:gespräch|interview|termin|telefonat|call|runde|probetag|probearbeiten|assessment)"


@dataclass(frozen=True, slots=True)
class NamePatterns:
    """What names an interview in one language."""

    stages: tuple[tuple[re.Pattern[str], Stage], ...]
    employer: re.Pattern[str]
    """Groups `a` and `b`: the employer after a word for a talk, or at the very beginning."""
    before: re.Pattern[str]
    """Group `a`: the employer before a word for a talk."""
    role: re.Pattern[str]
    role_tail: re.Pattern[str]
    no_role: re.Pattern[str]
    """What keeps an answer from being a role."""
    over: re.Pattern[str]
    """Words that speak of an interview as over."""


ENGLISH = NamePatterns(
    stages=(
        (
            en(r"\b(phone|telephone|recruiter|hr|initial)\s+(screen(ing)?|call)\b|\bscreen(ing)?\b"),
            Stage.PHONE_SCREEN,
        ),
        (en(r"\bfinal\b"), Stage.FINAL),
        (en(r"\bpanel\b"), Stage.PANEL),
        (en(r"\btechnical\b|\bcoding\b"), Stage.TECHNICAL),
        (en(r"\b(second|2nd|next|third|3rd)\b"), Stage.SECOND),
    ),
    employer=en(rf"\b(?:{_TALK})\b[^,;.]*?\b(?:with|at)\s+(?P<a>[^,;]+)|^\s*(?:with|at)\s+(?P<b>[^,;]+)"),
    before=en(
        rf"^(?:(?:i\s+have|i've\s+got|i\s+got|there's|my|an?|the|new|add)\s+)*(?P<a>[^,;]*?)\s+(?:{_TALK})\b",
    ),
    role=en(r"\b(?:for|as|about)\s+(?:the\s+|an?\s+|their\s+)?(?P<role>[^,;.]+)"),
    role_tail=en(r"\s+(?:role|position|job|post|vacancy)\s*$"),
    no_role=en(
        r"\b(yes|no|ok|okay|skip|idk|i|they|he|she|we|went|was|is|said|told|great|today|tomorrow|yesterday"
        r"|monday|tuesday|wednesday|thursday|friday|saturday|sunday|next week|hour|minutes?|interview)\b|\d|\?"
    ),
    over=en(r"\b(i|we) (have |just |already )?had\b(?! to\b)"),
)
GERMAN = NamePatterns(
    stages=(
        (
            de(r"\b(telefoninterview|telefongespräch|erstes telefonat|telefonscreening|screening|kennenlern\w*)\b"),
            Stage.PHONE_SCREEN,
        ),
        (de(r"\b(letzte[srn]?|finale[srn]?) (runde|gespräch|interview)\b|\bendrunde\b"), Stage.FINAL),
        (de(r"\b(panel|kommission|gremium)\b"), Stage.PANEL),
        (de(r"\b(fach(gespräch|interview)|technisch\w*|coding|programmier\w*)\b"), Stage.TECHNICAL),
        (de(r"\b(zweit(e[srn]?|gespräch|interview)|nächste[srn]?|dritt(e[srn]?|gespräch))\b"), Stage.SECOND),
    ),
    employer=de(
        rf"\b{_GESPRAECH}\b[^,;.]*?\b(?:bei|mit)\s+(?:der\s+|dem\s+|den\s+)?(?P<a>[^,;]+)"
        r"|^\s*(?:bei|mit)\s+(?:der\s+|dem\s+|den\s+)?(?P<b>[^,;]+)"
    ),
    before=de(
        r"^(?:(?:ich\s+habe?|es\s+gibt|meine?n?|eine?n?|das|die|neues?|noch)\s+)*(?P<a>[^,;]*?)[\s-]+"
        + rf"{_GESPRAECH}\b"
    ),
    role=de(
        r"\b(?:als|für|um)\s+(?:die\s+|den\s+|das\s+|eine?n?\s+|der\s+)?"
        r"(?:(?:stelle|position|rolle)\s+(?:als\s+)?)?(?P<role>[^,;.]+)"
    ),
    role_tail=de(r"[\s-]+(?:stelle|position|job|posten|rolle)\s*$"),
    no_role=de(
        r"\b(ja|nein|ok|okay|überspringen|weiß|nicht|ich|sie|er|wir|war|lief|ist|sagte|gesagt|super|gut|heute|morgen"
        r"|gestern|(mon|diens|donners|frei|sams|sonn)tags?|mittwochs?|nächste woche|stunden?|minuten?|gespräch"
        r"|interview)\b|\d|\?"
    ),
    over=de(r"\b(hatten?|gehabt)\b"),
)


def patterns_for(language: str) -> NamePatterns:
    """The patterns of a language; English for one that has none."""
    return GERMAN if language == "de" else ENGLISH
