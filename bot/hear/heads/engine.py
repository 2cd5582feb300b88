"""The encoder with its heads, as it was trained by `make heads`, run by ONNX Runtime on one thread.

Loaded at the first text that needs it; a text takes about ten milliseconds.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from bot.hear.act import By
from bot.hear.fold import fold
from bot.hear.foreign import is_foreign
from bot.hear.heads.labels import Labels, labels_of
from bot.hear.heads.moment import moment_of
from bot.hear.heads.pieces import Piece, Vocabulary
from bot.hear.heads.reading import read
from bot.hear.heads.scores import Floats, Scores
from bot.hear.heads.topics import Topics, mean, topics_of
from bot.hear.listened import Listened
from bot.hear.scene import Scene

if TYPE_CHECKING:
    import onnxruntime

FEWEST_WORDS = 6
"""A shorter text is a bare answer, or so plain that the rules hear it best."""
FEWEST_OF_A_QUESTION = 3
"""Of a shorter text that asks something only the topic is heard."""
ASKS = re.compile(
    r"(?:should|shall|can|could|do|does|did|is|are|am|was|may|must|will|would|what|when|who|how|why|where|which|any|"
    r"soll|kann|darf|muss|ist|sind|war|wann|was|wer|wem|wen|wie|warum|wieso|wo|wohin|welche|lohnt|geht|hab|habe)\b"
)
"""How a question begins that is typed without its mark."""
MOST_PIECES = 220
"""Of a longer text the rest is left to the rules."""
MOST_PIECES_ASKED = 80
"""A longer question tells what it is about."""
PLAIN = 0.95
"""So likely a topic is that is plain from the question alone."""
HALF = 0.5
"""Less than this says nothing, whatever was told before."""


@dataclass(frozen=True, slots=True)
class Heads:
    """The trained listener."""

    session: onnxruntime.InferenceSession
    vocabulary: Vocabulary
    labels: Labels
    topics: Topics

    def listen(self, typed: Sequence[tuple[str, Scene]]) -> list[Listened]:
        """What is in some texts, each in the moment in which it was typed.

        One after the other: heard together, the weights of eight bits would make each depend on its neighbours.
        """
        return [self.heard(text, scene) for text, scene in typed]

    def heard(self, typed: str, scene: Scene, before: str = "") -> Listened:
        """What is in a text. `before`: what was told in the messages before it, without which a question ("do I reply
        to that?") may be about anything."""
        text, moment = fold(typed), moment_of(scene)
        pieces, scores, layers = self.seen(text, moment)
        topics = self.topics.of(layers, text, [piece.end for piece in pieces])
        if before and asks(text) and len(pieces) <= MOST_PIECES_ASKED and max(topics.values(), default=1.0) < PLAIN:
            whole = self._topics(f"{fold(before).rstrip(' .')}. {text}", moment)
            topics = mean(topics, whole) if max(whole.values()) > HALF else topics
        if len(text.split()) < FEWEST_WORDS:
            return Listened(by=By.HEADS, text=text, topics=topics)
        return replace(read(text, pieces, scores, self.labels), topics=topics)

    def _topics(self, text: str, moment: str) -> Mapping[str, float]:
        pieces, _, layers = self.seen(text, moment)
        return self.topics.of(layers, text, [piece.end for piece in pieces])

    def seen(self, text: str, moment: str) -> tuple[Sequence[Piece], Scores, list[Floats]]:
        """The pieces of a folded text, what the heads give for them, and what two layers make of each."""
        import numpy as np  # with what runs the encoder 35 MB, which nobody pays for where the rules hear alone

        before, own = self.vocabulary.cut(f"query: {moment}:"), self.vocabulary.cut(text)[:MOST_PIECES]
        ids = [self.vocabulary.first, *(one.number for one in (*before, *own)), self.vocabulary.last]
        row = {"ids": np.array([ids], np.int64), "mask": np.ones((1, len(ids)), np.float32)}
        whole, *each = self.session.run(None, row)
        pieces, names, *layers = (one[0, 1 + len(before) : -1] for one in each)
        return own, Scores(whole[0], pieces, names), layers


def is_worth_hearing(text: str) -> bool:
    """Whether a text says more than the rules alone hear well, in a language that was learned."""
    folded, words = fold(text), len(text.split())
    is_question = words >= FEWEST_OF_A_QUESTION and asks(folded)
    return (words >= FEWEST_WORDS or is_question) and not is_foreign(folded)


def asks(text: str) -> bool:
    """Whether a folded text asks, by its mark or by how it begins."""
    return "?" in text or ASKS.match(text.casefold()) is not None


def heard_in(text: str, scene: Scene, before: str = "") -> Listened | None:
    """What the trained listener hears in a text, told `before`; None where it is left to the rules."""
    return heads().heard(text, scene, before) if is_worth_hearing(text) else None


@cache
def heads() -> Heads:
    """The trained listener, loaded once."""
    import onnxruntime

    trained = resources.files("bot.hear.heads") / "trained"
    about = json.loads((trained / "about.json").read_text(encoding="utf-8"))
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    session = onnxruntime.InferenceSession(
        (trained / "heads.onnx").read_bytes(), options, providers=["CPUExecutionProvider"]
    )
    pieces = _vocabulary((trained / "pieces.tsv").read_text(encoding="utf-8"), about)
    return Heads(session, pieces, labels_of(about["labels"]), topics_of((trained / "topics.npz").read_bytes()))


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
