"""`python -m tools.heads train` trains the listener in about half an hour on one core; its files are put in place."""

from __future__ import annotations

import re
import sys
from functools import partial

from bot.hear.heads.pieces import Vocabulary
from tools.heads import base, examples, export, network, swapping, training

FREQUENT = 28_000
"""Pieces that are kept besides those of the corpus: the likeliest that are written in Latin letters."""
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
    outputs = {name: at for at, name in enumerate(names)}
    learned = [one for one in messages if not examples.is_kept_back(one)]
    print(f"{len(learned)} of {len(messages)} messages, {len(names)} outputs, {len(kept)} pieces", flush=True)
    pool = swapping.names_of(learned)

    def seen(number: int) -> list[examples.Example]:
        return [examples.example(one, vocabulary, outputs) for one in swapping.varied(learned, pool, number)]

    net = network.take(network.Network(len(kept), len(names), len(examples.NAMES)), weights, kept)
    training.train(net, [partial(seen, number) for number in range(epochs)])
    export.export(net, weights, kept, names)


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["train"]:
            train()
        case ["train", limit, epochs]:
            train(int(limit), int(epochs))
        case _:
            sys.exit("usage: python -m tools.heads train [MESSAGES EPOCHS]")
