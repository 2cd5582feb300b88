"""The comparison of readers runs on a few phrases and prints its tables. How fast anything is, no test says."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import reading
from tests.reading.examples import OWN


def test_the_readers_at_hand_are_compared(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    few = tmp_path / "few.jsonl"
    few.write_text("".join(OWN.read_text(encoding="utf-8").splitlines(keepends=True)[:5]), encoding="utf-8")
    reading.main([str(few), "--rounds", "1"])
    printed = capsys.readouterr().out
    assert "Afterword, 5 interview_time" in printed
    assert "100.0 %" in printed
    assert "Milliseconds for 4096 characters" in printed
