"""What the tests share: a moment to start from, an empty store, stories, and the record of all calls."""

from __future__ import annotations

import json
import os
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.rehearsal import stage as stages
from bot.rehearsal.play import play
from bot.rehearsal.spec import violations
from storage.migrate import migrate
from storage.store import Store
from tests.postgres import empty, prepare, running

os.environ.setdefault("AFTERWORD_UPDATES_PER_MINUTE", "1000000")  # stories are told in a moment
os.environ.setdefault("AFTERWORD_LISTENER", "rules")  # stories and the tests of listeners name theirs
HERE = Path(__file__).parent
SPEC = HERE.parent.parent / "shared" / "bot-api-spec.json"
NOON = datetime(2026, 11, 30, 12, tzinfo=UTC)
sqlite_only = pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)
postgres_only = pytest.mark.parametrize("store_url", ["postgresql"], indirect=True)


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The address of a PostgreSQL database with our tables."""
    with running() as url:
        prepare(url)
        yield url


@pytest.fixture
def empty_postgres(postgres: str) -> str:
    """The address of a PostgreSQL database in which nothing is kept."""
    empty(postgres)
    return postgres


@pytest.fixture(params=["sqlite", "postgresql"])
def store_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty store, of each kind in turn."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'test.db'}"
    return str(request.getfixturevalue("empty_postgres"))


@pytest.fixture
async def store(store_url: str) -> AsyncIterator[Store]:
    """An empty store, of each kind in turn."""
    opened = Store(store_url)
    migrate(opened.engine)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def bot_api_spec() -> dict[str, Any] | None:
    """The machine-readable description of the Bot API; None where it is not at hand."""
    return json.loads(SPEC.read_text()) if SPEC.exists() else None


@pytest.fixture(autouse=True)
def every_call_is_valid(monkeypatch: pytest.MonkeyPatch, bot_api_spec: dict[str, Any] | None) -> Iterator[None]:
    """Whatever the bot sends on any stage of any test is held against the description of the Bot API."""
    opened: list[Any] = []
    make = stages.LocalTelegram

    def remember(*arguments: Any, **options: Any) -> Any:
        opened.append(make(*arguments, **options))
        return opened[-1]

    monkeypatch.setattr(stages, "LocalTelegram", remember)
    yield
    if bot_api_spec is not None:
        wrong = [
            (call.method, problems) for t in opened for call in t.calls if (problems := violations(call, bot_api_spec))
        ]
        assert wrong == []


async def story(name: str) -> list[dict[str, Any]]:
    """The transcript of a story in tests/stories."""
    path = HERE / "stories" / f"{name}.jsonl"
    return await transcript_of(path.read_text().splitlines())


async def transcript_of(lines: list[str]) -> list[dict[str, Any]]:
    """The transcript of a story given line by line."""
    return [line async for line in play(lines, HERE / "stories")]


def steps(*given: dict[str, Any]) -> list[str]:
    """Steps as the lines of a story."""
    return [json.dumps(step) for step in given]


def said(transcript: list[dict[str, Any]]) -> list[str]:
    """What the bot said, edits left out."""
    return [line["text"] for line in transcript if line["from"] == "bot" and not line["edited"]]


def nudges_in(transcript: list[dict[str, Any]]) -> list[tuple[str, str]]:
    """When each nudge came, on the person's clock, and its name."""
    return [(line["at"][:16], line["nudge"]) for line in transcript if line["nudge"]]
