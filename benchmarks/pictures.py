"""How long a picture takes, how large it is, what memory it needs, and whether others wait meanwhile.

    python -m benchmarks.pictures [--rounds 20]

The picture of five employers is drawn as the bot draws it (values, SVG text, resvg in a child process), and the same
rectangles, lines, circles and texts by Pillow and by matplotlib, where they are installed; they draw a mark as a square
and a zone without its pattern, which is less than the bot draws. Each works in a process of its own.
"""

from __future__ import annotations

import argparse
import asyncio
import io
import re
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from benchmarks.common import Child, machine, percentile, table
from bot.line.painting import Painter
from tests.pictures.situations import SITUATIONS, drawn

FONT = Path(__file__).parents[1] / "bot" / "say" / "drawing" / "font"
FONTS = [str(FONT / name) for name in ("regular.ttf", "bold.ttf")]
SHARP = 1.6
"""Pixels for a unit, as the bot has for a picture of this height."""
SVG = "{http://www.w3.org/2000/svg}"
NAME = "five-employers"
Drawer = Callable[[str], bytes]
DISTINCT = 10
"""Pictures that are drawn while it is looked whether others wait."""


def shapes(svg: str) -> Iterator[tuple[str, dict[str, str], str]]:
    """Kind, attributes and text of each element that is drawn, marks as squares."""
    for element in ElementTree.fromstring(svg):
        kind, given = element.tag.removeprefix(SVG), dict(element.attrib)
        if given.get("fill", "").startswith("url"):
            given["fill"] = "#d8e5f3"
        if kind == "path":
            x, y = (float(n) for n in re.findall(r"[-0-9.]+", given.get("transform", given["d"]))[:2])
            given |= {"x": str(x - 5), "y": str(y - 5), "width": "10", "height": "10"}
            kind = "rect"
        if kind in ("rect", "line", "circle", "text"):
            yield kind, given, element.text or ""


def size_of(svg: str) -> tuple[float, float]:
    root = ElementTree.fromstring(svg)
    return float(root.get("width", 0)), float(root.get("height", 0))


def with_pillow() -> Drawer:
    from PIL import Image, ImageDraw, ImageFont

    def paint(svg: str) -> bytes:
        zoom, (width, height) = SHARP, size_of(svg)
        image = Image.new("RGB", (int(width * zoom), int(height * zoom)), "white")
        pen = ImageDraw.Draw(image)
        for kind, given, text in shapes(svg):
            at = {name: float(value) * zoom for name, value in given.items() if re.fullmatch(r"-?[0-9.]+", value)}
            fill = given.get("fill", given.get("stroke"))
            if kind == "rect":
                pen.rectangle((at["x"], at["y"], at["x"] + at["width"], at["y"] + at["height"]), fill=fill)
            elif kind == "circle":
                pen.circle((at["cx"], at["cy"]), at["r"], fill=None if fill == "none" else fill)
            elif kind == "line":
                pen.line((at["x1"], at["y1"], at["x2"], at["y2"]), fill=given["stroke"], width=int(at["stroke-width"]))
            else:
                font = ImageFont.truetype(FONTS["font-weight" in given], at["font-size"])
                anchor = {"middle": "ms", "end": "rs"}.get(given.get("text-anchor", ""), "ls")
                pen.text((at["x"], at["y"]), text, fill=fill, font=font, anchor=anchor)
        written = io.BytesIO()
        image.save(written, "PNG")
        return written.getvalue()

    return paint


def with_matplotlib() -> Drawer:
    import matplotlib as mpl

    mpl.use("Agg")
    from matplotlib import font_manager, patches, pyplot

    fonts = [font_manager.FontProperties(fname=file) for file in FONTS]

    def paint(svg: str) -> bytes:
        width, height = size_of(svg)
        figure = pyplot.figure(figsize=(width / 72, height / 72), dpi=72 * SHARP)
        axes = figure.add_axes((0, 0, 1, 1), xlim=(0, width), ylim=(height, 0))
        axes.axis("off")
        for kind, given, text in shapes(svg):
            at = {name: float(value) for name, value in given.items() if re.fullmatch(r"-?[0-9.]+", value)}
            fill = given.get("fill", "none")
            if kind == "rect":
                axes.add_patch(patches.Rectangle((at["x"], at["y"]), at["width"], at["height"], facecolor=fill))
            elif kind == "circle":
                axes.add_patch(patches.Circle((at["cx"], at["cy"]), at["r"], facecolor=fill))
            elif kind == "line":
                axes.plot((at["x1"], at["x2"]), (at["y1"], at["y2"]), color=given["stroke"], lw=at["stroke-width"])
            else:
                side = {"middle": "center", "end": "right"}.get(given.get("text-anchor", ""), "left")
                font = fonts["font-weight" in given]
                axes.text(at["x"], at["y"], text, color=fill, size=at["font-size"], fontproperties=font, ha=side)
        written = io.BytesIO()
        figure.savefig(written)
        pyplot.close(figure)
        return written.getvalue()

    return paint


def with_resvg() -> Drawer:
    from bot.line.brush import draw

    return draw


DRAWERS: dict[str, Callable[[], Drawer]] = {
    "Afterword (SVG by resvg)": with_resvg,
    "Pillow": with_pillow,
    "matplotlib": with_matplotlib,
}


def work(line: Connection, name: str, svg: str, rounds: int) -> None:
    """In a process of its own: the first picture, then the others, and how much more memory that took."""
    before, began = most_memory(), time.perf_counter()
    try:
        paint = DRAWERS[name]()
    except ImportError:
        return line.send(None)
    size = len(paint(svg))
    first, times = time.perf_counter() - began, []
    for _ in range(rounds):
        began = time.process_time()
        paint(svg)
        times.append(time.process_time() - began)
    return line.send((first, times, size, most_memory() - before))


def most_memory() -> float:
    """The most MB that this process has had so far."""
    told = Path("/proc/self/status").read_text(encoding="ascii")
    return int(re.findall(r"VmHWM:\s+(\d+) kB", told)[0]) / 1024


def compared(svg: str, rounds: int) -> list[list[str]]:
    rows = []
    for name in DRAWERS:
        child = Child(work, name, svg, rounds)
        found = child.answer()
        child.end()
        if found is None:
            rows.append([name, *["not installed"] * 5])
            continue
        first, times, size, memory = found
        told = [f"{seconds * 1000:.0f} ms" for seconds in (first, percentile(times, 0.5), percentile(times, 0.95))]
        rows.append([name, *told, f"{size / 1000:.0f} kB", f"{memory:.0f} MB"])
    return rows


def text_alone(rounds: int) -> str:
    """What the turn itself pays: values and SVG text, nothing drawn."""
    times = []
    for _ in range(rounds):
        began = time.process_time()
        drawn(NAME)
        times.append(time.process_time() - began)
    size = len(drawn(NAME)) / 1000
    return f"SVG text in the turn: {percentile(times, 0.5) * 1000:.1f} ms, {size:.0f} kB in the outbox until it is sent"


async def stall(paint: Callable[[str], Any], svgs: list[str]) -> float:
    """The longest time in which nobody else had the loop while they are drawn, one after another."""
    loop, worst = asyncio.get_running_loop(), 0.0

    async def draw_all() -> None:
        for svg in svgs:
            await paint(svg)

    tasks = asyncio.ensure_future(draw_all())
    while not tasks.done():
        before = loop.time()
        await asyncio.sleep(0.001)
        worst = max(worst, loop.time() - before - 0.001)
    await tasks
    return worst


async def stalls(svg: str) -> list[list[str]]:
    svgs = [svg.replace("Where things stand", f"Where things stand {n}") for n in range(DISTINCT)]
    painter = Painter()
    await painter.paint(svg)
    in_child = await stall(painter.paint, svgs)
    await painter.close()
    draw, loop, pool = with_resvg(), asyncio.get_running_loop(), ThreadPoolExecutor(1)
    in_thread = await stall(lambda one: loop.run_in_executor(pool, draw, one), svgs)
    pool.shutdown()
    return [[name, f"{s * 1000:.0f} ms"] for name, s in (("in a child", in_child), ("in a thread", in_thread))]


def main(arguments: list[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--rounds", type=int, default=20, help="pictures drawn by each")
    rounds = parser.parse_args(arguments).rounds
    svg = drawn(NAME)
    print(machine())
    print(f"The picture of {len(SITUATIONS[NAME][0].opportunities)} employers, CPU time, after the first one:\n")
    print(table(("", "first", "median", "p95", "size", "memory"), compared(svg, rounds)))
    print(f"\n{text_alone(rounds)}\n")
    print(table((f"{DISTINCT} pictures, drawn", "longest stall of the loop"), asyncio.run(stalls(svg))))


if __name__ == "__main__":
    main()
