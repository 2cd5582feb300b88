"""What the Person thinks of something they were told, by its kind: never a receipt for it.

Something that changes is something to be part of, a habit is how one would like to work; what is neither was good to
hear. A comfort is good to hear as well, and no reason to want a job.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from bot.coaching.drafts.blemishes import is_blemish, work_in
from bot.coaching.drafts.forms import Form, Told
from bot.coaching.drafts.kindness import is_kindness
from bot.coaching.drafts.own_reason import OwnReason
from bot.hear.bounded import bounded


class Manner(StrEnum):
    """What kind of thing was told; each has its sentences in the catalogue, by this name."""

    CHANGE = "change"
    """Something that they are about to do: "you are moving to event sourcing"."""
    HABIT = "habit"
    """How they work: "you pair every Friday"."""
    CLAUSE = "clause"
    HOW = "how"
    """ "How you onboard people"."""
    THING = "thing"
    DONE = "done"
    """Something that was done with the Person there: "the tour of the plant"."""
    FACT = "fact"
    """What the job asks for: good to know, and no reason to want it."""
    PERK = "perk"
    """What is pleasant there beside the work: "the dog in the office", "your move to a four-day week"."""
    KIND = "kind"
    """How they treated the Person: "you made it easy to think aloud"."""
    ONE = "one"
    QUOTE = "quote"
    WORK = "work"
    """A thing that has a fault; only the thing is named."""


PULLS = frozenset({Manner.CHANGE, Manner.HABIT, Manner.WORK, Manner.QUOTE})
"""Kinds with a wish of their own: to be part of it, to work like that."""
ASIDE = frozenset({Manner.FACT, Manner.PERK, Manner.KIND, Manner.DONE})
"""Kinds that are no reason to want the job; what is told of the work goes before them."""


@dataclass(frozen=True, slots=True)
class Thought:
    """Something that was told, with its kind."""

    manner: Manner
    told: Told
    is_own: bool = False
    """The reader is the one who said it."""
    because: OwnReason | None = None
    """Why it matters to the Person, as far as they said."""

    @property
    def kind(self) -> str:
        """The name of its sentence in the catalogue: only some kinds have one that is not that of their form."""
        if self.manner is Manner.FACT:
            return f"fact.{self.told.form}"
        return self.manner if self.manner in _OF_THEIR_OWN else self.told.form

    @property
    def places(self) -> dict[str, str]:
        """What its sentences have places for."""
        told = self.told
        bare = told.text.removeprefix("über ") if self.manner is Manner.DONE else told.text
        return {"detail": bare, "begun": told.begun, "closed": told.closed, "opened": told.opened}


_OF_THEIR_OWN = (Manner.HOW, Manner.DONE, Manner.WORK, Manner.KIND)


def thought(told: Told, language: str, *, is_own: bool = False, because: OwnReason | None = None) -> Thought | None:
    """None for a fault of theirs with which nothing can be done."""
    if is_blemish(told, language) and not is_kindness(told.text, language):
        work = work_in(told, language)
        return Thought(Manner.WORK, Told(Form.THING, work), is_own, because) if work is not None else None
    return Thought(_manner(told, language), told, is_own, because)


def _manner(told: Told, language: str) -> Manner:
    if language in _FACTS and told.form is not Form.QUOTE and _FACTS[language].search(told.text):
        return Manner.FACT
    if told.form is not Form.QUOTE and language in _PERKS and _PERKS[language].search(told.text):
        return Manner.PERK
    if told.form is Form.CLAUSE and is_kindness(told.text, language):
        return Manner.KIND
    if told.form is Form.THING and _HOW.match(told.text):
        return Manner.HOW
    if told.form is Form.THING and language in _DONE and _DONE[language].match(told.text):
        return Manner.DONE
    if told.form is not Form.CLAUSE:
        return Manner(told.form)
    if _WHY.match(told.text):
        return Manner.HOW
    for manner, patterns in ((Manner.CHANGE, _CHANGES), (Manner.HABIT, _HABITS)):
        if language in patterns and patterns[language].search(told.text):
            return manner
    return Manner.CLAUSE


_HOW = re.compile(r"(?:how|why|what|where|when|who)\b", re.IGNORECASE)
_WHY = re.compile(r"(?:wie|warum|weshalb|wieso|was|wo|wann|wer|welche\w{0,2})\b", re.IGNORECASE)
_FACTS = {
    "en": re.compile(
        bounded(
            r"\b(?:want|need|look(?:ing)? for|hir(?:e|ing)|recruit\w*) (?:someone|somebody|(?:\w+ ){0,3}people|an?)\b"
            r"|\b(?:hardest|toughest|trickiest|shifts?|rota|on call|on-call|weekends?|overnight|have to|has to|must"
            r"|required|requires?|salary|pay|probation|contract|start (?:in|on|by)|notice period"
            r"|travel|commute|targets?)\b"
        ),
        re.IGNORECASE,
    ),
    "de": re.compile(
        bounded(
            r"\b(?:such(?:en|t)|brauch(?:en|t)|einstell\w{1,3}|schwierigst\w{1,3}|schwerst\w{1,3}|\w{0,12}schicht\w{0,10}|müssen"
            r"|muss|müsst|soll|sollen|wochenend\w{0,12}|bereitschaft\w{0,8}|probezeit|vertrag|gehalt|befristet\w{0,2}"
            r"|dienstreisen?|dienstplan|anfangen (?:kann|soll)|pendeln)\b"
        ),
        re.IGNORECASE,
    ),
}
_PERKS = {
    "en": re.compile(
        bounded(
            r"\b(?:(?:four|4)[- ]day|home ?office|remote\w*|hybrid|flexi\w*|own hours|dogs?|cats?|summer hours"
            r"|free (?:\w+ )?(?:lunch\w*|coffee|drinks|food|gym)|canteen|gym|yoga|parking|holidays|days off|bonus\w*"
            r"|part[- ]time|roof ?top|summer party|table tennis)\b"
        ),
        re.IGNORECASE,
    ),
    "de": re.compile(
        bounded(
            r"\b(?:(?:vier|4)-tage\w{0,10}|home-?office|remote|hybrid|gleitzeit\w{0,8}|hund\w{0,5}|bürohund\w{0,3}|katzen?"
            r"|obstkorb|kostenlos\w{0,3}|kantine\w{0,3}|fitness\w{0,8}|yoga|parkpl[aä]tz\w{0,3}|urlaubstage\w{0,3}|bonus\w{0,5}"
            r"|betriebsrente|teilzeit\w{0,8}|jobrad|dachterrasse|sommerfest|tischkicker|tischtennis\w{0,8})\b"
        ),
        re.IGNORECASE,
    ),
}
_DONE = {
    "en": re.compile(
        r"(?:the|our|your|their) (?:\w+ ){0,2}(?:tour|lunch|visit|coffee|walk|walk-?round|demo|tasting|breakfast)\b",
        re.IGNORECASE,
    ),
    "de": re.compile(
        r"über (?:die|den|das|ihre|ihren|unser|unsere|unseren|eure|euren) (?:\w+e[ns]? )?\w{0,20}"
        r"(?:führung|rundgang|mittagessen|kaffee|frühstück|verkostung|vorführung)\b",
        re.IGNORECASE,
    ),
}
_CHANGES = {
    "en": re.compile(
        bounded(
            r"\b(?:you|they|we|it|the \w+|your \w+)(?: are| is|'re|'s)(?: \w+ly| now| just| also| all| still){0,2}"
            r" (?!having|being|doing|saying|hiring|looking|using|working|interviewing|hoping|waiting"
            r"|going (?!to)\w)\w+ing\b"
            r"|'ll\b|\b(?:will|going to|plans? to|planning to|wants? to|about to)\b"
            r"|\bnext (?:year|spring|summer|autumn|month)\b"
            r"|\bin (?:spring|summer|autumn|the new year)\b"
        )
    ),
    "de": re.compile(
        bounded(
            r"\b(?:gerade|bald|demnächst|künftig|nächste[sn]? (?:jahr|frühjahr|sommer|herbst|monat)"
            r"|ab (?:januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|frühjahr"
            r"|sommer|herbst)"
            r"|im (?:frühjahr|frühling|sommer|herbst|winter|neuen jahr))\b"
            r"|\b(?:wollen|wollt|planen|plant)$|(?<!t )\b(?:werden|werdet)$"
        ),
        re.IGNORECASE,
    ),
}
_HABITS = {
    "en": re.compile(
        bounded(
            r"^(?:you|they|everyone|everybody)(?: always| all| also| each)?"
            r" (?:lets?|pairs?|shares?|publish\w*|reviews?|rotates?|teach\w*|writes?|"
            r"(?!are\b|were\b|have\b|had\b|can\b|could|do\b|don't|did|need|sent|built|made|gave|ran|won|rebuilt|wrote|took|began|want|know|think|hope|got\b|said\b|\w+ed\b)\w+\b"
            r".*\b(?:every|each|always|twice|together|first|before|in pairs|on \w{3,6}days?))\b"
        ),
        re.IGNORECASE,
    ),
    "de": re.compile(
        bounded(
            r"^dass (?:sie|ihr|man|alle|jede\w?) .*\b(?:jede[nmrs]?|immer|zweimal|gemeinsam|zusammen|zuerst|erst"
            r"|paarweise|zu zweit|montags|dienstags|mittwochs|donnerstags|freitags)\b.*"
            r"(?<!haben)(?<!sind)(?<!hatten)(?<!waren)$"
        ),
        re.IGNORECASE,
    ),
}
