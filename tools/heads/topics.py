"""`python -m tools.heads.topics` trains what tells the topic of a question, in a minute, from tests/data/topics.

The encoder stays as it is; on two of its layers a regression is fitted, always in the same order. One message of ten is
kept back: on these the figures are measured, then all are learned.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from bot.hear.asked import topic_in
from bot.hear.fold import fold, words_of
from bot.hear.heads.engine import Heads, heads
from bot.hear.heads.scores import Floats
from bot.hear.heads.topics import NONE, Topics, features, shares
from tools.heads.examples import is_one_of_ten

CORPUS = Path("tests/data/topics")
TRAINED = Path("bot/hear/heads/trained/topics.npz")
MOMENTS = ("first", "told", "waiting", "late", "two", "offer", "rejected")
SMALL, STEPS, RATE = 2e-3, 400, 0.5
"""How much weights are kept small; steps of the descent, and how long each is."""


class Question(NamedTuple):
    """A message, and the topic that it asks about."""

    topic: str
    language: str
    text: str

    @property
    def is_kept_back(self) -> bool:
        """Whether the figures are measured on it."""
        return is_one_of_ten(self.text)


def questions() -> Iterator[Question]:
    """The corpus, in the order of its files."""
    for file in sorted(CORPUS.glob("*.tsv")):
        for line in file.read_text(encoding="utf-8").splitlines():
            topic, text = line.split("\t")
            yield Question(topic, file.stem.partition("_")[0], text)


def seen(one: Question, listener: Heads, moment: str) -> Floats:
    """What the encoder makes of a message in a moment."""
    return features(listener.seen(fold(one.text), moment)[2])


def fitted(rows: Floats, topics: Sequence[str]) -> Topics:
    """Weights for these rows: a regression over all topics at once, on values of mean 0 and spread 1."""
    names = tuple(sorted(set(topics)))
    right = np.eye(len(names), dtype=np.float32)[[names.index(topic) for topic in topics]]
    mean, spread = rows.mean(0), rows.std(0) + 1e-6
    scaled = (rows - mean) / spread
    weights = np.zeros((scaled.shape[1], len(names)), np.float32)
    bias, pace, pace_of_bias = (
        np.zeros(len(names), np.float32),
        np.zeros_like(weights),
        np.zeros(len(names), np.float32),
    )
    for _ in range(STEPS):
        off = (shares(scaled @ weights + bias) - right) / len(scaled)
        pace = 0.9 * pace - RATE * (scaled.T @ off + SMALL * weights)
        pace_of_bias = 0.9 * pace_of_bias - RATE * off.sum(0)
        weights, bias = weights + pace, bias + pace_of_bias
    plain = weights / spread[:, None]
    return Topics(names, np.vstack([plain, bias - mean @ plain]).astype(np.float32))


def table(rows: Floats, asked: Sequence[Question], trained: Topics) -> str:
    """How many are told right from which likelihood on, and beside them the words of `bot.hear.asked` alone."""
    likely = trained.likely(rows)
    best, sure = [trained.names[at] for at in likely.argmax(1)], likely.max(1)
    by_words = [topic_in(words_of(fold(one.text)), one.language) or NONE for one in asked]
    lines = [f"{len(asked)} kept back; words alone: {_figures(by_words, asked)}"]
    for bar in (0.0, 0.3, 0.4, 0.5, 0.6, 0.7):
        told = [topic if one >= bar else NONE for topic, one in zip(best, sure, strict=True)]
        lines.append(f"from {bar:.1f}: {_figures(told, asked)}")
    return "\n".join(lines)


def _figures(told: Sequence[str], asked: Sequence[Question]) -> str:
    right = sum(topic == one.topic for topic, one in zip(told, asked, strict=True))
    wrong = sum(topic not in (one.topic, NONE) for topic, one in zip(told, asked, strict=True))
    return f"{right / len(asked):.1%} right, {wrong / len(asked):.1%} another topic"


def train() -> None:
    """Fit, measure, fit on everything, write."""
    listener, asked = heads(), list(dict.fromkeys(questions()))
    rows = np.stack([seen(one, listener, MOMENTS[at % len(MOMENTS)]) for at, one in enumerate(asked)])
    back = np.array([one.is_kept_back for one in asked])
    learned = fitted(rows[~back], [one.topic for one in asked if not one.is_kept_back])
    sys.stdout.write(table(rows[back], [one for one in asked if one.is_kept_back], learned) + "\n")
    whole, file = fitted(rows, [one.topic for one in asked]), io.BytesIO()
    np.savez_compressed(file, names=np.array(whole.names), weights=whole.weights.astype(np.float16))
    TRAINED.write_bytes(file.getvalue())


if __name__ == "__main__":
    train()
