"""Tells how the .venv that runs it stands to a lock file: 0 is whole, 3 to be brought up to date, 1 broken."""

from __future__ import annotations

import csv
import json
import os
import sys
import sysconfig
from importlib.metadata import Distribution, distributions
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

from pip._vendor.packaging.requirements import Requirement
from pip._vendor.packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
WHOLE, BROKEN, BEHIND = 0, 1, 3


def size(file: str) -> int:
    """How many bytes are there; -1 where there is no file."""
    try:
        return os.stat(file).st_size
    except OSError:
        return -1


def intact(package: Distribution) -> bool:
    """Whether all that was installed is there. The record is written last; the compiled files are Python's to renew."""
    folder = str(package.locate_file(""))
    rows = list(csv.reader((package.read_text("RECORD") or "").splitlines()))
    files = [(os.path.join(folder, name), told) for name, _, told in rows if not name.endswith(".pyc")]
    return bool(files) and all(size(file) >= min(1, int(told or 0)) for file, told in files)


def wanted(lock: str) -> list[Requirement]:
    """What a lock file asks for on this machine."""
    lines = [line.rstrip("\\ ") for line in lock.splitlines() if line and not line.startswith((" ", "#"))]
    return [need for need in map(Requirement, lines) if need.marker is None or need.marker.evaluate()]


def standing(site: Path, needs: list[Requirement]) -> int:
    """How the packages in a folder stand to those that are needed."""
    packages = list(distributions(path=[str(site)]))
    if not all(map(intact, packages)):
        return BROKEN
    there = {canonicalize_name(package.name): package.version for package in packages}
    if "pip" not in there:
        return BROKEN
    met = all(need.specifier.contains(there.get(canonicalize_name(need.name), "0"), prereleases=True) for need in needs)
    return WHOLE if met else BEHIND


def home(site: Path) -> Path | None:
    """The folder whose rooms are installed, if any are: where that was moved, all commands lead to its former place."""
    for package in distributions(name="afterword", path=[str(site)]):
        origin = json.loads(package.read_text("direct_url.json") or "{}")
        return Path(url2pathname(urlsplit(origin.get("url", "")).path)).resolve()
    return None


def main(lock: Path) -> int:
    """Look at this very environment."""
    venv = ROOT / ".venv"
    site = Path(sysconfig.get_path("purelib"))
    if sys.version_info < (3, 11) or not venv.samefile(sys.prefix) or home(site) not in {None, ROOT}:
        return BROKEN
    found = standing(site, wanted(lock.read_text(encoding="utf-8")))
    ours, installed = (folder / "pyproject.toml" for folder in (ROOT, venv))
    current = installed.exists() and installed.read_bytes() == ours.read_bytes()
    return found if current or found == BROKEN else BEHIND


if __name__ == "__main__":
    sys.exit(main(ROOT / sys.argv[1]))
