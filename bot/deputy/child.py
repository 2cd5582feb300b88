"""The child that decides: `python -m bot.deputy.child`, asked through its stdin by `desk`.

Noisy. It holds no secret, no token, no store and no network; it keeps nothing and changes nothing.
"""

from __future__ import annotations

import gc
import sys
from typing import BinaryIO

from bot.deputy import wire
from bot.patience import respond
from scheduler import holiday_lists, nudges


def main() -> None:
    """Answer until the questions end."""
    holiday_lists.load()
    gc.set_threshold(10_000, 20, 50)
    gc.freeze()
    questions, answers = sys.stdin.buffer, sys.stdout.buffer
    answer = wire.answer(wire.READY, None, None, None)
    while answer:
        answers.write(answer)
        answers.flush()
        packed = _next(questions)
        answer = answered(packed) if packed else b""


def _next(questions: BinaryIO) -> bytes:
    """The next question; nothing when there will be none."""
    size = questions.read(wire.SIZE)
    return questions.read(int.from_bytes(size, "big")) if size else b""


def answered(packed: bytes) -> bytes:
    """The answer to a question. What fails comes again where failures are counted; what waits for a model's words waits
    there, too."""
    number, incoming, known, now = wire.asked(packed)
    try:
        turn = respond(incoming, known, now)
        wake_at = nudges.next_wake(turn.known, now) if turn.known is not None else None
    except Exception:  # noqa: BLE001
        return wire.answer(number, known, None, None)
    return wire.answer(number, known, turn if turn.brief is None else None, wake_at)


if __name__ == "__main__":
    main()
