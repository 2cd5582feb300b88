"""Drafts: texts for the Person to send. Afterword never sends anything to an employer.

Composed from facts the Person gave: a fact that is missing drops its line, and none is invented. Every draft says
that the interest continues (R43), because a bare question about next steps does not say it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bot import words
from scheduler.nudges import zone_of
from storage.facts import Answer, Channel, ContactKind, Interview, Known, Mood, Opportunity


@dataclass(frozen=True, slots=True)
class Draft:
    """A text to send: a subject for mail, None for what is said on the phone."""

    subject: str | None
    text: str


@dataclass(frozen=True, slots=True)
class _Facts:
    """What a draft may speak of."""

    known: Known
    opportunity: Opportunity
    interview: Interview | None

    def line(self, key: str, **params: object) -> str:
        """A line of a draft, from the catalogue."""
        return words.plain(f"draft.{key}", self.known.person.language, **params)

    def role(self) -> str:
        """The job, as precisely as it is known."""
        if self.opportunity.role:
            return self.line("role.named", role=self.opportunity.role, employer=self.opportunity.employer)
        return self.line("role.unnamed", employer=self.opportunity.employer)

    def interview_day(self) -> str | None:
        """The day of the talk, as the Person writes it."""
        if self.interview is None:
            return None
        there = self.interview.end.astimezone(zone_of(self.known.person)).date()
        return words.day(there, self.known.person.language)

    def signed(self, lines: Iterator[str], to: str | None = None) -> str:
        """Greeting, lines, name. A panel is greeted by name only when the note is for one of them."""
        names = self.interview.interviewers if self.interview else ()
        name = to or (names[0] if len(names) == 1 else None)
        greeting = self.line("greeting.named", name=name) if name else self.line("greeting")
        return "\n".join((greeting, "", *lines, "", self.line("regards"), self.known.person.name)).rstrip()


def thank_you(known: Known, opportunity: Opportunity, interview: Interview) -> Draft:
    """The note after an interview (R13): thanks, interest, an offer of more, and the timeline if nobody named one."""
    facts = _Facts(known, opportunity, interview)
    to = next_to_thank(known, interview)
    return Draft(facts.line("thank_you.subject"), facts.signed(_thank_you(facts, interview), to))


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


def _thank_you(facts: _Facts, interview: Interview) -> Iterator[str]:
    yield facts.line("thank_you.thanks", role=facts.role())
    unsaid = interview.interest_said in (Answer.NO, Answer.UNSURE) or interview.mood is Mood.ROUGH
    yield facts.line(
        "thank_you.interest_unsaid" if unsaid else "thank_you.interest", employer=facts.opportunity.employer
    )
    yield facts.line("thank_you.offer")
    if interview.window_answer is Answer.NO:
        yield facts.line("thank_you.timeline")


def follow_up(known: Known, opportunity: Opportunity, interview: Interview | None, channel: Channel | None) -> Draft:
    """The first status question: the interest, the question, and no reproach (R43)."""
    facts = _Facts(known, opportunity, interview)
    if channel is Channel.PHONE:
        return Draft(None, facts.line("follow_up.phone", name=known.person.name, role=facts.role()))
    return Draft(facts.line("follow_up.subject", role=facts.role()), facts.signed(_follow_up(facts)))


def _follow_up(facts: _Facts) -> Iterator[str]:
    day = facts.interview_day()
    if day:
        yield facts.line("follow_up.met", day=day, role=facts.role())
    yield facts.line("follow_up.interest", employer=facts.opportunity.employer)
    yield facts.line("follow_up.question")
    yield facts.line("follow_up.offer")


def second_follow_up(
    known: Known, opportunity: Opportunity, interview: Interview | None, channel: Channel | None
) -> Draft:
    """The second and last one, shorter."""
    facts = _Facts(known, opportunity, interview)
    if channel is Channel.PHONE:
        return Draft(None, facts.line("second.phone", name=known.person.name, role=facts.role()))
    lines = iter((facts.line("second.interest", role=facts.role()), facts.line("second.question")))
    return Draft(facts.line("follow_up.subject", role=facts.role()), facts.signed(lines))


def rejection_thanks(known: Known, opportunity: Opportunity, interview: Interview | None) -> Draft:
    """After a no (R5): thanks, one question for feedback, the wish to stay in touch."""
    facts = _Facts(known, opportunity, interview)
    lines = iter(facts.line(f"no.{part}", role=facts.role()) for part in ("thanks", "feedback", "touch"))
    return Draft(facts.line("no.subject"), facts.signed(lines))


def promised(known: Known, opportunity: Opportunity, interview: Interview | None, what: str, *, late: bool) -> Draft:
    """The line that goes with what was promised (R11); late, with one line of apology."""
    facts = _Facts(known, opportunity, interview)
    lines = iter((facts.line("promise.late" if late else "promise.here", what=what), facts.line("promise.more")))
    return Draft(facts.line("promise.subject", what=what), facts.signed(lines))
