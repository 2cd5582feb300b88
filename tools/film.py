"""A short moving picture of the rehearsal page, for the README: `python -m tools.film`. Needs Chromium, no packages.

The real bot is played in a real browser, which takes the single pictures as WebP; here they are put one behind the
other into one file (RIFF container of WebP: a frame is a chunk ANMF). Nothing is drawn or encoded here.
"""

from __future__ import annotations

import asyncio
import base64
import math
import struct
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from bot.rehearsal.page import page_app
from bot.rehearsal.stage import Stage, open_stage
from tests.rehearsal.browser import Browser, browser

FILE = Path(__file__).parents[1] / "docs" / "pictures" / "page.webp"
LARGEST = 400_000
WIDTH, HEIGHT = 920, 600
QUALITY = 50
TIMES = 3
"""How often it is shown before it rests on its last picture."""
START = datetime(2026, 11, 30, 9, tzinfo=UTC)
TOLD = "Interview with Acme tomorrow at 3pm for an hour, product designer. I'm in London"
WENT = "went ok I think, Priya and Tom were nice. they'll decide by the end of next week. forgot to say I want it"
MARK = "(node) => { node.style.outline = '3px solid #f59e0b'; node.style.outlineOffset = '2px'; }"
UNMARK = "(node) => { node.style.outline = ''; }"


@dataclass(frozen=True, slots=True)
class Frame:
    """A picture (a WebP file), where its upper left corner stands (even numbers), and for how many milliseconds."""

    webp: bytes
    place: tuple[int, int, int, int]
    """Left, top, width, height in pixels."""
    shown_ms: int


class Film:
    """Plays, and takes a picture of each step."""

    def __init__(self, tab: Browser) -> None:
        self.tab = tab
        self.frames: list[Frame] = []

    async def shoot(self, shown_ms: int, changed: str = "document.body") -> None:
        """Take a picture of the element that has changed, and of a little around it."""
        await asyncio.sleep(0.4)  # the list has scrolled to its end
        left, top, right, bottom = await self.tab.run(
            f"(({{ left, top, right, bottom }}) => [left - 6, top - 6, right + 6, bottom + 6])"
            f"({changed}.getBoundingClientRect())"
        )
        x, y = (max(0, int(edge)) // 2 * 2 for edge in (left, top))
        width, height = min(WIDTH, math.ceil(right)) - x, min(HEIGHT, math.ceil(bottom)) - y
        clip = {"x": x, "y": y, "width": width, "height": height, "scale": 1}
        taken = await self.tab.send("Page.captureScreenshot", format="webp", quality=QUALITY, clip=clip)
        self.frames.append(Frame(base64.b64decode(taken["data"]), (x, y, width, height), shown_ms))

    async def press(self, selector: str, *, label: str = "", then: str, shown_ms: int = 2500) -> None:
        """Press something: a picture with a line around it, one of what came."""
        node = f"[...document.querySelectorAll('{selector}')].findLast((one) => one.textContent.includes('{label}'))"
        await self.tab.until(f"{node} && {node}.ariaDisabled !== 'true'")
        await self.tab.run(f"({MARK})({node})")
        await self.shoot(900, node)
        await self.tab.run(f"({UNMARK})({node})")
        await self.tab.run(f"{node}.click()")
        await self.tab.sees(then)
        await self.shoot(shown_ms)

    async def say(self, text: str, *, then: str, shown_ms: int = 3000) -> None:
        """Type a text and send it."""
        await self.tab.run("document.getElementById('text').focus()")
        middle = text.rfind(" ", 0, len(text) // 2)
        for part, shown in ((text[:middle], 350), (text[middle:], 900)):
            await self.tab.type(part)
            await self.shoot(shown, "document.getElementById('composer')")
        await self.tab.press("Enter")
        await self.tab.sees(then)
        await self.shoot(shown_ms)


async def play(film: Film, url: str) -> None:
    """From the empty page to the day on which one may ask."""
    await film.tab.open("about:blank", WIDTH, HEIGHT)
    await film.tab.send("Emulation.setTimezoneOverride", timezoneId="Europe/London")
    await film.tab.open(url, WIDTH, HEIGHT)
    await film.tab.sees("Start")
    await film.tab.run("document.getElementById('more').open = false")
    await film.press("#start", then="Is it 09:00 for you now?", shown_ms=1800)
    await film.say(TOLD, then="Acme · product designer", shown_ms=2200)
    await film.press("#nudge", then="For your pocket", shown_ms=2200)
    await film.press("#nudge", then="How did it go with Acme?", shown_ms=1800)
    await film.say(WENT, then="You met Priya and Tom", shown_ms=3500)
    await film.press(".buttons button", label="Enough for now", then="Here is the plan for Acme", shown_ms=3000)
    await film.say("should I call them?", then="Not with a question yet", shown_ms=3500)
    await film.press("#week", then="Tuesday, December 8", shown_ms=1500)
    await film.press("#week", then="Acme has had its time", shown_ms=3500)


async def record() -> bytes:
    """The whole film."""

    def app(stage: Stage) -> object:
        return page_app(stage.telegram, stage)

    async with open_stage(START, running=True, app=app) as stage, browser() as tab:
        film = Film(tab)
        await play(film, stage.url)
        return animated(film.frames, WIDTH, HEIGHT)


def animated(frames: Iterable[Frame], width: int, height: int) -> bytes:
    """One moving WebP, `width` by `height` pixels; each picture covers what stood at its place before."""
    header = struct.pack("<BBH", 0x02, 0, 0) + _u24(width - 1) + _u24(height - 1)
    chunks = [_chunk(b"VP8X", header), _chunk(b"ANIM", struct.pack("<IH", 0xFFFFFFFF, TIMES))]
    for frame in frames:
        left, top, wide, high = frame.place
        place = b"".join(map(_u24, (left // 2, top // 2, wide - 1, high - 1, frame.shown_ms))) + b"\x02"
        picture = b"".join(_chunk(name, data) for name, data in _chunks(frame.webp) if name in (b"VP8 ", b"VP8L"))
        chunks.append(_chunk(b"ANMF", place + picture))
    content = b"WEBP" + b"".join(chunks)
    return b"RIFF" + struct.pack("<I", len(content)) + content


def _chunks(webp: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The chunks of a WebP file, by name."""
    position = 12
    while position + 8 <= len(webp):
        name, size = struct.unpack_from("<4sI", webp, position)
        yield name, webp[position + 8 : position + 8 + size]
        position += 8 + size + size % 2


def _chunk(name: bytes, data: bytes) -> bytes:
    return name + struct.pack("<I", len(data)) + data + b"\0" * (len(data) % 2)


def _u24(number: int) -> bytes:
    return number.to_bytes(3, "little")


def main() -> None:
    """Write the file; says how large it is."""
    film = asyncio.run(record())
    if len(film) > LARGEST:
        raise SystemExit(f"The film has {len(film)} bytes, more than {LARGEST}: nothing was written.")
    FILE.write_bytes(film)
    print(f"{FILE.name}: {len(film) // 1000} kB")


if __name__ == "__main__":
    main()
