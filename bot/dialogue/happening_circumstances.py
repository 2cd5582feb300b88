"""What is so about an employer, as people tell it in one sentence: kind, agency, channel, names, place, quiet."""

from __future__ import annotations

import re
from datetime import datetime
from functools import partial
from zoneinfo import ZoneInfo

from babel.core import get_global
from babel.lists import format_list

from bot.dialogue import contact
from bot.dialogue.happening_keeping import echo, set_field
from bot.dialogue.happening_rows import NAME, is_name, row
from bot.dialogue.happening_undo import BEFORE, names_before, opens_on, undo_button
from bot.dialogue.statement import Statement
from bot.dialogue.talk import Talk
from bot.hear.times import PlaceRead, read_place
from bot.words import clock
from storage.facts import Interview, Opportunity, Sector, Stage

PANEL_FROM = 3
MOST_INTERVIEWERS = 12
_ACADEMIC = (
    r"universit(y|ies)|college|academi[ac]|faculty|research (institute|group|position|job)|professorship|post-?doc"
)
_PUBLIC = (
    r"public (sector|service|body|administration|authority|employer|institution)|government(al)?|civil service"
    r"|city council"
    r"|the council|local council|ministry|municipality|city hall|federal|state agency|nhs|police|public school"
)
_PRIVATE = r"private (company|sector|firm|employer|business)|start-?up"
_IT_IS = r"(it|they|that|this|job|role|position|employer|company|one|acme|\w+)('s|'re| is| are| isn't| was)"
_NAMES = re.compile(
    r"(?i:\b(?:talked|spoke|spoken|met|chatted|interviewed|interviewers? (?:was|were|is|are)|panel (?:was|were|is)"
    r"|had|saw|"
    r"interview was)\b)(?i: to| with| by| only| all| just| were| was)*"
    rf" (?P<names>{NAME}(?:(?:,? and |, ?| & | plus ){NAME})*)"
)
_PLACE = re.compile(
    r"\b(?i:(?:based|located|sitting|sits?|headquartered)(?: over| out)* in (?P<there>[^,.;!]+(?:, [\w ]+)?)"
    r"|(?:they|company|office|recruiter|hr|team|she|he|manager|\w+)(?:'re|'s| are| is)(?: over| out| all)* in )"
    r"(?P<place>(?:the )?[A-Z][^,.;!]*(?:, [A-Z][\w ]+)?)?"
)


def _sector(sector: Sector, talk: Talk, opportunity: Opportunity, _text: str) -> None:
    set_field(talk, opportunity, "sector", sector, f"event_said.sector.{sector}")


def _agency(talk: Talk, opportunity: Opportunity, _text: str) -> bool:
    """While an interview is being added, it is that one, which is not known yet."""
    if talk.known.sketch is not None:
        return False
    set_field(talk, opportunity, "via_agency", True, "event_said.agency")
    return True


def _channel(talk: Talk, opportunity: Opportunity, text: str) -> bool:
    channel = contact.channel_in(text)
    if channel is None:
        return False
    words = talk.words(f"channel.{channel}")
    set_field(talk, opportunity, "preferred_channel", channel, "event_said.channel", channel=words)
    return True


def _interviewers(talk: Talk, opportunity: Opportunity, text: str) -> bool:
    """Who was there; three or more are a panel, and each gets a note of their own (R16)."""
    interview, found = _interview(talk, opportunity), _NAMES.search(text)
    if interview is None or found is None:
        return False
    told = [name for name in re.findall(NAME, found["names"].replace(" and ", ", ")) if is_name(talk, name)]
    known = {name.casefold() for name in interview.interviewers}
    new = [name for name in told if name.casefold() not in known]
    if not new:
        return False
    names = (*interview.interviewers, *new)[:MOST_INTERVIEWERS]
    before, opens = names_before(interview), opens_on(talk, opportunity)
    stage = Stage.PANEL if len(names) >= PANEL_FROM else interview.stage
    talk.change(interview, interviewers=names, stage=stage)
    key = "event_said.panel" if stage is Stage.PANEL else "event_said.interviewers"
    echo(talk, opportunity, opens, key, undo_button(talk, interview.id, before), names=_listed(talk, names))
    return True


def _listed(talk: Talk, names: tuple[str, ...]) -> str:
    return format_list(names, locale=talk.person.language)


def _interview(talk: Talk, opportunity: Opportunity) -> Interview | None:
    """The latest that is over, else the next one."""
    interviews = talk.interviews_of(opportunity)
    over = [interview for interview in interviews if interview.end <= talk.now]
    return over[-1] if over else next(iter(interviews), None)


def _place(talk: Talk, opportunity: Opportunity, text: str) -> bool:
    """Where they are, when it is one zone."""
    found = _PLACE.search(text)
    named = (found["there"] or found["place"] or "").strip() if found else ""
    read = read_place(named, talk.now) if named else None
    if not isinstance(read, PlaceRead):
        return False
    before = opens_on(talk, opportunity)
    country = get_global("zone_territories").get(read.zone)
    talk.change(opportunity, zone=read.zone, country=country, region=None)
    button = undo_button(talk, opportunity.id, BEFORE.index(("zone", None)))
    echo(talk, opportunity, before, "event_said.place", button, place=read.name, time=_there(talk.now, read.zone))
    return True


def _there(now: datetime, zone: str) -> str:
    return clock(now.astimezone(ZoneInfo(zone)))


STATEMENTS: tuple[Statement, ...] = (
    row("sector_academic", rf"\b{_IT_IS}\b.*\b({_ACADEMIC})\b", partial(_sector, Sector.ACADEMIC), weak=True),
    row("sector_public", rf"\b{_IT_IS}\b.*\b({_PUBLIC})\b", partial(_sector, Sector.PUBLIC), weak=True),
    row("sector_private", rf"\b{_IT_IS}\b (an? |in the )?({_PRIVATE})\b", partial(_sector, Sector.PRIVATE), weak=True),
    row(
        "agency",
        r"(\b(it|this|that|job|role|position|i|i'm|we|application|acme|interview|\w+)('s| is| was| goes| went| came"
        r"| got| applied| am| run| runs)?|^\W*)"
        r" ?(all |going |running )*(through|via) (an?|the|my|[a-z]+)? ?\w* ?\b(agency|recruiters?|recruitment"
        r"|head-?hunters?|staffing|consultancy)\b",
        _agency,
    ),
    row(
        "prefers",
        r"(?<!i )(?<!i'd )\b(prefers?|preferred|rather (be|have|get|use)|(like|want)s? to be|would like to be"
        r"|best (reached|by)"
        r"|(contact|reach|write to|answer) (them|her|him|me|us)? ?(by|via|over|through|on))\b.*",
        _channel,
        weak=True,
    ),
    row(
        "interviewers",
        r"(\b(i|we|i've|we've|i have)( just| also| only)? (talked|spoke|spoken|met|chatted|had|saw|interviewed)\b"
        r"|\binterviewed (by|with)\b|\binterviewers? (was|were|is|are)\b|\bpanel (was|were|is)\b)",
        _interviewers,
    ),
    row("place", rf"({_IT_IS}|\boffice\b).* in ", _place, weak=True),
)
