"""`afterword picture`: what /status shows at the end of a story."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from benchmarks import pictures
from bot.commandline import Wrong
from bot.rehearsal.files import picture_size
from bot.rehearsal.telling import draw
from bot.store_commands import painting

SCENE = {"now": "2026-12-03T16:30", "tz": "Europe/London"}
TALK = "I'm in London. Had my interview at Acme at 3pm today, they decide by Friday 18 December"


def story(folder: Path, *steps: dict[str, str]) -> str:
    file = folder / "story.jsonl"
    file.write_text("\n".join(json.dumps(step) for step in (SCENE, *steps)))
    return str(file)


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_a_story_is_drawn(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, colours: str) -> None:
    monkeypatch.setenv("AFTERWORD_LISTENER", "rules")
    to = tmp_path / "status.png"
    draw(story(tmp_path, {"say": TALK}), str(to), colours)
    width, height = picture_size(to.read_bytes())
    assert (width, height > 100) == (720, True)


def test_where_nothing_is_told_nothing_is_drawn(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AFTERWORD_LISTENER", "rules")
    with pytest.raises(Wrong, match="nothing to be seen"):
        draw(story(tmp_path, {"say": "/start"}), str(tmp_path / "status.png"), "light")


def test_what_cannot_be_written_is_told_in_a_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AFTERWORD_LISTENER", "rules")
    with pytest.raises(Wrong, match="cannot be written"):
        draw(story(tmp_path, {"say": TALK}), str(tmp_path / "nowhere" / "status.png"), "light")


def test_what_is_no_story_is_told_in_a_line(tmp_path: Path) -> None:
    with pytest.raises(Wrong, match="cannot be read"):
        draw(str(tmp_path / "none.jsonl"), "status.png", "light")


def test_the_operator_hears_of_a_missing_library(monkeypatch: pytest.MonkeyPatch) -> None:
    assert painting.is_able()
    monkeypatch.setattr(painting, "LIBRARY", "no_such_library_at_all")
    assert not painting.is_able()
    assert "resvg-py" in painting.MISSING


def test_the_benchmark_draws_with_all_that_is_there(capsys: pytest.CaptureFixture[str]) -> None:
    pictures.main(["--rounds", "1"])
    printed = capsys.readouterr().out
    assert all(name in printed for name in pictures.DRAWERS)
    assert "in a child" in printed
    assert "matplotlib" not in sys.modules
