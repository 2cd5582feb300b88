"""Interviews, as people speak of them: a new one, another time, none at all, an invitation, an offer."""

from __future__ import annotations

import re

from bot.dialogue import adding, correcting, endings, offers, sounds_de
from bot.dialogue.statement import Statement, concerning, sounds
from bot.dialogue.talk import Talk
from bot.dialogue.which import is_employer, named_in
from bot.hear.times import InterviewRead
from storage.facts import Opportunity

SKETCH_QUESTIONS = ("employer", "start", "past_start")


@concerning("offer")
def _offer(talk: Talk, opportunity: Opportunity, text: str) -> None:
    spoken = re.search(
        r"\b(verbal|spoken|on the phone|by phone|over the phone)\b", text, re.IGNORECASE
    ) or sounds_de.SPOKEN.search(text)
    offers.offered(talk, opportunity, spoken=spoken is not None)


@concerning("moved")
def _interview_moved(talk: Talk, opportunity: Opportunity, text: str) -> bool:
    ahead = [interview for interview in talk.interviews_of(opportunity) if interview.end > talk.now]
    if not ahead:
        return False
    there = ahead[0].start.astimezone(talk.zone)
    read = adding.read_when(talk, text, there.date().isoformat(), there.time())
    return isinstance(read, InterviewRead) and correcting.reschedule(talk, ahead[0], read)


@concerning("called_off")
def _called_off(talk: Talk, opportunity: Opportunity, _text: str) -> bool:
    ahead = [interview for interview in talk.interviews_of(opportunity) if interview.end > talk.now]
    if not ahead:
        return False
    endings.drop(talk, ahead[0])
    return True


@concerning("invited")
def _invited(talk: Talk, opportunity: Opportunity, text: str) -> None:
    endings.invited(talk, opportunity, text)


def _new_interview(talk: Talk, text: str) -> bool:
    if talk.person.asking in SKETCH_QUESTIONS:
        return False
    named = named_in(talk, text)
    only = talk.open_opportunities if re.search(_THEM, text, re.IGNORECASE) or sounds_de.THEM.search(text) else ()
    same = named if len(named) == 1 else list(only) if len(only) == 1 else []
    known = same[0] if same and not _is_with_another(talk, text, same[0]) else None
    adding.begin(talk, text, bare=False, opportunity=known)
    return True


def _is_with_another(talk: Talk, text: str, opportunity: Opportunity) -> bool:
    """Whether the text says with whom, and it is another employer: "Acme Labs" when Acme is known."""
    rest = talk.time_in(text).rest
    said = adding.read_names(rest, talk.person.language, bare=False).employer
    if said is None or said.casefold() == opportunity.employer.casefold() or named_in(talk, said):
        return False
    return said[0].isupper() and is_employer(talk, said)


def _time_with_somebody(talk: Talk, text: str) -> bool:
    """ "Tomorrow at 3pm with Northwind": no word for a talk, but a time and a name."""
    read = talk.time_in(text)
    is_answer = talk.person.asking not in (None, "zone")
    if is_answer or not isinstance(read, InterviewRead):
        return False
    if adding.read_names(read.rest, talk.person.language, bare=False).employer is None:
        return False
    adding.begin(talk, text, bare=False)
    return True


_THEM = r"\b(they|he|she|hr|the (recruiter|company|hiring manager|manager|agency|team)|them)\b"
_ROUND = r"(interview(ing)?|phone screen|screening|(second|final|next) round|assessment)"

STATEMENTS: tuple[Statement, ...] = (
    Statement(
        "moved",
        sounds(
            r"\b(interview|talk|call|it|round)\b.*\b(moved|pushed|shifted|bumped|rescheduled|postponed|put off"
            r"|brought forward|now at|is now on)\b"
            r"|\bmoved (it|the interview|us)\b"
        ),
        _interview_moved,
        german=sounds_de.MOVED,
    ),
    Statement(
        "called_off",
        sounds(
            r"^\W*(it'?s |it was |they( have|'ve)? |she |he )?(just )?cancell?ed\b"
            r"(?=\W*$|[,.;:!]| (it|me|on me|today|tomorrow|and)\b)"
            r"|\b(interview|talk|call)\b.*\b(cancell?ed|called off|off)\b|\bcall(ed)? off (the|my|our"
            r"|this) (\w+ )?(interview|talk|call|meeting)\b|\bcancell?ed (the|my) (interview|talk|call)\b"
        ),
        _called_off,
        german=sounds_de.CALLED_OFF,
    ),
    Statement(
        "interview",
        sounds(rf"\b{_ROUND}\b.*\b(with|at|on|to(day|night|morrow)|next|this|mon|tue|wed|thu|fri|sat|sun|\d)"),
        _new_interview,
        needs_opportunity=False,
        german=sounds_de.INTERVIEW,
    ),
    Statement(
        "offer",
        sounds(
            r"^(?!.*\b(another|other|different)\b).*(\boffer(ed)? me( (the|a|this|that) (\w+ )?(job|role|position"
            r"|post|place|spot|contract|internship)| it|\W*$|,| and)"
            r"|\b(contract|offer letter) (has )?(just |finally )?(arrived|came|is here|is in my)"
            r"|\b(made|gave|sent|got|have|received|extended|presented) (me )?(an|the|a) ?(job |verbal "
            r"|written )?offer\b)"
        ),
        _offer,
        german=sounds_de.OFFER,
    ),
    Statement(
        "invited",
        sounds(
            r"\binvited? me\b|\b(got|was|been|am) invited\b(?! to connect)|\basked me (back|in again)\b|\b(want"
            r"|wants|like)( me| to (see|meet|talk to|speak to) me) (back|again)\b"
            r"|\b(through|made it|got|made) (in)?to the (next|second|final|last) (stage|round|step)\b"
            r"|\b(second|next|final|another) (round|interview)\b"
        ),
        _invited,
        german=sounds_de.INVITED,
    ),
)
TIMES: tuple[Statement, ...] = (
    Statement("time", sounds(r"\bwith\s+\w"), _time_with_somebody, needs_opportunity=False, german=sounds_de.TIME),
)
