"""The child itself, without a guard around it: what it does with questions, and with a fork that goes wrong."""

from __future__ import annotations

import io
import os
import sys
from types import SimpleNamespace

import pytest

from bot.calendars import reading, wire, worker
from bot.calendars.events import Reading, Rejected, Wanted
from tests.calendars.examples import START, calendar, event

INVITATION = calendar(event(START, "RRULE:FREQ=DAILY;COUNT=2"))


def asked(monkeypatch: pytest.MonkeyPatch, data: bytes) -> Reading | Rejected:
    wanted, answers = wire.pack(Wanted()), io.BytesIO()
    question = b"%d %d\n" % (len(wanted), len(data)) + wanted + data
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(question)))
    monkeypatch.setattr(sys, "stdout", SimpleNamespace(buffer=answers))
    worker.main()
    head, _, answer = answers.getvalue().partition(b"\n")
    assert int(head) == len(answer)
    return wire.unpack_answer(answer)


def test_a_question_is_answered(monkeypatch: pytest.MonkeyPatch) -> None:
    found = asked(monkeypatch, INVITATION)
    assert isinstance(found, Reading)
    assert len(found.occurrences) == 2


def test_a_mistake_of_ours_is_told_as_one(monkeypatch: pytest.MonkeyPatch) -> None:
    real = reading.read
    monkeypatch.setattr(worker, "read", lambda data, wanted: real(data, wanted) if data != INVITATION else 1 / 0)
    assert asked(monkeypatch, INVITATION) == Rejected("failed")  # type: ignore[arg-type]


@pytest.mark.parametrize("failure", [MemoryError, RecursionError])
def test_a_fork_without_room_is_too_heavy(monkeypatch: pytest.MonkeyPatch, failure: type[Exception]) -> None:
    real = reading.read

    def read(data: bytes, wanted: Wanted) -> Reading | Rejected:
        if data == INVITATION:
            raise failure
        return real(data, wanted)

    monkeypatch.setattr(worker, "read", read)
    assert asked(monkeypatch, INVITATION) == Rejected("too_heavy")  # type: ignore[arg-type]


def test_the_kernel_ends_a_fork_that_never_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    real = reading.read

    def read(data: bytes, wanted: Wanted) -> Reading | Rejected:
        while data == INVITATION and wanted.recurring:
            os.getpid()
        return real(data, wanted)

    monkeypatch.setattr(worker, "FIRST_TRY", 0.05)
    monkeypatch.setattr(worker, "read", read)
    found = asked(monkeypatch, INVITATION)
    assert isinstance(found, Reading)
    assert (len(found.occurrences), found.more) == (1, True)
