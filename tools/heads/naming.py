"""What tells names apart, fitted once more when the encoder is done: on all pieces at once, which takes a minute where
a round of the whole network takes a quarter of an hour.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

import numpy as np
import torch
from torch.nn import functional

from tools.heads.examples import Example
from tools.heads.network import Network
from tools.heads.training import LEFT

ROUNDS, ROWS, RATE = 8, 1024, 1e-3
"""How often each piece is seen, how many at once, and how fast is learned at first."""
DROPPED = 0.15
"""How much of what is seen of a piece is left out each time."""


def train_names(network: Network, examples: Sequence[Example]) -> None:
    """Fit the head of names to what the encoder makes of messages whose names are marked. Prints a line a round."""
    torch.manual_seed(1)
    torch.set_num_threads(1)
    order = np.random.RandomState(1)
    marked = [one for one in examples if one.names_count > 0]
    seen = torch.cat(list(_seen(network, marked)))
    right = torch.cat([torch.from_numpy(one.names).long() for one in marked])
    head = network.of_name
    optimizer = torch.optim.AdamW(head.parameters(), lr=RATE, weight_decay=0.01)
    steps = ROUNDS * math.ceil(len(right) / ROWS)
    step = 0
    for number in range(ROUNDS):
        lost = 0.0
        for rows in np.array_split(order.permutation(len(right)), steps // ROUNDS):
            for group in optimizer.param_groups:
                group["lr"] = RATE * (1 - step / steps)
            given = head(functional.dropout(seen[rows].float(), DROPPED))
            loss = functional.cross_entropy(given, right[rows])
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            step, lost = step + 1, lost + loss.item() * len(rows)
        print(f"names, round {number + 1}: {len(right)} pieces, loss {lost / len(right):.4f}", flush=True)


@torch.no_grad()
def _seen(network: Network, examples: Sequence[Example]) -> Iterator[torch.Tensor]:
    """What the head sees of each piece that was typed, in half precision."""
    network.eval()
    for one in examples:
        x, mask = network.low(torch.tensor([one.ids]), LEFT), torch.ones(1, len(one.ids))
        half, x = network.encoded(x, mask, LEFT)
        own = slice(one.first, one.first + len(one.names))
        yield network.beside(half, (x - network.mean) / network.spread, mask)[0, own].half()
