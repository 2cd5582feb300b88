"""Runs `afterword` as an operator does: a process of its own, in a folder of its own."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from pathlib import Path
from subprocess import PIPE

OURS = "AFTERWORD_"
TOKEN = "123456789:AA-canary-token-that-nobody-may-see"


def environment(**settings: str) -> dict[str, str]:
    """The machine's environment without anything of ours, and `settings` as AFTERWORD_ variables."""
    bare = {name: value for name, value in os.environ.items() if not name.upper().startswith(OURS)}
    return bare | {f"{OURS}{name.upper()}": value for name, value in settings.items()}


def afterword(*words: str, folder: Path, stdin: str | bytes = "", **settings: str) -> subprocess.CompletedProcess[str]:
    """What `afterword words…` did, once it has ended."""
    done = subprocess.run(
        [sys.executable, "-m", "bot", *words],
        cwd=folder,
        env=environment(**settings),
        input=stdin if isinstance(stdin, bytes) else stdin.encode(),
        capture_output=True,
        timeout=60,
        check=False,
    )
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())


async def running(
    *words: str, folder: Path, program: tuple[str, ...] = ("-m", "bot"), **settings: str
) -> asyncio.subprocess.Process:
    """`afterword words…` while it runs beside the test; `program` may be another way to it."""
    return await asyncio.create_subprocess_exec(
        sys.executable,
        *program,
        *words,
        cwd=folder,
        env=environment(**settings),
        stdin=PIPE,
        stdout=PIPE,
        stderr=PIPE,
    )


async def ended(process: asyncio.subprocess.Process) -> subprocess.CompletedProcess[str]:
    """What a running command did, once it has ended."""
    try:
        out, err = await asyncio.wait_for(process.communicate(), 60)
    except TimeoutError:
        process.kill()
        raise
    assert process.returncode is not None
    return subprocess.CompletedProcess((), process.returncode, out.decode(), err.decode())


def only_line(done: subprocess.CompletedProcess[str]) -> str:
    """The one line an operator gets for a mistake; fails when it is more than that, or no mistake."""
    assert done.returncode == 2, (done.returncode, done.stdout, done.stderr)
    assert done.stdout == ""
    lines = done.stderr.splitlines()
    assert len(lines) == 1, done.stderr
    return lines[0]
