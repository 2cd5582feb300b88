"""Writes docs/pictures/*.png and the texts that they are drawn from: `python -m tests.pictures [NAME]`.."""

from __future__ import annotations

import sys

from bot.line.brush import draw
from tests.pictures.situations import DOCS, SITUATIONS, SNAPSHOTS, drawn

if __name__ == "__main__":
    for name in sys.argv[1:] or SITUATIONS:
        svg = drawn(name)
        (SNAPSHOTS / f"{name}.svg").write_text(svg + "\n", encoding="utf-8")
        (DOCS / f"{name}.png").write_bytes(draw(svg))
