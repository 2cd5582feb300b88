"""All rules for one kind of question, in order, and which of them are worth a try on a line.

The needs of all rules are kept as sets of bits, one bit a rule, so that a few operations on whole numbers leave out
nearly every rule that could not match anyway.
"""

from __future__ import annotations

from collections.abc import Iterable

from bot.hear.times.line import Line
from bot.hear.times.needs import Need
from bot.hear.times.rule import Rule


class Rulebook:
    """Rules in the order in which they are applied, each once.

    What is met is kept as bits: one for each rule and its first need, then as many for the second needs, and so on.
    """

    def __init__(self, rules: Iterable[Rule]) -> None:
        self.rules = tuple(rules)
        self._most = max((len(rule.needs) for rule in self.rules), default=0)
        self._without = 0
        """The needs that a rule does not have."""
        self._meets: dict[str, int] = {}
        """By symbol: the needs that it meets."""
        for at, rule in enumerate(self.rules):
            for number in range(self._most):
                self._add(rule.needs[number] if number < len(rule.needs) else None, 1 << at + number * len(self.rules))

    def _add(self, need: Need | None, bit: int) -> None:
        if need is None:
            self._without |= bit
        for symbol in need or ():
            self._meets[symbol] = self._meets.get(symbol, 0) | bit

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
        met, meets, count = self._without, self._meets, len(self.rules)
        for symbol in line.vocabulary:
            met |= meets.get(symbol, 0)
        left = (1 << count) - 1
        for _ in range(self._most):
            left, met = left & met, met >> count
        return left
