"""The chat-completions form: how a question is put, and what an answer or a refusal says. Bytes in, values out."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

MOST_ANSWER_TOKENS = 2_000
MOST_COUNTED = 10_000_000
CHARACTERS_A_TOKEN = 3
"""About so many, where an endpoint does not count."""
Messages = Sequence[Mapping[str, str]]


class Why(StrEnum):
    """Why there is no answer."""

    TIMEOUT = "timeout"
    UNREACHABLE = "unreachable"
    REFUSED_KEY = "refused_key"
    NOT_FOUND = "not_found"
    BUSY = "busy"
    """429."""
    BROKEN = "broken"
    """5xx, or anything else that is no answer."""
    NOT_TAKEN = "not_taken"
    """It takes the question in none of the forms that we know."""
    TOO_LONG = "too_long"
    NO_JSON = "no_json"
    EMPTY = "empty"
    REFUSED = "refused"
    """The model itself would not."""
    CUT = "cut"
    """It had more to say than it may."""
    RESTING = "resting"
    """It has failed several times in a row, and is left alone for a while."""


class NoAnswerError(Exception):
    """There is no answer; what the question has cost all the same."""

    def __init__(self, why: Why, tokens: int = 0, rest_s: float = 0.0) -> None:
        super().__init__(why.value)
        self.why, self.tokens, self.rest_s = why, tokens, rest_s


class RefusedForm(Exception):  # noqa: N818  it leads to the next form
    """A 400 or 422, with what the endpoint says of it."""

    def __init__(self, said: str) -> None:
        super().__init__()
        self.said = said


@dataclass(frozen=True, slots=True)
class Answer:
    """What a model said, and what it has cost."""

    text: str
    tokens: int


@dataclass(frozen=True, slots=True)
class Form:
    """How this endpoint takes a question: found out once, from what it refuses."""

    wanted: int = 0
    """Which of the ways to demand JSON."""
    limit: str = "max_tokens"
    is_cool: bool = True
    """Whether it takes a temperature."""

    def body(self, schema: Mapping[str, Any]) -> dict[str, Any]:
        """What stands in a question beside the messages."""
        ways: tuple[dict[str, Any], ...] = (
            {"type": "json_schema", "json_schema": {"name": "acts", "strict": True, "schema": schema}},
            {"type": "json_object"},
        )
        form = {"response_format": ways[self.wanted]} if self.wanted < len(ways) else {}
        return {**form, self.limit: MOST_ANSWER_TOKENS, **({"temperature": 0} if self.is_cool else {})}

    def after(self, said: str) -> Form | None:
        """Another way to ask, after what the endpoint has said of this one; None: there is none."""
        if self.limit == "max_tokens" and "max_completion_tokens" in said:
            return replace(self, limit="max_completion_tokens")
        if self.is_cool and "temperature" in said:
            return replace(self, is_cool=False)
        return replace(self, wanted=self.wanted + 1) if self.wanted < 2 else None


def watch_status(status: int, said: bytes, retry_after: str) -> None:
    """Raises NoAnswerError or RefusedForm where the status tells of no answer."""
    match status:
        case 200:
            return
        case 400 | 422:
            raise RefusedForm(said.decode(errors="replace"))
        case 401 | 403:
            raise NoAnswerError(Why.REFUSED_KEY)
        case 404 | 405:
            raise NoAnswerError(Why.NOT_FOUND)
        case 429 | 503:
            raise NoAnswerError(Why.BUSY, rest_s=_seconds(retry_after))
    raise NoAnswerError(Why.BROKEN)


def _seconds(said: str) -> float:
    return float(said) if said.isascii() and said.isdigit() and len(said) < 6 else 0.0


def read(said: bytes, messages: Messages) -> Answer:
    """What the model said to these messages. Raises NoAnswerError."""
    try:
        told = json.loads(said)
    except (ValueError, RecursionError) as error:
        raise NoAnswerError(Why.NO_JSON, tokens_of(None, messages)) from error
    tokens = tokens_of(told, messages)
    return Answer(_content(told, tokens), tokens)


def _content(told: Any, tokens: int) -> str:
    """The words of the model, wherever the form has them."""
    choice = told["choices"][0] if _is_full_list(told, "choices") else None
    message = choice.get("message") if isinstance(choice, dict) else None
    if not isinstance(choice, dict) or not isinstance(message, dict):
        raise NoAnswerError(Why.NO_JSON, tokens)
    if message.get("refusal"):
        raise NoAnswerError(Why.REFUSED, tokens)
    if choice.get("finish_reason") == "length":
        raise NoAnswerError(Why.CUT, tokens)
    content = message.get("content")
    if not isinstance(content, str) or not content.strip():
        raise NoAnswerError(Why.EMPTY, tokens)
    return content.encode(errors="replace").decode().replace("\0", " ")  # as every store can hold it


def _is_full_list(told: Any, name: str) -> bool:
    return isinstance(told, dict) and isinstance(told.get(name), list) and bool(told[name])


def tokens_of(told: Any, messages: Messages) -> int:
    """What it has cost: as the endpoint counts, else by the length of what was sent."""
    usage = told.get("usage") if isinstance(told, dict) else None
    total = usage.get("total_tokens") if isinstance(usage, dict) else None
    if isinstance(total, int) and not isinstance(total, bool) and 0 <= total <= MOST_COUNTED:
        return total
    return sum(len(one["content"]) for one in messages) // CHARACTERS_A_TOKEN
