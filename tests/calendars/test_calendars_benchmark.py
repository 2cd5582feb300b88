"""The benchmark of calendars runs with a tiny feed. How fast anything is, no test says."""

import pytest

from benchmarks import calendars


def test_every_way_of_reading_finds_the_same_events(capsys: pytest.CaptureFixture[str]) -> None:
    calendars.main(["--events", "300", "--rounds", "1"])
    printed = capsys.readouterr().out.splitlines()
    found = [line.split()[-1] for line in printed[-4:]]
    assert found[0] == found[1]
    assert found[2] == found[3]
