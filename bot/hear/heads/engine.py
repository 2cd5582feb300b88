"""The encoder with its heads, as it was trained by `make heads`, run by ONNX Runtime on one thread.

Loaded at the first text that needs it. A text takes about ten milliseconds; several at once take less each.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import chain

import numpy as np
import onnxruntime

from bot.hear.fold import fold
from bot.hear.heads.labels import Labels, labels_of
from bot.hear.heads.moment import moment_of
from bot.hear.heads.pieces import Piece, Vocabulary
from bot.hear.heads.reading import Floats, Scores, read
from bot.hear.listened import Listened
from bot.hear.scene import Scene

MOST_PIECES = 220
"""Of a longer text the rest is left to the rules."""


@dataclass(frozen=True, slots=True)
class Heads:
    """The trained listener."""

    session: onnxruntime.InferenceSession
    vocabulary: Vocabulary
    labels: Labels

    def listen(self, typed: Sequence[tuple[str, Scene]]) -> list[Listened]:
        """What is in some texts, each in the moment in which it was typed."""
        texts = [fold(text) for text, _ in typed]
        cut = [self.vocabulary.cut(text)[:MOST_PIECES] for text in texts]
        moments = [self.vocabulary.cut(f"query: {moment_of(scene)}:") for _, scene in typed]
        whole, pieces, names = self._run([self._row(*one) for one in zip(moments, cut, strict=True)])
        found = []
        for at, (text, own) in enumerate(zip(texts, cut, strict=True)):
            rows = slice(1 + len(moments[at]), 1 + len(moments[at]) + len(own))
            found.append(read(text, own, Scores(whole[at], pieces[at, rows], names[at, rows]), self.labels))
        return found

    def _row(self, moment: Sequence[Piece], own: Sequence[Piece]) -> list[int]:
        return [self.vocabulary.first, *(one.number for one in chain(moment, own)), self.vocabulary.last]

    def _run(self, rows: Sequence[Sequence[int]]) -> tuple[Floats, Floats, Floats]:
        longest = max(map(len, rows))
        ids = np.zeros((len(rows), longest), np.int64)
        mask = np.zeros((len(rows), longest), np.float32)
        for at, row in enumerate(rows):
            ids[at, : len(row)], mask[at, : len(row)] = row, 1
        whole, pieces, names = self.session.run(None, {"ids": ids, "mask": mask})
        return whole, pieces, names


@cache
def heads() -> Heads:
    """The trained listener, loaded once."""
    trained = resources.files("bot.hear.heads") / "trained"
    about = json.loads((trained / "about.json").read_text(encoding="utf-8"))
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    session = onnxruntime.InferenceSession(
        (trained / "heads.onnx").read_bytes(), options, providers=["CPUExecutionProvider"]
    )
    return Heads(
        session, _vocabulary((trained / "pieces.tsv").read_text(encoding="utf-8"), about), labels_of(about["labels"])
    )


def _vocabulary(table: str, about: dict[str, object]) -> Vocabulary:
    pieces: dict[str, tuple[int, float]] = {}
    for number, line in enumerate(table.split("\n")[:-1]):
        piece, _, likely = line.rpartition("\t")
        pieces.setdefault(piece, (number, float(likely)))
    written, marks = about["written"], about["marks"]
    assert isinstance(written, dict)
    assert isinstance(marks, dict)
    rarest = min(likely for _, likely in pieces.values())
    return Vocabulary(pieces, written, marks["first"], marks["last"], marks["unknown"], rarest)
