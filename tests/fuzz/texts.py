"""Texts that somebody may type: what people say, damaged and mixed, and what is hostile to whoever reads it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from random import Random

DATA = Path(__file__).parents[1] / "data"
LONGEST = 4096
"""Characters that Telegram lets through."""
_SEVERAL = """
start interview status contact help cancel stop checkin debrief practice progress language forget
calendar settings privacy export undo draft news dance
---
tomorrow|by Friday|morgen um 9|31.2.|0:00|24:00|25:61|99:99|1.1.0001|31.12.9999|KW 53|heute|0 Uhr 0|noon|at 3|
in 10000000000 days|next next week|am 30. Februar|2026-02-30|-1 Uhr|12/13/14|in 1e9 weeks|half past|Viertel vor|
within 999999999999999999999 days|the 32nd|29 February
---
İ ß ſ ﬁ ² ½ ٣ Ⅷ K … – ’ „ 😀 👩‍👩‍👧‍👦 🇩🇪 ǅ | \\ <b> &amp; </ {name} %s $1 (? [ ]]> ' " @ @x.y # / // = * _ `
"""
_COMMANDS, _TIMES, _ODD = _SEVERAL.split("---")
COMMANDS = (*_COMMANDS.split(), "")
TIMES = tuple(one.strip() for one in _TIMES.split("|"))
_UNSEEN = "\0 \ud83d \udc00 \u202e \u200b \u200d \ufeff \u0301 \x1b[31m \U000e0001"
ODD = (*_ODD.split(), *_UNSEEN.split(" "), "\u2028", "\x85", "\t", "\n\n", " ")


@cache
def sayings() -> tuple[str, ...]:
    """What people type, in both languages."""
    found = [one["text"] for path in sorted(DATA.glob("hearing/*.jsonl")) for one in _rows(path)]
    found += [one["say"] for path in sorted(DATA.glob("questions*.jsonl")) for one in _rows(path)]
    return tuple(text for text in found if isinstance(text, str))


@cache
def letters() -> tuple[str, ...]:
    """Letters of people's own."""
    return tuple(one["text"] for one in _rows(DATA / "checks.jsonl"))


def _rows(path: Path) -> Iterator[dict[str, str]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        one = json.loads(line)
        yield {"say": "", "text": "", **one}


def text(chance: Random) -> str:
    """Something typed."""
    kinds = (_damaged, _mixed, _repeated, _letters_of_any_kind, command, _joined)
    return chance.choices(kinds, (35, 20, 10, 10, 10, 15))[0](chance)[:LONGEST]


def letter(chance: Random) -> str:
    """A letter of one's own, handed in to be looked at."""
    whole = damaged(chance.choice(letters()), chance)
    start = chance.choice(("", "", "check this: ", "is this ok?\n\n", "schau mal drüber:\n", "Hi Jana,\n", "„"))
    end = chance.choice(("", "", "\n\nBest,\nAna", "\nMit freundlichen Grüßen", "“", "is that fine?"))
    return (start + whole + end)[:LONGEST]


def command(chance: Random) -> str:
    """A command, there or not, with something behind it or not."""
    at = chance.choice(("", "", "", "@afterword_bot", "@", "_", "\n"))
    behind = chance.choice(("", "", " ", " " + chance.choice(TIMES), " " + _damaged(chance)))
    return f"/{chance.choice(COMMANDS)}{at}{behind}"


def _damaged(chance: Random) -> str:
    return damaged(chance.choice(sayings()), chance)


def damaged(whole: str, chance: Random) -> str:
    """The text with a few things put in, taken out, doubled, turned round."""
    for _ in range(chance.choice((0, 1, 1, 2, 4, 9))):
        at, to = sorted(chance.randrange(len(whole) + 1) for _ in range(2))
        piece = whole[at : min(to, at + 40)]
        put = chance.choice(
            (
                "",
                chance.choice(ODD),
                f" {chance.choice(TIMES)} ",
                piece * chance.choice((2, 3, 50)),
                piece.upper(),
                piece[::-1],
                chance.choice(ODD) * chance.choice((3, 19, 21, 300)),
                chr(chance.randrange(0x11_0000)),
            )
        )
        whole = whole[:at] + put + whole[at + len(piece) :]
    return whole


def _joined(chance: Random) -> str:
    seam = chance.choice((" ", ". ", "\n", ", ", " and ", " aber ", "; ", " – ", "", " | "))
    return seam.join(_damaged(chance) for _ in range(chance.choice((2, 2, 3, 12, 40))))


def _mixed(chance: Random) -> str:
    words = [word for _ in range(chance.randint(1, 12)) for word in chance.choice(sayings()).split()]
    words += chance.choices(TIMES + ODD, k=chance.randint(0, 6))
    chance.shuffle(words)
    return " ".join(words[: chance.choice((1, 2, 5, 20, 200, 800))])


def _repeated(chance: Random) -> str:
    whole = _damaged(chance)
    at = chance.randrange(len(whole) + 1)
    piece = chance.choice((whole[at : at + chance.randint(1, 30)], chance.choice(ODD), chance.choice(TIMES) + " "))
    return whole[:at] + piece * (LONGEST // max(len(piece), 1)) + chance.choice(("", "x", "\0"))


def _letters_of_any_kind(chance: Random) -> str:
    top = chance.choice((0x80, 0x250, 0x3000, 0x11_0000))
    return "".join(chr(chance.randrange(top)) for _ in range(chance.choice((1, 3, 40, 400, 4096))))
