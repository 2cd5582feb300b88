"""Which of the Person's notes a Draft may use: what was said, what the Person would do."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from bot.coaching.drafts import told
from bot.coaching.drafts.forms import Form, Reader, Told
from bot.coaching.drafts.own_reason import OwnReason, own_reason
from bot.coaching.drafts.thoughts import ASIDE, thought
from bot.coaching.drafts.voice import DU, Facts
from bot.coaching.given_reason import given_reason
from storage.facts import Known, Note, NoteKind, Opportunity


@dataclass(frozen=True, slots=True)
class Detail:
    """Something that was said, turned round for its reader."""

    told: Told
    is_own: bool
    """The reader is the one who said it."""
    because: OwnReason | None = None
    """Why it matters to the Person, as far as they said."""
    note: int = 0
    """The number of the note that it was told in."""


class Fate(StrEnum):
    """What becomes of something they told."""

    SAID = "said"
    PRIVATE = "private"
    """It is not for their eyes."""
    TURN = "turn"
    """It cannot be turned into a sentence as it was told."""


def fate_of(text: str, known: Known, opportunity: Opportunity, *, is_speaker: bool) -> Fate:
    """Whether a letter can say it. `is_speaker`: it is sure which of them said it."""
    facts = Facts(known=known, opportunity=opportunity)
    to_them = not opportunity.via_agency
    phrase = told.detail(text, facts.language, Reader(to_them=to_them, is_speaker=is_speaker and to_them))
    if phrase is not None:
        return Fate.SAID if thought(phrase, facts.language) is not None else Fate.PRIVATE
    return Fate.PRIVATE if told.is_private(text, facts.language) else Fate.TURN


def details(facts: Facts, *, of_any_talk: bool = False) -> list[Detail]:
    """What they told the Person and is fit to repeat (advice 19) to whoever reads, as it was noted.

    `of_any_talk`: when nothing was noted of this one, what was told at another.
    """
    if of_any_talk and not notes(facts, NoteKind.DETAIL):
        facts = replace(facts, interview=None)
    panel = facts.interview.interviewers if facts.interview else ()
    reader = facts.to or (panel[0] if len(panel) == 1 else None)
    is_all = not facts.opportunity.via_agency and len(panel) == 1 and reader in (None, *panel)
    found = (
        _turned(facts, note, is_own=is_all or _is_by(facts, note, reader)) for note in notes(facts, NoteKind.DETAIL)
    )
    return [detail for detail in found if detail is not None]


def detail_for(facts: Facts, name: str | None, panel: tuple[str, ...]) -> Detail | None:
    """What may be repeated to one of a panel: their own word, else one that nobody of the others said or gets."""
    if len(panel) <= 1:
        return next(iter(sorted(details(facts), key=lambda one: is_aside(facts, one))), None)
    noted = notes(facts, NoteKind.DETAIL)
    theirs = {who: [note for note in noted if _is_by(facts, note, who)] for who in panel}
    own = (_turned(facts, note, is_own=True) for note in theirs.get(name or "", ()))
    if (first := next(filter(None, own), None)) is not None:
        return first
    open_to_all = [note for note in noted if not any(note in said for said in theirs.values())]
    turned = [one for one in (_turned(facts, note, is_own=False) for note in open_to_all) if one is not None]
    without = [who for who in panel if not theirs[who]]
    place = without.index(name) if name in without else 0
    return turned[place] if place < len(turned) else None


def is_aside(facts: Facts, one: Detail) -> bool:
    """Whether what is told of the work goes before it."""
    found = thought(one.told, facts.language)
    return found is None or found.manner in ASIDE


def _is_by(facts: Facts, note: Note, name: str | None) -> bool:
    said_by = note.about or told.speaker(note.text, facts.language)
    return bool(name and said_by and told.same_name(name, said_by))


def _turned(facts: Facts, note: Note, *, is_own: bool) -> Detail | None:
    to_them = not facts.opportunity.via_agency
    is_own = is_own and to_them
    reader = Reader(to_them=to_them, is_speaker=is_own, is_friend=facts.address == DU)
    phrase = told.detail(note.text, facts.language, reader)
    if phrase is None:
        return None
    because = own_reason(note.answer, facts.language, to_them=to_them) if note.answer else None
    return Detail(phrase, is_own, because, note.id)


@dataclass(frozen=True, slots=True)
class Answered:
    """A question that caught the Person unprepared, and what they would say now, as a sentence."""

    question: str
    answer: str
    is_clause: bool
    """The question was told as "how I would begin"."""


_OF_A_WEAKNESS = re.compile(
    r"\b(?:weak\w*|fail\w*|gaps?|fired|(?:left|leave|leaving) (?:your|my|the|a)|salary|mistakes?|schwäch\w*"
    r"|lücken?|gescheitert|kündig\w*|gekündigt|gehalt\w*|fehler\w*)\b",
    re.IGNORECASE,
)
"""Questions about the Person whose answer is for the talk alone."""


def answered(facts: Facts) -> Answered | None:
    """The latest of them."""
    for note in reversed(notes(facts, NoteKind.UNPREPARED)):
        answer = told.sentence(note.answer or "")
        question = told.asked(note.text)
        if answer and question and "?" not in answer and not _OF_A_WEAKNESS.search(question):
            return Answered(question, answer, told.is_clause(question))
    return None


def reason(facts: Facts) -> Told | None:
    """Why they said no, as far as they told it; the latest counts."""
    reader = Reader(to_them=not facts.opportunity.via_agency, is_friend=facts.address == DU)
    given = (given_reason(note.text) for note in reversed(notes(facts, NoteKind.FEEDBACK)))
    found = (told.detail(words, facts.language, reader) for words in given if words)
    return next((one for one in found if one is not None and one.form is Form.CLAUSE), None)


def idea(facts: Facts) -> Told | None:
    """What the Person would do first in this job (advice 26); the latest counts."""
    to_them = not facts.opportunity.via_agency
    ideas = (told.idea(n.text, facts.language, to_them=to_them) for n in reversed(notes(facts, NoteKind.IDEA)))
    return next((one for one in ideas if one is not None), None)


def notes(facts: Facts, kind: NoteKind) -> list[Note]:
    """The notes of this Interview; those that belong to none count for each."""
    at = facts.interview
    return [
        note
        for note in facts.known.notes
        if note.opportunity_id == facts.opportunity.id
        and note.kind is kind
        and (at is None or note.interview_id in (None, at.id))
    ]
