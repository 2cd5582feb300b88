"""Calm colours, for the light and for the dark. Each pair that is read holds the contrast that WCAG AA asks for; no
colour says anything that a shape or a pattern does not say as well."""

from __future__ import annotations

from dataclasses import dataclass

Colour = str
"""`#rrggbb`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Palette:
    """The colours of a picture."""

    paper: Colour
    ink: Colour
    """Names, and the line of today."""
    soft: Colour
    """What is said beside them, and what is over."""
    rule: Colour
    """Thin lines that only guide the eye."""
    weekend: Colour
    hold: Colour
    hold_lines: Colour
    wait: Colour
    wait_dots: Colour
    go: Colour
    """From here on one may ask."""
    due: Colour
    """Something has a last day."""


LIGHT = Palette(
    paper="#fcfbf8",
    ink="#1b2733",
    soft="#566471",
    rule="#d9dde1",
    weekend="#f1efe9",
    hold="#d8e5f3",
    hold_lines="#4f779f",
    wait="#ecebe4",
    wait_dots="#77756a",
    go="#17694a",
    due="#944400",
)
DARK = Palette(
    paper="#17212b",
    ink="#eef2f6",
    soft="#a9b6c3",
    rule="#33414f",
    weekend="#1d2935",
    hold="#26405a",
    hold_lines="#86aed6",
    wait="#2b333b",
    wait_dots="#98a2ab",
    go="#6fd0a3",
    due="#ffb46b",
)
THEMES = {"light": LIGHT, "dark": DARK}
