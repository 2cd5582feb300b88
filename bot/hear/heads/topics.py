"""What a question is about, read off two layers of the encoder: a column of weights a topic, from `make topics`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO

from bot.hear.heads.scores import Floats

NONE = "none"
"""What asks nothing, or something else than the topics."""
FEW = 3
"""Topics that are told of a text."""


@dataclass(frozen=True, slots=True)
class Topics:
    """Weights and their names."""

    names: tuple[str, ...]
    weights: Floats
    """A column a topic; the last row stands for itself."""

    def of(self, layers: Sequence[Floats]) -> Mapping[str, float]:
        """The likeliest topics of a text, from what each layer makes of its pieces."""
        if not len(layers[0]):
            return {}
        likely = self.likely(features(layers))
        return {self.names[at]: float(likely[at]) for at in likely.argsort()[: -FEW - 1 : -1]}

    def likely(self, rows: Floats) -> Floats:
        """How likely each topic is, from 0 to 1, by the features of a text, or of several, a row each."""
        return shares(rows @ self.weights[:-1] + self.weights[-1])


def shares(logits: Floats) -> Floats:
    """Logits as parts of 1, row by row."""
    import numpy as np

    powers: Floats = np.exp(logits - logits.max(-1, keepdims=True))
    powers /= powers.sum(-1, keepdims=True)
    return powers


def features(layers: Sequence[Floats]) -> Floats:
    """The mean of the pieces in each layer, each of length one."""
    import numpy as np

    means = [layer.mean(0) for layer in layers]
    return np.concatenate([mean / np.linalg.norm(mean) for mean in means])


def topics_of(file: bytes) -> Topics:
    """The weights as `tools.heads.topics` writes them."""
    import numpy as np

    with np.load(BytesIO(file), allow_pickle=False) as arrays:
        return Topics(tuple(map(str, arrays["names"])), arrays["weights"].astype(np.float32))
