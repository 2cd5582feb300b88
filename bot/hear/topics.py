"""Codes for what the Person may ask or want written: the topics of advice, and the drafts there are. Names only."""

from __future__ import annotations

TOPICS: dict[str, str] = {
    "when_to_ask": "no word: whether one may ask, how long is too long",
    "signs": "whether something is a sign",
    "waiting": "how to get through the wait",
    "afterwards": "what to do with the feeling after the talk, or after a no",
    "thank_you_form": "how a thank-you looks: mail, card, length, whether it is needed at all",
    "reposted": "the job is advertised again",
    "mistake": "something said wrong, forgotten, not quite true: whether to put it right",
    "references": "referees: asked for, called, not to be reached",
    "other_offer": "another offer: whom to tell, and whether",
    "call_or_mail": "call, mail, text, visit, gift",
    "second_thank_you": "a thank-you after a second round, or after an answer to the first",
    "several_interviewers": "several people, one nameless, one without an address: who is written to",
    "recruiter_or_manager": "recruiter, manager or a friend inside",
    "linkedin": "to connect, or what a look at the profile means",
    "too_often": "written or called too often already",
    "follow_up_unanswered": "a question that got no answer; whether to give up",
    "feedback": "to ask for the reasons after a no",
    "answer_a_no": "what to write after a no",
    "second_choice": "second choice, to apply again",
    "negotiate": "salary, conditions, time to think about an offer",
    "spoken_offer": "an offer that is not on paper yet; when to resign",
    "withdraw": "whether and how to leave a process",
    "late_thank_you": "a thank-you that is late, lost or has a mistake in it",
    "weekend": "weekend, evening, holidays: now or on Monday",
    "missed_call": "a call missed, a talk that nobody came to",
    "test_task": "a task or samples: sent, extra, unanswered",
    "keep_applying": "whether to go on with other applications",
    "wording": "how to put it: subject, tone, what to say",
    "invitation": "how to answer an invitation, and when",
    "their_channel": "whether a yes comes by phone and a no by mail",
    "prepare": "how to get ready for a talk: questions, practice, a presentation",
    "legal": "what the law says: to be sued, to back out of a contract",
    "clothes": "what to wear, what to bring, when to be there",
    "other": "anything else",
}
"""What advice is asked about, by code."""
DRAFTS: tuple[str, ...] = (
    *("sentence", "thank_you", "rejection_thanks", "keep_in_touch", "linkedin", "follow_up", "second_follow_up"),
    *(
        "deadline",
        "promised",
        "document_sent",
        "reply_invitation",
        "late_call",
        "message",
        "offer_received",
        "spoken_offer",
    ),
    *("more_time", "withdrawal", "acceptance", "decline"),
)
"""The drafts that a button may name."""
