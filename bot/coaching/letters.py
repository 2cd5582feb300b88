"""Which draft is meant, and the draft itself as a block to copy: facts and a moment in, values out.

What a draft says lives in `bot.coaching.drafts`; whether it may go is for the contact policy.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from bot.coaching.drafts import Draft, Style, draft
from bot.coaching.drafts.noted import Fate, fate_of
from bot.words.named import Block
from scheduler import nudges, policy
from storage.facts import Channel, ContactKind, Event, EventType, Interview, Known, Opportunity

QUESTIONS = ("follow_up", "second_follow_up")
"""Drafts that ask how things stand: they go the way that they prefer (R35)."""
FIXED = ("keep_in_touch",)
"""Drafts made of words that are not kept, so that they cannot be made again in another style."""
_BY_KIND = {
    policy.Kind.THANK_YOU: "thank_you",
    policy.Kind.FOLLOW_UP: "follow_up",
    policy.Kind.PROMISE: "promised",
    policy.Kind.LINKEDIN: "linkedin",
    policy.Kind.WITHDRAW: "withdrawal",
    policy.Kind.OFFER_DEADLINE: "deadline",
    policy.Kind.OFFER_QUESTION: "offer_received",
    policy.Kind.LOGISTICS: "late_call",
    policy.Kind.KEEP_IN_TOUCH: "keep_in_touch",
}
_REPLY_TO = {
    EventType.REJECTED: "rejection_thanks",
    EventType.OFFER: "offer_received",
    EventType.VERBAL_OFFER: "spoken_offer",
    EventType.REQUEST: "document_sent",
}


def in_block(made: Draft) -> Block:
    """A draft as it stands in a message: one tap copies it."""
    return Block(made.text, made.subject)


def interviews_of(known: Known, opportunity: Opportunity) -> list[Interview]:
    """Its Interviews that were not called off, in order."""
    ours = [i for i in known.interviews if i.opportunity_id == opportunity.id and not i.cancelled]
    return sorted(ours, key=lambda interview: interview.start)


def last_over(known: Known, opportunity: Opportunity, now: datetime) -> Interview | None:
    """Its latest Interview that is over."""
    over = [interview for interview in interviews_of(known, opportunity) if interview.end <= now]
    return max(over, key=lambda interview: interview.end, default=None)


def last_interview(known: Known, opportunity: Opportunity, now: datetime) -> Interview | None:
    """The latest Interview that is over, else the next one."""
    return last_over(known, opportunity, now) or next(iter(interviews_of(known, opportunity)), None)


def made(
    known: Known, opportunity: Opportunity, now: datetime, name: str, style: Style = Style.PLAIN, **params: Any
) -> Block:
    """A draft by its name, in a block. `to`: who reads it; `whom`: who of a panel is thanked."""
    by_mail = "mail" in opportunity.letters.split()  # the Person asked for one, whatever they prefer
    by_text = opportunity.preferred_channel is Channel.TEXT
    channel = opportunity.preferred_channel if (name in QUESTIONS or by_text) and not by_mail else None
    if name == "promised":
        params = {**_promised(known, opportunity, now), **params}
    interview = last_over(known, opportunity, now)  # nobody is thanked for a talk that is still to come
    made_of: dict[str, Any] = {"interview": interview, "style": style, "channel": channel, "now": now, **params}
    return in_block(draft(name, known, opportunity, **made_of))


def line_for(known: Known, opportunity: Opportunity, interview: Interview | None, detail: str) -> str:
    """The sentence that says what becomes of something they told: it is in the thank-you, it is not for their eyes, or
    it has to be said in another way before it can be."""
    names = interview.interviewers if interview is not None else ()
    is_speaker = len(names) == 1 or any(name.split()[0] in detail for name in names)
    fate = fate_of(detail, known, opportunity, is_speaker=is_speaker)
    if fate is not Fate.SAID:
        return f"kept.note.detail.{fate}"
    return "kept.note.detail.later" if _is_thanked(known, opportunity, interview) else "kept.note.detail"


def _is_thanked(known: Known, opportunity: Opportunity, interview: Interview | None) -> bool:
    ours = (c for c in known.contacts if c.opportunity_id == opportunity.id and c.kind is ContactKind.THANK_YOU)
    return any(interview is None or contact.at >= interview.start for contact in ours)


def _promised(known: Known, opportunity: Opportunity, now: datetime) -> dict[str, Any]:
    owed = nudges.owed(known, opportunity)
    if not owed:
        return {}
    return {"what": owed[0].what, "late": owed[0].due < now.astimezone(nudges.zone_of(known.person)).date()}


def fitting(known: Known, opportunity: Opportunity, now: datetime) -> str:
    """The draft that the contact policy would have the Person send next."""
    verdict = policy.judge(policy.case_of(known, opportunity), now)
    if verdict.kind is policy.Kind.DEBRIEF:
        return "thank_you"  # the call to the agency comes first; what is written next is the thanks
    return draft_for(known, opportunity, verdict) or ("second_follow_up" if verdict.count[0] else "follow_up")


def draft_for(known: Known, opportunity: Opportunity, verdict: policy.Verdict) -> str | None:
    """The draft that goes with a verdict; None when there is nothing to write."""
    if verdict.kind is policy.Kind.REPLY:
        return reply_to(known, opportunity)
    name = _BY_KIND.get(verdict.kind) if verdict.kind else None
    return "second_follow_up" if name == "follow_up" and verdict.count[0] else name


def reply_to(known: Known, opportunity: Opportunity) -> str:
    """The draft that answers what came from them last."""
    newest = to_answer(known, opportunity)
    return _REPLY_TO.get(newest.type, "reply_invitation") if newest else "reply_invitation"


def to_answer(known: Known, opportunity: Opportunity) -> Event | None:
    """What came from them last that wants an answer."""
    ours = [e for e in known.events if e.opportunity_id == opportunity.id and e.type in policy.NEEDS_ANSWER]
    return max(ours, key=lambda event: (event.at, event.id), default=None)
