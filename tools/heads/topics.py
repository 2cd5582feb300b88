"""`python -m tools.heads.topics` trains what tells the topic of a question, in a minute, from tests/data/topics.

The encoder stays as it is; on two of its layers a regression is fitted, always in the same order, and beside it the
words are counted. One message of ten is kept back: on these the figures are measured, then all are learned.
"""

from __future__ import annotations

import io
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import fields
from pathlib import Path
from typing import NamedTuple

import numpy as np

from bot.hear.asked import topic_in
from bot.hear.fold import fold, words_of
from bot.hear.heads.engine import Heads, heads
from bot.hear.heads.scores import Floats
from bot.hear.heads.topics import BESIDE, NONE, Topics, Words, features, marks, shares
from tools.heads.examples import is_one_of_ten

CORPUS = Path("tests/data/topics")
TRAINED = Path("bot/hear/heads/trained/topics.npz")
MOMENTS = ("first", "told", "waiting", "late", "two", "offer", "rejected")
SMALL, STEPS, RATE = 4e-3, 400, 0.5
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


def fitted(rows: Floats, topics: Sequence[str], texts: Sequence[str]) -> Topics:
    """Weights for these rows, and the words of the texts."""
    names = tuple(sorted(set(topics)))
    return Topics(names, _weights(rows, topics, names), _counted(texts, topics, names))


def _counted(texts: Sequence[str], topics: Sequence[str], names: Sequence[str]) -> Words:
    """Which words were seen in which topics, and how often."""
    seen: dict[int, Counter[int]] = {}
    for text, topic in zip(texts, topics, strict=True):
        for mark in marks(fold(text)):
            seen.setdefault(mark, Counter())[names.index(topic)] += 1
    ordered = [sorted(seen[mark].items()) for mark in sorted(seen)]
    each = [pair for pairs in ordered for pair in pairs]
    return Words(
        np.array(sorted(seen), np.uint32),
        np.cumsum([len(pairs) for pairs in ordered], dtype=np.uint32),
        np.array([topic for topic, _ in each], np.uint8),
        np.array([min(times, 255) for _, times in each], np.uint8),
        np.array([list(topics).count(name) for name in names], np.float32),
    )


def _weights(rows: Floats, topics: Sequence[str], names: Sequence[str]) -> Floats:
    """A regression over all topics at once, on values of mean 0 and spread 1."""
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
    learned: Floats = np.vstack([plain, bias - mean @ plain]).astype(np.float32)
    return learned


def table(rows: Floats, asked: Sequence[Question], trained: Topics) -> str:
    """How many are told right from which likelihood on, and beside them the tables of `bot.hear.asked` alone."""
    said = np.stack([trained.words.of(fold(one.text)) for one in asked])
    likely = shares(trained.logits(rows) + BESIDE * said)
    best, sure = [trained.names[at] for at in likely.argmax(1)], likely.max(1)
    by_words = [topic_in(words_of(fold(one.text)), one.language) or NONE for one in asked]
    lines = [f"{len(asked)} kept back; tables alone: {_figures(by_words, asked)}"]
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
    rest = [one for one in asked if not one.is_kept_back]
    learned = fitted(rows[~back], [one.topic for one in rest], [one.text for one in rest])
    sys.stdout.write(table(rows[back], [one for one in asked if one.is_kept_back], learned) + "\n")
    whole, file = fitted(rows, [one.topic for one in asked], [one.text for one in asked]), io.BytesIO()
    words = {one.name: getattr(whole.words, one.name) for one in fields(Words)}
    np.savez_compressed(file, names=np.array(whole.names), weights=whole.weights.astype(np.float16), **words)
    TRAINED.write_bytes(file.getvalue())


if __name__ == "__main__":
    train()
