"""The sentences of a Draft that could be in no other one: what was told there, or what the Person would do first."""

from __future__ import annotations

from collections.abc import Iterator

from bot.coaching.drafts import noted
from bot.coaching.drafts.composing import Line, Need
from bot.coaching.drafts.forms import Told
from bot.coaching.drafts.thoughts import Manner, Thought, because, thought
from bot.coaching.drafts.voice import Facts
from storage.facts import Answer


def is_wanted(facts: Facts) -> bool:
    """Whether the Person wants the job, as far as they said."""
    return facts.interview is None or facts.interview.still_wanted is not Answer.NO


def thoughts(facts: Facts) -> list[Thought]:
    """All that was told at any talk and may be repeated, as it was told."""
    said = noted.details(facts, of_any_talk=True)
    found = (thought(one.told, facts.language, is_own=one.is_own) for one in said)
    return [one for one in found if one is not None]


def _keepsakes(facts: Facts) -> list[Thought]:
    """Those that are more than good to know."""
    return [one for one in thoughts(facts) if one.manner is not Manner.FACT]


def thought_line(facts: Facts, one: Thought, need: Need = Need.GOOD, *, begins: bool = False) -> Line:
    """What the Person thinks of it; who does not want the job only says that it was good to hear."""
    owner = "own" if one.is_own and one.manner in (Manner.THING, Manner.QUOTE, Manner.WORK) else "heard"
    if one.manner is Manner.FACT:
        return Line(facts.line(f"thought.heard.fact.{one.told.form}", **one.places), need, begins=begins)
    key = f"thought.{owner}.{one.manner}" if is_wanted(facts) else f"farewell.{one.manner}"
    return Line(facts.line(key, there=facts.there, **one.places), need, begins=begins)


def reason_in(facts: Facts, one: Thought | None, *, work: str = "") -> str:
    """ ", not least because …", to stand behind "I'd like this job"; empty where it cannot be said so.

    `work`: how it goes on with a thing to work on, after what stands before it.
    """
    found = because(one, facts.language) if one is not None and is_wanted(facts) else None
    if found is None:
        return ""
    key, detail = found
    return facts.line(f"{key}{work}" if key == "reason.work" else key, detail=detail)


def reason(facts: Facts, which: int = 0, *, work: str = "") -> str:
    """The same of what was told at any talk; `which` of several, the last one where there are fewer."""
    said = _keepsakes(facts)
    return reason_in(facts, said[min(which, len(said) - 1)], work=work) if said else ""


def remembered(facts: Facts, which: int = 0, need: Need = Need.EXTRA) -> Iterator[Line]:
    """The thought as a sentence, where it cannot be said as a reason."""
    said = _keepsakes(facts)
    if said and is_wanted(facts) and not reason(facts, which):
        yield thought_line(facts, said[min(which, len(said) - 1)], need)


def kept(facts: Facts) -> Iterator[Line]:
    """In a goodbye: what was good to hear, and nothing that could read as the reason of the goodbye."""
    said = [one for one in thoughts(facts) if one.manner not in (Manner.WORK, Manner.FACT)]
    if said and not facts.opportunity.via_agency:
        one = said[0]
        yield Line(facts.line(f"farewell.{one.manner}", **one.places), Need.EXTRA)


def detail_line(facts: Facts, key: str, told: Told, need: Need = Need.GOOD) -> Line:
    """A sentence made of what was told; the catalogue has one for each form that its language has."""
    return Line(facts.line(f"{key}.{told.form}", there=facts.there, detail=told.text), need)


def idea_line(facts: Facts, need: Need = Need.GOOD) -> Iterator[Line]:
    """What the Person would do first in the job."""
    idea = noted.idea(facts)
    if idea is not None:
        yield detail_line(facts, "idea", idea, need)
