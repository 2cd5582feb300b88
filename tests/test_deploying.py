"""What is put into other hands to run: the image, both compose files, the unit of systemd."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from tests.compose import WrongError, services

ROOT = Path(__file__).parent.parent
COMPOSED = ["compose.yaml", "compose.replicas.yaml"]
FENCES = {
    "build": ".",
    "env_file": ".env",
    "read_only": True,
    "tmpfs": ["/tmp"],
    "cap_drop": ["ALL"],
    "security_opt": ["no-new-privileges:true"],
    "mem_limit": "1g",
    "pids_limit": 256,
    "restart": "unless-stopped",
    "stop_grace_period": "15s",
    "logging": {"driver": "json-file", "options": {"max-size": "10m", "max-file": "3"}},
}


def ours(name: str) -> dict[str, dict[str, Any]]:
    """The services of a file that run Afterword."""
    return {service: what for service, what in services(ROOT / name).items() if "build" in what}


@pytest.mark.parametrize("name", COMPOSED)
def test_every_process_of_ours_has_the_same_fences_and_the_health_check_of_the_image(name: str) -> None:
    for service in ours(name).values():
        assert {key: service.get(key) for key in FENCES} == FENCES
        assert "healthcheck" not in service, "the image brings its own"


def test_one_bot_has_its_store_in_a_volume_and_several_share_a_server() -> None:
    (one,) = ours("compose.yaml").values()
    assert one["volumes"] == ["afterword:/data"]
    several = services(ROOT / "compose.replicas.yaml")
    assert several["worker"]["environment"]["AFTERWORD_WORKER"] == "true"
    assert "AFTERWORD_WORKER" not in several["poller"]["environment"]
    stores = {service["environment"]["AFTERWORD_STORE_URL"] for service in ours("compose.replicas.yaml").values()}
    assert len(stores) == 1
    for service in ours("compose.replicas.yaml").values():
        assert service["depends_on"] == {"postgres": {"condition": "service_healthy"}}
    assert {"healthcheck", "mem_limit", "restart", "volumes"} <= several["postgres"].keys()
    assert several["postgres"]["logging"] == FENCES["logging"]


@pytest.mark.parametrize("name", COMPOSED)
@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("read_only: true", "readonly: true"),
        ("read_only: true", 'read_only: "true"'),
        ("mem_limit: 1g", "mem_limit: a lot"),
        ("stop_grace_period: 15s", "stop_grace_period: 15"),
        ("pids_limit: 256", "pids_limit: 256\n  pids_limit: 256"),
        ('max-file: "3"', "max-file: 3"),
        ("<<: *fences", "<<: *fence"),
        ("services:", "service:"),
        ("volumes:\n", "volume:\n"),
        ("restart: unless-stopped", "restart: unless-stoped"),
        ("cap_drop: [ALL]", "cap_drop: ALL"),
    ],
)
def test_what_compose_would_not_take_is_found(tmp_path: Path, name: str, right: str, wrong: str) -> None:
    written = (ROOT / name).read_text()
    assert right in written
    (tmp_path / name).write_text(written.replace(right, wrong))
    with pytest.raises((WrongError, KeyError)):
        services(tmp_path / name)


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
