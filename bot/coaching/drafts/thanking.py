"""Drafts that thank: the sentence before leaving, the note after an interview, after a no, and later signs of life."""

from __future__ import annotations

from collections.abc import Iterator

from bot.coaching.drafts import noted, sending, told
from bot.coaching.drafts.composing import Draft, Line, Need, letter, subject_of
from bot.coaching.drafts.recalling import idea_line, told_line
from bot.coaching.drafts.voice import Facts
from storage.facts import UNREACHED, Answer, ContactKind, Interview, Known, Mood, Side

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
    reached = (name for name in interview.interviewers if f"{UNREACHED}{name}" not in interview.passed_over)
    return next((name for name in reached if name.casefold() not in thanked), None)


def sentence(facts: Facts) -> Draft:
    """What to say before leaving (advice 1, 4): the Person's own words when there are any."""
    return Draft(None, facts.known.person.sentence or facts.line("sentence"))


def thank_you(facts: Facts, *, whom: str | None = None, question: str | None = None) -> Draft:
    """The note after an interview (R13). `whom`: which of a panel it thanks; `question`: one of the Person's own."""
    return letter(facts, subject_of(facts, "thank_you.subject"), _thank_you(facts, whom, question))


def _thank_you(facts: Facts, whom: str | None, question: str | None) -> Iterator[Line]:
    interview = facts.interview
    first = "thank_you.thanks" if facts.was_good or facts.opportunity.via_agency else "thank_you.thanks_plain"
    yield Line(facts.line(first, role=facts.role, when=facts.when))
    if facts.opportunity.via_agency:
        name = told.object_of(whom or "", facts.language) or facts.employer
        yield Line(facts.line("thank_you.pass_on" if facts.was_good else "thank_you.pass_on_plain", name=name))
    yield from _from_the_talk(facts, whom)
    if interview is None or interview.still_wanted is not Answer.NO:
        yield Line(facts.line(f"thank_you.{_interest(interview)}"), begins=True)
    yield from _what_was_missing(facts)
    yield from _what_comes(facts, question)


def _interest(interview: Interview | None) -> str:
    """How the interest is said, after what was said of it and how it came across."""
    if interview is None:
        return "interest"
    if interview.interest_said is Answer.NO:
        return "interest_unsaid"
    if interest_was_weak(interview):
        return "interest"
    return "interest_said" if interview.interest_said is Answer.YES else "interest"


def _what_was_missing(facts: Facts) -> Iterator[Line]:
    """After a rough talk, the answer that the Person would have liked to give; the weakness itself is not named."""
    rough = facts.interview is not None and facts.interview.mood is Mood.ROUGH
    found = noted.answered(facts) if rough and not facts.opportunity.via_agency else None
    if found is not None:
        key = "thank_you.answer_how" if found.is_clause else "thank_you.answer"
        yield Line(facts.line(key, question=found.question, answer=found.answer), Need.GOOD)


def _what_comes(facts: Facts, question: str | None) -> Iterator[Line]:
    """What is owed, and what is asked or said of the time."""
    interview, owed = facts.interview, _owed(facts)
    if owed is not None:
        yield owed
    asked = told.sentence(question) if question else None
    if asked:
        yield Line(asked, Need.GOOD)
    elif interview is not None and interview.window_answer is Answer.NO:
        yield Line(facts.line("thank_you.timeline"), Need.EXTRA)
    elif facts.named_day and facts.today and facts.named_day > facts.today:
        yield Line(facts.line("thank_you.named", day=facts.day(facts.named_day)), Need.EXTRA)


def _owed(facts: Facts) -> Line | None:
    """What the Person has promised to send, with its day."""
    ours = (p for p in facts.known.promises if p.opportunity_id == facts.opportunity.id and p.side is Side.OURS)
    due = [p for p in ours if p.done_at is None and not p.broken and facts.today and p.due > facts.today]
    what = sending.owed(due[0].what, facts.language) if due else None
    said = sending.sent(what, facts.language) if what else None
    return Line(facts.line("thank_you.owed", what=said, day=facts.day(due[0].due)), Need.GOOD) if said else None


def interest_was_weak(interview: Interview) -> bool:
    """Whether the interest was not said, or did not come across (advice 2, 24)."""
    weak = interview.interest_shown is not None and 1 <= interview.interest_shown <= WEAK_INTEREST
    return weak or interview.interest_said in (Answer.NO, Answer.UNSURE) or interview.mood is Mood.ROUGH


def _from_the_talk(facts: Facts, whom: str | None) -> Iterator[Line]:
    """One line that could be in no other note: what was said, or what the Person would do. Else there is none."""
    said = noted.detail_for(facts, whom, facts.interview.interviewers if facts.interview else ())
    if said is not None:
        yield from told_line(facts, "thank_you.detail_own" if said.is_own else "thank_you.detail", said.told)
    elif facts.place == 0:
        yield from idea_line(facts)


def rejection_thanks(facts: Facts) -> Draft:
    """After a no (R5): thanks, one question for feedback, the wish to stay in touch. No arguing."""
    return letter(facts, facts.line("no.subject"), _rejection_thanks(facts))


def _rejection_thanks(facts: Facts) -> Iterator[Line]:
    met = facts.interview is not None and not facts.opportunity.via_agency
    because = noted.reason(facts)
    if because is not None:
        yield Line(facts.line("no.thanks_reason", role=facts.role, reason=because.text))
    else:
        yield Line(facts.line("no.thanks", role=facts.role))
    yield Line(facts.line("no.feedback_more" if because else "no.feedback"), begins=True)
    if not facts.asks_to_be_kept_in_mind:  # the wish of their own says it
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
