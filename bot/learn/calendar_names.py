"""Which employer, role and round an invitation is about, guessed from its title and who sent it.

A guess is shown before it is taken, and corrected with one tap.
"""

from __future__ import annotations

import re

from bot.calendars.titles import without_mark
from bot.hear.fold import fold, words_of
from bot.hear.rules.talks import STAGES
from bot.hear.vocabulary import LANGUAGES, vocabulary
from storage.facts import Stage

LONGEST = 80
_TALK = (
    r"interviews?|inter?view|screen(?:ing)?s?|calls?|chats?|talks?|meetings?|rounds?|conversations?|onsite|on-site|intro(?:duction)?"
    r"|assessments?|panel|invitation|debrief|vorstellungsgespräch|gespräch|bewerbungsgespräch|telefonat|kennenlernen"
)
_AROUND = (
    r"first|second|third|final|last|1st|2nd|3rd|technical|tech|coding|design|system|phone|telephone|video|virtual|online"
    r"|zoom|teams|hr|hiring|manager|recruiter|recruiting|initial|round|with|the|your|my|our|an?|job|for|and|of|at|to|from"
    r"|updated?|re-?scheduled?|confirmed|confirmation|re|fwd?|invitation|erstes|zweites|drittes|\d+|min|minutes|mit|bei|zum"
)
_ROLE = (
    r"engineer|developer|designer|manager|analyst|scientist|architect|lead|director|head of|assistant|consultant"
    r"|specialist|coordinator|administrator|accountant|nurse|teacher|officer|product owner|writer|editor|intern"
    r"|entwickler"
)
_ROLE_TAIL = re.compile(r"(?<!\s)\s++(?:role|position|job|post|vacancy|stelle)$", re.IGNORECASE)
_ONLY_TALK = re.compile(rf"(?:\W|\b(?:{_TALK}|{_AROUND})\b)*", re.IGNORECASE)
_IS_ROLE = re.compile(rf"\b(?:{_ROLE})(?:in|s)?\b", re.IGNORECASE)
_HAS_TALK = re.compile(rf"\b(?:{_TALK})\b", re.IGNORECASE)
_SEPARATOR = re.compile(r"\s{1,9}[-–—|·•/x×&]\s+|\s{0,9}<>\s*|\s{0,9}[:|–—]\s+|\s{0,9}[([]|[)\]]\s*|,\s+")
_AT = re.compile(r"(?:^|\s)(?:at|@|bei)\s(?P<name>.+)", re.IGNORECASE)
_WITH = re.compile(r"(?:^|\s)(?:with|mit)\s(?P<name>.+)", re.IGNORECASE)
_FOR = re.compile(r"\b(?:for|as)\s(?:the\s|an?\s)?(?P<name>.+)", re.IGNORECASE)
_BEFORE_TALK = re.compile(rf"^(?P<name>.{{0,80}}?)(?:\s(?:{_AROUND})){{0,30}}\s(?:{_TALK})\b.*$", re.IGNORECASE)
_AFTER_TALK = re.compile(rf"^(?:(?:{_TALK}|{_AROUND})\s){{0,30}}(?:{_TALK})\s(?P<name>\S.*)", re.IGNORECASE)
_TEAM = re.compile(
    r"\b(?:recruit(?:ing|ment)|talent|hiring|careers?|people|hr|jobs?|team|acquisition|calendar)\b", re.IGNORECASE
)
_NO_EMPLOYER = frozenset(
    {"gmail", "googlemail", "google", "outlook", "hotmail", "live", "office", "office365", "microsoft", "icloud", "me"}
    | {"yahoo", "gmx", "web", "proton", "protonmail", "fastmail", "zoom", "calendly", "greenhouse", "greenhouse-mail"}
    | {"lever", "ashbyhq", "goodtime", "workable", "workablemail", "smartrecruiters", "guide", "teamtailor", "example"}
    | {"personio", "recruitee", "myworkday", "workday", "icims", "jobvite", "breezy", "bamboohr", "modernloop", "cal"}
)
_EDGES = " \t\n,;:.!?–—-|/\"'“”()[]"


def employer_in(title: str, organizer: str, person: str = "") -> str | None:
    """The employer that a title names, else the one whose address it was sent from; never the Person's own name."""
    parts = _parts(title, person)
    return _named_after(_AT, parts) or _named_alone(parts) or _named_after(_WITH, parts) or _sender(organizer)


def role_in(title: str) -> str | None:
    """The role that a title names."""
    for part in _parts(title, ""):
        found = _FOR.search(part)
        text = _ROLE_TAIL.sub("", _clean(_AT.sub("", found["name"] if found else part)))
        if text and _IS_ROLE.search(text) and not _HAS_TALK.search(text):
            return text
    return None


def stage_in(title: str) -> Stage | None:
    """The round that a title names, in any language that is heard."""
    words = words_of(fold(without_mark(title)))
    found = (name for name in STAGES for code in LANGUAGES if vocabulary(code)[name].find(words))
    return next((Stage(name) for name in found), None)


def _parts(title: str, person: str) -> list[str]:
    parts = [_clean(part) for part in _SEPARATOR.split(without_mark(title))]
    return [part for part in parts if part and not (person and part.casefold().startswith(person.casefold()))]


def _named_after(word: re.Pattern[str], parts: list[str]) -> str | None:
    found = (word.search(part) for part in parts)
    names = [_clean(_FOR.sub("", one["name"])) for one in found if one]
    return next((name for name in names if name and not _is_filling(name)), None)


def _named_alone(parts: list[str]) -> str | None:
    """A part that is nothing but a name, or a name beside "interview"."""
    for part in (_WITH.sub("", _FOR.sub("", part)) for part in parts):
        before, after = _BEFORE_TALK.match(part), _AFTER_TALK.match(part)
        found = before if before and before["name"] else after
        name = _clean(found["name"]) if found else "" if _HAS_TALK.search(part) else part
        if name and not _is_filling(name) and not _IS_ROLE.search(name):
            return name
    return None


def _is_filling(text: str) -> bool:
    return _ONLY_TALK.fullmatch(text) is not None


def _sender(organizer: str) -> str | None:
    """ "talent@acme.com" is Acme, "Acme Recruiting" too; an address of a mail or recruiting service is nobody."""
    text = organizer.removeprefix("mailto:").removeprefix("MAILTO:").strip()
    domain = text.rpartition("@")[2].rstrip(">").lower() if "@" in text else ""
    if not domain:
        return _clean(_TEAM.sub("", text)) or None
    labels = [label for label in domain.split(".") if label not in ("com", "co", "org", "net", "io", "ac", "uk", "de")]
    own = [label for label in labels if len(label) > 2] or labels
    if not own or _NO_EMPLOYER & set(own):
        return None
    return own[-1][:LONGEST].replace("-", " ").title()


def _clean(text: str) -> str:
    return " ".join(text.split()).strip(_EDGES)[:LONGEST]
