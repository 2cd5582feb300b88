"""A text that takes too long is set aside at once, told kindly, and nobody waits for it."""

from __future__ import annotations

import time
from datetime import datetime

import pytest

from bot import patience
from bot.line.tidy import LONGEST, tidied
from bot.turn import Incoming, Kind, Turn
from storage.facts import Known
from tests.conftest import NOON, said, steps, transcript_of

HELLO = Incoming(kind=Kind.TEXT, person_id=1, chat_id=1, name="Ana", text="hello")


def endless(_incoming: Incoming, _known: Known | None, _now: datetime) -> Turn:
    while True:
        pass


def test_an_answer_that_takes_too_long_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    assert patience.respond(HELLO, None, NOON).say
    monkeypatch.setattr(patience, "MOST_S", 0.05)
    monkeypatch.setattr(patience.conversation, "respond", endless)
    with pytest.raises(patience.OutOfTimeError):
        patience.respond(HELLO, None, NOON)


def test_nothing_is_given_up_once_it_is_done(monkeypatch: pytest.MonkeyPatch) -> None:
    patience.respond(HELLO, None, NOON)
    monkeypatch.setattr(patience, "MOST_S", 0.05)
    patience.respond(HELLO, None, NOON)
    began = time.process_time()
    while time.process_time() < began + 0.1:
        pass


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("a\0b\ud800", "a b "),
        ("-" * 1500 + "x", "-" * 20 + "x"),
        (" \n" * 900 + "hi", " \n" * 10 + "hi"),
        ("call 00000000000000000000000000", "call 00000000000000000000000000"),
        ("no" * 8000, "no" * (LONGEST // 2)),
        ("Thank you -- really...", "Thank you -- really..."),
    ],
)
def test_long_runs_and_what_cannot_be_kept_are_taken_out(typed: str, kept: str) -> None:
    assert tidied(typed) == kept


async def test_hostile_texts_are_answered_like_others() -> None:
    texts = (
        "-" * 1500 + "x",
        " " * 1000,
        "@" * 3000,
        "I promised references by Friday." + " " * 4000 + "x",
        "\0",
        "İ" * 99,
    )
    transcript = await transcript_of(steps({"say": "/start"}, *({"say": text} for text in texts if text.strip())))
    assert len(said(transcript)) >= len(texts) - 1
