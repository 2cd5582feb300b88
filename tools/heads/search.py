"""Finds the bars of `bot/hear/bars_heads.tsv`: act by act those with which most of the kept-back messages are heard
whole and fewest wrongly. Only what a bar can change is heard again.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from bot.hear import command
from bot.hear.act import By
from bot.hear.bars import USUAL, Bar, bars_of
from bot.hear.heads.engine import heard_in
from bot.hear.listened import Listened
from bot.hear.scenes import SCENES
from bot.hear.weighing import SEVERAL
from bot.json_lines import Record
from tools.heads.examples import is_kept_back, messages
from tools.heads.scoring import COLOUR, value

TABLE = Path("bot/hear/bars_heads.tsv")
KEEPS = (1.01, 0.99, 0.98, 0.95, 0.9, 0.8, 0.7, 0.55, 0.4)
"""From these scores on an act is kept that the rules have missed; the first: never."""
DROPS = (0.0, 0.05, 0.1, 0.2)
"""Below these scores an act falls that the rules have heard; the first: none does."""
USUAL_DROP, OF_DROPPED = 0.02, 0.1
DROPPED = frozenset(
    "agency away channel felt heard invited met note promised sent they_promised window worry".split()  # noqa: SIM905
)
"""Acts that fall sooner: where the rules are wrong most often, and a fact less does little harm."""
NEVER_FALLS = frozenset(
    {
        *("export", "forget", "language", "mute", "pause", "quiet_hours", "resume", "snooze", "undo"),
        *("danger", "insult", "interview_moved", "no", "shown", "skip", "yes"),
    }
)
"""What is asked of the house, acts of a word or two, which the rules hear best, and danger."""
OF_COLOUR = 0.55
"""A feeling is answered only where it is likely: comfort that nobody needs grates, which no score here tells."""
OF_CAREFUL = 0.98
CAREFUL = frozenset(
    {
        *("accepted", "declined", "felt", "heard", "interview_called_off", "interview_moved", "invited"),
        "no_contact",
        *("offer", "position_gone", "rejected", "sent", "window", "window_moved", "withdrew"),
    }
)
"""Facts that turn the plan, or stand in a letter: one that never was costs more than one that is told again."""
OF_OTHERS = 0.9
LEAST_GAIN = 1.0
"""A bar other than the usual one that helps less is chance."""


class Search:
    """The messages that were kept back, what the heads say of each, and what each is worth at the bars of now."""

    def __init__(self) -> None:
        self.messages = [one for one in messages() if is_kept_back(one)]
        self.listened = [
            heard_in(one["text"], replace(SCENES[one["scene"]], language=one["lang"])) for one in self.messages
        ]
        self.by_rules = [{act["act"] for act in self._told(at, None)} for at in range(len(self.messages))]
        self.bars = bars_of(By.HEADS)
        self.worth = [self._worth(at) for at in range(len(self.messages))]

    def best(self, name: str) -> Bar:
        """The best bar of one act, the others as they are; it is in use from now on."""
        touched = [at for at, one in enumerate(self.listened) if one is not None and self._may_change(name, at, one)]
        keep = OF_CAREFUL if name in CAREFUL else USUAL[By.HEADS].keep
        usual = self.bars[name] = Bar(_usual_drop(name), keep)
        found = {usual: self._of(touched)}
        bars = [Bar(usual.drop, keep) for keep in KEEPS if keep >= self._lowest(name)]
        for bar in bars:
            found[bar] = self._at(bar, name, touched)
        if name not in NEVER_FALLS:
            keep = max(bars, key=lambda bar: sum(found[bar])).keep
            found |= {bar: self._at(bar, name, touched) for bar in (Bar(drop, keep) for drop in DROPS[1:])}
        best = max(found, key=lambda bar: sum(found[bar]) - (LEAST_GAIN if bar != usual else 0))
        self.bars[name] = best
        for at, worth in zip(touched, found[best], strict=True):
            self.worth[at] = worth
        return best

    def _lowest(self, name: str) -> float:
        """The lowest bar that is tried: in a few hundred messages luck looks like skill."""
        return OF_CAREFUL if name in CAREFUL else OF_COLOUR if name in COLOUR else OF_OTHERS

    def _may_change(self, name: str, at: int, listened: Listened) -> bool:
        is_heard = name in self.by_rules[at]
        if name not in NEVER_FALLS and is_heard and listened.score(name) < DROPS[-1]:
            return True
        best = max((one.sure for one in listened.candidates if one.name == name), default=0.0)
        return best >= self._lowest(name) and (name in SEVERAL or not is_heard)

    def _at(self, bar: Bar, name: str, touched: list[int]) -> list[float]:
        self.bars[name] = bar
        return self._of(touched)

    def _of(self, touched: list[int]) -> list[float]:
        return [self._worth(at) for at in touched]

    def _worth(self, at: int) -> float:
        return value(self.messages[at]["acts"], self._told(at, self.listened[at]))

    def _told(self, at: int, listened: Listened | None) -> list[Record]:
        message = self.messages[at]
        heard = command.heard_in(message["text"], message["scene"], message["lang"], lambda _text, _scene: listened)
        return command.told(heard)


def _usual_drop(name: str) -> float:
    if name in NEVER_FALLS:
        return DROPS[0]
    return OF_DROPPED if name in DROPPED else USUAL_DROP


def search() -> Iterator[str]:
    """The table of bars, line by line."""
    found = Search()
    yield "act\tdrop\tkeep"
    for name in sorted({name for one in found.listened if one is not None for name in one.scores}):
        bar = found.best(name)
        print(f"{name}: {bar.drop:g} {bar.keep:g}, {sum(found.worth):g}", file=sys.stderr, flush=True)
        yield f"{name}\t{bar.drop:g}\t{bar.keep:g}"


if __name__ == "__main__":
    lines = list(search())
    TABLE.write_text("\n".join(lines) + "\n", encoding="utf-8")
