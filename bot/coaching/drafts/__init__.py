"""Drafts: texts for the Person to send. Afterword never sends anything to an employer.

Composed from facts the Person gave: a fact that is missing drops its line, and none is invented. Whoever is still in
the running says that the interest continues (R43), because a bare question about next steps does not say it.
All wording stands in the catalogues; a line may be kept there in a shorter or warmer voice, for an agency, or in
several ways for a panel (see `composing.Facts.line`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any

from bot.coaching.drafts import answering, asking, mentioning, noted, thanking
from bot.coaching.drafts.answering import LateCall
from bot.coaching.drafts.composing import Draft
from bot.coaching.drafts.own_reason import can_be_said
from bot.coaching.drafts.recalling import is_wanted
from bot.coaching.drafts.thanking import interest_was_weak, next_to_thank
from bot.coaching.drafts.voice import Facts, Style
from bot.hear.rules.points import POINT
from storage.facts import Channel, Interview, Known, Opportunity

__all__ = [
    "DRAFTS",
    "Draft",
    "LateCall",
    "Style",
    "can_be_said",
    "can_say",
    "draft",
    "follow_up",
    "interest_was_weak",
    "lacks_reason",
    "left_out",
    "next_to_thank",
    "promised",
    "rejection_thanks",
    "second_follow_up",
    "thank_you",
]

DRAFTS: dict[str, Callable[..., Draft]] = {
    "sentence": thanking.sentence,
    "thank_you": thanking.thank_you,
    "rejection_thanks": thanking.rejection_thanks,
    "keep_in_touch": thanking.keep_in_touch,
    "linkedin": thanking.linkedin,
    "follow_up": asking.follow_up,
    "second_follow_up": asking.second_follow_up,
    "deadline": asking.deadline,
    "promised": answering.promised,
    "document_sent": answering.document_sent,
    "reply_invitation": answering.reply_invitation,
    "message": answering.message,
    "late_call": answering.late_call,
    "offer_received": answering.offer_received,
    "spoken_offer": answering.spoken_offer,
    "more_time": answering.more_time,
    "withdrawal": answering.withdrawal,
    "acceptance": answering.acceptance,
    "decline": answering.decline,
}
"""Every draft by name: a function of Facts and of what only this draft needs."""

GOODBYES = ("rejection_thanks", "withdrawal", "decline")
NO_LETTERS = ("sentence", "linkedin")
"""Drafts of one or two lines, into which nothing more goes."""


def can_say(known: Known, opportunity: Opportunity, words: str) -> bool:
    """Whether some of what the Person wants in a letter can be put into sentences."""
    language = Facts(known=known, opportunity=opportunity).language
    return bool(mentioning.mentions(words, language, to_them=not opportunity.via_agency))


def left_out(name: str, known: Known, opportunity: Opportunity, words: str) -> str:
    """What the Person wants in the draft of that name and no sentence of it can say; empty where all is said."""
    facts = Facts(known=known, opportunity=opportunity)
    if name in NO_LETTERS:
        return ", ".join(words.split(POINT))
    return mentioning.unworded(words, facts.language, to_them=not opportunity.via_agency)


def draft(
    name: str,
    known: Known,
    opportunity: Opportunity,
    *,
    interview: Interview | None = None,
    style: Style = Style.PLAIN,
    channel: Channel | None = None,
    to: str | None = None,
    now: datetime | None = None,
    mention: str = "",
    **params: Any,
) -> Draft:
    """The draft of that name. `to`: who reads it; an agency's consultant when one stands between (R12).

    A thank-you is for `to`, or for the next of the panel; through an agency pass `whom` it thanks.
    Raises KeyError for a name that is no draft, ValueError when a draft has nothing to say.
    """
    if name == "offer_received" and mentioning.PAY.fullmatch(mention):
        params, mention = params | {"pay": mention}, ""
    facts = Facts(
        known=known,
        opportunity=opportunity,
        interview=interview,
        style=style,
        channel=channel,
        to=to,
        now=now,
        mention=mention,
        is_goodbye=name in GOODBYES,
    )
    if name == "thank_you" and interview is not None:
        return _for_one_of_the_panel(facts, interview, **params)
    return DRAFTS[name](facts, **params)


def _for_one_of_the_panel(facts: Facts, interview: Interview, *, whom: str | None = None, **params: Any) -> Draft:
    """The note to one of them, in their own words (R16): the place in the panel chooses how each line is said."""
    placed, one = _placed(facts, interview, whom)
    return thanking.thank_you(placed, whom=one, **params)


def _placed(facts: Facts, interview: Interview, whom: str | None) -> tuple[Facts, str | None]:
    agency = facts.opportunity.via_agency
    names = interview.interviewers
    one = whom or (None if agency else facts.to) or next_to_thank(facts.known, interview)
    one = one or (names[0] if len(names) == 1 else None)
    return replace(facts, to=facts.to if agency else one, place=names.index(one) if one in names else 0), one


def lacks_reason(known: Known, opportunity: Opportunity, interview: Interview) -> int | None:
    """The number of the note that stands in the thank-you and does not say yet why it matters to the Person."""
    placed, one = _placed(Facts(known=known, opportunity=opportunity, interview=interview), interview, None)
    said = noted.detail_for(placed, one, interview.interviewers)
    if said is None or said.because is not None or noted.is_aside(placed, said) or not is_wanted(placed):
        return None
    return said.note


def thank_you(
    known: Known, opportunity: Opportunity, interview: Interview, *, style: Style = Style.PLAIN, **params: Any
) -> Draft:
    """The note after an interview (R13), to the next of a panel who has had none."""
    return draft("thank_you", known, opportunity, interview=interview, style=style, **params)


def follow_up(
    known: Known,
    opportunity: Opportunity,
    interview: Interview | None,
    channel: Channel | None,
    *,
    style: Style = Style.PLAIN,
) -> Draft:
    """The first status question: the interest, a point of the talk, the question, and no reproach (R43)."""
    return draft("follow_up", known, opportunity, interview=interview, channel=channel, style=style)


def second_follow_up(
    known: Known,
    opportunity: Opportunity,
    interview: Interview | None,
    channel: Channel | None,
    *,
    style: Style = Style.PLAIN,
) -> Draft:
    """The second and last one, shorter."""
    return draft("second_follow_up", known, opportunity, interview=interview, channel=channel, style=style)


def rejection_thanks(
    known: Known, opportunity: Opportunity, interview: Interview | None, *, style: Style = Style.PLAIN
) -> Draft:
    """After a no (R5): thanks, one question for feedback, the wish to stay in touch."""
    return draft("rejection_thanks", known, opportunity, interview=interview, style=style)


def promised(
    known: Known,
    opportunity: Opportunity,
    interview: Interview | None,
    what: str,
    *,
    late: bool,
    style: Style = Style.PLAIN,
) -> Draft:
    """The line that goes with what was promised (R11); late, with one line of apology."""
    return draft("promised", known, opportunity, interview=interview, style=style, what=what, late=late)
