"""What they told about their work, where nobody else heard anything in it: a detail, for the letters to come."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from bot.coaching.drafts import told
from bot.coaching.letters import line_for
from bot.hear.act import Act, By, Heard
from bot.hear.fold import fold, words_of
from bot.hear.language import language_of
from bot.learn.called import named_in
from bot.learn.ledger import Ledger
from storage.facts import Opportunity

LED = re.compile(r"^(?:(?:oh|ah|and|also|btw|well|so|then|und|aber|ach|also|übrigens)\b[ ,]*)+", re.IGNORECASE)
"""What joins it to what was said before."""
FIT = ("kept.note.detail", "kept.note.detail.later")
"""The line of what a letter can say."""


def may_be(heard: Heard) -> Iterator[str]:
    """The clauses in which nothing was heard, or nothing but a name."""
    yield from heard.rest
    spans = [act.span for act in heard.acts]
    yield from (act.span for act in heard.acts if act.name == "met" and spans.count(act.span) == 1)


def details(ledger: Ledger, clauses: Iterable[str]) -> Iterator[tuple[str, Act]]:
    """Those of the clauses that tell what they said at a talk that has been, each with the act that keeps it."""
    opportunity = _told_of(ledger)
    talk = ledger.last_over(opportunity) if opportunity is not None else None
    if opportunity is None or talk is None:
        return
    for clause in clauses:
        said = _with_names(LED.sub("", clause).strip(), talk.interviewers)
        language = language_of(words_of(fold(said))) or ledger.person.language
        is_fit = line_for(ledger.known, opportunity, talk, said) in FIT
        if is_fit and told.is_reported(said, language):
            slots = {"kind": "detail", "text": said, "about": opportunity.employer}
            yield clause, Act("note", slots, span=clause, by=By.RULES)


def _told_of(ledger: Ledger) -> Opportunity | None:
    """By name, the one of this message, the one spoken of, or the only one."""
    ours = ledger.open_opportunities
    there = named_in(ledger, ledger.incoming.text) or ledger.find(Opportunity, ledger.meant or ledger.person.topic)
    return there or (ours[0] if len(ours) == 1 else None)


def _with_names(text: str, names: Iterable[str]) -> str:
    """With the names of those who were met as they are written: "sara said" is Sara's."""
    for part in dict.fromkeys(part for name in names for part in name.split() if part[:1].isupper()):
        text = re.sub(rf"\b{re.escape(part)}\b", part, text, flags=re.IGNORECASE)
    return text
