"""What the heads say of each piece of a text, read as candidates: acts with their words and values, and names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from bot.hear.act import By
from bot.hear.heads.labels import Labels, Value
from bot.hear.heads.names import may_employ, names
from bot.hear.heads.pieces import Piece
from bot.hear.heads.scores import Floats, Scores
from bot.hear.listened import Candidate, Listened, Stretch
from bot.hear.weighing import SEVERAL

FAINTEST = 0.1
"""Below this score an act is no candidate."""
BORNE = 0.4
"""From this score on a piece is one of those that bear an act."""
NEAR = 3
"""Pieces between two that bear one act, and still belong to it."""
SURE_OF_VALUE = 0.5


def read(text: str, pieces: Sequence[Piece], scores: Scores, labels: Labels) -> Listened:
    """All that the heads have to say of a text."""
    found = [one for name in labels.acts for one in _candidates(name, pieces, scores, labels)]
    return Listened(
        by=By.HEADS,
        text=text,
        candidates=tuple(sorted(found, key=_place)),
        scores={name: float(scores.text[at]) for name, at in labels.acts.items()},
        names=names(text, pieces, scores),
        may_employ=may_employ(text, pieces, scores),
    )


def _place(candidate: Candidate) -> tuple[int, str]:
    return candidate.at.start, candidate.name


def _candidates(name: str, pieces: Sequence[Piece], scores: Scores, labels: Labels) -> Iterator[Candidate]:
    at = labels.acts[name]
    sure = float(scores.text[at])
    if sure < FAINTEST or not pieces:
        return
    runs = _runs(scores.pieces[:, at])
    best = max(runs, key=lambda run: float(scores.pieces[run, at].sum()))
    for run in runs if name in SEVERAL else [best]:
        own = float(scores.pieces[run, at].max())
        values = list(_values(name, run, scores, labels))
        yield Candidate(
            name=name,
            at=Stretch(start=pieces[run.start].start, end=pieces[run.stop - 1].end),
            slots={one.slot: one.value for one, _ in values},
            sure_of={one.slot: score for one, score in values},
            sure=sure if run is best else min(sure, own),
        )


def _runs(borne: Floats) -> list[slice]:
    """The rows of pieces that bear an act, with small gaps closed; the one that bears it most where none does."""
    import numpy as np

    at = np.flatnonzero(borne >= BORNE)
    if not len(at):
        most = int(borne.argmax())
        return [slice(most, most + 1)]
    breaks = np.flatnonzero(np.diff(at) > NEAR)
    return [slice(int(run[0]), int(run[-1]) + 1) for run in np.split(at, breaks + 1)]


def _values(name: str, run: slice, scores: Scores, labels: Labels) -> Iterator[tuple[Value, float]]:
    """The likeliest value of each slot, and how likely it is."""
    for _, group in groupby(labels.values.get(name, ()), key=lambda one: one.slot):
        scored = [(_score(one, run, scores), one) for one in group]
        score, best = max(scored, key=lambda one: one[0])
        if score >= SURE_OF_VALUE or best.is_needed:
            yield best, score


def _score(value: Value, run: slice, scores: Scores) -> float:
    """How likely a value is, in the words that bear the act."""
    return float((scores.text[value.at] + scores.pieces[run, value.at].max()) / 2)
