"""What is put into other hands to run: the image, both compose files, the unit of systemd."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parent.parent
FENCES = re.compile(r"x-fences: &fences\n((?: .*\n)+)")


def fences(name: str) -> str:
    found = FENCES.search((ROOT / name).read_text())
    assert found, f"{name} has no fences"
    return found[1].replace(" &logging", "")


def test_both_compose_files_have_the_same_fences() -> None:
    assert fences("compose.yaml") == fences("compose.replicas.yaml")
    for fence in ("cap_drop: [ALL]", "no-new-privileges:true", "read_only: true", "mem_limit", "max-size"):
        assert fence in fences("compose.yaml")


def test_the_image_asks_the_program_itself_runs_as_nobody_and_declares_no_volume() -> None:
    lines = (ROOT / "Dockerfile").read_text().splitlines()

    assert any(line.startswith("HEALTHCHECK") and line.endswith('["afterword", "ready"]') for line in lines)
    assert "USER 10001:10001" in lines
    assert not [line for line in lines if line.startswith("VOLUME")]
    assert f"ARG VERSION={_version()}" in lines


def _version() -> str:
    found = re.search(r'^version = "(.+)"', (ROOT / "pyproject.toml").read_text(), re.MULTILINE)
    assert found
    return found[1]


def test_the_changelog_knows_the_version() -> None:
    assert f"## [{_version()}]" in (ROOT / "CHANGELOG.md").read_text()
