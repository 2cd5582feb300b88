"""`make heads-report`: how well the heads alone tell each act, at its bar, in the messages that were kept back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from bot.hear.act import By
from bot.hear.bars import bars_of
from bot.hear.heads.engine import heads
from bot.hear.scenes import SCENES
from tools.heads import examples

AT_ONCE = 16


class Told(NamedTuple):
    """One message and one act: how sure the heads are, and whether it is there; None where either is right."""

    score: float
    is_there: bool | None


def tell() -> dict[str, list[Told]]:
    """For each act what the heads say of it in every message that was kept back."""
    messages = sorted(filter(examples.is_kept_back, examples.messages()), key=_length)
    found: dict[str, list[Told]] = defaultdict(list)
    for at in range(0, len(messages), AT_ONCE):
        batch = messages[at : at + AT_ONCE]
        heard = heads().listen([(one["text"], replace(SCENES[one["scene"]], language=one["lang"])) for one in batch])
        for message, listened in zip(batch, heard, strict=True):
            there = {act["act"] for act in message["acts"] if not act.get("optional")}
            either = {act["act"] for act in message["acts"]} - there
            for name, score in listened.scores.items():
                found[name].append(Told(score, None if name in either else name in there))
    return found


def _length(message: examples.Message) -> int:
    return len(message["text"])


def report() -> Iterator[str]:
    """Per act: how often it is there, its bar, how many that are kept are right, and how many of all are kept."""
    yield "| act | there | bar | precision | recall |"
    yield "|---|--:|--:|--:|--:|"
    for name, told in sorted(tell().items()):
        bar = bars_of(By.HEADS)[name].keep
        there = sum(one.is_there is True for one in told)
        kept = [one for one in told if one.is_there is not None and one.score >= bar]
        right = sum(one.is_there is True for one in kept)
        shown = f"{bar:.2f}" if bar <= 1 else "never alone"
        yield f"| `{name}` | {there} | {shown} | {_share(right, len(kept))} | {_share(right, there)} |"


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.0f} %" if whole else "-"


if __name__ == "__main__":
    print("\n".join(report()))
