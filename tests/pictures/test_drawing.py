"""The pictures as text: the same for the same facts, to be read without colour, in colours that can be read."""

from __future__ import annotations

import re
from itertools import combinations
from xml.etree import ElementTree

import pytest

from bot.line.brush import draw
from bot.rehearsal.files import picture_size
from bot.say.drawing import letters, marks
from bot.say.drawing.palette import DARK, LIGHT, Palette
from bot.say.drawing.progress import MOODS
from bot.say.rendering import spoken
from bot.words import plain
from tests.pictures.situations import DOCS, SITUATIONS, SNAPSHOTS, drawn, voice_of

LARGEST = 80_000
"""Bytes of a picture."""
SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize("name", SITUATIONS)
def test_the_text_of_a_picture_stays_as_it_was_looked_at(name: str) -> None:
    """A change that is wanted is written and looked at with `python -m tests.pictures`."""
    assert drawn(name) + "\n" == (SNAPSHOTS / f"{name}.svg").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", SITUATIONS)
def test_a_picture_is_small_and_sharp(name: str) -> None:
    png = draw(drawn(name))
    width, height = picture_size(png)
    assert len(png) <= LARGEST
    assert width >= 480
    assert height <= 2 * width, "Telegram would show it as a strip"
    assert picture_size((DOCS / f"{name}.png").read_bytes()) == (width, height)


def texts(name: str) -> list[str]:
    return [element.text or "" for element in ElementTree.fromstring(drawn(name)).iter(f"{SVG}text")]


@pytest.mark.parametrize("name", SITUATIONS)
def test_every_letter_of_a_picture_is_in_its_font(name: str) -> None:
    assert [said for said in texts(name) if not letters.is_written(said)] == []


@pytest.mark.parametrize("name", [name for name in SITUATIONS if name not in ("progress", "shared")])
def test_every_name_and_state_of_the_picture_stands_in_the_words_under_it(name: str) -> None:
    known, _, meant = SITUATIONS[name]
    words = re.sub(r"<[^>]+>", "", spoken(meant, voice_of(name)))
    for opportunity in known.opportunities:
        if opportunity.closed_at is None:
            assert opportunity.employer in words.replace("&amp;", "&")
    for number in (said for said in texts(name) if said.isdigit()):
        assert f"{number} · " in words


def test_what_is_shared_names_nobody() -> None:
    known, _, _ = SITUATIONS["shared"]
    told = " ".join([drawn("shared"), spoken(SITUATIONS["shared"][2], voice_of("shared"))])
    assert [o.employer for o in known.opportunities if o.employer in told] == []
    assert any(o.employer in drawn("progress") for o in known.opportunities)


# Contrast, and without colour


def luminance(colour: str) -> float:
    """As WCAG 2.2 defines it."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_what_is_read_has_the_contrast_of_wcag_aa(palette: Palette) -> None:
    for colour in (palette.ink, palette.soft, palette.go, palette.due):
        assert contrast(colour, palette.paper) >= 4.5
    for colour, ground in (
        *((palette.hold_lines, palette.hold), (palette.wait_dots, palette.wait)),
        *((palette.ink, ground) for ground in (palette.hold, palette.wait, palette.weekend)),
        *((palette.go, ground) for ground in (palette.wait, palette.weekend)),
        *((palette.due, ground) for ground in (palette.hold, palette.wait, palette.weekend)),
    ):
        assert contrast(colour, ground) >= 3


def test_no_two_marks_differ_in_colour_alone() -> None:
    for (one, (path, _)), (other, (another, _)) in combinations(marks.SHAPES.items(), 2):
        assert path != another, (one, other)


@pytest.mark.parametrize("name", [name for name in SITUATIONS if name not in ("progress", "shared")])
def test_each_mark_and_zone_is_explained_in_words(name: str) -> None:
    """Its shape or its pattern stands beside them, so that no colour is needed to tell what is meant."""
    tree, said, language = ElementTree.fromstring(drawn(name)), texts(name), voice_of(name).language
    paths = {path.get("d") for path in tree.iter(f"{SVG}path")}
    kinds = {kind for kind, (path, _) in marks.SHAPES.items() if path in paths and kind != "today"}
    zones = {kind for kind in marks.ZONES if any(r.get("fill") == f"url(#{kind})" for r in tree.iter(f"{SVG}rect"))}
    assert kinds
    assert [kind for kind in kinds | zones if plain(f"picture.legend.{kind}", language) not in said] == []


def test_the_zones_have_patterns_of_their_own() -> None:
    patterns = ElementTree.fromstring(f'<svg xmlns="http://www.w3.org/2000/svg">{marks.patterns(LIGHT)}</svg>')
    drawn_in = [[element.tag for element in pattern] for pattern in patterns.iter(f"{SVG}pattern")]
    assert len(drawn_in) == len({tuple(tags) for tags in drawn_in}) == len(marks.ZONES)


@pytest.mark.parametrize(
    ("name", "written"),
    [("Zażółć Ñandú Çelik", True), ("Ζαχαρίου", True), ("Яндекс", True), ("🚀 Rocket", True), ("株式会社", False)],
)
def test_names_in_other_letters_are_known(name: str, written: bool) -> None:
    assert letters.is_written(name) is written


def test_signs_that_the_font_lacks_are_left_out_of_a_name() -> None:
    assert letters.written("🚀 Rocket  Labs ✨") == "Rocket Labs"
    assert not letters.is_written("شركة")
    assert not letters.is_written("🚀")


@pytest.mark.parametrize("room", [20, 60, 200])
def test_what_is_too_long_is_cut_to_its_room(room: float) -> None:
    cut = letters.fitting("Llanfairpwllgwyngyll Railway Company", 14.5, room, bold=True)
    assert letters.width(cut, 14.5, bold=True) <= room
    assert cut.endswith("…")


def test_every_mood_has_its_line() -> None:
    ys = [float(e.get("cy", 0)) for e in ElementTree.fromstring(drawn("progress")).iter(f"{SVG}circle")]
    assert len(set(ys[:7])) == len(MOODS)
