"""Opening the page: a browser that writes text into a terminal holds nothing up, and gets no terminal."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.rehearsal.rehearse import show
from tests.wired import until


async def test_a_text_browser_does_not_hold_up_the_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    browser, seen, go_on = tmp_path / "w3m", tmp_path / "seen", tmp_path / "go-on"
    waits = f'[ -t 0 ] || [ -t 1 ] || echo "$1" >{seen}\nuntil [ -e {go_on} ]; do sleep 0.05; done\n'
    browser.write_text(f"#!/bin/sh\n{waits}")
    browser.chmod(0o755)
    monkeypatch.setenv("BROWSER", str(browser))

    process = show("http://127.0.0.1:8714/")

    await until(lambda: seen.exists() and seen.read_text() == "http://127.0.0.1:8714/\n")
    assert process.poll() is None
    go_on.touch()
    process.wait(10)
