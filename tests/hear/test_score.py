"""The shared corpus of messages, scored by its own scorer, against floors."""

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from bot.hear import command

SHARED = Path(__file__).parents[2].parent / "shared" / "hearing"
FLOOR = "whole=70,wrong=4"
"""A little below what is reached: what is new must not cost what was heard before."""


@pytest.mark.skipif(not SHARED.exists(), reason="corpus not found")
@pytest.mark.parametrize("language", ["en", "de"])
def test_the_shared_messages_are_heard(language: str, tmp_path: Path) -> None:
    corpus, answers = tmp_path / "messages.jsonl", tmp_path / "answers.jsonl"
    lines = (SHARED / "messages.jsonl").read_text(encoding="utf-8").splitlines()
    ours = [line for line in lines if json.loads(line)["lang"] == language]
    corpus.write_text("\n".join(ours), encoding="utf-8")
    told = io.StringIO("\n".join(ours))
    answers.write_text("\n".join(command.main(told)), encoding="utf-8")
    scorer = [sys.executable, str(SHARED / "score_hearing.py"), str(corpus), str(answers), "--floor", FLOOR]
    done = subprocess.run(scorer, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout.splitlines()[-1]
