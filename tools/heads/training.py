"""Fine-tuning: the lowest layers are left as they are and run once, the others learn with the heads, always in the same
order and on one thread, so that the same machine gives the same result.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Sequence

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from tools.heads.base import WIDTH
from tools.heads.examples import Example
from tools.heads.network import Network

EPOCHS, ROWS, LEFT = 4, 24, 4
"""How often each message is seen, how many at once, and how many layers are left as they are."""
RATE, HEADS_RATE = 1.5e-4, 2e-3
WARM_UP, LEAST = 0.06, 0.02
MISSED = 2.0
"""How much worse it is to miss an act than to hear one that is not there; the bars put that right."""
SHUFFLE = 8.0
"""Messages of about one length stand together: so many pieces may lie between."""
HALVES = torch.cpu._is_avx512_bf16_supported()
"""Whether numbers of sixteen bits are faster: without hardware for them they are forty times slower."""
LOOKED_AT = 150
"""Messages by which the outputs of the encoder are brought to one size."""


def train(network: Network, rounds: Sequence[Callable[[], Sequence[Example]]], pace: float = 1.0) -> None:
    """Train a network, with the messages as they stand in each round. Prints a line for every fifty steps.

    `pace`: how fast it learns; below 1 it was trained before, and its outputs are at their size.
    """
    torch.manual_seed(1)
    torch.set_num_threads(1)
    order = np.random.RandomState(1)
    body, heads = _parameters(network)
    groups = [{"params": body, "lr": RATE}, {"params": heads, "lr": HEADS_RATE}]
    optimizer = torch.optim.AdamW(groups, betas=(0.9, 0.98), weight_decay=0.01)
    step, began = 0, time.monotonic()
    for number, seen in enumerate(rounds):
        examples = seen()
        steps = len(rounds) * math.ceil(len(examples) / ROWS)
        low = _low(network, examples)
        if not number and pace == 1:
            _level(network, low, order.permutation(len(low))[:LOOKED_AT])
        network.train()
        for rows in _batches(examples, order):
            rate = min(1.0, (step + 1) / (WARM_UP * steps)) * max(LEAST, 1 - step / steps)
            for group, usual in zip(optimizer.param_groups, (RATE, HEADS_RATE), strict=True):
                group["lr"] = usual * rate * pace
            loss = _loss(network, [examples[row] for row in rows], [low[row] for row in rows])
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(body, 1.0)
            nn.utils.clip_grad_norm_(heads, 5.0)
            optimizer.step()
            step += 1
            if step % 50 == 0:
                print(f"step {step} of {steps}, {time.monotonic() - began:.0f} s, loss {loss.item():.2f}", flush=True)
    network.eval()


def _parameters(network: Network) -> tuple[list[nn.Parameter], list[nn.Parameter]]:
    """What learns: of the encoder, and of the heads."""
    for part in (network.words, network.places, network.norm, *network.layers[:LEFT]):
        part.requires_grad_(False)
    network.kind.requires_grad = False
    heads = [one for name, one in network.named_parameters() if name.startswith("of_")]
    body = [one for name, one in network.named_parameters() if not name.startswith("of_") and one.requires_grad]
    return body, heads


@torch.no_grad()
def _low(network: Network, examples: Sequence[Example]) -> list[torch.Tensor]:
    network.eval()
    return [network.low(torch.tensor([one.ids]), LEFT)[0].half() for one in examples]


@torch.no_grad()
def _level(network: Network, low: Sequence[torch.Tensor], rows: Sequence[int]) -> None:
    """Bring what the encoder gives to a mean of 0 and a spread of 1, or the heads would learn for hours."""
    seen = []
    for row in rows:
        x = low[row].float()[None]
        seen.append(network.encoded(x, torch.ones(x.shape[:2]), LEFT)[1][0])
    found = torch.cat(seen)
    network.mean.data, network.spread.data = found.mean(0), found.std(0)


def _batches(examples: Sequence[Example], order: np.random.RandomState) -> list[list[int]]:
    by_length = sorted(
        order.permutation(len(examples)), key=lambda row: len(examples[row].ids) + order.rand() * SHUFFLE
    )
    found = [list(map(int, by_length[at : at + ROWS])) for at in range(0, len(by_length), ROWS)]
    order.shuffle(found)
    return found


def _loss(network: Network, examples: Sequence[Example], low: Sequence[torch.Tensor]) -> torch.Tensor:
    longest = max(len(one.ids) for one in examples)
    outputs = len(examples[0].text)
    x, mask = torch.zeros(len(low), longest, WIDTH), torch.zeros(len(low), longest)
    pieces, counts = torch.zeros(len(low), longest, outputs), torch.zeros(len(low), longest, outputs)
    names, named = torch.zeros(len(low), longest, dtype=torch.long), torch.zeros(len(low), longest)
    for row, one in enumerate(examples):
        own = slice(one.first, one.first + len(one.names))
        x[row, : len(one.ids)], mask[row, : len(one.ids)] = low[row], 1
        pieces[row, own], counts[row, own] = torch.from_numpy(one.pieces), torch.from_numpy(one.pieces_count)
        names[row, own], named[row, own] = torch.from_numpy(one.names), one.names_count
    with torch.autocast("cpu", dtype=torch.bfloat16, enabled=HALVES):
        given = network.high(x, mask, LEFT)
    text = torch.from_numpy(np.stack([one.text for one in examples]))
    text_counts = torch.from_numpy(np.stack([one.text_counts for one in examples]))
    whole = (_missed(given.text, text) * text_counts).sum() / len(examples)
    parts = (_missed(given.pieces, pieces) * counts).sum() / counts[:, :, 0].sum().clamp(min=1)
    spoken = _off(given.names.flatten(0, 1), names.flatten()) * named.flatten()
    topics = torch.tensor([one.topic for one in examples])
    asked = _off(given.topics, topics.clamp(min=0)) * (topics >= 0)
    return whole + parts + 2 * spoken.sum() / named.sum().clamp(min=1) + asked.sum() / len(examples)


def _off(given: torch.Tensor, right: torch.Tensor) -> torch.Tensor:
    return functional.cross_entropy(given.float(), right, reduction="none")


def _missed(given: torch.Tensor, right: torch.Tensor) -> torch.Tensor:
    weight = torch.tensor(MISSED)
    return functional.binary_cross_entropy_with_logits(given.float(), right, reduction="none", pos_weight=weight)
