"""All rules for one kind of question, in order, and which of them are worth a try on a line.

The needs of all rules are kept as sets of bits, one bit a rule, so that a few operations on whole numbers leave out
nearly every rule that could not match anyway.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce
from operator import and_

from bot.reading.line import Line
from bot.reading.rule import Rule

_NOTHING: dict[int, int] = {}


class Rulebook:
    """Rules in the order in which they are applied, each once."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self.rules = tuple(rules)
        most = max((len(rule.needs) for rule in self.rules), default=0)
        self._without = [0] * most
        """By number of the need: the rules that have no need of this number."""
        self._meets: dict[str, dict[int, int]] = {}
        """By symbol, by number of the need: the rules whose need of this number the symbol meets."""
        for bit, rule in enumerate(self.rules):
            for number in range(len(rule.needs), most):
                self._without[number] |= 1 << bit
            for number, need in enumerate(rule.needs):
                for symbol in need:
                    meets = self._meets.setdefault(symbol, {})
                    meets[number] = meets.get(number, 0) | 1 << bit

    def read(self, line: Line, fired: set[str] | None = None) -> Line:
        """The line after all rules; `fired` collects the names of those that changed it."""
        left = self.candidates(line)
        while left:
            first = left & -left
            rule = self.rules[first.bit_length() - 1]
            changed = rule.applied(line)
            if changed is line:
                left ^= first
                continue
            line = changed
            left = self.candidates(line) & -(first << 1)  # only what stands behind this rule
            if fired is not None:
                fired.add(rule.name)
        return line

    def candidates(self, line: Line) -> int:
        """The rules all of whose needs the line meets, as bits."""
        met = self._without.copy()
        for symbol in line.vocabulary:
            for number, bits in self._meets.get(symbol, _NOTHING).items():
                met[number] |= bits
        return reduce(and_, met)
