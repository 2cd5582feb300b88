"""What employers are called: by their names, by what house they are, by their people; and which one is called so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from bot.coaching.contact_people import contact_people
from bot.hear.act import Act
from bot.hear.fold import fold, words_of
from bot.hear.naming.kinds import called as called_by_kind
from bot.hear.naming.kinds import is_kind, is_stand_in, same_kind, words_of_kind
from bot.hear.of_whom import whose_is
from bot.hear.scene import Employer
from bot.hear.vocabulary import is_said, vocabulary
from bot.hear.vocabulary.letters import plain_letters
from bot.learn.ledger import Ledger
from bot.learn.likely import known_as
from bot.words import languages, plain
from storage.facts import Opportunity
from storage.grouping import about

UNNAMED = "employer.unnamed"
LEGAL = frozenset(
    ["ag", "co", "corp", "corporation", "gmbh", "inc", "kg", "limited", "llc", "ltd", "plc", "se", "ug", "the"]
)


def is_unnamed(opportunity: Opportunity) -> bool:
    """Whether the Person has not said yet with which employer it is."""
    return opportunity.employer in _names_of_nobody()


def has_no_name(opportunity: Opportunity) -> bool:
    """Whether it has none at all, or is only called by its kind: "the bank"."""
    return is_unnamed(opportunity) or (opportunity.house is not None and is_stand_in(opportunity.employer))


@cache
def _names_of_nobody() -> frozenset[str]:
    return frozenset(plain(UNNAMED, language) for language in languages())


@lru_cache(maxsize=4096)
def _words(name: str) -> tuple[str, ...]:
    found = re.findall(r"\w+", name.casefold().replace("'s", "").replace("’s", ""))
    return tuple([word for word in found if word not in LEGAL] or found)


@lru_cache(maxsize=4096)
def _behind_kind(words: tuple[str, ...]) -> tuple[str, ...]:
    said = words_of(fold(" ".join(words)))
    found = (vocabulary(language)["kind"].find(said) for language in languages())
    ends = [end for start, end in (one for one in found if one is not None) if start == 0]
    return words[max(ends) :] if ends else ()


def same_name(one: str, other: str) -> bool:
    """Whether two names are one employer's: the same words, or one is how the other one begins ("Ashdown"), or what
    stands behind the kind of house that it is ("Holler" of "Bäckerei Holler")."""
    if is_stand_in(one) or is_stand_in(other):
        return one.casefold() == other.casefold()
    first, second = _words(one), _words(other)
    short, long = sorted((first, second), key=len)
    if short and short == _behind_kind(long):
        return True
    return bool(short) and (short == long[: len(short)] or "".join(short) == "".join(word[0] for word in long))


def named(ledger: Ledger, name: str) -> Opportunity | None:
    """The Opportunity of that name, an open one before one that was let go of, the latest first."""
    found = [o for o in reversed(ledger.known.opportunities) if same_name(o.employer, name)]
    exact = [o for o in found if _words(o.employer) == _words(name)]
    ranked = sorted(exact or found, key=lambda o: o.closed_at is not None)
    return ranked[0] if ranked else None


def named_in(ledger: Ledger, typed: str) -> Opportunity | None:
    """The only open one that is called by a word of this text."""
    said = {word.text for word in words_of(fold(typed))}
    ours = [o for o in ledger.open_opportunities if not is_unnamed(o) and called(o) in said]
    ours = ours or [o for o in ledger.open_opportunities if said & set(_first_names(ledger, o))]
    return ours[0] if len(ours) == 1 else None


def _first_names(ledger: Ledger, opportunity: Opportunity) -> Iterator[str]:
    """The words by which people there are spoken of."""
    for name in people_of(ledger, opportunity):
        yield from (word.text for word in words_of(fold(name)) if len(word.text) >= SHORTEST)


SHORTEST = 3
"""Letters of a name that is hardly a small word."""


def called(opportunity: Opportunity) -> str | None:
    """The word by which people call an employer; None where it could be any word."""
    if has_no_name(opportunity):
        return next(iter(words_of_kind(opportunity.house)[-1:]), None)
    return known_as(opportunity.employer)


# By its people


def by_person(ledger: Ledger, act: Act) -> Opportunity | None:
    """The only one at which somebody is whom the act names."""
    found = where_people_are(ledger, act)
    return found[0] if len(found) == 1 else None


def where_people_are(ledger: Ledger, act: Act) -> list[Opportunity]:
    """Those at which somebody is whom the act names."""
    people = [act.get("to"), act.get("who"), *act.get("names", ()), *act.get("with", ())]
    ours = {str(at): one for at, one in enumerate(ledger.open_opportunities)}
    known = [Employer(name=at, people=people_of(ledger, one)) for at, one in ours.items()]
    for name in people:
        found = whose_is(str(name), known) if name else []
        if found:
            return [ours[one.name] for one in found]
    return []


def people_of(ledger: Ledger, opportunity: Opportunity) -> tuple[str, ...]:
    """Everybody who is known there: who was met, who wrote or was written to, who was named."""
    met = [name for interview in ledger.interviews_of(opportunity) for name in interview.interviewers]
    wrote = [c.to for c in about(ledger.known.contacts, opportunity.id) if c.to and c.to != "agency"]
    return tuple(dict.fromkeys((*met, *wrote, *contact_people(ledger.known, opportunity))))


# By its kind


def of_kind(ledger: Ledger, house: str) -> list[Opportunity]:
    """The open ones that are a house of this kind, as the Person told or as their names do."""
    return [one for one in ledger.open_opportunities if is_of_kind(one, house)]


def is_of_kind(opportunity: Opportunity, house: str) -> bool:
    """Whether it is such a house."""
    if opportunity.house is not None:
        return same_kind(opportunity.house, house)
    kind = words_of_kind(house)[-1]
    words = plain_letters(opportunity.employer).split()
    return not is_unnamed(opportunity) and any(same_kind(word, kind) for word in words)


def is_of_another_kind(opportunity: Opportunity, house: str) -> bool:
    """Whether what is known of it says that it is no such house."""
    told = opportunity.house is not None or any(map(is_kind, plain_letters(opportunity.employer).split()[-1:]))
    return told and not is_unnamed(opportunity) and not is_of_kind(opportunity, house)


def is_naming(act: Act) -> bool:
    """Whether the words of an act tell what a house is called: "it's called Fallowfield"."""
    said = words_of(fold(act.span))
    return any(is_said(said, key) for key in ("so_called", "named_so", "place_called", "house_is"))


def stand_in(ledger: Ledger, house: str) -> str:
    """What an employer is called of which only the kind is told."""
    return called_by_kind(house, ledger.person.language)
