"""Drafts that thank: the sentence before leaving, the note after an interview, after a no, and later signs of life."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bot.coaching.drafts import noted, sending, told
from bot.coaching.drafts.composing import Draft, Line, Need, letter, matter_of, subject_of
from bot.coaching.drafts.recalling import idea_line, is_wanted, thought_line, wish
from bot.coaching.drafts.thoughts import ASIDE, PULLS, Manner, Thought, thought
from bot.coaching.drafts.voice import Facts
from storage.facts import UNREACHED, Answer, Channel, ContactKind, Interview, Known, Mood, Side

BOTH = 2
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
    yield _thanks(facts)
    if facts.opportunity.via_agency:
        name = told.object_of(whom or "", facts.language) or facts.employer
        yield Line(facts.line("thank_you.pass_on" if facts.was_good else "thank_you.pass_on_plain", name=name))
    yield from _for_their_kindness(facts, whom)
    yield from _why_it_is_wanted(facts, whom)
    yield from _what_comes(facts, question)


def _thanks(facts: Facts) -> Line:
    if facts.channel is Channel.TEXT and not facts.opportunity.via_agency:
        return Line(facts.line("thank_you.thanks_text", when=facts.when))
    first = "thank_you.thanks" if facts.was_good or facts.opportunity.via_agency else "thank_you.thanks_plain"
    return Line(facts.line(first, role=facts.role, when=facts.when))


def _for_their_kindness(facts: Facts, whom: str | None) -> Iterator[Line]:
    """How they treated the Person, where it is told beside something of the work; of a panel nobody knows who did."""
    stuck, met = _stuck(facts, whom), facts.interview.interviewers if facts.interview else ()
    if stuck is None or stuck.manner is Manner.KIND or len(met) > 1 or facts.channel is Channel.TEXT:
        return
    told_there = (thought(one.told, facts.language) for one in noted.details(facts))
    kind = next((one for one in told_there if one is not None and one.manner is Manner.KIND), None)
    if kind is not None:
        yield thought_line(facts, kind)


def _why_it_is_wanted(facts: Facts, whom: str | None) -> Iterator[Line]:
    """What stuck, or what was missing, and then the wish, once, as it follows from the first."""
    answer, stuck = _answered(facts), _stuck(facts, whom)
    if facts.channel is Channel.TEXT and is_wanted(facts):
        yield from _in_one_line(facts, stuck)
        return
    first = answer or (thought_line(facts, stuck, begins=True) if stuck is not None else None)
    if first is not None:
        yield first
    if not is_wanted(facts):
        return
    yield Line(_wish(facts, None if answer is not None else stuck))
    if stuck is not None and answer is not None:
        yield thought_line(facts, stuck)
    if facts.place == 0:
        yield from idea_line(facts)


def _in_one_line(facts: Facts, stuck: Thought | None) -> Iterator[Line]:
    """All of it in a text message."""
    if stuck is not None and stuck.manner is Manner.WORK:
        yield Line(facts.line("wish.text.work", detail=stuck.told.text))
        return
    if stuck is not None:
        yield thought_line(facts, stuck)
    yield Line(facts.line("wish.text"))


def _wish(facts: Facts, stuck: Thought | None) -> str:
    """The wish, after what stands before it; with a word of its own where it was not said in the talk."""
    said, talk = _wished(facts, stuck), facts.interview
    if talk is not None and talk.interest_said is Answer.NO and not _is_of_a_question(facts):
        return facts.line("thank_you.unsaid", wish=said)
    return said


def _wished(facts: Facts, stuck: Thought | None) -> str:
    is_weak = facts.interview is None or interest_was_weak(facts.interview)
    if _is_of_a_question(facts):
        return facts.line("wish.question")
    if stuck is not None and (stuck.manner in PULLS or (stuck.manner not in ASIDE and not _is_to_be_said(facts))):
        return wish(facts, stuck)
    if is_weak or not facts.was_good:
        return facts.line("wish.plain")
    several = _met_with_others(facts) if stuck is None else 0
    return facts.line("wish.both" if several == BOTH else "wish.panel" if several else "wish.after")


def _is_to_be_said(facts: Facts) -> bool:
    """Whether the interest needs a sentence of its own, because it was not said or did not come across."""
    return facts.interview is not None and interest_was_weak(replace(facts.interview, mood=None))


def _is_of_a_question(facts: Facts) -> bool:
    """Whether an answer that was missing stands before it, to a question that is part of the work."""
    answered = _missing(facts)
    return answered is not None and answered.is_clause


def _met_with_others(facts: Facts) -> int:
    """How many of them the Person met, where it was not one alone; through an agency it does not matter."""
    met = () if facts.interview is None or facts.opportunity.via_agency else facts.interview.interviewers
    return len(met) if len(met) > 1 else 0


def _missing(facts: Facts) -> noted.Answered | None:
    """After a rough talk, the answer that the Person would have liked to give; the weakness itself is not named."""
    rough = facts.interview is not None and facts.interview.mood is Mood.ROUGH
    return noted.answered(facts) if rough and not facts.opportunity.via_agency else None


def _answered(facts: Facts) -> Line | None:
    found = _missing(facts)
    if found is None:
        return None
    key = "thank_you.answer_how" if found.is_clause else "thank_you.answer"
    return Line(facts.line(key, question=found.question, answer=found.answer), Need.GOOD, begins=True)


def _what_comes(facts: Facts, question: str | None) -> Iterator[Line]:
    """What is owed, and what is asked or said of the time."""
    interview, owed = facts.interview, _owed(facts)
    if owed is not None:
        yield owed
    begins = owed is None
    asked = told.sentence(question) if question else None
    if asked:
        yield Line(asked, Need.GOOD, begins=begins)
    elif interview is not None and interview.window_answer is Answer.NO:
        yield Line(facts.line("thank_you.timeline"), Need.EXTRA, begins=begins)
    elif facts.named_day and facts.today and facts.named_day > facts.today:
        yield Line(facts.line("thank_you.named", day=facts.day(facts.named_day)), Need.EXTRA, begins=begins)
    elif is_wanted(facts):
        yield Line(facts.line("thank_you.close"), Need.EXTRA, begins=begins)


def _owed(facts: Facts) -> Line | None:
    """What the Person has promised to send, with its day."""
    ours = (p for p in facts.known.promises if p.opportunity_id == facts.opportunity.id and p.side is Side.OURS)
    due = [p for p in ours if p.done_at is None and not p.broken and facts.today and p.due > facts.today]
    what = sending.owed(due[0].what, facts.language) if due else None
    said = sending.sent(what, facts.language) if what else None
    if said is None:
        return None
    return Line(facts.line("thank_you.owed", what=said, day=facts.day(due[0].due)), Need.GOOD, begins=True)


def interest_was_weak(interview: Interview) -> bool:
    """Whether the interest was not said, or did not come across (advice 2, 24)."""
    weak = interview.interest_shown is not None and 1 <= interview.interest_shown <= WEAK_INTEREST
    return weak or interview.interest_said in (Answer.NO, Answer.UNSURE) or interview.mood is Mood.ROUGH


def _stuck(facts: Facts, whom: str | None) -> Thought | None:
    """What was told there and could be in no other note: their own word first."""
    said = noted.detail_for(facts, whom, facts.interview.interviewers if facts.interview else ())
    found = thought(said.told, facts.language, is_own=said.is_own, because=said.because) if said is not None else None
    return None if found is None or (found.manner is Manner.WORK and not is_wanted(facts)) else found


def rejection_thanks(facts: Facts) -> Draft:
    """After a no (R5): thanks, one question for feedback, the wish to stay in touch. No arguing."""
    return letter(facts, matter_of(facts, "no.subject"), _rejection_thanks(facts))


def _rejection_thanks(facts: Facts) -> Iterator[Line]:
    met = facts.interview is not None and not facts.opportunity.via_agency
    because, seen = noted.reason(facts), facts.interview.interviewers if facts.interview else ()
    if because is not None:
        yield Line(facts.line("no.thanks_reason", role=facts.role, reason=because.text))
    else:
        yield Line(facts.line("no.thanks", role=facts.role))
    if facts.opportunity.via_agency and len(seen) == 1:
        name = told.object_of(seen[0], facts.language)
        yield Line(facts.line("thank_you.pass_on_plain", name=name), Need.GOOD)
    yield Line(facts.line("no.feedback_more" if because else "no.feedback"), begins=True)
    if not facts.asks_to_be_kept_in_mind:  # the wish of their own says it
        yield Line(facts.line("no.touch" if met else "no.touch_unmet", on=facts.on_day), Need.GOOD)


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
