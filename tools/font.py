"""Cuts the font of the pictures out of Inter: `python -m tools.font PATH_TO_Inter[opsz,wght].ttf` (needs fonttools).

Inter 4.001 by the Inter Project Authors, SIL Open Font License 1.1, as the package `fontpkg-inter` 4.1.post1 brings it.
Two weights stay, with the letters of Latin, Greek and Cyrillic, and a table of how wide each letter is, so that whoever
draws knows it without reading a font. The licence stands beside them.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

FOLDER = Path(__file__).parents[1] / "bot" / "say" / "drawing" / "font"
WEIGHTS = {"regular": 450, "bold": 650}
"""A little more than usual: thin strokes vanish on a phone."""
LETTERS = (
    *((0x20, 0x7E), (0xA0, 0x17F), (0x18F, 0x18F), (0x192, 0x192), (0x1A0, 0x1A1), (0x1AF, 0x1B0), (0x1CD, 0x1DC)),
    *((0x1FA, 0x21B), (0x259, 0x259), (0x2BB, 0x2BC), (0x2C6, 0x2DD), (0x300, 0x30C), (0x323, 0x323)),
    *((0x384, 0x3CE), (0x400, 0x45F), (0x490, 0x493), (0x49A, 0x49B), (0x4A2, 0x4A3), (0x4AE, 0x4B3), (0x4D8, 0x4D9)),
    *((0x4E8, 0x4E9), (0x1E80, 0x1E85), (0x1E9E, 0x1E9E), (0x1EA0, 0x1EF9), (0x2010, 0x2015), (0x2018, 0x201E)),
    *((0x2020, 0x2022), (0x2026, 0x2026), (0x2030, 0x2030), (0x2039, 0x203A), (0x20AC, 0x20AC), (0x2116, 0x2116)),
    *((0x2122, 0x2122), (0x2190, 0x2193), (0x2212, 0x2212), (0x2713, 0x2713), (0x2717, 0x2717), (0x00D7, 0x00D7)),
)
FEATURES = ["ccmp", "kern", "locl", "mark", "mkmk"]


def main() -> None:
    """Write both weights and the table of widths."""
    wanted = {code for first, last in LETTERS for code in range(first, last + 1)}
    widths: dict[str, list[int]] = {}
    for name, weight in WEIGHTS.items():
        font = instantiateVariableFont(TTFont(sys.argv[1]), {"opsz": 14, "wght": weight})
        _cut(font, wanted)
        _name(font, name)
        font.save(FOLDER / f"{name}.ttf")
        per_em = font["head"].unitsPerEm
        for code, glyph in font.getBestCmap().items():
            widths.setdefault(chr(code), []).append(round(font["hmtx"][glyph][0] * 1000 / per_em))
    packed = json.dumps(dict(sorted(widths.items())), ensure_ascii=False, separators=(",", ":"))
    (FOLDER / "widths.json").write_text(packed + "\n", encoding="utf-8")


def _cut(font: TTFont, wanted: set[int]) -> None:
    options = Options()
    options.layout_features, options.hinting, options.name_IDs = FEATURES, False, [0, 1, 2, 4, 6, 13, 14]
    options.drop_tables += ["STAT", "meta"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=wanted)
    subsetter.subset(font)


def _name(font: TTFont, weight: str) -> None:
    """A family of its own, so that no font of the machine is taken for it."""
    for number, said in {
        1: "Afterword",
        2: weight.title(),
        4: f"Afterword {weight.title()}",
        6: f"Afterword-{weight.title()}",
    }.items():
        font["name"].setName(said, number, 3, 1, 0x409)
    font["OS/2"].usWeightClass = 700 if weight == "bold" else 400
    font["OS/2"].fsSelection = 0x20 if weight == "bold" else 0x40
    font["head"].macStyle = int(weight == "bold")


if __name__ == "__main__":
    main()
