"""What a question is about, from `make topics`: read off two layers of the encoder, and counted off its words.

The layers know what is meant by words that were never seen; the words know what the layers make too little of.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from io import BytesIO
from typing import TYPE_CHECKING

from bot.hear.heads.scores import Floats

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

NONE = "none"
"""What asks nothing, or something else than the topics."""
FEW = 5
"""Topics that are told of a text."""


WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*|\?")
SENTENCE = re.compile(r"[.!?;]\s+|\n+")
ENOUGH = 5
"""Words and marks of a sentence that asks enough by itself: more than "is that usual?"."""
STEM = 5
"""Letters by which the forms of a long word are one."""
UNSEEN = 0.1
"""How often a word counts as seen in a topic where it never was."""
BESIDE = 0.2
"""What the words count beside the layers: each is heard as if it stood alone, so all together say too much."""


@dataclass(frozen=True, slots=True)
class Words:
    """In how many questions of each topic a word was seen."""

    marks: NDArray[np.uint32]
    """The words, by their check sums, in order."""
    ends: NDArray[np.uint32]
    """Where in `topics` and `times` each word ends."""
    topics: NDArray[np.uint8]
    times: NDArray[np.uint8]
    sizes: Floats
    """Questions of each topic."""

    def of(self, text: str) -> Floats:
        """What the words of a text say for each topic, in logarithms: above zero by how often they were seen there."""
        import numpy as np

        said: Floats = np.zeros(len(self.sizes), np.float32)
        for mark in marks(text):
            at = int(self.marks.searchsorted(mark))
            if at < len(self.marks) and self.marks[at] == mark:
                part = slice(self.ends[at - 1] if at else 0, self.ends[at])
                said -= np.log(self.sizes + 2 * UNSEEN)
                said[self.topics[part]] += np.log(self.times[part] / UNSEEN + 1)
        return said


@dataclass(frozen=True, slots=True)
class Topics:
    """Weights and their names."""

    names: tuple[str, ...]
    weights: Floats
    """A column a topic; the last row stands for itself."""
    words: Words

    def of(self, layers: Sequence[Floats], text: str, ends: Sequence[int] = ()) -> Mapping[str, float]:
        """The likeliest topics of a folded text, from what each layer makes of its pieces, and from its words.

        `ends`: where each piece ends. What is told before a question is often of another topic, so the sentence that
        asks counts as much as the whole.
        """
        if not len(layers[0]):
            return {}
        said = self._said(layers, text)
        since = asked_since(text)
        asks = [end > since for end in ends]
        if since and any(asks) and len(WORD.findall(text, since)) > ENOUGH:
            said += self._said([layer[asks] for layer in layers], text[since:])
            said /= 2
        likely = shares(said)
        return {self.names[at]: float(likely[at]) for at in likely.argsort()[: -FEW - 1 : -1]}

    def _said(self, layers: Sequence[Floats], text: str) -> Floats:
        return self.logits(features(layers)) + BESIDE * self.words.of(text)

    def logits(self, rows: Floats) -> Floats:
        """What the layers tell of each topic, by the features of a text, or of several, a row each."""
        logits: Floats = rows @ self.weights[:-1] + self.weights[-1]
        return logits


def mean(one: Mapping[str, float], other: Mapping[str, float]) -> Mapping[str, float]:
    """What two hearings of a question come to, the likeliest first."""
    both = {name: (one.get(name, 0.0) + other.get(name, 0.0)) / 2 for name in (*one, *other)}
    return dict(sorted(both.items(), key=lambda told: -told[1])[:FEW])


def asked_since(text: str) -> int:
    """Where the last sentence begins that has a question mark; without a mark, the last sentence."""
    asked, _, _ = text.rpartition("?")
    before = asked or text.rstrip(" .!?")
    return max((found.end() for found in SENTENCE.finditer(before)), default=0)


def marks(text: str) -> list[int]:
    """The words of a folded text, each once, by their check sums, and the stems of the long ones."""
    words = WORD.findall(text.casefold())
    stems = (f"/{word[:STEM]}" for word in words if len(word) > STEM)
    return sorted({zlib.crc32(one.encode()) for one in ("^", *words, *stems)})


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
        words = Words(**{one.name: arrays[one.name] for one in fields(Words)})
        return Topics(tuple(map(str, arrays["names"])), arrays["weights"].astype(np.float32), words)
