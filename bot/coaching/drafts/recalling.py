"""The sentence of a Draft that could be in no other one: what was told there, or what the Person would do first."""

from __future__ import annotations

from collections.abc import Iterator

from bot.coaching.drafts import noted
from bot.coaching.drafts.composing import Line, Need
from bot.coaching.drafts.forms import Told
from bot.coaching.drafts.voice import Facts


def detail_line(facts: Facts, key: str, told: Told, need: Need = Need.GOOD) -> Line:
    """A sentence made of what was told; the catalogue has one for each form that its language has."""
    ways = {"detail": told.text, "begun": told.begun, "closed": told.closed, "opened": told.opened}
    return Line(facts.line(f"{key}.{told.form}", **ways), need)


def recalled(facts: Facts, key: str, which: int = 0) -> Iterator[Line]:
    """What they told that is still there: in a goodbye, after an offer, in the second question. `which` of several."""
    said = noted.details(facts, of_any_talk=True)[: which + 1]
    if said:
        yield detail_line(facts, key, said[-1].told, Need.EXTRA)


def idea_line(facts: Facts, need: Need = Need.GOOD) -> Iterator[Line]:
    """What the Person would do first in the job."""
    idea = noted.idea(facts)
    if idea is not None:
        yield detail_line(facts, "idea", idea, need)
