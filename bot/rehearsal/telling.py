"""`afterword play` and `afterword picture`: a story from a file, told or drawn; what is wrong with it is one line."""

from __future__ import annotations

import asyncio
import contextlib
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from bot.commandline import Wrong
from bot.json_lines import as_line
from bot.rehearsal.play import StoryUnplayable, picture, play


def tell(file: str | None) -> None:
    """Print the transcript of a story, line by line. Raises Wrong."""
    with _story(file) as (lines, folder):
        asyncio.run(_told(lines, folder))


async def _told(lines: Iterable[str], folder: Path) -> None:
    async for line in play(lines, folder):
        print(as_line(line), flush=True)


def draw(file: str, to: str, colours: str) -> None:
    """Write what /status shows at the end of a story to a file, as PNG. Raises Wrong."""
    with _story(file) as (lines, folder):
        drawn = asyncio.run(picture(lines, folder, colours))
    if drawn is None:
        raise Wrong("At its end there is nothing to be seen: no employer is told of, or nothing can be drawn here.")
    try:
        Path(to).write_bytes(drawn)
    except OSError as error:
        raise Wrong(f"{to} cannot be written ({error.strerror}).") from error


@contextlib.contextmanager
def _story(file: str | None) -> Iterator[tuple[Iterable[str], Path]]:
    """Its lines, and the folder in which the files it sends lie."""
    try:
        with _opened(file) as lines:
            yield lines, Path(file).parent if file else Path()
    except StoryUnplayable as error:
        raise Wrong(str(error)) from error
    except UnicodeDecodeError as error:
        raise Wrong(f"{file or 'The story'} is no text in UTF-8.") from error


def _opened(path: str | None) -> contextlib.AbstractContextManager[Iterable[str]]:
    if path is None or path == "-":
        return contextlib.nullcontext(sys.stdin)
    try:
        return open(path, encoding="utf-8")
    except OSError as error:
        raise Wrong(f"{path} cannot be read ({error.strerror}).") from error
