"""The words that bear a candidate as one clause: what a rule can read from a clause can be read from them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.hear.clause import Clause, Context, Modality, Subject, Tense
from bot.hear.listened import Stretch
from bot.hear.vocabulary import NOWHERE


def clauses_at(at: Stretch, context: Context) -> tuple[Clause, ...]:
    """The clauses that a stretch of the text touches."""
    return tuple(one for one in context.clauses if at.meets(one.start, one.end))


def piece(at: Stretch, context: Context) -> Clause | None:
    """The clauses that a stretch touches, as one; None where it touches none."""
    clauses = clauses_at(at, context)
    return _joined(clauses, context) if clauses else None


def cut(at: Stretch, clause: Clause, context: Context) -> Clause:
    """Of a clause what stands in a stretch of the text: "tomorrow at 3" alone."""
    words = tuple(word for word in clause.words if at.meets(word.start, word.end))
    if not words:
        return clause
    start, end = words[0].start, max(words[-1].end, min(at.end, clause.end))
    names = tuple(name for name in clause.names if start <= name.start < end)
    return replace(clause, text=context.text[start:end], start=start, end=end, words=words, names=names)


def _joined(clauses: Sequence[Clause], context: Context) -> Clause:
    first, last = clauses[0], clauses[-1]
    if first is last:
        return first
    return replace(
        first,
        text=context.span(first, last),
        end=last.end,
        words=tuple(word for one in clauses for word in one.words),
        names=tuple(name for one in clauses for name in one.names),
        keys=frozenset().union(*(one.keys for one in clauses)),
        tense=next((one.tense for one in clauses if one.tense is not Tense.NONE), Tense.NONE),
        subject=next((one.subject for one in clauses if one.subject is not Subject.NONE), Subject.NONE),
        modality=next((one.modality for one in clauses if one.modality is not Modality.FACT), Modality.FACT),
        said=NOWHERE,
        said_also=NOWHERE,
    )
