"""Which draft is meant: the one that a text names, or the one that the contact policy would have sent next."""

from __future__ import annotations

import re

from bot.coaching import plan
from bot.dialogue.talk import Talk
from scheduler import policy
from storage.facts import EventType, Opportunity

PLEASE = (
    r"^\W*((hey|hi|hello|ok|okay|so|and|please|now)\b[ ,]*)*"
    r"((can|could|would|will) you |i('d| would) like (you )?to (have |get )?|(i )?(need|want)( you)?( to)? ?|let'?s "
    r"|is there )?(please )?"
)
LETTER = (
    r"(thank[- ]?you|thanks|note|letter|mail|e-?mail|message|draft|follow[- ]?up|reply|answer|response|withdraw\w*"
    r"|linked-?in|connection request|rejection|invitation|offer|sentence|sign of life)"
)
_NAMED: tuple[tuple[str, str], ...] = (
    # The first that fits says which draft is meant.
    ("sentence", r"\b(one|my|a|the) (closing )?sentence\b"),
    ("more_time", r"\b(more|extra|some) time\b|\bextension\b|\bextend\b"),
    (
        "deadline",
        r"\b(other|another|competing|second) offer\b|\bdeadline\b|\boffer (from|at|by) (another|someone|somebody)",
    ),
    ("spoken_offer", r"\b(verbal|spoken|oral|phone)\b.*\boffer\b|\boffer\b.*\b(on|by|over) the phone\b|\bin writing\b"),
    ("withdrawal", r"\bwithdraw\w*|\bpull(ing)? out\b|\bback(ing)? out\b|\bdrop(ping)? out\b"),
    (
        "rejection_thanks",
        r"\breject\w*|\b(a|the|their|that) no\b|\bturned me down\b|\bask(ing)? (them )?for feedback\b",
    ),
    ("offer_received", r"\boffer\b"),
    ("reply_invitation", r"\binvit\w*|\b(second|next|final) (round|interview)\b"),
    ("keep_in_touch", r"\b(keep|keeping|stay|staying) in touch\b|\bsign of life\b"),
    ("linkedin", r"\blinked-?in\b|\bconnection request\b"),
    ("late_call", r"\b(late|missed) call\b|\b(never|did ?n'?t|have ?n'?t) call(ed)?\b"),
    ("document_sent", r"\b(references?|documents?|certificates?|portfolio|papers|transcripts?|diploma)\b"),
    ("thank_you", r"\bthank"),
    (
        "follow_up",
        r"\bfollow(ing)?[- ]?up\b|\bchas(e|ing)\b|\bstatus\b|\bupdate\b|\breminder\b|\bnudge\b|\bcheck(ing)? in\b",
    ),
)
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


def named_in(text: str) -> str | None:
    """The draft that a text asks for by name."""
    return next((name for name, pattern in _NAMED if re.search(pattern, text, re.IGNORECASE)), None)


def fitting(talk: Talk, opportunity: Opportunity) -> str:
    """The draft that the contact policy would have the Person send next."""
    verdict = plan.verdict_on(talk, opportunity)
    if verdict.kind is policy.Kind.REPLY:
        events = [e for e in talk.known.events if e.opportunity_id == opportunity.id and e.type in policy.NEEDS_ANSWER]
        newest = max(events, key=lambda event: (event.at, event.id), default=None)
        return _REPLY_TO.get(newest.type, "reply_invitation") if newest else "reply_invitation"
    name = _BY_KIND.get(verdict.kind, "follow_up") if verdict.kind else "follow_up"
    return "second_follow_up" if name == "follow_up" and verdict.count[0] else name
