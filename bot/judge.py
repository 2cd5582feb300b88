"""The command `afterword judge`: what the contact policy says about situations written as JSON Lines.

Quiet: lines in, lines out. The policy itself lives in `scheduler.policy`, its words in words/en/verdicts.po.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from bot import words
from bot.json_lines import Record, answered
from scheduler import policy


def main(lines: Iterable[str]) -> Iterator[str]:
    """One answer for each line that is not empty, in its place; a line that cannot be read says why."""
    return answered(lines, _answer, such_as='{"id": "monday", "facts": {…}, "now": "…"}')


def _answer(record: Record) -> Record:
    moment, intent = policy.read_moment(record), policy.read_intent(record)
    return _told(policy.judge(policy.read_case(record), moment, intent))


def _told(verdict: policy.Verdict) -> Record:
    return {
        "verdict": verdict.verdict,
        "not_before": verdict.not_before and verdict.not_before.isoformat(),
        "kind": verdict.kind,
        "channel": verdict.channel,
        "rule": verdict.rule,
        "why": why(verdict),
    }


def why(verdict: policy.Verdict, language: str = words.DEFAULT_LANGUAGE) -> str:
    """The sentences of a verdict, as plain text."""
    params = {
        name: words.day(value, language) if isinstance(value, date) else value for name, value in verdict.params.items()
    }
    return " ".join(words.plain(key, language, **params) for key in (verdict.reason, *verdict.also))
