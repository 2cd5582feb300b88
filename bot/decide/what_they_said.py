"""What they told about their work, where nobody else heard anything in it: a detail, for the letters to come."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bot.coaching.letters import line_for
from bot.coaching.reporting import reported
from bot.hear.act import Act, By, Heard
from bot.learn.called import named_in
from bot.learn.ledger import Ledger
from storage.facts import Opportunity

FIT = ("kept.note.detail", "kept.note.detail.later")
"""The line of what a letter can say."""


def may_be(heard: Heard) -> Iterator[str]:
    """The clauses in which nothing was heard, or nothing but a name."""
    yield from heard.rest
    spans = [act.span for act in heard.acts]
    yield from (act.span for act in heard.acts if act.name == "met" and spans.count(act.span) == 1)


def details(ledger: Ledger, clauses: Iterable[str]) -> Iterator[tuple[str, Act]]:
    """Those of the clauses that tell what they said at a talk that has been, each with the act that keeps it."""
    told = tuple(clauses)
    if not told or all(interview.end > ledger.now for interview in ledger.known.interviews):
        return
    opportunity = _told_of(ledger)
    talk = ledger.last_over(opportunity) if opportunity is not None else None
    if opportunity is None or talk is None:
        return
    for clause in told:
        for said in reported(clause, talk.interviewers, ledger.person.language):
            if line_for(ledger.known, opportunity, talk, said) in FIT:
                slots = {"kind": "detail", "text": said, "about": opportunity.employer}
                yield clause, Act("note", slots, span=clause, by=By.RULES)


def _told_of(ledger: Ledger) -> Opportunity | None:
    """By name, the one of this message, the one spoken of, or the only one."""
    ours = ledger.open_opportunities
    there = named_in(ledger, ledger.incoming.text) or ledger.find(Opportunity, ledger.meant or ledger.person.topic)
    return there or (ours[0] if len(ours) == 1 else None)
