"""What stands on a day, each a shape of its own, so that no mark needs its colour; and the patterns of the zones."""

from __future__ import annotations

from bot.say.drawing import svg
from bot.say.drawing.palette import Palette

SHAPES: dict[str, tuple[str, bool]] = {
    "talk": ("M-5.5 0a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0 -11 0z", True),
    "talk_ahead": ("M-5 0a5 5 0 1 0 10 0a5 5 0 1 0 -10 0zM-1 0a1 1 0 1 0 2 0a1 1 0 1 0 -2 0z", False),
    "thanks_sent": ("M-7 -5h14v10h-14zM-7 -5l7 6l7 -6", True),
    "thanks_due": ("M-6.5 -4.5h13v9h-13zM-6.5 -4.5l6.5 5.5l6.5 -5.5", False),
    "wrote": ("M-6 5h12l-6 -10.5z", True),
    "heard": ("M-6 -5h12l-6 10.5z", True),
    "promise_open": ("M-4.5 -4.5h9v9h-9z", False),
    "promise_kept": ("M-5 -5h10v10h-10zM-2.8 0l2 2.2l3.6 -4.4", True),
    "ask": ("M-4.5 9v-18l12 4.5l-10.5 4.5", True),
    "deadline": ("M-4.5 -9h9v3h-3v12h3v3h-9v-3h3v-12h-3z", True),
    "today": ("M-1 -9h2v18h-2z", True),
}
"""Its outline around the middle of a day, and whether it is filled."""
INNER = frozenset({"thanks_sent", "promise_kept"})
"""Filled ones with a line of the paper's colour in them."""
ZONES = ("hold", "wait")


def mark(kind: str, x: float, y: float, palette: Palette) -> str:
    """A mark with its middle at that place."""
    path, is_filled = SHAPES[kind]
    colour = {"ask": palette.go, "deadline": palette.due}.get(kind, palette.ink)
    place = f"translate({svg.number(x)} {svg.number(y)})"
    if is_filled:
        edge = 1.3 if kind in INNER else 0.8
        more = {"stroke": palette.paper, "stroke_linejoin": "round"}
        return svg.element("path", d=path, transform=place, fill=colour, stroke_width=edge, **more)
    return svg.element("path", d=path, transform=place, fill=palette.paper, stroke=colour, stroke_width=1.8)


def zone(kind: str, x: float, y: float, width: float, height: float) -> str:
    """An area of days: hatched while they decide, dotted where a little more is waited."""
    return svg.rect(x, y, width, height, f"url(#{kind})", rx=3)


def patterns(palette: Palette) -> str:
    """Both of them."""
    lines = svg.rect(0, 0, 8, 8, palette.hold) + svg.element(
        "path", d="M-2 2l4 -4M0 8l8 -8M6 10l4 -4", stroke=palette.hold_lines, stroke_width=1.1
    )
    dots = svg.rect(0, 0, 6, 6, palette.wait) + svg.element("circle", cx=3, cy=3, r=0.9, fill=palette.wait_dots)
    return svg.element("defs", svg.pattern("hold", 8, 8, lines) + svg.pattern("wait", 6, 6, dots))
