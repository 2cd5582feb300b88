"""The encoder of e5-small with its heads: acts of the whole text, acts of each piece, names, topics of questions."""

from __future__ import annotations

from typing import NamedTuple

import torch
from torch import nn
from torch.nn import functional

from tools.heads.base import WIDTH, Base

LAYERS, PARTS, INNER, PLACES = 12, 12, 1536, 512
FAR = 1e4
"""Taken from the score of what is no piece."""
HALF_WAY = 8
"""The layer whose outputs are read beside those of the last: there a word is still much itself."""
HIDDEN = 96
"""Width of what tells names apart."""


class Logits(NamedTuple):
    """What the heads give, of each text a row."""

    text: torch.Tensor
    pieces: torch.Tensor
    names: torch.Tensor
    topics: torch.Tensor


class Layer(nn.Module):
    """One layer of the encoder."""

    def __init__(self) -> None:
        super().__init__()
        self.seen = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, 1e-12)
        self.wide = nn.Linear(WIDTH, INNER)
        self.narrow = nn.Linear(INNER, WIDTH)
        self.last_norm = nn.LayerNorm(WIDTH, 1e-12)
        self.drop = nn.Dropout(0.1)

    def forward(self, x: torch.Tensor, off: torch.Tensor) -> torch.Tensor:
        rows, length, _ = x.shape
        part = WIDTH // PARTS
        query, key, value = self.seen(x).view(rows, length, 3, PARTS, part).permute(2, 0, 3, 1, 4)
        weights = self.drop((query @ key.transpose(-1, -2) / part**0.5 + off).softmax(-1))
        seen = (weights @ value).transpose(1, 2).reshape(rows, length, WIDTH)
        x = self.norm(x + self.drop(self.out(seen)))
        return self.last_norm(x + self.drop(self.narrow(functional.gelu(self.wide(x)))))


class Network(nn.Module):
    """From numbers of pieces to logits: of the whole text, of each piece, of each piece as a name, of the topics.

    What is a name shows half way and in the end, and beside it: in the piece before and the one behind.
    """

    def __init__(self, words: int, labels: int, names: int, topics: int) -> None:
        super().__init__()
        self.words = nn.Embedding(words, WIDTH)
        self.places = nn.Embedding(PLACES, WIDTH)
        self.kind = nn.Parameter(torch.zeros(WIDTH))
        self.norm = nn.LayerNorm(WIDTH, 1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.mean = nn.Parameter(torch.zeros(WIDTH), requires_grad=False)
        self.spread = nn.Parameter(torch.ones(WIDTH), requires_grad=False)
        self.of_piece = nn.Linear(WIDTH, labels)
        self.of_text = nn.Linear(WIDTH, labels)
        self.of_name = nn.Sequential(nn.Linear(4 * WIDTH, HIDDEN), nn.GELU(), nn.Linear(HIDDEN, names))
        self.of_topic = nn.Linear(2 * WIDTH, topics)
        self.drop = nn.Dropout(0.15)
        for head, bias in ((self.of_piece, -2.0), (self.of_text, -1.0), (self.of_topic, 0.0), (self.of_name[2], 0.0)):
            nn.init.normal_(head.weight, std=0.01)
            nn.init.constant_(head.bias, bias)
        self.of_name[2].bias.data[0] = 2.0

    def low(self, ids: torch.Tensor, layers: int) -> torch.Tensor:
        """What the lowest layers make of one row without padding."""
        x = self.norm(self.words(ids) + self.places.weight[: ids.shape[1]] + self.kind)
        off = torch.zeros(1, 1, 1, ids.shape[1])
        for layer in self.layers[:layers]:
            x = layer(x, off)
        return x

    def high(self, x: torch.Tensor, mask: torch.Tensor, since: int) -> Logits:
        """The logits, from what the layers before `since` have made."""
        half, x = self.encoded(x, mask, since)
        x = self.drop((x - self.mean) / self.spread)
        shown = mask[:, :, None]
        pieces = self.of_piece(x)
        mean = _mean(x, shown)
        text = (pieces - (1 - shown) * FAR).amax(1) + self.of_text(mean)
        names = self.of_name(self.beside(half, x, mask))
        return Logits(text, pieces, names, self.of_topic(torch.cat([_mean(half, shown), mean], 1)))

    def beside(self, half: torch.Tensor, x: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """What is looked at for names: each piece half way and in the end, and its neighbours in the end."""
        seen = x * mask[:, :, None]
        before, behind = functional.pad(seen, (0, 0, 1, 0))[:, :-1], functional.pad(seen, (0, 0, 0, 1))[:, 1:]
        return torch.cat([half, x, before, behind], 2)

    def encoded(self, x: torch.Tensor, mask: torch.Tensor, since: int) -> tuple[torch.Tensor, torch.Tensor]:
        """What the layers from `since` on make of it, half way and in the end."""
        off, half = (1 - mask)[:, None, None, :] * -FAR, x
        for number, layer in enumerate(self.layers[since:], since):
            x = layer(x, off)
            half = x if number == HALF_WAY else half
        return half, x

    def forward(self, ids: torch.Tensor, mask: torch.Tensor) -> Logits:
        x = self.norm(self.words(ids) + self.places.weight[: ids.shape[1]] + self.kind)
        return self.high(x, mask, 0)


def _mean(x: torch.Tensor, shown: torch.Tensor) -> torch.Tensor:
    return (x * shown).sum(1) / shown.sum(1)


def take(network: Network, base: Base, rows: list[int]) -> Network:
    """The network with the weights of the base; `rows`: the pieces that are kept."""
    network.words.weight.data = base.tensor("emb.word", len(base.pieces), WIDTH)[torch.tensor(rows)]
    network.places.weight.data = base.tensor("emb.pos", PLACES, WIDTH)
    network.kind.data = base.tensor("emb.type", 2, WIDTH)[0]
    _put(network.norm, base, "emb.ln", WIDTH)
    for number, layer in enumerate(network.layers):
        name = f"l{number}"
        layer.seen.weight.data = torch.cat([base.tensor(f"{name}.{one}.w", WIDTH, WIDTH) for one in "qkv"])
        layer.seen.bias.data = torch.cat([base.tensor(f"{name}.{one}.b", WIDTH) for one in "qkv"])
        _put(layer.out, base, f"{name}.ao", WIDTH, WIDTH)
        _put(layer.wide, base, f"{name}.fi", INNER, WIDTH)
        _put(layer.narrow, base, f"{name}.fo", WIDTH, INNER)
        _put(layer.norm, base, f"{name}.aln", WIDTH)
        _put(layer.last_norm, base, f"{name}.oln", WIDTH)
    return network


def _put(part: nn.Module, base: Base, name: str, *shape: int) -> None:
    part.load_state_dict({"weight": base.tensor(f"{name}.w", *shape), "bias": base.tensor(f"{name}.b", shape[0])})
