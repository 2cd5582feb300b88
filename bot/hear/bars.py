"""How sure a listener has to be of an act: to drop what the rules heard, to keep what they missed."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from importlib import resources
from typing import NamedTuple

from bot.hear.act import By


class Bar(NamedTuple):
    """The scores of one act, from 0 to 1: below `drop` the rules are not believed, from `keep` on the listener is."""

    drop: float
    keep: float


USUAL = {By.HEADS: Bar(0.0, 0.95), By.MODEL: Bar(0.1, 0.5)}


@cache
def bars_of(by: By) -> dict[str, Bar]:
    """The bars of each act for one listener."""
    usual = USUAL[by]
    bars: dict[str, Bar] = defaultdict(lambda: usual)
    table = resources.files("bot.hear") / f"bars_{by}.tsv"
    if table.is_file():
        for line in table.read_text(encoding="utf-8").splitlines()[1:]:
            name, drop, keep = line.split("\t")
            bars[name] = Bar(float(drop), float(keep))
    return bars
