"""How much of the shared messages is heard: whole messages, and false ones."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from bot.hear.command import main

SHARED = Path(__file__).parents[3] / "shared" / "hearing"
MESSAGES, SCORE = SHARED / "messages.jsonl", SHARED / "score_hearing.py"


@pytest.mark.skipif(not MESSAGES.exists(), reason="corpus not found")
@pytest.mark.parametrize("language", ["en", "de"])
def test_the_shared_messages_are_heard(language: str, tmp_path: Path) -> None:
    lines = [line for line in MESSAGES.read_text(encoding="utf-8").splitlines() if json.loads(line)["lang"] == language]
    corpus, answers = tmp_path / "corpus.jsonl", tmp_path / "answers.jsonl"
    corpus.write_text("\n".join(lines), encoding="utf-8")
    answers.write_text("\n".join(main(lines)), encoding="utf-8")
    floor = ["--floor", "whole=50,wrong=5"]
    run = subprocess.run([sys.executable, SCORE, corpus, answers, *floor], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout.splitlines()[-1]
