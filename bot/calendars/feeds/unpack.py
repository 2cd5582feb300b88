"""Unpacking with the limit inside the unpacker: 400 MB can stand behind 400 KB, and must never be in memory."""

from __future__ import annotations

import zlib
from collections.abc import AsyncIterator

MOST_ON_THE_WIRE = 5_000_000
MOST_UNPACKED = 10_000_000
_GZIP_OR_ZLIB = 32 + zlib.MAX_WBITS


class TooLargeError(ValueError):
    """There is more of it than any calendar has."""


class UnreadableError(ValueError):
    """It is packed in a way that was not asked for, or damaged."""


async def unpacked(chunks: AsyncIterator[bytes], encoding: str) -> bytes:
    """The whole body. Raises TooLargeError beyond the limits, in bytes, and UnreadableError."""
    if encoding not in ("", "identity", "gzip", "deflate"):
        raise UnreadableError(f"packed as {encoding[:20]}")
    unpacker = zlib.decompressobj(_GZIP_OR_ZLIB) if encoding in ("gzip", "deflate") else None
    body, received = bytearray(), 0
    async for chunk in chunks:
        received += len(chunk)
        if received > MOST_ON_THE_WIRE:
            raise TooLargeError("on the wire")
        body += chunk if unpacker is None else _inflate(unpacker, chunk, MOST_UNPACKED + 1 - len(body))
        if len(body) > MOST_UNPACKED:
            raise TooLargeError("unpacked")
    if unpacker is not None and not unpacker.eof:
        raise UnreadableError("cut off")
    return bytes(body)


def _inflate(unpacker: zlib._Decompress, chunk: bytes, most: int) -> bytes:
    try:
        return unpacker.decompress(chunk, most)
    except zlib.error as error:
        raise UnreadableError("damaged") from error
