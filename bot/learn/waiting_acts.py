"""Acts as JSON and back: what waits for an answer is kept with the facts, not in memory."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from bot.hear.act import Act, By


def as_json(acts: Iterable[Act]) -> str:
    """Acts as text, in the order in which they were heard."""
    return json.dumps([_plain(act) for act in acts], ensure_ascii=False)


def from_json(text: str) -> list[Act]:
    """Acts as they were. Raises ValueError for what was never written by us."""
    return list(_acts(text))


@lru_cache(maxsize=256)  # a turn looks several times at what waits
def _acts(text: str) -> tuple[Act, ...]:
    return tuple(_act(record) for record in json.loads(text))


def _plain(act: Act) -> dict[str, Any]:
    slots = {name: _slot(value) for name, value in act.slots.items()}
    return {"act": act.name, "slots": slots, "span": act.span}


def _slot(value: Any) -> Any:
    match value:
        case datetime():
            return {"at": value.isoformat()}
        case date():
            return {"day": value.isoformat()}
        case tuple():
            return list(value)
        case _:
            return value


def _act(record: dict[str, Any]) -> Act:
    slots = {name: _read(value) for name, value in record["slots"].items()}
    return Act(record["act"], slots, span=record["span"], by=By.CHOSEN)


def _read(value: Any) -> Any:
    match value:
        case {"at": str(at)}:
            return datetime.fromisoformat(at)
        case {"day": str(day)}:
            return date.fromisoformat(day)
        case list():
            return tuple(value)
        case _:
            return value
