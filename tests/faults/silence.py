"""`python -m tests.faults.silence PORT NUMBER`: so many silent connections, opened again when they are cut."""

from __future__ import annotations

import asyncio
import contextlib
import resource
import sys

PAUSE_S = 2


async def silence(port: int) -> None:
    """One of them."""
    while True:
        with contextlib.suppress(OSError):
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            try:
                await reader.read()
            finally:
                writer.close()
        await asyncio.sleep(PAUSE_S)


async def main(port: int, number: int) -> None:
    """All of them, until told to end."""
    await asyncio.gather(*(silence(port) for _ in range(number)))


if __name__ == "__main__":
    most = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(most, 4 * int(sys.argv[2])), most))
    asyncio.run(main(int(sys.argv[1]), int(sys.argv[2])))
