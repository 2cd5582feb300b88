"""How a row about something that happened is written: the guards against what has not happened, and whom it is about.

A question, a what-if or a hope is no fact; neither is what did not happen.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from bot.dialogue.happening_dates import dates_of
from bot.dialogue.happening_keeping import keep_event, told
from bot.dialogue.statement import Statement, concerning, guarded
from bot.dialogue.talk import Talk
from bot.dialogue.which import named_in
from storage.facts import EventType, Opportunity

Run = Callable[[Talk, Opportunity, str], bool | None]
THEY = (
    r"\b(they|he|she|hr|recruiters?|someone|somebody|the (\w+ )?(recruiter|company|firm|manager|agency|team|boss"
    r"|employer|interviewer|people|lady|guy|woman|man))\b"
)
THEM = r"\b(?!(?:i|we|you|not|to|i'(?:ve|m|d|ll))\b)[\w'’]+( just| also| now| already| have| has| had| then| kindly)*"
"""Anybody but the Person, right before a verb."""
I_DID = r"\bi('ve| have)?( just| already| also| now| finally| then)*"
TOLD = (
    r"(?s)^(?!.*\?\s*$)"
    r"(?!.*\b(what if|suppose|supposing|imagine|in case|wonder(ing|s)?|hop(e|es|ing)|wish(?! you)|maybe|perhaps"
    r"|possibly|might|hopefully|afraid|worr(y|ied|ying)|scared|i think|i guess|i bet|i assume|i expect|would have"
    r"|should i|shall i|do you think|not sure (if|whether)|in theory|if only)\b)"
    r"(?!.*(?<!asked )(?<!asked me )(?<!know )\bif (they|he|she|hr|someone|somebody)\b)"
)
NO_CONDITION = (
    r"(?!\W*(if|when|unless|whether|do|does|did|is|are|was|were|will|would|can|could|has|have|had|should|shall|may|why"
    r"|how|who|where|what)\b (i|i'm|they|he|she|it|we|you|there|the|this|that|my|hr|do|does|did|should|can)\b)"
)
ACTUAL = TOLD + NO_CONDITION
"""It is told as something that really happened."""
DONE = (
    r"(?!.*\b(did ?n[o']?t|did not|have ?n[o']?t|have not|has ?n[o']?t|has not|had ?n[o']?t|never|is ?n'?t|is not"
    r"|are ?n'?t|are not|was ?n'?t|were ?n'?t|wo ?n'?t|will not|does ?n[o']?t|does not|do ?n[o']?t|do not|can'?t"
    r"|could ?n'?t|should(n'?t)?|nobody|no one|nothing|none|yet|forgot|almost|nearly"
    r"|i (want|need|have|ought|plan|intend|would like|am going|am about|will|shall) to|i('m| am) (going|about) to"
    r"|i('d like|'ll|'d|should|will|must)\b)\b)"
)
"""It is done, not undone, still to come, or wanted."""
CHECK_IN = ("mood", "said", "window", "channel", "promised", "promise_what", "promise_due")
NAME = r"[A-Z][\w'’-]+(?: (?!And\b)[A-Z][\w'’-]+)?"
"""A person's name, by its capitals: for patterns that do not ignore case."""
NO_NAMES = frozenset(
    [
        "i",
        "they",
        "he",
        "she",
        "it",
        "we",
        "you",
        "them",
        "her",
        "him",
        "the",
        "a",
        "an",
        "my",
        "their",
        "our",
        "his",
        "this",
        "that",
        "hr",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "linkedin",
        "zoom",
        "teams",
        "skype",
        "and",
        "or",
        "but",
        "yes",
        "no",
        "ok",
        "today",
        "yesterday",
        "tomorrow",
        "back",
        "again",
        "after",
        "before",
        "on",
        "for",
        "to",
    ]
)


def row(
    name: str, pattern: str, run: Run, *, done: bool = True, weak: bool = False, also: str = NO_CONDITION
) -> Statement:
    """Something that happened. `done`: a "not", "never", "yet" in it means that it did not. `also`: looks ahead from
    the start of the text."""
    about_one = concerning(name)(run)

    def heard(talk: Talk, text: str) -> bool:
        by_person(talk, text)
        if talk.chosen is None and len(talk.open_opportunities) > 1:
            fitting = [o for o in named_in(talk, text) or talk.open_opportunities if _fits(run, talk, o, text)]
            if not fitting:
                return False
            talk.chosen = fitting[0] if len(fitting) == 1 else None
        return about_one(talk, text)

    guards = (TOLD.removeprefix("(?s)"), DONE, also) if done else (TOLD.removeprefix("(?s)"), also)
    return Statement(name, guarded(f"^.*({pattern})", *guards), heard, weak)


def _fits(run: Run, talk: Talk, opportunity: Opportunity, text: str) -> bool:
    """Whether it would be heard of this one: tried out, so that nobody is asked which one without need."""
    trial = talk.trial()
    trial.chosen = opportunity
    return run(trial, opportunity, text) is not False


def as_told(kind: EventType, talk: Talk, opportunity: Opportunity, text: str) -> None:
    """Keep it with the days that the text names."""
    told(talk, opportunity, kind, text)


def if_dated(kind: EventType, talk: Talk, opportunity: Opportunity, text: str) -> bool:
    """Only with a day; without one, another row says it better."""
    if not dates_of(talk, kind, text):
        return False
    told(talk, opportunity, kind, text)
    return True


def as_is(kind: EventType, talk: Talk, opportunity: Opportunity, _text: str) -> None:
    """Keep it: no day belongs to it."""
    keep_event(talk, opportunity, kind)


def by_person(talk: Talk, text: str) -> None:
    """Of several Opportunities, the one whose interviewer stands in the text is meant."""
    if talk.chosen is not None or len(talk.open_opportunities) < 2 or named_in(talk, text):
        return
    found = [
        opportunity
        for opportunity in talk.open_opportunities
        if any(
            _stands_in(name, text) for interview in talk.interviews_of(opportunity) for name in interview.interviewers
        )
    ]
    if len(found) == 1:
        talk.chosen = found[0]


def _stands_in(name: str, text: str) -> bool:
    return re.search(rf"\b{re.escape(name)}\b", text, re.IGNORECASE) is not None


def is_name(talk: Talk, word: str) -> bool:
    """Whether a capitalised word can be a person: no employer of the Person's, no day, no month."""
    plain = word.casefold()
    return plain.split()[0] not in NO_NAMES and all(
        plain not in (o.employer.casefold(), o.employer.casefold().split()[0]) for o in talk.known.opportunities
    )
