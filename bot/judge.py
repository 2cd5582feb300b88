"""The command `afterword judge`: what the contact policy says about situations written as JSON Lines.

Quiet: lines in, lines out. The policy itself lives in `scheduler.policy`, its words in words/en/verdicts.po.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from bot import words
from scheduler import policy


def main(lines: Iterable[str]) -> Iterator[str]:
    """One answer for each line that is not empty, in its place; a line that cannot be read says why."""
    for line in lines:
        if line.strip():
            yield _as_line(_answer(line))


def _answer(line: str) -> dict[str, Any]:
    name = None
    try:
        record = json.loads(line)
        if not isinstance(record, dict):
            raise ValueError('a line is one object, such as {"id": "monday", "facts": {…}, "now": "…"}')
        name = record.get("id")
        moment, intent = policy.read_moment(record), policy.read_intent(record)
        verdict = policy.judge(policy.read_case(record), moment, intent)
    except json.JSONDecodeError as error:
        return {"id": name, "error": f"this line is not JSON: {error}"}
    except (ValueError, OverflowError, RecursionError) as error:
        return {"id": name, "error": str(error)}
    return {"id": name, **_told(verdict)}


def _told(verdict: policy.Verdict) -> dict[str, Any]:
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


def _as_line(answer: dict[str, Any]) -> str:
    """JSON in readable letters; what no encoding can carry is escaped."""
    return json.dumps(answer, ensure_ascii=False).encode("utf-8", "backslashreplace").decode("utf-8")
