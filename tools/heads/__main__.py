"""`python -m tools.heads train` trains the listener in about half an hour on one core; its files are put in place."""

from __future__ import annotations

import json
import re
import sys
import zlib
from collections.abc import Collection
from functools import partial
from pathlib import Path

from bot.hear.heads.engine import heads
from bot.hear.heads.pieces import Vocabulary
from tools.heads import base, examples, export, naming, network, restoring, swapping, topics, training

FREQUENT = 28_000
"""Pieces that are kept besides those of the corpus: the likeliest that are written in Latin letters."""
MORE_ROUNDS, MORE_PACE = 2, 0.5
"""How often messages that come later are seen, and how much slower what was trained before learns."""
LATIN = re.compile(r"[\u2581 -~ß-öø-ÿÀ-ÖØ-Þ‘’“”„–—…€£]+")


def _kept(weights: base.Base, everything: Vocabulary, messages: list[examples.Message]) -> list[int]:
    """The pieces that the listener needs: all that the corpus uses, and the most frequent ones."""
    outputs = {name: at for at, name in enumerate(examples.labels(messages))}
    used = {number for one in messages for number in examples.example(one, everything, outputs).ids}
    latin = [at for at, piece in enumerate(weights.pieces) if LATIN.fullmatch(piece)]
    frequent = sorted(latin, key=lambda at: -weights.likely[at])[:FREQUENT]
    return sorted({*used, *frequent, *weights.marks.values()})


def _vocabulary(weights: base.Base, rows: list[int]) -> Vocabulary:
    numbers = {old: new for new, old in enumerate(rows)}
    pieces: dict[str, tuple[int, float]] = {}
    for old in rows:
        pieces.setdefault(weights.pieces[old], (numbers[old], float(weights.likely[old])))
    first, last, unknown = (numbers[weights.marks[name]] for name in ("first", "last", "unknown"))
    return Vocabulary(pieces, weights.written, first, last, unknown, float(weights.likely.min()))


def train(limit: int | None = None, epochs: int = training.EPOCHS) -> None:
    """Train on all messages that are not kept back, and write what the bot reads."""
    weights = base.load(base.weights_file())
    messages = examples.messages()[:limit]
    kept = _kept(weights, _vocabulary(weights, list(range(len(weights.pieces)))), messages)
    vocabulary, names = _vocabulary(weights, kept), examples.labels(messages)
    rounds = Rounds(messages, vocabulary, names)
    print(f"{len(rounds.learned)} of {len(messages)} messages, {len(names)} outputs, {len(kept)} pieces", flush=True)
    net = network.take(rounds.untrained(len(kept)), weights, kept)
    training.train(net, [partial(rounds.seen, number) for number in range(epochs)])
    naming.train_names(net, rounds.seen(epochs))
    export.export(net, weights, kept, names)


def train_more(files: list[str]) -> None:
    """Train further what stands in the tree: in each round on all messages of these files and half of the others."""
    net, rounds = _restored()
    training.train(net, [partial(rounds.seen_of, frozenset(files), number) for number in range(MORE_ROUNDS)], MORE_PACE)
    naming.train_names(net, rounds.seen(MORE_ROUNDS))
    export.export_network(net)


def train_names() -> None:
    """Fit only the head of names of what stands in the tree."""
    net, rounds = _restored()
    naming.train_names(net, rounds.seen(MORE_ROUNDS))
    export.export_network(net)


def _restored() -> tuple[network.Network, Rounds]:
    """The network of the tree, and what it learns from."""
    about = json.loads((export.TRAINED / "about.json").read_text(encoding="utf-8"))
    rounds = Rounds(examples.messages(), heads().vocabulary, about["labels"])
    net = rounds.untrained(len((export.TRAINED / "pieces.tsv").read_text(encoding="utf-8").split("\n")) - 1)
    restoring.restore(net, export.TRAINED / "heads.onnx")
    return net, rounds


class Rounds:
    """What is seen in each round of the training: messages, half of them with other names, and questions."""

    def __init__(self, messages: list[examples.Message], vocabulary: Vocabulary, labels: list[str]) -> None:
        self.learned = [one for one in messages if not examples.is_kept_back(one)]
        self.vocabulary, self.outputs = vocabulary, {name: at for at, name in enumerate(labels)}
        self.pool = swapping.names_of(self.learned)
        self.asked = [one for one in topics.questions() if not one.is_kept_back]
        self.topics = {topic: at for at, topic in enumerate(sorted({one.topic for one in self.asked}))}

    def untrained(self, pieces: int) -> network.Network:
        """A network of the right size."""
        return network.Network(pieces, len(self.outputs), len(examples.NAMES), len(self.topics))

    def seen(self, number: int) -> list[examples.Example]:
        """All messages and all questions."""
        return [*self._messages(self.learned, number), *self._questions(self.asked, number)]

    def seen_of(self, files: Collection[str], number: int) -> list[examples.Example]:
        """The messages of some files, and of all others and of the questions every second."""
        half = [one for one in self.learned if Path(one["file"]).stem in files or _half(one["text"]) == number % 2]
        asked = [one for one in self.asked if _half(one.text) == number % 2]
        print(f"round {number + 1}: {len(half)} messages, {len(asked)} questions", flush=True)
        return [*self._messages(half, number), *self._questions(asked, number)]

    def _messages(self, messages: list[examples.Message], number: int) -> list[examples.Example]:
        varied = swapping.varied(messages, self.pool, number)
        return [examples.example(one, self.vocabulary, self.outputs) for one in varied]

    def _questions(self, asked: list[topics.Question], number: int) -> list[examples.Example]:
        moments = [topics.MOMENTS[(at + number) % len(topics.MOMENTS)] for at in range(len(asked))]
        return [
            examples.question(one.text, self.topics[one.topic], moment, self.vocabulary, len(self.outputs))
            for one, moment in zip(asked, moments, strict=True)
        ]


def _half(text: str) -> int:
    return zlib.crc32(text.encode()) // examples.KEPT_BACK % 2


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["train"]:
            train()
        case ["train", limit, epochs]:
            train(int(limit), int(epochs))
        case ["names"]:
            train_names()
        case ["more", *files] if files:
            train_more(files)
        case _:
            sys.exit("usage: python -m tools.heads train [MESSAGES EPOCHS] | more FILE... | names")
