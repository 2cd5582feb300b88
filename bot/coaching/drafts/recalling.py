"""The sentences of a Draft that could be in no other one: what was told there, or what the Person would do first."""

from __future__ import annotations

from collections.abc import Iterator

from bot.coaching.drafts import noted
from bot.coaching.drafts.composing import Line, Need
from bot.coaching.drafts.forms import Told
from bot.coaching.drafts.own_reason import OwnReason
from bot.coaching.drafts.thoughts import PULLS, Manner, Thought, thought
from bot.coaching.drafts.voice import Facts
from storage.facts import Answer


def is_wanted(facts: Facts) -> bool:
    """Whether the Person wants the job, as far as they said."""
    return facts.interview is None or facts.interview.still_wanted is not Answer.NO


def thoughts(facts: Facts) -> list[Thought]:
    """All that was told at any talk and may be repeated, as it was told."""
    said = noted.details(facts, of_any_talk=True)
    found = (thought(one.told, facts.language, is_own=one.is_own, because=one.because) for one in said)
    return [one for one in found if one is not None]


def _to_do(facts: Facts, which: int) -> Thought | None:
    """One of those of work that the Person would do there: nothing else is worth a word once the thanks are sent."""
    said = [one for one in thoughts(facts) if one.manner is Manner.WORK] if is_wanted(facts) else []
    return said[which] if -len(said) <= which < len(said) else None


def thought_line(facts: Facts, one: Thought, need: Need = Need.GOOD, *, begins: bool = False) -> Line:
    """What the Person thinks of it, and why, as far as they said; no wish."""
    owner = "own" if one.is_own and one.kind in ("thing", "quote", "work") else "heard"
    said = facts.line(f"thought.{owner}.{one.kind}", there=facts.there, **one.places)
    return Line(_with_reason(facts, said, one.because), need, begins=begins)


def _with_reason(facts: Facts, said: str, because: OwnReason | None) -> str:
    if because is None:
        return said
    if because.goes_on:
        return f"{said.rstrip('.')}{facts.line('thought.because', because=because.text)}"
    return f"{said} {because.text}"


def wish(facts: Facts, one: Thought) -> str:
    """The wish that follows from it."""
    return facts.line(f"wish.{one.manner}" if one.manner in PULLS else "wish.more")


def reason(facts: Facts, which: int = 0, *, work: str = "reason.work") -> str:
    """ ", and would love to help with …", to stand behind "I'm still interested"; empty where there is no such work.

    `which` of several points, counted from the end where it is negative; `work`: the line that says it.
    """
    one = _to_do(facts, which)
    return facts.line(work, detail=one.told.text) if one is not None else ""


def detail_line(facts: Facts, key: str, told: Told, need: Need = Need.GOOD) -> Line:
    """A sentence made of what was told; the catalogue has one for each form that its language has."""
    return Line(facts.line(f"{key}.{told.form}", there=facts.there, detail=told.text), need)


def idea_line(facts: Facts, need: Need = Need.GOOD) -> Iterator[Line]:
    """What the Person would do first in the job."""
    idea = noted.idea(facts)
    if idea is not None:
        yield detail_line(facts, "idea", idea, need)
