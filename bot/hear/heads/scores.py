"""What the heads give for one text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Floats: TypeAlias = "NDArray[np.float32]"


@dataclass(frozen=True, slots=True)
class Scores:
    """From 0 to 1: of the whole text, of each piece, and of each piece as a name."""

    text: Floats
    pieces: Floats
    names: Floats
