"""The few elements of SVG that our pictures are made of, each as its text. A picture is 360 units wide."""

from __future__ import annotations

from html import escape

FAMILY = "Afterword"
WEIGHTS = {False: 400, True: 700}


def number(value: float) -> str:
    """A length with one decimal at most, written in one way only."""
    return f"{round(value, 1):g}"


def element(name: str, inside: str = "", /, **attributes: str | float) -> str:
    """An element; `fill_opacity` stands for `fill-opacity`."""
    told = "".join(f' {key.replace("_", "-")}="{_told(value)}"' for key, value in attributes.items())
    return f"<{name}{told}>{inside}</{name}>" if inside else f"<{name}{told}/>"


def _told(value: str | float) -> str:
    return escape(value) if isinstance(value, str) else number(value)


def rect(x: float, y: float, width: float, height: float, fill: str, **more: str | float) -> str:
    """A rectangle."""
    return element("rect", x=x, y=y, width=width, height=height, fill=fill, **more)


def line(x1: float, y1: float, x2: float, y2: float, stroke: str, width: float = 1) -> str:  # noqa: PLR0917
    """A line."""
    return element("line", x1=x1, y1=y1, x2=x2, y2=y2, stroke=stroke, stroke_width=width)


def text(x: float, y: float, said: str, size: float, fill: str, *, bold: bool = False, anchor: str = "start") -> str:
    """One line of text that stands on `y`."""
    more = {"font_weight": str(WEIGHTS[bold])} if bold else {}
    if anchor != "start":
        more["text_anchor"] = anchor
    return element("text", escape(said, quote=False), x=x, y=y, font_size=size, fill=fill, **more)


def pattern(name: str, width: float, height: float, inside: str) -> str:
    """Something that fills an area again and again, as `url(#name)`."""
    return element("pattern", inside, id=name, width=width, height=height, patternUnits="userSpaceOnUse")


def document(width: float, height: float, title: str, parts: list[str]) -> str:
    """The whole picture."""
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{number(width)}" height="{number(height)}" '
        f'viewBox="0 0 {number(width)} {number(height)}" font-family="{FAMILY}" role="img">'
    )
    return "\n".join([head, element("title", escape(title, quote=False)), *parts, "</svg>"])
