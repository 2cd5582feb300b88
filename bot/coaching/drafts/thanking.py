"""Drafts that thank: the sentence before leaving, the note after an interview, after a no, and later signs of life."""

from __future__ import annotations

from collections.abc import Iterator

from bot.coaching.drafts import noted, told
from bot.coaching.drafts.composing import Draft, Facts, Line, Need, letter
from storage.facts import Answer, ContactKind, Interview, Known, Mood

WEAK_INTEREST = 3
"""From 1 to 5: up to here the note says the interest more strongly (advice 24)."""


def next_to_thank(known: Known, interview: Interview) -> str | None:
    """Who of a panel has had no note yet (R16); None when no names are known."""
    thanked = {
        (contact.to or "").casefold()
        for contact in known.contacts
        if contact.opportunity_id == interview.opportunity_id
        and contact.kind is ContactKind.THANK_YOU
        and contact.at >= interview.start
    }
    return next((name for name in interview.interviewers if name.casefold() not in thanked), None)


def sentence(facts: Facts) -> Draft:
    """What to say before leaving (advice 1, 4): the Person's own words when there are any."""
    return Draft(None, facts.known.person.sentence or facts.line("sentence"))


def thank_you(facts: Facts, *, whom: str | None = None, question: str | None = None) -> Draft:
    """The note after an interview (R13). `whom`: which of a panel it thanks; `question`: one of the Person's own."""
    return letter(facts, facts.line("thank_you.subject"), _thank_you(facts, whom, question))


def _thank_you(facts: Facts, whom: str | None, question: str | None) -> Iterator[Line]:
    interview = facts.interview
    yield Line(facts.line("thank_you.thanks", role=facts.role))
    if facts.opportunity.via_agency:
        yield Line(facts.line("thank_you.pass_on", name=told.name(whom or "") or facts.employer))
    if interview is None or interview.still_wanted is not Answer.NO:
        unsaid = interview is not None and interest_was_weak(interview)
        yield Line(facts.line("thank_you.interest_unsaid" if unsaid else "thank_you.interest", employer=facts.employer))
    yield from _from_the_talk(facts, whom)
    yield Line(facts.line("thank_you.offer"), Need.EXTRA)
    asked = told.sentence(question) if question else None
    if asked:
        yield Line(asked, Need.GOOD)
    elif interview is not None and interview.window_answer is Answer.NO:
        yield Line(facts.line("thank_you.timeline"), Need.EXTRA)


def interest_was_weak(interview: Interview) -> bool:
    """Whether the interest was not said, or did not come across (advice 2, 24)."""
    weak = interview.interest_shown is not None and 1 <= interview.interest_shown <= WEAK_INTEREST
    return weak or interview.interest_said in (Answer.NO, Answer.UNSURE) or interview.mood is Mood.ROUGH


def _from_the_talk(facts: Facts, whom: str | None) -> Iterator[Line]:
    """One line that could be in no other note: what was said, what the reader does, what the Person would do."""
    said = noted.detail_for(facts, whom, facts.interview.interviewers if facts.interview else ())
    position = None if facts.opportunity.via_agency else noted.position(facts, whom)
    idea = noted.idea(facts) if facts.place == 0 else None
    if said is not None:
        own = bool(whom and said.said_by and told.same_name(whom, said.said_by)) and not facts.opportunity.via_agency
        yield Line(facts.line("thank_you.detail_own" if own else "thank_you.detail", detail=said.text), Need.GOOD)
    elif position is not None:
        yield Line(facts.line("thank_you.position", position=position), Need.GOOD)
    elif idea is not None:
        yield Line(facts.line("thank_you.idea", idea=idea), Need.GOOD)


def rejection_thanks(facts: Facts) -> Draft:
    """After a no (R5): thanks, one question for feedback, the wish to stay in touch. No arguing."""
    return letter(facts, facts.line("no.subject"), _rejection_thanks(facts))


def _rejection_thanks(facts: Facts) -> Iterator[Line]:
    met = facts.interview is not None and not facts.opportunity.via_agency
    yield Line(facts.line("no.thanks", role=facts.role))
    yield Line(facts.line("no.feedback"))
    yield Line(facts.line("no.touch" if met else "no.touch_unmet"), Need.GOOD)


def keep_in_touch(facts: Facts, *, what: str) -> Draft:
    """A sign of life after a no (R6). Raises ValueError without something to say."""
    news = told.sentence(what)
    if news is None:
        raise ValueError("there must be something to say")
    return letter(facts, facts.line("touch.subject"), _keep_in_touch(facts, news))


def _keep_in_touch(facts: Facts, news: str) -> Iterator[Line]:
    met = facts.met_on if not facts.opportunity.via_agency else None
    if met:
        yield Line(facts.line("touch.met", day=met, role=facts.role))
    else:
        yield Line(facts.line("touch.unmet", role=facts.role))
    yield Line(news)
    yield Line(facts.line("touch.door"), Need.EXTRA)


def linkedin(facts: Facts) -> Draft:
    """A request to connect (R38): at most 280 characters, no question; LinkedIn shows the name itself."""
    met = facts.interview is not None and not facts.opportunity.via_agency
    thanks = facts.line("linkedin.met" if met else "linkedin.unmet", role=facts.role)
    return Draft(None, f"{facts.greeting}\n{facts.begun(thanks)} {facts.line('linkedin.connect')}")
