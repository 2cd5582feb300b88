"""The encoder of e5-small with three heads: acts of the whole text, acts of each piece, names."""

from __future__ import annotations

import torch
from torch import nn
from torch.nn import functional

from tools.heads.base import WIDTH, Base

LAYERS, PARTS, INNER, PLACES = 12, 12, 1536, 512
FAR = 1e4
"""Taken from the score of what is no piece."""


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
    """From numbers of pieces to logits: of the whole text, of each piece, of each piece as a name."""

    def __init__(self, words: int, labels: int, names: int) -> None:
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
        self.of_name = nn.Linear(WIDTH, names)
        self.drop = nn.Dropout(0.15)
        for head, bias in ((self.of_piece, -2.0), (self.of_text, -1.0), (self.of_name, 0.0)):
            nn.init.normal_(head.weight, std=0.01)
            nn.init.constant_(head.bias, bias)
        self.of_name.bias.data[0] = 2.0

    def low(self, ids: torch.Tensor, layers: int) -> torch.Tensor:
        """What the lowest layers make of one row without padding."""
        x = self.norm(self.words(ids) + self.places.weight[: ids.shape[1]] + self.kind)
        off = torch.zeros(1, 1, 1, ids.shape[1])
        for layer in self.layers[:layers]:
            x = layer(x, off)
        return x

    def high(self, x: torch.Tensor, mask: torch.Tensor, since: int) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        """The logits, from what the layers before `since` have made."""
        x = self.encoded(x, mask, since)
        x = self.drop((x - self.mean) / self.spread)
        shown = mask[:, :, None]
        pieces = self.of_piece(x)
        mean = (x * shown).sum(1) / shown.sum(1)
        return (pieces - (1 - shown) * FAR).amax(1) + self.of_text(mean), pieces, self.of_name(x)

    def encoded(self, x: torch.Tensor, mask: torch.Tensor, since: int) -> torch.Tensor:
        """What the layers from `since` on make of it."""
        off = (1 - mask)[:, None, None, :] * -FAR
        for layer in self.layers[since:]:
            x = layer(x, off)
        return x

    def forward(self, ids: torch.Tensor, mask: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        x = self.norm(self.words(ids) + self.places.weight[: ids.shape[1]] + self.kind)
        return self.high(x, mask, 0)


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
