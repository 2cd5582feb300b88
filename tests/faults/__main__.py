"""The whole matrix: `python -m tests.faults`. Several runs of pytest side by side, for most tests wait; one table."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.faults.figures import Figures, table

HERE = Path(__file__).parent
LONG = (["test_kills"], ["test_people", "test_telegram"], ["test_processes", "test_stores"], ["test_fuzz"])
"""Those that take longest; what is left is one more run."""


def runs() -> list[list[str]]:
    """The files of each run."""
    long = {name for names in LONG for name in names}
    return [*LONG, sorted(path.stem for path in HERE.glob("test_*.py") if path.stem not in long)]


def start(names: list[str], folder: Path) -> subprocess.Popen[bytes]:
    """One run of pytest, whose words and figures are left in `folder`."""
    files = [str(HERE / f"{name}.py") for name in names]
    environment = {**os.environ, "FAULTS": "all", "FIGURES": str(folder / f"{names[0]}.json")}
    command = [sys.executable, "-m", "pytest", "--tb=native", "--durations=5", *files]
    with (folder / f"{names[0]}.txt").open("wb") as output:
        return subprocess.Popen(command, env=environment, stdout=output, stderr=subprocess.STDOUT)


def main() -> int:
    """Run all, print what they said, and the table. The exit code is the worst of theirs."""
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="afterword-") as name:
        folder = Path(name)
        started = [start(names, folder) for names in runs()]
        code = max(abs(process.wait()) for process in started)
        for names in runs():
            print((folder / f"{names[0]}.txt").read_text())
        found = [one for path in sorted(folder.glob("*.json")) for one in json.loads(path.read_text())]
    print("\n".join(table(Figures.from_json(one) for one in found)))
    print(f"\n{len(found)} figures in {time.monotonic() - began:.0f} s")
    return code


if __name__ == "__main__":
    sys.exit(main())
