"""What a model is told about one Draft: our own words for it, the facts that they are made of, and the wish."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from bot.coaching.checking.values import About
from bot.coaching.drafts import Style, noted
from bot.coaching.drafts.composing import LIMITS
from bot.coaching.drafts.voice import Facts
from bot.coaching.letters import last_over, made
from bot.coaching.own_text import about
from bot.words.named import Block
from storage.facts import Known, Opportunity

WRITTEN = frozenset({"thank_you", "follow_up", "second_follow_up", "rejection_thanks", "document_sent", "promised"})
"""Drafts that a model may put into words: none of them decides anything."""
LONGEST_WISH = 500
BETWEEN = "\n\n"
"""Between the greeting of a Draft, its paragraphs, and the regards."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """All that a model is told of one Draft, and what its answer is held against."""

    name: str
    language: str
    subject: str | None
    greeting: str
    ours: str
    """What our own words say between greeting and regards."""
    regards: str
    wish: str
    """What the Person wrote when they asked for it."""
    about: About
    facts: tuple[str, ...] = ()
    """What else was told and may be said: notes of the talk, the Person's own sentence."""
    before: str = ""
    """What a model has written of it before, which is to be changed."""
    limits: tuple[int, int] = field(default=LIMITS[Style.PLAIN])
    """The most lines, and the most words in all."""

    @property
    def told(self) -> str:
        """Every word that may be said because somebody has told it."""
        names = (self.about.employer, self.about.role or "", *self.about.interviewers)
        return "\n".join((self.ours, self.before, self.wish, self.greeting, self.regards, *names, *self.facts))

    def whole(self, body: str) -> Block:
        """A letter of these lines."""
        return Block(BETWEEN.join((self.greeting, body, self.regards)), self.subject)


def brief_of(
    known: Known,
    opportunity: Opportunity,
    now: datetime,
    name: str,
    *,
    style: Style,
    wish: str,
    before: str,
    **params: Any,
) -> Brief | None:
    """What a model would be told of this Draft; None where it is to be ours alone."""
    if name not in WRITTEN:
        return None
    block = made(known, opportunity, now, name, style, **params)
    greeting, *body, regards = block.text.split(BETWEEN) if BETWEEN in block.text else (block.text, "")
    if not body:  # something to be said on the phone
        return None
    facts = Facts(known=known, opportunity=opportunity, interview=last_over(known, opportunity, now))
    return Brief(
        name=name,
        language=facts.language,
        subject=block.subject,
        greeting=greeting,
        ours=BETWEEN.join(body),
        regards=regards,
        wish=wish[:LONGEST_WISH],
        about=replace(about(known, opportunity, now, name), language=facts.language),
        facts=tuple(_facts(facts)),
        before=before,
        limits=LIMITS[style],
    )


def _facts(facts: Facts) -> list[str]:
    """The points of the talk that a Draft may speak of, and how the Person says that they want the job."""
    told = [one.told.text for one in noted.details(facts)]
    idea = noted.idea(facts)
    others = (idea.text if idea else None, facts.met_on, facts.known.person.sentence)
    return [*told, *(one for one in others if one)]
