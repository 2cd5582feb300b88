"""The sentence of a Draft that could be in no other one: what was told there, or what the Person would do first."""

from __future__ import annotations

from collections.abc import Iterator

from bot.coaching.drafts import noted
from bot.coaching.drafts.blemishes import is_blemish, work_in
from bot.coaching.drafts.composing import Line, Need
from bot.coaching.drafts.forms import Told
from bot.coaching.drafts.voice import Facts
from storage.facts import Answer


def detail_line(facts: Facts, key: str, told: Told, need: Need = Need.GOOD) -> Line:
    """A sentence made of what was told; the catalogue has one for each form that its language has."""
    ways = {"detail": told.text, "begun": told.begun, "closed": told.closed, "opened": told.opened}
    return Line(facts.line(f"{key}.{told.form}", there=facts.there, **ways), need)


def told_line(facts: Facts, key: str, told: Told, need: Need = Need.GOOD) -> Iterator[Line]:
    """The same; a fault of theirs is no keepsake: who wants the job would work on it, else it is left out."""
    if not is_blemish(told, facts.language):
        yield detail_line(facts, key, told, need)
        return
    work, talk = work_in(told), facts.interview
    if work is not None and (talk is None or talk.still_wanted is not Answer.NO):
        yield Line(facts.line("work.thing", work=work), need)


def recalled(facts: Facts, key: str, which: int = 0) -> Iterator[Line]:
    """What they told at any talk, `which` of several. Never beside a yes or a no: there it would read as the reason."""
    said = noted.details(facts, of_any_talk=True)[: which + 1]
    if said:
        yield from told_line(facts, key, said[-1].told, Need.EXTRA)


def idea_line(facts: Facts, need: Need = Need.GOOD) -> Iterator[Line]:
    """What the Person would do first in the job."""
    idea = noted.idea(facts)
    if idea is not None:
        yield detail_line(facts, "idea", idea, need)
