"""Reading a long answer for everything in it: clause by clause, and only what a clause says clearly.

Nothing is kept and nothing is said here. How clauses sound is a table of each language (`bot.dialogue.answers`).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import cache

from bot.dialogue import answers
from bot.dialogue.answers import AnswerTable, Clause, Facet
from bot.dialogue.check_in.feelings import mood_in
from bot.dialogue.check_in.names import Met, people_in
from bot.dialogue.check_in.promises import day_in, what_in
from bot.dialogue.cues import Cued
from bot.dialogue.talk import Talk
from bot.hear.times import WindowRead
from storage.facts import Answer, Channel, Mood

SHORT_CLAUSE = 4
"""Words: so short a clause may be a mood by itself, "really good actually"."""
LONGEST_CLAUSE = 200
"""Characters of a clause that are read: what it tells stands at its beginning, and no text takes long to read."""


@dataclass(frozen=True, slots=True)
class Owed:
    """Something the Person promised; `due` None: by when was not said."""

    what: str
    due: date | None


Value = Mood | Answer | Channel | WindowRead | Owed | str | tuple[Met, ...]


@dataclass(slots=True)
class Told:
    """What a text tells of an Interview: for each facet the values, with the clause each was read from."""

    found: dict[Facet, list[tuple[Value, str]]] = field(default_factory=dict)
    rest: list[str] = field(default_factory=list)
    """Clauses that told nothing."""
    torn: set[Facet] = field(default_factory=set)
    """What was told in two ways, and so not clearly."""

    def __bool__(self) -> bool:
        return bool(self.found)

    def add(self, facet: Facet, value: Value, clause: str) -> None:
        """Take in what one clause tells."""
        self.found.setdefault(facet, []).append((value, clause))

    def values(self, facet: Facet) -> list[Value]:
        """All that was told of a facet."""
        return [value for value, _ in self.found.get(facet, ())]

    def first(self, facet: Facet) -> Value | None:
        """What was told of a facet; None when nothing was."""
        return next(iter(self.values(facet)), None)

    def drop_the_torn(self) -> None:
        """What was told in two ways was not told clearly."""
        for facet in _SINGLE:
            if any(value != self.first(facet) for value in self.values(facet)):
                del self.found[facet]
                self.torn.add(facet)


_SINGLE = (Facet.MOOD, Facet.SAID, Facet.WINDOW, Facet.CHANNEL, Facet.WANTED)
_BETTER = {
    # A clause about when or how they answer, or about what was promised, is no detail that stuck.
    Facet.DETAIL: (Facet.WINDOW, Facet.CHANNEL, Facet.PROMISED, Facet.SAID),
    Facet.NEXT_STEP: (Facet.WINDOW, Facet.DETAIL),
    Facet.MET: (Facet.NEXT_STEP, Facet.DETAIL),
}


def told_in(talk: Talk, text: str) -> Told:
    """Everything that the text tells clearly; asked for several times in a turn, and read once."""
    reading, before = talk.reading(text), talk.why_not
    if reading not in talk.kept:
        talk.why_not = None
        talk.kept[reading] = _told_in(talk, text), talk.why_not
    told: Told
    told, why_not = talk.kept[reading]
    talk.why_not = why_not or before
    return told


def _told_in(talk: Talk, text: str) -> Told:
    table, told = answers.of(talk.person.language), Told()
    for clause in _clauses(table, text):
        start = clause[:LONGEST_CLAUSE]
        found = {} if table.doubtful.search(clause) else _read(talk, table, start)
        for facet, value in found.items():
            told.add(facet, value, clause)
        if not found and not table.filler.search(clause):
            told.rest.append(clause)
    told.drop_the_torn()
    return told


def _clauses(table: AnswerTable, text: str) -> list[str]:
    pieces = table.boundary.split(" ".join(text.replace("\n", " ; ").split()))
    return [piece.strip(" ,;") for piece in pieces if piece and piece.strip(" ,;.!")]


def _read(talk: Talk, table: AnswerTable, clause: str) -> dict[Facet, Value]:
    """What one clause tells."""
    found: dict[Facet, Value] = {}
    mood = _mood(table, clause)
    if mood is not None:
        found[Facet.MOOD] = mood
    for place in _cued(talk.person.language).worth_a_try(clause):
        rule = table.clauses[place]
        is_new = rule.facet not in found and not any(other in found for other in _BETTER.get(rule.facet, ()))
        value = _value(talk, table, rule, clause) if is_new else None
        if value is not None:
            found[rule.facet] = value
    return found


@cache
def _cued(language: str) -> Cued:
    return Cued([[rule.sounds.pattern] for rule in answers.of(language).clauses])


def _mood(table: AnswerTable, clause: str) -> Mood | None:
    about_it = table.mood_clause.search(clause)
    if about_it is not None:
        return mood_in(about_it["what"], table)
    is_mood = len(clause.split()) <= SHORT_CLAUSE and not table.filler.search(clause)
    return mood_in(clause, table) if is_mood else None


def _value(talk: Talk, table: AnswerTable, rule: Clause, clause: str) -> Value | None:
    """What a rule reads from a clause; None: it does not fit."""
    match = rule.sounds.search(clause)
    if match is None or rule.value is not None:
        return rule.value if match else None
    what = match.groupdict().get("what") or clause
    if rule.facet is Facet.WINDOW:
        read = talk.window_in(what)
        return read if isinstance(read, WindowRead) and (read.latest or read.earliest) else None
    if rule.facet is Facet.MET:
        people = people_in(what, table.people, strict=True)
        return people if any(met.name for met in people) else None
    if rule.facet is Facet.PROMISED:
        promised = what_in(talk, what)
        return Owed(promised, day_in(talk, what)) if promised else None
    return what.strip(" .,;")
