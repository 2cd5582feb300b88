"""The child that draws: `python -m bot.line.brush`, asked through its stdin by `painting`.

Noisy. A question is a line with a length in bytes, then SVG text; an answer is a line with a length, then PNG. A length
of 0 says that it cannot be drawn. No font but ours is looked at, and nothing is fetched.
"""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

import resvg_py

FONTS = Path(__file__).parents[1] / "say" / "drawing" / "font"
FILES = [str(FONTS / name) for name in ("regular.ttf", "bold.ttf")]
GIVES_WAY = 10
"""How far it stands back where the bot wants the same core."""
SHARP = 2.0
"""Pixels for a unit: twice what a phone shows the picture in."""
MOST_PIXELS = 470_000
"""A picture that is taller is shown smaller anyway, and has fewer pixels for a unit."""
_SIZE = re.compile(r'<svg [^>]{0,80}width="([0-9.]{1,8})" height="([0-9.]{1,8})"')


def draw(svg: str) -> bytes:
    """SVG text as PNG. Raises ValueError for what is none."""
    found = _SIZE.search(svg)
    if found is None:
        raise ValueError("no size")
    area = float(found[1]) * float(found[2])
    zoom = min(SHARP, (MOST_PIXELS / area) ** 0.5)
    png: bytes = resvg_py.svg_to_bytes(svg_string=svg, skip_system_fonts=True, font_files=FILES, zoom=zoom)
    return png


def main() -> None:
    """Answer until the questions end."""
    os.nice(GIVES_WAY)
    questions, answers = sys.stdin.buffer, sys.stdout.buffer
    while head := questions.readline():
        svg = questions.read(int(head)).decode()
        try:
            png = draw(svg)
        except ValueError:
            png = b""
        answers.write(b"%d\n" % len(png) + png)
        answers.flush()


if __name__ == "__main__":
    main()
