"""A text of the Person's own, looked over: what it is for, and what could be better."""

from __future__ import annotations

import re
from datetime import datetime

from bot.coaching.checks import About, Finding, Purpose, check, spoken
from bot.coaching.letters import QUESTIONS, fitting, last_interview
from bot.coaching.verdicts import may_ask_now, verdict_on
from bot.words.named import Lines, lines
from storage.facts import ContactKind, Known, NoteKind, Opportunity

MOST_FINDINGS = 5
PURPOSES = {
    "thank_you": Purpose.THANK_YOU,
    "follow_up": Purpose.FOLLOW_UP,
    "second_follow_up": Purpose.SECOND_FOLLOW_UP,
    "deadline": Purpose.DEADLINE,
    "rejection_thanks": Purpose.AFTER_NO,
    "withdrawal": Purpose.WITHDRAWAL,
    "reply_invitation": Purpose.REPLY,
    "document_sent": Purpose.REPLY,
    "offer_received": Purpose.REPLY,
    "more_time": Purpose.REPLY,
    "spoken_offer": Purpose.REPLY,
    "acceptance": Purpose.REPLY,
    "decline": Purpose.REPLY,
}
_STATUS = re.compile(
    r"\b(any (news|update)s?|an update|decision|decided|how things stand|where (things|you) (stand|are)|status|timeline"
    r"|next steps?|heard? back|still (open|available)|hear from you|waiting for)\b|(?<!you )\bfollow(ing)? up\b"
    r"|\b(neuigkeiten|etwas neues|stand der dinge|entscheidung|entschieden|rückmeldung|wie es weitergeht"
    r"|nächsten? schritte?)\b",
    re.IGNORECASE,
)
_THANKS = re.compile(r"\b(thank|(be)?dank)", re.IGNORECASE)


def purpose_of(known: Known, opportunity: Opportunity, now: datetime, letter: str) -> str:
    """The draft whose place it takes: as the contact policy would have it, else as it sounds."""
    name = fitting(known, opportunity, now)
    asks = asks_how_it_stands(letter)
    if name in QUESTIONS and not asks and _THANKS.search(letter) and _owes_thanks(known, opportunity, now):
        return "thank_you"
    return "follow_up" if name == "thank_you" and asks else name


def asks_how_it_stands(text: str) -> bool:
    """Whether a text asks for news of the decision."""
    return _STATUS.search(text) is not None


def _owes_thanks(known: Known, opportunity: Opportunity, now: datetime) -> bool:
    """Whether nobody has been thanked since the last Interview."""
    interview = last_interview(known, opportunity, now)
    thanked = (c for c in known.contacts if c.opportunity_id == opportunity.id and c.kind is ContactKind.THANK_YOU)
    return interview is not None and all(contact.at < interview.start for contact in thanked)


def findings(known: Known, opportunity: Opportunity, now: datetime, name: str, letter: str) -> Lines:
    """What could be better, the gravest first, one line each; one line of pleasure when there is nothing."""
    found: tuple[Finding, ...] = check(letter, about(known, opportunity, now, name))[:MOST_FINDINGS]
    return lines(spoken(found, known.person.language))


def about(known: Known, opportunity: Opportunity, now: datetime, name: str) -> About:
    """What is known of the letter that is looked over."""
    interview = last_interview(known, opportunity, now)
    details = [n for n in known.notes if n.kind is NoteKind.DETAIL and n.opportunity_id == opportunity.id]
    return About(
        purpose=PURPOSES.get(name, Purpose.OTHER),
        employer=opportunity.employer,
        role=opportunity.role,
        interviewers=interview.interviewers if interview else (),
        detail=details[-1].text if details else None,
        may_ask=may_ask_now(verdict_on(known, opportunity, now)),
        channel=opportunity.preferred_channel,
        language=known.person.language,
    )
